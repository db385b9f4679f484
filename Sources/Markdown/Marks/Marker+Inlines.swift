extension Marker {
  /// `{{ … }}`, `{% … %}` or `{#id}`.
  mutating func noteBrace(at start: Int) -> Int {
    guard start + 1 < limit else { return start + 1 }
    switch text[start + 1] {
    case UInt8(ascii: "{") where features.contains(.figures): return noteFigure(at: start)
    case UInt8(ascii: "%") where features.contains(.figures):
      edits.append(Edit(range: start..<start + 2, kind: .statement))
      return start + 2
    case UInt8(ascii: "#") where features.contains(.headingIDs): return noteHeadingID(at: start)
    default: return start + 1
    }
  }

  /// A figure: from `{{` to the next `}}` of the line outside quotes; no backtick inside, as that would be code.
  private mutating func noteFigure(at start: Int) -> Int {
    guard start >= figureDeadline else { return start + 2 }
    guard let end = figureEnd(text.span, at: start, limit: limit) else {
      figureDeadline = lineEnd(from: start)
      edits.append(Edit(range: start..<start + 2, kind: .unclosedFigure))
      return start + 2
    }
    var first = start + 2
    var last = end - 2
    while first < last, text[first] == UInt8(ascii: " ") || text[first] == UInt8(ascii: "\t") { first += 1 }
    while last > first, text[last - 1] == UInt8(ascii: " ") || text[last - 1] == UInt8(ascii: "\t") { last -= 1 }
    edits.append(Edit(range: start..<end, kind: .figure(expression: map.file(first..<last))))
    return end
  }

  private mutating func noteHeadingID(at start: Int) -> Int {
    var end = start + 2
    while end < limit, Self.isIDByte(text[end]) { end += 1 }
    guard end > start + 2, end < limit, text[end] == UInt8(ascii: "}") else { return start + 1 }
    // Behind it the line may only have the closing `#` of an ATX heading.
    var rest = text.span.skippingBlanks(from: end + 1, to: limit)
    if rest > end + 1 {
      while rest < limit, text[rest] == UInt8(ascii: "#") { rest += 1 }
      rest = text.span.skippingBlanks(from: rest, to: limit)
    }
    guard rest == limit || text[rest] == UInt8(ascii: "\n") || text[rest] == UInt8(ascii: "\r") else {
      return start + 1
    }
    edits.append(Edit(range: start..<end + 1, kind: .headingID(map.file(start + 2..<end))))
    return end + 1
  }

  private static func isIDByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "."), UInt8(ascii: ":"), 0x80...0xFF: true
    default: DirectiveSyntax.isName(byte)
    }
  }

  /// `:name[` of an inline directive. Behind a letter, a digit or another colon it is ordinary text (`10:30`, `a:b[1]`).
  mutating func noteColon(at start: Int) -> Int {
    guard features.contains(.directives) else { return start + 1 }
    if start > textStart {
      let before = text[start - 1]
      if TagScanner.isLetter(before) || TagScanner.isDigit(before) || before == UInt8(ascii: ":") { return start + 1 }
    }
    let syntax = DirectiveSyntax(text: text, map: map, limit: limit)
    guard let end = syntax.nameEnd(at: start + 1), end < limit, text[end] == UInt8(ascii: "[") else {
      return start + 1
    }
    // Deeper ones stay text: each level is rendered with all that it holds.
    guard openDirectives < DocumentWriter.directiveLimit else { return start + 1 }
    brackets.append(Bracket(directive: edits.count))
    openDirectives += 1
    openBrackets += 1
    edits.append(
      Edit(
        range: start..<end + 1, kind: .inlineOpening(name: map.file(start + 1..<end)), isConfirmed: false))
    return end + 1
  }

  /// Bytes of an inline directive's attributes: without a limit a line of many unclosed ones would be read to its end for each.
  private static let attributesLimit = 2000

  /// `]`, which may close an inline directive, with `{…}` behind it.
  mutating func noteClosingBracket(at start: Int) -> Int {
    guard let bracket = brackets.popLast() else { return start + 1 }
    guard let opening = bracket.directive else { return start + 1 }
    openDirectives -= 1
    edits[opening].isConfirmed = true
    hasInlineDirectives = true
    var end = start + 1
    var attributes = InlineAttributes()
    // No attribute begins with a brace: that is a figure behind the directive.
    if end < limit, text[end] == UInt8(ascii: "{"), !text.span.has("{{", at: end), !text.span.has("{%", at: end) {
      let syntax = DirectiveSyntax(text: text, map: map, limit: lineEnd(from: end, atMost: Self.attributesLimit))
      switch syntax.attributes(at: end) {
      case .success(let (list, behind)):
        attributes.list = list
        end = behind
      case .failure(let fault):
        attributes.problem = fault.problem
        attributes.problemRange = map.file(fault.offset..<syntax.limit)
      }
    }
    edits.append(Edit(range: start..<end, kind: .inlineClosing(opening: opening, attributes: attributes)))
    return end
  }
}

/// End of the figure that begins at `start`: behind the first `}}` of the line that stands outside quotes; `nil` when there
/// is none, or a backtick or the end of a comment comes first.
///
/// - Complexity: O(rest of the line).
func figureEnd(_ text: Span<UInt8>, at start: Int, limit: Int) -> Int? {
  var index = start + 2
  var quote: UInt8 = 0
  while index < limit {
    switch text[index] {
    case UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "`"): return nil
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      quote = quote == 0 ? text[index] : quote == text[index] ? 0 : quote
    // The end of a comment is seen before anything in it.
    case UInt8(ascii: ">") where text.has("-->", at: index - 2): return nil
    case UInt8(ascii: "}") where quote == 0 && index + 1 < limit && text[index + 1] == UInt8(ascii: "}"):
      return index + 2
    default: break
    }
    index += 1
  }
  return nil
}
