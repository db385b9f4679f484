import Diagnostics

/// Flow collections `[…]` and `{…}` (YAML 1.2.2 §7.4).
extension YAMLParser {
  /// At `[` or `{`; afterwards behind the closing bracket. Lines inside are indented by at least `minimumIndent`.
  mutating func parseFlowCollection(minimumIndent: Int) throws(YAMLError) -> Node {
    try nested { (parser) throws(YAMLError) in
      parser.peek() == UInt8(ascii: "[")
        ? try parser.parseFlowSequence(minimumIndent) : try parser.parseFlowMapping(minimumIndent)
    }
  }

  private mutating func parseFlowSequence(_ minimumIndent: Int) throws(YAMLError) -> Node {
    let opening = position
    var items: [Node] = []
    position += 1
    while try beginFlowEntry(opening, UInt8(ascii: "]"), minimumIndent) {
      let line = lineStart
      let (key, isPlain) = try parseFlowNode(minimumIndent)
      _ = try skipFlow(opening, minimumIndent)
      guard atFlowColon(afterPlain: isPlain) else {
        items.append(key)
        try endFlowEntry(opening, UInt8(ascii: "]"), minimumIndent)
        continue
      }
      guard line == lineStart else { throw YAMLError(.key(.keyOverLines), key.span) }
      let entry = try parseFlowValue(key, isPlain, opening, minimumIndent)
      items.append(Node(.mapping([entry]), key.span.joined(with: entry.value.span)))
      try endFlowEntry(opening, UInt8(ascii: "]"), minimumIndent)
    }
    try refuseOnlyItem(items)
    return Node(.sequence(items), SourceSpan(opening, position))
  }

  private mutating func parseFlowMapping(_ minimumIndent: Int) throws(YAMLError) -> Node {
    let opening = position
    var builder = MappingBuilder()
    position += 1
    while try beginFlowEntry(opening, UInt8(ascii: "}"), minimumIndent) {
      let line = lineStart
      let (key, isPlain) = try parseFlowNode(minimumIndent)
      let keyEnd = position
      _ = try skipFlow(opening, minimumIndent)
      // The standard lets a key in braces spread over lines; where a bracket or comma follows the colon, parsers disagree.
      if isPlain, line != lineStart, peek() == UInt8(ascii: ":"), Self.isFlowIndicator(peek(1)) {
        throw YAMLError(.key(.keyOverLines), key.span)
      }
      let entry: Node.Entry
      if atFlowColon(afterPlain: isPlain) {
        entry = try parseFlowValue(key, isPlain, opening, minimumIndent)
      } else {
        let name = try flowKey(key, isPlain)
        if isPlain { try refuseFullWidthColon(key.span) }
        entry = Node.Entry(key: name, keySpan: key.span, value: nothing(at: min(keyEnd, Int(key.span.end))))
      }
      if let first = builder.add(entry) {
        collect(YAMLError(.key(.duplicateKey(entry.key)), entry.keySpan, related: first))
      }
      try endFlowEntry(opening, UInt8(ascii: "}"), minimumIndent)
    }
    return Node(.mapping(builder.entries), SourceSpan(opening, position))
  }

  /// Whether the colon of an entry stands here: behind a plain key it must not begin a plain scalar (`a ::b`).
  private func atFlowColon(afterPlain isPlain: Bool) -> Bool {
    guard peek() == UInt8(ascii: ":") else { return false }
    return !isPlain || Self.isBlankBreakOrEnd(peek(1)) || Self.isFlowIndicator(peek(1))
  }

  /// At the colon: the entry with its value, nothing when a comma or bracket follows.
  private mutating func parseFlowValue(
    _ key: Node, _ isPlain: Bool, _ opening: Int, _ minimumIndent: Int
  ) throws(YAMLError) -> Node.Entry {
    let name = try flowKey(key, isPlain)
    position += 1
    let colonEnd = position
    try skipFlow(opening, minimumIndent)
    let value =
      Self.isFlowIndicator(peek()) && peek() != UInt8(ascii: "[") && peek() != UInt8(ascii: "{")
      ? nothing(at: colonEnd) : try parseFlowNode(minimumIndent).node
    return Node.Entry(key: name, keySpan: key.span, value: value)
  }

  private func flowKey(_ node: Node, _ isPlain: Bool) throws(YAMLError) -> String {
    guard let scalar = node.scalar else { throw YAMLError(.leftOut(.complexKey), node.span) }
    try checkKey(scalar.text, node.span, isPlain: isPlain)
    return scalar.text
  }

  private mutating func parseFlowNode(_ minimumIndent: Int) throws(YAMLError) -> (node: Node, isPlain: Bool) {
    try refuseProperties()
    let begin = position
    switch peek() {
    case UInt8(ascii: "["), UInt8(ascii: "{"):
      return (try parseFlowCollection(minimumIndent: minimumIndent), false)
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      let scalar = try parseQuoted(minimumIndent: minimumIndent)
      return (Node(.scalar(scalar), SourceSpan(begin, position)), false)
    default:
      let plain = try parsePlain(minimumIndent: minimumIndent, place: .flow)
      return (Node(.scalar(plain.scalar), plain.span), true)
    }
  }

  /// Passes to the next entry, or behind the closing bracket.
  ///
  /// - Returns: whether an entry begins here.
  private mutating func beginFlowEntry(
    _ opening: Int, _ closing: UInt8, _ minimumIndent: Int
  ) throws(YAMLError) -> Bool {
    try skipFlow(opening, minimumIndent)
    switch peek() {
    case closing:
      position += 1
      return false
    case UInt8(ascii: ","): throw YAMLError(.flow(.emptyFlowEntry), tokenSpan)
    case UInt8(ascii: "]"), UInt8(ascii: "}"):
      throw YAMLError(.flow(.strayBracket), tokenSpan, related: bracket(opening))
    default: return true
    }
  }

  /// After an entry: passes a comma; stays before the closing bracket.
  private mutating func endFlowEntry(
    _ opening: Int, _ closing: UInt8, _ minimumIndent: Int
  ) throws(YAMLError) {
    try skipFlow(opening, minimumIndent)
    switch peek() {
    case closing: return
    case UInt8(ascii: ","): position += 1
    case UInt8(ascii: "]"), UInt8(ascii: "}"):
      throw YAMLError(.flow(.strayBracket), tokenSpan, related: bracket(opening))
    default:
      try refuseFullWidthComma()
      throw YAMLError(.flow(.missingComma), lineSpan, related: bracket(opening))
    }
  }

  /// Passes blanks, comments and breaks inside the collection opened at `opening`.
  private mutating func skipFlow(_ opening: Int, _ minimumIndent: Int) throws(YAMLError) {
    let gap = skipToToken()
    if atEnd { throw YAMLError(.flow(.unclosedFlow(bytes[opening])), bracket(opening)) }
    if peek() == UInt8(ascii: "#") { throw YAMLError(.text(.commentWithoutBlank), tokenSpan) }
    guard gap.crossedLine else { return }
    if atDocumentMarker { throw YAMLError(.flow(.unclosedFlow(bytes[opening])), bracket(opening)) }
    guard gap.indent < minimumIndent else { return }
    if gap.sawTab { throw tabError(gap) }
    if peek() == UInt8(ascii: "]") || peek() == UInt8(ascii: "}") {
      throw YAMLError(.flow(.closingBracketNotIndented), tokenSpan, related: bracket(opening))
    }
    let line = lineSpan
    let looksLikeItem = atItem
    let looksLikeEntry = scanPlainLine(.block).stop == .colon && bytes[opening] == UInt8(ascii: "[")
    throw looksLikeItem || looksLikeEntry
      ? YAMLError(.flow(.unclosedFlow(bytes[opening])), bracket(opening), related: line)
      : YAMLError(.flow(.flowLineNotIndented), line, related: bracket(opening))
  }

  private func bracket(_ opening: Int) -> SourceSpan { SourceSpan(opening, opening + 1) }
}
