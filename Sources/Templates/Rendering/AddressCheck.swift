import Bytes
import Expressions

/// How addresses stand in the value of an attribute.
enum AddressForm: Hashable, Sendable, BitwiseCopyable {
  case one
  /// Parted by commas, each with blanks and more behind it (`srcset`).
  case list
  /// Parted by semicolons (`values` of an SVG animation).
  case values
  /// Behind a time, `5; url=…` (`<meta http-equiv="refresh">`).
  case refresh
}

/// Checks the scheme of addresses.
enum AddressCheck {
  /// Whether a `/`, `?` or `#` stands before everything that could belong to a scheme, as in nearly all addresses.
  private static func isPath(_ output: borrowing Span<UInt8>, from start: Int) -> Bool {
    for index in start..<output.count {
      switch output[index] {
      case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"): return true
      case UInt8(ascii: ":"), UInt8(ascii: "&"): return false
      default: break
      }
    }
    return false
  }

  private static let schemes: Set<String> = ["http", "https", "mailto", "tel", "webcal"]

  /// Checks the address or addresses written at the end of `output`, HTML-escaped.
  ///
  /// Browsers skip blanks and control characters before and inside a scheme, so they are skipped here; an entity other than
  /// `&amp;` in front of the first `:` could hide anything and is refused.
  /// - Complexity: O(length of the address).
  static func check(_ output: [UInt8], from start: Int, _ form: AddressForm) throws(EvaluationFailure) {
    let start = form == .refresh ? addressStart(output, start) : start
    let isSingle = form == .one || form == .refresh
    if isSingle, isPath(output.span, from: start) { return }
    var scheme: [UInt8] = []
    var isOpen = true
    var index = start
    while index < output.count {
      let byte = output[index]
      switch byte {
      case UInt8(ascii: ",") where form == .list, 0x20 where form == .list && isOpen && !scheme.isEmpty,
        UInt8(ascii: ";") where form == .values:
        isOpen = true
        scheme = []
      case _ where !isOpen, 0...0x20: break
      case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"): isOpen = false
      case UInt8(ascii: ":"):
        let name = String(decoding: scheme, as: UTF8.self).lowercased()
        guard schemes.contains(name) else {
          throw .unsafeAddress(String(decoding: output[start...].prefix(60), as: UTF8.self))
        }
        isOpen = false
      case UInt8(ascii: "&"):
        guard output[index...].starts(with: "&amp;".utf8) else {
          throw .unsafeAddress(String(decoding: output[start...].prefix(60), as: UTF8.self))
        }
        isOpen = false
      default: scheme.append(byte)
      }
      index += 1
    }
  }
  /// Where the address begins in `5; url='…'` (WHATWG HTML, "shared declarative refresh steps"), read more generously.
  private static func addressStart(_ output: [UInt8], _ start: Int) -> Int {
    func skip(from index: Int, _ isSkipped: (UInt8) -> Bool) -> Int {
      output[index...].firstIndex { !isSkipped($0) } ?? output.count
    }
    let rest = skip(from: start) { $0 <= 0x20 || (0x30...0x39).contains($0) || ".;,".utf8.contains($0) }
    guard output[rest...].prefix(3).elementsEqual("url".utf8, by: { ($0 | 0x20) == $1 }) else { return rest }
    let sign = skip(from: rest + 3) { $0 <= 0x20 }
    guard sign < output.count, output[sign] == UInt8(ascii: "=") else { return rest }
    return skip(from: sign + 1) { $0 <= 0x20 || "\"'".utf8.contains($0) }
  }
}
