internal import Bytes
package import Diagnostics

/// What bytes a text may not hold: MD01 for ill-formed UTF-8, MD02 for noncharacters.
package enum InputCheck {
  /// The complaints about the bytes `body` of `file`: the first ill-formed sequence, the first noncharacter of
  /// U+FDD0–U+FDEF. One of each kind, since one wrong encoding makes many.
  ///
  /// - Parameters:
  ///   - file: all bytes of the file.
  ///   - body: byte offsets into `file`; `nil` for all of it.
  ///   - path: for the locations.
  /// - Returns: at most one diagnostic of each kind.
  /// - Complexity: O(length).
  package static func diagnostics(of file: [UInt8], body: Range<Int>? = nil, path: String) -> [Diagnostic] {
    diagnostics(of: SourceText(file: file, body: body ?? 0..<file.count, path: path))
  }

  static func diagnostics(of source: SourceText) -> [Diagnostic] {
    var result: [Diagnostic] = []
    let bytes = source.file.span.extracting(source.body)
    if let error = UTF8Check.firstError(in: bytes) {
      let range = source.body.lowerBound + error.lowerBound..<source.body.lowerBound + error.upperBound
      result.append(MarkdownProblem.invalidUTF8.diagnostic(at: source.location(range)))
    }
    if let start = firstNoncharacter(in: bytes, from: 0) {
      let range = source.body.lowerBound + start..<source.body.lowerBound + start + 3
      result.append(MarkdownProblem.noncharacter.diagnostic(at: source.location(range)))
    }
    return result
  }

  /// Offset of the first of U+FDD0–U+FDEF (EF B7 90 – EF B7 AF) at or behind `start`.
  static func firstNoncharacter(in bytes: Span<UInt8>, from start: Int) -> Int? {
    var index = start
    while index + 2 < bytes.count {
      if bytes[index] == 0xEF, bytes[index + 1] == 0xB7, 0x90...0xAF ~= bytes[index + 2] { return index }
      index += 1
    }
    return nil
  }
}
