import Bytes
import Diagnostics

/// Text literals with Python's escapes: `\n \t \r \\ \' \" \0 \xHH \uHHHH \UHHHHHHHH`; other backslashes stay.
enum TextLexing {
  /// Reads the literal whose opening quote is at `position`.
  static func text(_ bytes: [UInt8], _ position: inout Int, _ limit: Int) throws(ExpressionError) -> Token {
    let start = position
    let quote = bytes[position]
    var content: [UInt8] = []
    position += 1
    while position < limit, bytes[position] != quote {
      if bytes[position] == UInt8(ascii: "\\"), position + 1 < limit {
        escape(bytes, &position, limit, into: &content)
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

  private static func escape(_ bytes: [UInt8], _ position: inout Int, _ limit: Int, into content: inout [UInt8]) {
    let letter = bytes[position + 1]
    position += 2
    switch letter {
    case UInt8(ascii: "n"): content.append(0x0A)
    case UInt8(ascii: "t"): content.append(0x09)
    case UInt8(ascii: "r"): content.append(0x0D)
    case UInt8(ascii: "0"): content.append(0)
    case UInt8(ascii: "\\"), UInt8(ascii: "'"), UInt8(ascii: "\""): content.append(letter)
    case 0x0A: break
    case UInt8(ascii: "x"): hexadecimal(bytes, &position, limit, digits: 2, letter, &content)
    case UInt8(ascii: "u"): hexadecimal(bytes, &position, limit, digits: 4, letter, &content)
    case UInt8(ascii: "U"): hexadecimal(bytes, &position, limit, digits: 8, letter, &content)
    default:
      content.append(UInt8(ascii: "\\"))
      content.append(letter)
    }
  }

  private static func hexadecimal(
    _ bytes: [UInt8], _ position: inout Int, _ limit: Int, digits: Int, _ letter: UInt8, _ content: inout [UInt8]
  ) {
    let end = min(limit, position + digits)
    let text = String(decoding: bytes[position..<end], as: UTF8.self)
    if end == position + digits, let code = UInt32(text, radix: 16), let scalar = Unicode.Scalar(code) {
      content.append(String(Character(scalar)))
      position = end
    } else {
      content.append(UInt8(ascii: "\\"))
      content.append(letter)
    }
  }
}
