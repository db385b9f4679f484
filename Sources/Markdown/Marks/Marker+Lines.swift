extension Marker {
  /// Where the content of the line begins behind list markers (`- `, `12. `, …) and the quotes behind them, or `start` when
  /// there is none.
  static func skippingListMarkers(_ text: Span<UInt8>, from start: Int, to limit: Int) -> Int {
    var content = start
    while true {
      var end = content
      var needsBlank = true
      switch text[content] {
      case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"): end += 1
      case UInt8(ascii: ">"):
        end += 1
        needsBlank = false
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        while end < limit, end - content < 9, TagScanner.isDigit(text[end]) { end += 1 }
        guard end < limit, text[end] == UInt8(ascii: ".") || text[end] == UInt8(ascii: ")") else { return content }
        end += 1
      default: return content
      }
      let next = text.skippingBlanks(from: end, to: limit)
      guard next > end || !needsBlank, next < limit, text[next] != UInt8(ascii: "\n"), text[next] != UInt8(ascii: "\r")
      else {
        return content
      }
      content = next
    }
  }

  /// Whether the line consists of `|`, `:`, `-` and blanks from `start` on, with a `-` and with a `|` or `:`; whether it is
  /// a table's delimiter row is found out later.
  static func isDelimiterRow(_ text: Span<UInt8>, from start: Int, to limit: Int) -> Bool {
    var hasDash = false
    var hasMore = false
    var index = start
    while index < limit {
      switch text[index] {
      case UInt8(ascii: "-"): hasDash = true
      case UInt8(ascii: "|"), UInt8(ascii: ":"): hasMore = true
      case UInt8(ascii: " "), UInt8(ascii: "\t"), 0x0B, 0x0C: break
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"): return hasDash && hasMore
      default: return false
      }
      index += 1
    }
    return hasDash && hasMore
  }

  /// `[ ]`, `[x]` or `[X]` behind a list marker, before a blank (GFM 0.29 §5.3).
  mutating func noteTask(at start: Int) -> Int {
    guard start + 3 < limit, text[start + 2] == UInt8(ascii: "]") else { return start }
    switch text[start + 3] {
    case UInt8(ascii: " "), 0x09, 0x0B, 0x0C: break
    default: return start
    }
    // GFM 0.29 §5.3 asks for other content behind it; to cmark-gfm a blank is enough, which nobody sees.
    let content = text.span.skippingBlanks(from: start + 3, to: limit)
    guard content < limit, text[content] != UInt8(ascii: "\n"), text[content] != UInt8(ascii: "\r") else {
      return start
    }
    let isDone: Bool
    switch text[start + 1] {
    case UInt8(ascii: " "): isDone = false
    case UInt8(ascii: "x"), UInt8(ascii: "X"): isDone = true
    default: return start
    }
    edits.append(Edit(range: start..<start + 3, kind: .task(isDone: isDone)))
    return start + 3
  }

  /// A line that opens or closes a directive.
  mutating func noteDirectiveLine(at start: Int) -> Int {
    let end = lineEnd(from: start)
    guard !strayLines.contains(lineNumber), let line = DirectiveSyntax(text: text, map: map, limit: end).line(at: start)
    else { return start }
    edits.append(Edit(range: start..<end, kind: .directiveLine(line)))
    return end
  }
}
