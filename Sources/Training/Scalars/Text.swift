package import Diagnostics
package import Expressions
package import Values

extension String: TextualFieldValue {
  /// Takes any text as it is; never `nil`.
  package init?(fieldText text: String, year: Int?) { self = text }
  /// The text.
  package var fieldText: String { self }
  package static func read(_ cell: borrowing Span<UInt8>, at span: SourceSpan) -> String? {
    TextDamage.find(in: cell) == nil ? String(cell: cell) : nil
  }
  /// Takes any text but one with a lost character; characters that nobody sees are left out and told.
  package static func decode(_ node: Node, _ decoding: inout Decoding) -> String? {
    guard let text = decoding.text(node, expecting: typeName) else { return nil }
    guard let damage = TextDamage.find(in: text.utf8Span.span) else { return text }
    decoding.diagnostics.append(damage.diagnostic(text, at: SourceLocation(decoding.path, node.span)))
    return damage == .lost ? nil : TextDamage.visible(text)
  }
  /// Not shown: no text is wrong.
  package static var example: String { "…" }
  /// Text, escaped when layouts print it.
  package static var valueType: ValueType { .text }
  /// Said when a list or mapping stands where text is expected.
  package static var typeName: Message { Message(zh: "文字", en: "text") }
  package func value(in model: Model) -> Value { .text(self) }
}

extension Bool: TextualFieldValue {
  /// `true`, `yes`, `是`, `false`, `no` or `否`, in small letters; `nil` for anything else, `1` included.
  package init?(fieldText text: String, year: Int?) {
    switch text {
    case "true", "yes", "是": self = true
    case "false", "no", "否": self = false
    default: return nil
    }
  }
  /// The YAML words, which other programs know too.
  package var fieldText: String { self ? "true" : "false" }
  /// A truth value to other programs, not a text.
  package var node: Node { .unplaced(fieldText, isNumber: true) }
  /// The YAML words; the Chinese ones of tables are read too.
  package static var example: String { "是 / 否 / true / false" }
  /// A boolean, for `if` in layouts.
  package static var valueType: ValueType { .boolean }
  /// Named for what tables ask (是否…), not for the logic.
  package static var typeName: Message { Message(zh: "是否", en: "yes-or-no value") }
  package func value(in model: Model) -> Value { .boolean(self) }
}

/// The name of a record: `[a-z0-9]+(-[a-z0-9]+)*`, at most 64 characters; ASCII because it becomes part of a URL.
package struct Identifier: TextualFieldValue, Hashable {
  package var text: String

  package init() { text = "" }
  package init(_ text: String) { self.text = text }

  /// Takes `text` if it is a name as described above; `nil` for capitals, two hyphens in a row, a hyphen at an end, or
  /// more than 64 bytes.
  package init?(fieldText text: String, year: Int?) {
    guard Self.isName(text.utf8Span.span) else { return nil }
    self.text = text
  }

  package static func read(_ cell: borrowing Span<UInt8>, at span: SourceSpan) -> Identifier? {
    isName(cell) ? String(cell: cell).map { Identifier($0) } : nil
  }

  private static func isName(_ text: borrowing Span<UInt8>) -> Bool {
    guard (1...64).contains(text.count) else { return false }
    // A hyphen stands between two other characters.
    var previous = UInt8(ascii: "-")
    for index in text.indices {
      let byte = text[index]
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): break
      case UInt8(ascii: "-") where previous != UInt8(ascii: "-"): break
      default: return false
      }
      previous = byte
    }
    return previous != UInt8(ascii: "-")
  }

  /// What people put between ids in one cell: no id holds any of them.
  static var separatorsOfSeveral: String { "、，,；;" }

  /// As it is kept.
  package var fieldText: String { text }
  /// Pinyin and a number, as most ids are.
  package static var example: String { "xueke-lijie-01" }
  /// Text; links to the record come from its `url`, not from its id.
  package static var valueType: ValueType { .text }
  /// With the alphabet, so that the message says why Chinese characters and capitals are refused.
  package static var typeName: Message { Message(zh: "编号（小写字母、数字和-）", en: "id (a-z, 0-9 and -)") }
  package func value(in model: Model) -> Value { .text(text) }
}

/// A document number such as `皖教师〔2013〕16号`; `[ ]`, `【 】` and `（ ）` around the year become 〔 〕.
package struct DocumentNumber: TextualFieldValue {
  package var text: String

  /// An issuer, a year of four digits in brackets of any form, a number and 号; `nil` when a part is missing.
  package init?(fieldText text: String, year: Int?) {
    var normal = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "[", "【", "（", "(", "［", "〔": normal.unicodeScalars.append("〔")
      case "]", "】", "）", ")", "］", "〕": normal.unicodeScalars.append("〕")
      default: normal.unicodeScalars.append(scalar)
      }
    }
    guard let open = normal.firstIndex(of: "〔"), let close = normal.firstIndex(of: "〕"), open > normal.startIndex,
      open < close
    else { return nil }
    let yearText = normal[normal.index(after: open)..<close]
    let rest = normal[normal.index(after: close)...]
    guard yearText.utf8.count == 4, digits(yearText) != nil, rest.hasSuffix("号"), digits(rest.dropLast()) != nil else {
      return nil
    }
    self.text = normal
  }

  /// As it is kept.
  package var fieldText: String { text }
  /// With 〔 〕, which is how all forms are stored.
  package static var example: String { "青教研〔2026〕3号" }
  /// Text with 〔 〕 around the year, however it was written.
  package static var valueType: ValueType { .text }
  /// 文号, as on the head of official documents.
  package static var typeName: Message { Message(zh: "文号", en: "document number") }
  package func value(in model: Model) -> Value { .text(text) }
}
