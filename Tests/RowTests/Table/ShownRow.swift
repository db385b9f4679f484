import Foundation
import Testing
import Values

/// A line of `rows.csv`: where a row of the domain is written, and where readers see it.
struct ShownRow: Sendable, CustomTestStringConvertible {
  /// `S1`.
  let row: String
  /// A name of `TestPortal`.
  let portal: String
  /// Below `content/`.
  let file: String
  /// What is written there, as `DataField` reads it.
  let field: String
  /// The address of the page: `plans/2026/`; empty for the first page.
  let page: String
  /// A `Selector`; the first element that fits counts.
  let selector: String
  /// All that the element says.
  let text: String
  /// The codes that the domain names for the row and that a rule of ours gives, with blanks between them; often none.
  let codes: [String]
  /// The file of tests that triggers each of them, from the root of the repository.
  let fixture: String

  /// 1-based, in `rows.csv`.
  let line: Int

  var testDescription: String { "rows.csv:\(line) \(row)" }
}

/// A line of `wanted.csv`: a row that has to be shown.
struct WantedRow: Sendable {
  let row: String
  let title: String
  /// The codes of checks that the domain names for it.
  let codes: [String]
}

/// A line of `missing.csv`: what is not there yet.
struct MissingRow: Sendable {
  let row: String
  /// `page`, or the code of a check.
  let lacks: String
  let reason: String
}

/// The three tables.
struct RowTables: Sendable {
  let shown: [ShownRow]
  let wanted: [WantedRow]
  let missing: [MissingRow]

  /// As they are committed, beside the tests.
  static let committed = Result {
    RowTables(
      shown: try rows("rows.csv", ["row", "portal", "file", "field", "page", "selector", "text", "code", "fixture"])
        .map { line, cells in
          ShownRow(
            row: cells[0], portal: cells[1], file: cells[2], field: cells[3], page: cells[4], selector: cells[5],
            text: cells[6], codes: words(cells[7]), fixture: cells[8], line: line)
        },
      wanted: try rows("wanted.csv", ["row", "title", "code"])
        .map { WantedRow(row: $1[0], title: $1[1], codes: words($1[2])) },
      missing: try rows("missing.csv", ["row", "lacks", "reason"])
        .map { MissingRow(row: $1[0], lacks: $1[1], reason: $1[2]) })
  }

  private static func words(_ cell: String) -> [String] { cell.split(separator: " ").map(String.init) }

  private static func rows(_ name: String, _ columns: [String]) throws -> [(line: Int, cells: [String])] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    return try CSVFile(folder.appending(path: name)).rows(columns)
  }
}
