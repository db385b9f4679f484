extension DocumentWriter {
  /// What is open at a place in a block, from outside in.
  private enum OpenElement {
    /// An allowed tag: which, the number of its HTML in the block, and the node around it.
    case tag(Int, html: Int, parent: MarkdownNode?)
    /// A pair of delimiters, by its number.
    case pair(Int)
    /// An inline directive, by the number of its opening.
    case directive(Int)
  }

  /// Finds out which pieces of raw HTML in `block` are allowed tags that balance; the rest is text. A pair balances within
  /// one element: `**<u>a**</u>` has none.
  ///
  /// - Complexity: O(nodes + bytes of the block).
  mutating func findAllowedTags(in block: MarkdownNode) {
    tags.removeAll(keepingCapacity: true)
    nextTag = 0
    var open: [OpenElement] = []
    var run = 0
    var next = block.firstChild
    while let node = next {
      var entersChildren = false
      switch node.kind {
      case .htmlInline: noteTag(node, &open)
      case .text: if blockHasMarks { noteElements(of: node, &run, &open) }
      case .emphasis, .strong, .link, .image: entersChildren = true
      case .softBreak, .lineBreak, .code: break
      case .document, .blockQuote, .list, .item, .codeBlock, .htmlBlock, .paragraph, .heading, .thematicBreak, .other:
        break
      }
      next = node.following(below: block, entersChildren: entersChildren)
    }
  }

  private mutating func noteTag(_ node: MarkdownNode, _ open: inout [OpenElement]) {
    let number = tags.count
    tags.append(nil)
    let found = node.withText(.literal) { html -> AllowedTag? in
      guard let (tag, end) = AllowedTag.read(html, at: 0, allowedTags), end == html.count else { return nil }
      return tag
    }
    guard let found else { return }
    switch found.form {
    case .alone: tags[number] = found
    case .opening: open.append(.tag(found.index, html: number, parent: node.parent))
    case .closing:
      guard case .tag(found.index, let html, let parent)? = open.last, parent == node.parent else { return }
      open.removeLast()
      tags[html] = AllowedTag(index: found.index, form: .opening)
      tags[number] = found
    }
  }

  /// Follows the elements that marks in a text begin and end.
  private func noteElements(of node: MarkdownNode, _ run: inout Int, _ open: inout [OpenElement]) {
    node.withText(.literal) { text in
      var index = Mark.next(in: text, from: 0)
      while index < text.count {
        let (_, count) = Mark.delimiterRun(in: text, at: index)
        if count > 0 {
          if run < resolver.runs.count { note(resolver.runs[run], &open) }
          run += 1
          index += count * Mark.length
        } else if let (number, end) = Mark.reference(in: text, at: index) {
          noteDirective(number, &open)
          index = end
        } else {
          index += Mark.length
        }
        index = Mark.next(in: text, from: index)
      }
    }
  }

  private func note(_ run: DelimiterResolver.Run, _ open: inout [OpenElement]) {
    var pair = run.firstClosed
    while pair >= 0 {
      while let last = open.popLast() {
        if case .pair(pair) = last { break }
      }
      pair = resolver.pairs[pair].nextClosed
    }
    pair = run.lastOpened
    while pair >= 0 {
      open.append(.pair(pair))
      pair = resolver.pairs[pair].previousOpened
    }
  }

  private func noteDirective(_ number: Int, _ open: inout [OpenElement]) {
    guard number < substitutions.count else { return }
    if case .inlineClosing(let opening, _) = substitutions[number].kind, pairedDirectives.contains(opening) {
      while let last = open.popLast() {
        if case .directive(opening) = last { break }
      }
    } else if pairedDirectives.contains(number) {
      open.append(.directive(number))
    }
  }
}
