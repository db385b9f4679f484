/// The text at the edges of a piece of HTML: what stands beside the text around it, tags looked through.
enum EdgeText {
  /// Elements that show something where they stand.
  private static let visible = ["img", "svg", "br", "input"]

  /// The first run of text; `nil` when something else is shown before it.
  ///
  /// - Complexity: O(tags before it).
  static func first(of html: Span<UInt8>) -> Range<Int>? {
    var index = 0
    while index < html.count, html[index] == UInt8(ascii: "<") {
      guard !visible.contains(where: { html.has(text: "<" + $0, at: index) }) else { return nil }
      index = tagEnd(html, at: index)
    }
    guard index < html.count else { return nil }
    var end = index
    while end < html.count, html[end] != UInt8(ascii: "<") { end += 1 }
    return index..<end
  }

  /// The last run of text; `nil` when something else is shown behind it.
  ///
  /// - Complexity: O(tags behind it).
  static func last(of html: Span<UInt8>) -> Range<Int>? {
    var end = html.count
    while end > 0, html[end - 1] == UInt8(ascii: ">") {
      // Only closing tags are looked through: they have no attributes.
      var start = end - 1
      while start > 0, html[start] != UInt8(ascii: "<") { start -= 1 }
      guard html.has("</", at: start), !html.has("</svg", at: start) else { return nil }
      end = start
    }
    guard end > 0 else { return nil }
    var start = end
    while start > 0, html[start - 1] != UInt8(ascii: ">") { start -= 1 }
    return start..<end
  }

  /// Behind the tag at `start`, quoted values looked over.
  private static func tagEnd(_ html: Span<UInt8>, at start: Int) -> Int {
    var quote: UInt8 = 0
    var index = start + 1
    while index < html.count {
      switch html[index] {
      case UInt8(ascii: "\""), UInt8(ascii: "'"): quote = quote == 0 ? html[index] : quote == html[index] ? 0 : quote
      case UInt8(ascii: ">") where quote == 0: return index + 1
      default: break
      }
      index += 1
    }
    return index
  }
}
