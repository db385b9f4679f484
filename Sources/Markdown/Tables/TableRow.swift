/// Cuts a line into the cells of a table's row.
///
///     row  = "|"? cell ("|" cell)* "|"? blank*
///     cell = [^|]*, in which `\|` is a pipe and a figure's pipes do not count
///
/// GFM 0.29 §4.10 as cmark-gfm reads it: a pipe behind a backslash is never a border, code or not.
enum TableRow {
  enum Alignment { case none, left, center, right }

  /// Appends the cells of `line`, without the blanks around them, as offsets into the file; none when the line is no row.
  ///
  /// `line` reaches from its first byte that is no blank to before the line's end.
  ///
  /// - Complexity: O(length of the line).
  static func appendCells(
    of file: Span<UInt8>, in line: Range<Int>, hasFigures: Bool, to result: inout [Range<Int>]
  ) {
    var start = line.lowerBound
    if start < line.upperBound, file[start] == UInt8(ascii: "|") { start = skippingBlanks(file, start + 1, line) }
    var hasFigure = hasFigures
    while start < line.upperBound {
      var end = start
      while end < line.upperBound, file[end] != UInt8(ascii: "|") {
        switch file[end] {
        case UInt8(ascii: "\\") where end + 1 < line.upperBound && file[end + 1] == UInt8(ascii: "|"): end += 2
        case UInt8(ascii: "\\") where end + 1 < line.upperBound && file[end + 1] == UInt8(ascii: "{"): end += 2
        case UInt8(ascii: "{") where hasFigure && file.has("{{", at: end):
          if let figure = figureEnd(file, at: end, limit: line.upperBound) {
            end = figure
          } else {
            // No later one of the line ends either: do not look again.
            hasFigure = false
            end += 1
          }
        default: end += 1
        }
      }
      result.append(trimmed(file, start..<end))
      guard end < line.upperBound else { break }
      start = skippingBlanks(file, end + 1, line)
    }
  }

  /// The columns that a delimiter row declares; `nil` when `line` is none.
  static func alignments(of file: Span<UInt8>, in line: Range<Int>) -> [Alignment]? {
    var result: [Alignment] = []
    var cells: [Range<Int>] = []
    appendCells(of: file, in: line, hasFigures: false, to: &cells)
    for cell in cells {
      guard !cell.isEmpty else { return nil }
      let isLeft = file[cell.lowerBound] == UInt8(ascii: ":")
      let isRight = file[cell.upperBound - 1] == UInt8(ascii: ":")
      let first = cell.lowerBound + (isLeft ? 1 : 0)
      let end = cell.upperBound - (isRight ? 1 : 0)
      guard first < end else { return nil }
      for index in first..<end where file[index] != UInt8(ascii: "-") { return nil }
      result.append(isLeft ? (isRight ? .center : .left) : isRight ? .right : .none)
    }
    return result.isEmpty ? nil : result
  }

  static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0B || byte == 0x0C }

  /// Whether nothing but blanks stands in `line`.
  static func isBlank(_ file: Span<UInt8>, _ line: Range<Int>) -> Bool {
    skippingBlanks(file, line.lowerBound, line) == line.upperBound
  }

  private static func skippingBlanks(_ file: Span<UInt8>, _ start: Int, _ line: Range<Int>) -> Int {
    var index = start
    while index < line.upperBound, isBlank(file[index]) { index += 1 }
    return index
  }

  private static func trimmed(_ file: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, isBlank(file[start]) { start += 1 }
    while end > start, isBlank(file[end - 1]) { end -= 1 }
    return start..<end
  }
}
