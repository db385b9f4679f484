internal import Bytes

/// Finds what looked like the beginning of a footnote or like a directive line by line and is none.
enum StrayLines {
  /// Lines of `marked` whose marks stand where they change what the blocks are.
  ///
  /// - Complexity: O(length) if there may be some, else O(openings).
  static func lines(
    in root: MarkdownNode, _ marked: MarkedText, _ source: SourceText, _ index: LineIndex
  ) -> Set<Int> {
    var columns: [Int: Int] = [:]
    for opening in marked.footnotes where opening.needsItem { columns[opening.line] = opening.column }
    guard !columns.isEmpty || marked.mayHideDirectives else { return [] }
    var hidden: Set<Int> = []
    var next = root.firstChild
    while let node = next {
      switch node.kind {
      // A footnote's opening that stands in code, HTML, or in the middle of a paragraph is no item. Where the marker alone
      // was put in its place, it could not be told from text any more.
      case .item: if columns[node.firstLine] == node.startColumn { columns[node.firstLine] = nil }
      case .htmlBlock: if marked.mayHideDirectives { addHidden(by: node, marked, source, index, to: &hidden) }
      default: break
      }
      next = node.following(below: root, entersChildren: node.holdsBlocks)
    }
    return hidden.union(columns.keys)
  }

  /// A directive in a comment: the mark of its line is a comment, too, and with it the comment around it seemed to end. All
  /// lines up to the true end are none.
  private static func addHidden(
    by node: MarkdownNode, _ marked: MarkedText, _ source: SourceText, _ index: LineIndex, to hidden: inout Set<Int>
  ) {
    let offset = node.withText(.literal) { text -> Int? in
      var mark = Mark.next(in: text, from: 0)
      while mark < text.count {
        if let (number, _) = Mark.reference(in: text, at: mark), number < marked.substitutions.count,
          case .directiveLine = marked.substitutions[number].kind
        {
          break
        }
        mark = Mark.next(in: text, from: mark + Mark.length)
      }
      guard mark < text.count else { return nil }
      var line = 0
      for position in 0..<mark where text[position] == UInt8(ascii: "\n") { line += 1 }
      return line > 0 ? line : nil
    }
    guard let offset else { return }
    let file = source.file.span
    var line = node.firstLine + offset
    // Where a line is hidden already, so are those behind it up to the end of the comment.
    while line <= index.count, hidden.insert(line).inserted {
      let range = index.range(ofLines: line, through: line, in: file)
      if range.contains(where: { file[$0] == UInt8(ascii: "-") && file.has("-->", at: $0) }) { return }
      line += 1
    }
  }
}
