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
    var source = SourceText(file: file, body: body ?? 0..<file.count, path: path)
    let problems = InputCheck.diagnostics(of: source)
    if !problems.isEmpty, features != .plain { source = source.sanitized() }

    let wanted = MarkFeatures.wanted(features, in: source)
    var marker = Marker(features: wanted)
    let isMarked = !wanted.isEmpty && marker.markLines(of: source.file, in: source.body)
    let text = isMarked ? marker.takeBytes() : nil
    var tree =
      if let text { MarkdownTree(parsing: text.span) } else {
        MarkdownTree(parsing: source.file.span.extracting(source.body))
      }
    var tables: [Table] = []
    var cellCount = 0
    if !marker.marked.delimiterRows.isEmpty {
      let lines = LineIndex(source.file.span, source.body)
      var finder = TableFinder(
        source: source, lines: lines, features: features, candidates: marker.marked.delimiterRows)
      // Cutting out a table may turn what follows it from a paragraph's continuation into a block with a table of its own.
      for _ in 0..<4 {
        let found = finder.tables(in: tree.root, lineOffset: cellCount)
        guard !found.isEmpty else { break }
        tables = (tables + found).sorted { $0.lines.lowerBound < $1.lines.lowerBound }
        cellCount = 0
        for index in tables.indices {
          tables[index].firstCell = cellCount
          cellCount += tables[index].cellCount
        }
        let tableText = TableText(source: source, lines: lines, tables: tables)
        tree = MarkdownTree(parsing: tableText.bytes(text: text, marker: &marker).span)
      }
    }

    var writer = DocumentWriter(
      source: source, features: features, host: host, marked: marker.marked, tables: tables, lineOffset: cellCount)
    writer.diagnostics = problems
    writer.write(tree.root)
    return writer.finished()
  }
}
