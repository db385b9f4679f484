import Checks
import Diagnostics
import Markdown
import Portal
import Training

/// The texts of all pages, each shown to the rules about texts once: by the first page that has it.
struct PageTexts: Sendable {
  private let pages: [Page]
  let rules: TextReview
  /// By page: whether it is the first with its text.
  let isFirst: [Bool]
  private let paths: Set<String>

  /// - Complexity: O(pages + records).
  init(_ pages: [Page], _ model: Model) {
    self.pages = pages
    rules = TextReview(model)
    var paths: Set<String> = []
    isFirst = pages.map { page in page.text.map { paths.insert($0.path).inserted } ?? false }
    self.paths = paths
  }

  /// What rules find in what the text of page `index` became; nothing when another page has it too and comes first.
  func findings(in output: MarkdownOutput?, ofPage index: Int) -> [Diagnostic] {
    guard let output, isFirst[index], let text = pages[index].text else { return [] }
    return rules.findings(in: output, of: text.place)
  }

  /// What they find in texts that no page shows.
  func findingsElsewhere(jobs: Int) -> [Diagnostic] { rules.findings(except: paths, jobs: jobs) }
}
