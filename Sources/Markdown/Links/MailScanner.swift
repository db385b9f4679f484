/// Mail addresses in text.
///
///     mail   = ("mailto:" | "xmpp:")? local "@" domain ("/" resource, after "xmpp:" only)?
///     local  = (letter | digit | "." | "+" | "-" | "_")+
///     domain = (letter | digit | "-" | "_" | ".")+ with a "." inside, ending in a letter
///
/// GFM 0.29 §6.9 as cmark-gfm reads it, in text whose escapes and entities are resolved.
enum MailScanner {
  struct Found {
    var range: Range<Int>
    /// Whether the address names its scheme.
    var hasScheme: Bool
  }

  /// The first mail address at or behind `start`.
  ///
  /// - Complexity: O(length of the text up to its end).
  static func next(_ text: Span<UInt8>, from start: Int) -> Found? {
    var floor = start
    var index = start
    while index < text.count {
      guard text[index] == UInt8(ascii: "@") else {
        index += 1
        continue
      }
      if let found = mail(text, at: index, floor: floor) { return found }
      floor = index
      index += 1
    }
    return nil
  }

  /// Whether there is a `@` in `text`.
  static func mayHoldAddress(_ text: Span<UInt8>) -> Bool {
    for index in text.indices where text[index] == UInt8(ascii: "@") { return true }
    return false
  }

  private static func mail(_ text: Span<UInt8>, at sign: Int, floor: Int) -> Found? {
    var first = sign
    var scheme: String?
    while first > floor {
      let byte = text[first - 1]
      if byte == UInt8(ascii: ":"), scheme == nil, let name = self.scheme(text, before: first, floor) {
        scheme = name
        first -= name.utf8.count
        break
      }
      guard isLocal(byte) else { break }
      first -= 1
    }
    let local = first + (scheme?.utf8.count ?? 0)
    guard local < sign, let end = domainEnd(text, from: sign + 1, hasResource: scheme == "xmpp:") else { return nil }
    return Found(range: first..<AddressScanner.trimmedEnd(text, first..<end), hasScheme: scheme != nil)
  }

  /// `mailto:` or `xmpp:` that ends before `end` and does not go on a word.
  private static func scheme(_ text: Span<UInt8>, before end: Int, _ floor: Int) -> String? {
    for name in ["mailto:", "xmpp:"] {
      let start = end - name.utf8.count
      guard start >= floor, text.has(text: name, at: start) else { continue }
      if start > floor, TagScanner.isLetter(text[start - 1]) || TagScanner.isDigit(text[start - 1]) { continue }
      return name
    }
    return nil
  }

  private static func domainEnd(_ text: Span<UInt8>, from start: Int, hasResource: Bool) -> Int? {
    var index = start
    var periods = 0
    scan: while index < text.count {
      switch text[index] {
      case UInt8(ascii: "@"): return nil
      case UInt8(ascii: "."):
        guard index + 1 < text.count, isAlphanumeric(text[index + 1]) else { break scan }
        periods += 1
      case UInt8(ascii: "/") where hasResource: break
      case UInt8(ascii: "-"), UInt8(ascii: "_"): break
      case let byte where isAlphanumeric(byte): break
      default: break scan
      }
      index += 1
    }
    return periods > 0 && TagScanner.isLetter(text[index - 1]) ? index : nil
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool { TagScanner.isLetter(byte) || TagScanner.isDigit(byte) }

  private static func isLocal(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "."), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "_"): true
    default: isAlphanumeric(byte)
    }
  }
}
