/// `%E5%9B%BE` for 图, as addresses of the web are written (RFC 3986 §2.1).
enum PercentEncoding {
  /// `text` with the bytes that it encodes; `nil` when it encodes none, or what comes of it is no UTF-8.
  ///
  /// - Complexity: O(length).
  static func decoded(_ text: String) -> String? {
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count, let high = digit(bytes[index + 1]),
        let low = digit(bytes[index + 2])
      {
        result.append(high << 4 | low)
        index += 3
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return result.count < bytes.count ? String(validating: result, as: UTF8.self) : nil
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "A")...UInt8(ascii: "F"), UInt8(ascii: "a")...UInt8(ascii: "f"):
      (byte | 0x20) - UInt8(ascii: "a") + 10
    default: nil
    }
  }
}
