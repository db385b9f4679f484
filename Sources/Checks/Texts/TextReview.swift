package import Diagnostics
import Files
package import Markdown
package import Training

/// The rules about texts, ready for the texts of one portal. Immutable, shared by all threads.
package struct TextReview: Sendable {
  private let model: Model
  private let context: TextContext
  /// The files that say of something that it is still open.
  private let pathsWithPending: Set<String>
  private let rules: [@Sendable (CheckedText, TextContext, inout Findings) -> Void]

  /// Those of `allChecks`, for the texts of `model`.
  ///
  /// - Complexity: O(records).
  package init(_ model: Model) {
    self.model = model
    context = TextContext(model)
    pathsWithPending = model.pathsWithPending
    rules = allChecks.compactMap { check in if case .text(let rule) = check.run { rule } else { nil } }
  }

  /// What they find in the Markdown `body` of the file at `path`, a text of a record of the kind `kind`, which became `output`
  /// with the feature `textBlocks`.
  ///
  /// - Complexity: O(length).
  package func findings(in output: MarkdownOutput, of kind: String, at path: String, _ body: Range<Int>) -> [Diagnostic]
  {
    guard let file = model.files.bytes(of: path) else { return [] }
    let text = CheckedText(
      output, kind: kind, path: path, file: file, body: body, hasPending: pathsWithPending.contains(path),
      context.filter)
    var findings = Findings()
    for rule in rules { rule(text, context, &findings) }
    return findings.diagnostics
  }

  /// What they find in all texts but those in the files `shown`, in the order of the records; the texts are parsed for it, on
  /// `jobs` threads.
  ///
  /// - Complexity: O(length of these texts).
  package func findings(except shown: Set<String> = [], jobs: Int) -> [Diagnostic] {
    let documents = allRecordKinds.flatMap { kind in kind.documents(model).map { (kind: kind.name, content: $0) } }
      .filter { !shown.contains($0.content.path) }
    return Parallel.map(documents.count, jobs: jobs) { index -> [Diagnostic] in
      let (kind, content) = documents[index]
      guard let file = model.files.bytes(of: content.path) else { return [] }
      let output = MarkdownRenderer.render(
        file, body: content.bytes.indices, path: content.path, features: MarkdownFeatures.portal.union(.textBlocks))
      return findings(in: output, of: kind, at: content.path, content.bytes.indices)
    }.flatMap(\.self)
  }
}
