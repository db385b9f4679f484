package import Diagnostics
package import Expressions
package import Values

/// A type that a field can have: how it is read from text, what layouts see of it.
///
/// One conformance per kind of field: scalars with units, choices, references, nested records.
package protocol FieldValue: Sendable {
  /// Reads the value; after reporting what is wrong, `nil`.
  static func decode(_ node: Node, _ decoding: inout Decoding) -> Self?
  /// The value of a table's cell in its most usual form, read from its bytes (trimmed, not empty, UTF-8): what makes
  /// large tables quick. `nil` for every other form, which `decode` then reads or refuses.
  static func read(_ cell: borrowing Span<UInt8>, at span: SourceSpan) -> Self?
  /// The type that layouts are checked against.
  static var valueType: ValueType { get }
  /// What the type is called in messages and in the reference (`日期`, `date`).
  static var typeName: Message { get }
  /// The value as layouts see it.
  func value(in model: Model) -> Value
  /// A right value as editors write it.
  static var example: String { get }
  /// The words there are, for a closed set; empty for all other types.
  static var words: [String] { get }
  /// The fields of a nested record, for the reference; `nil` for all other types.
  static var nestedFields: [FieldReference]? { get }
  /// Units that a header may name in brackets (`人数（人）`); empty for types without.
  static var units: [String] { get }
  /// What stands between the values of a list that is written as one text: `、`, and commas and semicolons too where no
  /// value can hold them.
  static var separators: String { get }
  /// The value as `decode` reads it back, in its canonical form; the places in it mean nothing.
  var node: Node { get }
  /// Finds the record that it refers to, when its type refers to any; `path` is the file that names it. Asked of every type,
  /// because to ask first whether it is one of those would cost more.
  ///
  /// - Returns: whether all that it refers to was found.
  mutating func resolve(_ linking: inout Linking, path: String) -> Bool
}

extension FieldValue {
  /// Most types refer to nothing.
  package mutating func resolve(_ linking: inout Linking, path: String) -> Bool { true }
  /// None: most types are open.
  package static var words: [String] { [] }
  /// Most types have no unit.
  package static var units: [String] { [] }
  /// Texts, words and numbers may hold commas.
  package static var separators: String { "、" }
  /// None: most types are scalars.
  package static var nestedFields: [FieldReference]? { nil }
}

extension Node {
  /// A scalar that stands nowhere; `isNumber` as the core schema would read it.
  static func unplaced(_ text: String, isNumber: Bool = false) -> Node {
    Node(.scalar(Scalar(text, isNumber ? .plain : .text)), SourceSpan(0, 0))
  }
}

extension FieldValue {
  /// No form is quicker than the others.
  package static func read(_ cell: borrowing Span<UInt8>, at span: SourceSpan) -> Self? { nil }
}

extension String {
  /// The text of a cell.
  init?(cell: borrowing Span<UInt8>) {
    guard let text = try? UTF8Span(validating: copy cell) else { return nil }
    self.init(copying: text)
  }
}

/// A scalar written as text: subtypes only say how the text is read.
package protocol TextualFieldValue: FieldValue {
  /// The value of `text` (trimmed, not empty), or `nil` when it has not the form of this type.
  init?(fieldText text: String, year: Int?)
  /// The canonical text, which the initializer reads back.
  var fieldText: String { get }
  /// Whether the canonical text is a number to other programs.
  static var isNumber: Bool { get }
  /// The value that a spreadsheet saved as `number` when its cell was not formatted, or `nil`: dates and times only.
  init?(spreadsheetNumber number: Decimal)
  /// How that value should have been written.
  var spreadsheetText: String { get }
  /// What is wrong with a text that has not the form of this type, when more can be said than that.
  static func reason(against text: String) -> Message?
  /// The code of the message for a wrong form: RF08, or DT01 for dates.
  static var errorCode: DiagnosticCode { get }
}

extension TextualFieldValue {
  /// No more can be said of most.
  package static func reason(against text: String) -> Message? { nil }
  /// RF08, the code of any wrong value; dates and times have DT01 instead.
  package static var errorCode: DiagnosticCode { "RF08" }
  /// Most are text.
  package static var isNumber: Bool { false }
  /// A scalar of the canonical text.
  package var node: Node { .unplaced(fieldText, isNumber: Self.isNumber) }

  /// Nothing but dates and times is saved as another number.
  package init?(spreadsheetNumber number: Decimal) { nil }
  /// Never asked for where no value comes from a number.
  package var spreadsheetText: String { Self.example }

  package static func decode(_ node: Node, _ decoding: inout Decoding) -> Self? {
    guard let text = decoding.text(node, expecting: typeName) else { return nil }
    if let value = Self(fieldText: text, year: decoding.year) { return value }
    if decoding.isTable {
      let location = SourceLocation(decoding.path, node.span)
      if let number = Decimal(text), let value = Self(spreadsheetNumber: number) {
        decoding.diagnostics.append(SpreadsheetDamage.repaired(text, as: value.spreadsheetText, at: location))
        return value
      }
      if errorCode != "DT01", SpreadsheetDamage.isDate(text) {
        decoding.diagnostics.append(SpreadsheetDamage.date.diagnostic(text, at: location))
        return nil
      }
    }
    decoding.report(
      errorCode,
      reason(against: text)
        ?? Message(zh: "“\(text)”不是有效的\(typeName.zh)", en: "\"\(text)\" is not a valid \(typeName.en)"),
      at: node.span, repair: Message(zh: "写法如 \(example)", en: "written as in \(example)"))
    return nil
  }
}

/// One of a closed set of words; the raw value is the word that editors write.
package protocol Choice: FieldValue, RawRepresentable<String>, CaseIterable {
  /// The word meant by another that people write for it; any other text as it is.
  static func word(for text: String) -> String
  /// The code of the message for another word: RF08, where a family has no code of its own for it.
  static var errorCode: DiagnosticCode { get }
}

extension Choice {
  /// Most words have no other form.
  package static func word(for text: String) -> String { text }
  /// RF08, the code of any wrong value.
  package static var errorCode: DiagnosticCode { "RF08" }

  package static func read(_ cell: borrowing Span<UInt8>, at span: SourceSpan) -> Self? {
    String(cell: cell).flatMap { Self(rawValue: $0) }
  }

  package static func decode(_ node: Node, _ decoding: inout Decoding) -> Self? { word(node, &decoding) }

  /// The value whose word `node` is; `errorCode` for any other.
  static func word(_ node: Node, _ decoding: inout Decoding) -> Self? {
    guard let text = decoding.text(node, expecting: typeName) else { return nil }
    if let value = Self(rawValue: word(for: text)) { return value }
    let words = allCases.map(\.rawValue)
    let nearest = Spelling.nearest(to: text, among: words)
    decoding.report(
      errorCode,
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
  /// The first of the words.
  package static var example: String { allCases.first?.rawValue ?? "" }
  /// All of them, in the order of the cases.
  package static var words: [String] { allCases.map(\.rawValue) }
  /// The word.
  package var node: Node { .unplaced(rawValue) }
}

extension Optional where Wrapped == Value {
  /// `.none` for a value that is not given.
  package var orNone: Value { self ?? Value.none }
}
