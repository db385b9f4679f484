package import Diagnostics
package import Expressions
package import Values

/// A type that a field can have: how it is read from text, what layouts see of it.
///
/// One conformance per kind of field: scalars with units, choices, references, nested records.
package protocol FieldValue: Sendable {
  /// Reads the value; after reporting what is wrong, `nil`.
  static func decode(_ node: Node, _ decoding: inout Decoding) -> Self?
  /// The type that layouts are checked against.
  static var valueType: ValueType { get }
  /// What the type is called in messages and in the reference (`日期`, `date`).
  static var typeName: Message { get }
  /// The value as layouts see it.
  func value(in model: Model) -> Value
}

/// A scalar written as text: subtypes only say how the text is read.
package protocol TextualFieldValue: FieldValue {
  /// The value of `text` (trimmed, not empty), or `nil` when it has not the form of this type.
  init?(fieldText text: String, year: Int?)
  /// What a right value looks like, shown as the repair.
  static var example: String { get }
  /// The code of the message for a wrong form: RF08, or DT01 for dates.
  static var errorCode: DiagnosticCode { get }
}

extension TextualFieldValue {
  /// RF08, the code of any wrong value; dates and times have DT01 instead.
  package static var errorCode: DiagnosticCode { "RF08" }

  package static func decode(_ node: Node, _ decoding: inout Decoding) -> Self? {
    guard let text = decoding.text(node, expecting: typeName) else { return nil }
    if let value = Self(fieldText: text, year: decoding.year) { return value }
    decoding.report(
      errorCode, Message(zh: "“\(text)”不是有效的\(typeName.zh)", en: "\"\(text)\" is not a valid \(typeName.en)"),
      at: node.span, repair: Message(zh: "写法如 \(example)", en: "written as in \(example)"))
    return nil
  }
}

/// One of a closed set of words; the raw value is the word that editors write.
package protocol Choice: FieldValue, RawRepresentable<String>, CaseIterable {}

extension Choice {
  package static func decode(_ node: Node, _ decoding: inout Decoding) -> Self? {
    guard let text = decoding.text(node, expecting: typeName) else { return nil }
    if let value = Self(rawValue: text) { return value }
    let words = allCases.map(\.rawValue)
    let nearest = Suggestion.nearest(to: text, among: words)
    decoding.report(
      "RF08",
      Message(zh: "“\(text)”不在\(typeName.zh)的取值之内", en: "\"\(text)\" is not one of the \(typeName.en) values"),
      at: node.span,
      repair: Message(
        zh: (nearest.map { "是不是“\($0)”？" } ?? "") + "可写：" + words.joined(separator: "、"),
        en: (nearest.map { "did you mean \"\($0)\"? " } ?? "") + "write one of: " + words.joined(separator: ", ")))
    return nil
  }

  /// Choices are text to layouts, which compare them with the words that editors write.
  package static var valueType: ValueType { .text }
  package func value(in model: Model) -> Value { .text(rawValue) }
}

extension Optional where Wrapped == Value {
  /// `.none` for a value that is not given.
  package var orNone: Value { self ?? Value.none }
}
