import Diagnostics
import Values

extension Loaded {
  /// Reads a file of a declared collection: a table, a list under the collection's name, or a text with front matter.
  mutating func collection(
    _ number: Int, _ collection: DeclaredCollection, _ file: ContentFile,
    _ captures: [(name: String, text: String)]
  ) {
    let table = collection.table
    if file.path.hasSuffix(".csv") {
      let rows = tableRows(file, captures, table)
      records.declaredRows += rows.map { (number, $0) }
    } else if file.path.hasSuffix(".yml") {
      let rows = listItems(file, captures, key: collection.name, table)
      records.declaredRows += rows.map { (number, $0) }
    } else if let row = documentRecord(file, captures, table, isComplete: true) {
      records.declaredRows.append((number, row))
    }
  }
}
