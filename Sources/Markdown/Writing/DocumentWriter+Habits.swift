internal import Diagnostics

extension DocumentWriter {
  /// Deals with what Word leaves at the start of the line that `text`, all of `node`, begins: bytes to leave out.
  ///
  /// - Complexity: O(blanks) and, where something is reported, O(line).
  mutating func lineStart(of node: MarkdownNode, _ text: Span<UInt8>) -> Int {
    guard features.contains(.wordHabits), imageDepth == 0, node.parent == blockNode else { return 0 }
    let previous = node.previous?.kind
    guard previous == nil || previous == .softBreak || previous == .lineBreak else { return 0 }
    var start = 0
    while start < text.count, text[start] == 0xE3, text.has("\u{3000}", at: start) { start += 3 }
    if start < text.count, text[start] == UInt8(ascii: "|") || text.has("｜", at: start),
      noteRow(text, from: start, of: node)
    {
      return start
    }
    if start > 0, previous == .softBreak, !hasIndentedLine {
      hasIndentedLine = true
      report(.indentedLine, at: place(of: text.extracting(0..<start), in: node))
    }
    if features.contains(.directives), start < text.count, blockNode?.kind == .paragraph {
      let rest = text.extracting(start..<text.count)
      // The place is looked for only when something is found.
      if let typed = MistypedDirective.read(rest) {
        noteMistyped(typed, at: place(of: rest.extracting(0..<typed.end), in: node))
        return start
      }
    }
    if let (kind, length) = LookalikeMarkup.atLineStart(text, start, isFirst: previous == nil),
      kind != .image || node.next?.kind == .link, kind != .task || blockNode?.parent?.kind == .item
    {
      note(kind, at: text.extracting(start..<start + length), in: node)
    } else if previous == .softBreak, !lookalikes.contains(.rows), text.has("|", at: start) || text.has("｜", at: start),
      let paragraph = blockNode, paragraph.kind == .paragraph, paragraph != partedRows,
      node.firstLine == paragraph.firstLine + 1
    {
      // Asked once for each paragraph, on its second line.
      let file = source.file
      if LookalikeMarkup.areRows(file.span, rangeOfBlock()) {
        note(.rows, at: text.extracting(start..<text.count), in: node)
      }
    }
    if previous == .softBreak || (previous == nil && blockNode?.kind == .paragraph),
      let (kind, end) = TypedMarker.read(text, at: start), previous == .softBreak || kind == .foreign,
      !isEscaped(text.extracting(start..<end), in: node)
    {
      typedMarkers = (
        typedMarkers?.place ?? place(of: text.extracting(start..<end), in: node), (typedMarkers?.count ?? 0) + 1
      )
    }
    return start
  }

  /// Deals with the line `text`, all of `node`, whose first bar stands at `start`: whether it is a row that only full-width
  /// spaces, or an empty line before it, keep out of a table.
  private mutating func noteRow(_ text: Span<UInt8>, from start: Int, of node: MarkdownNode) -> Bool {
    guard let paragraph = blockNode, paragraph.kind == .paragraph,
      LookalikeMarkup.isAnyRow(text.extracting(start..<text.count))
    else { return false }
    if start > 0, node.previous != nil || node.next?.kind == .softBreak {
      note(.indentedRows, at: text.extracting(0..<start), in: node)
      return true
    }
    guard node.previous == nil else { return false }
    defer { lastRows = paragraph }
    guard let lastRows, paragraph.previous == lastRows else { return false }
    note(.partedRows, at: text.extracting(start..<text.count), in: node)
    partedRows = paragraph
    return true
  }

  /// Reports `{#…}` at the end of the heading at hand, which was no id.
  mutating func noteHeadingID() {
    guard features.contains(.wordHabits), !lookalikes.contains(.headingID) else { return }
    let block = rangeOfBlock()
    let source = source
    let file = source.file.span
    var start = block.upperBound - 1
    while start > block.lowerBound, file[start] != UInt8(ascii: "{"), file[start] != UInt8(ascii: "\n") { start -= 1 }
    guard file.has("{#", at: start), start == 0 || file[start - 1] != UInt8(ascii: "\\"),
      let end = (start..<block.upperBound).last(where: { file[$0] == UInt8(ascii: "}") })
    else { return }
    lookalikes.insert(.headingID)
    report(.lookalike(.headingID), at: start..<end + 1)
  }

  /// Reports the first of each kind in a text.
  mutating func note(_ kind: LookalikeMarkup, at bytes: Span<UInt8>, in node: MarkdownNode) {
    guard !lookalikes.contains(kind), !isEscaped(bytes, in: node) else { return }
    lookalikes.insert(kind)
    report(.lookalike(kind), at: place(of: bytes, in: node))
  }

  /// Whether a backslash says that the sign at the start of `bytes` is meant as it stands.
  private mutating func isEscaped(_ bytes: Span<UInt8>, in node: MarkdownNode) -> Bool {
    guard Marker.isEscapable(bytes[0]) else { return false }
    let start = place(of: bytes, in: node).lowerBound
    return start > source.body.lowerBound && source.file[start - 1] == UInt8(ascii: "\\")
  }

  /// Reports Chinese prose that four blanks or a tab made code of: the indentation of a paragraph in other programs.
  mutating func noteIndentedProse(_ node: MarkdownNode) {
    guard !hasIndentedProse else { return }
    let line = lines.range(
      ofLines: node.firstLine - lineOffset, through: node.firstLine - lineOffset, in: source.file.span)
    let first = line.lowerBound + node.startColumn - 1
    guard line.contains(first), source.file[first] != UInt8(ascii: "`"), source.file[first] != UInt8(ascii: "~"),
      LookalikeMarkup.isHan(source.file.span, at: first) || source.file.span.has("　", at: first)
        || source.file.span.has("“", at: first),
      ["，", "。", "；", "："].contains(where: { mark in line.contains { source.file.span.has(mark, at: $0) } })
    else { return }
    hasIndentedProse = true
    report(.indentedProse, at: first..<line.upperBound)
  }

  /// The place of `bytes` on the line of `node`; the block when they are written otherwise there.
  private mutating func place(of bytes: Span<UInt8>, in node: MarkdownNode) -> Range<Int> {
    found(bytes, in: node) ?? rangeOfBlock()
  }

  /// The place of `bytes` on the line of `node`; `nil` when they are written otherwise there.
  ///
  /// - Complexity: O(length of the line) but for lines that repeat the start of `bytes`.
  mutating func found(_ bytes: Span<UInt8>, in node: MarkdownNode) -> Range<Int>? {
    let block = rangeOfBlock()
    let number = node.firstLine - lineOffset
    let isElsewhere =
      blockIsCell || number < 1 || block.upperBound < lines.wholeRange(ofLines: number, through: number).lowerBound
    let line = isElsewhere ? block : lines.range(ofLines: number, through: number, in: source.file.span)
    let file = source.file.span
    var start = line.lowerBound
    while start + bytes.count <= line.upperBound {
      var length = 0
      while length < bytes.count, file[start + length] == bytes[length] { length += 1 }
      if length == bytes.count { return start..<start + length }
      start += 1
    }
    return nil
  }
}
