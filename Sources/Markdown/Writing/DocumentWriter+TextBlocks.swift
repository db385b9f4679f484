internal import Bytes
internal import Diagnostics

/// What stands in each block, for rules about texts.
extension DocumentWriter {
  /// Begins to count the items of `list`.
  mutating func openList(_ list: MarkdownNode) {
    guard features.contains(.textBlocks) else { return }
    openLists.append((list.listStart, list.listStart - 1, listCount))
    listCount += 1
  }

  /// Collects the paragraph `node`, whose HTML begins at `start` of the output.
  mutating func collectParagraph(_ node: MarkdownNode, from start: Int) {
    guard features.contains(.textBlocks) else { return }
    if let item = node.parent, item.kind == .item, item.firstChild == node, !isFootnote(item) {
      collect(.item(number(of: item)), from: start)
    } else {
      collect(.paragraph, from: start)
    }
  }

  /// Collects the block at hand, whose HTML begins at `start` of the output.
  ///
  /// - Complexity: O(length of its HTML).
  mutating func collect(_ kind: TextBlock.Kind, from start: Int) {
    guard features.contains(.textBlocks), output.count > start else { return }
    let text = PlainText.bytes(ofHTML: output.span.extracting(start..<output.count), marksObjects: true)
    blocks.append(
      TextBlock(kind: kind, text: text, typed: typed(from: start) ?? text, span: SourceSpan(rangeOfBlock())))
    answers.removeAll(keepingCapacity: true)
  }

  /// Collects what the label and the attributes of a directive say.
  mutating func collect(_ label: DirectiveText?, _ attributes: [DirectiveAttribute]) {
    guard features.contains(.textBlocks) else { return }
    for text in [label].compactMap(\.self) + attributes.filter(\.isText).map(\.value) {
      collectAttribute(Array(text.text.utf8), at: text.span.range)
    }
  }

  /// Collects a text that stands in an attribute of an element; `range` of the file holds it.
  mutating func collectAttribute(_ text: [UInt8], at range: Range<Int>) {
    guard features.contains(.textBlocks), !text.isEmpty else { return }
    blocks.append(TextBlock(kind: .attribute, text: text, typed: text, span: SourceSpan(range)))
  }

  /// Collects the description of the image at hand, which ends the output.
  mutating func collectDescription() {
    guard features.contains(.textBlocks), output.count > descriptionStart, let image = links.last else { return }
    let block = rangeOfBlock()
    if descriptions?.block != block { descriptions = DescriptionPlaces(source.file.span, block) }
    let text = PlainText.bytes(of: typedHTML(from: descriptionStart))
    let file = source.file
    let place = descriptions?.place(of: text, before: image.span.range.lowerBound, file.span)
    collectAttribute(text, at: place ?? block.lowerBound..<block.lowerBound)
  }

  /// Collects the title of the link or image whose destination was written last.
  mutating func collectTitle(_ title: Span<UInt8>) {
    guard features.contains(.textBlocks), let link = links.last?.span.range else { return }
    let place = LinkLocator.title(
      source.file.span, behind: link.upperBound, limit: source.body.upperBound, atMost: title.count * 12 + 400)
    // Where it cannot be found, the destination is near; none stands for the whole block.
    let isBlock = link == rangeOfBlock()
    collectAttribute(restored(title), at: isBlock ? link.lowerBound..<link.lowerBound : place ?? link)
  }

  /// Notes that `range` of the output is what the host answered; the editor typed `typed`.
  mutating func noteAnswer(at range: Range<Int>, typed: [UInt8]) {
    guard features.contains(.textBlocks) else { return }
    // An answer within this one has become part of it.
    while let last = answers.last, last.range.upperBound > range.lowerBound { answers.removeLast() }
    answers.append((range, typed))
  }

  /// The text of the block that begins at `start` of the output without the answers of the host; `nil` when it has none.
  private func typed(from start: Int) -> [UInt8]? {
    answers.isEmpty ? nil : PlainText.bytes(ofHTML: typedHTML(from: start).span, marksObjects: true)
  }

  /// The output from `start` on without the answers of the host.
  func typedHTML(from start: Int) -> [UInt8] {
    var html: [UInt8] = []
    var index = start
    for answer in answers where answer.range.lowerBound >= index && answer.range.upperBound <= output.count {
      html.append(run: output.span, index..<answer.range.lowerBound)
      html += answer.typed
      index = answer.range.upperBound
    }
    html.append(run: output.span, index..<output.count)
    return html
  }

  /// The number at the start of `item`, as it is typed and as it is shown.
  private func number(of item: MarkdownNode) -> TextBlock.ListNumber? {
    guard item.parent?.isOrderedList == true, let list = openLists.last else { return nil }
    let line = item.firstLine - lineOffset
    var index = lines.range(ofLines: line, through: line, in: source.file.span).lowerBound + item.startColumn - 1
    var typed: Int?
    while index < source.body.upperBound, TagScanner.isDigit(source.file[index]), typed ?? 0 < 1_000_000_000 {
      typed = (typed ?? 0) * 10 + Int(source.file[index] - UInt8(ascii: "0"))
      index += 1
    }
    return typed.map { TextBlock.ListNumber(typed: $0, shown: list.last, start: list.start, list: list.list) }
  }
}

extension DirectiveAttribute {
  /// Whether readers may see the value: not a name for styles or links, nor the path of a file.
  fileprivate var isText: Bool {
    name != "id" && name != "class" && !value.text.contains("files/") && !isFileName
  }

  /// `附件/小编.doc`: no blank, and at the end a period and the few letters and digits of a kind of file.
  private var isFileName: Bool {
    let bytes = Array(value.text.utf8)
    guard let period = bytes.lastIndex(of: UInt8(ascii: ".")), period > 0, !bytes.contains(where: { $0 <= 0x20 }) else {
      return false
    }
    let kind = bytes[(period + 1)...]
    return 2...5 ~= kind.count && kind.allSatisfy { TagScanner.isLetter($0) || TagScanner.isDigit($0) }
      && kind.contains(where: TagScanner.isLetter)
  }
}
