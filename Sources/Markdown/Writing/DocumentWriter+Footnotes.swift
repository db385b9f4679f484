internal import Bytes
internal import Diagnostics

/// Footnotes are numbered by their first reference and written behind the text, in the elements of cmark-gfm; what refers to
/// them only from footnotes that nobody refers to does not count.
extension DocumentWriter {
  /// Finds the items below `root` that are footnotes; says which are the second of their name.
  ///
  /// - Complexity: O(blocks).
  mutating func findFootnotes(below root: MarkdownNode) {
    var next = root.firstChild
    while let node = next {
      if node.kind == .item, let index = opening(of: node) { note(index, node) }
      next = node.following(below: root, entersChildren: node.holdsBlocks)
    }
  }

  private mutating func note(_ index: Int, _ node: MarkdownNode) {
    let name = footnotes[index].opening.name
    let key = footnoteKey(name)
    footnotes[index].node = node
    guard let first = footnoteNumbers[key] else {
      footnoteNumbers[key] = index
      return
    }
    let location = source.location(footnotes[first].opening.name)
    let note = Diagnostic.Note(Message(zh: "第一次写在此处", en: "First defined here"), at: location)
    report(.duplicateFootnote(text(name)), at: name, notes: [note])
  }

  /// Whether `item` is a footnote.
  func isFootnote(_ item: MarkdownNode) -> Bool { opening(of: item) != nil }

  /// Index of the opening that `item` is.
  private func opening(of item: MarkdownNode) -> Int? {
    let line = item.firstLine - lineOffset
    let index = firstOpening(from: line)
    guard index < footnotes.count, footnotes[index].opening.line == line,
      footnotes[index].opening.column == item.startColumn, item.parent?.isOrderedList == false
    else { return nil }
    return index
  }

  /// Index of the first opening on or behind `line`. Openings stand in the order of the text: O(log n).
  func firstOpening(from line: Int) -> Int {
    footnotes.indices.partitionPoint { footnotes[$0].opening.line >= line }
  }

  /// Whether nothing but footnotes stands in `list`.
  func hasFootnotesOnly(_ list: MarkdownNode) -> Bool {
    guard !list.isOrderedList else { return false }
    var item = list.firstChild
    while let current = item {
      guard isFootnote(current) else { return false }
      item = current.next
    }
    return true
  }

  /// Whether the mark of an opening stands where the text of a footnote begins.
  mutating func isAtStartOfFootnote(_ node: MarkdownNode, behind rest: Span<UInt8>) -> Bool {
    guard node.previous == nil, let paragraph = node.parent, let item = paragraph.parent, item.kind == .item,
      item.firstChild == paragraph, isFootnote(item)
    else { return false }
    dropsBreak = rest.isEmpty && node.next?.kind == .softBreak
    return true
  }

  /// The bytes of the name in the opening at `range` of the file.
  func nameOfFootnote(at range: Range<Int>) -> Range<Int> {
    let start = range.lowerBound + 2
    return start..<(source.file[start..<range.upperBound].firstIndex(of: UInt8(ascii: "]")) ?? start)
  }

  /// Tables that stand in a footnote are written with it.
  mutating func skipTables(through node: MarkdownNode) {
    while nextTable < tables.count, tables[nextTable].lines.lowerBound <= node.lines.upperBound - lineOffset {
      nextTable += 1
    }
  }

  /// Writes a reference to the footnote called as the bytes `name`; `false` when there is none or no link may stand here.
  mutating func writeReference(to name: Range<Int>) -> Bool {
    guard let index = footnoteNumbers[footnoteKey(name)] else {
      reportUnknown(name)
      return false
    }
    guard imageDepth == 0 else { return true }
    guard openLinks.isEmpty else { return false }
    if footnotes[index].number == 0 {
      usedFootnotes.append(index)
      footnotes[index].number = usedFootnotes.count
    }
    footnotes[index].uses += 1
    let place = place(of: footnotes[index].uses, index)
    output.append(literal: "<sup class=\"footnote-ref\"><a href=\"#fn-")
    appendName(of: index)
    output.append(literal: "\" id=\"fnref-")
    appendID(of: index)
    output.append("\(place)\" data-footnote-ref>\(footnotes[index].number)</a></sup>")
    forgetText()
    return true
  }

  /// Reports that no footnote is called as the bytes `name`: at the line that lacks its colon, once.
  private mutating func reportUnknown(_ name: Range<Int>) {
    hasUnknownFootnote = true
    let key = footnoteKey(name)
    if wideFootnotes == nil { wideFootnotes = findWideFootnotes() }
    guard let line = wideFootnotes?[key] else { return report(.unknownFootnote(text(name)), at: name) }
    guard !line.isReported else { return }
    wideFootnotes?[key]?.isReported = true
    report(.wideFootnote(text(name)), at: line.place)
  }

  /// The first line of each name that begins with `[^name]：`, or a paragraph with `[^name]` when the name stands elsewhere,
  /// too.
  ///
  /// - Complexity: O(references and the blanks before them).
  private func findWideFootnotes() -> [ByteKey: (place: Range<Int>, isReported: Bool)] {
    var result: [ByteKey: (place: Range<Int>, isReported: Bool)] = [:]
    let file = source.file
    var counts: [ByteKey: Int] = [:]
    for case .footnote(let name) in substitutions.map(\.kind) { counts[footnoteKey(name), default: 0] += 1 }
    for substitution in substitutions {
      guard case .footnote(let name) = substitution.kind else { continue }
      let hasColon = file.span.has("：", at: substitution.range.upperBound)
      guard hasColon || counts[footnoteKey(name), default: 0] > 1 else { continue }
      var start = substitution.range.lowerBound
      while start > source.body.lowerBound, file[start - 1] == UInt8(ascii: " ") || file[start - 1] == UInt8(ascii: ">")
      {
        start -= 1
      }
      guard start == source.body.lowerBound || file[start - 1] == UInt8(ascii: "\n"), result[footnoteKey(name)] == nil
      else { continue }
      guard hasColon || beginsParagraph(start) else { continue }
      result[footnoteKey(name)] = (
        substitution.range.lowerBound..<substitution.range.upperBound + (hasColon ? 3 : 0), false
      )
    }
    return result
  }

  /// Whether the line that begins at `start` is the first of all, or behind an empty one.
  private func beginsParagraph(_ start: Int) -> Bool {
    let file = source.file
    var index = start
    while index > source.body.lowerBound, [0x0A, 0x0D, 0x20].contains(file[index - 1]) {
      index -= 1
      if index < start - 1, file[index] == UInt8(ascii: "\n") { return true }
    }
    return index == source.body.lowerBound
  }

  /// Writes the footnotes that are referred to. What they refer to comes behind them.
  mutating func writeFootnotes() {
    guard !footnotes.isEmpty else { return }
    var texts: [[UInt8]] = []
    startLine()
    while texts.count < usedFootnotes.count {
      guard let item = footnotes[usedFootnotes[texts.count]].node else { break }
      let start = output.count
      nextMarkedLines = firstMarkedLines(from: item.firstLine - lineOffset)
      nextTable = lineOffset > 0 ? tables.count : firstTable(in: item)
      if let child = item.firstChild { writeBlocks(from: child, below: item) }
      closeDirectives(in: item)
      startLine()
      texts.append(Array(output[start...]))
      if texts[texts.count - 1].isEmpty {
        let name = footnotes[usedFootnotes[texts.count - 1]].opening.name
        report(.emptyFootnote(text(name)), at: name.lowerBound - 2..<name.upperBound + 2)
      }
      output.removeLast(output.count - start)
    }
    // What was to refer to it was told.
    let footnotes = lookalikes.contains(.footnote) ? [] : footnotes
    for footnote in footnotes where footnote.node != nil && footnote.number == 0 && isFirst(footnote) {
      report(.unusedFootnote(text(footnote.opening.name)), at: footnote.opening.name)
    }
    guard !texts.isEmpty else { return }
    output.append(literal: "<section class=\"footnotes\"")
    if features.contains(.chineseLabels) { output.append(" aria-label=\"脚注\"") }
    output.append(literal: " data-footnotes>\n<ol>\n")
    for (number, html) in texts.enumerated() { writeFootnote(usedFootnotes[number], html) }
    output.append(literal: "</ol>\n</section>\n")
  }

  private func isFirst(_ footnote: Footnote) -> Bool {
    footnoteNumbers[footnoteKey(footnote.opening.name)].map { footnotes[$0].opening.line } == footnote.opening.line
  }

  /// Index of the first table in or behind `item`: O(log n).
  private func firstTable(in item: MarkdownNode) -> Int {
    let line = item.firstLine
    return tables.indices.partitionPoint { tables[$0].lines.lowerBound >= line }
  }

  /// Index of the first chunk with marks that reaches to `line` or behind it: O(log n).
  private func firstMarkedLines(from line: Int) -> Int {
    markedLines.indices.partitionPoint { markedLines[$0].upperBound >= line }
  }

  private mutating func writeFootnote(_ index: Int, _ html: [UInt8]) {
    output.append(literal: "<li id=\"fn-")
    appendID(of: index)
    output.append(html.isEmpty ? "\">" : "\">\n")
    let isParagraph = html.hasSuffix("</p>\n")
    output.append(contentsOf: isParagraph ? html.dropLast(5) : html[...])
    for use in 1...max(1, footnotes[index].uses) {
      if use > 1 || isParagraph { output.append(UInt8(ascii: " ")) }
      let label = "\(footnotes[index].number)\(use > 1 ? "-\(use)" : "")"
      output.append(literal: "<a href=\"#fnref-")
      appendName(of: index)
      output.append("\(place(of: use, index))\" class=\"footnote-backref\" data-footnote-backref ")
      output.append("data-footnote-backref-idx=\"\(label)\" aria-label=\"")
      output.append(features.contains(.chineseLabels) ? "返回正文 \(label)" : "Back to reference \(label)")
      output.append(use > 1 ? "\">↩<sup class=\"footnote-ref\">\(use)</sup></a>" : "\">↩</a>")
    }
    output.append(isParagraph ? "</p>\n</li>\n" : "\n</li>\n")
  }

  /// What tells the second reference and further ones to footnote `index` from the first. A footnote of that very name
  /// (`a-2` beside the second `a`) has the id for itself.
  private func place(of use: Int, _ index: Int) -> String {
    guard use > 1 else { return "" }
    let name = Array(source.file[footnotes[index].opening.name]) + Array("-\(use)".utf8)
    return (footnoteNumbers[Self.footnoteKey(name)] == nil ? "-" : "--") + "\(use)"
  }

  private mutating func appendName(of index: Int) {
    let name = Array(source.file[footnotes[index].opening.name])
    AddressEscaping.append(name.span, to: &output)
  }

  /// An id is no address: HTML 5 §3.2.6 asks for no encoding, and links to it are encoded.
  private mutating func appendID(of index: Int) {
    let name = Array(source.file[footnotes[index].opening.name])
    HTMLEscaping.appendCommonMark(name.span, to: &output)
  }

  private func text(_ range: Range<Int>) -> String { String(decoding: source.file[range], as: UTF8.self) }

  /// Names are the same whatever the case of their ASCII letters.
  private func footnoteKey(_ name: Range<Int>) -> ByteKey { Self.footnoteKey(Array(source.file[name])) }

  private static func footnoteKey(_ name: [UInt8]) -> ByteKey {
    ByteKey(name.map { UInt8(ascii: "A")...UInt8(ascii: "Z") ~= $0 ? $0 | 0x20 : $0 })
  }
}
