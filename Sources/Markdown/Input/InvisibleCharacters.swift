/// Characters that print nothing and come along when text is copied: zero-width space, word joiner, marks of direction, byte
/// order mark, soft hyphen. Joiners (U+200C, U+200D) are not among them: emoji and other scripts need those.
struct InvisibleCharacters {
  /// Offsets into the file of the first one.
  private(set) var first: Range<Int>?
  private(set) var count = 0

  /// - Complexity: O(length of `range`).
  init(_ file: Span<UInt8>, _ range: Range<Int>) {
    var index = range.lowerBound
    while index + 1 < range.upperBound {
      let length: Int
      switch file[index] {
      case 0xE3...0xE9:
        // Han, three bytes of which none is looked for.
        index += 3
        continue
      case 0xC2: length = file[index + 1] == 0xAD ? 2 : 0
      case 0xE2: length = index + 2 < range.upperBound && Self.isInvisible(file[index + 1], file[index + 2]) ? 3 : 0
      case 0xEF: length = index + 2 < range.upperBound && file[index + 1] == 0xBB && file[index + 2] == 0xBF ? 3 : 0
      default: length = 0
      }
      if length > 0 {
        if count == 0 { first = index..<index + length }
        count += 1
      }
      index += max(1, length)
    }
  }

  /// U+200B, U+200E, U+200F, U+202A–U+202E and U+2060.
  private static func isInvisible(_ second: UInt8, _ third: UInt8) -> Bool {
    switch (second, third) {
    case (0x80, 0x8B), (0x80, 0x8E), (0x80, 0x8F), (0x80, 0xAA...0xAE), (0x81, 0xA0): true
    default: false
    }
  }
}
