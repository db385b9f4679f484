/// Characters that print nothing and come along when text is copied: soft hyphen, zero-width space, marks and isolates of
/// direction, word joiner and invisible operators, byte order mark. The joiners U+200C and U+200D are not among them: emoji and
/// other scripts need those.
public enum InvisibleCharacter {
  /// How many bytes of UTF-8 such a character at `index` takes; 0 when another one stands there.
  @inlinable public static func length(in text: borrowing Span<UInt8>, at index: Int) -> Int {
    switch text[index] {
    case 0xC2: index + 1 < text.count && text[index + 1] == 0xAD ? 2 : 0
    case 0xE2: index + 2 < text.count && isInvisible(text[index + 1], text[index + 2]) ? 3 : 0
    case 0xEF: index + 2 < text.count && text[index + 1] == 0xBB && text[index + 2] == 0xBF ? 3 : 0
    default: 0
    }
  }

  /// U+200B, U+200E, U+200F, U+202A–U+202E, U+2060–U+2064 and U+2066–U+2069, by the bytes behind 0xE2.
  @inlinable static func isInvisible(_ second: UInt8, _ third: UInt8) -> Bool {
    switch (second, third) {
    case (0x80, 0x8B), (0x80, 0x8E...0x8F), (0x80, 0xAA...0xAE), (0x81, 0xA0...0xA4), (0x81, 0xA6...0xA9): true
    default: false
    }
  }
}
