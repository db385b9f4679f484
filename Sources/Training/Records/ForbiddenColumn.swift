package import Diagnostics
package import Values

/// What no public list may have as a column, whatever its table is called: LS04 (教财厅函〔2017〕28号, and no ranks).
enum ForbiddenColumn {
  /// Words that such a header contains, and what it is about.
  private static let words: [(words: [String], what: Message)] = [
    (
      ["成绩", "得分", "分数", "总分", "考分", "平均分", "名次", "排名", "score", "rank", "mark"],
      Message(zh: "成绩和名次", en: "scores and ranks")
    ),
    (
      ["电话", "手机", "联系方式", "邮箱", "微信", "QQ", "phone", "mobile", "email", "wechat"],
      Message(zh: "联系方式", en: "telephone numbers and addresses")
    ),
    (
      ["身份证", "证件号", "公民身份", "护照", "id_number", "id_card", "passport"],
      Message(zh: "证件号码", en: "identity numbers")
    ),
    (
      ["出生", "生日", "年龄", "性别", "民族", "政治面貌", "birth", "age", "gender"],
      Message(zh: "出生日期一类的个人情况", en: "birthdays and the like")
    ),
    (["住址", "地址", "address"], Message(zh: "住址", en: "addresses")),
    (["银行", "卡号", "账号", "bank"], Message(zh: "银行卡号", en: "bank accounts")),
    (["健康", "病", "残疾", "health"], Message(zh: "健康状况", en: "health")),
  ]

  /// What the column `name` is about; `nil` when it may be there, or nobody knows it.
  private static func what(_ name: String) -> Message? {
    let name = name.filter { !$0.isWhitespace }
    // `age` is in many words of English.
    let english = name.lowercased()
    return words.first { kind in
      kind.words.contains { $0.utf8.allSatisfy { $0 < 0x80 } ? english == $0.lowercased() : name.contains($0) }
    }?.what
  }

  /// LS04 for the column `name` at `location`; `nil` when it is none of these.
  static func diagnostic(_ name: String, at location: SourceLocation) -> Diagnostic? {
    guard let what = what(name) else { return nil }
    return Diagnostic(
      "LS04",
      Message(
        zh: "公开的名单不能有“\(name)”：\(what.zh)不公开",
        en: "no public list has a column \"\(name)\": \(what.en) are not published"),
      at: location,
      repair: Message(
        zh: "删去这一栏；同名的人用学科区分。可以公开的栏目：" + ListColumn.words.joined(separator: "、"),
        en: "delete the column; a list may have " + ListColumn.words.joined(separator: ", ")))
  }
}

extension ListColumn {
  /// LS04 for what no list may have, RF08 for other words that are no column.
  package static func decode(_ node: Node, _ decoding: inout Decoding) -> ListColumn? {
    if let text = node.scalar?.text, Self(rawValue: text) == nil,
      let refusal = ForbiddenColumn.diagnostic(text, at: SourceLocation(decoding.path, node.span))
    {
      decoding.diagnostics.append(refusal)
      return nil
    }
    return word(node, &decoding)
  }
}

extension ListRow {
  /// LS04 for columns of what is never published.
  package static func refusal(ofColumn name: String, at location: SourceLocation) -> Diagnostic? {
    ForbiddenColumn.diagnostic(name, at: location)
  }
}
