package import Expressions

/// A kind of records that all pages share, to find again what a page read of them: in another build a record may lie
/// elsewhere, or not be there.
package struct SharedKind: Sendable {
  /// Unique among the kinds of a portal.
  package let name: String
  /// The type of its records, as reads are noted.
  package let type: RecordType
  /// What the record at an index is called; stays the same from build to build.
  package let id: @Sendable (Int) -> String
  /// Where the record of that name is; `nil` when there is none.
  package let index: @Sendable (String) -> Int?
  /// An attribute of the record at an index.
  package let value: @Sendable (_ attribute: Int, _ record: Int) -> Value

  /// A view that every page has.
  package init(_ view: View) {
    name = view.recordType.name
    type = view.recordType
    id = { _ in "" }
    index = { _ in 0 }
    value = { attribute, _ in view.value(at: attribute) }
  }

  init(_ kind: EntityKind, in model: Model) {
    name = kind.recordType.name
    type = kind.recordType
    id = { kind.id($0, model) }
    index = { kind.find($0, model) }
    value = { kind.read($0, $1, model) }
  }

  /// Rows have no ids that all of them must have: they are called by their number.
  init(collection number: Int, in model: Model) {
    let collection = model.collections[number]
    name = "collection " + collection.name
    type = collection.table.recordType
    id = { String($0) }
    index = { Int($0).flatMap { collection.rows.indices.contains($0) ? $0 : nil } }
    value = { attribute, row in collection.table.value(at: attribute, of: collection.rows[row], in: model) }
  }
}

extension Model {
  /// The kinds of records of the model, declared collections among them.
  package var sharedKinds: [SharedKind] {
    allRecordKinds.compactMap { $0.entities() }.map { SharedKind($0, in: self) }
      + collections.indices.map { SharedKind(collection: $0, in: self) }
  }
}
