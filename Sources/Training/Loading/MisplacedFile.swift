import Diagnostics

/// A file of `content/` that no source reads: what it was probably meant to be.
struct MisplacedFile {
  /// Below `content/`.
  private let path: String
  /// The place that was probably meant, with what the path says filled in; `nil` when there is none near.
  private let meant: String?
  /// The kind of records that the file probably holds: references to them are not called dangling.
  let kind: String?

  init(_ path: String, among sources: [Source] = allSources) {
    self.path = path
    let pieces = path.split(separator: "/").map(String.init)
    let candidates = sources.compactMap { source in
      Self.near(pieces, source.place, title: source.kind.title).map {
        (path: $0.path, steps: $0.steps, kind: source.kind.name)
      }
    }
    let best = candidates.min { ($0.steps, $0.path) < ($1.steps, $1.path) }
    meant = best?.path
    kind = best?.kind
  }

  /// Names of what is never a part of the content, wherever it lies.
  private static let registers = [
    "花名册", "成绩", "学员信息", "信息库", "成长档案", "责任状", "登记册", "登记表", "学习档案", "体检", "roster", "scores",
  ]

  /// PV05 for registers of persons, FL07 for all others.
  func diagnostic(at location: SourceLocation) -> Diagnostic {
    let name = path.split(separator: "/").last.map { $0.lowercased() } ?? ""
    if Self.registers.contains(where: { name.contains($0) }) {
      return Diagnostic(
        "PV05",
        Message(
          zh: "从名称看，这是个人的登记：不能放在 content/ 里",
          en: "by its name this is a register of persons, which has no place in content/"),
        at: location,
        repair: Message(
          zh: "移到 --private 的文件夹；供下载的空白样表放进 files/，文件名写明“模板”；提交过的要从历史里清除",
          en:
            "move it to the folder of --private; an empty form for readers goes to files/ with 模板 in its name; what was committed must be removed from the history"
        ))
    }
    return Diagnostic(
      "FL07", Message(zh: "content/ 里没有放这个文件的位置", en: "content/ has no place for this file"), at: location,
      repair: repair)
  }

  private var repair: Message {
    let form = Self.officeForms[Self.ending(path).lowercased()]
    if let form, let meant {
      return Message(zh: "\(form.zh)，存为 content/\(meant)", en: "\(form.en), as content/\(meant)")
    }
    if let form { return form }
    if let meant { return Message(zh: "是不是 content/\(meant)？", en: "did you mean content/\(meant)?") }
    return Message(
      zh: "附件放在 files/ 文件夹里；其他文件放在哪里、叫什么，见 prospectus fields",
      en:
        "put attachments in a folder files/; prospectus fields says where all other files are and what they are called")
  }

  /// What to do with the files of office programs.
  private static let officeForms: [String: Message] = {
    let table = Message(zh: "在 Excel 里“另存为”CSV UTF-8", en: "save it from the spreadsheet as CSV UTF-8")
    let text = Message(
      zh: "把文字写成 Markdown（.md）；供下载的放进 files/ 文件夹",
      en: "write the text as Markdown (.md); downloads go to a folder files/")
    return [".xlsx": table, ".xls": table, ".et": table, ".docx": text, ".doc": text, ".wps": text]
  }()

  /// The path that `place` gives with the captured parts of `pieces`, when it is near to them: the same folders and a
  /// name at most two steps away, one with another ending, or what the records are called in Chinese; or the right
  /// name in a wrong folder.
  private static func near(_ pieces: [String], _ place: String, title: String) -> (path: String, steps: Int)? {
    let parts = place.split(separator: "/").map(String.init)
    guard let name = pieces.last, let last = parts.last else { return nil }
    guard parts.count == pieces.count else {
      // A table of this name belongs into another folder, whatever it is called there.
      return name == last ? (place, 100) : nil
    }
    var steps = 0
    var result: [String] = []
    for (part, piece) in zip(parts, pieces) {
      if let open = part.firstIndex(of: "{"), let close = part.firstIndex(of: "}") {
        let (prefix, suffix) = (part[..<open], part[part.index(after: close)...])
        guard piece.hasPrefix(prefix) else { return nil }
        if piece.hasSuffix(suffix) {
          result.append(piece)
          continue
        }
        guard let name = renamed(piece, to: String(suffix)) else { return nil }
        steps += 2
        result.append(name)
      } else if piece == part {
        result.append(part)
      } else {
        let isNamed = [stem(part), title].contains(stem(piece))
        let distance = isNamed ? 1 : Suggestion.distance(stem(piece), stem(part))
        guard distance <= 2, distance * 2 < part.count, result.count == parts.count - 1 || ending(piece) == ending(part)
        else {
          return nil
        }
        steps += distance
        result.append(part)
      }
    }
    return steps > 0 ? (result.joined(separator: "/"), steps) : nil
  }

  /// `piece` with the ending `suffix`, when its own is one that is meant for it or stands behind it (`a.md.txt`).
  private static func renamed(_ piece: String, to suffix: String) -> String? {
    guard let dot = piece.lastIndex(of: ".") else { return nil }
    let base = String(piece[..<dot])
    if base.hasSuffix(suffix) { return base }
    return endings[suffix]?.contains(ending(piece).lowercased()) == true ? base + suffix : nil
  }

  /// Endings that people and programs give to texts, data and tables.
  private static let endings: [String: Set<String>] = [
    ".md": [".md", ".markdown", ".mdown", ".txt", ".docx", ".doc", ".wps"], ".yml": [".yml", ".yaml"],
    ".csv": [".csv", ".xlsx", ".xls", ".et"],
  ]

  /// A name in small letters without its ending and without what a second copy is given: `classes (1)`, `classes - 副本`.
  private static func stem(_ name: String) -> String {
    var stem = String(name[..<(name.lastIndex(of: ".") ?? name.endIndex)]).lowercased()
    for mark in ["副本", "copy"] where stem.hasSuffix(mark) { stem.removeLast(mark.count) }
    if let last = stem.last, last == ")" || last == "）", let open = stem.lastIndex(where: { $0 == "(" || $0 == "（" }),
      stem[open...].dropFirst().dropLast().allSatisfy(\.isNumber)
    {
      stem.removeSubrange(open...)
    }
    while let last = stem.last, " -_".contains(last) { stem.removeLast() }
    return stem
  }

  /// From the last dot on; empty without one.
  private static func ending(_ name: String) -> Substring { name[(name.lastIndex(of: ".") ?? name.endIndex)...] }
}
