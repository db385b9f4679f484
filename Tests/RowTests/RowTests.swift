import Checks
import Diagnostics
import Foundation
import PortalTestSupport
import Testing

/// What the domain's rows about the training year look like in finished pages.
///
/// `wanted.csv` has the rows and the checks that the domain names for them; `rows.csv` where each is written and what readers
/// see of it; `missing.csv` what is not there yet, and why. A row that is in none of the last two fails, and so does one in both.
@Suite struct RowTests {
  private static let shown = (try? RowTables.committed.get().shown) ?? []

  /// The reason of a check that nobody has built.
  private static let noRule = "no rule of ours gives this code yet"

  private func tables() throws -> RowTables { try RowTables.committed.get() }

  @Test func `the tables can be read`() throws {
    let tables = try tables()
    #expect(tables.wanted.count == 165)
    #expect(Set(tables.wanted.map(\.row)).count == tables.wanted.count)
    #expect(!tables.shown.isEmpty)
  }

  @Test func `each row is shown or known to be missing, never both`() throws {
    let tables = try tables()
    let shown = Set(tables.shown.map(\.row))
    let missing = Set(tables.missing.filter { $0.lacks == "page" }.map(\.row))
    for row in tables.wanted {
      #expect(shown.contains(row.row) || missing.contains(row.row), "\(row.row) \(row.title) is in neither table")
      #expect(!shown.contains(row.row) || !missing.contains(row.row), "\(row.row) \(row.title) is in both tables")
    }
    let wanted = Set(tables.wanted.map(\.row))
    #expect(shown.union(tables.missing.map(\.row)).subtracting(wanted).sorted() == [], "rows that nobody wants")
  }

  @Test func `each check that a row names has a fixture or is known to be missing, never both`() throws {
    let tables = try tables()
    for wanted in tables.wanted {
      let given = Set(tables.shown.filter { $0.row == wanted.row }.flatMap(\.codes))
      let missing = Set(tables.missing.filter { $0.row == wanted.row && $0.lacks != "page" }.map(\.lacks))
      for code in wanted.codes {
        #expect(given.contains(code) || missing.contains(code), "\(wanted.row) \(code) is in neither table")
        #expect(!given.contains(code) || !missing.contains(code), "\(wanted.row) \(code) is in both tables")
      }
      #expect(missing.subtracting(wanted.codes).sorted() == [], "\(wanted.row) does not name these")
    }
  }

  @Test func `what is missing has a reason and stands in the table once`() throws {
    let missing = try tables().missing
    #expect(missing.filter { $0.reason.isEmpty }.map(\.row) == [])
    #expect(Set(missing.map { $0.row + $0.lacks }).count == missing.count)
  }

  @Test func `a check is missing only as long as no rule gives its code`() throws {
    let codes = Set(allChecks.flatMap(\.codes).map(\.text))
    let late = try tables().missing.filter { $0.reason == Self.noRule && codes.contains($0.lacks) }
    #expect(late.map { $0.row + " " + $0.lacks } == [], "give them a fixture in rows.csv, or say what is still missing")
  }

  @Test(arguments: shown)
  func `a page says what the row asks for`(row: ShownRow) throws {
    let portal = try #require(try TestPortal.all.get()[row.portal], "no portal \(row.portal)")
    let page = try #require(portal.pages[row.page], "no page \(row.page)")
    let element = try #require(page.first(try Selector(row.selector)), "nothing fits \(row.selector)")
    #expect(page.text(of: element) == row.text)
  }

  @Test(arguments: shown)
  func `the row is written where the table says`(row: ShownRow) throws {
    let portal = try #require(try TestPortal.all.get()[row.portal], "no portal \(row.portal)")
    let bytes = try #require(portal.content["content/" + row.file], "no file \(row.file)")
    #expect(DataField.exists(row.field, in: bytes, path: row.file), "\(row.file) has no \(row.field)")
  }

  @Test(arguments: shown.filter { !$0.codes.isEmpty || !$0.fixture.isEmpty })
  func `the fixture of a check gives its code`(row: ShownRow) throws {
    #expect(!row.codes.isEmpty)
    let faults = try Fault.committed.get()
    let text = try String(contentsOf: Demonstration.root.appending(path: row.fixture), encoding: .utf8)
    for code in row.codes {
      let gives =
        row.fixture.hasSuffix("/faults.csv")
        ? faults.contains { $0.row == row.row && $0.code == code } : text.contains(code)
      #expect(gives, "\(row.fixture) does not give \(code)")
    }
  }

  @Test func `pages say how many pairs there are, never who is in them`() throws {
    let portal = try #require(try TestPortal.all.get()["group"])
    let pairs = try #require(portal.content["content/years/2024/projects/xinjiaoshi/pairs.csv"])
    let people = String(decoding: pairs, as: UTF8.self).split(separator: "\n").dropFirst()
      .flatMap { $0.split(separator: ",")[..<3] }
    #expect(people.count == 27)
    for (address, page) in portal.pages {
      let text = try page.first(Selector("body")).map { page.text(of: $0) } ?? ""
      #expect(!people.contains { text.contains($0) }, "\(address)")
    }
  }

  @Test func `each fault belongs to a row that names it`() throws {
    let shown = try tables().shown
    for fault in try Fault.committed.get() {
      #expect(
        shown.contains { $0.row == fault.row && $0.codes.contains(fault.code) && $0.fixture.hasSuffix("/faults.csv") },
        "\(fault.row) \(fault.code)")
    }
  }
}
