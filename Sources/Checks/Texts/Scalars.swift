import Han

/// What a scalar is to rules about texts.
enum Scalars {
  static let codeObject: UInt32 = 0xFFFC

  static func isDigit(_ scalar: UInt32) -> Bool { 0x30...0x39 ~= scalar }
  static func isLatin(_ scalar: UInt32) -> Bool { 0x61...0x7A ~= scalar | 0x20 }
  static func isHan(_ scalar: UInt32) -> Bool { HanClass.isIdeograph(scalar) }
  static func isSpace(_ scalar: UInt32) -> Bool { scalar == 0x0A || HanClass.isSpace(scalar) }

  /// 0–9 of `7` and of `７`.
  static func digit(_ scalar: UInt32) -> Int? {
    if isDigit(scalar) { return Int(scalar - 0x30) }
    return 0xFF10...0xFF19 ~= scalar ? Int(scalar - 0xFF10) : nil
  }

  /// Whether `scalar` is one of `text`.
  static func isOne(of text: String, _ scalar: UInt32) -> Bool { text.unicodeScalars.contains { $0.value == scalar } }
}
