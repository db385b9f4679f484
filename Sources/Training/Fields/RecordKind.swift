package import Diagnostics
package import Expressions
package import Values

/// A kind of record whatever its type: for the reference of editors, for exports, for declared references.
package struct RecordKind: Sendable {
  /// The kind in layouts, links and on the command line (`course`).
  package var name: String { nameAndTitle().0 }
  /// What messages in Chinese call it.
  package var title: String { nameAndTitle().1 }
  /// The fields in the order of their table.
  package let fields: @Sendable () -> [FieldReference]
  /// What layouts see.
  package let recordType: @Sendable () -> RecordType
  /// Patterns of the files that hold such records, below `content/`.
  package internal(set) var places: [String] = []
  /// The public records of a portal as mappings of their public fields; in file order.
  package let export: @Sendable (Model) -> [Node]
  /// Every text of the records of a portal, with the place of its field: what a glossary is compared with.
  package let texts: @Sendable (Model) -> [(text: String, location: SourceLocation)]
  /// The Markdown of the records of a portal.
  package let documents: @Sendable (Model) -> [RecordText]
  /// Reads one record from named values and gives it as `export` does: what was exported comes back the same.
  package let decode: @Sendable ([Node.Entry], inout Decoding) -> Node
  /// How entities read such records; `nil` for kinds without ids.
  let entities: @Sendable () -> EntityKind?
  /// `Reference<R>`; `nil` for kinds that nothing can refer to.
  let referenceType: (any FieldValue.Type)?

  private let nameAndTitle: @Sendable () -> (String, String)

  /// A kind with a type of its own; its table is asked for lazily, because tables refer to each other in circles.
  init<R: IdentifiedRecord>(_ kind: R.Type) {
    nameAndTitle = { (R.table.name, R.table.title) }
    fields = { R.table.fields.map(FieldReference.init) }
    recordType = { R.table.recordType }
    referenceType = Reference<R>.self
    entities = { R.table.entities }
    texts = { model in R.store(in: model).records.flatMap { R.table.texts(of: $0) } }
    documents = { model in R.store(in: model).records.compactMap { RecordText(of: $0) } }
    decode = { R.table.node(of: R.table.decode($0, span: SourceSpan(0, 0), &$1)) }
    export = { model in
      R.store(in: model).records.filter { $0.isExported(from: model) }.map {
        R.table.node(of: $0.exported(from: model))
      }
    }
  }

  /// A kind of which a portal has one record or keeps none.
  init<R: Record>(_ kind: R.Type, records: @escaping @Sendable (Model) -> [R]) {
    nameAndTitle = { (R.table.name, R.table.title) }
    fields = { R.table.fields.map(FieldReference.init) }
    recordType = { R.table.recordType }
    referenceType = nil
    entities = { nil }
    texts = { model in records(model).flatMap { R.table.texts(of: $0) } }
    documents = { _ in [] }
    decode = { R.table.node(of: R.table.decode($0, span: SourceSpan(0, 0), &$1)) }
    export = { records($0).map(R.table.node(of:)) }
  }

  /// A declared collection.
  package init(_ collection: DeclaredCollection) {
    let (table, name) = (collection.table, collection.name)
    nameAndTitle = { (table.name, table.title) }
    fields = { table.fields.map(FieldReference.init) }
    recordType = { table.recordType }
    places = collection.declaration.files
    referenceType = nil
    entities = { nil }
    texts = { model in
      model.collections.first { $0.name == name }?.rows.flatMap { table.texts(of: $0) } ?? []
    }
    documents = { _ in [] }
    decode = { table.node(of: table.decode($0, span: SourceSpan(0, 0), &$1)) }
    export = { model in model.collections.first { $0.name == name }?.rows.map(table.node(of:)) ?? [] }
  }
}

/// The built-in kinds of records, in the order of `allSources`.
package let allRecordKinds: [RecordKind] = {
  var kinds: [RecordKind] = []
  for source in allSources {
    if let index = kinds.firstIndex(where: { $0.name == source.kind.name }) {
      kinds[index].places.append(source.place)
    } else {
      var kind = source.kind
      kind.places = [source.place]
      kinds.append(kind)
    }
  }
  return kinds
}()
