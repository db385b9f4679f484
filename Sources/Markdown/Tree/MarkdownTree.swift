internal import CCmark

/// libcmark's tree of one text; freed when the value goes.
///
/// Nothing of it outlives a rendering: nodes are handles that are valid as long as the tree is.
@safe struct MarkdownTree: ~Copyable {
  let root: MarkdownNode
  private let tree: ccmark_tree

  /// Parses `bytes` as CommonMark 0.30. Never fails; NUL becomes U+FFFD; other ill-formed UTF-8 passes through.
  ///
  /// - Complexity: O(length), a property of libcmark that its own suite of pathological inputs guards.
  init(parsing bytes: Span<UInt8>) {
    let tree = unsafe bytes.withUnsafeBufferPointer { buffer in
      unsafe buffer.withMemoryRebound(to: CChar.self) { text in unsafe ccmark_parse(text.baseAddress, text.count) }
    }
    // libcmark aborts when memory runs out; it returns a document for every input.
    guard let pointer = unsafe tree.root else { fatalError("libcmark returned no document") }
    root = unsafe MarkdownNode(pointer)
    unsafe self.tree = tree
  }

  deinit { unsafe ccmark_free_tree(tree) }
}
