import Bytes

/// The characters of a text that nobody sees.
struct InvisibleCharacters {
  /// Offsets into the file of the first one.
  private(set) var first: Range<Int>?
  private(set) var count = 0

  /// - Complexity: O(length of `range`).
  init(_ file: Span<UInt8>, _ range: Range<Int>) {
    var index = range.lowerBound
    while index < range.upperBound {
      // Han: three bytes of which none is looked for.
      if 0xE3...0xE9 ~= file[index] {
        index += 3
        continue
      }
      let length = Self.length(in: file, at: index)
      if length > 0 {
        if count == 0 { first = index..<index + length }
        count += 1
      }
      index += max(1, length)
    }
  }

  /// How many bytes such a character at `index` takes: one that prints nothing, one for which Word had a picture (U+FFFC), or
  /// an end of a line or paragraph that is none to Markdown (U+2028, U+2029); 0 when another one stands there.
  static func length(in file: Span<UInt8>, at index: Int) -> Int {
    switch file[index] {
    case 0xE2 where file.has("\u{2028}", at: index) || file.has("\u{2029}", at: index): 3
    case 0xEF where file.has("\u{FFFC}", at: index): 3
    default: InvisibleCharacter.length(in: file, at: index)
    }
  }
}
