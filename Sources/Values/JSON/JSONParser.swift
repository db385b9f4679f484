import Diagnostics

/// Grammar (RFC 8259):
///
///     value  = object | array | string | number | "true" | "false" | "null"
///     object = "{" [ string ":" value { "," string ":" value } ] "}"
///     array  = "[" [ value { "," value } ] "]"
///     number = [ "-" ] ( "0" | 1-9 { 0-9 } ) [ "." 0-9 { 0-9 } ] [ ( "e" | "E" ) [ "+" | "-" ] 0-9 { 0-9 } ]
struct JSONParser {
  /// Levels of nesting.
  static let maximumDepth = 150

  private let bytes: [UInt8]
  private var position: Int
  private var depth = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  mutating func parseDocument() throws(JSONError) -> Node {
    passBlanks()
    let root = try parseValue()
    passBlanks()
    guard position == bytes.count else { throw JSONError(.textAfterValue, here) }
    return root
  }

  /// The byte at `position`, `nil` at the end.
  private var byte: UInt8? { position < bytes.count ? bytes[position] : nil }

  private var here: SourceSpan { SourceSpan(position, min(position + 1, bytes.count)) }

  private mutating func passBlanks() {
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"): position += 1
      default: return
      }
    }
  }

  private mutating func parseValue() throws(JSONError) -> Node {
    let begin = position
    switch byte ?? 0 {
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      guard depth < Self.maximumDepth else { throw JSONError(.tooDeeplyNested, here) }
      depth += 1
      defer { depth -= 1 }
      return byte == UInt8(ascii: "{") ? try parseObject() : try parseArray()
    case UInt8(ascii: "\""):
      let text = try parseString()
      return Node(.scalar(Scalar(text, .text)), SourceSpan(begin, position))
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      try passNumber()
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"):
      try passLiteral()
    default: throw JSONError(.expectedValue, here)
    }
    return Node(.scalar(Scalar(text(begin, position), .plain)), SourceSpan(begin, position))
  }

  private func text(_ from: Int, _ to: Int) -> String { String(decoding: bytes[from..<to], as: UTF8.self) }

  private mutating func parseArray() throws(JSONError) -> Node {
    let begin = position
    var items: [Node] = []
    position += 1
    passBlanks()
    if byte != UInt8(ascii: "]") {
      repeat {
        passBlanks()
        items.append(try parseValue())
      } while try passComma(closing: UInt8(ascii: "]"))
    }
    position += 1
    return Node(.sequence(items), SourceSpan(begin, position))
  }

  private mutating func parseObject() throws(JSONError) -> Node {
    let begin = position
    var builder = MappingBuilder()
    position += 1
    passBlanks()
    if byte != UInt8(ascii: "}") {
      repeat {
        passBlanks()
        guard byte == UInt8(ascii: "\"") else { throw JSONError(.expectedKey, here) }
        let keyBegin = position
        let key = try parseString()
        let keySpan = SourceSpan(keyBegin, position)
        passBlanks()
        guard byte == UInt8(ascii: ":") else { throw JSONError(.expectedColon, here) }
        position += 1
        passBlanks()
        let value = try parseValue()
        if let first = builder.add(Node.Entry(key: key, keySpan: keySpan, value: value)) {
          throw JSONError(.duplicateKey(key), keySpan, related: first)
        }
      } while try passComma(closing: UInt8(ascii: "}"))
    }
    position += 1
    return Node(.mapping(builder.entries), SourceSpan(begin, position))
  }

  /// After an item: passes a comma, or stays before the closing bracket.
  private mutating func passComma(closing: UInt8) throws(JSONError) -> Bool {
    passBlanks()
    if byte == closing { return false }
    guard byte == UInt8(ascii: ",") else { throw JSONError(.expectedComma(closing: closing), here) }
    let comma = here
    position += 1
    passBlanks()
    if byte == closing { throw JSONError(.trailingComma, comma) }
    return true
  }

  private mutating func passLiteral() throws(JSONError) {
    let begin = position
    while let byte, isLetter(byte) { position += 1 }
    switch text(begin, position) {
    case "true", "false", "null": return
    default: throw JSONError(.badLiteral, SourceSpan(begin, position))
    }
  }

  private func isLetter(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) }

  private mutating func passNumber() throws(JSONError) {
    let begin = position
    func wrong(_ position: Int) -> JSONError { JSONError(.badNumber, SourceSpan(begin, max(position, begin + 1))) }
    if byte == UInt8(ascii: "-") { position += 1 }
    let leadingZero = byte == UInt8(ascii: "0")
    let whole = passDigits()
    guard whole > 0, whole == 1 || !leadingZero else { throw wrong(position) }
    if byte == UInt8(ascii: ".") {
      position += 1
      guard passDigits() > 0 else { throw wrong(position) }
    }
    if let byte, byte | 0x20 == UInt8(ascii: "e") {
      position += 1
      if self.byte == UInt8(ascii: "+") || self.byte == UInt8(ascii: "-") { position += 1 }
      guard passDigits() > 0 else { throw wrong(position) }
    }
  }

  private mutating func passDigits() -> Int {
    let begin = position
    while let byte, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { position += 1 }
    return position - begin
  }

  private mutating func parseString() throws(JSONError) -> String {
    let opening = position
    position += 1
    var runStart = position
    var output: [UInt8] = []
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "\""):
        position += 1
        guard runStart > opening + 1 else { return text(runStart, position - 1) }
        output.append(contentsOf: bytes[runStart..<position - 1])
        return String(decoding: output, as: UTF8.self)
      case UInt8(ascii: "\\"):
        output.append(contentsOf: bytes[runStart..<position])
        try passEscape(&output)
        runStart = position
      case 0..<0x20: throw JSONError(.controlInString, here)
      default: position += 1
      }
    }
    throw JSONError(.unterminatedString, SourceSpan(opening, opening + 1))
  }

  private mutating func passEscape(_ output: inout [UInt8]) throws(JSONError) {
    let begin = position
    position += 1
    let escape = byte ?? 0
    if position < bytes.count { position += 1 }
    switch escape {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): output.append(escape)
    case UInt8(ascii: "b"): output.append(0x08)
    case UInt8(ascii: "f"): output.append(0x0C)
    case UInt8(ascii: "n"): output.append(0x0A)
    case UInt8(ascii: "r"): output.append(0x0D)
    case UInt8(ascii: "t"): output.append(0x09)
    case UInt8(ascii: "u"):
      var value = try passHex(begin)
      if (0xD800..<0xDC00).contains(value), position + 1 < bytes.count, bytes[position] == UInt8(ascii: "\\"),
        bytes[position + 1] == UInt8(ascii: "u")
      {
        position += 2
        let low = try passHex(begin)
        guard (0xDC00..<0xE000).contains(low) else { throw JSONError(.loneSurrogate, SourceSpan(begin, position)) }
        value = 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00)
      }
      guard let scalar = Unicode.Scalar(value) else { throw JSONError(.loneSurrogate, SourceSpan(begin, position)) }
      output.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    default: throw JSONError(.badEscape, SourceSpan(begin, begin + 1))
    }
  }

  private mutating func passHex(_ begin: Int) throws(JSONError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let byte, let digit = HexDigit.value(byte) else { throw JSONError(.badEscape, SourceSpan(begin, position)) }
      value = value << 4 | UInt32(digit)
      position += 1
    }
    return value
  }
}
