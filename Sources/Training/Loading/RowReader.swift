import Diagnostics
import Files
import Values

/// Reads rows of one table, any part of it by itself: an immutable value that threads share.
struct RowReader<R: FieldBearer>: Sendable {
  /// What came out of neighbouring rows.
  struct Part: Sendable {
    var records: [R] = []
    var diagnostics: [Diagnostic] = []
    /// Whether a row was left out because it is ragged.
    var isIncomplete = false
    /// For each column of the plan, how often the value above stood for a blank, and the first such row.
    var filled: [(count: Int, first: SourceSpan)]
  }

  private let plan: RowPlan<R>
  private let fields: [Field<R>]
  /// Required fields that the path does not give: bit per field index.
  private let required: UInt64
  /// Positions in the plan of the columns that fill down.
  private let filling: [Int]
  private let table: CSVTable
  private let source: [UInt8]
  private let totals: TotalRow<R>
  private let isComplete: Bool
  private let year: Int?

  init(_ plan: RowPlan<R>, _ table: CSVTable, year: Int?, isComplete: Bool) {
    self.plan = plan
    self.table = table
    self.year = year
    self.isComplete = isComplete
    let fields = plan.fields.fields
    self.fields = fields
    required = fields.indices.filter { fields[$0].presence == .required && !plan.prototype.origin.isGiven($0) }
      .reduce(0) { $0 | 1 << UInt64($1) }
    filling = plan.columns.indices.filter { plan.columns[$0].fillsDown }
    source = table.records.source
    totals = TotalRow(table, plan)
  }

  /// The records of all rows, on `jobs` threads when there are many.
  ///
  /// - Complexity: O(bytes).
  func readAll(jobs: Int) -> Part {
    // One part for each thread, because what they made is joined in the end.
    let length = max(8192, (table.rowCount + jobs - 1) / max(1, jobs))
    let starts = Array(stride(from: 0, to: table.rowCount, by: length))
    let above = cellsAbove(starts)
    var parts = Parallel.map(starts.count, jobs: jobs, run: 1) { index in
      let rows = starts[index]..<min(table.rowCount, starts[index] + length)
      // The first part has room for all others.
      return read(rows, below: above[index], capacity: index == 0 ? table.rowCount : rows.count)
    }
    guard !parts.isEmpty else { return Part(filled: []) }
    var whole = parts.removeFirst()
    for part in parts {
      whole.records += part.records
      whole.diagnostics += part.diagnostics
      whole.isIncomplete = whole.isIncomplete || part.isIncomplete
      for (index, filled) in part.filled.enumerated() where filled.count > 0 {
        if whole.filled[index].count == 0 { whole.filled[index].first = filled.first }
        whole.filled[index].count += filled.count
      }
    }
    whole.diagnostics += notes(whole.filled)
    return whole
  }

  /// For each of `starts`, ascending, the last value above it of every column that fills down.
  private func cellsAbove(_ starts: [Int]) -> [[CSVTable.Place?]] {
    var result: [[CSVTable.Place?]] = []
    var last: [CSVTable.Place?] = Array(repeating: nil, count: plan.columns.count)
    for (index, start) in starts.enumerated() {
      for (position, column) in plan.columns.enumerated() where column.fillsDown {
        var row = start - 1
        while row >= (index == 0 ? start : starts[index - 1]) {
          let place = table.place(row, column.column)
          if !place.content.isEmpty, !totals.isTotal(row) {
            last[position] = place
            break
          }
          row -= 1
        }
      }
      result.append(last)
    }
    return result
  }

  /// Rows are read in blocks that stay in the processor's cache, each block column by column: what reads a column is
  /// fetched once a block instead of once a cell.
  private static var blockLength: Int { 64 }

  private func read(_ rows: Range<Int>, below cells: [CSVTable.Place?], capacity: Int) -> Part {
    var part = Part(filled: Array(repeating: (0, SourceSpan(0, 0)), count: plan.columns.count))
    part.records.reserveCapacity(capacity)
    var decoding = Decoding(path: table.path, year: year, isTable: true)
    var above = cells
    var places: [CSVTable.Place] = []
    var column = ColumnCells()
    // Threads do not share what every record counts its references to.
    var prototype = plan.prototype
    prototype.origin.begin(tableCells: TableCells(table, plan))
    for start in stride(from: rows.lowerBound, to: rows.upperBound, by: Self.blockLength) {
      places.removeAll(keepingCapacity: true)
      let first = part.records.count
      for row in start..<min(rows.upperBound, start + Self.blockLength) {
        begin(row, prototype, &places, &above, &part, &decoding)
      }
      for position in plan.columns.indices { readColumn(position, places, first, &column, &part.records, &decoding) }
      for index in first..<part.records.count { finish(&part.records[index], &decoding) }
    }
    part.diagnostics = decoding.diagnostics
    return part
  }

  /// Appends the places and the empty record of `row`; neither when the row is ragged or a sum.
  private func begin(
    _ row: Int, _ prototype: R, _ places: inout [CSVTable.Place], _ above: inout [CSVTable.Place?],
    _ part: inout Part, _ decoding: inout Decoding
  ) {
    if totals.isTotal(row) {
      decoding.diagnostics.append(totals.diagnostic(row))
      return
    }
    let first = places.count
    table.appendPlaces(of: row, to: &places)
    let span = table.records.recordSpan(table.record(of: row))
    for position in filling { fillDown(&places[first + plan.columns[position].column], position, span, &above, &part) }
    if let problem = table.raggedness(row) {
      decoding.diagnostics.append(problem)
      part.isIncomplete = true
      places.removeLast(places.count - first)
      return
    }
    part.records.append(prototype)
    var given: UInt64 = 0
    for column in plan.columns where !places[first + column.column].content.isEmpty {
      given |= 1 << UInt64(column.field)
    }
    part.records[part.records.count - 1].origin.begin(at: span, row: row, given: given)
  }

  /// One column of the records from `first` on, whose places are `places`; `cells` is memory to use.
  private func readColumn(
    _ position: Int, _ places: [CSVTable.Place], _ first: Int, _ cells: inout ColumnCells, _ records: inout [R],
    _ decoding: inout Decoding
  ) {
    let column = plan.columns[position]
    let bytes = source.span
    let width = table.header.count
    cells.removeAll()
    var index = column.column
    for record in first..<records.count {
      let place = places[index]
      index += width
      guard !place.content.isEmpty else { continue }
      let cell = bytes.extracting(place.content)
      let damage = SpreadsheetDamage.find(in: cell)
      if damage == nil, !place.hasEscapes, !Self.mayBeOpen(cell) {
        cells.append(.init(record: record, place: place))
      } else {
        decode(place, damage, column.field, &records[record], &decoding)
      }
    }
    fields[column.field].decodeCells(&cells, bytes, &records)
    for cell in cells.cells {
      decode(cell.place, nil, column.field, &records[cell.record], &decoding)
    }
  }

  private func finish(_ record: inout R, _ decoding: inout Decoding) {
    if isComplete, !record.origin.areGiven(required) {
      plan.fields.reportMissing(in: &record, &decoding.diagnostics)
    }
    record.complete()
  }

  /// A cell that is not in the most usual form of its type.
  private func decode(
    _ place: CSVTable.Place, _ damage: SpreadsheetDamage?, _ field: Int, _ record: inout R, _ decoding: inout Decoding
  ) {
    let text = table.text(at: place)
    let before = decoding.diagnostics.count
    if let damage {
      decoding.diagnostics.append(damage.diagnostic(text, at: SourceLocation(decoding.path, place.span)))
    } else if plan.fields.noteOpen(Node(.scalar(Scalar(text, .plain)), place.span), field, in: &record, &decoding) {
      return
    } else {
      fields[field].decode(Node(.scalar(Scalar(text, .plain)), place.span), &record, &decoding)
    }
    if decoding.diagnostics.count > before, decoding.diagnostics[before...].contains(where: { $0.severity == .error }) {
      record.origin.markUnsound(field)
    }
  }

  /// Whether a cell begins like `待定（…）` or a nested value, which may say that its field is open.
  private static func mayBeOpen(_ cell: borrowing Span<UInt8>) -> Bool {
    cell[0] == UInt8(ascii: "{") || (cell[0] == 0xE5 && cell.count > 2 && cell[1] == 0xBE && cell[2] == 0x85)
  }

  private func fillDown(
    _ place: inout CSVTable.Place, _ position: Int, _ row: SourceSpan, _ above: inout [CSVTable.Place?],
    _ part: inout Part
  ) {
    if !place.content.isEmpty {
      above[position] = place
    } else if let value = above[position] {
      place = value
      if part.filled[position].count == 0 { part.filled[position].first = row }
      part.filled[position].count += 1
    }
  }

  /// CV14 for each column with filled cells: a reader of the messages can see that a forgotten value was taken for merged
  /// cells.
  private func notes(_ filled: [(count: Int, first: SourceSpan)]) -> [Diagnostic] {
    plan.columns.indices.compactMap { index in
      guard filled[index].count > 0 else { return nil }
      let field = fields[plan.columns[index].field]
      return Diagnostic(
        "CV14", .note,
        Message(
          zh: "“\(field.header)”一栏有 \(filled[index].count) 个空格按上一行填写（合并的单元格），第一处在这一行",
          en:
            "\(filled[index].count) blank cells of \(field.name) have the value above them (merged cells), the first in this row"
        ),
        at: SourceLocation(table.path, filled[index].first),
        repair: Message(zh: "若不是合并的单元格，请填写", en: "fill them in if they are not merged cells"))
    }
  }
}
