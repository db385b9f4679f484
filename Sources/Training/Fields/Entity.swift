package import Expressions

/// A record of the model as layouts see it.
package final class Entity: RecordValue {
  private let kind: EntityKind
  private let model: Model
  private let index: Int

  /// As layouts see `record`, which stands in `model`.
  package convenience init<R: IdentifiedRecord>(_ record: R, in model: Model) {
    self.init(R.self, at: record.origin.index, in: model)
  }

  /// The record at `index` of its shelf.
  convenience init<R: IdentifiedRecord>(_ type: R.Type, at index: Int, in model: Model) {
    guard let kind = R.table.entities else {
      preconditionFailure("the table of \(R.self) was made for records without ids")
    }
    self.init(kind, at: index, in: model)
  }

  /// The record at `index` of the kind.
  init(_ kind: EntityKind, at index: Int, in model: Model) {
    self.kind = kind
    self.model = model
    self.index = index
  }

  /// The attributes of the kind, from its one table.
  package var recordType: RecordType { kind.recordType }
  /// The same when the record is of the type.
  package func value(at index: Int, of type: ObjectIdentifier) -> Value? {
    ObjectIdentifier(kind.recordType) == type ? value(at: index) : nil
  }
  /// `course:xueke-lijie-01`: kind and id, so two references to a record are equal in layouts.
  package var identity: String { "\(kind.recordType.name):\(kind.id(index, model))" }
  /// Every page may show it.
  package var isShared: Bool { true }
  /// Notes the kind, the place among its records and the attribute.
  package func note(readOf attribute: Int, in log: ReadLog) {
    log.note(ObjectIdentifier(kind.recordType), record: index, attribute: attribute)
  }
  /// The field or derived value, read from the model when a layout asks for it and not kept.
  package func value(at attribute: Int) -> Value { kind.read(attribute, index, model) }
}

/// How the records of one kind are read: an object for each kind, so that an entity need not know its type.
final class EntityKind: Sendable {
  let recordType: RecordType
  /// How many records there are.
  let count: @Sendable (Model) -> Int
  /// Where the record at an index is written.
  let origin: @Sendable (Int, Model) -> Origin
  /// The id of the record at an index.
  let id: @Sendable (Int, Model) -> String
  /// The index of the record with an id.
  let find: @Sendable (String, Model) -> Int?
  /// An attribute of the record at an index.
  let read: @Sendable (_ attribute: Int, _ index: Int, Model) -> Value

  init<R: IdentifiedRecord>(_ recordType: RecordType, readers: [@Sendable (InPlace<R>, Model) -> Value]) {
    self.recordType = recordType
    count = { model in R.store(in: model).count }
    origin = { index, model in R.store(in: model).records[index].origin }
    id = { index, model in R.store(in: model).records[index].id.text }
    find = { id, model in R.store(in: model).index(of: id) }
    read = { attribute, index, model in
      InPlace.with(R.store(in: model).records, at: index) { readers[attribute]($0, model) }
    }
  }
}
