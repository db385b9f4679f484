import Bytes
import Diagnostics
import Expressions
import Files
import Portal
import Training

extension SiteBuild {
  /// What is wrong with the lines of `redirects.csv`.
  static func redirectProblems(
    _ redirects: RedirectList, _ pages: [(family: PageFamily, page: Page)], _ maker: PageMaker
  ) -> [Diagnostic] {
    guard !redirects.isEmpty else { return [] }
    let files = pages.lazy.filter { !$0.family.isRedirect }.map(\.page.path.file)
    return redirects.problems(among: Set(files).union(maker.fixed.map(\.path)))
  }

  /// Tells of pages that earlier builds of this output published and that this one, whose `files` have all been handed over,
  /// has not. They are remembered before anything is published: one too many is forgotten by the next build, one too few
  /// would be lost. A strict build, which such a page stops, leaves what is remembered as it is, as it does the portal.
  ///
  /// - Complexity: O(files of the published portal).
  mutating func noteVanished(_ files: [String], _ stage: OutputStage?, _ redirects: RedirectList) {
    guard let stage, !result.diagnostics.hasErrors else { return }
    let before = stage.remembered(.addresses).flatMap { VanishedAddresses($0) }
    var gone = stage.unclaimed.filter { $0.hasSuffix(".html") }
    if let before, !before.files.isEmpty {
      let now = Set(files)
      gone += before.files.filter { !now.contains($0) }
    }
    let vanished = VanishedAddresses(gone.filter { !redirects.answered.contains($0) && $0 != "404.html" })
    let isStopped = request.isStrict && !vanished.files.isEmpty
    if !isStopped, vanished.files != before?.files ?? [] { stage.remember(vanished.bytes, .addresses) }
    result.diagnostics += vanished.diagnostics(isStopped ? .error : .warning)
  }
}
