import Diagnostics
import Expressions
import PortalTestSupport
import Templates
import Testing
import Training

/// Every branch of the layouts of this repository is rendered by the demonstration or by one of the portals below.
///
/// A branch that is named here is dead, or it is new: then edit one of the portals so that a page needs it.
@Suite struct LayoutBranchTests {
  private static func portal(_ folders: [String]) throws -> OneFilePortal {
    var portal = OneFilePortal("")
    for file in try Demonstration.files(folders) { portal.files[file.path] = file.bytes }
    return portal
  }

  @Test func `every branch of a layout is rendered`() throws {
    let layouts = try Self.portal(["layouts"])
    let portals: [(OneFilePortal, CalendarDate?, Readership)] = [
      (try Self.portal(["content"]), nil, .everyone), (BranchPortals.empty, nil, .everyone),
      (try Self.portal(["content"]), nil, .preview),
      // On the day before a holiday with a lecture.
      (BranchPortals.odd, CalendarDate(fieldText: "2026-09-24", year: nil), .everyone),
    ]
    var unreached: Set<LayoutBranch>?
    for (portal, asOf, readership) in portals {
      let run = PortalRun(portal.adding(layouts), asOf: asOf, readership: readership)
      #expect(run.recordErrors == [])
      #expect(run.places == [])
      #expect(run.textErrors == [])
      unreached = unreached?.intersection(run.unreached) ?? run.unreached
    }
    for branch in (unreached ?? []).map({ describe($0, in: layouts) }).sorted() {
      Issue.record("never rendered: \(branch)")
    }
  }

  /// `layouts/base.html:12 if: page.noindex`.
  private func describe(_ branch: LayoutBranch, in layouts: OneFilePortal) -> String {
    let bytes = layouts.files[branch.path] ?? []
    let line = SourceText(bytes).position(of: Int(branch.span.start)).line
    let text = String(decoding: bytes[branch.span.range], as: UTF8.self)
    return "\(branch.path):\(line) \(branch.kind.rawValue): \(text)"
  }
}
