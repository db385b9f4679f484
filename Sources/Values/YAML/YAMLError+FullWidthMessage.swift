import Diagnostics

extension YAMLError.FullWidth {
  func words(_ own: YAMLOwnText) -> YAMLError.Words {
    switch self {
    case .space:
      .init(
        "YA50", Message(zh: "缩进只能用半角空格，这里是全角空格", en: "indentation is made of ASCII spaces; this is a full-width space"),
        repair: own.repair(
          String(repeating: "  ", count: max(1, own.marked.unicodeScalars.count / 2)) + own.after,
          Message(zh: "换成半角空格，每级两个：", en: "use ASCII spaces, two for each level: "),
          or: Message(zh: "换成半角空格，每级两个", en: "use ASCII spaces, two for each level")))
    case .brackets:
      .init(
        "YA51",
        Message(
          zh: "全角括号不会成为列表或映射，整个值会当作文字", en: "full-width brackets make no list or mapping: the value would be text"),
        repair: own.repair(
          own.before + own.marked.withASCIIPunctuation + own.after,
          Message(
            zh: "若是文字，给整个值加引号；若不是，写成 ", en: "quote the value if it is text; if it is a list or mapping, write "),
          or: Message(zh: "改用半角括号 [ ] 或 { }；若是文字，请加引号", en: "use `[ ]` or `{ }`; quote the value if it is text")))
    case .comma:
      .init(
        "YA52", Message(zh: "全角逗号不能分开括号里的各项", en: "a full-width comma does not separate the items in brackets"),
        repair: own.repair(
          own.line.replacing("，", with: ", "),
          Message(
            zh: "若逗号是文字，给这一项加引号；若不是，写成 ", en: "quote the item if the comma is text; if it separates items, write "),
          or: Message(zh: "改用半角逗号和空格；若逗号是文字，给这一项加引号", en: "use `, `; quote the item if the comma is text")))
    case .quotes:
      .init(
        "YA53",
        Message(
          zh: "全角引号“”不能括住这个值，它在引号中间就断开了", en: "the quotation marks “” do not quote this value: it ends between them"),
        repair: own.repair(
          own.before.contains("[") || own.before.contains("{")
            ? own.line.replacing("“", with: "\"").replacing("”", with: "\"") : own.withQuotedComment,
          Message(zh: "用半角引号括住整个值：", en: "quote the whole value with ASCII quotes: "),
          or: Message(zh: "用半角引号括住整个值：\"“甲: 乙”\"", en: "quote the whole value with ASCII quotes: \"“a: b”\"")))
    }
  }
}

extension String {
  /// With full-width brackets, commas and colons made ASCII.
  fileprivate var withASCIIPunctuation: String {
    var result = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      switch scalar {
      case "［": result.append("[")
      case "］": result.append("]")
      case "｛": result.append("{")
      case "｝": result.append("}")
      case "，": result.append(contentsOf: ", ".unicodeScalars)
      case "：": result.append(contentsOf: ": ".unicodeScalars)
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}
