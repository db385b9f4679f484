package import Diagnostics

/// Where a record stands in the files, field by field.
package struct Origin: Sendable {
  /// One place: which of `paths`, and the bytes there.
  private struct Place: Sendable {
    var path: UInt8
    var span: SourceSpan
  }

  /// The files the record was read from: one, or the table and the document that complete each other.
  package private(set) var paths: [String] = []
  /// From the first to the last byte of the record in its first file.
  package private(set) var span = SourceSpan(0, 0)
  /// Behind the front matter: the bytes of the Markdown text in the last file; empty for records without text.
  package private(set) var body = SourceSpan(0, 0)
  /// Fields that are given: bit per field index.
  private var given: UInt64 = 0
  /// Fields that are missing though required, or whose text could not be read: bit per field index.
  private var unsound: UInt64 = 0
  /// By field index, where a given field stands; without meaning for others. Empty while `row` says it.
  private var places: [Place] = []
  /// Of a row of a table: where its fields stand.
  private var row: (cells: TableCells, number: Int32)?
  /// Fields whose value is still open, by field index.
  package internal(set) var open: [(field: Int, pending: Pending)] = []
  private var shelfIndex: Int32 = -1
  private var isDocument = false

  package init() {}

  /// Position in the model's shelf; -1 before linking and for nested records.
  package internal(set) var index: Int {
    get { Int(shelfIndex) }
    set { shelfIndex = Int32(newValue) }
  }

  /// The file of the text, when there is one.
  package var bodyPath: String? { isDocument ? paths.last : nil }

  mutating func begin(path: String, span: SourceSpan, fieldCount: Int) {
    paths = [path]
    self.span = span
    places = Array(repeating: Place(path: 0, span: SourceSpan(0, 0)), count: fieldCount)
  }

  /// For the rows of a table that one thread reads: the file and what its path says are those of the prototype.
  mutating func begin(tableCells cells: TableCells) {
    row = (cells, 0)
    places = []
    paths = paths.map { String(decoding: Array($0.utf8), as: UTF8.self) }
  }

  /// For one of these rows, whose cells give the fields `fields` (bit per field index).
  mutating func begin(at span: SourceSpan, row number: Int, given fields: UInt64) {
    self.span = span
    given |= fields
    row?.number = Int32(number)
  }

  /// Says that field `field` is given, and where.
  mutating func place(_ field: Int, at span: SourceSpan) {
    given |= 1 << UInt64(field)
    if row == nil { places[field] = Place(path: UInt8(paths.count - 1), span: span) }
  }

  /// Says that the record is a document of which `body` is the text.
  mutating func setBody(_ body: SourceSpan) { (self.body, isDocument) = (body, true) }

  mutating func markUnsound(_ field: Int) { unsound |= 1 << UInt64(field) }
  func isSound(_ field: Int) -> Bool { unsound & (1 << UInt64(field)) == 0 }

  /// Whether every field could be read.
  var isWhole: Bool { unsound == 0 }

  func isGiven(_ field: Int) -> Bool { given & (1 << UInt64(field)) != 0 }

  /// Whether all fields of `fields` (bit per field index) are given.
  func areGiven(_ fields: UInt64) -> Bool { given & fields == fields }

  mutating func forget(_ field: Int) { given &= ~(1 << UInt64(field)) }

  /// Takes over the fields of a second source of the same record.
  mutating func complete(with other: Origin) {
    let fieldCount = max(places.count, other.places.count)
    let first = UInt8(paths.count)
    places = (0..<fieldCount).map { field in
      if other.isGiven(field) { return Place(path: other.pathIndex(of: field) + first, span: other.span(of: field)) }
      return Place(path: pathIndex(of: field), span: span(of: field))
    }
    row = nil
    paths += other.paths
    given |= other.given
    unsound |= other.unsound
    open += other.open
    (body, isDocument) = (other.body, other.isDocument)
  }

  private func pathIndex(of field: Int) -> UInt8 { row == nil && isGiven(field) ? places[field].path : 0 }

  private func span(of field: Int) -> SourceSpan {
    if let row { return row.cells.span(of: field, row: Int(row.number)) }
    return isGiven(field) ? places[field].span : SourceSpan(0, 0)
  }

  /// Where `field` is written; `nil` when it is not given.
  ///
  /// - Complexity: O(1), for a cell that has the value above it O(rows up to there).
  func location(ofField field: Int) -> SourceLocation? {
    isGiven(field) ? SourceLocation(paths[Int(pathIndex(of: field))], span(of: field)) : nil
  }

  /// The file in which `field` is written; `nil` when it is not given.
  func path(ofField field: Int) -> String? { isGiven(field) ? paths[Int(pathIndex(of: field))] : nil }

  /// What stands first of the record, as messages about all of it mark: nothing that only the path says.
  package var place: SourceLocation {
    for field in 0..<UInt64.bitWidth where isGiven(field) {
      if let location = location(ofField: field), let span = location.span, span.end > 0 { return location }
    }
    return location
  }

  /// The record as a whole.
  package var location: SourceLocation { SourceLocation(paths.first ?? "", span) }
}
