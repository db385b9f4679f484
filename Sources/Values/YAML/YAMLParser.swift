import Diagnostics

/// The parser's state and what all its parts use: looking at bytes, passing blanks, comments and line breaks.
///
/// Grammar (indentation `n` of the parent, -1 at the root; block structure is given by columns):
///
///     document   = [ "---" ] value(-1) [ "..." ]
///     value(n)   = [ blanks ] scalar | [ blanks ] flow | block-scalar | own-line(n) | nothing (null)
///     own-line(n)= sequence(m) | mapping(m) | scalar | flow        m > n; a sequence below a key also m = n
///     sequence(m)= { "-" value(m) }                                 every "-" in column m
///     mapping(m) = { key ":" value(m) }                             every key in column m, on one line
///     flow       = "[" [ entry { "," entry } [ "," ] ] "]" | "{" … "}"
///     entry      = node [ ":" [ node ] ]
///
/// One pass; nothing is scanned twice but the beginning of a plain scalar's next line.
struct YAMLParser {
  /// The white space before the token at `position`.
  struct Gap {
    /// Whether a line break lies in it (or the start of the text).
    var crossedLine: Bool
    /// Spaces at the start of the token's line; meaningful after `crossedLine`.
    var indent: Int
    /// Whether a tab stands between the token and what is before it on its line.
    var sawTab: Bool
    /// Offset of that tab.
    var tab: Int
  }

  /// Levels of nesting, blocks and flow together.
  static let maximumDepth = 150

  let bytes: [UInt8]
  let start: Int
  let end: Int
  var position: Int
  /// Offset of the first byte of the line that holds `position`.
  var lineStart: Int
  var depth = 0
  /// Problems after which parsing went on, at most `maximumCollected`.
  private(set) var collected: [YAMLError] = []
  static let maximumCollected = 100
  private var gap = Gap(crossedLine: true, indent: 0, sawTab: false, tab: 0)
  /// Where the last gap ended: a second look from there gives the same gap.
  private var gapEnd = -1

  init(_ bytes: [UInt8], _ range: Range<Int>) {
    self.bytes = bytes
    start = range.lowerBound
    end = range.upperBound
    position = range.lowerBound
    lineStart = range.lowerBound
  }

  /// The byte `offset` behind the current one; 0 behind the end (the text holds no NUL).
  func peek(_ offset: Int = 0) -> UInt8 { byte(at: position + offset) }

  func byte(at index: Int) -> UInt8 { index < end ? bytes[index] : 0 }

  var column: Int { position - lineStart }

  /// The text of a range, already known to be UTF-8.
  func text(_ from: Int, _ to: Int) -> String { String(decoding: bytes[from..<max(from, to)], as: UTF8.self) }

  static func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
  static func isBreakOrEnd(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") || byte == 0
  }
  static func isBlankBreakOrEnd(_ byte: UInt8) -> Bool { isBlank(byte) || isBreakOrEnd(byte) }
  static func isFlowIndicator(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"): true
    default: false
    }
  }

  /// Passes one line break (LF, CR LF or CR) and begins the next line.
  mutating func passBreak() {
    position += peek() == UInt8(ascii: "\r") && peek(1) == UInt8(ascii: "\n") ? 2 : 1
    lineStart = position
  }

  mutating func passBlanks() { while Self.isBlank(peek()) { position += 1 } }

  /// Passes to the end of the line.
  mutating func passLine() { while !Self.isBreakOrEnd(peek()) { position += 1 } }

  /// Whether a line `---` or `...` begins at `position`.
  var atDocumentMarker: Bool {
    guard position == lineStart, peek() == UInt8(ascii: "-") || peek() == UInt8(ascii: ".") else { return false }
    return peek() == peek(1) && peek() == peek(2) && Self.isBlankBreakOrEnd(peek(3))
  }

  /// Whether `- ` (a block sequence entry) stands at `position`.
  var atItem: Bool { peek() == UInt8(ascii: "-") && Self.isBlankBreakOrEnd(peek(1)) }

  var atEnd: Bool { position >= end }

  /// Passes blanks, comments and line breaks up to the next token, the end, or a `#` that is no comment.
  mutating func skipToToken() -> Gap {
    if position == gapEnd { return gap }
    var result = Gap(crossedLine: position == lineStart, indent: 0, sawTab: false, tab: 0)
    if result.crossedLine {
      passSpaces()
      result.indent = column
    }
    while true {
      while Self.isBlank(peek()) {
        if peek() == UInt8(ascii: "\t"), !result.sawTab {
          result.sawTab = true
          result.tab = position
        }
        position += 1
      }
      if peek() == UInt8(ascii: "#"), position == lineStart || Self.isBlank(bytes[position - 1]) { passLine() }
      guard !atEnd, Self.isBreakOrEnd(peek()) else { break }
      passBreak()
      result.crossedLine = true
      result.sawTab = false
      passSpaces()
      result.indent = column
    }
    gap = result
    gapEnd = position
    return result
  }

  private mutating func passSpaces() { while peek() == UInt8(ascii: " ") { position += 1 } }

  /// Notes a problem after which parsing goes on.
  mutating func collect(_ error: YAMLError) {
    if collected.count < Self.maximumCollected { collected.append(error) }
  }

  func tabError(_ gap: Gap) -> YAMLError { YAMLError(.indentation(.tabIndentation), SourceSpan(gap.tab, gap.tab + 1)) }

  /// One level deeper while `body` runs.
  mutating func nested<Result>(_ body: (inout Self) throws(YAMLError) -> Result) throws(YAMLError) -> Result {
    guard depth < Self.maximumDepth else { throw YAMLError(.text(.tooDeeplyNested), tokenSpan) }
    depth += 1
    defer { depth -= 1 }
    return try body(&self)
  }

  /// The character at `position`.
  var tokenSpan: SourceSpan {
    var length = 1
    while byte(at: position + length) & 0xC0 == 0x80 { length += 1 }
    return SourceSpan(position, min(end, position + length))
  }

  /// From `position` to the end of its line, without blanks there.
  var lineSpan: SourceSpan {
    var last = position
    while !Self.isBreakOrEnd(byte(at: last)) { last += 1 }
    while last > position, Self.isBlank(bytes[last - 1]) { last -= 1 }
    return SourceSpan(position, last)
  }

  /// What a value that is not written is: an empty plain scalar, which the core schema reads as null.
  func nothing(at offset: Int) -> Node { Node(.scalar(Scalar("", .plain)), SourceSpan(offset, offset)) }
}
