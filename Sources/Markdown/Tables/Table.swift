/// A pipe table: where it stands and what its cells hold.
struct Table {
  let alignments: [TableRow.Alignment]
  /// The rows, the header first; each has at most as many cells as there are columns. Offsets into the file.
  let rows: [[Range<Int>]]
  /// 1-based lines of the source.
  let lines: ClosedRange<Int>
  /// On each line, the bytes of the file before the table's content: what quotes and lists ask for.
  let prefixes: [Prefix]
  /// Whether the lines are exactly those of one paragraph of libcmark's.
  var isWholeParagraph: Bool
  /// What stands behind the last column, for each row that has more cells than the header: from the first of them to the
  /// last, how many cells the row has, and whether any of them holds something.
  let excess: [(range: Range<Int>, cellCount: Int, isLost: Bool)]
  /// Whether the task before the header has been done; `nil` when the header stands behind no box.
  let task: Bool?
  /// Number of the first cell among all cells of the text, in reading order.
  var firstCell = 0

  /// The start of a line.
  struct Prefix {
    var range: Range<Int>
    /// Blanks that stand for the part of a tab behind it.
    var blanks = 0
    /// How many bytes of the marked line stand for `range`, where that holds the marker of a list or a footnote.
    var markedLength: Int?
  }

  var cellCount: Int { rows.reduce(0) { $0 + $1.count } }
}
