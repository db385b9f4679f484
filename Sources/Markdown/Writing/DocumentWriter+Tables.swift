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
      for (column, alignment) in table.alignments.enumerated() {
        writeOpeningTag(index == 0 ? "th" : "td", alignment)
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
    let start = output.count
    writeInlines(of: cells[number], in: range)
    collect(.cell, from: start)
  }

  private mutating func writeOpeningTag(_ name: String, _ alignment: TableRow.Alignment) {
    let attribute = features.contains(.alignmentClasses) ? "class" : "align"
    let value: String? =
      switch alignment {
      case .none: nil
      case .left: "left"
      case .center: "center"
      case .right: "right"
      }
    output.append("<" + name)
    if let value { output.append(" \(attribute)=\"\(value)\"") }
    output.append(literal: ">")
  }
}
