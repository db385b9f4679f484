/// Where the lines of a text begin, as libcmark counts them: LF, CR and CRLF end a line.
struct LineIndex {
  /// Offsets into the file, ascending; one more than there are lines, the last being the end of the text.
  private let starts: [Int]

  /// - Complexity: O(length of `range`), once for a text.
  init(_ file: Span<UInt8>, _ range: Range<Int>) {
    var starts = [range.lowerBound]
    starts.reserveCapacity(range.count / 48 + 2)
    var index = range.lowerBound
    let end = range.upperBound
    while index < end {
      let byte = file[index]
      index += 1
      guard byte <= UInt8(ascii: "\r"), byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") else { continue }
      if byte == UInt8(ascii: "\r"), index < end, file[index] == UInt8(ascii: "\n") { index += 1 }
      if index < end { starts.append(index) }
    }
    starts.append(range.upperBound)
    self.starts = starts
  }

  /// From the starts, the end of the text being the last.
  init(starts: [Int]) { self.starts = starts }

  var count: Int { starts.count - 1 }

  /// The bytes of lines `first` to `last` (1-based, inclusive, clamped), the last line's end excluded.
  func range(ofLines first: Int, through last: Int, in file: Span<UInt8>) -> Range<Int> {
    guard count > 0 else { return starts[0]..<starts[0] }
    let start = starts[min(max(first, 1), count) - 1]
    var end = max(start, starts[min(max(last, 1), count)])
    while end > start, file[end - 1] == UInt8(ascii: "\n") || file[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return start..<end
  }

  /// The bytes of lines `first` to `last` with their ends; empty when `last` is before `first`.
  func wholeRange(ofLines first: Int, through last: Int) -> Range<Int> {
    guard first <= last, first <= count else { return starts[count]..<starts[count] }
    return starts[first - 1]..<starts[min(last, count)]
  }
}
