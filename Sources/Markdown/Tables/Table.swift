/// A pipe table: where it stands and what its cells hold.
struct Table {
  let alignments: [TableRow.Alignment]
  /// The cells that are shown, row by row, the header first; each row has at most as many as there are columns.
  let cells: [Cell]
  /// Where the cells of each row end in `cells`, the header first.
  let rowEnds: [Int]
  /// 1-based lines of the source.
  let lines: ClosedRange<Int>
  /// On each line, the bytes of the file before the table's content: what quotes and lists ask for.
  let prefixes: [Prefix]
  /// Whether the lines are exactly those of one paragraph of libcmark's.
  var isWholeParagraph: Bool
  /// What stands behind the last column, for each row that has more cells than the header: from the first of them to the
  /// last, how many cells the row has, and whether any of them holds something.
  let excess: [(range: Range<Int>, cellCount: Int, isLost: Bool)]
  /// The first row that holds no bar, where the table has some: prose that no empty line parts from it.
  let barless: Range<Int>?
  /// Whether the task before the header has been done; `nil` when the header stands behind no box.
  let task: Bool?
  /// How many of `cells` libcmark reads.
  let markedCellCount: Int
  /// Number of the first of those among all of the text, in reading order.
  var firstMarkedCell = 0

  /// What stands between two bars, without the blanks around it.
  struct Cell {
    /// Bytes of the file.
    var range: Range<Int>
    var form: Form

    /// How the bytes become what is shown.
    enum Form {
      /// They are text.
      case text
      /// They are text between `**` and `**`.
      case strong
      /// libcmark reads them.
      case marked
    }
  }

  /// The start of a line.
  struct Prefix {
    var range: Range<Int>
    /// Blanks that stand for the part of a tab behind it.
    var blanks = 0
    /// How many bytes of the marked line stand for `range`, where that holds the marker of a list or a footnote.
    var markedLength: Int?
  }
}
