internal import Bytes

/// Raw HTML shown as text. Comments pass, as they show nothing; everything else is escaped.
enum SafeHTML {
  /// Appends the HTML block `html`; in a paragraph unless it begins with a comment.
  ///
  /// - Complexity: O(length).
  static func appendBlock(_ html: Span<UInt8>, to output: inout [UInt8]) {
    var start = 0
    while start < html.count, html[start] == UInt8(ascii: " ") { start += 1 }
    guard commentEnd(html, at: start) == nil else {
      append(html, to: &output)
      return
    }
    var end = html.count
    while end > 0, html[end - 1] == UInt8(ascii: "\n") { end -= 1 }
    output.append(literal: "<p>")
    append(html.extracting(0..<end), to: &output)
    output.append(literal: "</p>\n")
  }

  /// Appends `html` with everything but comments escaped.
  ///
  /// - Complexity: O(length).
  static func append(_ html: Span<UInt8>, to output: inout [UInt8]) {
    var runStart = 0
    var index = 0
    // Where the search for the end of a comment failed once it fails for every later one.
    var mayEnd = true
    while index < html.count {
      guard mayEnd, html[index] == UInt8(ascii: "<"), html.has("<!--", at: index) else {
        index += 1
        continue
      }
      guard let end = commentEnd(html, at: index) else {
        mayEnd = false
        continue
      }
      HTMLEscaping.appendCommonMark(html.extracting(runStart..<index), to: &output)
      output.append(run: html, index..<end)
      index = end
      runStart = end
    }
    HTMLEscaping.appendCommonMark(html.extracting(runStart..<html.count), to: &output)
  }

  /// End of the comment that begins at `start`, if browsers see it end exactly there (HTML, "comments": no `>` or `->` at
  /// its start, no `<!--`, `--!>` or `-->` inside).
  private static func commentEnd(_ html: Span<UInt8>, at start: Int) -> Int? {
    guard html.has("<!--", at: start), !html.has(">", at: start + 4), !html.has("->", at: start + 4) else { return nil }
    var index = start + 4
    while index < html.count {
      if html.has("-->", at: index) { return index + 3 }
      if html.has("--!>", at: index) || html.has("<!--", at: index) { return nil }
      index += 1
    }
    return nil
  }
}
