/// The attributes of finished HTML that name places: `id`, `href`, `src`.
///
/// Our own writers quote every attribute with `"` and escape `"` in values, so that `="` inside a tag is always the start
/// of one; text holds no bare `<`. Values are given with character references resolved.
enum HTMLAttributes {
  enum Name { case id, link }

  /// Calls `body` for each, in order.
  ///
  /// - Complexity: O(length of `html`).
  static func forEach(in html: Span<UInt8>, _ body: (Name, [UInt8]) -> Void) {
    let count = html.count
    var index = 0
    var isInTag = false
    while index < count {
      let byte = html[index]
      if !isInTag {
        if byte == UInt8(ascii: "<") { isInTag = true }
        index += 1
        continue
      }
      if byte == UInt8(ascii: ">") {
        isInTag = false
        index += 1
        continue
      }
      guard byte == UInt8(ascii: "="), index + 1 < count, html[index + 1] == UInt8(ascii: "\"") else {
        index += 1
        continue
      }
      let name = name(endingAt: index, html)
      let start = index + 2
      var end = start
      while end < count, html[end] != UInt8(ascii: "\"") { end += 1 }
      if let name { body(name, unescaped(html, start..<end)) }
      index = end + 1
    }
  }

  private static func name(endingAt end: Int, _ html: Span<UInt8>) -> Name? {
    func matches(_ text: StaticString) -> Bool {
      let length = text.utf8CodeUnitCount
      guard end > length, isBlank(html[end - length - 1]) else { return false }
      return text.description.utf8.elementsEqual((end - length..<end).lazy.map { html[$0] })
    }
    switch html[end - 1] {
    case UInt8(ascii: "d"): return matches("id") ? .id : nil
    case UInt8(ascii: "f"): return matches("href") ? .link : nil
    case UInt8(ascii: "c"): return matches("src") ? .link : nil
    default: return nil
    }
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\t")
  }

  /// The bytes with `&amp;` as `&`: the only reference that occurs in addresses.
  private static func unescaped(_ html: Span<UInt8>, _ range: Range<Int>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(range.count)
    var index = range.lowerBound
    while index < range.upperBound {
      result.append(html[index])
      index += html[index] == UInt8(ascii: "&") && "&amp;".utf8.elementsEqual(
        (index..<min(index + 5, range.upperBound)).lazy.map { html[$0] }) ? 5 : 1
    }
    return result
  }
}
