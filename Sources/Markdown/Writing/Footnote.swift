internal import Bytes

/// One footnote while the text is written.
struct Footnote {
  let opening: FootnoteOpening
  /// The list item that libcmark made of it; `nil` when it stands in code, or is the second of its name.
  var node: MarkdownNode?
  /// References so far.
  var uses = 0
  /// From 1 in the order of the first references; 0 before.
  var number = 0
}

/// References to footnotes in finished HTML.
enum FootnoteReferences {
  static let opening: StaticString = "<sup class=\"footnote-ref\">"
  static let closing: StaticString = "</sup>"
  /// How links from a footnote back to the text begin.
  static let back: StaticString = "<a href=\"#fnref-"

  /// `html` without them: for outlines and ids of headings.
  ///
  /// - Complexity: O(length).
  static func removed(from html: Span<UInt8>) -> [UInt8] {
    var output: [UInt8] = []
    var runStart = 0
    var index = html.next(below: 0x3D, from: 0, to: html.count)
    while index < html.count {
      if html[index] == UInt8(ascii: "<"), html.has(opening, at: index) {
        output.append(run: html, runStart..<index)
        runStart = end(of: closing, in: html, from: index)
        index = runStart - 1
      }
      index = html.next(below: 0x3D, from: index + 1, to: html.count)
    }
    output.append(run: html, runStart..<html.count)
    return output
  }

  /// Offset behind the next `tag`.
  static func end(of tag: StaticString, in html: Span<UInt8>, from start: Int) -> Int {
    var index = start
    while index < html.count, !html.has(tag, at: index) { index += 1 }
    return min(index + tag.utf8CodeUnitCount, html.count)
  }
}
