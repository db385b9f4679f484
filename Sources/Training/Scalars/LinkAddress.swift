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
    guard Self.hasHost(text), Self.isClean(text), !text.utf8.contains(UInt8(ascii: "{")) else { return nil }
    fieldText = text
  }

  /// `https://` or `http://`, then a host.
  fileprivate static func hasHost(_ text: String) -> Bool {
    let scheme = text.utf8.prefix { $0 != UInt8(ascii: "/") }
    guard scheme.elementsEqual("https:".utf8) || scheme.elementsEqual("http:".utf8) else { return false }
    let rest = text.utf8.dropFirst(scheme.count)
    guard rest.starts(with: "//".utf8), let first = rest.dropFirst(2).first else { return false }
    return !"/?#.:".utf8.contains(first)
  }

  /// No blank, control character or byte that ends an address, no Chinese punctuation that came along when copying.
  fileprivate static func isClean(_ text: String) -> Bool {
    var isASCII = true
    for byte in text.utf8 {
      if byte <= 0x20 || byte == 0x7F || #""<>\^`|"#.utf8.contains(byte) { return false }
      if byte >= 0x80 { isASCII = false }
    }
    return isASCII
      || !text.unicodeScalars.contains { $0.properties.isWhitespace || "，。；、“”（）《》".unicodeScalars.contains($0) }
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
    guard parts.count == 2, LinkAddress.hasHost(String(parts[0])), LinkAddress.isClean(text),
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
