internal import Bytes

extension DocumentWriter {
  /// Writes all inlines below `block`. Iterative, like `writeBlocks(below:)`.
  mutating func writeInlines(of block: MarkdownNode) {
    guard var node = block.firstChild else { return }
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

  private mutating func enterInline(_ node: MarkdownNode) -> Bool {
    switch node.kind {
    case .text:
      node.withText(.literal) { HTMLEscaping.appendCommonMark($0, to: &output) }
    case .softBreak:
      output.append(imageDepth > 0 ? UInt8(ascii: " ") : UInt8(ascii: "\n"))
    case .lineBreak:
      output.append(imageDepth > 0 ? " " : "<br />\n")
    case .code:
      if imageDepth == 0 { output.append("<code>") }
      node.withText(.literal) { HTMLEscaping.appendCommonMark($0, to: &output) }
      if imageDepth == 0 { output.append("</code>") }
    case .htmlInline:
      node.withText(.literal) { text in
        if imageDepth > 0 {
          HTMLEscaping.appendCommonMark(text, to: &output)
        } else {
          output.append(run: text, 0..<text.count)
        }
      }
    case .emphasis:
      if imageDepth == 0 { output.append("<em>") }
      return true
    case .strong:
      if imageDepth == 0 { output.append("<strong>") }
      return true
    case .link:
      if imageDepth == 0 { openLink(node) }
      return true
    case .image:
      if imageDepth == 0 { openImage(node) }
      imageDepth += 1
      return true
    case .document, .blockQuote, .list, .item, .codeBlock, .htmlBlock, .paragraph, .heading, .thematicBreak, .other:
      break
    }
    return false
  }

  private mutating func leaveInline(_ node: MarkdownNode) {
    switch node.kind {
    case .emphasis:
      if imageDepth == 0 { output.append("</em>") }
    case .strong:
      if imageDepth == 0 { output.append("</strong>") }
    case .link:
      if imageDepth == 0 { output.append("</a>") }
    case .image:
      imageDepth -= 1
      if imageDepth == 0 {
        writeTitle(of: node)
        output.append("\" />")
      }
    case .text, .softBreak, .lineBreak, .code, .htmlInline: break
    case .document, .blockQuote, .list, .item, .codeBlock, .htmlBlock, .paragraph, .heading, .thematicBreak, .other:
      break
    }
  }

  private mutating func openLink(_ node: MarkdownNode) {
    output.append("<a href=\"")
    node.withText(.url) { AddressEscaping.append($0, to: &output) }
    writeTitle(of: node)
    output.append("\">")
  }

  private mutating func openImage(_ node: MarkdownNode) {
    output.append("<img src=\"")
    node.withText(.url) { AddressEscaping.append($0, to: &output) }
    output.append("\" alt=\"")
  }

  /// `" title="…` between an open attribute and its closing quote, when the node has a title.
  private mutating func writeTitle(of node: MarkdownNode) {
    node.withText(.title) { title in
      guard !title.isEmpty else { return }
      output.append("\" title=\"")
      HTMLEscaping.appendCommonMark(title, to: &output)
    }
  }
}
