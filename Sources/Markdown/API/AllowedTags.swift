/// The HTML tags that a portal lets its editors write, without attributes; all others are shown as text.
package struct AllowedTags: OptionSet, Hashable, Sendable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Tags that can be allowed: they change how a piece of a line looks and nothing else. `br` is alone, the others in pairs.
  package static let names = ["br", "sub", "sup", "kbd", "u", "mark", "small"]

  /// Those of `names` that are in the table; others are left out.
  package init(_ names: [String]) {
    var bits: UInt8 = 0
    for (index, name) in Self.names.enumerated() where names.contains(name) { bits |= 1 << UInt8(index) }
    rawValue = bits
  }
}

/// `<name>`, `<name/>` or `</name>` of an allowed tag.
struct AllowedTag {
  enum Form { case opening, closing, alone }

  /// Index in `AllowedTags.names`.
  let index: Int
  let form: Form

  /// The tag that begins at `start`, with the offset behind it; `nil` for one that is not allowed or has attributes.
  ///
  /// - Complexity: O(1).
  static func read(_ html: Span<UInt8>, at start: Int, _ allowed: AllowedTags) -> (tag: AllowedTag, end: Int)? {
    let isClosing = html.has("</", at: start)
    let nameStart = start + (isClosing ? 2 : 1)
    for (index, name) in AllowedTags.names.enumerated() where allowed.rawValue >> UInt8(index) & 1 != 0 {
      guard hasName(name, html, at: nameStart) else { continue }
      var end = nameStart + name.utf8.count
      if end < html.count, html[end] == UInt8(ascii: " ") { end += 1 }
      let isVoid = index == 0
      if isVoid, end < html.count, html[end] == UInt8(ascii: "/") { end += 1 }
      guard end < html.count, html[end] == UInt8(ascii: ">"), !(isVoid && isClosing) else { return nil }
      return (AllowedTag(index: index, form: isVoid ? .alone : isClosing ? .closing : .opening), end + 1)
    }
    return nil
  }

  private static func hasName(_ name: String, _ html: Span<UInt8>, at start: Int) -> Bool {
    guard start + name.utf8.count < html.count else { return false }
    var index = start
    for byte in name.utf8 {
      if html[index] | 0x20 != byte { return false }
      index += 1
    }
    return !TagScanner.isLetter(html[index]) && !TagScanner.isDigit(html[index])
  }

  /// As it is written.
  var text: String {
    let name = AllowedTags.names[index]
    return switch form {
    case .opening: "<\(name)>"
    case .closing: "</\(name)>"
    case .alone: "<\(name) />"
    }
  }
}
