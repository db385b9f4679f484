package import Diagnostics
package import Expressions
import Values

/// Where a portal is published: `https://host/path/`, printable ASCII, with a slash at its end (added when missing),
/// without query and fragment.
package struct WebAddress: TextualFieldValue, Hashable {
  /// With the slash at its end; empty for a new value.
  package private(set) var text = ""
  /// The path on the host: `/` or `/portal/`.
  package private(set) var path = "/"

  package init() {}

  /// Takes `http` and `https` addresses with a host; `nil` for anything else, blanks and Chinese letters included, which
  /// belong into an address percent-encoded or as punycode.
  package init?(fieldText text: String, year: Int?) {
    let parts = text.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
    guard parts.count >= 3, parts[0] == "https:" || parts[0] == "http:", parts[1].isEmpty, !parts[2].isEmpty,
      text.utf8.allSatisfy({ (0x21...0x7E).contains($0) && !#"?#"<>\\^`{|}"#.utf8.contains($0) })
    else { return nil }
    let path = parts.count > 3 ? "/" + parts[3] : "/"
    self.path = path.hasSuffix("/") ? path : path + "/"
    self.text = "\(parts[0])//\(parts[2])" + self.path
  }

  /// With the slash at its end.
  package var fieldText: String { text }
  /// With a path, as most offices have a folder on the host of their authority.
  package static var example: String { "https://www.example.cn/peixun/" }
  /// Text.
  package static var valueType: ValueType { .text }
  /// Said of anything that is no such address.
  package static var typeName: Message { Message(zh: "网址（https://… 以 / 结尾）", en: "web address (https://…/)") }
  package func value(in model: Model) -> Value { .text(text) }
}
