/// Finds what looked like the beginning of a footnote line by line and became none: it stands in code, HTML, or in the middle of
/// a paragraph. Where the marker alone was put in its place, it could not be told from text any more.
enum StrayFootnotes {
  /// Lines of the `openings` that need a list item of their own and have none below `root`.
  ///
  /// - Complexity: O(blocks) if there are such openings, else O(openings).
  static func lines(in root: MarkdownNode, _ openings: [FootnoteOpening]) -> Set<Int> {
    var columns: [Int: Int] = [:]
    for opening in openings where opening.needsItem { columns[opening.line] = opening.column }
    guard !columns.isEmpty, var node = root.firstChild else { return [] }
    while true {
      if node.kind == .item, columns[node.firstLine] == node.startColumn { columns[node.firstLine] = nil }
      if node.holdsBlocks, let child = node.firstChild {
        node = child
        continue
      }
      while node.next == nil {
        guard let parent = node.parent, parent != root else { return Set(columns.keys) }
        node = parent
      }
      guard let next = node.next else { return Set(columns.keys) }
      node = next
    }
  }
}
