/// HTML escaping over runs: bytes between special ones are copied whole.
///
/// The replacements are those of Jinja2's `escape` (MarkupSafe) for layouts and of CommonMark's reference output for
/// Markdown; they differ in the quotes.
public enum HTMLEscaping {
  @usableFromInline static let special = ByteClass("&<>\"'".utf8)

  /// Appends `text` with `& < > " '` as `&amp; &lt; &gt; &#34; &#39;`.
  ///
  /// - Complexity: O(length of `text`).
  @inlinable public static func append(_ text: Span<UInt8>, to output: inout [UInt8]) {
    guard containsSpecial(text) else { return output.append(run: text, 0..<text.count) }
    var runStart = 0
    for index in text.indices where special.contains(text[index]) {
      output.append(run: text, runStart..<index)
      switch text[index] {
      case UInt8(ascii: "&"): output.append(contentsOf: "&amp;".utf8)
      case UInt8(ascii: "<"): output.append(contentsOf: "&lt;".utf8)
      case UInt8(ascii: ">"): output.append(contentsOf: "&gt;".utf8)
      case UInt8(ascii: "\""): output.append(contentsOf: "&#34;".utf8)
      default: output.append(contentsOf: "&#39;".utf8)
      }
      runStart = index + 1
    }
    output.append(run: text, runStart..<text.count)
  }

  /// The same for a text that is borrowed: the caller's reference is enough.
  public static func append(text: borrowing String, to output: inout [UInt8]) {
    append(text.utf8Span.span, to: &output)
  }

  /// Whether `text` has one of the bytes that are replaced. No early exit and no table, so that the compiler takes sixteen
  /// bytes at a time; few texts have one.
  @inlinable public static func containsSpecial(_ text: Span<UInt8>) -> Bool {
    var found: UInt8 = 0
    for index in text.indices {
      let byte = text[index]
      let isApostropheOrAmpersand: UInt8 = byte | 1 == UInt8(ascii: "'") ? 1 : 0
      let isAngleBracket: UInt8 = byte | 2 == UInt8(ascii: ">") ? 1 : 0
      let isQuote: UInt8 = byte == UInt8(ascii: "\"") ? 1 : 0
      found |= isApostropheOrAmpersand | isAngleBracket | isQuote
    }
    return found != 0
  }

  /// Appends `text` as CommonMark's reference renderer writes it: `& < > "` as `&amp; &lt; &gt; &quot;`, `'` as it is.
  ///
  /// - Complexity: O(length of `text`).
  @inlinable public static func appendCommonMark(_ text: Span<UInt8>, to output: inout [UInt8]) {
    var runStart = 0
    let count = text.count
    // All four are at most 0x3E: letters and every byte of a Chinese character are passed by.
    var index = text.next(below: 0x3F, from: 0, to: count)
    while index < count {
      let place = index
      index = text.next(below: 0x3F, from: index + 1, to: count)
      let replacement: StaticString
      switch text[place] {
      case UInt8(ascii: "&"): replacement = "&amp;"
      case UInt8(ascii: "<"): replacement = "&lt;"
      case UInt8(ascii: ">"): replacement = "&gt;"
      case UInt8(ascii: "\""): replacement = "&quot;"
      default: continue
      }
      output.append(run: text, runStart..<place)
      output.append(literal: replacement)
      runStart = place + 1
    }
    output.append(run: text, runStart..<count)
  }
}

extension [UInt8] {
  /// Appends the bytes of `source` in `range` (byte offsets, half-open, inside `source`).
  @inlinable public mutating func append(run source: Span<UInt8>, _ range: Range<Int>) {
    guard !range.isEmpty else { return }
    // The one copy primitive of the project: memcpy of a checked range.
    unsafe source.extracting(range).withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
  }

  /// Appends the UTF-8 bytes of `text`.
  @inlinable public mutating func append(_ text: String) { append(contentsOf: text.utf8) }

  /// Appends the UTF-8 bytes of a literal.
  @inlinable public mutating func append(literal: StaticString) {
    unsafe append(contentsOf: UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount))
  }
}
