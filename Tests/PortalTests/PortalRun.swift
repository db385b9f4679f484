import Diagnostics
import Expressions
import Files
import Portal
import PortalTestSupport
import Templates
import Training

/// All pages of a portal, rendered in memory with the layouts among its files or with others.
struct PortalRun {
  /// Bytes by the paths of the pages.
  private(set) var pages: [String: [UInt8]] = [:]
  /// What is wrong with layouts and strings, when they are read and when they are rendered.
  private(set) var diagnostics: [Diagnostic]
  /// The branches of layouts that no page needed.
  private(set) var unreached: Set<LayoutBranch> = []
  /// What is wrong with the records, as `WT01 content/schemes/a.yml:7:8`.
  let recordErrors: [String]
  /// What is wrong with texts, directives above all, in the same form.
  private(set) var textErrors: [String] = []

  init(_ portal: OneFilePortal, asOf: CalendarDate? = nil, language: String? = nil, readership: Readership = .everyone)
  {
    let run = ModelRun(portal, asOf: asOf, readership: readership)
    recordErrors = run.diagnostics.filter { $0.severity == .error }.map(run.place)
    var context = PortalContext(run.model, version: "test")
    var found: [Diagnostic] = []
    let layouts = PortalLayouts(
      portal.inMemory().snapshot(SnapshotRequest(folder: "/layouts", label: "layouts", jobs: 1)),
      language: language ?? run.model.settings.language, collections: run.model.collections, recordsBranches: true,
      diagnostics: &found)
    diagnostics = found
    guard !found.hasErrors else { return }
    let all = context.enumeratePages()
    let renderer = PageRenderer(context, layouts: layouts)
    let rendered = Parallel.map(all.count, jobs: 2) { renderer.render(all[$0].family, all[$0].page) }
    for (page, result) in zip(all, rendered) {
      pages[page.page.path.path] = result.bytes
      diagnostics += result.diagnostics.filter { $0.code.text.hasPrefix("LT") }
      textErrors += result.diagnostics.filter { $0.severity == .error && !$0.code.text.hasPrefix("LT") }.map(run.place)
    }
    unreached = Set(layouts.unreachedBranches)
  }

  /// Each message as `LT61 layouts/strings/en.yml`.
  var places: [String] { diagnostics.map { "\($0.code) \($0.location?.path ?? "-")" } }
}
