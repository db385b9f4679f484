import Bytes
import Diagnostics
import Values

/// Number literals of Jinja: `42`, `1_000`, `3.14`, `1e3`, `0x1F`, `0b11`, `0o17`. All are exact decimals.
enum NumberLexing {
  /// Reads the number at `position`. Behind a dot (`a.0.1`) only whole numbers are read.
  static func number(
    _ bytes: [UInt8], _ position: inout Int, _ limit: Int, afterDot: Bool
  ) throws(ExpressionError) -> Token {
    let start = position
    if bytes[position] == UInt8(ascii: "0"), position + 1 < limit, let radix = radix(bytes[position + 1]) {
      position += 2
      let digits = run(bytes, &position, limit) { ByteClass.identifier.contains($0) }
      guard let value = Int(digits, radix: radix) else {
        throw ExpressionError(.numberTooLarge, SourceSpan(start, position))
      }
      return Token(kind: .number(Decimal(value)), span: SourceSpan(start, position))
    }
    var text = run(bytes, &position, limit, isDigit)
    var exponent = 0
    if !afterDot {
      if position + 1 < limit, bytes[position] == UInt8(ascii: "."), ByteClass.digits.contains(bytes[position + 1]) {
        position += 1
        text += "." + run(bytes, &position, limit, isDigit)
      }
      exponent = readExponent(bytes, &position, limit)
    }
    let span = SourceSpan(start, position)
    guard let base = Decimal(text), let number = scaled(base, by: exponent) else {
      throw ExpressionError(.numberTooLarge, span)
    }
    return Token(kind: .number(number), span: span)
  }

  private static func radix(_ byte: UInt8) -> Int? {
    switch byte {
    case UInt8(ascii: "x"), UInt8(ascii: "X"): 16
    case UInt8(ascii: "b"), UInt8(ascii: "B"): 2
    case UInt8(ascii: "o"), UInt8(ascii: "O"): 8
    default: nil
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { ByteClass.digits.contains(byte) || byte == UInt8(ascii: "_") }

  /// The run of bytes of a class, `_` left out.
  private static func run(
    _ bytes: [UInt8], _ position: inout Int, _ limit: Int, _ belongs: (UInt8) -> Bool
  ) -> String {
    let start = position
    while position < limit, belongs(bytes[position]) { position += 1 }
    return String(decoding: bytes[start..<position].filter { $0 != UInt8(ascii: "_") }, as: UTF8.self)
  }

  /// `e-3`; 0 and nothing consumed when none follows.
  private static func readExponent(_ bytes: [UInt8], _ position: inout Int, _ limit: Int) -> Int {
    var ahead = position
    guard ahead < limit, bytes[ahead] | 0x20 == UInt8(ascii: "e") else { return 0 }
    ahead += 1
    var sign = 1
    if ahead < limit, bytes[ahead] == UInt8(ascii: "-") || bytes[ahead] == UInt8(ascii: "+") {
      sign = bytes[ahead] == UInt8(ascii: "-") ? -1 : 1
      ahead += 1
    }
    guard ahead < limit, ByteClass.digits.contains(bytes[ahead]) else { return 0 }
    let digits = run(bytes, &ahead, limit, isDigit)
    position = ahead
    return sign * (Int(digits) ?? 999)
  }

  /// `number × 10^exponent`, `nil` out of range.
  static func scaled(_ number: Decimal, by exponent: Int) -> Decimal? {
    guard exponent != 0 else { return number }
    guard abs(exponent) <= 36 else { return nil }
    var power: Int128 = 1
    for _ in 0..<abs(exponent) { power *= 10 }
    if exponent < 0 { return Decimal(coefficient: number.coefficient, scale: number.scale - exponent) }
    guard let factor = Decimal(coefficient: power, scale: 0) else { return nil }
    return number.multiplied(by: factor)
  }
}
