import Checks
import Diagnostics
import Expressions
import Files
import Portal
import Training

// What is done with decoded records falls into two halves that know nothing of each other, and happen at once.

extension SiteBuild {
  /// Records linked and checked, and the pages that come of them.
  struct Linked: Sendable {
    let context: PortalContext
    /// What rules found in the records.
    let findings: RecordFindings
    let pages: [(family: PageFamily, page: Page)]
    /// What linking says.
    let diagnostics: [Diagnostic]
    let clock: PhaseClock

    /// `known` are the findings of records that differ from these in the texts of the files `changedTexts` alone.
    init(
      _ decoded: DecodedContent, asOf: CalendarDate, _ known: RecordFindings?, _ changedTexts: Set<String>,
      _ request: BuildRequest, _ clock: PhaseClock
    ) {
      var clock = clock
      var diagnostics: [Diagnostic] = []
      let model = clock.timed(.link) { decoded.model(asOf: asOf, &diagnostics) }
      findings = clock.timed(.check) {
        known?.updated(for: changedTexts, in: model) ?? Check.findingsOfRecords(in: model, jobs: request.jobs)
      }
      var context = PortalContext(model, version: request.version)
      pages = clock.timed(.route) { context.enumeratePages() }
      (self.context, self.diagnostics, self.clock) = (context, diagnostics, clock)
    }
  }

  /// What pages are made with.
  struct Prepared: Sendable {
    let layouts: PortalLayouts
    /// What the build before this one left; `nil` when there is nothing, or nothing that may be used.
    let cache: BuildCache?
    /// What is wrong with layouts.
    let diagnostics: [Diagnostic]
    let clock: PhaseClock

    /// `wanted` are the layouts that will be needed; `nil` for all.
    init(
      _ decoded: DecodedContent, _ files: Snapshot, wanted: Set<String>? = nil, _ clock: PhaseClock,
      recall: () -> BuildCache? = { nil }
    ) {
      var clock = clock
      var diagnostics: [Diagnostic] = []
      layouts = clock.timed(.layouts) {
        PortalLayouts(
          files, language: decoded.settings.language, collections: decoded.records.declared, wanted: wanted,
          diagnostics: &diagnostics)
      }
      cache = clock.timed(.recall, recall)
      (self.diagnostics, self.clock) = (diagnostics, clock)
    }
  }
}
