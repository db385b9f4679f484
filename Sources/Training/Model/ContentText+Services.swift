import Markdown

extension ContentFiles {
  /// What the text of `record` says in short: whole sentences of its paragraphs within `limit` squares; `nil` without text.
  ///
  /// - Complexity: O(length of the text).
  package func excerpt(of record: some FieldBearer, to limit: Int) -> String? {
    let excerpt = text(of: record).map { parsed($0).excerpt(to: limit) }
    return excerpt?.isEmpty ?? true ? nil : excerpt
  }

  /// Minutes that the text of `record` takes to read; at least 1.
  ///
  /// - Complexity: O(length of the text).
  func readingMinutes(of record: some FieldBearer) -> Int { text(of: record).map { parsed($0).readingMinutes() } ?? 1 }

  private func parsed(_ text: ContentText) -> MarkdownOutput {
    MarkdownRenderer.render(
      bytes(of: text.path) ?? [], body: text.bytes.indices, path: text.path,
      features: MarkdownFeatures.portal.union(.textBlocks))
  }
}
