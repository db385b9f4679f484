internal import Bytes
internal import Diagnostics

extension DocumentWriter {
  /// Reads the marks of all texts below `block` and pairs the delimiters.
  ///
  /// - Complexity: O(nodes + bytes of the block).
  mutating func resolveDelimiters(of block: MarkdownNode) {
    resolver.reset()
    nextRun = 0
    pairedDirectives.removeAll(keepingCapacity: true)
    // Inline directives that may still be closed, each with the node that holds its opening.
    var open: [(number: Int, parent: MarkdownNode)] = []
    guard var node = block.firstChild else { return }
    while true {
      var isContainer = false
      switch node.kind {
      case .text: noteMarks(of: node, &open)
      case .link, .image, .emphasis, .strong:
        resolver.openScope()
        isContainer = true
      case .softBreak, .lineBreak, .code, .htmlInline: break
      case .document, .blockQuote, .list, .item, .codeBlock, .htmlBlock, .paragraph, .heading, .thematicBreak, .other:
        break
      }
      if isContainer, let child = node.firstChild {
        node = child
        continue
      }
      if isContainer { resolver.closeScope() }
      while node.next == nil {
        let parent = node.parent ?? block
        while let last = open.last, last.parent == parent {
          open.removeLast()
          resolver.dissolveScope()
        }
        resolver.closeScope()
        guard parent != block else { return }
        node = parent
      }
      guard let next = node.next else { return }
      node = next
    }
  }

  private mutating func noteMarks(of node: MarkdownNode, _ open: inout [(number: Int, parent: MarkdownNode)]) {
    node.withText(.literal) { text in
      var index = Mark.next(in: text, from: 0)
      while index < text.count {
        let (code, count) = Mark.delimiterRun(in: text, at: index)
        if count > 0 {
          resolver.add(code: code, count: count)
          index += count * Mark.length
        } else if let (number, end) = Mark.reference(in: text, at: index) {
          noteDirective(number, in: node, &open)
          index = end
        } else {
          index += Mark.length
        }
        index = Mark.next(in: text, from: index)
      }
    }
  }

  private mutating func noteDirective(
    _ number: Int, in node: MarkdownNode, _ open: inout [(number: Int, parent: MarkdownNode)]
  ) {
    guard number < substitutions.count, let parent = node.parent else { return }
    switch substitutions[number].kind {
    case .inlineOpening:
      open.append((number, parent))
      resolver.openScope()
    case .inlineClosing(let opening, _):
      guard let index = open.lastIndex(where: { $0.number == opening && $0.parent == parent }) else { return }
      while open.count > index + 1 {
        open.removeLast()
        resolver.dissolveScope()
      }
      open.removeLast()
      resolver.closeScope()
      pairedDirectives.insert(opening)
    case .figure, .unclosedFigure, .statement, .headingID, .task, .directiveLine, .table, .address, .footnote,
      .footnoteOpening, .footnoteMarker, .emptyFootnoteOpening, .definition:
      break
    }
  }

  /// Writes a text that may hold marks.
  mutating func writeMarkedText(_ node: MarkdownNode) {
    node.withText(.literal) { text in
      // Delimiters that found no partner may belong to a mail address; then they are written with the text around them.
      let joinsProse = hasMailAddresses && MailScanner.mayHoldAddress(text)
      var prose: [UInt8] = []
      noteLookalikes(in: text, of: node)
      var runStart = lineStart(of: node, text)
      var index = Mark.next(in: text, from: 0)
      while index < text.count {
        let piece = text.extracting(runStart..<index)
        if joinsProse { prose.append(run: piece, 0..<piece.count) } else { writeProse(piece) }
        let (_, count) = Mark.delimiterRun(in: text, at: index)
        if count > 0 {
          writeRun(behind: &prose, joinsProse: joinsProse)
          index += count * Mark.length
        } else if let (number, end) = Mark.reference(in: text, at: index) {
          flush(&prose)
          index = end
          if write(reference: number, in: node, behind: text.extracting(end..<text.count)) {
            index = text.skippingBlanks(from: index, to: text.count)
          }
        } else {
          index += Mark.length
        }
        runStart = index
        index = Mark.next(in: text, from: index)
      }
      let piece = text.extracting(runStart..<text.count)
      if joinsProse { prose.append(run: piece, 0..<piece.count) } else { writeProse(piece) }
      flush(&prose)
    }
  }

  private mutating func flush(_ prose: inout [UInt8]) {
    guard !prose.isEmpty else { return }
    writeProse(prose.span)
    prose.removeAll(keepingCapacity: true)
  }

  /// Writes the tags of the next run and what is left of it; text that was held back first, or with what is left.
  private mutating func writeRun(behind prose: inout [UInt8], joinsProse: Bool) {
    guard nextRun < resolver.runs.count else { return }
    let run = resolver.runs[nextRun]
    nextRun += 1
    if run.firstClosed >= 0 { flush(&prose) }
    if imageDepth == 0 {
      var pair = run.firstClosed
      while pair >= 0 {
        output.append(Self.tag(resolver.pairs[pair].element, isClosing: true))
        pair = resolver.pairs[pair].nextClosed
      }
    }
    if run.remaining > 0 { prose.append(contentsOf: [UInt8](repeating: run.character, count: run.remaining)) }
    if run.lastOpened >= 0 || !joinsProse { flush(&prose) }
    if imageDepth == 0 {
      var pair = run.lastOpened
      while pair >= 0 {
        output.append(Self.tag(resolver.pairs[pair].element, isClosing: false))
        pair = resolver.pairs[pair].previousOpened
      }
    }
  }

  private static func tag(_ element: DelimiterResolver.Element, isClosing: Bool) -> String {
    switch element {
    case .emphasis: isClosing ? "</em>" : "<em>"
    case .strong: isClosing ? "</strong>" : "<strong>"
    case .deletion: isClosing ? "</del>" : "<del>"
    }
  }

  /// Writes what substitution `number` stands for; whether blanks behind it belong to it.
  private mutating func write(reference number: Int, in node: MarkdownNode, behind rest: Span<UInt8>) -> Bool {
    guard number < substitutions.count else { return false }
    let substitution = substitutions[number]
    switch substitution.kind {
    case .figure(let expression):
      writeFigure(expression, substitution.range)
      return false
    case .unclosedFigure:
      report(.unclosedFigure, at: substitution.range)
    case .statement:
      report(.statement, at: substitution.range)
    case .headingID(let range):
      guard rest.isEmpty, node.next == nil, let parent = node.parent, parent.kind == .heading, parent == blockNode,
        imageDepth == 0
      else { break }
      statedID = range
      while output.last == UInt8(ascii: " ") { output.removeLast() }
      return false
    case .task:
      guard node.previous == nil, let item = node.parent?.parent, item.kind == .item, item.firstChild == node.parent,
        rest.isEmpty || rest[0] == UInt8(ascii: " ") || rest[0] == UInt8(ascii: "\t"), taskState(of: item) != nil
      else { break }
      return true
    case .inlineOpening:
      guard pairedDirectives.contains(number), imageDepth == 0 else { break }
      openInlineDirectives.append(
        OpenInlineDirective(number: number, start: output.count, pendingBreak: pendingBreak))
      forgetText()
      return false
    case .inlineClosing(let opening, let attributes):
      guard pairedDirectives.contains(opening), imageDepth == 0, openInlineDirectives.last?.number == opening else {
        break
      }
      closeInlineDirective(opening, attributes, end: substitution.range.upperBound)
      return false
    case .address(let scheme):
      // cmark-gfm does not look at the last byte of a block for a period of the host, and `www` alone is none.
      if substitution.range.count == 3, !scheme.isEmpty, rest.count == 1, node.next == nil, node.parent == blockNode {
        break
      }
      writeAddress(substitution.range, scheme: scheme)
      return false
    case .footnote(let name):
      if writeReference(to: name) { return false }
    case .footnoteOpening:
      if isAtStartOfFootnote(node, behind: rest) { return true }
      if output.hasSuffix(FootnoteOpening.marker) { output.removeLast(FootnoteOpening.marker.utf8.count) }
      // In the middle of a paragraph it is a reference with a colon behind it.
      let name = nameOfFootnote(at: substitution.range)
      if writeReference(to: name) {
        writeSource(name.upperBound + 1..<substitution.range.upperBound)
        return false
      }
    case .definition: return false
    case .directiveLine, .table, .footnoteMarker, .emptyFootnoteOpening: break
    }
    writeSource(substitution.range)
    return false
  }

  private mutating func writeFigure(_ expression: Range<Int>, _ whole: Range<Int>) {
    guard let host else {
      writeSource(whole)
      return
    }
    figures.append(SourceSpan(expression))
    let reference = FigureReference(expression: Array(source.file[expression]), span: SourceSpan(expression))
    switch host.value(of: reference) {
    case .text(let value):
      writeText(value.utf8Span.span)
      if !value.isEmpty { noteAnswer(at: lastText, typed: Array("\u{FFFC}".utf8)) }
    case .failure(let failure):
      report(failure, "MD07", at: expression)
      writeSource(whole)
    }
  }

  /// Writes bytes of the file as text.
  mutating func writeSource(_ range: Range<Int>) {
    let file = source.file
    writeText(file.span.extracting(range))
  }
}
