internal import CCmark

/// A handle on one node of a `MarkdownTree`, valid while the tree lives. The only user of libcmark's pointers.
@safe struct MarkdownNode: Equatable {
  private let pointer: OpaquePointer

  @unsafe init(_ pointer: OpaquePointer) { unsafe self.pointer = pointer }

  private init?(_ pointer: OpaquePointer?) {
    guard let pointer = unsafe pointer else { return nil }
    unsafe self.pointer = pointer
  }

  static func == (left: Self, right: Self) -> Bool { unsafe left.pointer == right.pointer }

  /// The kinds of nodes that libcmark 0.30 makes; custom ones are not among them as nobody inserts any.
  enum Kind {
    case document, blockQuote, list, item, codeBlock, htmlBlock, paragraph, heading, thematicBreak
    case text, softBreak, lineBreak, code, htmlInline, emphasis, strong, link, image
    case other
  }

  var kind: Kind {
    switch unsafe cmark_node_get_type(pointer) {
    case CMARK_NODE_TEXT: .text
    case CMARK_NODE_PARAGRAPH: .paragraph
    case CMARK_NODE_SOFTBREAK: .softBreak
    case CMARK_NODE_LINK: .link
    case CMARK_NODE_STRONG: .strong
    case CMARK_NODE_EMPH: .emphasis
    case CMARK_NODE_HEADING: .heading
    case CMARK_NODE_ITEM: .item
    case CMARK_NODE_LIST: .list
    case CMARK_NODE_CODE: .code
    case CMARK_NODE_DOCUMENT: .document
    case CMARK_NODE_BLOCK_QUOTE: .blockQuote
    case CMARK_NODE_CODE_BLOCK: .codeBlock
    case CMARK_NODE_HTML_BLOCK: .htmlBlock
    case CMARK_NODE_THEMATIC_BREAK: .thematicBreak
    case CMARK_NODE_LINEBREAK: .lineBreak
    case CMARK_NODE_HTML_INLINE: .htmlInline
    case CMARK_NODE_IMAGE: .image
    default: .other
    }
  }

  /// Whether the children, if there are any, are blocks.
  var holdsBlocks: Bool {
    switch kind {
    case .blockQuote, .list, .item, .document: true
    case .codeBlock, .htmlBlock, .paragraph, .heading, .thematicBreak, .other: false
    case .text, .softBreak, .lineBreak, .code, .htmlInline, .emphasis, .strong, .link, .image: false
    }
  }

  var firstChild: MarkdownNode? { unsafe MarkdownNode(cmark_node_first_child(pointer)) }
  var next: MarkdownNode? { unsafe MarkdownNode(cmark_node_next(pointer)) }
  var previous: MarkdownNode? { unsafe MarkdownNode(cmark_node_previous(pointer)) }
  var parent: MarkdownNode? { unsafe MarkdownNode(cmark_node_parent(pointer)) }

  /// The node behind this one in reading order, `nil` at the end of what is below `root`. `entersChildren` says whether the
  /// first child, if there is one, is the next.
  ///
  /// - Complexity: O(1) on average over a whole walk.
  func following(below root: MarkdownNode, entersChildren: Bool) -> MarkdownNode? {
    if entersChildren, let child = firstChild { return child }
    var node = self
    while true {
      if let next = node.next { return next }
      guard let parent = node.parent, parent != root else { return nil }
      node = parent
    }
  }

  /// 1–6 for a heading, else 0.
  var headingLevel: Int { unsafe Int(cmark_node_get_heading_level(pointer)) }
  var isOrderedList: Bool { unsafe cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST }
  /// Number of the first item of an ordered list.
  var listStart: Int { unsafe Int(cmark_node_get_list_start(pointer)) }
  var isTightList: Bool { unsafe cmark_node_get_list_tight(pointer) == 1 }
  /// 1-based lines of the parsed bytes, both inclusive.
  var lines: ClosedRange<Int> {
    let first = unsafe Int(cmark_node_get_start_line(pointer))
    return first...max(first, unsafe Int(cmark_node_get_end_line(pointer)))
  }
  /// The first of `lines`.
  var firstLine: Int { unsafe Int(cmark_node_get_start_line(pointer)) }
  /// 1-based byte column of the first byte.
  var startColumn: Int { unsafe Int(cmark_node_get_start_column(pointer)) }

  /// The four texts that a node may have.
  enum Text { case literal, info, url, title }

  /// Calls `body` with a text of the node; empty when it has none.
  ///
  /// - Complexity: O(length): libcmark hands out C strings.
  @inline(__always)
  func withText<Result>(_ text: Text, _ body: (Span<UInt8>) -> Result) -> Result {
    let start =
      switch text {
      case .literal: unsafe cmark_node_get_literal(pointer)
      case .info: unsafe cmark_node_get_fence_info(pointer)
      case .url: unsafe cmark_node_get_url(pointer)
      case .title: unsafe cmark_node_get_title(pointer)
      }
    guard let start = unsafe start else { return body([UInt8]().span) }
    let length = unsafe strlen(start)
    return unsafe start.withMemoryRebound(to: UInt8.self, capacity: length) { bytes in
      body(unsafe Span(_unsafeStart: bytes, count: length))
    }
  }
}
