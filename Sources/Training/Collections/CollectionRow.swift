package import Diagnostics
import Expressions
import Values

/// A record of a declared collection.
package struct CollectionRow: FieldBearer {
  /// The value of one field.
  enum Cell: Sendable {
    case none
    case one(any FieldValue)
    case many([any FieldValue])
  }

  package var origin = Origin()
  /// One for each field of the table, in its order.
  var cells: [Cell]

  init(fieldCount: Int) { cells = Array(repeating: .none, count: fieldCount) }

  /// The text of field `index`, as it is exported; `nil` when it is not given.
  func text(of index: Int) -> String? {
    if case .one(let value) = cells[index] { value.node.scalar?.text } else { nil }
  }
}

extension CollectionRow {
  /// Whether every field could be read.
  package var isSound: Bool { origin.isWhole }
  /// Whether the fields at `indices` could be read.
  package func isSound(_ indices: [Int]) -> Bool { indices.allSatisfy(origin.isSound) }
  /// Where field `index` is written; the row when it is not given.
  package func location(ofField index: Int) -> SourceLocation { origin.location(ofField: index) ?? origin.location }
  /// The files that it names, with the fields that do.
  package var files: [(field: Int, file: FileReference)] {
    cells.indices.flatMap { index -> [(field: Int, file: FileReference)] in
      switch cells[index] {
      case .none: []
      case .one(let value): [value as? FileReference].compactMap(\.self).map { (index, $0) }
      case .many(let values): values.compactMap { $0 as? FileReference }.map { (index, $0) }
      }
    }
  }
  /// The value of field `index` as text, for comparison; empty when it is not given.
  package func exportedText(of index: Int, in collection: DeclaredCollection) -> String {
    collection.table.exported(index, of: self).map(\.cellText) ?? ""
  }
}

extension CollectionRow.Cell {
  func value(in model: Model) -> Value {
    switch self {
    case .none: .none
    case .one(let value): value.value(in: model)
    case .many(let values): .list(values.map { $0.value(in: model) })
    }
  }

  var node: Node? {
    switch self {
    case .none: nil
    case .one(let value): value.node
    case .many(let values): Node(.sequence(values.map(\.node)), SourceSpan(0, 0))
    }
  }

  /// `kind:id` of everything the values refer to.
  var targets: [String] {
    switch self {
    case .none: []
    case .one(let value): [(value as? any LinkedFieldValue)?.target].compactMap(\.self)
    case .many(let values): values.compactMap { ($0 as? any LinkedFieldValue)?.target }
    }
  }

  /// What the values refer to, resolved; whether all of it was found.
  mutating func resolve(_ linking: inout Linking, path: String) -> Bool {
    switch self {
    case .none: return true
    case .one(var value):
      let isWhole = value.resolve(&linking, path: path)
      self = .one(value)
      return isWhole
    case .many(var values):
      var isWhole = true
      for index in values.indices where !values[index].resolve(&linking, path: path) { isWhole = false }
      self = .many(values)
      return isWhole
    }
  }
}

/// A row of a declared collection as layouts see it.
final class CollectionEntity: RecordValue {
  let model: Model
  /// Which collection, and which row of it.
  let collection: Int
  let index: Int

  init(collection: Int, row: Int, in model: Model) {
    self.model = model
    self.collection = collection
    index = row
  }

  private var whole: DeclaredCollection { model.collections[collection] }
  var recordType: RecordType { whole.table.recordType }
  var identity: String { "\(whole.name)#\(index)" }
  func value(at index: Int, of type: ObjectIdentifier) -> Value? {
    ObjectIdentifier(recordType) == type ? value(at: index) : nil
  }
  var isShared: Bool { true }
  func note(readOf attribute: Int, in log: ReadLog) {
    log.note(ObjectIdentifier(recordType), record: index, attribute: attribute)
  }
  func value(at attribute: Int) -> Value { whole.table.value(at: attribute, of: whole.rows[index], in: model) }
}

/// A value of type `record` inside a row.
struct NestedRow: FieldValue {
  let row: CollectionRow
  let table: RecordTable<CollectionRow>

  /// Never asked for: nested rows are decoded by the table of their field.
  static func decode(_ node: Node, _ decoding: inout Decoding) -> NestedRow? { nil }
  static var valueType: ValueType { .any }
  static var typeName: Message { Message(zh: "子项", en: "record") }
  static var example: String { "{…}" }
  var node: Node { table.node(of: row) }
  func value(in model: Model) -> Value { .record(NestedRowEntity(self, in: model)) }
}

/// A nested row as layouts see it.
final class NestedRowEntity: RecordValue {
  let nested: NestedRow
  let model: Model

  init(_ nested: NestedRow, in model: Model) {
    self.nested = nested
    self.model = model
  }

  var recordType: RecordType { nested.table.recordType }
  var identity: String { "\(nested.row.origin.location.path)@\(nested.row.origin.span.start)" }
  func value(at index: Int, of type: ObjectIdentifier) -> Value? {
    ObjectIdentifier(recordType) == type ? value(at: index) : nil
  }
  func value(at attribute: Int) -> Value { nested.table.value(at: attribute, of: nested.row, in: model) }
}

/// The id of a row of a declared collection.
struct CollectionReference: LinkedFieldValue {
  /// The name of the collection, and what messages call it.
  let collection: String
  let title: String
  let id: String
  let span: SourceSpan
  private var place: (collection: Int, row: Int)?

  init(collection: String, title: String, id: String, span: SourceSpan) {
    self.collection = collection
    self.title = title
    self.id = id
    self.span = span
  }

  /// Never asked for: which collection is meant is known only to the field.
  static func decode(_ node: Node, _ decoding: inout Decoding) -> CollectionReference? { nil }
  static var valueType: ValueType { .any }
  static var typeName: Message { Message(zh: "编号", en: "id") }
  static var example: String { Identifier.example }
  var node: Node { .unplaced(id) }

  func value(in model: Model) -> Value {
    guard let place else { return .none }
    return .record(CollectionEntity(collection: place.collection, row: place.row, in: model))
  }

  var target: String { collection + ":" + id }

  mutating func resolve(_ linking: inout Linking, path: String) -> Bool {
    guard let number = linking.collectionNames.firstIndex(of: collection) else { return false }
    if let row = linking.mention(id, kind: collection) {
      place = (number, row)
      return true
    }
    linking.reportDangling(id, kind: collection, title: title, at: SourceLocation(path, span))
    return false
  }
}
