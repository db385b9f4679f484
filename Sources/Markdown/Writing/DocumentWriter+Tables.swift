internal import Bytes

extension DocumentWriter {
  /// Writes a table as cmark-gfm does: no `tbody` without rows, missing cells empty; alignment as an attribute, which HTML
  /// no longer has, or with `alignmentClasses` as a class.
  mutating func write(_ table: Table) {
    if let row = table.excess.first(where: \.isLost) ?? table.excess.first {
      report(
        .tooManyCells(
          found: row.cellCount, columns: table.alignments.count, rows: table.excess.count { $0.isLost == row.isLost },
          isLost: row.isLost), at: row.range)
    }
    startLine()
    output.append(literal: "<table>\n<thead>\n")
    var cell = table.firstCell
    for (index, row) in table.rows.enumerated() {
      if index == 1 { output.append(literal: "<tbody>\n") }
      output.append(literal: "<tr>\n")
      let isFilled = mayFill(row, of: table)
      for (column, alignment) in table.alignments.enumerated() {
        if column >= row.count, !isFilled { break }
        output.append(index == 0 ? "<th" : "<td")
        write(alignment)
        if column < row.count {
          writeCell(cell, row[column])
          cell += 1
        }
        output.append(index == 0 ? "</th>\n" : "</td>\n")
      }
      output.append(literal: "</tr>\n")
      if index == 0 { output.append(literal: "</thead>\n") }
    }
    if table.rows.count > 1 { output.append(literal: "</tbody>\n") }
    output.append(literal: "</table>\n")
  }

  /// Whether the cells that `row` lacks may be added; the first row that goes beyond the limit is reported.
  private mutating func mayFill(_ row: [Range<Int>], of table: Table) -> Bool {
    let limit = MarkdownLimit.cells
    let missing = table.alignments.count - row.count
    guard missing > 0, missingCells <= limit.value else { return missingCells <= limit.value }
    missingCells += missing
    if missingCells > limit.value { report(.beyondLimit(limit), at: row.first ?? table.rows[0][0]) }
    return missingCells <= limit.value
  }

  private mutating func writeCell(_ number: Int, _ range: Range<Int>) {
    guard number < cells.count else { return }
    let start = output.count
    writeInlines(of: cells[number], in: range)
    collect(.cell, from: start)
  }

  /// Writes what is left of the opening tag of a cell.
  private mutating func write(_ alignment: TableRow.Alignment) {
    if alignment != .none { output.append(features.contains(.alignmentClasses) ? " class=\"" : " align=\"") }
    switch alignment {
    case .none: output.append(literal: ">")
    case .left: output.append(literal: "left\">")
    case .center: output.append(literal: "center\">")
    case .right: output.append(literal: "right\">")
    }
  }
}
