internal import Diagnostics

/// How much of one thing a text may hold, where reading it takes more than time in proportion to its length: libcmark looks at
/// every open quote and list on every line, and at every open `![` at the end of every link; a table is as wide on every row
/// as its header.
enum MarkdownLimit: Hashable, Sendable {
  /// Quotes and lists inside each other.
  case nesting
  /// Brackets `[` that are not closed before the next empty line.
  case brackets
  /// Cells that rows of tables lack.
  case cells

  /// Far beyond what a text needs.
  var value: Int {
    switch self {
    case .nesting: 150
    case .brackets: 1000
    case .cells: 500_000
    }
  }

  var message: Message {
    switch self {
    case .nesting: Message(zh: "列表和引用最多嵌套 \(value) 层", en: "Lists and quotes nest at most \(value) deep")
    case .brackets:
      Message(zh: "一段里未结束的方括号最多 \(value) 个", en: "At most \(value) brackets of a paragraph are left open")
    case .cells:
      Message(zh: "全文表格缺少的格子最多 \(value) 个，多出的不会补齐", en: "Rows of tables lack at most \(value) cells; no more are added")
    }
  }

  var repair: Message {
    switch self {
    case .nesting: Message(zh: "减少嵌套", en: "Nest less")
    case .brackets: Message(zh: "补上 ]；若要原样显示，写作 \\[", en: "Add ]; for the bracket itself write \\[")
    case .cells: Message(zh: "检查表头，或拆成几张表", en: "Check the header, or make several tables")
    }
  }

  /// Offset at which the line `range` opens more quotes and lists than may be open, as far as its own start tells: each takes a
  /// marker or two columns of indentation; `nil` for nearly every line.
  ///
  /// - Complexity: O(length of the markers).
  static func excessNesting(_ file: Span<UInt8>, _ range: Range<Int>) -> Int? {
    var index = range.lowerBound
    var columns = 0
    while index < range.upperBound {
      switch file[index] {
      case UInt8(ascii: " "): columns += 1
      case UInt8(ascii: "\t"): columns += 4
      case UInt8(ascii: ">"): columns += 2
      default:
        let end = markerEnd(file, index, range.upperBound)
        guard end > index else { return nil }
        // The blank behind it counts, too.
        columns += 1
        index = end - 1
      }
      if columns > 2 * nesting.value { return index }
      index += 1
    }
    return nil
  }

  /// End of the list marker at `start`, which a blank must follow; `start` when there is none.
  private static func markerEnd(_ file: Span<UInt8>, _ start: Int, _ limit: Int) -> Int {
    var end = start
    switch file[start] {
    case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"): end += 1
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      while end < limit, end - start < 9, TagScanner.isDigit(file[end]) { end += 1 }
      guard end < limit, file[end] == UInt8(ascii: ".") || file[end] == UInt8(ascii: ")") else { return start }
      end += 1
    default: return start
    }
    return end < limit && (file[end] == UInt8(ascii: " ") || file[end] == UInt8(ascii: "\t")) ? end : start
  }

  /// Puts `?` in the place of what goes beyond the limits of nesting and brackets in `body`.
  ///
  /// - Complexity: O(length).
  static func enforce(in bytes: inout [UInt8], _ body: Range<Int>, _ lines: LineIndex) {
    var open = 0
    for number in 1...max(1, lines.count) {
      let line = lines.range(ofLines: number, through: number, in: bytes.span)
      if let place = excessNesting(bytes.span, line) { bytes[place] = UInt8(ascii: "?") }
      if line.isEmpty { open = 0 }
      for index in line {
        if bytes[index] == UInt8(ascii: "]") {
          open = max(0, open - 1)
        } else if bytes[index] == UInt8(ascii: "[") {
          if open < brackets.value { open += 1 } else { bytes[index] = UInt8(ascii: "?") }
        }
      }
    }
  }
}
