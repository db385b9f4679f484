package import Diagnostics
package import Expressions
import Values

/// What a table of fields decodes into.
package protocol FieldBearer: Sendable {
  /// Where it was written; also its place in the model.
  var origin: Origin { get set }
  /// Fills what follows from other fields, once all are read. Most records have nothing to fill.
  mutating func complete()
}

extension FieldBearer {
  package mutating func complete() {}
}

/// A kind of thing that editors write down: a struct with one table of its fields.
package protocol Record: FieldBearer {
  /// An empty record, filled by decoding.
  init()
  /// Its one table.
  static var table: RecordTable<Self> { get }
}

/// A record with an id, kept in the model under it.
package protocol IdentifiedRecord: Record {
  /// Unique among the records of its kind.
  var id: Identifier { get set }
  /// Its shelf in the model.
  static func store(in model: Model) -> RecordStore<Self>
  /// Whether readers may see it on `day`: a notice only from its date on, most records always.
  func isPublic(on day: CalendarDate) -> Bool
  /// Whether an export holds it: what readers may see, and nothing else.
  func isExported(from model: Model) -> Bool
  /// Its shelf while records are being collected.
  static var shelf: any WritableKeyPath<Records, [Self]> & Sendable { get }
}

extension IdentifiedRecord {
  package func isPublic(on day: CalendarDate) -> Bool { true }
  /// What readers may see on the day of the build.
  package func isExported(from model: Model) -> Bool { isPublic(on: model.asOf) }
}

/// Where a record stands in the files, field by field.
package struct Origin: Sendable {
  /// One place: which of `paths`, and the bytes there.
  struct Place: Sendable {
    var path: UInt8
    var span: SourceSpan
  }

  /// The files the record was read from: one, or the table and the document that complete each other.
  package private(set) var paths: [String] = []
  /// From the first to the last byte of the record in its first file.
  package private(set) var span = SourceSpan(0, 0)
  /// Behind the front matter: the bytes of the Markdown text in the last file; empty for records without text.
  package var body = SourceSpan(0, 0)
  /// The file of the text, when there is one.
  package var bodyPath: String?
  /// Position in the model's shelf; -1 before linking and for nested records.
  package var index = -1
  /// By field index; `nil` for a field that is not given.
  private var places: [Place?] = []
  /// Fields that are missing though required, or whose text could not be read: bit per field index.
  private var unsound: UInt64 = 0
  /// Fields whose value is still open, by field index.
  package internal(set) var open: [(field: Int, pending: Pending)] = []

  package init() {}

  mutating func begin(path: String, span: SourceSpan, fieldCount: Int) {
    paths = [path]
    self.span = span
    places = Array(repeating: nil, count: fieldCount)
  }

  /// For a row of a table: the file and what its path says are those of the prototype.
  mutating func begin(at span: SourceSpan) { self.span = span }

  mutating func place(_ field: Int, at span: SourceSpan) {
    places[field] = Place(path: UInt8(paths.count - 1), span: span)
  }

  mutating func markUnsound(_ field: Int) { unsound |= 1 << UInt64(field) }
  func isSound(_ field: Int) -> Bool { unsound & (1 << UInt64(field)) == 0 }

  /// Whether every field could be read.
  var isWhole: Bool { unsound == 0 }

  func isGiven(_ field: Int) -> Bool { places.indices.contains(field) && places[field] != nil }

  mutating func forget(_ field: Int) { places[field] = nil }

  /// Takes over the fields of a second source of the same record.
  mutating func complete(with other: Origin) {
    let first = UInt8(paths.count)
    paths += other.paths
    for (field, place) in other.places.enumerated() {
      guard let place else { continue }
      places[field] = Place(path: place.path + first, span: place.span)
    }
    unsound |= other.unsound
    open += other.open
    body = other.body
    bodyPath = other.bodyPath
  }

  func location(ofField field: Int) -> SourceLocation? {
    guard places.indices.contains(field), let place = places[field] else { return nil }
    return SourceLocation(paths[Int(place.path)], place.span)
  }

  /// The record as a whole.
  package var location: SourceLocation { SourceLocation(paths.first ?? "", span) }
}

extension Record {
  /// Whether each of `fields` (English names) could be read: rules that compute with a field keep silent otherwise, since
  /// its own message has been given.
  package func isSound(_ fields: String...) -> Bool {
    fields.allSatisfy { Self.table.index(of: $0).map(origin.isSound) ?? true }
  }

  /// Whether every field could be read.
  package var isWhole: Bool { origin.isWhole }

  /// Whether `field` (English name) is said to be open still.
  package func isOpen(_ field: String) -> Bool {
    Self.table.index(of: field).map { index in origin.open.contains { $0.field == index } } ?? false
  }

  /// Whether `field` (English name) is written anywhere.
  package func isGiven(_ field: String) -> Bool { Self.table.index(of: field).map(origin.isGiven) ?? false }

  /// Where `field` (its English name) is written; the record itself when the field is not given.
  package func location(of field: String) -> SourceLocation {
    Self.table.index(of: field).flatMap { origin.location(ofField: $0) } ?? origin.location
  }
}
