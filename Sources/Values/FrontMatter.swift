package import Diagnostics

/// The YAML at the head of a Markdown file, between two lines `---`.
///
///     front matter = [ BOM ] { blanks break } "---" blanks break { line } "---" blanks ( break | end )
///
/// Only a `---` on the first line that is not blank opens it; the next line that is exactly `---` (blanks may follow)
/// closes it. Behind blank lines one that nothing closes is text.
package enum FrontMatter {
  /// Byte ranges of the two parts of a file.
  package struct Parts: Hashable, Sendable {
    /// Between the two marker lines; `nil` without front matter. Pass it to `YAMLReader.read(_:in:path:)`.
    package var yaml: Range<Int>?
    /// Behind the closing line; the whole file (without a byte order mark) when there is no front matter, empty when
    /// it is unterminated.
    package var body: Range<Int>
  }

  /// Splits a file.
  ///
  /// - Returns: the parts, and an error when the opening line has no closing one.
  /// - Complexity: O(length of the front matter).
  package static func split(_ bytes: [UInt8], path: String) -> (parts: Parts, diagnostics: [Diagnostic]) {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let first = firstLine(bytes, from: start)
    guard isMarker(bytes, at: first) else { return (Parts(yaml: nil, body: start..<bytes.count), []) }
    let yamlStart = nextLine(bytes, after: first)
    var line = yamlStart
    while line < bytes.count {
      let next = nextLine(bytes, after: line)
      if isMarker(bytes, at: line) { return (Parts(yaml: yamlStart..<line, body: next..<bytes.count), []) }
      line = next
    }
    guard first == start else { return (Parts(yaml: nil, body: start..<bytes.count), []) }
    let error = YAMLError(.text(.unterminatedFrontMatter), SourceSpan(start, start + 3))
    return (Parts(yaml: nil, body: bytes.count..<bytes.count), [error.diagnostic(path: path, source: bytes)])
  }

  /// Offset of the first line from `start` on that is not blank.
  private static func firstLine(_ bytes: [UInt8], from start: Int) -> Int {
    var line = start
    var index = start
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "\n") || bytes[index] == UInt8(ascii: "\r") {
        line = index + 1
      } else if !YAMLParser.isBlank(bytes[index]) {
        break
      }
      index += 1
    }
    return line
  }

  /// Whether the line at `offset` is `---`, blanks behind it allowed.
  private static func isMarker(_ bytes: [UInt8], at offset: Int) -> Bool {
    var index = offset
    while index < bytes.count, index < offset + 3 {
      guard bytes[index] == UInt8(ascii: "-") else { return false }
      index += 1
    }
    guard index == offset + 3 else { return false }
    while index < bytes.count, YAMLParser.isBlank(bytes[index]) { index += 1 }
    return index == bytes.count || bytes[index] == UInt8(ascii: "\n") || bytes[index] == UInt8(ascii: "\r")
  }

  /// Offset of the line after the one at `offset`; line breaks are LF, CR LF and CR.
  private static func nextLine(_ bytes: [UInt8], after offset: Int) -> Int {
    var index = offset
    while index < bytes.count, bytes[index] != UInt8(ascii: "\n"), bytes[index] != UInt8(ascii: "\r") { index += 1 }
    guard index < bytes.count else { return index }
    return index + 1 < bytes.count && bytes[index] == UInt8(ascii: "\r") && bytes[index + 1] == UInt8(ascii: "\n")
      ? index + 2 : index + 1
  }
}
