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
  ///   - allowedTags: what of raw HTML is no text where `safeHTML` is on.
  ///   - host: what answers for links, figures and directives.
  /// - Returns: HTML, outline, links, figures and diagnostics.
  /// - Complexity: O(length of `body`) and the host's work.
  package static func render(
    _ file: [UInt8], body: Range<Int>? = nil, path: String, features: MarkdownFeatures,
    allowedTags: AllowedTags = [], host: (any MarkdownHost)? = nil
  ) -> MarkdownOutput {
    var source = SourceText(file: file, body: body ?? 0..<file.count, path: path)
    let scan = SourceScan(source.file.span, source.body)
    let problems = InputCheck.diagnostics(of: source, scan)
    if !problems.isEmpty, features != .plain { source = source.sanitized(scan) }

    let wanted = scan.markedFeatures(of: features)
    var marker = Marker(features: wanted)
    var text = wanted.isEmpty ? nil : marker.marked(source)
    var tree = tree(of: text, source)
    // What a comment hides may hide the end of another one.
    var strays: Set<Int> = []
    var freeAddresses: Set<Int> = []
    for _ in 0..<8 {
      let found = StrayLines.lines(in: tree.root, marker.marked, source, scan.lines).subtracting(strays)
      let free = BracketedAddresses.free(in: tree.root, marker.marked, source, scan.lines)
      guard !found.isEmpty || free != freeAddresses else { break }
      strays.formUnion(found)
      freeAddresses = free
      marker = Marker(features: wanted, strayLines: strays, freeAddresses: freeAddresses)
      text = marker.marked(source)
      tree = Self.tree(of: text, source)
    }
    var tables = TablesOfText(source: source, scan: scan, features: features)
    if !marker.marked.delimiterRows.isEmpty, tables.find(in: tree.root, &marker, lineOffset: 0) {
      if tables.arePlain {
        let cells = MarkdownTree(parsing: tables.text.cellBytes(marker: &marker).span)
        var writer = DocumentWriter(source, scan, features, allowedTags, host, marker.marked, tables)
        writer.diagnostics = problems
        writer.write(tree.root, cellsIn: cells.root)
        withExtendedLifetime(cells) {}
        withExtendedLifetime(tree) {}
        return writer.finished()
      }
      // Cutting out a table may turn what follows it from a paragraph's continuation into a block with a table of its own.
      var round = 1
      repeat {
        tree = MarkdownTree(parsing: tables.text.bytes(text: text, marker: &marker).span)
        tables.lineOffset = tables.markedCellCount
        round += 1
      } while round < 16 && tables.find(in: tree.root, &marker, lineOffset: tables.lineOffset)
    }
    var writer = DocumentWriter(source, scan, features, allowedTags, host, marker.marked, tables)
    writer.diagnostics = problems
    writer.reportDefinitions(marker.marked.definitions, in: tree.root)
    writer.write(tree.root, cellsIn: nil)
    withExtendedLifetime(tree) {}
    return writer.finished()
  }

  /// libcmark's tree of `text`, or of the source where nothing was marked.
  private static func tree(of text: [UInt8]?, _ source: SourceText) -> MarkdownTree {
    if let text { return MarkdownTree(parsing: text.span) }
    return MarkdownTree(parsing: source.file.span.extracting(source.body))
  }
}
