internal import Bytes
internal import Diagnostics

extension DocumentWriter {
  /// Writes all of the tree, the cells of tables where their tables stand. `other` is the tree of the cells where they were
  /// parsed apart; else they are the first blocks of `root`.
  mutating func write(_ root: MarkdownNode, cellsIn other: MarkdownNode?) {
    var node = root.firstChild
    if let other {
      var cell = other.firstChild
      while let heading = cell {
        cells.append(heading)
        cell = heading.next
      }
    } else {
      nextTable = tables.count
      while cells.count < lineOffset, let cell = node {
        cells.append(cell)
        node = cell.next
      }
    }
    if !footnotes.isEmpty { findFootnotes(below: root) }
    if let node { writeBlocks(from: node, below: root) }
    closeDirectives(in: root)
    writeFootnotes()
  }

  /// Writes `first` and all blocks behind it below `root`. Iterative: depth of nesting costs no stack.
  ///
  /// - Complexity: O(nodes + bytes).
  mutating func writeBlocks(from first: MarkdownNode, below root: MarkdownNode) {
    var node = first
    while true {
      if enterBlock(node), let child = node.firstChild {
        node = child
        continue
      }
      leaveBlock(node)
      while node.next == nil {
        guard let parent = node.parent, parent != root else { return }
        node = parent
        leaveBlock(node)
      }
      guard let next = node.next else { return }
      node = next
    }
  }

  /// Writes what stands before a block's children, or all of a leaf block; whether the children are to be visited.
  private mutating func enterBlock(_ node: MarkdownNode) -> Bool {
    switch node.kind {
    case .paragraph: writeParagraph(node)
    case .heading: writeHeading(node)
    case .item:
      if !footnotes.isEmpty, isFootnote(node) {
        skipTables(through: node)
        return false
      }
      if let last = openLists.indices.last { openLists[last].last += 1 }
      startLine()
      output.append(literal: "<li>")
      writeTask(of: node)
      return true
    case .list:
      if !footnotes.isEmpty, hasFootnotesOnly(node) { return true }
      openList(node)
      startLine()
      output.append(Self.openingTag(ofList: node))
      return true
    case .blockQuote:
      if features.contains(.wordHabits) { noteComparison(node) }
      startLine()
      output.append(literal: "<blockquote>\n")
      return true
    case .codeBlock: writeCodeBlock(node)
    case .htmlBlock: writeHTMLBlock(node)
    case .thematicBreak:
      startLine()
      output.append(literal: "<hr />\n")
    case .document: return true
    case .text, .softBreak, .lineBreak, .code, .htmlInline, .emphasis, .strong, .link, .image, .other: break
    }
    return false
  }

  /// Writes what stands behind a block's children.
  private mutating func leaveBlock(_ node: MarkdownNode) {
    switch node.kind {
    case .item:
      if !footnotes.isEmpty, isFootnote(node) { return }
      closeDirectives(in: node)
      output.append(literal: "</li>\n")
    case .list where !footnotes.isEmpty && hasFootnotesOnly(node): break
    case .list:
      _ = openLists.popLast()
      output.append(node.isOrderedList ? "</ol>\n" : "</ul>\n")
    case .blockQuote:
      closeDirectives(in: node)
      startLine()
      output.append(literal: "</blockquote>\n")
    case .document, .paragraph, .heading, .codeBlock, .htmlBlock, .thematicBreak: break
    case .text, .softBreak, .lineBreak, .code, .htmlInline, .emphasis, .strong, .link, .image, .other: break
    }
  }

  private static func openingTag(ofList node: MarkdownNode) -> String {
    guard node.isOrderedList else { return "<ul>\n" }
    return node.listStart == 1 ? "<ol>\n" : "<ol start=\"\(node.listStart)\">\n"
  }

  private mutating func writeParagraph(_ node: MarkdownNode) {
    if nextTable < tables.count, node.firstLine == tables[nextTable].lines.lowerBound {
      nextTable += 1
      lastRows = node
      write(tables[nextTable - 1])
      return
    }
    // CommonMark 0.30 §5.3: paragraphs directly in the items of a tight list have no element; in a directive they have.
    if let item = node.parent, let list = item.parent, list.kind == .list, list.isTightList,
      openDirectives.last?.parent != item, footnotes.isEmpty || !isFootnote(item)
    {
      let start = output.count
      writeInlines(of: node)
      collectParagraph(node, from: start)
      return
    }
    startLine()
    output.append(literal: "<p>")
    let start = output.count
    writeInlines(of: node)
    collectParagraph(node, from: start)
    guard output.count > start || footnotes.isEmpty else {
      output.removeLast(3)
      return
    }
    output.append(literal: "</p>\n")
  }

  private mutating func writeHeading(_ node: MarkdownNode) {
    startLine()
    let level = node.headingLevel
    let digit = UInt8(ascii: "0") + UInt8(clamping: level)
    output.append(literal: "<h")
    output.append(digit)
    let attributePlace = output.count
    output.append(UInt8(ascii: ">"))
    statedID = nil
    writeInlines(of: node)
    let html = FootnoteReferences.removed(from: output.span.extracting((attributePlace + 1)..<output.count))
    collect(.heading(level: level), from: attributePlace + 1)
    output.append(literal: "</h")
    output.append(digit)
    output.append(literal: ">\n")
    let text = PlainText.bytes(of: html)
    noteUnderline(node, text: text.span)
    var id: [UInt8] = []
    if features.contains(.headingIDs) {
      id = headingID(for: text)
      if statedID == nil, html.last == UInt8(ascii: "}") { noteHeadingID() }
      var attribute: [UInt8] = []
      attribute.reserveCapacity(id.count + 6)
      attribute.append(literal: " id=\"")
      HTMLEscaping.appendCommonMark(id.span, to: &attribute)
      attribute.append(UInt8(ascii: "\""))
      output.insert(contentsOf: attribute, at: attributePlace)
    }
    if outline.isEmpty { outline.reserveCapacity(8) }
    outline.append(
      Heading(
        level: level, id: String(decoding: id, as: UTF8.self), html: html, text: String(decoding: text, as: UTF8.self),
        span: SourceSpan(rangeOfBlock())))
  }

  /// The id that the heading states, or one made from its text.
  private mutating func headingID(for text: [UInt8]) -> [UInt8] {
    guard let range = statedID else { return headingIDs.id(for: text.span) }
    let id = Array(source.file[range])
    if let first = statedIDs[ByteKey(id)] {
      let note = Diagnostic.Note(Message(zh: "先在此处用过", en: "Used here before"), at: source.location(first))
      report(.duplicateID(String(decoding: id, as: UTF8.self)), at: range, notes: [note])
    } else {
      statedIDs[ByteKey(id)] = range
    }
    return id
  }

  private mutating func writeHTMLBlock(_ node: MarkdownNode) {
    blockNode = node
    blockRange = nil
    node.withText(.literal) { text in
      if let number = Self.commentReference(text, substitutions) {
        writeSubstitution(number, in: node)
        return
      }
      startLine()
      blockRange = range(ofHTML: text, node)
      let html = restored(text)
      if features.contains(.safeHTML) {
        let start = output.count
        if SafeHTML(features, allowedTags).appendBlock(html.span, to: &output) { noteRawHTML(html.span, isBlock: true) }
        collect(.html, from: start)
      } else {
        output.append(contentsOf: html)
      }
      startLine()
    }
  }

  /// The lines of the block `node` of HTML. libcmark leaves out the last one where the block ends within it.
  private func range(ofHTML text: Span<UInt8>, _ node: MarkdownNode) -> Range<Int> {
    var count = 0
    for index in text.indices where text[index] == UInt8(ascii: "\n") { count += 1 }
    let first = node.firstLine - lineOffset
    return lines.range(ofLines: first, through: first + max(1, count) - 1, in: source.file.span)
  }

  /// The number of the directive or table that an HTML block stands for.
  private static func commentReference(_ text: Span<UInt8>, _ substitutions: [Substitution]) -> Int? {
    var start = 0
    while start < text.count, text[start] == UInt8(ascii: " ") { start += 1 }
    guard !substitutions.isEmpty, text.has("<!--", at: start),
      let (number, _) = Mark.reference(in: text, at: start + 4), number < substitutions.count,
      substitutions[number].isComment
    else { return nil }
    return number
  }

  private mutating func writeSubstitution(_ number: Int, in node: MarkdownNode) {
    let substitution = substitutions[number]
    switch substitution.kind {
    case .table(let index):
      lastRows = node
      write(tables[index])
    case .directiveLine(let line): write(line, at: substitution.range, in: node)
    case .figure, .unclosedFigure, .statement, .headingID, .task, .inlineOpening, .inlineClosing, .address, .footnote,
      .footnoteOpening, .footnoteMarker, .emptyFootnoteOpening, .definition:
      break
    }
  }

  /// The box of a task, which cmark-gfm puts before the item's first paragraph.
  private mutating func writeTask(of item: MarkdownNode) {
    guard !substitutions.isEmpty, let isDone = taskState(of: item) else { return }
    output.append(
      isDone
        ? "<input type=\"checkbox\" checked=\"\" disabled=\"\" /> " : "<input type=\"checkbox\" disabled=\"\" /> ")
  }

  /// Whether the task that `item` is has been done; `nil` when it is none.
  func taskState(of item: MarkdownNode) -> Bool? {
    guard let block = item.firstChild else { return nil }
    if block.kind == .paragraph { return MarkdownTask(of: block, substitutions)?.isDone }
    guard block.kind == .htmlBlock else { return nil }
    let number = block.withText(.literal) { Self.commentReference($0, substitutions) }
    guard let number, case .table(let index) = substitutions[number].kind else { return nil }
    return tables[index].task
  }
}
