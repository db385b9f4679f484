/// The bytes of one source with its line index: turns byte offsets into lines and columns.
///
/// Lines end with LF, CRLF or a lone CR. Columns count Unicode scalars, so a Han character is one column wherever it
/// stands; a byte order mark at the start counts nothing.
package struct SourceText: Sendable {
  /// A place as people count: both from 1.
  package struct Position: Hashable, Sendable, Comparable {
    package let line: Int
    package let column: Int

    package init(line: Int, column: Int) {
      self.line = line
      self.column = column
    }

    package static func < (left: Self, right: Self) -> Bool { (left.line, left.column) < (right.line, right.column) }
  }

  package let bytes: [UInt8]
  /// Offset of the first byte of each line; the first is 0, or 3 behind a byte order mark.
  private let lineStarts: [UInt32]
  /// `marks[k]`: scalars that start before byte `k * markDistance`; makes columns of endless lines cheap.
  private let marks: [UInt32]
  private static let markDistance = 1024

  /// - Complexity: O(bytes), once a source and only when a diagnostic points into it.
  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var starts: [UInt32] = [bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0]
    var marks: [UInt32] = []
    var scalars: UInt32 = 0
    for index in bytes.indices {
      if index % Self.markDistance == 0 { marks.append(scalars) }
      let byte = bytes[index]
      if byte & 0xC0 != 0x80 { scalars += 1 }
      let endsLine =
        byte == UInt8(ascii: "\n")
        || (byte == UInt8(ascii: "\r") && (index + 1 == bytes.count || bytes[index + 1] != UInt8(ascii: "\n")))
      if endsLine { starts.append(UInt32(clamping: index + 1)) }
    }
    lineStarts = starts
    self.marks = marks
  }

  /// Number of lines; text behind the last line end is one, even when empty.
  package var lineCount: Int { lineStarts.count }

  /// Line and column of a byte offset; beyond the end: the end.
  ///
  /// - Complexity: O(log lines).
  package func position(of offset: Int) -> Position {
    let offset = min(max(0, offset), bytes.count)
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(lineStarts[middle]) <= offset { low = middle } else { high = middle }
    }
    let start = Int(lineStarts[low])
    return Position(line: low + 1, column: offset <= start ? 1 : scalars(before: offset) - scalars(before: start) + 1)
  }

  /// Byte range of a line, counted from 1, without its line end; `nil` when there is no such line.
  package func range(ofLine line: Int) -> Range<Int>? {
    guard line >= 1, line <= lineStarts.count else { return nil }
    let start = Int(lineStarts[line - 1])
    var end = line < lineStarts.count ? Int(lineStarts[line]) : bytes.count
    // Only the line end of the line itself: a lone CR ends a line of its own.
    if end > start, bytes[end - 1] == UInt8(ascii: "\n") { end -= 1 }
    if end > start, line < lineStarts.count, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return start..<max(start, end)
  }

  /// Scalars that start before `offset`; a stray continuation byte counts as part of the scalar before it.
  private func scalars(before offset: Int) -> Int {
    let mark = min(offset / Self.markDistance, marks.count - 1)
    guard mark >= 0 else { return 0 }
    var count = Int(marks[mark])
    for index in (mark * Self.markDistance)..<offset where bytes[index] & 0xC0 != 0x80 { count += 1 }
    return count
  }
}
