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
