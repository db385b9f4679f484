internal import Bytes

/// What `SourceScan` finds among the characters outside ASCII, and the control characters.
struct WideCharacters {
  private(set) var bytes: SourceScan.Bytes = []
  /// Offset of the first ill-formed byte.
  private(set) var illFormed: Int?
  /// Where the first noncharacter stands.
  private(set) var noncharacter: Range<Int>?
  private(set) var control: (range: Range<Int>, count: Int)?

  /// The first U+FFFD, and how many there are.
  private(set) var replacement: (range: Range<Int>, count: Int)?

  mutating func noteControl(_ range: Range<Int>) { control = (control?.range ?? range, (control?.count ?? 0) + 1) }

  /// Passes characters of `text` from `start` on, where a byte outside ASCII stands, to the offset that it returns. What is
  /// looked at begins at `floor` and ends with `text`.
  @inline(__always)
  mutating func pass(_ text: Span<UInt8>, _ start: Int, from floor: Int) -> Int {
    bytes.insert(.wide)
    // Nothing is to be told of Han and most of the punctuation of Chinese.
    let end = text.endOfChinese(from: start, to: text.count)
    guard end > start else { return passOne(text, start, from: floor) }
    // Behind full-width brackets, those of an address or the name of a footnote look like markup.
    if end < text.count, text[end] == UInt8(ascii: "(") || text[end] == UInt8(ascii: "^"),
      ["】(", "］(", "【^", "［^"].contains(where: { text.has($0, at: end - 3) })
    {
      bytes.insert(.lookalike)
    }
    return end
  }

  private mutating func passOne(_ text: Span<UInt8>, _ index: Int, from floor: Int) -> Int {
    let length = UTF8Check.multibyteLength(in: text, at: index)
    guard length > 0 else {
      if illFormed == nil { illFormed = index }
      return index + 1
    }
    if InvisibleCharacters.length(in: text, at: index) > 0 { bytes.insert(.invisible) }
    if noncharacter == nil, Self.isNoncharacter(text, index..<index + length) { noncharacter = index..<index + length }
    switch (text[index], text[index + 1]) {
    // U+0080–U+009F
    case (0xC2, 0x80..<0xA0): noteControl(index..<index + 2)
    case (0xEF, 0xBC):
      let isBehindBracket = index > floor && text[index - 1] == UInt8(ascii: "]")
      if text[index + 2] == 0x8A || (text[index + 2] == 0x88 && isBehindBracket) { bytes.insert(.lookalike) }
    // U+FFFD
    case (0xEF, 0xBF) where text[index + 2] == 0xBD:
      replacement = (replacement?.range ?? index..<index + 3, (replacement?.count ?? 0) + 1)
    case (0xEF, 0xBD): if text.has("｛｛", at: index) { bytes.insert(.lookalike) }
    default: break
    }
    return index + length
  }

  /// Whether a character is none for ever: U+FDD0–U+FDEF, and the last two of each plane (Unicode 16, 23.7).
  private static func isNoncharacter(_ text: Span<UInt8>, _ character: Range<Int>) -> Bool {
    let (first, second) = (text[character.lowerBound], text[character.lowerBound + 1])
    if first == Mark.lead, second == Mark.second { return 0x90...0xAF ~= text[character.lowerBound + 2] }
    guard character.count > 3 || first == 0xEF, second & 0x0F == 0x0F else { return false }
    return text[character.upperBound - 1] >= 0xBE && (character.count == 3 || text[character.upperBound - 2] == 0xBF)
  }
}
