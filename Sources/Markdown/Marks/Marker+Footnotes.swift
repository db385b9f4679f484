/// Footnotes as cmark-gfm reads them:
///
///     opening   = "[^" name "]:" blank*       at the start of a block, content from the fourth column on
///     reference = "[^" name "]"               not before "(", which makes a link
///     name      = [^ blanks "]" "[" "`" "<" ">" ]+
extension Marker {
  /// A footnote's opening at `start`, the first byte of a line behind prefix and list markers; where to go on.
  mutating func noteFootnoteOpening(at start: Int) -> Int? {
    guard !strayLines.contains(lineNumber), let name = footnoteName(at: start), name.upperBound + 1 < limit,
      text[name.upperBound + 1] == UInt8(ascii: ":")
    else { return nil }
    let content = text.span.skippingBlanks(from: name.upperBound + 2, to: limit)
    // The mark is an inline: before another block's start it would hide that.
    let rest = content..<lineEnd(from: content)
    let isBlock = BlockStart.isStart(text.span, rest, hasDirectives: features.contains(.directives))
    let hasDirective = isBlock && text[content] == UInt8(ascii: ":")
    let kind: Substitution.Kind =
      rest.isEmpty ? .emptyFootnoteOpening : isBlock && !hasDirective ? .footnoteMarker : .footnoteOpening
    addFootnote(
      FootnoteOpening(
        line: lineNumber, column: start - lineStart + 1, length: content - start, name: map.file(name),
        needsItem: rest.isEmpty || isBlock && !hasDirective))
    edits.append(Edit(range: start..<content, kind: kind))
    // The text of the footnote begins a line: nothing stands before a run there.
    prefixEnd = content
    isSuspicious = true
    return content
  }

  /// `[^name]` in text; where to go on, or `nil` when it is none.
  mutating func noteFootnote(at start: Int) -> Int? {
    guard features.contains(.footnotes), let name = footnoteName(at: start) else { return nil }
    let end = name.upperBound + 1
    if end < limit, text[end] == UInt8(ascii: "(") { return nil }
    if openBrackets > 0, isInLabel(behind: end) { return nil }
    edits.append(Edit(range: start..<end, kind: .footnote(name: map.file(name))))
    isSuspicious = true
    return end
  }

  /// Whether `]:` follows. The mark would hide a bracket that keeps the text from being a link definition.
  private func isInLabel(behind end: Int) -> Bool {
    var index = end
    while index < limit {
      switch text[index] {
      case UInt8(ascii: "["), UInt8(ascii: "\n"), UInt8(ascii: "\r"): return false
      case UInt8(ascii: "]"): return text.span.has("]:", at: index)
      default: index += 1
      }
    }
    return false
  }

  private func footnoteName(at start: Int) -> Range<Int>? {
    guard text.span.has("[^", at: start) else { return nil }
    var end = start + 2
    while end < limit, end - start < Self.nameLimit {
      switch text[end] {
      // A backtick may belong to code, `<` and `>` to a tag or comment, which go before.
      case 0...0x20, UInt8(ascii: "["), UInt8(ascii: "`"), UInt8(ascii: "<"), UInt8(ascii: ">"): return nil
      case UInt8(ascii: "]"): return end > start + 2 ? start + 2..<end : nil
      default: end += 1
      }
    }
    return nil
  }

  /// Bytes of a name, beyond which it is text.
  private static let nameLimit = 1000
}
