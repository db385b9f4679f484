package import Bytes
package import Diagnostics
import Expressions
import Files
package import Markdown
package import Training

/// The rules about texts, ready for the texts of one portal. Immutable, shared by all threads.
package struct TextReview: Sendable {
  private let context: TextContext
  /// Of the words that no text should have.
  private let wordsDigest: FastHash
  private let rules: [@Sendable (CheckedText, TextContext, inout Findings) -> Void]

  /// Those of `allChecks`, for the texts of `model`.
  ///
  /// - Complexity: O(records).
  package init(_ model: Model) {
    context = TextContext(model)
    var digest = ValueDigest()
    for word in model.settings.texts.noise { digest.add(word) }
    digest.add(0)
    for word in model.settings.texts.outdated { digest.add(word) }
    wordsDigest = digest.hash
    rules = allChecks.compactMap { check in if case .text(let rule) = check.run { rule } else { nil } }
  }

  /// What they find in `text`, which became `output` with the feature `textBlocks`.
  ///
  /// - Complexity: O(length).
  package func findings(in output: MarkdownOutput, of text: RecordText) -> [Diagnostic] {
    guard let file = context.model.files.bytes(of: text.path) else { return [] }
    let checked = CheckedText(text, output, file: file, context.filter)
    var findings = Findings()
    for rule in rules { rule(checked, context, &findings) }
    return findings.diagnostics
  }

  /// A hash of everything that rules compare `text` with, besides the file it stands in; `withPlaces` also of where these data
  /// stand, which findings cite.
  ///
  /// - Complexity: O(figures that the text may state).
  package func digest(of text: RecordText, withPlaces: Bool) -> FastHash {
    var digest = ValueDigest()
    digest.add(wordsDigest)
    digest.add(.boolean(context.pathsWithPending.contains(text.path)))
    digest.add(.boolean(context.pathsWithAttachments.contains(text.path)))
    for figure in KnownFigure.figures(of: text, in: context.model) {
      // Names and units follow from the kind of figure, or stand in the file.
      digest.add(.number(figure.value))
      digest.add(figure.expression)
      guard withPlaces else { continue }
      digest.add(figure.location.path)
      digest.add(Int(figure.location.span?.start ?? 0))
      digest.add(Int(figure.location.span?.end ?? 0))
    }
    return digest.hash
  }

  /// What they find in all texts but those in the files `shown`, in the order of the records; the texts are parsed for it, on
  /// `jobs` threads.
  ///
  /// - Complexity: O(length of these texts).
  package func findings(except shown: Set<String> = [], jobs: Int) -> [Diagnostic] {
    let texts = allRecordKinds.flatMap { $0.documents(context.model) }.filter { !shown.contains($0.path) }
    return Parallel.map(texts.count, jobs: jobs) { index -> [Diagnostic] in
      guard let file = context.model.files.bytes(of: texts[index].path) else { return [] }
      let output = MarkdownRenderer.render(
        file, body: texts[index].body, path: texts[index].path, features: MarkdownFeatures.portal.union(.textBlocks))
      return findings(in: output, of: texts[index])
    }.flatMap(\.self)
  }
}
