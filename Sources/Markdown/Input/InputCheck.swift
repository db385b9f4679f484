internal import Bytes
package import Diagnostics

/// What a text may not hold: MD01 for ill-formed UTF-8, MD02 for noncharacters, MD33 for what is beyond a limit.
package enum InputCheck {
  /// The complaints about the bytes `body` of `file`: the first ill-formed sequence, the first
  /// noncharacter. One of each kind, since one wrong encoding makes many.
  ///
  /// - Parameters:
  ///   - file: all bytes of the file.
  ///   - body: byte offsets into `file`; `nil` for all of it.
  ///   - path: for the locations.
  /// - Returns: at most one diagnostic of each kind.
  /// - Complexity: O(length).
  package static func diagnostics(of file: [UInt8], body: Range<Int>? = nil, path: String) -> [Diagnostic] {
    let source = SourceText(file: file, body: body ?? 0..<file.count, path: path)
    return diagnostics(of: source, SourceScan(source.file.span, source.body))
  }

  static func diagnostics(of source: SourceText, _ scan: SourceScan) -> [Diagnostic] {
    var result: [Diagnostic] = []
    if let start = scan.illFormed {
      let error = UTF8Check.firstError(in: source.file.span.extracting(start..<source.body.upperBound))
      result.append(MarkdownProblem.invalidUTF8.diagnostic(at: source.location(start..<start + (error?.count ?? 1))))
    }
    if let range = scan.noncharacter {
      result.append(MarkdownProblem.noncharacter.diagnostic(at: source.location(range)))
    }
    if let (limit, place) = scan.excess {
      result.append(MarkdownProblem.beyondLimit(limit).diagnostic(at: source.location(place..<place + 1)))
    }
    return result
  }

  /// Offset of the first of those noncharacters that marks are made of, U+FDD0–U+FDEF (EF B7 90 – EF B7 AF), at or behind
  /// `start`.
  static func firstNoncharacter(in bytes: Span<UInt8>, from start: Int) -> Int? {
    let place = Mark.next(in: bytes, from: start)
    return place < bytes.count ? place : nil
  }
}
