internal import Bytes

/// The text of HTML that this module wrote.
enum PlainText {
  /// Text of `html`: tags dropped, the five references that the writer uses resolved, blocks apart by one LF.
  ///
  /// - Complexity: O(length).
  static func text(ofHTML html: Span<UInt8>) -> String {
    String(decoding: bytes(ofHTML: html), as: UTF8.self)
  }

  /// The same as UTF-8, without a copy where there is no markup.
  static func bytes(of html: [UInt8]) -> [UInt8] { holdsText(html.span) ? html : bytes(ofHTML: html.span) }

  /// Whether `html` is one line of text.
  private static func holdsText(_ html: Span<UInt8>) -> Bool {
    var index = html.next(below: 0x3D, from: 0, to: html.count)
    while index < html.count {
      switch html[index] {
      case UInt8(ascii: "<"), UInt8(ascii: "&"), UInt8(ascii: "\n"): return false
      default: index = html.next(below: 0x3D, from: index + 1, to: html.count)
      }
    }
    return true
  }

  /// The same as UTF-8; with `marksObjects` each piece of code and each image is one U+FFFC.
  static func bytes(ofHTML html: Span<UInt8>, marksObjects: Bool = false) -> [UInt8] {
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
      case UInt8(ascii: "<") where marksObjects && html.has("<code>", at: index):
        index = FootnoteReferences.end(of: "</code>", in: html, from: index)
        output.append(objectMark)
      case UInt8(ascii: "<") where marksObjects && html.has("<img ", at: index):
        while index < html.count, html[index] != UInt8(ascii: ">") { index += 1 }
        index += 1
        output.append(objectMark)
      case UInt8(ascii: "<"):
        var end = index + 1
        while end < html.count, html[end] != UInt8(ascii: ">") { end += 1 }
        index = min(end + 1, html.count)
      case UInt8(ascii: "&"):
        index = appendReference(html, at: index, to: &output)
      default:
        let start = index
        repeat {
          index = html.next(below: 0x3D, from: index + 1, to: html.count)
        } while index < html.count && html[index] != UInt8(ascii: "<") && html[index] != UInt8(ascii: "&")
        output.append(run: html, start..<index)
      }
    }
    return output.trimmedLines()
  }

  /// What stands for a piece of code, an image or a figure.
  static let objectMark = "\u{FFFC}"
  /// The same as a scalar.
  static let mark: UInt32 = 0xFFFC

  /// Offset of the first mark in `text` at or behind `start`; the length of the text when there is none.
  static func object(in text: Span<UInt8>, from start: Int) -> Int {
    var index = start
    while index < text.count, text[index] != 0xEF || !text.has(text: objectMark, at: index) { index += 1 }
    return index
  }

  /// Appends what the reference at `index` stands for; returns the offset behind it.
  private static func appendReference(_ html: Span<UInt8>, at index: Int, to output: inout [UInt8]) -> Int {
    let references: [(name: String, byte: UInt8)] = [
      ("&amp;", UInt8(ascii: "&")), ("&lt;", UInt8(ascii: "<")), ("&gt;", UInt8(ascii: ">")),
      ("&quot;", UInt8(ascii: "\"")), ("&#34;", UInt8(ascii: "\"")), ("&#39;", UInt8(ascii: "'")),
    ]
    for (name, byte) in references where html.has(text: name, at: index) {
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
    var end = lineEnd(from: 0)
    guard end < count else { return self }
    var result: [UInt8] = []
    result.reserveCapacity(count)
    var start = 0
    while true {
      if end > start {
        if !result.isEmpty { result.append(UInt8(ascii: "\n")) }
        result.append(run: span, start..<end)
      }
      guard end < count else { return result }
      start = end + 1
      end = lineEnd(from: start)
    }
  }

  private func lineEnd(from start: Int) -> Int {
    var end = span.next(below: 0x0B, from: start, to: count)
    while end < count, self[end] != UInt8(ascii: "\n") { end = span.next(below: 0x0B, from: end + 1, to: count) }
    return end
  }
}
