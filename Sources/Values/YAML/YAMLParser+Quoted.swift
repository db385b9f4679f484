import Diagnostics

/// Quoted scalars (YAML 1.2.2 §7.3.1, §7.3.2).
extension YAMLParser {
  /// A single- or double-quoted scalar; afterwards behind its closing quote.
  ///
  /// Continuation lines are indented by at least `minimumIndent` spaces.
  mutating func parseQuoted(minimumIndent: Int) throws(YAMLError) -> Scalar {
    let quote = peek()
    let opening = position
    position += 1
    var output: [UInt8] = []
    var runStart = position
    while true {
      let byte = peek()
      switch byte {
      case quote where quote == UInt8(ascii: "'") && peek(1) == quote:
        output.append(contentsOf: bytes[runStart...position])
        position += 2
        runStart = position
      case quote:
        let simple = runStart == opening + 1
        let value =
          simple ? text(runStart, position) : String(decoding: output + bytes[runStart..<position], as: UTF8.self)
        position += 1
        return Scalar(value, .text)
      case UInt8(ascii: "\\") where quote == UInt8(ascii: "\""):
        output.append(contentsOf: bytes[runStart..<position])
        if Self.isBreakOrEnd(peek(1)), position + 1 < end {
          position += 1
          try passQuotedBreaks(opening, minimumIndent, &output, escaped: true)
        } else {
          try passEscape(&output)
        }
        runStart = position
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        var contentEnd = position
        while contentEnd > runStart, Self.isBlank(bytes[contentEnd - 1]) { contentEnd -= 1 }
        output.append(contentsOf: bytes[runStart..<contentEnd])
        try passQuotedBreaks(opening, minimumIndent, &output, escaped: false)
        runStart = position
      case 0:
        throw YAMLError(.scalar(.unterminatedQuote), SourceSpan(opening, opening + 1))
      default: position += 1
      }
    }
  }

  /// From a line break inside quotes to the first character of the next line with text; folds what is between.
  private mutating func passQuotedBreaks(
    _ opening: Int, _ minimumIndent: Int, _ output: inout [UInt8], escaped: Bool
  ) throws(YAMLError) {
    var breaks = 0
    while Self.isBreakOrEnd(peek()) {
      if atEnd { throw YAMLError(.scalar(.unterminatedQuote), SourceSpan(opening, opening + 1)) }
      passBreak()
      breaks += 1
      if atDocumentMarker { throw YAMLError(.scalar(.unterminatedQuote), SourceSpan(opening, opening + 1)) }
      while peek() == UInt8(ascii: " ") { position += 1 }
      let indent = column
      let tab = position
      passBlanks()
      if indent < minimumIndent, position > tab, !atEnd {
        throw YAMLError(.indentation(.tabIndentation), SourceSpan(tab, tab + 1))
      }
      if indent < minimumIndent, !Self.isBreakOrEnd(peek()) { throw unindentedLine(opening) }
    }
    if breaks > 1 {
      output.append(contentsOf: repeatElement(UInt8(ascii: "\n"), count: breaks - 1))
    } else if !escaped {
      output.append(UInt8(ascii: " "))
    }
  }

  /// A line inside quotes that is not indented: a forgotten quote when it looks like an entry or item of its own.
  private mutating func unindentedLine(_ opening: Int) -> YAMLError {
    let line = lineSpan
    let looksLikeItem = atItem
    let stop = scanPlainLine(.block).stop
    return looksLikeItem || stop == .colon
      ? YAMLError(.scalar(.unterminatedQuote), SourceSpan(opening, opening + 1))
      : YAMLError(.scalar(.quotedLineNotIndented), line, related: SourceSpan(opening, opening + 1))
  }

  /// One escape of a double-quoted scalar, at its backslash (YAML 1.2.2 §5.7).
  private mutating func passEscape(_ output: inout [UInt8]) throws(YAMLError) {
    let begin = position
    position += 2
    let scalar: UInt32
    switch byte(at: begin + 1) {
    case UInt8(ascii: "0"): scalar = 0x00
    case UInt8(ascii: "a"): scalar = 0x07
    case UInt8(ascii: "b"): scalar = 0x08
    case UInt8(ascii: "t"), UInt8(ascii: "\t"): scalar = 0x09
    case UInt8(ascii: "n"): scalar = 0x0A
    case UInt8(ascii: "v"): scalar = 0x0B
    case UInt8(ascii: "f"): scalar = 0x0C
    case UInt8(ascii: "r"): scalar = 0x0D
    case UInt8(ascii: "e"): scalar = 0x1B
    case UInt8(ascii: " "): scalar = 0x20
    case UInt8(ascii: "\""): scalar = 0x22
    case UInt8(ascii: "/"): scalar = 0x2F
    case UInt8(ascii: "\\"): scalar = 0x5C
    case UInt8(ascii: "N"): scalar = 0x85
    case UInt8(ascii: "_"): scalar = 0xA0
    case UInt8(ascii: "L"): scalar = 0x2028
    case UInt8(ascii: "P"): scalar = 0x2029
    case UInt8(ascii: "x"): scalar = try passHex(2, from: begin)
    case UInt8(ascii: "u"): scalar = try passPair(try passHex(4, from: begin), from: begin)
    case UInt8(ascii: "U"): scalar = try passHex(8, from: begin)
    default:
      position = begin + 1
      throw YAMLError(.scalar(.unknownEscape), SourceSpan(begin, Int(tokenSpan.end)))
    }
    guard let valid = Unicode.Scalar(scalar) else {
      throw YAMLError(.scalar(.badCodePoint), SourceSpan(begin, position))
    }
    output.append(contentsOf: UTF8.encode(valid) ?? UTF8.encodedReplacementCharacter)
  }

  /// `count` hexadecimal digits at `position`.
  private mutating func passHex(_ count: Int, from begin: Int) throws(YAMLError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<count {
      guard let digit = HexDigit.value(peek()) else {
        throw YAMLError(.scalar(.unknownEscape), SourceSpan(begin, min(end, position)))
      }
      value = value << 4 | UInt32(digit)
      position += 1
    }
    return value
  }

  /// The character of a high surrogate `unit` with the `\u` escape of a low one behind it; any other `unit` itself.
  private mutating func passPair(_ unit: UInt32, from begin: Int) throws(YAMLError) -> UInt32 {
    guard (0xD800..<0xDC00).contains(unit), peek() == UInt8(ascii: "\\"), peek(1) == UInt8(ascii: "u") else {
      return unit
    }
    position += 2
    let low = try passHex(4, from: begin)
    guard (0xDC00..<0xE000).contains(low) else { throw YAMLError(.scalar(.badCodePoint), SourceSpan(begin, position)) }
    return 0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)
  }
}

/// Hexadecimal digits in ASCII.
enum HexDigit {
  /// 0…15, or `nil` for another byte.
  static func value(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
