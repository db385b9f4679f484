/// `&name;`, `&#1234;` or `&#x12ab;` in a source.
struct CharacterReference {
  /// Offset behind the semicolon.
  let end: Int
  /// What it stands for; `nil` for names that texts hardly have.
  let scalar: UInt32?

  private static let names: [(name: String, scalar: UInt32)] = [
    ("amp", 0x26), ("lt", 0x3C), ("gt", 0x3E), ("quot", 0x22), ("apos", 0x27), ("nbsp", 0xA0), ("copy", 0xA9),
    ("times", 0xD7), ("middot", 0xB7), ("mdash", 0x2014), ("hellip", 0x2026), ("ldquo", 0x201C), ("rdquo", 0x201D),
    ("emsp", 0x2003), ("ensp", 0x2002),
  ]

  /// The reference whose `&` stands at `start`; `nil` when none does.
  ///
  /// - Complexity: O(1).
  init?(_ text: Span<UInt8>, at start: Int, limit: Int) {
    let isNumber = text.has("#", at: start + 1)
    var end = start + (isNumber ? 2 : 1)
    let first = end
    while end < limit, end - start < 40, TagScanner.isLetter(text[end]) || TagScanner.isDigit(text[end]) { end += 1 }
    guard end > first, end < limit, text[end] == UInt8(ascii: ";") else { return nil }
    self.end = end + 1
    if isNumber {
      let isHexadecimal = text[first] | 0x20 == UInt8(ascii: "x")
      let digits = text.extracting(first + (isHexadecimal ? 1 : 0)..<end)
      guard 1...7 ~= digits.count else { return nil }
      var value: UInt32 = 0
      for index in digits.indices {
        let byte = digits[index]
        let digit = TagScanner.isDigit(byte) ? byte & 0x0F : (byte & 0x0F) + 9
        guard digit < (isHexadecimal ? 16 : 10) else { return nil }
        value = value * (isHexadecimal ? 16 : 10) + UInt32(digit)
      }
      scalar = value
    } else {
      scalar = Self.names.first { $0.name.utf8.count == end - first && text.has(text: $0.name, at: first) }?.scalar
    }
  }
}
