import Diagnostics

/// Plain scalars (YAML 1.2.2 §7.3.3).
extension YAMLParser {
  /// Where a plain scalar stands: `,[]{}` end it inside a flow collection.
  enum PlainPlace { case block, flow }

  /// What ended a plain scalar (or one line of it).
  enum PlainStop { case colon, comment, lineEnd, flowIndicator }

  struct Plain {
    var scalar: Scalar
    var span: SourceSpan
    var stop: PlainStop
  }

  /// Whether `byte` may follow `:`, `-` or `?` inside a plain scalar (`ns-plain-safe`).
  private func isPlainSafe(_ byte: UInt8, _ place: PlainPlace) -> Bool {
    !Self.isBlankBreakOrEnd(byte) && (place == .block || !Self.isFlowIndicator(byte))
  }

  /// Refuses an indicator where a plain scalar would begin (`ns-plain-first`).
  func refuseReservedStart(_ place: PlainPlace) throws(YAMLError) {
    let byte = peek()
    switch byte {
    case UInt8(ascii: "-"), UInt8(ascii: "?"):
      guard isPlainSafe(peek(1), place) else { throw YAMLError(.scalar(.reservedCharacter(byte)), tokenSpan) }
    case UInt8(ascii: ":"):
      guard isPlainSafe(peek(1), place) else { throw YAMLError(.leftOut(.emptyKey), tokenSpan) }
    case UInt8(ascii: "]"), UInt8(ascii: "}"): throw YAMLError(.flow(.strayBracket), tokenSpan)
    case UInt8(ascii: "#"): throw YAMLError(.text(.commentWithoutBlank), tokenSpan)
    case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "&"), UInt8(ascii: "*"),
      UInt8(ascii: "!"), UInt8(ascii: "|"), UInt8(ascii: ">"), UInt8(ascii: "'"), UInt8(ascii: "\""),
      UInt8(ascii: "%"), UInt8(ascii: "@"), UInt8(ascii: "`"):
      throw YAMLError(.scalar(.reservedCharacter(byte)), tokenSpan)
    default: return
    }
  }

  /// Passes the part of a plain scalar that lies on this line; afterwards at the byte that ended it.
  ///
  /// - Returns: what ended it, and the offset behind its last byte that is no blank.
  mutating func scanPlainLine(_ place: PlainPlace) -> (stop: PlainStop, contentEnd: Int) {
    var contentEnd = position
    while true {
      let byte = peek()
      switch byte {
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"), 0: return (.lineEnd, contentEnd)
      case UInt8(ascii: " "), UInt8(ascii: "\t"):
        position += 1
        continue
      case UInt8(ascii: "#") where position > contentEnd: return (.comment, contentEnd)
      case UInt8(ascii: ":") where !isPlainSafe(peek(1), place): return (.colon, contentEnd)
      case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"):
        if place == .flow { return (.flowIndicator, contentEnd) }
      default: break
      }
      position += 1
      contentEnd = position
    }
  }

  /// A plain scalar with its continuation lines, which are indented by at least `minimumIndent` spaces.
  ///
  /// Stops at the colon when it is a key on one line (in a flow collection also when it spans lines).
  mutating func parsePlain(minimumIndent: Int, place: PlainPlace) throws(YAMLError) -> Plain {
    try refuseReservedStart(place)
    try refuseFullWidthSpace()
    let begin = position
    var (stop, contentEnd) = scanPlainLine(place)
    try refuseFullWidth(begin..<contentEnd, stop, place)
    var folded: [UInt8] = []
    var isFolded = false
    while stop == .lineEnd {
      let resume = (position, lineStart)
      guard let breaks = try passFoldedBreaks(minimumIndent, place) else {
        (position, lineStart) = resume
        break
      }
      if !isFolded {
        isFolded = true
        folded = Array(bytes[begin..<contentEnd])
      }
      let lineBegin = position
      (stop, contentEnd) = scanPlainLine(place)
      if stop == .colon, place == .block {
        throw continuationColon(first: begin, line: lineBegin, colon: position)
      }
      if breaks == 1 {
        folded.append(UInt8(ascii: " "))
      } else {
        folded.append(contentsOf: repeatElement(UInt8(ascii: "\n"), count: breaks - 1))
      }
      folded.append(contentsOf: bytes[lineBegin..<contentEnd])
    }
    let value = isFolded ? String(decoding: folded, as: UTF8.self) : text(begin, contentEnd)
    return Plain(scalar: Scalar(value, .plain), span: SourceSpan(begin, contentEnd), stop: stop)
  }

  /// From the end of a line to the first character of the line that continues the scalar.
  ///
  /// - Returns: the number of line breaks passed, or `nil` when no line continues it (position undefined then).
  private mutating func passFoldedBreaks(_ minimumIndent: Int, _ place: PlainPlace) throws(YAMLError) -> Int? {
    var breaks = 0
    var looseTab: Gap?
    while !atEnd {
      passBreak()
      breaks += 1
      while peek() == UInt8(ascii: " ") { position += 1 }
      let indent = column
      let tab = position
      passBlanks()
      if atEnd { return nil }
      if Self.isBreakOrEnd(peek()) {
        // A blank line with a tab before the scalar's indentation is no part of it (`l-empty`).
        if position > tab, indent < minimumIndent {
          looseTab = looseTab ?? Gap(crossedLine: true, indent: indent, sawTab: true, tab: tab)
        }
        continue
      }
      guard indent >= minimumIndent, peek() != UInt8(ascii: "#"), !atDocumentMarker else { return nil }
      if place == .flow, Self.isFlowIndicator(peek()) || (peek() == UInt8(ascii: ":") && !isPlainSafe(peek(1), .flow)) {
        return nil
      }
      if let looseTab { throw tabError(looseTab) }
      return breaks
    }
    return nil
  }

  /// The error for `key: …` on a line that continues a plain scalar: its cause is an earlier line.
  private func continuationColon(first: Int, line: Int, colon: Int) -> YAMLError {
    var firstEnd = first
    while !Self.isBreakOrEnd(byte(at: firstEnd)) { firstEnd += 1 }
    let firstLine = SourceSpan(first, firstEnd)
    // Only where both lines begin in one column was the first meant to be an entry.
    if let fullWidth = fullWidthColon(firstLine), isFirstOnItsLine(first, column: line - lineStart) { return fullWidth }
    if isFirstOnItsLine(first, column: line - lineStart) { return missingColon(firstLine) }
    return YAMLError(.indentation(.tooDeep), SourceSpan(line, colon), related: firstLine)
  }

  /// Whether only spaces (or `- `) stand before `offset` on its line, and as many bytes as `column`.
  private func isFirstOnItsLine(_ offset: Int, column: Int) -> Bool {
    guard offset - column >= start else { return false }
    for index in (offset - column)..<offset where bytes[index] != UInt8(ascii: " ") && bytes[index] != UInt8(ascii: "-")
    {
      return false
    }
    return offset - column == start || Self.isBreakOrEnd(bytes[offset - column - 1])
  }
}
