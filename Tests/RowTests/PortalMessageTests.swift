import Foundation
import PortalTestSupport
import Testing

/// What each portal of `Tests/Portals` says when it is built: exactly its `diagnostics.csv`.
///
/// `UPDATE_SNAPSHOTS=1` writes the list anew and keeps the reasons; a line that is new waits for one.
@Suite struct PortalMessageTests {
  private static let columns = ["code", "file", "line", "reason"]

  @Test(arguments: TestPortal.names)
  func `a portal says what its list has, no more and no less`(name: String) throws {
    let portal = try #require(try TestPortal.all.get()[name])
    let file = TestPortal.folder(of: name).appending(path: "diagnostics.csv")
    let said = portal.messages.map { [$0.code, $0.file ?? "", $0.line.map(String.init) ?? ""] }
    var listed = try CSVFile(file).rows(Self.columns).map(\.cells)
    if ProcessInfo.processInfo.environment["UPDATE_SNAPSHOTS"] == "1" {
      listed = said.map { place in
        let known = listed.first { Array($0.prefix(3)) == place } ?? listed.first { $0.prefix(2) == place.prefix(2) }
        return place + [known?[3] ?? ""]
      }
      try CSVFile.text([Self.columns] + listed).write(to: file, atomically: true, encoding: .utf8)
    }
    #expect(said.filter { place in !listed.contains { Array($0.prefix(3)) == place } } == [], "not in the list")
    #expect(listed.filter { !said.contains(Array($0.prefix(3))) } == [], "not said any more")
    #expect(said.count == listed.count)
    #expect(listed.filter { $0[3].isEmpty } == [], "without a reason")
    #expect(portal.status == 0)
  }
}
