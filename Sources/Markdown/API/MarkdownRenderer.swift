/// From the bytes of a text to HTML and what belongs to it.
package enum MarkdownRenderer {
  /// Renders the part `body` of `file`.
  ///
  /// Never fails: what is wrong is in `diagnostics`, and the HTML is as good as it can be. Without features the HTML is
  /// byte for byte that of `cmark --unsafe` 0.30.2.
  ///
  /// - Parameters:
  ///   - file: all bytes of the file.
  ///   - body: byte offsets of the Markdown in `file` (behind the front matter); `nil` for all of it. All spans of the
  ///     output are offsets into `file`.
  ///   - path: for the locations of diagnostics.
  ///   - features: the additions to CommonMark.
  ///   - host: what answers for links, figures and directives.
  /// - Returns: HTML, outline, links, figures and diagnostics.
  /// - Complexity: O(length of `body`) and the host's work.
  package static func render(
    _ file: [UInt8], body: Range<Int>? = nil, path: String, features: MarkdownFeatures,
    host: (any MarkdownHost)? = nil
  ) -> MarkdownOutput {
    let source = SourceText(file: file, body: body ?? 0..<file.count, path: path)
    var writer = DocumentWriter(source: source, features: features, host: host)
    writer.diagnostics = InputCheck.diagnostics(of: source)
    let tree = MarkdownTree(parsing: file.span.extracting(source.body))
    writer.writeBlocks(below: tree.root)
    return writer.finished()
  }
}
