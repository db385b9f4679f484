import Diagnostics

extension PersonNames {
  /// PV06 of the reference for `lines` of the file `path`: how many places, never which name.
  static func diagnostic(in path: String, lines: [Int]) -> Diagnostic {
    let list = Self.list(lines)
    return diagnostic(
      Message(
        zh: "第 \(list.zh) 行有花名册里的人的姓名，没有公开的依据", en: "line \(list.en) names somebody of a roster without a ground"),
      at: path)
  }

  /// The same for a document; `places` are where it stands in it.
  static func diagnostic(in path: String, places: [Message]) -> Diagnostic {
    let first = FirstPlaces(places)
    return diagnostic(
      Message(
        zh: "\(first.text.zh)\(first.hasMore ? "等处" : "")有花名册里的人的姓名，没有公开的依据",
        en: "\(first.text.en)\(first.hasMore ? " and others" : ""): somebody of a roster is named without a ground"),
      at: path)
  }

  /// PV10 of the reference for a file or folder that is called like somebody; `path` is shown without the name.
  static func diagnostic(inName path: String) -> Diagnostic {
    Diagnostic(
      "PV10",
      Message(
        zh: "文件名或网址里有花名册里的人的姓名，不能发布", en: "the name or address of this file holds the name of somebody of a roster"),
      at: SourceLocation(path), repair: Message(zh: "换一个文件名或编号", en: "rename it"))
  }

  private static func diagnostic(_ message: Message, at path: String) -> Diagnostic {
    Diagnostic(
      "PV06", message, at: SourceLocation(path),
      repair: Message(
        zh: "删去，或写成“张老师”；专家、辅导教师、管理员写进各自的表，合格和优秀的写进公告的名单；本人同意公开的、只是同字的词，在 content/privacy.yml 写明理由",
        en:
          "delete it or write 张老师; experts, tutors and managers belong into their tables, who passed into the list of a notice; for names that may be public, and words that only look like one, give the reason in content/privacy.yml"
      ))
  }

  /// Each line once, the first of them.
  private static func list(_ lines: [Int]) -> Message {
    var distinct: [Int] = []
    for line in lines where distinct.last != line { distinct.append(line) }
    let first = FirstPlaces(lines: distinct)
    return Message(
      zh: first.text.zh + (first.hasMore ? " 等" : ""), en: first.text.en + (first.hasMore ? " and others" : ""))
  }
}
