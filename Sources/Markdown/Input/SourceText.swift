internal import Diagnostics

/// The text that is rendered: a range of a file.
struct SourceText {
  let file: [UInt8]
  /// Byte offsets of the text in `file`.
  let body: Range<Int>
  let path: String

  init(file: [UInt8], body: Range<Int>, path: String) {
    self.file = file
    self.body = body.clamped(to: 0..<file.count)
    self.path = path
  }

  /// The place of the bytes `range` (offsets into the file) in the file.
  func location(_ range: Range<Int>) -> SourceLocation { SourceLocation(path, SourceSpan(range)) }
}
