package import Diagnostics
package import Expressions

/// The records of one kind as declared rules judge them: of a built-in kind, or the rows of a declared collection.
package struct RuleSubject: Sendable {
  /// The kind (`course`), or the collection (`fees`).
  package let name: String
  /// What messages in Chinese call it.
  package let title: String
  /// What expressions see of a record.
  package let recordType: RecordType
  /// How many records there are.
  package let count: Int
  /// Whether all records could be read, and every field of them.
  package let isComplete: Bool
  private let origin: @Sendable (Int) -> Origin
  private let recordAt: @Sendable (Int) -> any RecordValue

  /// The rows of collection `number` of `model`.
  ///
  /// - Complexity: O(rows).
  package init(collection number: Int, in model: Model) {
    let collection = model.collections[number]
    name = collection.name
    title = collection.table.title
    recordType = collection.table.recordType
    count = collection.rows.count
    isComplete =
      !model.incompleteKinds.contains(collection.name) && collection.rows.allSatisfy(\.origin.isWhole)
    origin = { collection.rows[$0].origin }
    recordAt = { CollectionEntity(collection: number, row: $0, in: model) }
  }

  /// The records of `kind` in `model`; `nil` for a kind of which a portal has one record or keeps none.
  ///
  /// - Complexity: O(records).
  package init?(_ kind: RecordKind, in model: Model) {
    guard let entities = kind.entities() else { return nil }
    name = kind.name
    title = kind.title
    recordType = entities.recordType
    count = entities.count(model)
    isComplete =
      !model.incompleteKinds.contains(kind.name)
      && (0..<entities.count(model)).allSatisfy { entities.origin($0, model).isWhole }
    origin = { entities.origin($0, model) }
    recordAt = { Entity(entities, at: $0, in: model) }
  }

  /// The record at `index` in the order of the files.
  package func record(at index: Int) -> any RecordValue { recordAt(index) }
  /// Whether every field of the record at `index` could be read.
  package func isSound(_ index: Int) -> Bool { origin(index).isWhole }
  /// What stands first of the record at `index`.
  package func place(of index: Int) -> SourceLocation { origin(index).place }
}
