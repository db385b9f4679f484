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
    if features.contains(.wordHabits), let row = table.barless { report(.barlessRow, at: row) }
    startLine()
    output.append(literal: "<table>\n<thead>\n")
    let file = source.file
    var markedCell = table.firstMarkedCell
    var cell = 0
    for (index, rowEnd) in table.rowEnds.enumerated() {
      let isHeader = index == 0
      if index == 1 { output.append(literal: "<tbody>\n") }
      output.append(literal: "<tr>\n")
      let isFilled = mayFill(cell..<rowEnd, of: table)
      for alignment in table.alignments {
        if cell == rowEnd, !isFilled { break }
        output.append(literal: openingTag(alignment, isHeader: isHeader))
        if cell < rowEnd {
          write(table.cells[cell], file.span, &markedCell)
          cell += 1
        }
        output.append(literal: isHeader ? "</th>\n" : "</td>\n")
      }
      output.append(literal: "</tr>\n")
      if isHeader { output.append(literal: "</thead>\n") }
    }
    if table.rowEnds.count > 1 { output.append(literal: "</tbody>\n") }
    output.append(literal: "</table>\n")
  }

  /// Whether the cells that `row` lacks may be added; the first row that goes beyond the limit is reported.
  private mutating func mayFill(_ row: Range<Int>, of table: Table) -> Bool {
    let limit = MarkdownLimit.cells
    let missing = table.alignments.count - row.count
    guard missing > 0, missingCells <= limit.value else { return missingCells <= limit.value }
    missingCells += missing
    if missingCells > limit.value {
      report(.beyondLimit(limit), at: table.cells[row.isEmpty ? 0 : row.lowerBound].range)
    }
    return missingCells <= limit.value
  }

  /// Writes what stands in `cell`; `number` is that of the next cell that libcmark read.
  private mutating func write(_ cell: Table.Cell, _ file: Span<UInt8>, _ number: inout Int) {
    let start = output.count
    (blockRange, blockIsCell) = (cell.range, true)
    switch cell.form {
    case .text: HTMLEscaping.appendCommonMark(file.extracting(cell.range), to: &output)
    case .strong:
      output.append(literal: "<strong>")
      let text = cell.range.lowerBound + 2..<cell.range.upperBound - 2
      HTMLEscaping.appendCommonMark(file.extracting(text), to: &output)
      output.append(literal: "</strong>")
    case .marked:
      guard number < cells.count else { return }
      number += 1
      writeInlines(of: cells[number - 1], in: cell.range)
    }
    collect(.cell, from: start)
  }

  private func openingTag(_ alignment: TableRow.Alignment, isHeader: Bool) -> StaticString {
    switch (alignment, features.contains(.alignmentClasses)) {
    case (.none, _): isHeader ? "<th>" : "<td>"
    case (.left, true): isHeader ? "<th class=\"left\">" : "<td class=\"left\">"
    case (.left, false): isHeader ? "<th align=\"left\">" : "<td align=\"left\">"
    case (.center, true): isHeader ? "<th class=\"center\">" : "<td class=\"center\">"
    case (.center, false): isHeader ? "<th align=\"center\">" : "<td align=\"center\">"
    case (.right, true): isHeader ? "<th class=\"right\">" : "<td class=\"right\">"
    case (.right, false): isHeader ? "<th align=\"right\">" : "<td align=\"right\">"
    }
  }
}
