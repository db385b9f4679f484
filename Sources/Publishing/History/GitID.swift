/// The id of an object of Git: 20 bytes.
struct GitID: Hashable, Sendable {
  /// In their order; 20.
  let bytes: [UInt8]

  /// 20 bytes of an object or an index.
  init(_ bytes: some Collection<UInt8>) { self.bytes = Array(bytes) }

  /// 40 digits; `nil` for anything else.
  init?(hexadecimal digits: some Collection<UInt8>) {
    guard digits.count == 40 else { return nil }
    var bytes: [UInt8] = []
    var high: UInt8?
    for digit in digits {
      guard let value = Self.value(of: digit) else { return nil }
      if let upper = high {
        bytes.append(upper << 4 | value)
        high = nil
      } else {
        high = value
      }
    }
    self.bytes = bytes
  }

  private static func value(of digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    default: nil
    }
  }

  /// In 40 digits.
  var hexadecimal: String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
