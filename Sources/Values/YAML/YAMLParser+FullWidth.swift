import Diagnostics

/// Full-width characters that stand where YAML's own were meant.
///
/// YAML takes all of them for text. Refused is only what has a second reading that was probably meant, and each can be
/// kept as text by putting it in quotes:
///
///     　　学时: 4          a key indented with U+3000
///     ［甲, 乙］ ｛甲: 1｝   a value wholly in full-width brackets
///     [甲，乙]            a comma inside the only item of a flow sequence
///     {甲: 1，乙: 2}       a comma before a colon in a flow collection
///     [“甲, 乙”] “甲 #乙”  a quotation cut in two by something that ends the scalar
///     {标题：甲}           an entry of a flow mapping without a value
///     标题：甲             a whole document
extension YAMLParser {
  private static let comma: [UInt8] = [0xEF, 0xBC, 0x8C]
  private static let space: [UInt8] = [0xE3, 0x80, 0x80]
  private static let openingQuote: [UInt8] = [0xE2, 0x80, 0x9C]
  private static let closingQuote: [UInt8] = [0xE2, 0x80, 0x9D]

  private func has(_ character: [UInt8], at offset: Int, before limit: Int) -> Bool {
    offset + 3 <= limit && bytes[offset] == character[0] && bytes[offset + 1] == character[1]
      && bytes[offset + 2] == character[2]
  }

  private func place(of character: [UInt8], in range: Range<Int>) -> Int? {
    var index = range.lowerBound
    while index + 3 <= range.upperBound {
      if has(character, at: index, before: range.upperBound) { return index }
      index += 1
    }
    return nil
  }

  /// Refuses a full-width space where a line begins, at `position`.
  func refuseFullWidthSpace() throws(YAMLError) {
    guard has(Self.space, at: position, before: end) else { return }
    for index in lineStart..<position where bytes[index] != UInt8(ascii: " ") { return }
    var last = position
    while has(Self.space, at: last, before: end) { last += 3 }
    throw YAMLError(.fullWidth(.space), SourceSpan(position, last))
  }

  /// Refuses a full-width comma at `position`, between two items.
  func refuseFullWidthComma() throws(YAMLError) {
    guard has(Self.comma, at: position, before: end) else { return }
    throw YAMLError(.fullWidth(.comma), SourceSpan(position, position + 3))
  }

  /// Refuses a flow sequence of one plain item with a full-width comma in it: `[甲，乙]`. Beside other items such a comma
  /// is taken for text.
  func refuseOnlyItem(_ items: [Node]) throws(YAMLError) {
    guard items.count == 1, let item = items.first?.scalar, item.style == .plain,
      let comma = items.first.flatMap({ place(of: Self.comma, in: $0.span.range) })
    else { return }
    throw YAMLError(.fullWidth(.comma), SourceSpan(comma, comma + 3))
  }

  /// Looks at a plain scalar that lies in `range` on one line and ended at `stop`.
  ///
  /// - Complexity: O(1) for most scalars, O(length) in flow collections.
  func refuseFullWidth(_ range: Range<Int>, _ stop: PlainStop, _ placeOfScalar: PlainPlace) throws(YAMLError) {
    guard !range.isEmpty else { return }
    // Chinese text has such commas; only before a colon one must have been meant to end an item.
    if placeOfScalar == .flow, stop == .colon, let comma = place(of: Self.comma, in: range) {
      throw YAMLError(.fullWidth(.comma), SourceSpan(comma, comma + 3))
    }
    let first = range.lowerBound
    if bytes[first] == 0xEF, range.count >= 6, bytes[first + 1] == 0xBC || bytes[first + 1] == 0xBD {
      // ［ … ］ and ｛ … ｝: the closing one is the second next character.
      let closing = [0xEF, bytes[first + 1], bytes[first + 2] &+ 2]
      let isBracket =
        (bytes[first + 1], bytes[first + 2]) == (0xBC, 0xBB) || (bytes[first + 1], bytes[first + 2]) == (0xBD, 0x9B)
      if isBracket, has(closing, at: range.upperBound - 3, before: range.upperBound) {
        throw YAMLError(.fullWidth(.brackets), SourceSpan(range))
      }
    }
    if stop != .lineEnd, has(Self.openingQuote, at: first, before: range.upperBound),
      place(of: Self.closingQuote, in: range) == nil,
      !(stop == .colon && placeOfScalar == .block && !hasClosingQuote(range))
    {
      throw YAMLError(.fullWidth(.quotes), SourceSpan(first, first + 3))
    }
  }

  /// Whether `”` stands behind `range` on its line.
  private func hasClosingQuote(_ range: Range<Int>) -> Bool {
    var last = range.upperBound
    while !Self.isBreakOrEnd(byte(at: last)) { last += 1 }
    return place(of: Self.closingQuote, in: range.upperBound..<last) != nil
  }

  /// Refuses an entry of a flow mapping, or a document, that is only text with `：` in it.
  func refuseFullWidthColon(_ scalar: SourceSpan) throws(YAMLError) {
    if let error = fullWidthColon(scalar) { throw error }
  }

  /// The error for a document of one plain scalar that was meant as entries: `标题：甲`, or `标题:　甲` with U+3000.
  func documentOfText(_ root: Node) -> YAMLError? {
    guard let scalar = root.scalar, scalar.style == .plain, !scalar.text.isEmpty else { return nil }
    var lineEnd = Int(root.span.start)
    while lineEnd < Int(root.span.end), !Self.isBreakOrEnd(bytes[lineEnd]) { lineEnd += 1 }
    let line = SourceSpan(Int(root.span.start), lineEnd)
    if let error = fullWidthColon(line) { return error }
    guard let space = place(of: Self.space, in: line.range), space > Int(line.start),
      bytes[space - 1] == UInt8(ascii: ":")
    else { return nil }
    return YAMLError(.key(.missingBlankAfterColon), SourceSpan(space - 1, space))
  }
}
