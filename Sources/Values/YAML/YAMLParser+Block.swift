import Diagnostics

/// Block collections and the values behind `-`, `:` and `---`.
extension YAMLParser {
  /// What stands before a value; it decides what may stand on the same line.
  enum Introducer { case start, marker, dash, colon }

  /// A value below a parent in column `n` (-1 at the root).
  mutating func parseValue(parent n: Int, after introducer: Introducer) throws(YAMLError) -> Node {
    let introducerEnd = position
    let gap = skipToToken()
    guard !atEnd, !(gap.crossedLine && atDocumentMarker && introducer != .start) else {
      return nothing(at: introducerEnd)
    }
    guard gap.crossedLine || introducer == .start else { return try parseSameLine(n, introducer, gap) }
    let indent = gap.indent
    if atItem, indent > n || (introducer == .colon && indent == n) {
      if gap.sawTab { throw tabError(gap) }
      return try nested { (parser) throws(YAMLError) in try parser.parseSequence(indent) }
    }
    if indent <= n {
      if gap.sawTab { throw tabError(gap) }
      return nothing(at: introducerEnd)
    }
    return try parseContent(n, mapping: gap.sawTab ? .refused(tabError(gap)) : .allowed(column: indent))
  }

  private mutating func parseSameLine(_ n: Int, _ introducer: Introducer, _ gap: Gap) throws(YAMLError) -> Node {
    let column = column
    switch introducer {
    case .dash:
      if atItem {
        if gap.sawTab { throw tabError(gap) }
        return try nested { (parser) throws(YAMLError) in try parser.parseSequence(column) }
      }
      return try parseContent(n, mapping: gap.sawTab ? .refused(tabError(gap)) : .allowed(column: column))
    case .colon:
      if atItem { throw YAMLError(.indentation(.itemOnKeyLine), tokenSpan) }
      return try parseContent(n, mapping: .refused(YAMLError(.scalar(.colonInValue), tokenSpan)))
    case .marker, .start:
      if atItem { throw YAMLError(.indentation(.collectionOnMarkerLine), lineSpan) }
      return try parseContent(n, mapping: .refused(YAMLError(.indentation(.collectionOnMarkerLine), lineSpan)))
    }
  }

  /// Whether a mapping may begin at a place.
  enum MappingPermission {
    case allowed(column: Int)
    /// The error to report when a key is found; for `.scalar(.colonInValue)` at the colon.
    case refused(YAMLError)
  }

  /// A scalar, a flow collection, or a mapping whose first key stands here.
  private mutating func parseContent(_ n: Int, mapping: MappingPermission) throws(YAMLError) -> Node {
    try refuseProperties()
    let begin = position
    let line = lineStart
    let scalar: Scalar
    switch peek() {
    case UInt8(ascii: "|"), UInt8(ascii: ">"):
      return try parseBlockScalar(parent: n)
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      scalar = try parseQuoted(minimumIndent: n + 1)
    case UInt8(ascii: "["), UInt8(ascii: "{"):
      let node = try parseFlowCollection(minimumIndent: n + 1)
      let after = position
      passBlanks()
      if peek() == UInt8(ascii: ":") { throw YAMLError(.leftOut(.complexKey), node.span) }
      try expectLineEnd(after, or: .flow(.textAfterFlow))
      return node
    default:
      let plain = try parsePlain(minimumIndent: n + 1, place: .block)
      guard plain.stop == .colon else { return Node(.scalar(plain.scalar), plain.span) }
      return try parseMapping(mapping, firstKey: plain.scalar.text, span: plain.span, plain: true)
    }
    let span = SourceSpan(begin, position)
    passBlanks()
    guard peek() == UInt8(ascii: ":"), Self.isBlankBreakOrEnd(peek(1)) else {
      try expectLineEnd(Int(span.end), or: .scalar(.textAfterQuote))
      return Node(.scalar(scalar), span)
    }
    guard line == lineStart else { throw YAMLError(.key(.keyOverLines), span) }
    return try parseMapping(mapping, firstKey: scalar.text, span: span, plain: false)
  }

  /// Refuses `&`, `*`, `!` and `? `.
  func refuseProperties() throws(YAMLError) {
    switch peek() {
    case UInt8(ascii: "&"): throw YAMLError(.leftOut(.anchor), wordSpan)
    case UInt8(ascii: "*"): throw YAMLError(.leftOut(.alias), wordSpan)
    case UInt8(ascii: "!"): throw YAMLError(.leftOut(.tag), wordSpan)
    case UInt8(ascii: "?") where Self.isBlankBreakOrEnd(peek(1)): throw YAMLError(.leftOut(.complexKey), tokenSpan)
    default: return
    }
  }

  /// From `position` to the next blank, break or flow indicator.
  private var wordSpan: SourceSpan {
    var last = position + 1
    while !Self.isBlankBreakOrEnd(byte(at: last)), !Self.isFlowIndicator(byte(at: last)) { last += 1 }
    return SourceSpan(position, last)
  }

  /// After a quoted scalar or flow collection that ended at `after`: blanks and a comment may follow on the line.
  private mutating func expectLineEnd(_ after: Int, or kind: YAMLError.Kind) throws(YAMLError) {
    passBlanks()
    if Self.isBreakOrEnd(peek()) { return }
    if peek() == UInt8(ascii: "#") {
      if position > after { return }
      throw YAMLError(.text(.commentWithoutBlank), tokenSpan)
    }
    if position == after, peek() == UInt8(ascii: "]") || peek() == UInt8(ascii: "}") {
      throw YAMLError(.flow(.strayBracket), tokenSpan)
    }
    throw YAMLError(kind, lineSpan)
  }

  /// `- value` lines in column `indent`; at the first dash.
  private mutating func parseSequence(_ indent: Int) throws(YAMLError) -> Node {
    let begin = position
    var items: [Node] = []
    while true {
      position += 1
      items.append(try parseValue(parent: indent, after: .dash))
      let gap = skipToToken()
      if atEnd || atDocumentMarker || column < indent { break }
      if gap.sawTab { throw tabError(gap) }
      guard column == indent else { throw misaligned(after: items.last) }
      guard atItem else { break }
    }
    return Node(.sequence(items), SourceSpan(begin, items.last.map { Int($0.span.end) } ?? position))
  }

  /// The error for a line deeper than its siblings, the last of which has `value`.
  private func misaligned(after value: Node?, key: SourceSpan? = nil) -> YAMLError {
    let isScalar = value?.scalar != nil
    let opening = value.map { bytes[Int($0.span.start)] } ?? 0
    let isFlow = opening == UInt8(ascii: "[") || opening == UInt8(ascii: "{")
    return isScalar || isFlow
      ? YAMLError(.indentation(.tooDeep), lineSpan, related: key ?? value?.span)
      : YAMLError(.indentation(.unalignedIndentation), lineSpan)
  }

  private mutating func parseMapping(
    _ permission: MappingPermission, firstKey: String, span: SourceSpan, plain: Bool
  ) throws(YAMLError) -> Node {
    switch permission {
    case .refused(var error):
      if error.kind == .scalar(.colonInValue) { error.span = tokenSpan }
      throw error
    case .allowed(let column):
      return try nested { (parser) throws(YAMLError) in
        try parser.parseEntries(column, firstKey: firstKey, span: span, plain: plain)
      }
    }
  }

  /// `key: value` lines in column `indent`; at the colon of the first.
  private mutating func parseEntries(
    _ indent: Int, firstKey: String, span: SourceSpan, plain: Bool
  ) throws(YAMLError) -> Node {
    var builder = MappingBuilder()
    var (key, keySpan, keyIsPlain) = (firstKey, span, plain)
    var last = Int(span.end)
    while true {
      try checkKey(key, keySpan, isPlain: keyIsPlain)
      position += 1
      last = position
      let value = try parseValue(parent: indent, after: .colon)
      last = max(last, Int(value.span.end))
      if let first = builder.add(Node.Entry(key: key, keySpan: keySpan, value: value)) {
        collect(YAMLError(.key(.duplicateKey(key)), keySpan, related: first))
      }
      let gap = skipToToken()
      if atEnd || atDocumentMarker || column < indent { break }
      if gap.sawTab { throw tabError(gap) }
      guard column == indent else { throw misaligned(after: value, key: keySpan) }
      (key, keySpan, keyIsPlain) = try parseImplicitKey(inRoot: indent)
    }
    return Node(.mapping(builder.entries), SourceSpan(Int(span.start), last))
  }

  /// A key of a block mapping, not the first; afterwards at its colon.
  private mutating func parseImplicitKey(inRoot indent: Int) throws(YAMLError) -> (String, SourceSpan, Bool) {
    try refuseProperties()
    let begin = position
    let line = lineStart
    switch peek() {
    case UInt8(ascii: "-") where atItem:
      throw YAMLError(.indentation(.itemAmongKeys), lineSpan)
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      let scalar = try parseQuoted(minimumIndent: indent)
      let span = SourceSpan(begin, position)
      passBlanks()
      guard peek() == UInt8(ascii: ":"), Self.isBlankBreakOrEnd(peek(1)) else {
        throw YAMLError(peek() == UInt8(ascii: ":") ? .key(.missingBlankAfterColon) : .key(.missingColon), span)
      }
      guard line == lineStart else { throw YAMLError(.key(.keyOverLines), span) }
      return (scalar.text, span, false)
    case UInt8(ascii: "["), UInt8(ascii: "{"):
      let node = try parseFlowCollection(minimumIndent: indent)
      passBlanks()
      throw peek() == UInt8(ascii: ":")
        ? YAMLError(.leftOut(.complexKey), node.span) : YAMLError(.key(.missingColon), node.span)
    case UInt8(ascii: "]"), UInt8(ascii: "}"):
      throw YAMLError(.flow(.strayBracket), tokenSpan)
    default:
      try refuseReservedStart(.block)
      try refuseFullWidthSpace()
      let lineEnd = scanPlainLine(.block)
      let span = SourceSpan(begin, lineEnd.contentEnd)
      guard lineEnd.stop == .colon else { throw missingColon(span) }
      return (text(begin, lineEnd.contentEnd), span, true)
    }
  }

  /// Why a line that should be `key: value` is none: a full-width colon, no blank behind the colon, no colon at all.
  func missingColon(_ span: SourceSpan) -> YAMLError {
    if let fullWidth = fullWidthColon(span) { return fullWidth }
    var index = Int(span.start) + 1
    while index < Int(span.end) {
      if bytes[index] == UInt8(ascii: ":"), byte(at: index + 1) != UInt8(ascii: "/") {
        return YAMLError(.key(.missingBlankAfterColon), SourceSpan(index, index + 1))
      }
      index += 1
    }
    return YAMLError(.key(.missingColon), span)
  }

  /// The error for the first `：` in `span`, if it has one behind its beginning.
  func fullWidthColon(_ span: SourceSpan) -> YAMLError? {
    var index = Int(span.start) + 1
    while index + 2 < end, index < Int(span.end) {
      if bytes[index] == 0xEF, bytes[index + 1] == 0xBC, bytes[index + 2] == 0x9A {
        return YAMLError(.key(.fullWidthColon(key: text(Int(span.start), index))), SourceSpan(index, index + 3))
      }
      index += 1
    }
    return nil
  }

  /// What holds for every key: not `<<`, at most 1,024 characters (YAML 1.2.2 §7.4).
  func checkKey(_ key: String, _ span: SourceSpan, isPlain: Bool) throws(YAMLError) {
    if isPlain, key == "<<" { throw YAMLError(.leftOut(.mergeKey), span) }
    if span.end - span.start > 1024, text(Int(span.start), Int(span.end)).unicodeScalars.count > 1024 {
      throw YAMLError(.key(.keyTooLong), SourceSpan(Int(span.start), Int(span.start) + 40))
    }
  }
}
