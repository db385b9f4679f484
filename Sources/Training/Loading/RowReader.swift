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
  /// The quick readers of the plan's columns, beside each other: a field is large, and only this of it is used.
  private let cellReaders: [@Sendable (borrowing Span<UInt8>, SourceSpan, inout R) -> Bool]
  private let table: CSVTable
  private let source: [UInt8]
  private let isComplete: Bool
  private let year: Int?

  init(_ plan: RowPlan<R>, _ table: CSVTable, year: Int?, isComplete: Bool) {
    self.plan = plan
    self.table = table
    self.year = year
    self.isComplete = isComplete
    let fields = plan.fields.fields
    self.fields = fields
    cellReaders = plan.columns.map { fields[$0.field].decodeCell }
    source = table.records.source
  }

  /// The records of all rows, on `jobs` threads when there are many.
  ///
  /// - Complexity: O(bytes).
  func readAll(jobs: Int) -> Part {
    let length = jobs > 1 ? 8192 : max(1, table.rowCount)
    let starts = Array(stride(from: 0, to: table.rowCount, by: length))
    let above = cellsAbove(starts)
    let parts = Parallel.map(starts.count, jobs: jobs, run: 1) { index in
      read(starts[index]..<min(table.rowCount, starts[index] + length), below: above[index])
    }
    guard var whole = parts.first else { return Part(filled: []) }
    if parts.count > 1 { whole.records.reserveCapacity(table.rowCount) }
    for part in parts.dropFirst() {
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
    var places: [CSVTable.Place] = []
    var last: [CSVTable.Place?] = Array(repeating: nil, count: plan.columns.count)
    for (index, start) in starts.enumerated() {
      for (position, column) in plan.columns.enumerated() where column.fillsDown {
        var row = start - 1
        while row >= (index == 0 ? start : starts[index - 1]) {
          table.readPlaces(row, into: &places)
          if !places[column.column].content.isEmpty {
            last[position] = places[column.column]
            break
          }
          row -= 1
        }
      }
      result.append(last)
    }
    return result
  }

  private func read(_ rows: Range<Int>, below cells: [CSVTable.Place?]) -> Part {
    var part = Part(filled: Array(repeating: (0, SourceSpan(0, 0)), count: plan.columns.count))
    part.records.reserveCapacity(rows.count)
    var decoding = Decoding(path: table.path, year: year, isTable: true)
    var above = cells
    var places: [CSVTable.Place] = []
    for row in rows {
      table.readPlaces(row, into: &places)
      if plan.fillsDown { fillDown(&places, &above, row, &part) }
      if let problem = table.raggedness(row) {
        decoding.diagnostics.append(problem)
        part.isIncomplete = true
        continue
      }
      var record = record(row, places, &decoding)
      record.complete()
      part.records.append(consume record)
    }
    part.diagnostics = decoding.diagnostics
    return part
  }

  /// The record of `row`; what is wrong goes to `decoding`, with the cell's own place.
  private func record(_ row: Int, _ places: [CSVTable.Place], _ decoding: inout Decoding) -> R {
    var record = plan.prototype
    record.origin.begin(at: table.records.recordSpan(table.record(of: row)))
    for index in plan.columns.indices {
      let column = plan.columns[index]
      let place = places[column.column]
      guard !place.content.isEmpty else { continue }
      record.origin.place(column.field, at: place.span)
      let cell = source.span.extracting(place.content)
      let damage = SpreadsheetDamage.find(in: cell)
      if damage == nil, !place.hasEscapes, !Self.mayBeOpen(cell), cellReaders[index](cell, place.span, &record) {
        continue
      }
      decode(place, damage, column.field, &record, &decoding)
    }
    if isComplete { plan.fields.reportMissing(in: &record, &decoding.diagnostics) }
    return record
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
    _ places: inout [CSVTable.Place], _ above: inout [CSVTable.Place?], _ row: Int, _ part: inout Part
  ) {
    for (index, column) in plan.columns.enumerated() where column.fillsDown {
      if !places[column.column].content.isEmpty {
        above[index] = places[column.column]
      } else if let value = above[index] {
        places[column.column] = value
        if part.filled[index].count == 0 {
          part.filled[index].first = table.records.recordSpan(table.record(of: row))
        }
        part.filled[index].count += 1
      }
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
