/// Which addresses may stand in a link.
enum LinkRules {
  /// Addresses that leave the portal; the host is not asked for them.
  static let outside: Set<String> = ["http", "https", "mailto", "tel"]

  /// Kinds of things that links name by id, where the host names none.
  package static let kinds: Set<String> = [
    "class", "course", "expert", "list", "milestone", "module", "newsletter", "notice", "pack", "page", "phase", "plan",
    "project", "result", "scheme", "session", "tutor",
  ]

  /// The scheme of `address` in lower case; `nil` when it has none (RFC 3986 §3.1).
  static func scheme(of address: Span<UInt8>) -> String? {
    guard !address.isEmpty, TagScanner.isLetter(address[0]) else { return nil }
    var index = 1
    while index < address.count {
      switch address[index] {
      case UInt8(ascii: ":"):
        var scheme = ""
        for position in 0..<index {
          let byte = address[position]
          let isCapital = UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte
          scheme.unicodeScalars.append(Unicode.Scalar(isCapital ? byte | 0x20 : byte))
        }
        return scheme
      case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."): break
      case let byte where TagScanner.isLetter(byte) || TagScanner.isDigit(byte): break
      default: return nil
      }
      index += 1
    }
    return nil
  }
}
