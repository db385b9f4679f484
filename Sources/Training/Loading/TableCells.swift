import Diagnostics
import Values

/// Where the fields of a table's rows stand: asked for by messages, so that no row has to keep it.
final class TableCells: Sendable {
  private let table: CSVTable
  private let isTotal: @Sendable (Int) -> Bool
  /// By field index: its column and whether a blank there means the value above.
  private let columns: [(column: Int, fillsDown: Bool)?]

  init<R: FieldBearer>(_ table: CSVTable, _ plan: RowPlan<R>) {
    self.table = table
    var columns: [(column: Int, fillsDown: Bool)?] = Array(repeating: nil, count: plan.fields.fields.count)
    for column in plan.columns { columns[column.field] = (column.column, column.fillsDown) }
    self.columns = columns
    let totals = TotalRow(table, plan)
    isTotal = { totals.isTotal($0) }
  }

  /// The cell of `field` in a row, the one above that holds the value for a blank one; nothing for what the path says.
  func span(of field: Int, row: Int) -> SourceSpan {
    guard let column = columns[field] else { return SourceSpan(0, 0) }
    var place = table.place(row, column.column)
    var above = row - 1
    while column.fillsDown, place.content.isEmpty, above >= 0 {
      if !isTotal(above) { place = table.place(above, column.column) }
      above -= 1
    }
    return place.span
  }
}
