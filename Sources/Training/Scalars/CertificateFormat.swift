package import Diagnostics
package import Expressions

/// What the numbers of a certificate look like: `YX{year}{serial:6}` for `YX2026000123`.
///
///     format = { character | "{year}" | "{serial:" digits "}" }    (exactly one serial, of 3 to 10 digits)
///
/// All numbers of a format are equally long. There are never more than 14 digits, so that no number can hold, or be taken for,
/// that of an identity card.
package struct CertificateFormat: TextualFieldValue, Hashable {
  private enum Part: Hashable {
    case character(UInt8)
    /// Four digits, 2000–2099.
    case year
    case serial(digits: Int)
  }

  /// As it is kept.
  package let fieldText: String
  private let parts: [Part]

  /// `nil` for a text with blanks, commas or other braces, without a serial or with two, or with more than 14 digits.
  package init?(fieldText text: String, year: Int?) {
    var parts: [Part] = []
    var rest = Array(text.utf8)[...]
    var serials = 0
    var digits = 0
    while let byte = rest.first {
      switch byte {
      case UInt8(ascii: "{"):
        guard let end = rest.firstIndex(of: UInt8(ascii: "}")) else { return nil }
        let word = String(decoding: rest[rest.index(after: rest.startIndex)..<end], as: UTF8.self)
        rest = rest[rest.index(after: end)...]
        if word == "year" {
          parts.append(.year)
          digits += 4
          continue
        }
        guard word.hasPrefix("serial:"), let count = Int(word.dropFirst(7)), (3...10).contains(count) else {
          return nil
        }
        parts.append(.serial(digits: count))
        serials += 1
        digits += count
      case UInt8(ascii: "}"), UInt8(ascii: ","), UInt8(ascii: ";"), 0...0x20, 0x7F: return nil
      default:
        if Self.isDigit(byte) { digits += 1 }
        parts.append(.character(byte))
        rest.removeFirst()
      }
    }
    guard serials == 1, digits <= 14 else { return nil }
    fieldText = text
    self.parts = parts
  }

  /// Stands for a format not yet read: no number follows it.
  package static let none = CertificateFormat()
  private init() {
    fieldText = ""
    parts = []
  }

  /// Whether `number` follows the format.
  package func matches(_ number: String) -> Bool {
    var rest = Array(number.utf8)[...]
    for part in parts {
      switch part {
      case .character(let byte):
        guard rest.first == byte else { return false }
        rest.removeFirst()
      case .year:
        guard rest.starts(with: "20".utf8), rest.prefix(4).count == 4, rest.prefix(4).allSatisfy(Self.isDigit) else {
          return false
        }
        rest = rest.dropFirst(4)
      case .serial(let count):
        guard rest.prefix(count).count == count, rest.prefix(count).allSatisfy(Self.isDigit) else { return false }
        rest = rest.dropFirst(count)
      }
    }
    return rest.isEmpty && !parts.isEmpty
  }

  /// What readers see: `YX＋4位年份＋6位流水号`.
  package var words: String {
    var pieces: [String] = []
    var letters: [UInt8] = []
    func flush() {
      if !letters.isEmpty { pieces.append(String(decoding: letters, as: UTF8.self)) }
      letters = []
    }
    for part in parts {
      switch part {
      case .character(let byte): letters.append(byte)
      case .year:
        flush()
        pieces.append("4位年份")
      case .serial(let count):
        flush()
        pieces.append("\(count)位流水号")
      }
    }
    flush()
    return pieces.joined(separator: "＋")
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }

  /// With both kinds of braces.
  package static var example: String { "YX{year}{serial:6}" }
  /// The format in words, for readers.
  package static var valueType: ValueType { .text }
  /// With what may stand in it.
  package static var typeName: Message {
    Message(
      zh: "证书编号的格式（文字、{year}、一个 {serial:位数}，共不超过14位数字）",
      en: "format of certificate numbers (text, {year}, one {serial:DIGITS}, at most 14 digits)")
  }
  package func value(in model: Model) -> Value { .text(words) }
}
