import Bytes
import Diagnostics
import Values

/// Cuts one expression or tag into tokens.
///
///     name   = (letter | "_" | XID_Start) (letter | digit | "_" | XID_Continue)*
///     number = digits ("_"? digit)* [ "." digits ] [ "e" [sign] digits ] | "0x" hex | "0b" bits | "0o" octal
///     text   = "'" (byte except "'" and "\" | "\" any)* "'"   and the same with "
///     symbol = + - * ** / // % ~ == != < <= > >= = . , : ; | ( ) [ ] { }
///
/// A closing delimiter counts only outside brackets, as in Jinja 3, so `{{ {'a': {'b': 1}} }}` is one tag.
package struct Lexer {
  /// What ends the token stream.
  package enum Terminator: Sendable {
    /// `}}`
    case output
    /// `%}`
    case statement
    /// The end of the range.
    case endOfRange
  }

  /// The tokens of one tag; the last is `.end` and spans the delimiter.
  package struct Tag: Sendable {
    package var tokens: [Token]
    /// `-` before the delimiter: the blanks that follow are taken away.
    package var trimsAfter = false
    /// `+` before the delimiter: the line end that follows stays.
    package var keepsAfter = false
    /// Byte offset behind the delimiter.
    package var end: Int
  }

  private let bytes: [UInt8]
  private var position: Int
  private let limit: Int
  private let terminator: Terminator
  private var brackets: [(symbol: Symbol, span: SourceSpan)] = []

  package init(_ bytes: [UInt8], _ range: Range<Int>, until terminator: Terminator) {
    self.bytes = bytes
    position = range.lowerBound
    limit = range.upperBound
    self.terminator = terminator
  }

  /// All tokens up to the terminator.
  ///
  /// - Throws: what is no token, and a tag that never ends.
  /// - Complexity: O(length of the tag).
  package mutating func tag() throws(ExpressionError) -> Tag {
    var tokens: [Token] = []
    while true {
      skipBlanks()
      if let tag = closing(tokens) { return tag }
      guard position < limit else {
        let place = SourceSpan(position, position)
        guard terminator == .endOfRange else { throw ExpressionError(.unclosedTag, place) }
        if let open = brackets.last { throw ExpressionError(.unclosedBracket(open.symbol.rawValue), open.span) }
        tokens.append(Token(kind: .end, span: place))
        return Tag(tokens: tokens, end: position)
      }
      tokens.append(try token(after: tokens.last))
    }
  }

  /// The finished tag when the closing delimiter stands here and no bracket is open.
  private mutating func closing(_ tokens: [Token]) -> Tag? {
    guard brackets.isEmpty else { return nil }
    let delimiter: (UInt8, UInt8)
    switch terminator {
    case .output: delimiter = (UInt8(ascii: "}"), UInt8(ascii: "}"))
    case .statement: delimiter = (UInt8(ascii: "%"), UInt8(ascii: "}"))
    case .endOfRange: return nil
    }
    var start = position
    var tag = Tag(tokens: tokens, end: 0)
    if start < limit {
      tag.trimsAfter = bytes[start] == UInt8(ascii: "-")
      tag.keepsAfter = bytes[start] == UInt8(ascii: "+") && terminator == .statement
    }
    if tag.trimsAfter || tag.keepsAfter { start += 1 }
    guard start + 1 < limit, bytes[start] == delimiter.0, bytes[start + 1] == delimiter.1 else { return nil }
    tag.tokens.append(Token(kind: .end, span: SourceSpan(position, start + 2)))
    tag.end = start + 2
    position = tag.end
    return tag
  }

  private mutating func skipBlanks() {
    while position < limit {
      let length = UnicodeBlanks.length(in: bytes, at: position)
      guard length > 0 else { return }
      position += length
    }
  }

  private mutating func token(after previous: Token?) throws(ExpressionError) -> Token {
    let start = position
    let byte = bytes[position]
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      return try NumberLexing.number(bytes, &position, limit, afterDot: previous?.kind == .symbol(.dot))
    case UInt8(ascii: "'"), UInt8(ascii: "\""):
      return try TextLexing.text(bytes, &position, limit)
    default: break
    }
    if let name = try name() { return Token(kind: .name(name), span: SourceSpan(start, position)) }
    guard let symbol = symbol() else {
      throw ExpressionError(
        .unknownCharacter(Self.scalar(bytes, start, limit).map { String($0.scalar) } ?? "?"), span(start))
    }
    position += symbol.rawValue.utf8.count
    let token = Token(kind: .symbol(symbol), span: SourceSpan(start, position))
    try balance(symbol, token.span)
    return token
  }

  private func span(_ start: Int) -> SourceSpan {
    SourceSpan(start, start + (Self.scalar(bytes, start, limit)?.length ?? 1))
  }

  /// Keeps the stack of open brackets.
  private mutating func balance(_ symbol: Symbol, _ span: SourceSpan) throws(ExpressionError) {
    let opening: Symbol
    switch symbol {
    case .leftParenthesis, .leftBracket, .leftBrace:
      guard brackets.count < ExpressionLimits.depth else { throw ExpressionError(.tooDeep, span) }
      brackets.append((symbol, span))
      return
    case .rightParenthesis: opening = .leftParenthesis
    case .rightBracket: opening = .leftBracket
    case .rightBrace: opening = .leftBrace
    default: return
    }
    guard let open = brackets.last, open.symbol == opening else {
      throw ExpressionError(
        .unexpectedToken(found: symbol.rawValue, wanted: brackets.last.map { Self.closer(of: $0.symbol) }), span)
    }
    brackets.removeLast()
  }

  private static func closer(of symbol: Symbol) -> String {
    symbol == .leftParenthesis ? ")" : symbol == .leftBracket ? "]" : "}"
  }

  /// The longest symbol that stands here.
  private func symbol() -> Symbol? {
    if position + 1 < limit, bytes[position] < 0x80, bytes[position + 1] < 0x80 {
      let pair = String(decoding: bytes[position...(position + 1)], as: UTF8.self)
      if let symbol = Symbol(rawValue: pair) { return symbol }
    }
    return Symbol(rawValue: String(UnicodeScalar(bytes[position])))
  }

  /// The name that starts here, if one does.
  private mutating func name() throws(ExpressionError) -> String? {
    let start = position
    while position < limit {
      let byte = bytes[position]
      if ByteClass.identifier.contains(byte) {
        position += 1
        continue
      }
      guard byte >= 0x80, let (scalar, length) = Self.scalar(bytes, position, limit) else { break }
      let properties = scalar.properties
      guard position == start ? properties.isXIDStart : properties.isXIDContinue else { break }
      position += length
    }
    guard position > start else { return nil }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  /// The Unicode scalar at `position` and its length in bytes; `nil` for ill-formed bytes.
  static func scalar(_ bytes: [UInt8], _ position: Int, _ limit: Int) -> (scalar: Unicode.Scalar, length: Int)? {
    guard position < limit else { return nil }
    var decoder = UTF8()
    var iterator = bytes[position..<min(limit, position + 4)].makeIterator()
    guard case .scalarValue(let scalar) = decoder.decode(&iterator) else { return nil }
    return (scalar, UTF8.width(scalar))
  }
}

/// Limits of one expression.
package enum ExpressionLimits {
  /// Levels of brackets and of nested operators.
  package static let depth = 150
  /// Operators, steps and filters of one tag.
  package static let operators = 1000
  /// Bytes of one text literal or one expression.
  package static let bytes = 1 << 20
}

/// What Jinja (Python's `\s` on text) takes for blank.
package enum UnicodeBlanks {
  /// The length in bytes of the blank character at `position`; 0 when there is none.
  package static func length(in bytes: [UInt8], at position: Int) -> Int {
    guard position < bytes.count else { return 0 }
    let byte = bytes[position]
    switch byte {
    case 0x20, 0x09...0x0D, 0x1C...0x1F: return 1
    case 0xC2:
      guard position + 1 < bytes.count else { return 0 }
      return bytes[position + 1] == 0x85 || bytes[position + 1] == 0xA0 ? 2 : 0
    case 0xE1, 0xE2, 0xE3:
      guard position + 2 < bytes.count else { return 0 }
      let rest = UInt16(bytes[position + 1]) << 8 | UInt16(bytes[position + 2])
      switch (byte, rest) {
      case (0xE1, 0x9A80), (0xE3, 0x8080), (0xE2, 0x8080...0x808A), (0xE2, 0x80A8), (0xE2, 0x80A9), (0xE2, 0x80AF),
        (0xE2, 0x819F):
        return 3
      default: return 0
      }
    default: return 0
    }
  }

  /// The length in bytes of the blank character that ends before `position`; 0 when there is none.
  package static func length(in bytes: [UInt8], before position: Int) -> Int {
    for length in 1...3 where position - length >= 0 {
      if Self.length(in: bytes, at: position - length) == length { return length }
    }
    return 0
  }
}
