/// The box with which a block of text begins, when it is the first one of a list item.
struct MarkdownTask {
  let isDone: Bool
  /// Offset in the file behind the box.
  let end: Int

  /// - Parameters:
  ///   - block: a block of the tree.
  ///   - substitutions: what the marks in the tree stand for.
  init?(of block: MarkdownNode, _ substitutions: [Substitution]) {
    guard !substitutions.isEmpty, block.previous == nil, block.parent?.kind == .item,
      let text = block.firstChild, text.kind == .text,
      let number = text.withText(.literal, { Mark.reference(in: $0, at: 0)?.number }), number < substitutions.count,
      case .task(let isDone) = substitutions[number].kind
    else { return nil }
    self.isDone = isDone
    end = substitutions[number].range.upperBound
  }
}
