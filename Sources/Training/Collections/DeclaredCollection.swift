package import Diagnostics
package import Expressions
import Synchronization
import Values

/// A declared collection with its records.
package struct DeclaredCollection: Sendable {
  package let declaration: CollectionDeclaration
  package let table: RecordTable<CollectionRow>
  /// The records in file order.
  package internal(set) var rows: [CollectionRow] = []
  /// For each record that rows refer to (`project:2026-yuancheng`), the rows that do, in file order.
  package internal(set) var rowsByTarget: [String: [Int]] = [:]

  /// What layouts, links and messages call it.
  package var name: String { declaration.id.text }
  /// Which field is the id of a row; `nil` when rows have none.
  var idField: Int? { table.index(of: "id") }
  /// The page that lists the rows; `nil` when there is none.
  package var page: SitePath? { declaration.page.map { SitePath($0) } }

  /// The rows as layouts see them.
  package func entities(_ indices: some Sequence<Int>, in model: Model) -> [Value] {
    guard let number = model.collections.firstIndex(where: { $0.name == name }) else { return [] }
    return indices.map { .record(CollectionEntity(collection: number, row: $0, in: model)) }
  }

  /// What `unique` of the declaration means: the name as written, and the fields.
  package var uniqueKeys: [(name: String, fields: [Int])] {
    declaration.unique.map { key in (key, FieldMaker.parts(key).compactMap { table.index(of: $0) }) }
      .filter { !$0.1.isEmpty }
  }

  /// The fields that readers see, in their order: the public ones but the id, which is for links and file names.
  package var publicFields: [Int] { table.fields.indices.filter { !table.fields[$0].isPrivate && $0 != idField } }

  /// The public fields without those that in all of `rows` say nothing but `target` (`project:2026-yuancheng`): on the
  /// page of that record they are what the page is about.
  package func publicFields(of rows: some Sequence<Int>, about target: String) -> [Int] {
    publicFields.filter { field in !rows.allSatisfy { self.rows[$0].cells[field].targets == [target] } }
  }

  /// What a field of a row holds, and what is open about it.
  package func cell(_ field: Int, of row: Int, in model: Model) -> (value: Value, pending: Pending?) {
    (
      InPlace.with(rows, at: row) { table.fields[field].read($0, model) },
      rows[row].origin.open.first { $0.field == field }?.pending
    )
  }

  /// The anchor of a row on the page that lists them: its id, or its number.
  package func anchor(of row: Int) -> String { idField.flatMap { rows[row].text(of: $0) } ?? "row-\(row + 1)" }
}

/// The declared collections of a portal before their records are read.
package struct CollectionTables: Sendable {
  /// One for each declaration that can be used, in the order of their names, without rows.
  package private(set) var collections: [DeclaredCollection] = []
  /// What is wrong with the declarations.
  package private(set) var diagnostics: [Diagnostic] = []

  /// The types of rows, asked for when layouts are checked: collections may refer to each other in circles.
  private final class Types: Sendable {
    let byName = Mutex<[String: RecordType]>([:])
  }

  /// Makes the tables of `declarations`.
  ///
  /// Reports what a declaration gets wrong beyond the form of its fields as CO01.
  package init(_ declarations: [CollectionDeclaration]) {
    let types = Types()
    let titles = Dictionary(declarations.map { ($0.id.text, $0.title) }) { first, _ in first }
    for declaration in declarations.sorted(by: { $0.id.text < $1.id.text }) {
      var maker = FieldMaker(declaration: declaration, titles: titles) { name in
        types.byName.withLock { $0[name] } ?? RecordType(name, [])
      }
      let table = maker.table()
      diagnostics += maker.diagnostics
      guard maker.diagnostics.isEmpty, declaration.isWhole else { continue }
      types.byName.withLock { $0[declaration.id.text] = table.recordType }
      collections.append(DeclaredCollection(declaration: declaration, table: table))
    }
  }
}
