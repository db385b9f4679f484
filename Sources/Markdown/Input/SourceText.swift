internal import Bytes
internal import Diagnostics

/// The text that is rendered: a range of a file.
struct SourceText {
  let file: [UInt8]
  /// Byte offsets of the text in `file`.
  let body: Range<Int>
  let path: String

  init(file: [UInt8], body: Range<Int>, path: String) {
    self.file = file
    let range = body.clamped(to: 0..<file.count)
    // A byte order mark at the start is no text (libcmark skips it, too). Of two, the first is left for libcmark to skip.
    let isMarked = range.lowerBound == 0 && file.span.has("\u{FEFF}", at: 0) && !file.span.has("\u{FEFF}", at: 3)
    self.body = isMarked ? 3..<max(3, range.upperBound) : range
    self.path = path
  }

  /// The same with bytes that may not be there replaced by as many others, so that offsets hold: those of marks by U+FFFD,
  /// ill-formed bytes and what is beyond a limit by `?`.
  ///
  /// - Complexity: O(length).
  func sanitized(_ scan: SourceScan) -> SourceText {
    var bytes = file
    var checked = body.lowerBound
    while let error = UTF8Check.firstError(in: bytes.span.extracting(checked..<body.upperBound)) {
      for index in error { bytes[checked + index] = UInt8(ascii: "?") }
      checked += error.upperBound
    }
    var start = 0
    while let place = InputCheck.firstNoncharacter(in: bytes.span.extracting(body), from: start) {
      let index = body.lowerBound + place
      bytes.replaceSubrange(index..<index + 3, with: [0xEF, 0xBF, 0xBD])
      start = place + 3
    }
    if let excess = scan.excess, excess.limit != .cells { MarkdownLimit.enforce(in: &bytes, body, scan.lines) }
    return SourceText(file: bytes, body: body, path: path)
  }

  /// The place of the bytes `range` (offsets into the file) in the file.
  func location(_ range: Range<Int>) -> SourceLocation { SourceLocation(path, SourceSpan(range)) }
}
