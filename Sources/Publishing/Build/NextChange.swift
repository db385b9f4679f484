import Checks
package import Diagnostics
package import Expressions
package import Files
import Portal
import Training

/// The next day on which a portal is another one, though nobody edits it.
package struct NextChange: Sendable {
  /// What happens on that day.
  package enum Event: Sendable {
    /// These files get other bytes, come, or go.
    case pages([String])
    /// The portal can no longer be built: something is due that is still open.
    case errors([Diagnostic])
  }

  package let day: CalendarDate
  package let event: Event
}

extension SiteBuild {
  /// How many days are looked at.
  package static let horizon = 400

  /// The next day after that of `request` on which the output differs, by making the pages that depend on the day; `nil` when
  /// none does for `horizon` days, or there are errors.
  ///
  /// Writes nothing, and needs no build before.
  ///
  /// - Complexity: one build, and for each day linking and what depends on it.
  package static func nextChange(
    of request: BuildRequest, in world: World
  ) -> (change: NextChange?, asOf: CalendarDate?, diagnostics: [Diagnostic], sources: [String: [UInt8]]) {
    var build = SiteBuild(request, in: world, onPhase: { _ in })
    let change = build.findNextChange()
    build.redact()
    return (change, build.result.asOf, build.result.diagnostics, build.result.sources)
  }

  private mutating func findNextChange() -> NextChange? {
    let (request, world) = (request, world)
    let content = Self.content(request, world)
    let layoutFiles = Self.layouts(request, world)
    guard note(content), note(layoutFiles), let decoded = decode(content) else { return nil }
    let asOf = chooseAsOf(decoded.settings)
    var diagnostics: [Diagnostic] = []
    let model = decoded.model(asOf: asOf, &diagnostics)
    let layouts = PortalLayouts(
      layoutFiles, language: model.settings.language, collections: model.collections, diagnostics: &diagnostics)
    result.diagnostics += diagnostics + Check.findingsOfRecords(in: model, jobs: request.jobs).all
    guard !result.diagnostics.hasErrors else { return nil }
    let first = DayRendering(model, layouts, request, cache: nil)
    result.diagnostics += first.diagnostics(jobs: request.jobs)
    guard !result.diagnostics.hasErrors else { return nil }
    let cache = first.cache(jobs: request.jobs)
    for number in 1...Self.horizon {
      let day = asOf.adding(days: number)
      var found: [Diagnostic] = []
      let later = decoded.model(asOf: day, &found)
      found += Check.findingsOfRecords(in: later, jobs: request.jobs).all
      let rendering = found.hasErrors ? nil : DayRendering(later, layouts, request, cache: cache)
      found += rendering?.diagnostics(jobs: request.jobs) ?? []
      if found.hasErrors { return NextChange(day: day, event: .errors(found.filter { $0.severity == .error })) }
      let changed = rendering?.differences(from: cache) ?? []
      if !changed.isEmpty { return NextChange(day: day, event: .pages(changed)) }
    }
    return nil
  }
}

/// The pages of a portal on one day: made, or known from another day to be the same.
private struct DayRendering {
  private let maker: PageMaker
  private let plan: RenderPlan
  /// All files; of a portal with errors they count for nothing.
  private let files: [RenderedFile]

  init(_ model: Model, _ layouts: PortalLayouts, _ request: BuildRequest, cache: BuildCache?) {
    var context = PortalContext(model, version: request.version)
    let pages = context.enumeratePages()
    let maker = PageMaker(
      pages, PageRenderer(context, layouts: layouts), layouts, model, LeakReport(model), notesReads: true)
    let plan = maker.plan(cache, changedTexts: nil, jobs: request.jobs)
    files = Parallel.map(maker.paths.count, jobs: request.jobs) { maker.make($0, plan, stage: nil) }
    self.maker = maker
    self.plan = plan
  }

  /// Everything that a build would say of these pages.
  func diagnostics(jobs: Int) -> [Diagnostic] {
    let found = files.flatMap { $0.diagnostics + $0.findings } + maker.texts.findingsElsewhere(jobs: jobs)
    return found.hasErrors ? found : found + maker.brokenLinks(files, plan)
  }

  private var pages: ArraySlice<RenderedFile> { files.prefix(maker.pages.count) }

  /// What these pages depend on, so that those of another day can be compared.
  func cache(jobs: Int) -> BuildCache {
    BuildCache(Array(pages), paths: maker.paths, plan, maker.answers, jobs: jobs)
  }

  /// Pages with other bytes than `cache` has, and those that only one of the two has.
  func differences(from cache: BuildCache) -> [String] {
    var known = Dictionary(cache.pages.map { ($0.path, $0.hash) }) { first, _ in first }
    var changed: [String] = []
    for (path, file) in zip(maker.paths, pages) where known.removeValue(forKey: path) != file.hash {
      changed.append(path)
    }
    changed += known.keys.sorted()
    // It states the day itself, which is news to nobody.
    return changed.filter { $0 != PortalRoutes.buildPage.file }
  }
}
