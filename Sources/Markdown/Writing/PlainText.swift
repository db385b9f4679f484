internal import Bytes

/// The text of HTML that this module wrote.
enum PlainText {
  /// Text of `html`: tags dropped, the five references that the writer uses resolved, blocks apart by one LF.
  ///
  /// - Complexity: O(length).
  static func text(ofHTML html: Span<UInt8>) -> String {
    String(decoding: bytes(ofHTML: html), as: UTF8.self)
  }

  /// The same as UTF-8; with `replacesCode` each piece of code is one U+FFFC.
  static func bytes(ofHTML html: Span<UInt8>, replacesCode: Bool = false) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(html.count)
    var index = 0
    while index < html.count {
      switch html[index] {
      case UInt8(ascii: "<") where html.has(FootnoteReferences.opening, at: index):
        index = FootnoteReferences.end(of: FootnoteReferences.closing, in: html, from: index)
      case UInt8(ascii: "<") where html.has(FootnoteReferences.back, at: index):
        index = FootnoteReferences.end(of: "</a>", in: html, from: index)
        if output.last == UInt8(ascii: " ") { output.removeLast() }
      case UInt8(ascii: "<") where replacesCode && html.has("<code>", at: index):
        index = FootnoteReferences.end(of: "</code>", in: html, from: index)
        output.append(contentsOf: "\u{FFFC}".utf8)
      case UInt8(ascii: "<"):
        var end = index + 1
        while end < html.count, html[end] != UInt8(ascii: ">") { end += 1 }
        index = min(end + 1, html.count)
      case UInt8(ascii: "&"):
        index = appendReference(html, at: index, to: &output)
      default:
        let start = index
        while index < html.count, html[index] != UInt8(ascii: "<"), html[index] != UInt8(ascii: "&") { index += 1 }
        output.append(run: html, start..<index)
      }
    }
    return output.trimmedLines()
  }

  /// Appends what the reference at `index` stands for; returns the offset behind it.
  private static func appendReference(_ html: Span<UInt8>, at index: Int, to output: inout [UInt8]) -> Int {
    let references: [(name: String, byte: UInt8)] = [
      ("&amp;", UInt8(ascii: "&")), ("&lt;", UInt8(ascii: "<")), ("&gt;", UInt8(ascii: ">")),
      ("&quot;", UInt8(ascii: "\"")), ("&#34;", UInt8(ascii: "\"")), ("&#39;", UInt8(ascii: "'")),
    ]
    for (name, byte) in references where html.has(name, at: index) {
      output.append(byte)
      return index + name.utf8.count
    }
    output.append(UInt8(ascii: "&"))
    return index + 1
  }
}

extension [UInt8] {
  /// Without empty lines and without blanks at the ends.
  fileprivate func trimmedLines() -> [UInt8] {
    guard contains(UInt8(ascii: "\n")) else { return self }
    var result: [UInt8] = []
    result.reserveCapacity(count)
    for byte in self where byte != UInt8(ascii: "\n") || (result.last ?? byte) != byte { result.append(byte) }
    if result.last == UInt8(ascii: "\n") { result.removeLast() }
    return result
  }
}
