import Bytes

/// The attributes of finished HTML that name places: `id`, `href`, `src`.
///
/// Our own writers quote every attribute with `"` and escape `"` in values, so that `="` inside a tag is always the start
/// of one; text holds no bare `<`. Values are given as they stand: in addresses only `&` is written as a
/// reference.
package enum HTMLAttributes {
  /// What an attribute is for: an anchor, or a place that is linked to.
  package enum Name { case id, link }

  /// Calls `body` for each, in order.
  ///
  /// - Complexity: O(length of `html`).
  package static func forEach(in html: Span<UInt8>, _ body: (Name, Range<Int>) -> Void) {
    let count = html.count
    // Text is passed many bytes a step, up to the next tag; a value up to its end.
    var index = html.next(UInt8(ascii: "<"), from: 0)
    while index < count {
      let byte = html[index]
      if byte == UInt8(ascii: ">") {
        index = html.next(UInt8(ascii: "<"), from: index + 1)
        continue
      }
      guard byte == UInt8(ascii: "="), index + 1 < count, html[index + 1] == UInt8(ascii: "\"") else {
        index += 1
        continue
      }
      let name = name(endingAt: index, html)
      let start = index + 2
      let end = html.next(UInt8(ascii: "\""), from: start)
      if let name { body(name, start..<end) }
      index = end + 1
    }
  }

  private static func name(endingAt end: Int, _ html: Span<UInt8>) -> Name? {
    switch html[end - 1] {
    case UInt8(ascii: "d"): return ends(end, with: "id", html) ? .id : nil
    case UInt8(ascii: "f"): return ends(end, with: "href", html) ? .link : nil
    case UInt8(ascii: "c"): return ends(end, with: "src", html) ? .link : nil
    default: return nil
    }
  }

  /// Whether the attribute name before `end` is `text`, with a blank in front.
  private static func ends(_ end: Int, with text: StaticString, _ html: Span<UInt8>) -> Bool {
    let length = text.utf8CodeUnitCount
    guard end > length, isBlank(html[end - length - 1]) else { return false }
    let wanted = unsafe text.utf8Start
    for offset in 0..<length where unsafe html[end - length + offset] != wanted[offset] { return false }
    return true
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\t")
  }

  /// The value in `range` with `&amp;` as `&`.
  package static func unescaped(_ html: Span<UInt8>, _ range: Range<Int>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(range.count)
    var index = range.lowerBound
    while index < range.upperBound {
      result.append(html[index])
      index += html[index] == UInt8(ascii: "&") && isAmpersand(html, index, range.upperBound) ? 5 : 1
    }
    return result
  }

  private static func isAmpersand(_ html: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    guard start + 5 <= end else { return false }
    return html[start + 1] == UInt8(ascii: "a") && html[start + 2] == UInt8(ascii: "m")
      && html[start + 3] == UInt8(ascii: "p") && html[start + 4] == UInt8(ascii: ";")
  }
}
