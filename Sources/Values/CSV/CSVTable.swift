package import Diagnostics

/// A CSV file as a table: the first record is the header, the others are rows.
///
/// Blank columns at the right (without a header and without a value in any row) and rows without any value are left
/// out: spreadsheets write them where cells once were. So are rows that repeat a header of two or more names: people put
/// it on every page that they print.
package struct CSVTable: Hashable, Sendable {
  /// One value with its place in `records.source`.
  package struct Cell: Hashable, Sendable {
    /// The value; in the header without blanks around it, elsewhere exactly as written.
    package var text: String
    package var span: SourceSpan
  }

  package let records: CSVRecords
  /// The names of the columns, possibly empty or repeated: what that means is the consumer's business.
  package let header: [Cell]
  /// The record of each row.
  private let rowRecords: [UInt32]
  /// How many fields a row may have: those of the header, blank ones at its right included, or more when every row has
  /// more, as spreadsheets write them. A single row with one more, though blank, has a comma too many somewhere.
  private let allowedFields: Int

  /// `nil` when there is no record (or only the `sep=` line).
  init?(_ records: CSVRecords) {
    var headerRecord = records.hasSeparatorLine ? 1 : 0
    guard records.count > headerRecord else { return nil }
    self.records = records
    // Blank lines above the header are nothing, as between the rows.
    let firstWithValue = (headerRecord..<records.count).first { record in
      (0..<records.fieldCount(record)).contains { !records.isBlank(record, $0) }
    }
    headerRecord = firstWithValue ?? headerRecord
    func lastValue(_ record: Int) -> Int {
      var columns = records.fieldCount(record)
      while columns > 0, records.isBlank(record, columns - 1) { columns -= 1 }
      return columns
    }
    func repeatsHeader(_ record: Int) -> Bool {
      // Nearly all rows differ in the length of the first value, which costs no look at its bytes.
      records.contentRange(record, 0).count == records.contentRange(headerRecord, 0).count
        && records.fieldCount(record) >= records.fieldCount(headerRecord)
        && (0..<records.fieldCount(headerRecord)).allSatisfy {
          records.source[records.contentRange(record, $0)] == records.source[records.contentRange(headerRecord, $0)]
        }
    }
    // A column without a header that holds a value somewhere stays; rows are ragged against the header otherwise.
    let width = lastValue(headerRecord)
    var widest = width
    var rows: [UInt32] = []
    rows.reserveCapacity(records.count)
    let headerFields = records.fieldCount(headerRecord)
    var narrowest = Int.max
    for record in (headerRecord + 1)..<max(records.count, headerRecord + 1) {
      let columns = lastValue(record)
      if columns == 0 || (columns == width && width > 1 && repeatsHeader(record)) { continue }
      widest = max(widest, min(columns, headerFields))
      narrowest = min(narrowest, records.fieldCount(record))
      rows.append(UInt32(record))
    }
    rowRecords = rows
    allowedFields = narrowest == Int.max ? headerFields : max(headerFields, narrowest)
    header = (0..<widest).map { column in
      let range = CSVBlanks.trimmed(records.source, records.contentRange(headerRecord, column))
      return Cell(
        text: records.text(range, hasEscapes: records.hasEscapes(headerRecord, column)),
        span: records.span(headerRecord, column))
    }
  }

  /// The file, as messages name it.
  package var path: String { records.path }
  /// The number of rows with a value.
  package var rowCount: Int { rowRecords.count }
  /// The record of a row, an index into `records`.
  package func record(of row: Int) -> Int { Int(rowRecords[row]) }

  /// The cell of a row (0-based, header not counted) and column; `nil` when the row is too short to have it.
  package func cell(_ row: Int, _ column: Int) -> Cell? {
    let record = record(of: row)
    guard column < records.fieldCount(record) else { return nil }
    return Cell(text: records.text(record, column), span: records.span(record, column))
  }

  /// Where the value of a cell lies in `records.source`, without quotes and blanks around it.
  package struct Place: Sendable {
    /// Empty for a cell that is blank or that the row is too short to have.
    package var content: Range<Int>
    /// What messages mark: the content, or the field with its quotes.
    package var span: SourceSpan
    /// Whether the content holds doubled quotes: its value is not its bytes then.
    package var hasEscapes: Bool

    /// Of a cell that the row is too short to have.
    static let nowhere = Place(content: 0..<0, span: SourceSpan(0, 0), hasEscapes: false)
  }

  /// Appends the places of a row, one for each column of the header.
  ///
  /// - Complexity: O(columns and the blanks around their values).
  package func appendPlaces(of row: Int, to places: inout [Place]) {
    let record = record(of: row)
    let first = Int(records.recordStarts[record])
    let count = min(header.count, Int(records.recordStarts[record + 1]) - first)
    for index in first..<first + count { places.append(place(ofField: index)) }
    for _ in count..<header.count { places.append(.nowhere) }
  }

  /// The place of one cell.
  ///
  /// - Complexity: O(blanks around the value).
  package func place(_ row: Int, _ column: Int) -> Place {
    let record = record(of: row)
    return column < records.fieldCount(record) ? place(ofField: Int(records.recordStarts[record]) + column) : .nowhere
  }

  private func place(ofField index: Int) -> Place {
    let field = records.fields[index]
    let range = field.range
    let content = CSVBlanks.trimmed(records.source, range)
    let span = field.isQuoted ? SourceSpan(range.lowerBound - 1, range.upperBound + 1) : SourceSpan(content)
    return Place(content: content, span: span, hasEscapes: field.hasEscapes)
  }

  /// The value at `place`.
  package func text(at place: Place) -> String { records.text(place.content, hasEscapes: place.hasEscapes) }

  /// The error of a table of which every row, of two or more, has one and the same number of fields and the header
  /// another: a name too many or too few in the header, told once and there.
  ///
  /// - Complexity: O(rows).
  package var headerMismatch: Diagnostic? {
    guard rowCount > 1, raggedness(0) != nil, let first = header.first, let last = header.last else { return nil }
    let fields = records.fieldCount(record(of: 0))
    guard rowRecords.allSatisfy({ records.fieldCount(Int($0)) == fields }) else { return nil }
    return CSVError(.wrongHeader(fields: fields, header: header.count), first.span.joined(with: last.span))
      .diagnostic(path: path)
  }

  /// The error of a row whose number of fields is not that of the header: at its first value too many, or behind its
  /// last field when some are missing. Blank fields at the right of all rows are not counted as too many.
  package func raggedness(_ row: Int) -> Diagnostic? {
    let record = record(of: row)
    let fields = records.fieldCount(record)
    if fields < header.count {
      let end = Int(records.recordSpan(record).end)
      return CSVError(.ragged(fields: fields, header: header.count), SourceSpan(end, end)).diagnostic(path: path)
    }
    let firstTooMany =
      (header.count..<fields).first { !records.isBlank(record, $0) } ?? (fields > allowedFields ? allowedFields : nil)
    return firstTooMany.map {
      CSVError(.ragged(fields: fields, header: header.count), records.span(record, $0)).diagnostic(path: path)
    }
  }
}
