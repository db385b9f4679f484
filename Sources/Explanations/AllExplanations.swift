import Diagnostics

/// The explanation of every code, in the order in which an editor meets the families: records, dates, sums, texts, lists;
/// then how files are written; then layouts, the output and the machine.
package let allExplanationFamilies: [ExplanationFamily] = [
  recordExplanations, dateExplanations, hourExplanations, classExplanations, schemeExplanations, scoreExplanations,
  listExplanations, newsletterExplanations, textExplanations, collectionExplanations, archiveExplanations,
  privacyExplanations, outputExplanations, tableExplanations, yamlExplanations, markdownExplanations,
  layoutExplanations,
  jsonExplanations, fileExplanations, argumentExplanations,
]

extension [ExplanationFamily] {
  /// The explanation of `code`, whose letters may be small; `nil` when there is none.
  package func explanation(of code: String) -> Explanation? {
    let wanted = DiagnosticCode(code.uppercased())
    for family in self {
      if let found = family.explanations.first(where: { $0.code == wanted }) { return found }
    }
    return nil
  }
}
