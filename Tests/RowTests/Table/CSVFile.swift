import Diagnostics
import Foundation
import Values

/// A committed table of the tests.
struct CSVFile {
  /// A file that is no such table.
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  private let name: String
  private let table: CSVTable
  private let source: SourceText

  init(_ file: URL) throws {
    name = file.lastPathComponent
    let bytes = Array(try Data(contentsOf: file))
    let (table, diagnostics) = CSVReader.read(bytes, path: name)
    guard let table, diagnostics.isEmpty else { throw Failure(description: "\(name) is no table: \(diagnostics)") }
    self.table = table
    source = SourceText(table.records.source)
  }

  /// The rows with their lines, 1-based; the header must be `columns`.
  func rows(_ columns: [String]) throws -> [(line: Int, cells: [String])] {
    guard table.header.map(\.text) == columns else {
      throw Failure(description: "\(name) has the columns \(table.header.map(\.text)), not \(columns)")
    }
    return (0..<table.rowCount).map { row in
      let span = table.records.recordSpan(table.record(of: row))
      return (source.position(of: Int(span.start)).line, columns.indices.map { table.cell(row, $0)?.text ?? "" })
    }
  }

  /// Rows as the text of a table.
  static func text(_ rows: [[String]]) -> String {
    rows.map { row in
      row.map { cell in
        cell.contains { ",\"\n".contains($0) } ? "\"" + cell.replacing("\"", with: "\"\"") + "\"" : cell
      }.joined(separator: ",") + "\n"
    }.joined()
  }
}
