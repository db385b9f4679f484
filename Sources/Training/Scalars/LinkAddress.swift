package import Diagnostics
package import Expressions
import Values

/// The address of a page elsewhere: `https://host/…` or `http://host/…`, with whatever query and fragment it has.
///
/// Chinese letters may stand in it, as browsers copy them; blanks, quotes and angle brackets may not.
package struct LinkAddress: TextualFieldValue, Hashable {
  /// As written.
  package private(set) var fieldText = ""

  package init() {}

  /// Takes addresses with a scheme and a host; `nil` for anything else.
  package init?(fieldText text: String, year: Int?) {
    guard Self.hasHost(text.utf8Span.span), Self.isClean(text), !text.utf8.contains(UInt8(ascii: "{")) else {
      return nil
    }
    fieldText = text
  }

  /// A cell that is an address in ASCII; anything else is for `init(fieldText:)`.
  package static func read(_ cell: borrowing Span<UInt8>, at span: SourceSpan) -> LinkAddress? {
    guard hasHost(cell) else { return nil }
    for index in 0..<cell.count where cell[index] >= 0x80 || refused(cell[index]) || cell[index] == UInt8(ascii: "{") {
      return nil
    }
    guard let text = String(cell: cell) else { return nil }
    var address = LinkAddress()
    address.fieldText = text
    return address
  }

  /// `https://` or `http://`, then a host.
  fileprivate static func hasHost(_ bytes: borrowing Span<UInt8>) -> Bool {
    guard bytes.count > 7, bytes[0] == UInt8(ascii: "h"), bytes[1] == UInt8(ascii: "t"), bytes[2] == UInt8(ascii: "t"),
      bytes[3] == UInt8(ascii: "p")
    else { return false }
    let colon = bytes[4] == UInt8(ascii: "s") ? 5 : 4
    guard bytes.count > colon + 3, bytes[colon] == UInt8(ascii: ":"), bytes[colon + 1] == UInt8(ascii: "/"),
      bytes[colon + 2] == UInt8(ascii: "/")
    else { return false }
    switch bytes[colon + 3] {
    case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"), UInt8(ascii: "."), UInt8(ascii: ":"): return false
    default: return true
    }
  }

  /// No blank, control character or byte that ends an address, no Chinese punctuation that came along when copying.
  fileprivate static func isClean(_ text: String) -> Bool {
    !text.utf8.contains(where: refused)
      && (text.utf8.allSatisfy { $0 < 0x80 }
        || !text.unicodeScalars.contains { $0.properties.isWhitespace || "，。；、“”（）《》".unicodeScalars.contains($0) })
  }

  /// ASCII that no address holds: controls, the blank, `"` `<` `>` `\` `^` `` ` `` `|`.
  private static func refused(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...0x20, 0x7F, 0x22, 0x3C, 0x3E, 0x5C, 0x5E, 0x60, 0x7C: true
    default: false
    }
  }

  /// A page of an outside platform.
  package static var example: String { "https://pingtai.example.cn/ws/12" }
  /// Text.
  package static var valueType: ValueType { .text }
  /// Said of anything that is no such address.
  package static var typeName: Message { Message(zh: "网址（https://…）", en: "web address (https://…)") }
  package func value(in model: Model) -> Value { .text(fieldText) }
}

/// An address with `{path}` where the path of a file goes: `https://git.example.cn/edit/main/{path}`.
package struct AddressPattern: TextualFieldValue, Hashable {
  /// As written.
  package private(set) var fieldText = ""

  package init() {}

  /// Takes an address that has `{path}` in it once and no other brace; `nil` for anything else.
  package init?(fieldText text: String, year: Int?) {
    let parts = text.split(separator: "{path}", omittingEmptySubsequences: false)
    guard parts.count == 2, LinkAddress.hasHost(Array(parts[0].utf8).span), LinkAddress.isClean(text),
      !parts.contains(where: { $0.utf8.contains(UInt8(ascii: "{")) || $0.utf8.contains(UInt8(ascii: "}")) })
    else { return nil }
    fieldText = text
  }

  /// The address for `path`.
  package func address(of path: String) -> String { fieldText.replacing("{path}", with: path) }

  /// The edit page of a repository.
  package static var example: String { "https://git.example.cn/edit/main/{path}" }
  /// Text.
  package static var valueType: ValueType { .text }
  /// Said of anything that is no such pattern.
  package static var typeName: Message {
    Message(zh: "含有 {path} 的网址（https://…/{path}）", en: "web address with {path} (https://…/{path})")
  }
  package func value(in model: Model) -> Value { .text(fieldText) }
}
