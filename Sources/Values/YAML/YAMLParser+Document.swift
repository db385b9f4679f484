import Diagnostics

extension YAMLParser {
  /// The whole text: what stands before the document, the root, what stands behind it.
  mutating func parseDocument() throws(YAMLError) -> Node? {
    if peek() == 0xEF, peek(1) == 0xBB, peek(2) == 0xBF {
      position += 3
      lineStart = position
    }
    let opening = try passOpening()
    if case .nothing = opening { return nil }
    let root = try parseValue(parent: -1, after: opening == .marker ? .marker : .start)
    try parseTrailer(after: root)
    if let error = documentOfText(root) { throw error }
    return root
  }

  private enum Opening { case nothing, marker, content }

  /// Passes comments and `---`; directives and stray `...` are refused.
  private mutating func passOpening() throws(YAMLError) -> Opening {
    _ = skipToToken()
    if atEnd { return .nothing }
    if column == 0, peek() == UInt8(ascii: "%") { throw YAMLError(.leftOut(.directive), lineSpan) }
    guard atDocumentMarker else { return .content }
    if peek() == UInt8(ascii: ".") {
      try passEndMarkers()
      guard atEnd else { throw YAMLError(.leftOut(.secondDocument), lineSpan) }
      return .nothing
    }
    position += 3
    return .marker
  }

  /// Passes `...` lines with the comments behind them.
  private mutating func passEndMarkers() throws(YAMLError) {
    while atDocumentMarker, peek() == UInt8(ascii: ".") {
      position += 3
      let gap = skipToToken()
      guard atEnd || gap.crossedLine else { throw YAMLError(.text(.textAfterDocument), lineSpan) }
    }
  }

  private mutating func parseTrailer(after root: Node) throws(YAMLError) {
    let gap = skipToToken()
    if atEnd { return }
    if atDocumentMarker {
      let marker = lineSpan
      try passEndMarkers()
      guard atEnd else { throw YAMLError(.leftOut(.secondDocument), atDocumentMarker ? lineSpan : marker) }
      return
    }
    if gap.crossedLine, gap.sawTab { throw tabError(gap) }
    switch root.content {
    case .sequence where bytes[Int(root.span.start)] == UInt8(ascii: "-"):
      throw YAMLError(
        column == 0 && !atItem ? .indentation(.keyAmongItems) : .indentation(.unalignedIndentation), lineSpan,
        related: root.span)
    case .mapping where bytes[Int(root.span.start)] != UInt8(ascii: "{"):
      throw YAMLError(.indentation(.unalignedIndentation), lineSpan)
    case .sequence, .mapping: throw YAMLError(.flow(.textAfterFlow), lineSpan)
    case .scalar: throw YAMLError(.text(.textAfterDocument), lineSpan)
    }
  }
}
