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
    let marker = typedMarker(in: text, at: start, of: node)
    if start > 0, previous == .softBreak, !hasIndentedLine, marker == nil {
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
      kind != .image || node.next?.kind == .link, kind != .task || blockNode?.parent?.kind == .item,
      kind != .heading || length > 1 || !isLastLine(node)
    {
      if kind == .heading {
        noteFalseHeading(text.extracting(start..<start + length), in: node)
      } else {
        note(kind, at: text.extracting(start..<start + length), in: node)
      }
    } else if previous == .softBreak, !lookalikes.contains(.rows), text.has("|", at: start) || text.has("｜", at: start),
      let paragraph = blockNode, paragraph.kind == .paragraph, paragraph != partedRows,
      node.firstLine == paragraph.firstLine + 1
    {
      // Asked once for each paragraph, on its second line.
      let file = source.file
      if LookalikeMarkup.areRows(file.span, rangeOfBlock()) {
        note(.rows, at: text.extracting(start..<text.count), in: node)
      }
    } else if hasTabs, previous == .softBreak, !lookalikes.contains(.tabbedRows), let paragraph = blockNode,
      paragraph.kind == .paragraph, node.firstLine == paragraph.firstLine + 1
    {
      noteTabs()
    }
    if let marker { note(marker.kind, at: text.extracting(start..<marker.end), isIndented: start > 0, in: node) }
    return start
  }

  // MARK: Numbers and bullets

  /// The number or bullet, typed by hand, at `start` of the line `text`, all of `node`.
  private mutating func typedMarker(
    in text: Span<UInt8>, at start: Int, of node: MarkdownNode
  ) -> (kind: TypedMarker.Kind, end: Int)? {
    guard node.previous?.kind == .softBreak || (node.previous == nil && blockNode?.kind == .paragraph),
      let marker = TypedMarker.read(text, at: start), !isEscaped(text.extracting(start..<marker.end), in: node)
    else { return nil }
    return marker
  }

  /// Counts a number or bullet that begins the line of `node`. Within a paragraph it may as well be the middle of a sentence
  /// that was broken there, `按通知第⏎（三）条`: one of Chinese documents counts only where the line before is whole, or another
  /// one stands in the paragraph.
  private mutating func note(
    _ kind: TypedMarker.Kind, at marker: Span<UInt8>, isIndented: Bool, in node: MarkdownNode
  ) {
    let isFurther = markedParagraph == blockNode
    markedParagraph = blockNode
    guard kind == .foreign || node.previous != nil else { return }
    if node.previous != nil || node.next.map({ $0.kind == .softBreak }) == true { typedMarkersRunTogether = true }
    if kind == .foreign || isIndented || isFurther || isWhole(lineBefore: node) {
      if isFurther, let waitingMarker { count(waitingMarker) }
      waitingMarker = nil
      count(place(of: marker, in: node))
    } else {
      waitingMarker = place(of: marker, in: node)
    }
    if !isFurther, node.previous == nil { waitingMarker = nil }
  }

  private mutating func count(_ place: Range<Int>) {
    typedMarkers = (typedMarkers?.place ?? place, (typedMarkers?.count ?? 0) + 1)
  }

  /// Whether the line before that of `node` ends a sentence, or says that something follows.
  private func isWhole(lineBefore node: MarkdownNode) -> Bool {
    let file = source.file.span
    let number = node.firstLine - lineOffset - 1
    let line = lines.range(ofLines: number, through: number, in: file)
    var end = line.upperBound
    while end > line.lowerBound, [0x20, 0x09, UInt8(ascii: "*"), UInt8(ascii: "_")].contains(file[end - 1]) { end -= 1 }
    if end > line.lowerBound, [UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: ".")].contains(file[end - 1]) {
      return true
    }
    return end - 3 >= line.lowerBound
      && ["：", "；", "。", "！", "？", "…"].contains { file.has($0, at: end - 3) }
  }

  /// Whether `node` ends the last paragraph of a text, and something stands before it: a topic, `#研修日志`, which a heading
  /// would not be with nothing below it.
  private func isLastLine(_ node: MarkdownNode) -> Bool {
    guard let paragraph = blockNode, node.next == nil, paragraph.next == nil, paragraph.parent?.kind == .document else {
      return false
    }
    return node.previous != nil || paragraph.previous != nil
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

  /// Reports the first of two neighbouring lines of the paragraph at hand that tabs part into as many cells: rows of a sheet.
  ///
  /// - Complexity: O(length of the block).
  private mutating func noteTabs() {
    let file = source.file
    let block = rangeOfBlock()
    var before: (tabs: Int, line: Range<Int>) = (0, block)
    var start = block.lowerBound
    while start < block.upperBound {
      var end = start
      var tabs = 0
      // What stands at the edges parts nothing.
      var hasWord = false
      var pending = 0
      while end < block.upperBound, file[end] != 0x0A, file[end] != 0x0D {
        if file[end] == 0x09 {
          if hasWord { pending += 1 }
        } else if file[end] != 0x20, file[end] != UInt8(ascii: ">") || hasWord {
          hasWord = true
          tabs += pending
          pending = 0
        }
        end += 1
      }
      if tabs > 0, tabs == before.tabs {
        lookalikes.insert(.tabbedRows)
        return report(.lookalike(.tabbedRows), at: before.line)
      }
      before = (tabs, start..<end)
      start = end + (file.span.has("\r\n", at: end) ? 2 : 1)
    }
  }

  /// Reports the row of dashes that made a heading of the paragraph above it, `node`: of several lines, or of whole sentences.
  ///
  /// - Complexity: O(length of the block).
  mutating func noteUnderline(_ node: MarkdownNode, text: Span<UInt8>) {
    guard features.contains(.wordHabits), !hasUnderlinedProse else { return }
    var child = node.firstChild
    var hasSeveralLines = false
    while let inline = child, !hasSeveralLines {
      hasSeveralLines = inline.kind == .softBreak || inline.kind == .lineBreak
      child = inline.next
    }
    var end = text.count
    while end > 0, text[end - 1] <= 0x20 { end -= 1 }
    let endsSentence =
      end > 0
      && (text[end - 1] == UInt8(ascii: ",")
        || ["。", "！", "？", "；", "：", "，"].contains { text.has($0, at: end - 3) })
    guard hasSeveralLines || endsSentence, let underline = underline(of: node) else { return }
    hasUnderlinedProse = true
    report(.swallowed(.underline), at: underline)
  }

  /// The row of dashes below the heading `node`; `nil` for one with `#`, and for a row of `=`.
  private func underline(of node: MarkdownNode) -> Range<Int>? {
    let file = source.file.span
    let number = node.lines.upperBound - lineOffset
    // libcmark ends such a heading with its underline or with the line behind it.
    for number in [number - 1, number] where number > node.firstLine - lineOffset && number <= lines.count {
      let line = lines.range(ofLines: number, through: number, in: file)
      var end = line.upperBound
      while end > line.lowerBound, file[end - 1] <= 0x20 { end -= 1 }
      var start = end
      while start > line.lowerBound, file[start - 1] == UInt8(ascii: "-") { start -= 1 }
      if start < end, (line.lowerBound..<start).allSatisfy({ file[$0] <= 0x20 || file[$0] == UInt8(ascii: ">") }) {
        return start..<end
      }
    }
    return nil
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

  /// Counts the line of `node`, which begins with `signs` and is no heading.
  private mutating func noteFalseHeading(_ signs: Span<UInt8>, in node: MarkdownNode) {
    guard !isEscaped(signs, in: node) else { return }
    falseHeadings = (falseHeadings?.place ?? place(of: signs, in: node), (falseHeadings?.count ?? 0) + 1)
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
    let file = source.file
    let line = lines.range(ofLines: node.firstLine - lineOffset, through: node.firstLine - lineOffset, in: file.span)
    let start = min(line.lowerBound + node.startColumn - 1, line.upperBound)
    let first = file.span.skippingBlanks(from: start, to: line.upperBound)
    guard first < line.upperBound, beginsProse(first..<line.upperBound),
      ["，", "。", "；", "：", "！", "？"].contains(where: { mark in line.contains { file.span.has(mark, at: $0) } })
        || isSignature(node, first..<line.upperBound, indentation: first - start)
    else { return }
    hasIndentedProse = true
    report(.indentedProse, at: first..<line.upperBound)
  }

  /// Whether the code `node`, whose first line is `line`, is a signature that blanks push to the right, `（盖章）` or a date
  /// below a name: nothing but Han, digits, blanks and the signs of Chinese.
  private func isSignature(_ node: MarkdownNode, _ line: Range<Int>, indentation: Int) -> Bool {
    let file = source.file.span
    let count = line.count { file[$0] >= 0xE4 && file[$0] <= 0xE9 }
    guard indentation >= 4 || file.has("（", at: line.lowerBound) || count >= 5, count > 0 else { return false }
    return node.withText(.literal) { text in
      guard !text.isEmpty else { return false }
      return text.indices.allSatisfy { text[$0] >= 0x80 || text[$0] <= 0x20 || TagScanner.isDigit(text[$0]) }
    }
  }

  /// Whether `line` begins as Chinese prose does: with Han, a blank or a bracket of Chinese, or a number and Han.
  private func beginsProse(_ line: Range<Int>) -> Bool {
    let file = source.file.span
    var index = line.lowerBound
    if ["　", "“", "‘", "（", "《", "【", "「", "①", "●", "—"].contains(where: { file.has($0, at: index) }) { return true }
    while index < line.upperBound, TagScanner.isDigit(file[index]) { index += 1 }
    if index > line.lowerBound {
      for sign in [".", ")", "、", "．", "）", ":"] where file.has(text: sign, at: index) {
        index = file.skippingBlanks(from: index + sign.utf8.count, to: line.upperBound)
        if file.has("　", at: index) { index += 3 }
        break
      }
      // `9:00，`.
      while index < line.upperBound, TagScanner.isDigit(file[index]) { index += 1 }
      if file.has("，", at: index) { return true }
      index = file.skippingBlanks(from: index, to: line.upperBound)
    }
    return index < line.upperBound && LookalikeMarkup.isHan(file, at: index)
  }

  /// Reports a quotation whose `>` was to say that something is greater: `>60分`, `>=80`, and `> 60 分钟` with nothing more.
  mutating func noteComparison(_ node: MarkdownNode) {
    guard !hasComparison else { return }
    let file = source.file
    let line = lines.range(ofLines: node.firstLine - lineOffset, through: node.firstLine - lineOffset, in: file.span)
    let start = line.lowerBound + node.startColumn - 1
    guard start < line.upperBound, file[start] == UInt8(ascii: ">") else { return }
    let first = file.span.skippingBlanks(from: start + 1, to: line.upperBound)
    guard first < line.upperBound else { return }
    if file[first] == UInt8(ascii: "=") {
      guard first == start + 1 else { return }
    } else {
      guard TagScanner.isDigit(file[first]) else { return }
      if first > start + 1 {
        guard node.lines.count == 1, LookalikeMarkup.isQuantity(file.span, first..<line.upperBound) else { return }
      } else if LookalikeMarkup.numbersItem(file.span, first..<line.upperBound) {
        return
      }
    }
    hasComparison = true
    report(.swallowed(.comparison), at: start..<first + 1)
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
