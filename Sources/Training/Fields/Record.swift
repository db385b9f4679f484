package import Diagnostics
package import Expressions
import Values

/// What a table of fields decodes into.
package protocol FieldBearer: Sendable {
  /// Where it was written; also its place in the model.
  var origin: Origin { get set }
  /// Fills what follows from other fields, once all are read. Most records have nothing to fill.
  mutating func complete()
  /// What is said of a name at `location` that is no field, when more is wrong with it than that; `nil` of most.
  static func refusal(ofColumn name: String, at location: SourceLocation) -> Diagnostic?
}

extension FieldBearer {
  package mutating func complete() {}
  /// PV05, PV07 or PV09 for what no file of the content may hold.
  package static func refusal(ofColumn name: String, at location: SourceLocation) -> Diagnostic? {
    PrivateColumn.diagnostic(name, at: location)
  }
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
  /// What an export holds of it.
  func exported(from model: Model) -> Self
  /// Its shelf while records are being collected.
  static var shelf: any WritableKeyPath<Records, [Self]> & Sendable { get }
}

extension IdentifiedRecord {
  package func isPublic(on day: CalendarDate) -> Bool { true }
  /// What readers may see on the day of the build.
  package func isExported(from model: Model) -> Bool { isPublic(on: model.asOf) }
  /// All its public fields.
  package func exported(from model: Model) -> Self { self }
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

  /// What is said to be open about `field` (English name); `nil` when it is not.
  package func open(_ field: String) -> Pending? {
    Self.table.index(of: field).flatMap { index in origin.open.first { $0.field == index }?.pending }
  }

  /// Whether `field` (English name) is written anywhere.
  package func isGiven(_ field: String) -> Bool { Self.table.index(of: field).map(origin.isGiven) ?? false }

  /// Where `field` (its English name) is written; the record itself when the field is not given.
  package func location(of field: String) -> SourceLocation {
    Self.table.index(of: field).flatMap { origin.location(ofField: $0) } ?? origin.location
  }
}

extension Record {
  /// RF02 for `name`, written in `field`, that is none of `names`.
  package func unknown(_ name: String, _ field: String, among names: [String]) -> Diagnostic {
    Diagnostic(
      "RF02", Message(zh: "没有“\(name)”", en: "there is no \"\(name)\""), at: location(of: field),
      repair: Spelling.nearest(to: name, among: names).map { Message(zh: "是不是“\($0)”？", en: "did you mean \($0)?") }
        ?? Message(zh: "可写：" + names.joined(separator: " "), en: "write one of: " + names.joined(separator: " ")))
  }
}
