/// Openings of footnotes before another block's start (`[^a]: - x`) have no mark, as it would hide that start. Where libcmark
/// made no footnote of one, because it stands in code, HTML or the middle of a paragraph, its marker is found by what
/// stands behind it.
extension DocumentWriter {
  /// Begins to look for those on the lines of `block`.
  ///
  /// - Complexity: O(log openings).
  mutating func findUnmarkedOpenings(of block: MarkdownNode) {
    guard hasUnmarkedOpenings else { return }
    nextUnmarked = firstOpening(from: block.firstLine - lineOffset)
  }

  /// `text` of the block at hand with the markers of openings replaced by the source.
  ///
  /// - Complexity: O(length of `text`).
  mutating func replacingMarkers(in text: [UInt8]) -> [UInt8] {
    guard hasUnmarkedOpenings else { return text }
    var result: [UInt8] = []
    var (runStart, misses) = (0, 0)
    var candidate = nextUnmarked
    while candidate < footnotes.count, misses < Self.patience {
      candidate += 1
      guard let (replaced, rest) = unmarked(candidate - 1) else { continue }
      var place = runStart
      while place < text.count, !isMarker(text.span, at: place, before: rest) { place += 1 }
      guard place < text.count else {
        misses += 1
        continue
      }
      result.append(contentsOf: text[runStart..<place])
      result.append(contentsOf: source.file[replaced])
      runStart = place + FootnoteOpening.marker.utf8.count
      nextUnmarked = candidate
    }
    result.append(contentsOf: text[runStart...])
    return result
  }

  /// How many openings are looked for in a text that does not hold them: those of a block follow each other, and few stand
  /// where no text is written.
  private static let patience = 4

  private func unmarked(_ index: Int) -> (replaced: Range<Int>, rest: Range<Int>)? {
    footnotes[index].node == nil ? footnotes[index].opening.unmarked : nil
  }

  /// Whether the marker stands at `place` of `text`, and behind it the bytes `rest` of the file as far as the text goes.
  private func isMarker(_ text: Span<UInt8>, at place: Int, before rest: Range<Int>) -> Bool {
    guard text.has(FootnoteOpening.marker, at: place) else { return false }
    let start = place + FootnoteOpening.marker.utf8.count
    for offset in 0..<min(rest.count, text.count - start)
    where text[start + offset] != source.file[rest.lowerBound + offset] {
      return false
    }
    return start < text.count
  }

  /// Writes `text` of `node`, which begins a line, from `start` to the end of the marker that stands in it; `nil` when there is
  /// none.
  mutating func writeUnmarkedOpening(of node: MarkdownNode, _ text: Span<UInt8>, from start: Int) -> Int? {
    guard hasUnmarkedOpenings, node.previous?.kind == .softBreak || node.previous?.kind == .lineBreak else {
      return nil
    }
    var index = nextUnmarked
    while index < footnotes.count, unmarked(index) == nil { index += 1 }
    guard index < footnotes.count, let (replaced, rest) = unmarked(index) else { return nil }
    let length = FootnoteOpening.marker.utf8.count
    var place = start
    while place + length < text.count,
      !text.has(FootnoteOpening.marker, at: place) || text[place + length] != source.file[rest.lowerBound]
    { place += 1 }
    guard place + length < text.count else { return nil }
    nextUnmarked = index + 1
    writeProse(text.extracting(start..<place))
    // In the middle of a paragraph it is a reference with a colon behind it.
    let name = footnotes[index].opening.name
    writeSource(writeReference(to: name) ? name.upperBound + 1..<replaced.upperBound : replaced)
    return place + length
  }
}
