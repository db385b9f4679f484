import Bytes
package import Diagnostics

/// Reads JSON, strictly RFC 8259, into a `Node`: numbers, `true`, `false` and `null` as plain scalars with their text,
/// strings as text scalars. Duplicate keys and lone surrogates are refused; a byte order mark at the start is passed.
package enum JSONReader {
  /// The largest text that is read, in bytes.
  package static let maximumSize = 256 << 20

  /// Reads one value.
  ///
  /// - Parameters:
  ///   - bytes: the file.
  ///   - path: its path for diagnostics.
  /// - Returns: the value, or `nil` and the first error.
  /// - Complexity: O(length).
  package static func read(_ bytes: [UInt8], path: String) -> (root: Node?, diagnostics: [Diagnostic]) {
    do throws(JSONError) {
      guard bytes.count <= maximumSize else { throw JSONError(.tooLarge, SourceSpan(0, 0)) }
      if let bad = UTF8Check.firstError(in: bytes.span) { throw JSONError(.notUTF8, SourceSpan(bad)) }
      var parser = JSONParser(bytes)
      return (try parser.parseDocument(), [])
    } catch {
      return (nil, [error.diagnostic(path: path)])
    }
  }
}
