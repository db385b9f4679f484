/// The lines of a text as Python's `str.splitlines` parts them: at the end of a line of any system and of Unicode.
enum TextLines {
  /// The lines of `text`, without what ends them; the last one is empty when the text ends with an end of a line, but for a lone
  /// U+000D, as in Jinja2.
  ///
  /// - Complexity: O(length).
  static func of(_ text: String) -> [ArraySlice<UInt8>] {
    let bytes = Array(text.utf8)
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    var index = 0
    while index < bytes.count {
      let length = endLength(bytes, index)
      if length > 0 {
        lines.append(bytes[start..<index])
        start = index + length
      }
      index += max(1, length)
    }
    if start < bytes.count || bytes.last != 0x0D { lines.append(bytes[start...]) }
    return lines
  }

  /// How many bytes at `index` end a line; 0 where none does.
  private static func endLength(_ bytes: [UInt8], _ index: Int) -> Int {
    func byte(_ offset: Int) -> UInt8 { index + offset < bytes.count ? bytes[index + offset] : 0 }
    switch bytes[index] {
    case 0x0D: return byte(1) == 0x0A ? 2 : 1
    case 0x0A...0x0C, 0x1C...0x1E: return 1
    // U+0085.
    case 0xC2: return byte(1) == 0x85 ? 2 : 0
    // U+2028 and U+2029.
    case 0xE2: return byte(1) == 0x80 && 0xA8...0xA9 ~= byte(2) ? 3 : 0
    case _: return 0
    }
  }
}
