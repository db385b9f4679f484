/// JSON string escaping (RFC 8259 §7) over runs: bytes between special ones are copied whole.
public enum JSONEscaping {
  @usableFromInline static let special = ByteClass(Array(0..<0x20) + [0x22, 0x5C])
  @usableFromInline static let scriptSpecial = ByteClass(Array(0..<0x20) + [0x22, 0x5C, 0x26, 0x27, 0x3C, 0x3E, 0xE2])

  /// Appends the inside of a JSON string (without its quotes): `"`, `\` and the control characters are escaped, all
  /// else is copied as it is.
  ///
  /// - Parameters:
  ///   - text: UTF-8.
  ///   - output: where it goes.
  /// - Complexity: O(length of `text`).
  @inlinable public static func append(_ text: Span<UInt8>, to output: inout [UInt8]) {
    var runStart = 0
    for index in text.indices where special.contains(text[index]) {
      output.append(run: text, runStart..<index)
      appendEscape(of: text[index], to: &output)
      runStart = index + 1
    }
    output.append(run: text, runStart..<text.count)
  }

  /// The same for JSON inside `<script>` and HTML attributes: `<`, `>`, `&`, `'`, U+2028 and U+2029 are escaped too
  /// (`\u003c`), as Jinja2's `tojson` does.
  ///
  /// - Complexity: O(length of `text`).
  @inlinable public static func appendScriptSafe(_ text: Span<UInt8>, to output: inout [UInt8]) {
    var runStart = 0
    for index in text.indices where scriptSpecial.contains(text[index]) {
      if text[index] == 0xE2 {
        guard index + 2 < text.count, text[index + 1] == 0x80, text[index + 2] | 1 == 0xA9 else { continue }
        output.append(run: text, runStart..<index)
        output.append(contentsOf: (text[index + 2] == 0xA8 ? "\\u2028" : "\\u2029").utf8)
        runStart = index + 3
      } else {
        output.append(run: text, runStart..<index)
        appendEscape(of: text[index], to: &output)
        runStart = index + 1
      }
    }
    output.append(run: text, runStart..<text.count)
  }

  /// Appends the escape of one special byte.
  @usableFromInline static func appendEscape(of byte: UInt8, to output: inout [UInt8]) {
    switch byte {
    case 0x22: output.append(contentsOf: "\\\"".utf8)
    case 0x5C: output.append(contentsOf: "\\\\".utf8)
    case 0x08: output.append(contentsOf: "\\b".utf8)
    case 0x09: output.append(contentsOf: "\\t".utf8)
    case 0x0A: output.append(contentsOf: "\\n".utf8)
    case 0x0C: output.append(contentsOf: "\\f".utf8)
    case 0x0D: output.append(contentsOf: "\\r".utf8)
    default:
      output.append(contentsOf: "\\u00".utf8)
      output.append(hexDigit(byte >> 4))
      output.append(hexDigit(byte & 15))
    }
  }

  @usableFromInline static func hexDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }
}
