internal import Bytes
internal import Han

/// Raw HTML shown as text. Comments show nothing, so they may pass; a portal drops them, because an editor's note to a
/// colleague is not for readers of the page's source.
struct SafeHTML {
  private let dropsComments: Bool
  private let allowedTags: AllowedTags

  init(_ features: MarkdownFeatures, _ allowedTags: AllowedTags) {
    dropsComments = features.contains(.withoutComments)
    self.allowedTags = allowedTags
  }

  /// Appends the HTML block `html`: in a paragraph unless it begins with a comment that passes; nothing when it holds
  /// only comments that do not.
  ///
  /// - Returns: Whether any markup was shown as text.
  /// - Complexity: O(length).
  func appendBlock(_ html: Span<UInt8>, to output: inout [UInt8]) -> Bool {
    if !dropsComments, Self.commentEnd(html, at: Self.firstNonBlank(html)) != nil { return append(html, to: &output) }
    let start = output.count
    output.append(literal: "<p>")
    let contentStart = output.count
    let shows = append(html, to: &output)
    while output.count > contentStart, Self.isBlank(output[output.count - 1]) { output.removeLast() }
    guard Self.showsText(output.span.extracting(contentStart..<output.count)) else {
      output.removeSubrange(start...)
      return false
    }
    output.append(literal: "</p>\n")
    return shows
  }

  /// Appends `html` with its markup, comments apart, escaped.
  ///
  /// - Returns: Whether any markup was shown as text.
  /// - Complexity: O(length).
  func append(_ html: Span<UInt8>, to output: inout [UInt8]) -> Bool {
    var shows = false
    var runStart = 0
    var index = 0
    // Where the search for the end of a comment failed once it fails for every later one.
    var mayEnd = true
    while index < html.count {
      guard mayEnd, html[index] == UInt8(ascii: "<"), html.has("<!--", at: index) else {
        index += 1
        continue
      }
      guard let end = Self.commentEnd(html, at: index) else {
        mayEnd = false
        continue
      }
      if show(html.extracting(runStart..<index), in: &output) { shows = true }
      if !dropsComments { output.append(run: html, index..<end) }
      index = end
      runStart = end
    }
    if show(html.extracting(runStart..<html.count), in: &output) { shows = true }
    return shows
  }

  /// Appends escaped text; whether it is more than blanks.
  private func show(_ html: Span<UInt8>, in output: inout [UInt8]) -> Bool {
    if !allowedTags.isEmpty { return showWithTags(html, in: &output) }
    HTMLEscaping.appendCommonMark(html, to: &output)
    return Self.showsText(html)
  }

  /// The same with the allowed tags that balance as tags; whether there is other markup.
  private func showWithTags(_ html: Span<UInt8>, in output: inout [UInt8]) -> Bool {
    var found: [(range: Range<Int>, tag: AllowedTag, isBalanced: Bool)] = []
    var open: [Int] = []
    var shows = false
    var index = 0
    while index < html.count {
      guard html[index] == UInt8(ascii: "<"), let (tag, end) = AllowedTag.read(html, at: index, allowedTags) else {
        shows = shows || html[index] == UInt8(ascii: "<")
        index += 1
        continue
      }
      switch tag.form {
      case .alone: found.append((index..<end, tag, true))
      case .opening:
        open.append(found.count)
        found.append((index..<end, tag, false))
      case .closing:
        let opening = open.last.flatMap { found[$0].tag.index == tag.index ? $0 : nil }
        if let opening {
          open.removeLast()
          found[opening].isBalanced = true
        }
        found.append((index..<end, tag, opening != nil))
      }
      index = end
    }
    var runStart = 0
    for (range, tag, isBalanced) in found {
      guard isBalanced else {
        shows = true
        continue
      }
      HTMLEscaping.appendCommonMark(html.extracting(runStart..<range.lowerBound), to: &output)
      output.append(tag.text)
      runStart = range.upperBound
    }
    HTMLEscaping.appendCommonMark(html.extracting(runStart..<html.count), to: &output)
    return shows
  }

  /// Whether there is more than blanks, of whatever width.
  private static func showsText(_ html: Span<UInt8>) -> Bool {
    var index = 0
    while index < html.count {
      let (scalar, length) = html.scalar(at: index)
      guard HanClass.isSpace(scalar) else { return true }
      index += length
    }
    return false
  }

  private static func firstNonBlank(_ html: Span<UInt8>) -> Int {
    var index = 0
    while index < html.count, isBlank(html[index]) { index += 1 }
    return index
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n") }

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
