/// Text of a page as a reader sees it: character references resolved, blanks and line breaks as one blank, none at its ends.
struct ReadableText {
  private var bytes: [UInt8] = []
  private var hasBlank = false

  /// References that finished pages have; others stay as they are written.
  private static let references: [(name: [UInt8], text: [UInt8])] = [
    ("amp", "&"), ("lt", "<"), ("gt", ">"), ("quot", "\""), ("apos", "'"), ("nbsp", " "), ("middot", "·"),
    ("hellip", "…"),
    ("mdash", "—"), ("ndash", "–"), ("ldquo", "“"), ("rdquo", "”"), ("copy", "©"), ("times", "×"),
  ].map { (Array($0.0.utf8), Array($0.1.utf8)) }

  /// The longest reference that is looked for, in bytes.
  private static let longest = 10

  var isEmpty: Bool { bytes.isEmpty }

  /// A blank, unless there is one.
  mutating func blank() { hasBlank = !bytes.isEmpty }

  /// No blank, though there was one.
  mutating func join() { hasBlank = false }

  /// Something that stands in no page.
  mutating func append(_ text: String) { for byte in text.utf8 { append(byte) } }

  /// The bytes of `source` in `range`.
  ///
  /// - Complexity: O(length).
  mutating func append(_ source: [UInt8], _ range: Range<Int>) {
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = source[index]
      if HTMLScanner.isBlank(byte) {
        blank()
        index += 1
      } else if byte == UInt8(ascii: "&"), let (text, end) = Self.reference(source, index, range.upperBound) {
        for byte in text { if byte == 0x20 { blank() } else { append(byte) } }
        index = end
      } else {
        append(byte)
        index += 1
      }
    }
  }

  /// The text so far; afterwards there is none.
  mutating func take() -> String {
    defer {
      bytes.removeAll(keepingCapacity: true)
      hasBlank = false
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private mutating func append(_ byte: UInt8) {
    if hasBlank { bytes.append(0x20) }
    hasBlank = false
    bytes.append(byte)
  }

  /// What the reference at `start` stands for, and where it ends.
  private static func reference(_ source: [UInt8], _ start: Int, _ limit: Int) -> (text: [UInt8], end: Int)? {
    let last = min(limit, start + 2 + longest)
    guard let end = source[start..<last].firstIndex(of: UInt8(ascii: ";")) else { return nil }
    let name = source[start + 1..<end]
    if name.first == UInt8(ascii: "#") {
      let digits = name.dropFirst()
      let isHexadecimal = digits.first == UInt8(ascii: "x") || digits.first == UInt8(ascii: "X")
      let text = String(decoding: isHexadecimal ? digits.dropFirst() : digits, as: UTF8.self)
      guard let number = UInt32(text, radix: isHexadecimal ? 16 : 10), let scalar = Unicode.Scalar(number) else {
        return nil
      }
      return (Array(String(Character(scalar)).utf8), end + 1)
    }
    return references.first { $0.name.elementsEqual(name) }.map { ($0.text, end + 1) }
  }
}
