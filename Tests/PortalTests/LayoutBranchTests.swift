import Diagnostics
import Expressions
import Files
import Portal
import PortalTestSupport
import Templates
import Testing
import Training

/// Every branch of the layouts of this repository is rendered by the demonstration or by one of the portals below.
///
/// A branch that is named here is dead, or it is new: then edit one of the portals so that a page needs it.
@Suite struct LayoutBranchTests {
  /// Renders all pages of a portal with the repository's layouts.
  ///
  /// - Returns: the branches that no page needed, and messages of layouts.
  private static func render(
    _ portal: OneFilePortal, asOf: CalendarDate? = nil
  ) throws -> (unreached: Set<LayoutBranch>, diagnostics: [Diagnostic]) {
    let store = MemoryFiles()
    for file in try Demonstration.files(["layouts"]) { store.put("/" + file.path, file.bytes) }
    let run = ModelRun(portal, asOf: asOf)
    #expect(run.diagnostics.filter { $0.severity == .error }.map(run.place) == [])
    let model = run.model
    var context = PortalContext(model, version: "test")
    var diagnostics: [Diagnostic] = []
    let layouts = PortalLayouts(
      store.snapshot(SnapshotRequest(folder: "/layouts", label: "layouts", jobs: 1)),
      language: model.settings.language, collections: model.collections, recordsBranches: true,
      diagnostics: &diagnostics)
    let pages = context.enumeratePages()
    let files = portal.files
    let renderer = PageRenderer(
      context, layouts: layouts,
      targets: LinkTargets(model, attachments: [], incompleteKinds: model.incompleteKinds), file: { files[$0] })
    for page in Parallel.map(pages.count, jobs: 2, { renderer.render(pages[$0].family, pages[$0].page) }) {
      diagnostics += page.diagnostics
    }
    return (Set(layouts.unreachedBranches), diagnostics.filter { $0.code.text.hasPrefix("LT") })
  }

  private static func demonstration() throws -> OneFilePortal {
    var portal = OneFilePortal("")
    for file in try Demonstration.files(["content"]) { portal.files[file.path] = file.bytes }
    return portal
  }

  /// `layouts/base.html:12 if: page.noindex`.
  private static func describe(_ branch: LayoutBranch) throws -> String {
    let bytes = try #require(try Demonstration.files(["layouts"]).first { $0.path == branch.path }?.bytes)
    let line = SourceText(bytes).position(of: Int(branch.span.start)).line
    let text = String(decoding: bytes[branch.span.range], as: UTF8.self)
    return "\(branch.path):\(line) \(branch.kind.rawValue): \(text)"
  }

  @Test func `every branch of a layout is rendered`() throws {
    let portals = [
      (try Self.demonstration(), nil), (BranchPortals.empty, nil),
      // On the day before a holiday with a lecture.
      (BranchPortals.odd, CalendarDate(fieldText: "2026-09-24", year: nil)),
    ]
    var unreached: Set<LayoutBranch>?
    for (portal, asOf) in portals {
      let run = try Self.render(portal, asOf: asOf)
      #expect(Set(run.diagnostics.map(\.message.en)) == [])
      unreached = unreached?.intersection(run.unreached) ?? run.unreached
    }
    for branch in try (unreached ?? []).map(Self.describe).sorted() { Issue.record("never rendered: \(branch)") }
  }
}
