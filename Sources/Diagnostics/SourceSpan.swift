/// A half-open range of byte offsets, 0-based, into the bytes of one source file (or of one text inside it).
///
/// Line and column are computed only when a diagnostic is rendered. Files are limited to 4 GiB by the `UInt32`; the
/// readers' own limits are far below.
package struct SourceSpan: Hashable, Sendable, BitwiseCopyable {
  /// Offset of the first byte.
  package var start: UInt32
  /// Offset behind the last byte; equal to `start` for an empty place between two bytes.
  package var end: UInt32

  package init(_ start: Int, _ end: Int) {
    self.start = UInt32(clamping: start)
    self.end = UInt32(clamping: Swift.max(start, end))
  }

  package init(_ range: Range<Int>) { self.init(range.lowerBound, range.upperBound) }

  /// The same bytes as a range of `Int`.
  package var range: Range<Int> { Int(start)..<Int(end) }

  /// From the start of this span to the end of `other`.
  package func joined(with other: SourceSpan) -> SourceSpan { SourceSpan(Int(start), Int(other.end)) }

  /// This span moved by `offset` bytes: from a text that begins at `offset` of its file to the file.
  package func shifted(by offset: Int) -> SourceSpan { SourceSpan(Int(start) + offset, Int(end) + offset) }
}

/// A place in a file: the file's path and the bytes meant there.
package struct SourceLocation: Hashable, Sendable {
  /// Path relative to the portal's root, `/`-separated (`content/site.yml`), or a label such as `<stdin>`.
  package var path: String
  /// The bytes meant; `nil` when the whole file is.
  package var span: SourceSpan?

  package init(_ path: String, _ span: SourceSpan? = nil) {
    self.path = path
    self.span = span
  }
}
