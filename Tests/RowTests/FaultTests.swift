import Diagnostics
import Foundation
import PortalTestSupport
import TestSupport
import Testing

/// The checks that rows name, each fired by one edit of a portal that shows the row.
///
/// `faults.csv` has the edits: `old`, which stands in the file once, becomes `new`, and the code is said in `column` of the line
/// that holds `line`, in the same file or in `place`. `near` in its place does not give the code.
@Suite struct FaultTests {
  private static let faults = (try? Fault.committed.get()) ?? []

  @Test func `the table can be read`() throws { #expect(try !Fault.committed.get().isEmpty) }

  @Test(arguments: faults)
  func `an edit gives the code in its line`(fault: Fault) throws {
    let portal = try fault.portal(fault.old, fault.new)
    let places = try fault.places(in: portal)
    #expect(
      places.contains { $0.line.contains(fault.line) && $0.column == fault.column },
      "\(fault.code) stands in \(places.map { "\($0.line):\($0.column)" })")
  }

  @Test(arguments: faults.filter { !$0.near.isEmpty })
  func `an edit that comes near does not`(fault: Fault) throws {
    #expect(try fault.places(in: try fault.portal(fault.old, fault.near)).map(\.line) == [])
  }
}

/// A line of `faults.csv`.
struct Fault: Sendable, CustomTestStringConvertible {
  let row: String
  let code: String
  private let name: String
  private let file: String
  let old: String
  let new: String
  let near: String
  private let place: String
  let line: String
  let column: Int?

  var testDescription: String { "\(row) \(code)" }

  /// As they are committed, beside the tests.
  static let committed = Result {
    let table = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "faults.csv")
    let columns = ["row", "code", "portal", "file", "old", "new", "near", "place", "line", "column"]
    return try CSVFile(table).rows(columns).map { _, cells in
      Fault(
        row: cells[0], code: cells[1], name: cells[2], file: "content/" + cells[3], old: cells[4], new: cells[5],
        near: cells[6], place: cells[7].isEmpty ? "content/" + cells[3] : "content/" + cells[7], line: cells[8],
        column: Int(cells[9]))
    }
  }

  /// The portal with the edit.
  func portal(_ old: String, _ new: String) throws -> OneFilePortal {
    try TestPortal.sources.get()[name, default: OneFilePortal("")].edited(file, old, new)
  }

  /// The lines in which `portal` gets the code, and their columns, where it does not get it without the edit.
  func places(in portal: OneFilePortal) throws -> [(line: String, column: Int)] {
    let source = portal.files[place] ?? []
    let lines = String(decoding: source, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    let before = Set(try TestPortal.messages.get()[name, default: []])
    return ModelRun(portal).diagnostics
      .filter { $0.code.text == code && $0.location?.path == place && !before.contains($0.message.zh) }
      .compactMap { $0.location?.span }
      .map { SourceText(source).position(of: Int($0.start)) }.map { (String(lines[$0.line - 1]), $0.column) }
  }
}
