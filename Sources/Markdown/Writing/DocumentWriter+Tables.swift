internal import Bytes

extension DocumentWriter {
  /// Writes a table as cmark-gfm does: no `tbody` without rows, missing cells empty.
  mutating func write(_ table: Table) {
    startLine()
    output.append(literal: "<table>\n<thead>\n")
    var cell = table.firstCell
    for (index, row) in table.rows.enumerated() {
      if index == 1 { output.append(literal: "<tbody>\n") }
      output.append(literal: "<tr>\n")
      for (column, alignment) in table.alignments.enumerated() {
        output.append(Self.openingTag(isHeader: index == 0, alignment))
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

  private mutating func writeCell(_ number: Int, _ range: Range<Int>) {
    guard number < cells.count else { return }
    writeInlines(of: cells[number], in: range)
  }

  private static func openingTag(isHeader: Bool, _ alignment: TableRow.Alignment) -> String {
    switch alignment {
    case .none: isHeader ? "<th>" : "<td>"
    case .left: isHeader ? "<th align=\"left\">" : "<td align=\"left\">"
    case .center: isHeader ? "<th align=\"center\">" : "<td align=\"center\">"
    case .right: isHeader ? "<th align=\"right\">" : "<td align=\"right\">"
    }
  }
}
