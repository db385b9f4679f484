/// Which addresses may stand in a link.
enum LinkRules {
  /// Addresses that leave the portal; the host is not asked for them.
  static let outside = ["http", "https", "mailto", "tel"]

  /// Kinds of things that links name by id, where the host names none.
  package static let kinds: [String] = [
    "class", "collection", "course", "expert", "list", "milestone", "module", "newsletter", "notice", "pack", "page",
    "phase", "plan",
    "project", "result", "scheme", "session", "tutor",
  ]

  /// The bytes of the scheme of `address`; `nil` when it has none (RFC 3986 §3.1).
  static func scheme(of address: Span<UInt8>) -> Range<Int>? {
    guard !address.isEmpty, TagScanner.isLetter(address[0]) else { return nil }
    var index = 1
    while index < address.count {
      switch address[index] {
      case UInt8(ascii: ":"): return 0..<index
      case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."): break
      case let byte where TagScanner.isLetter(byte) || TagScanner.isDigit(byte): break
      default: return nil
      }
      index += 1
    }
    return nil
  }

  /// Whether an address with this scheme leaves the portal.
  static func isOutside(_ address: Span<UInt8>, scheme: Range<Int>) -> Bool { isOne(of: outside, address, scheme) }

  /// Whether an address with this scheme names a thing by its id.
  static func isID(_ address: Span<UInt8>, scheme: Range<Int>) -> Bool { isOne(of: kinds, address, scheme) }

  private static func isOne(of names: [String], _ address: Span<UInt8>, _ scheme: Range<Int>) -> Bool {
    for name in names where name.utf8.count == scheme.count {
      var index = 0
      for byte in name.utf8 {
        guard address[index] | 0x20 == byte else { break }
        index += 1
      }
      if index == scheme.count { return true }
    }
    return false
  }
}
