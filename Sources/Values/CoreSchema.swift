/// What a scalar means where no field says so: the core schema of YAML 1.2.2 (§10.3), for JSON output of `inspect`
/// and for contexts without types.
package enum CoreSchema {
  /// A scalar with its type.
  package enum Resolved: Hashable, Sendable {
    case null
    case bool(Bool)
    case integer(Int)
    /// An integer beyond `Int`: canonical decimal digits, with `-` when negative.
    case largeInteger(String)
    /// Infinite and not-a-number included.
    case float(Double)
    case string(String)
  }

  /// The meaning of `scalar`: quoted and block scalars are text, plain ones what their form says.
  ///
  ///     null  = "" | "~" | "null" | "Null" | "NULL"
  ///     bool  = "true" | "True" | "TRUE" | "false" | "False" | "FALSE"
  ///     int   = [-+]? [0-9]+ | "0o" [0-7]+ | "0x" [0-9a-fA-F]+
  ///     float = [-+]? ( "." [0-9]+ | [0-9]+ ( "." [0-9]* )? ) ( [eE] [-+]? [0-9]+ )?
  ///           | [-+]? ( ".inf" | ".Inf" | ".INF" ) | ".nan" | ".NaN" | ".NAN"
  ///
  /// - Complexity: O(length), O(length²) for hexadecimal and octal integers beyond 128 bits.
  package static func resolve(_ scalar: Scalar) -> Resolved {
    guard scalar.style == .plain else { return .string(scalar.text) }
    guard let first = scalar.text.utf8.first else { return .null }
    // Most text is settled by its first byte.
    guard mayBeginOther(first) else { return .string(scalar.text) }
    switch scalar.text {
    case "~", "null", "Null", "NULL": return .null
    case "true", "True", "TRUE": return .bool(true)
    case "false", "False", "FALSE": return .bool(false)
    case ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF": return .float(.infinity)
    case "-.inf", "-.Inf", "-.INF": return .float(-.infinity)
    case ".nan", ".NaN", ".NAN": return .float(.nan)
    default: break
    }
    let text = Array(scalar.text.utf8)
    return integer(text) ?? radixInteger(text) ?? float(text) ?? .string(scalar.text)
  }

  /// Whether null, a boolean or a number may begin with `byte`.
  private static func mayBeginOther(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "~"), UInt8(ascii: "n"), UInt8(ascii: "N"), UInt8(ascii: "t"), UInt8(ascii: "T"),
      UInt8(ascii: "f"), UInt8(ascii: "F"):
      true
    default: false
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

  private static func integer(_ text: [UInt8]) -> Resolved? {
    let sign = text[0] == UInt8(ascii: "-") || text[0] == UInt8(ascii: "+") ? 1 : 0
    guard text.count > sign, text[sign...].allSatisfy(isDigit) else { return nil }
    let string = String(decoding: text, as: UTF8.self)
    if let value = Int(string) { return .integer(value) }
    let digits = text[sign...].drop { $0 == UInt8(ascii: "0") }
    return .largeInteger((text[0] == UInt8(ascii: "-") ? "-" : "") + String(decoding: digits, as: UTF8.self))
  }

  private static func radixInteger(_ text: [UInt8]) -> Resolved? {
    guard text.count > 2, text[0] == UInt8(ascii: "0") else { return nil }
    let radix: UInt8
    switch text[1] {
    case UInt8(ascii: "o"): radix = 8
    case UInt8(ascii: "x"): radix = 16
    default: return nil
    }
    for byte in text[2...] {
      guard let digit = HexDigit.value(byte), digit < radix else { return nil }
    }
    if let value = Int(String(decoding: text[2...], as: UTF8.self), radix: Int(radix)) { return .integer(value) }
    // Schoolbook conversion, least significant decimal digit first; only for absurdly long numbers.
    guard text.count < 4096 else { return nil }
    var decimal: [UInt8] = [0]
    for byte in text[2...] {
      var carry = UInt32(HexDigit.value(byte) ?? 0)
      for index in decimal.indices {
        carry += UInt32(decimal[index]) * UInt32(radix)
        decimal[index] = UInt8(carry % 10)
        carry /= 10
      }
      while carry > 0 {
        decimal.append(UInt8(carry % 10))
        carry /= 10
      }
    }
    return .largeInteger(String(decoding: decimal.reversed().map { $0 + UInt8(ascii: "0") }, as: UTF8.self))
  }

  private static func float(_ text: [UInt8]) -> Resolved? {
    var index = text[0] == UInt8(ascii: "-") || text[0] == UInt8(ascii: "+") ? 1 : 0
    func passDigits() -> Int {
      let begin = index
      while index < text.count, isDigit(text[index]) { index += 1 }
      return index - begin
    }
    var digits = passDigits()
    if index < text.count, text[index] == UInt8(ascii: ".") {
      index += 1
      digits += passDigits()
    }
    guard digits > 0 else { return nil }
    if index < text.count, text[index] | 0x20 == UInt8(ascii: "e") {
      index += 1
      if index < text.count, text[index] == UInt8(ascii: "-") || text[index] == UInt8(ascii: "+") { index += 1 }
      guard passDigits() > 0 else { return nil }
    }
    guard index == text.count, let value = Double(String(decoding: text, as: UTF8.self)) else { return nil }
    return .float(value)
  }
}
