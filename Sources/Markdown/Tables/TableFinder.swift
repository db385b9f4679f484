internal import Bytes

/// Finds the tables of a text in the paragraphs that libcmark made of them.
///
/// GFM 0.29 §4.10 as cmark-gfm reads it: the last line of a paragraph before a delimiter row with as many cells is the header;
/// every following line of the same container is a row until a blank line or the start of another block. Only the first
/// delimiter row of a paragraph is tried.
struct TableFinder {
  let source: SourceText
  let lines: LineIndex
  let features: MarkdownFeatures
  private let simpleCells: SimpleCells
  /// What the marks in the tree stand for.
  let substitutions: [Substitution]
  let footnotes: [FootnoteOpening]
  /// Lines that look like delimiter rows and were not decided yet, ascending.
  private(set) var candidates: [Int]

  init(source: SourceText, scan: SourceScan, features: MarkdownFeatures, marked: MarkedText) {
    self.source = source
    lines = scan.lines
    self.features = features
    simpleCells = SimpleCells(features: features, scan: scan)
    substitutions = marked.substitutions
    footnotes = marked.footnotes
    candidates = marked.delimiterRows
  }

  /// The tables below `root`, in order; their delimiter rows are candidates no more. The tree's lines are ahead of the
  /// source's by `lineOffset`.
  ///
  /// Where a paragraph goes on behind a table, what goes on is no continuation any more once the table is cut out: a lazy line
  /// then ends its list, `2.` begins one. All that follows may be another block, so that it is left to the next round, up to a
  /// line that begins a block in any case.
  ///
  /// - Complexity: O(nodes + bytes of the tables).
  mutating func tables(in root: MarkdownNode, lineOffset: Int) -> [Table] {
    var found: [Table] = []
    var decided: Set<Int> = []
    var next = candidates.startIndex
    var node = root.firstChild
    var uncertain: Int?
    while let block = node, next < candidates.endIndex {
      if let line = uncertain, block.parent == root, isCertain(block.firstLine - lineOffset, behind: line) {
        uncertain = nil
      }
      if uncertain != nil {
        let last = block.lines.upperBound - lineOffset
        if !block.holdsBlocks { while next < candidates.endIndex, candidates[next] <= last { next += 1 } }
      } else if block.kind == .paragraph || block.kind == .heading {
        let first = block.lines.lowerBound - lineOffset
        let last = block.lines.upperBound - lineOffset
        while next < candidates.endIndex, candidates[next] <= first { next += 1 }
        if next < candidates.endIndex, candidates[next] <= last {
          let prefix = LinePrefix(of: block, file: source.file.span, lines: lines, lineOffset: lineOffset)
          let end = block.kind == .heading ? underline(from: first, through: last, prefix) : last
          var isTried = false
          while next < candidates.endIndex, candidates[next] <= end {
            let row = candidates[next]
            next += 1
            decided.insert(row)
            guard !isTried, let prefix else { continue }
            switch table(in: block, firstLine: first, delimiterRow: row, prefix, lineOffset: lineOffset) {
            case .notTried: break
            case .mismatch: isTried = true
            case .found(let table):
              found.append(table)
              while next < candidates.endIndex, candidates[next] <= table.lines.upperBound {
                decided.insert(candidates[next])
                next += 1
              }
              if table.lines.upperBound < last {
                uncertain = table.lines.upperBound
                while next < candidates.endIndex, candidates[next] <= last { next += 1 }
              }
            }
          }
        }
      }
      node = block.following(below: root, entersChildren: block.holdsBlocks)
    }
    candidates.removeAll { decided.contains($0) }
    return found
  }

  /// Whether the line `first` begins a block whatever became of the lines behind `line`: it stands at the margin, behind a blank
  /// line, and no fence or HTML that might still be open stands between.
  private func isCertain(_ first: Int, behind line: Int) -> Bool {
    let file = source.file.span
    let start = lines.range(ofLines: first, through: first, in: file)
    guard first > line + 1, !start.isEmpty, !TableRow.isBlank(file[start.lowerBound]),
      TableRow.isBlank(file, lines.range(ofLines: first - 1, through: first - 1, in: file))
    else { return false }
    for index in lines.wholeRange(ofLines: line + 1, through: first - 1) {
      switch file[index] {
      case UInt8(ascii: "<"): return false
      case UInt8(ascii: "`") where file.has("```", at: index), UInt8(ascii: "~") where file.has("~~~", at: index):
        return false
      default: break
      }
    }
    return true
  }

  /// What became of a line that looks like a delimiter row.
  private enum Outcome {
    /// It cannot be one where it stands.
    case notTried
    /// The line before has another number of cells; no later row of the paragraph is tried.
    case mismatch
    case found(Table)
  }

  /// The line under a heading of several lines. libcmark's own last line may be the one behind it.
  private func underline(from first: Int, through last: Int, _ prefix: LinePrefix?) -> Int {
    guard let prefix, first < last else { return last }
    for number in first + 1...last {
      guard let line = content(ofLine: number, prefix), line.indent < 4, let mark = line.range.first else { continue }
      let character = source.file[mark]
      guard character == UInt8(ascii: "=") || character == UInt8(ascii: "-") else { continue }
      let rest = source.file[line.range].drop { $0 == character }
      if rest.allSatisfy({ $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }) { return number }
    }
    return last
  }

  private func table(
    in block: MarkdownNode, firstLine: Int, delimiterRow: Int, _ prefix: LinePrefix, lineOffset: Int
  ) -> Outcome {
    let file = source.file.span
    guard let delimiters = content(ofLine: delimiterRow, prefix), delimiters.indent < 4,
      let alignments = TableRow.alignments(of: file, in: delimiters.range)
    else { return .notTried }
    let header: (range: Range<Int>, prefix: Table.Prefix)
    var task: Bool?
    if delimiterRow - 1 == firstLine {
      let line = lines.range(ofLines: firstLine, through: firstLine, in: file)
      let start = min(line.lowerBound + block.startColumn - 1 + surplus(ofLine: firstLine), line.upperBound)
      let box = MarkdownTask(of: block, substitutions)
      task = box?.isDone
      header = (
        file.skippingBlanks(from: box?.end ?? start, to: line.upperBound)..<line.upperBound,
        Table.Prefix(range: line.lowerBound..<start, markedLength: block.startColumn - 1)
      )
    } else if let content = content(ofLine: delimiterRow - 1, prefix) {
      header = (content.range, content.prefix)
    } else {
      // A lazy continuation line may be the header; it stands where the delimiter row does. Its blanks count: to libcmark
      // they belong to the paragraph's text, so that a pipe behind them is no border but the end of an empty cell.
      let line = lines.range(ofLines: delimiterRow - 1, through: delimiterRow - 1, in: file)
      header = (prefix.reach(line, file).position.offset..<line.upperBound, delimiters.prefix)
    }
    let hasFigures = features.contains(.figures)
    var row: [Range<Int>] = []
    TableRow.appendCells(of: file, in: header.range, hasFigures: hasFigures, to: &row)
    guard row.count == alignments.count else { return .mismatch }
    var cells: [Table.Cell] = []
    var markedCellCount = 0
    cells.reserveCapacity(min(1024, alignments.count * max(1, block.lines.upperBound - lineOffset - delimiterRow + 1)))
    var rowEnds: [Int] = []
    func append(_ row: [Range<Int>]) {
      for range in row.prefix(alignments.count) {
        let form = simpleCells.form(of: range, file)
        if form == .marked { markedCellCount += 1 }
        cells.append(Table.Cell(range: range, form: form))
      }
      rowEnds.append(cells.count)
    }
    append(row)
    var excess: [(range: Range<Int>, cellCount: Int, isLost: Bool)] = []
    var barless: Range<Int>?
    // A table of one column has none where `:--` makes it one.
    let hasBars = hasBar(delimiters.range)
    var prefixes = [header.prefix, delimiters.prefix]
    var last = delimiterRow
    while last < lines.count, let line = content(ofLine: last + 1, prefix), line.indent < 4, !line.range.isEmpty,
      !BlockStart.isStart(file, line.range, hasDirectives: features.contains(.directives)),
      !isFootnote(line.range, onLine: last + 1)
    {
      row.removeAll(keepingCapacity: true)
      TableRow.appendCells(of: file, in: line.range, hasFigures: hasFigures, to: &row)
      guard !row.isEmpty else { break }
      append(row)
      if hasBars, barless == nil, row.count == 1, !hasBar(line.range) { barless = line.range }
      if row.count > alignments.count, let end = row.last?.upperBound {
        let more = row[alignments.count...]
        excess.append((more[alignments.count].lowerBound..<end, row.count, more.contains { !$0.isEmpty }))
      }
      prefixes.append(line.prefix)
      last += 1
    }
    let isWholeParagraph =
      block.kind == .paragraph && firstLine == delimiterRow - 1 && block.lines.upperBound - lineOffset == last
    return .found(
      Table(
        alignments: alignments, cells: cells, rowEnds: rowEnds, lines: delimiterRow - 1...last, prefixes: prefixes,
        isWholeParagraph: isWholeParagraph, excess: excess, barless: barless, task: task,
        markedCellCount: markedCellCount))
  }

  private func hasBar(_ line: Range<Int>) -> Bool { line.contains { source.file[$0] == UInt8(ascii: "|") } }

  /// How many bytes more stand on a line before the content of its containers than libcmark sees there.
  private func surplus(ofLine number: Int) -> Int {
    footnote(onLine: number).map { $0.length - FootnoteOpening.marker.utf8.count } ?? 0
  }

  /// Whether the content `line` begins a footnote.
  private func isFootnote(_ line: Range<Int>, onLine number: Int) -> Bool {
    source.file[line.lowerBound] == UInt8(ascii: "[")
      && footnote(onLine: number)?.name.lowerBound == line.lowerBound + 2
  }

  /// What looks like the beginning of a footnote on a line.
  private func footnote(onLine number: Int) -> FootnoteOpening? {
    guard !footnotes.isEmpty else { return nil }
    let index = footnotes.indices.partitionPoint { footnotes[$0].line >= number }
    return index < footnotes.count && footnotes[index].line == number ? footnotes[index] : nil
  }

  /// The content of a line behind its containers' prefix and blanks; `nil` when the line lacks the prefix.
  private func content(
    ofLine number: Int, _ prefix: LinePrefix
  ) -> (range: Range<Int>, indent: Int, prefix: Table.Prefix)? {
    let file = source.file.span
    let line = lines.range(ofLines: number, through: number, in: file)
    guard let position = prefix.match(line, file) else { return nil }
    let blanks = LinePrefix.blanks(at: position, line, file)
    return (
      blanks.end..<line.upperBound, blanks.columns,
      Table.Prefix(range: line.lowerBound..<position.offset, blanks: position.insideTab)
    )
  }
}
