import Bytes
import Diagnostics
import Expressions

/// How a layout's blanks are treated. The defaults are the portal's; others serve comparisons with Jinja2.
package struct LayoutOptions: Hashable, Sendable {
  /// The line end behind a statement or comment goes.
  package var trimBlocks = true
  /// Blanks before a statement or comment at the start of a line go.
  package var stripsIndentation = true
  /// The line end at the end of the file stays.
  package var keepsTrailingNewline = false
  /// Off only in comparisons.
  package var escapes = true
  /// Whether it is noted which branches are rendered; costs time while rendering, so it is off but in tests.
  package var recordsBranches = false
  /// Steps of all loops and calls of all macros of a page.
  package var stepLimit = 20_000_000
  /// Bytes of a page.
  package var outputLimit = 256 << 20

  package init() {}
}

/// One piece of a layout: text, or a tag cut into tokens.
struct Segment {
  enum Kind {
    case text(Range<Int>)
    case output([Token])
    case statement([Token])
  }

  var kind: Kind
  /// Delimiters included.
  var span: SourceSpan
}

/// Cuts a layout into text and tags and applies whitespace control, as Jinja 3's lexer does.
///
///     layout    = ( text | output | statement | comment | raw )*
///     output    = "{{" [ "-" | "+" ] expression [ "-" ] "}}"
///     statement = "{%" [ "-" | "+" ] … [ "-" | "+" ] "%}"
///     comment   = "{#" [ "-" | "+" ] … [ "-" | "+" ] "#}"
///     raw       = "{%" [sign] "raw" [ "-" ] "%}" … "{%" [sign] "endraw" [sign] "%}"
///
/// `-` takes all blanks on its side away, `+` switches trimming and stripping off.
struct SegmentReader {
  private let bytes: [UInt8]
  private let options: LayoutOptions
  private let limit: Int
  private var position = 0
  /// Whether the text that begins at `position` begins a line.
  private var startsLine = true
  private(set) var segments: [Segment] = []
  private(set) var problems: [ExpressionError] = []
  /// Whether a broken statement hides the structure of what follows; its error is the last of `problems`.
  private(set) var stoppedEarly = false

  init(_ bytes: [UInt8], _ options: LayoutOptions) {
    self.bytes = bytes
    self.options = options
    var limit = bytes.count
    if !options.keepsTrailingNewline, limit > 0 {
      if bytes[limit - 1] == 0x0A {
        limit -= limit > 1 && bytes[limit - 2] == 0x0D ? 2 : 1
      } else if bytes[limit - 1] == 0x0D {
        limit -= 1
      }
    }
    self.limit = limit
  }

  private enum Tag { case output, statement, comment }

  /// Reads the whole layout. Text goes to `text`, where the segments' ranges lie.
  ///
  /// - Complexity: O(length).
  mutating func read(into text: inout [UInt8]) {
    while position < limit {
      guard let (start, tag) = nextTag(from: position) else {
        append(position..<limit, to: &text)
        return
      }
      var content = position..<start
      let sign = start + 2 < limit ? bytes[start + 2] : 0
      if sign == UInt8(ascii: "-") {
        content = position..<strippedEnd(content)
      } else if sign != UInt8(ascii: "+"), tag != .output, options.stripsIndentation {
        content = withoutIndentation(content)
      }
      append(content, to: &text)
      let inner = start + 2 + (sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") ? 1 : 0)
      do throws(ExpressionError) {
        switch tag {
        case .comment: try comment(start, inner)
        case .output:
          if let next = tagInside(from: inner) {
            problems.append(ExpressionError(.unclosedTag, SourceSpan(start, start + 2)))
            segments.append(Segment(kind: .output([]), span: SourceSpan(start, next)))
            position = next
          } else {
            try tokens(start, inner, .output)
          }
        case .statement:
          if let end = rawStart(inner) { try raw(start, end, &text) } else { try tokens(start, inner, .statement) }
        }
      } catch {
        problems.append(error)
        guard tag == .output, let next = TagSearch.first(UInt8(ascii: "}"), UInt8(ascii: "}"), bytes, start, limit)
        else {
          stoppedEarly = true
          return
        }
        // A broken expression ends at the next `}}`; what follows can still be checked.
        segments.append(Segment(kind: .output([]), span: SourceSpan(start, next + 2)))
        position = next + 2
      }
    }
  }

  private func nextTag(from start: Int) -> (Int, Tag)? {
    var index = start
    while index + 1 < limit {
      if bytes[index] == UInt8(ascii: "{") {
        switch bytes[index + 1] {
        case UInt8(ascii: "{"): return (index, .output)
        case UInt8(ascii: "%"): return (index, .statement)
        case UInt8(ascii: "#"): return (index, .comment)
        default: break
        }
      }
      index += 1
    }
    return nil
  }

  /// Where another tag opens before the output that begins at `start` is closed: then it never was. A quote that its line
  /// does not close is text somebody forgot to close the output before.
  private func tagInside(from start: Int) -> Int? {
    var index = start
    while index + 1 < limit {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        var end = index + 1
        while end < limit, bytes[end] != byte, bytes[end] != 0x0A { end += bytes[end] == UInt8(ascii: "\\") ? 2 : 1 }
        if end < limit, bytes[end] == byte { index = end }
      } else if byte == UInt8(ascii: "}"), bytes[index + 1] == byte {
        return nil
      } else if byte == UInt8(ascii: "{") {
        switch bytes[index + 1] {
        case byte, UInt8(ascii: "%"), UInt8(ascii: "#"): return index
        default: break
        }
      }
      index += 1
    }
    return nil
  }

  private func strippedEnd(_ range: Range<Int>) -> Int {
    var end = range.upperBound
    while end > range.lowerBound {
      let length = UnicodeBlanks.length(in: bytes, before: end)
      guard length > 0, end - length >= range.lowerBound else { break }
      end -= length
    }
    return end
  }

  /// `range` without the blanks between its last line end and the tag, when nothing else is there.
  private func withoutIndentation(_ range: Range<Int>) -> Range<Int> {
    var lineStart = range.upperBound
    while lineStart > range.lowerBound, bytes[lineStart - 1] != 0x0A, bytes[lineStart - 1] != 0x0D { lineStart -= 1 }
    guard lineStart > range.lowerBound || startsLine, strippedEnd(lineStart..<range.upperBound) == lineStart else {
      return range
    }
    return range.lowerBound..<lineStart
  }

  /// Appends text with line ends as LF.
  private mutating func append(_ range: Range<Int>, to text: inout [UInt8]) {
    guard !range.isEmpty else { return }
    let start = text.count
    if bytes[range].contains(0x0D) {
      var index = range.lowerBound
      while index < range.upperBound {
        if bytes[index] == 0x0D {
          text.append(0x0A)
          if index + 1 < bytes.count, bytes[index + 1] == 0x0A { index += 1 }
        } else {
          text.append(bytes[index])
        }
        index += 1
      }
    } else {
      text.append(contentsOf: bytes[range])
    }
    segments.append(Segment(kind: .text(start..<text.count), span: SourceSpan(range)))
  }

  /// Moves on behind a tag: all blanks, or one line end.
  private mutating func finish(at end: Int, trimsAll: Bool, trimsLine: Bool) {
    position = end
    startsLine = false
    if trimsAll {
      while position < limit {
        let length = UnicodeBlanks.length(in: bytes, at: position)
        guard length > 0 else { break }
        startsLine = bytes[position] == 0x0A || bytes[position] == 0x0D
        position += length
      }
    } else if trimsLine, position < limit, bytes[position] == 0x0A || bytes[position] == 0x0D {
      position += bytes[position] == 0x0D && position + 1 < limit && bytes[position + 1] == 0x0A ? 2 : 1
      startsLine = true
    }
  }

  private mutating func tokens(
    _ start: Int, _ inner: Int, _ terminator: Lexer.Terminator
  ) throws(ExpressionError) {
    var lexer = Lexer(bytes, inner..<limit, until: terminator)
    let tag: Lexer.Tag
    do throws(ExpressionError) { tag = try lexer.tag() } catch {
      guard case .unclosedTag = error.kind else { throw error }
      throw ExpressionError(.unclosedTag, SourceSpan(start, start + 2))
    }
    let span = SourceSpan(start, tag.end)
    segments.append(Segment(kind: terminator == .output ? .output(tag.tokens) : .statement(tag.tokens), span: span))
    finish(
      at: tag.end, trimsAll: tag.trimsAfter,
      trimsLine: terminator == .statement && options.trimBlocks && !tag.keepsAfter)
  }

  private mutating func comment(_ start: Int, _ inner: Int) throws(ExpressionError) {
    guard let end = TagSearch.first(UInt8(ascii: "#"), UInt8(ascii: "}"), bytes, start + 2, limit) else {
      throw ExpressionError(.unclosedTag, SourceSpan(start, start + 2))
    }
    let sign = end > inner ? bytes[end - 1] : 0
    finish(
      at: end + 2, trimsAll: sign == UInt8(ascii: "-"),
      trimsLine: options.trimBlocks && sign != UInt8(ascii: "+"))
  }

  /// Where the content begins when `raw` and the closing delimiter stand at `inner`.
  private func rawStart(_ inner: Int) -> (content: Int, trims: Bool)? {
    guard let end = word("raw", at: inner) else { return nil }
    if end + 2 < limit, bytes[end] == UInt8(ascii: "-"), bytes[end + 1] == UInt8(ascii: "%"),
      bytes[end + 2] == UInt8(ascii: "}")
    {
      return (end + 3, true)
    }
    guard end + 1 < limit, bytes[end] == UInt8(ascii: "%"), bytes[end + 1] == UInt8(ascii: "}") else { return nil }
    return (end + 2, false)
  }

  /// The position behind blanks, `word` and blanks.
  private func word(_ word: String, at start: Int) -> Int? {
    var index = start
    while UnicodeBlanks.length(in: bytes, at: index) > 0 { index += UnicodeBlanks.length(in: bytes, at: index) }
    let length = word.utf8.count
    guard index + length <= limit, bytes[index..<(index + length)].elementsEqual(word.utf8) else { return nil }
    index += length
    while UnicodeBlanks.length(in: bytes, at: index) > 0 { index += UnicodeBlanks.length(in: bytes, at: index) }
    return index
  }

  private mutating func raw(
    _ start: Int, _ begin: (content: Int, trims: Bool), _ text: inout [UInt8]
  ) throws(ExpressionError) {
    finish(at: begin.content, trimsAll: begin.trims, trimsLine: false)
    let contentStart = position
    var search = contentStart
    while let tag = TagSearch.first(UInt8(ascii: "{"), UInt8(ascii: "%"), bytes, search, limit) {
      search = tag + 2
      let sign = search < limit ? bytes[search] : 0
      let isSigned = sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+")
      guard var end = word("endraw", at: search + (isSigned ? 1 : 0)), end < limit else { continue }
      let closing = bytes[end]
      if closing == UInt8(ascii: "-") || closing == UInt8(ascii: "+") { end += 1 }
      guard end + 1 < limit, bytes[end] == UInt8(ascii: "%"), bytes[end + 1] == UInt8(ascii: "}") else { continue }
      var content = contentStart..<tag
      if sign == UInt8(ascii: "-") {
        content = contentStart..<strippedEnd(content)
      } else if !isSigned, options.stripsIndentation {
        content = withoutIndentation(content)
      }
      append(content, to: &text)
      finish(
        at: end + 2, trimsAll: closing == UInt8(ascii: "-"),
        trimsLine: options.trimBlocks && closing != UInt8(ascii: "+"))
      return
    }
    throw ExpressionError(.unclosedTag, SourceSpan(start, start + 2))
  }
}

/// Finding delimiters.
enum TagSearch {
  /// The first place from `start` on where the two bytes stand.
  static func first(_ one: UInt8, _ other: UInt8, _ bytes: [UInt8], _ start: Int, _ limit: Int) -> Int? {
    var index = start
    while index + 1 < limit {
      if bytes[index] == one, bytes[index + 1] == other { return index }
      index += 1
    }
    return nil
  }
}
