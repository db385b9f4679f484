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
    return (change, build.result.asOf, build.result.diagnostics, build.result.sources)
  }

  private mutating func findNextChange() -> NextChange? {
    let (request, world) = (request, world)
    let content = Self.content(request, world)
    let layoutFiles = world.files.snapshot(
      SnapshotRequest(folder: request.layouts, label: "layouts", jobs: request.jobs))
    guard note(content), note(layoutFiles), let decoded = decode(content) else { return nil }
    let asOf = chooseAsOf(decoded.settings)
    var diagnostics: [Diagnostic] = []
    let model = decoded.model(asOf: asOf, &diagnostics)
    let layouts = PortalLayouts(
      layoutFiles, language: model.settings.language, collections: model.collections, diagnostics: &diagnostics)
    result.diagnostics += diagnostics + Check.findingsOfRecords(in: model)
    guard !result.diagnostics.hasErrors else { return nil }
    let first = DayRendering(model, layouts, request, cache: nil)
    result.diagnostics += first.files.flatMap(\.diagnostics)
    guard !result.diagnostics.hasErrors else { return nil }
    let cache = first.cache(jobs: request.jobs)
    for number in 1...Self.horizon {
      let day = asOf.adding(days: number)
      var found: [Diagnostic] = []
      let later = decoded.model(asOf: day, &found)
      found += Check.findingsOfRecords(in: later)
      if found.hasErrors { return NextChange(day: day, event: .errors(found.filter { $0.severity == .error })) }
      let rendering = DayRendering(later, layouts, request, cache: cache)
      let errors = rendering.files.flatMap(\.diagnostics).filter { $0.severity == .error }
      if !errors.isEmpty { return NextChange(day: day, event: .errors(errors)) }
      let changed = rendering.differences(from: cache)
      if !changed.isEmpty { return NextChange(day: day, event: .pages(changed)) }
    }
    return nil
  }
}

/// The pages of a portal on one day: made, or known from another day to be the same.
private struct DayRendering {
  let files: [RenderedFile]
  private let paths: [String]
  private let plan: RenderPlan
  private let answers: Answers

  init(_ model: Model, _ layouts: PortalLayouts, _ request: BuildRequest, cache: BuildCache?) {
    var context = PortalContext(model, version: request.version)
    let pages = context.enumeratePages()
    let renderer = PageRenderer(context, layouts: layouts)
    let texts = PageTexts(pages.map(\.page), model)
    let paths = pages.map(\.page.path.file) + layouts.assets.map(\.path) + model.files.attachments.sorted()
    let answers = Answers(
      renderer, texts.rules, leaks: LeakReport(model), pages: pages.map(\.page), files: paths)
    let plan = RenderPlan(pages, answers, texts, renderer, cache: cache, jobs: request.jobs)
    let verification = LinkVerification(paths: paths, hostRoot: renderer.hostRoot)
    files = Parallel.map(pages.count, jobs: request.jobs) { index in
      if case .keep(let number) = plan.steps[index] { return RenderedFile(hash: plan.cache.pages[number].hash) }
      let reads = PageReads()
      let page = renderer.render(pages[index].family, pages[index].page, reads: reads)
      var file = RenderedFile.make(page, path: paths[index], verification, stage: nil)
      file.keys = plan.table.keys(of: reads)
      return file
    }
    self.paths = paths
    self.plan = plan
    self.answers = answers
  }

  /// What these pages depend on, so that those of another day can be compared.
  func cache(jobs: Int) -> BuildCache { BuildCache(files, paths: paths, plan, answers, jobs: jobs) }

  /// Pages with other bytes than `cache` has, and those that only one of the two has.
  func differences(from cache: BuildCache) -> [String] {
    var known = Dictionary(cache.pages.map { ($0.path, $0.hash) }) { first, _ in first }
    var changed: [String] = []
    for (path, file) in zip(paths, files) where known.removeValue(forKey: path) != file.hash {
      changed.append(path)
    }
    changed += known.keys.sorted()
    // It states the day itself, which is news to nobody.
    return changed.filter { $0 != PortalRoutes.buildPage.file }
  }
}
