internal import Bytes

extension DocumentWriter {
  /// Writes all blocks below `root`. Iterative: depth of nesting costs no stack.
  ///
  /// - Complexity: O(nodes + bytes).
  mutating func writeBlocks(below root: MarkdownNode) {
    guard var node = root.firstChild else { return }
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
      startLine()
      output.append("<li>")
      return true
    case .list:
      startLine()
      output.append(Self.openingTag(ofList: node))
      return true
    case .blockQuote:
      startLine()
      output.append("<blockquote>\n")
      return true
    case .codeBlock: writeCodeBlock(node)
    case .htmlBlock: writeHTMLBlock(node)
    case .thematicBreak:
      startLine()
      output.append("<hr />\n")
    case .document: return true
    case .text, .softBreak, .lineBreak, .code, .htmlInline, .emphasis, .strong, .link, .image, .other: break
    }
    return false
  }

  /// Writes what stands behind a block's children.
  private mutating func leaveBlock(_ node: MarkdownNode) {
    switch node.kind {
    case .item: output.append("</li>\n")
    case .list: output.append(node.isOrderedList ? "</ol>\n" : "</ul>\n")
    case .blockQuote:
      startLine()
      output.append("</blockquote>\n")
    case .document, .paragraph, .heading, .codeBlock, .htmlBlock, .thematicBreak: break
    case .text, .softBreak, .lineBreak, .code, .htmlInline, .emphasis, .strong, .link, .image, .other: break
    }
  }

  private static func openingTag(ofList node: MarkdownNode) -> String {
    guard node.isOrderedList else { return "<ul>\n" }
    return node.listStart == 1 ? "<ol>\n" : "<ol start=\"\(node.listStart)\">\n"
  }

  private mutating func writeParagraph(_ node: MarkdownNode) {
    let list = node.parent?.parent
    // CommonMark 0.30 §5.3: paragraphs directly in the items of a tight list have no element.
    if let list, list.kind == .list, list.isTightList {
      writeInlines(of: node)
      return
    }
    startLine()
    output.append("<p>")
    writeInlines(of: node)
    output.append("</p>\n")
  }

  private mutating func writeHeading(_ node: MarkdownNode) {
    startLine()
    let level = UInt8(ascii: "0") + UInt8(clamping: node.headingLevel)
    output.append("<h")
    output.append(level)
    output.append(UInt8(ascii: ">"))
    writeInlines(of: node)
    output.append("</h")
    output.append(level)
    output.append(">\n")
  }

  private mutating func writeCodeBlock(_ node: MarkdownNode) {
    startLine()
    output.append("<pre><code")
    node.withText(.info) { info in
      guard !info.isEmpty else { return }
      output.append(" class=\"language-")
      let end = info.indices.first { ByteClass.blanks.contains(info[$0]) || info[$0] == 0x0B || info[$0] == 0x0C }
      HTMLEscaping.appendCommonMark(info.extracting(0..<(end ?? info.count)), to: &output)
      output.append(UInt8(ascii: "\""))
    }
    output.append(UInt8(ascii: ">"))
    node.withText(.literal) { HTMLEscaping.appendCommonMark($0, to: &output) }
    output.append("</code></pre>\n")
  }

  private mutating func writeHTMLBlock(_ node: MarkdownNode) {
    startLine()
    node.withText(.literal) { output.append(run: $0, 0..<$0.count) }
    startLine()
  }
}
