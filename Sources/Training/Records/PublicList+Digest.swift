import Bytes
package import Diagnostics
package import Expressions
import Values

extension Notice {
  /// A correction or withdrawal of its list, as rules ask for it.
  package struct ListChange {
    package let date: CalendarDate
    /// The digest of the list behind it, as it is written.
    package let digest: String?
    /// Its item.
    package let location: SourceLocation
  }

  /// Corrections and withdrawals by day, those of one day in the order of the file.
  package var listChanges: [ListChange] {
    let changes =
      corrections.map { ListChange(date: $0.date, digest: $0.digest, location: $0.location(of: "digest")) }
      + withdrawals.map { ListChange(date: $0.date, digest: $0.digest, location: $0.location(of: "digest")) }
    let order = changes.indices.sorted { (changes[$0].date, $0) < (changes[$1].date, $1) }
    return order.map { changes[$0] }
  }

  /// The public columns of all rows as CSV that spreadsheets read: what readers may take with them, and what a digest is of.
  ///
  /// - Complexity: O(rows).
  package func listTable(_ columns: [ListColumn], in model: Model) -> [UInt8] {
    var writer = CSVWriter(byteOrderMark: true)
    writer.record(columns.map(\.rawValue))
    for row in rows(in: model) { writer.record(columns.map { row.text(of: $0) }) }
    return writer.output
  }

  /// The SHA-256 of the list as it was published: of the table with all its public columns, in 64 hexadecimal digits.
  ///
  /// - Complexity: O(rows).
  package func listDigest(in model: Model) -> String {
    SHA256.hexDigest(of: listTable(list?.columns ?? [], in: model).span)
  }
}

extension ListRow {
  /// The cell of `column`, empty when it has none.
  func text(of column: ListColumn) -> String {
    switch column {
    case .number: String(no)
    case .name: name
    case .unit: unit
    case .subject: subject ?? ""
    case .result: result ?? ""
    }
  }
}
