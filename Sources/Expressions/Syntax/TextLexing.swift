import Bytes
import Diagnostics

/// Text literals with Python's escapes: `\n \t \r \a \b \f \v \\ \' \" \OOO \xHH \uHHHH \UHHHHHHHH`; before other ASCII characters
/// backslashes stay.
enum TextLexing {
  /// Reads the literal whose opening quote is at `position`.
  static func text(_ bytes: [UInt8], _ position: inout Int, _ limit: Int) throws(ExpressionError) -> Token {
    let start = position
    let quote = bytes[position]
    var content: [UInt8] = []
    position += 1
    while position < limit, bytes[position] != quote {
      if bytes[position] == UInt8(ascii: "\\"), position + 1 < limit {
        try escape(bytes, &position, limit, into: &content)
      } else {
        content.append(bytes[position])
        position += 1
      }
    }
    guard position < limit else {
      throw ExpressionError(.unclosedText, SourceSpan(start, start + 1))
    }
    position += 1
    return Token(kind: .text(String(decoding: content, as: UTF8.self)), span: SourceSpan(start, position))
  }

  private static func escape(
    _ bytes: [UInt8], _ position: inout Int, _ limit: Int, into content: inout [UInt8]
  ) throws(ExpressionError) {
    let letter = bytes[position + 1]
    position += 2
    switch letter {
    case UInt8(ascii: "n"): content.append(0x0A)
    case UInt8(ascii: "t"): content.append(0x09)
    case UInt8(ascii: "r"): content.append(0x0D)
    case UInt8(ascii: "a"): content.append(0x07)
    case UInt8(ascii: "b"): content.append(0x08)
    case UInt8(ascii: "f"): content.append(0x0C)
    case UInt8(ascii: "v"): content.append(0x0B)
    case UInt8(ascii: "\\"), UInt8(ascii: "'"), UInt8(ascii: "\""): content.append(letter)
    case 0x0A: break
    case UInt8(ascii: "0")...UInt8(ascii: "7"):
      position -= 1
      try code(bytes, &position, limit, digits: 1...3, radix: 8, into: &content)
    case UInt8(ascii: "x"): try code(bytes, &position, limit, digits: 2...2, radix: 16, into: &content)
    case UInt8(ascii: "u"): try code(bytes, &position, limit, digits: 4...4, radix: 16, into: &content)
    case UInt8(ascii: "U"): try code(bytes, &position, limit, digits: 8...8, radix: 16, into: &content)
    // Python looks names of characters up, and takes others apart.
    case UInt8(ascii: "N"), 0x80...: throw ExpressionError(.unknownEscape, SourceSpan(position - 2, position - 1))
    default:
      content.append(UInt8(ascii: "\\"))
      content.append(letter)
    }
  }

  /// A character by the digits of its code at `position`, behind a backslash or the letter behind that.
  private static func code(
    _ bytes: [UInt8], _ position: inout Int, _ limit: Int, digits: ClosedRange<Int>, radix: UInt32,
    into content: inout [UInt8]
  ) throws(ExpressionError) {
    let start = position
    var code: UInt32 = 0
    while position < limit, position - start < digits.upperBound,
      let digit = Character(Unicode.Scalar(bytes[position])).hexDigitValue, digit < radix
    {
      code = code * radix + UInt32(digit)
      position += 1
    }
    guard position - start >= digits.lowerBound, let scalar = Unicode.Scalar(code) else {
      let backslash = radix == 8 ? start - 1 : start - 2
      throw ExpressionError(.unknownEscape, SourceSpan(backslash, backslash + 1))
    }
    content.append(String(Character(scalar)))
  }
}
