internal import Bytes
internal import Han

extension DocumentWriter {
  /// Writes all inlines below `block`. Iterative, like the walk over blocks. `range` is the bytes of the block in the file
  /// where its lines in the tree do not tell them: for cells of tables.
  mutating func writeInlines(of block: MarkdownNode, in range: Range<Int>? = nil) {
    blockNode = block
    blockRange = range
    blockIsCell = range != nil
    contentStart = output.count
    forgetText()
    mailPlace = nil
    guard let first = block.firstChild else { return }
    blockHasMarks = range != nil ? hasMarks : mayHoldMarks(block)
    if blockHasMarks { resolveDelimiters(of: block) }
    if !allowedTags.isEmpty { findAllowedTags(in: block) }
    writeInlines(from: first, below: block)
    if !masks.isEmpty { noteMasks() }
    if !paths.isEmpty { notePaths() }
  }

  private mutating func writeInlines(from first: MarkdownNode, below block: MarkdownNode) {
    var node = first
    while true {
      if enterInline(node), let child = node.firstChild {
        node = child
        continue
      }
      leaveInline(node)
      while node.next == nil {
        guard let parent = node.parent, parent != block else { return }
        node = parent
        leaveInline(node)
      }
      guard let next = node.next else { return }
      node = next
    }
  }

  /// Whether `block` begins in a chunk that has marks. Blocks are asked for in the order of the text.
  private mutating func mayHoldMarks(_ block: MarkdownNode) -> Bool {
    guard nextMarkedLines < markedLines.count else { return false }
    let line = block.firstLine - lineOffset
    while nextMarkedLines < markedLines.count, markedLines[nextMarkedLines].upperBound < line { nextMarkedLines += 1 }
    return nextMarkedLines < markedLines.count && markedLines[nextMarkedLines].lowerBound <= line
  }

  private mutating func enterInline(_ node: MarkdownNode) -> Bool {
    switch node.kind {
    case .text:
      if blockHasMarks {
        writeMarkedText(node)
      } else {
        node.withText(.literal) { text in
          noteLookalikes(in: text, of: node)
          writeProse(text.extracting(lineStart(of: node, text)..<text.count))
        }
      }
    case .softBreak: writeSoftBreak()
    case .lineBreak:
      output.append(imageDepth > 0 ? " " : "<br />\n")
      forgetText()
    case .code:
      if imageDepth == 0 { output.append(literal: "<code>") }
      node.withText(.literal) { text in
        if blockHasMarks { writeText(restored(text).span) } else { writeText(text) }
      }
      if imageDepth == 0 { output.append(literal: "</code>") }
    case .htmlInline:
      if writeInlineHTML(node) { forgetText() }
    case .emphasis:
      if imageDepth == 0 { output.append(literal: "<em>") }
      return true
    case .strong:
      if imageDepth == 0 { output.append(literal: "<strong>") }
      return true
    case .link:
      openLink(node)
      return true
    case .image:
      openImage(node)
      return true
    case .document, .blockQuote, .list, .item, .codeBlock, .htmlBlock, .paragraph, .heading, .thematicBreak, .other:
      break
    }
    return false
  }

  private mutating func leaveInline(_ node: MarkdownNode) {
    switch node.kind {
    case .emphasis:
      if imageDepth == 0 { output.append(literal: "</em>") }
    case .strong:
      if imageDepth == 0 { output.append(literal: "</strong>") }
    case .link: closeLink()
    case .image: closeImage(node)
    case .text, .softBreak, .lineBreak, .code, .htmlInline: break
    case .document, .blockQuote, .list, .item, .codeBlock, .htmlBlock, .paragraph, .heading, .thematicBreak, .other:
      break
    }
  }

  /// Writes a piece of text, escaped, and settles the line break before it.
  mutating func writeText(_ text: Span<UInt8>) {
    guard !text.isEmpty else { return }
    let start = output.count
    if isBehindComment {
      writeText(behindComment: text)
    } else {
      HTMLEscaping.appendCommonMark(text, to: &output)
      lastText = start..<output.count
    }
    if pendingBreak != nil { settleBreak() }
  }

  /// The same behind a comment that was dropped: the text goes on, and blanks at the start of a line are none.
  private mutating func writeText(behindComment text: Span<UInt8>) {
    isBehindComment = false
    let isAtStart = output.last == UInt8(ascii: "\n")
    let first = isAtStart ? text.skippingBlanks(from: 0, to: text.count) : 0
    let start = lastText.isEmpty ? output.count : lastText.lowerBound
    HTMLEscaping.appendCommonMark(text.extracting(first..<text.count), to: &output)
    lastText = start..<output.count
  }

  /// Nothing that a line break could join stands here.
  mutating func forgetText() {
    lastText = 0..<0
    pendingBreak = nil
    isBehindComment = false
  }

  private mutating func writeSoftBreak() {
    if dropsBreak {
      dropsBreak = false
      return
    }
    if isBehindComment {
      // Blanks before a comment at the end of a line are those of the line's end.
      isBehindComment = false
      while output.count > lastText.lowerBound, output.last == UInt8(ascii: " ") || output.last == UInt8(ascii: "\t") {
        output.removeLast()
      }
      lastText = lastText.lowerBound..<max(lastText.lowerBound, min(lastText.upperBound, output.count))
    }
    if features.contains(.cjkLineBreaks), !lastText.isEmpty, let before = lastScalar() {
      pendingBreak = (output.count, before)
    } else {
      pendingBreak = nil
    }
    output.append(imageDepth > 0 ? UInt8(ascii: " ") : UInt8(ascii: "\n"))
    lastText = 0..<0
  }

  /// The last scalar of the text before, default-ignorable ones looked through.
  private func lastScalar() -> UInt32? {
    var end = lastText.upperBound
    while end > lastText.lowerBound {
      let (scalar, start) = output.span.scalar(before: end, from: lastText.lowerBound)
      if !LineBreakJoining.isIgnorable(scalar) { return scalar }
      end = start
    }
    return nil
  }

  /// Drops the pending line break if the text just written joins with the text before it.
  mutating func settleBreak() {
    guard let pending = pendingBreak else { return }
    var index = lastText.lowerBound
    while index < lastText.upperBound {
      let (scalar, length) = output.span.scalar(at: index)
      if !LineBreakJoining.isIgnorable(scalar) {
        pendingBreak = nil
        guard LineBreakJoining.joins(pending.before, scalar) else { return }
        output.remove(at: pending.offset)
        lastText = lastText.lowerBound - 1..<lastText.upperBound - 1
        return
      }
      index += length
    }
  }

  /// Writes a piece of raw HTML; whether it shows something, or may.
  private mutating func writeInlineHTML(_ node: MarkdownNode) -> Bool {
    if nextTag < tags.count {
      nextTag += 1
      if let tag = tags[nextTag - 1], features.contains(.safeHTML) {
        if imageDepth == 0 { output.append(tag.text) }
        return true
      }
    }
    return node.withText(.literal) { text in
      // A directive's line that libcmark did not take for a block is text.
      let isOurs = blockHasMarks && text.has("<!--", at: 0) && Mark.reference(in: text, at: 4) != nil
      if imageDepth > 0 || isOurs {
        HTMLEscaping.appendCommonMark(restored(text).span, to: &output)
        return true
      }
      if features.contains(.safeHTML) {
        let html = restored(text)
        let start = output.count
        let shows = SafeHTML(features, []).append(html.span, to: &output)
        if shows { noteRawHTML(html.span, isBlock: false) } else if output.count == start { isBehindComment = true }
        return shows
      }
      if hasMarks {
        output.append(contentsOf: restored(text))
      } else {
        output.append(run: text, 0..<text.count)
      }
      return !text.has("<!--", at: 0)
    }
  }
}
