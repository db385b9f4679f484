/// One line of source with the marks that go under it, fit for a terminal.
///
/// ```
/// 栏目: 课程 | minuts: 45
///              ^^^^^^
/// ```
struct Excerpt: Hashable, Sendable {
  /// The line, cut around the marked part when it is long; tabs are blanks, what cannot be printed is U+FFFD.
  let text: String
  /// Columns in front of the marks, counting Han as two.
  let indent: Int
  /// Number of `^`, at least 1.
  let length: Int

  private static let tabColumns = 4

  /// `line` is the byte range of a line without its end; of `span` the part inside it is marked; `width` in columns.
  ///
  /// - Complexity: O(width): a line of any length costs no more than what is shown of it.
  init(of line: Range<Int>, in bytes: [UInt8], marking span: Range<Int>, width: Int) {
    let width = max(20, width)
    let start = min(max(span.lowerBound, line.lowerBound), line.upperBound)
    let end = min(max(span.upperBound, start), line.upperBound)

    // To the left, as much as half the width gives; then from there to the right. Cut where the line is longer.
    var columns = 0
    var from = start
    while from > line.lowerBound {
      let previous = Self.scalarStart(before: from, in: bytes, notBefore: line.lowerBound)
      let wide = Self.columns(of: bytes[previous..<from])
      // A line that fits as a whole is not cut; whether it does is known only behind the loop, so try up to `width`.
      if columns + wide > width - 1 { break }
      columns += wide
      from = previous
    }
    let wholeLeft = from == line.lowerBound
    let fits = wholeLeft && Self.fits(bytes[start..<line.upperBound], in: width - columns)
    if !fits {
      let room = wholeLeft && columns <= width / 2 ? columns : width / 2
      while columns > room {
        let next = Self.scalarEnd(after: from, in: bytes, notBehind: start)
        columns -= Self.columns(of: bytes[from..<next])
        from = next
      }
    }

    var text = from > line.lowerBound ? "…" : ""
    var used = text.isEmpty ? 0 : 1
    var markStart = used
    var markEnd: Int?
    var index = from
    while index < line.upperBound {
      if index == start { markStart = used }
      if index >= end, markEnd == nil { markEnd = used }
      let next = Self.scalarEnd(after: index, in: bytes, notBehind: line.upperBound)
      let piece = Self.shown(bytes[index..<next])
      if used + piece.columns > width - (fits ? 0 : 1) {
        text += "…"
        break
      }
      // `start` may lie inside a broken sequence.
      if index < start, next > start { markStart = used }
      text += piece.text
      used += piece.columns
      index = next
    }
    if index <= start { markStart = used }
    self.text = text
    indent = markStart
    length = max(1, (markEnd ?? used) - markStart)
  }

  private static func fits(_ bytes: ArraySlice<UInt8>, in width: Int) -> Bool {
    // No character takes more than 4 bytes a column, combining marks aside.
    guard bytes.count <= width * 4 else { return false }
    var columns = 0
    var index = bytes.startIndex
    while index < bytes.endIndex {
      var next = index + 1
      while next < bytes.endIndex, bytes[next] & 0xC0 == 0x80 { next += 1 }
      columns += self.columns(of: bytes[index..<next])
      index = next
    }
    return columns <= width
  }

  private static func scalarStart(before offset: Int, in bytes: [UInt8], notBefore limit: Int) -> Int {
    var index = offset - 1
    while index > limit, offset - index < 4, bytes[index] & 0xC0 == 0x80 { index -= 1 }
    return index
  }

  private static func scalarEnd(after offset: Int, in bytes: [UInt8], notBehind limit: Int) -> Int {
    var index = offset + 1
    while index < limit, index - offset < 4, bytes[index] & 0xC0 == 0x80 { index += 1 }
    return index
  }

  private static func columns(of bytes: ArraySlice<UInt8>) -> Int { shown(bytes).columns }

  private static func shown(_ bytes: ArraySlice<UInt8>) -> (text: String, columns: Int) {
    if bytes.count == 1, bytes.first == UInt8(ascii: "\t") {
      return (String(repeating: " ", count: tabColumns), tabColumns)
    }
    guard let text = String(validating: bytes, as: UTF8.self) else { return ("\u{FFFD}", 1) }
    var columns = 0
    for scalar in text.unicodeScalars {
      if DisplayWidth.isUnprintable(scalar) { return ("\u{FFFD}", 1) }
      columns += DisplayWidth.columns(of: scalar)
    }
    return (text, columns)
  }
}
