/// Puts the marks into a text: one pass, line by line, before libcmark reads it.
///
/// It knows nothing of blocks. What turns out to stand in code, HTML or an address is put back by the walk; only emphasis needs
/// a neighbourhood, and as no paragraph goes beyond a blank line, the *chunk* between two blank lines holds it whole. In a
/// chunk where libcmark's rule of flanking is not ours, every run of delimiters is replaced by marks that say what it can
/// do, and `DelimiterResolver` pairs them; all other chunks are left to libcmark.
struct Marker {
  let features: MarkdownFeatures
  /// Lines on which what looks like the beginning of a footnote or a directive is none.
  let strayLines: Set<Int>
  /// Offsets of the addresses behind an open `[` that stand in no brackets of their block.
  let freeAddresses: Set<Int>
  private let triggers: ASCIISet
  private let watchesLines: Bool

  private(set) var marked = MarkedText()

  // The text at hand.
  var text: [UInt8] = []
  var map = OffsetMap.identity
  var limit = 0
  private(set) var copied = 0
  private var hasChanged = false
  private(set) var lineNumber = 0
  private(set) var lineStart = 0
  private var firstLineOfChunk = 1
  /// Where the text begins, and where the chunk at hand does.
  var textStart = 0
  var chunkStart = 0
  /// Where the blanks and `>` at the start of the line at hand end.
  var prefixEnd = 0

  // The chunk at hand.
  var runs: [DelimiterRun] = []
  var edits: [Edit] = []
  var brackets: [Bracket] = []
  /// What may be definitions of links.
  var definitions: [LinkDefinition] = []
  var openDirectives = 0
  var isSuspicious = false
  var hasInlineDirectives = false
  var hasAngleBrackets = false
  /// Brackets `[` that were not closed so far.
  var openBrackets = 0
  /// Where the next `]` of the text stands, as far as it is known; the end of the text when there is none.
  var nextBracketEnd = 0
  /// Whether the text is a cell of a table, and its brackets when they were asked for.
  private(set) var isCell = false
  var cellBrackets: BracketRanges?
  /// Whether a line began a comment that goes on behind it.
  private var hasOpenComment = false
  /// No figure ends on this line any more.
  var figureDeadline = 0

  /// A run of `*`, `_` or `~` in the chunk.
  struct DelimiterRun {
    var range: Range<Int>
    /// Where the content of its line begins: what stands before is not beside the run.
    var floor: Int
    var role: DelimiterRole = []
    /// Whether the walk must know about it.
    var isReplaced = false
  }

  /// A piece of the chunk that a reference replaces.
  struct Edit {
    var range: Range<Int>
    var kind: Substitution.Kind
    /// An inline directive whose bracket has not been closed is none.
    var isConfirmed = true
  }

  /// An open `[`; `directive` is the index of the edit when it belongs to one.
  struct Bracket { var directive: Int? }

  private static let alwaysTriggers = ASCIISet("\\\n\r<".utf8)
  /// At which bytes each addition looks.
  private static let triggers: [(features: MarkdownFeatures, bytes: ASCIISet)] = [
    ([.cjkEmphasis, .strikethrough, .autolinks, .footnotes], ASCIISet("*_".utf8)),
    (.strikethrough, ASCIISet("~".utf8)),
    ([.figures, .headingIDs], ASCIISet("{".utf8)),
    (.directives, ASCIISet(":[]".utf8)),
    (.autolinks, ASCIISet(".:[]".utf8)),
    (.footnotes, ASCIISet("[]".utf8)),
  ]

  init(features: MarkdownFeatures, strayLines: Set<Int> = [], freeAddresses: Set<Int> = []) {
    self.features = features
    self.strayLines = strayLines
    self.freeAddresses = freeAddresses
    var triggers = Self.alwaysTriggers
    for (trigger, bytes) in Self.triggers where !features.isDisjoint(with: trigger) { triggers.formUnion(bytes) }
    self.triggers = triggers
    watchesLines = !features.isDisjoint(with: [.directives, .tasks, .tables, .footnotes, .wordHabits])
  }

  /// The text of `source` with marks; `nil` when it needs none.
  ///
  /// - Complexity: O(length).
  mutating func marked(_ source: SourceText) -> [UInt8]? {
    markLines(of: source.file, in: source.body) ? takeBytes() : nil
  }

  /// Marks `range` of `source` as a text of several lines, appending to `marked.bytes` only if something was replaced.
  ///
  /// - Returns: whether anything was.
  /// - Complexity: O(length).
  mutating func markLines(of source: [UInt8], in range: Range<Int>) -> Bool {
    begin(source, range, .identity)
    var index = startLine(at: range.lowerBound)
    while true {
      index = triggers.next(in: source.span, from: index, to: limit)
      guard index < limit else { break }
      let byte = text[index]
      if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
        let isPair = byte == UInt8(ascii: "\r") && index + 1 < limit && text[index + 1] == UInt8(ascii: "\n")
        index = startLine(at: index + (isPair ? 2 : 1))
      } else {
        index = step(at: index)
      }
    }
    return finish()
  }

  /// Marks `source`, one line, the content of a table's cell; always appends to `marked.bytes`.
  mutating func markCell(_ source: [UInt8], _ range: Range<Int>, map: OffsetMap) {
    begin(source, range, map)
    isCell = true
    var index = range.lowerBound
    while true {
      index = triggers.next(in: source.span, from: index, to: limit)
      guard index < limit else { break }
      index = step(at: index)
    }
    if !finish() { marked.bytes.append(contentsOf: source[range]) }
  }

  /// Appends bytes that stand in no source.
  mutating func append(_ bytes: String) { marked.bytes.append(contentsOf: bytes.utf8) }

  /// Ends the line of a cell. A `#` at its end would be taken for the closing sequence of a heading.
  mutating func endCell() {
    if marked.bytes.last == UInt8(ascii: "#") {
      Mark.append(Mark.end, to: &marked.bytes)
      marked.hasBareMarks = true
    }
    marked.bytes.append(UInt8(ascii: "\n"))
  }

  /// Hands out what was marked and begins a new text with the same substitutions.
  mutating func takeBytes() -> [UInt8] {
    defer { marked.bytes = [] }
    return marked.bytes
  }

  /// Registers a substitution that is not found byte by byte.
  mutating func addSubstitution(_ substitution: Substitution) -> Int {
    marked.substitutions.append(substitution)
    return marked.substitutions.count - 1
  }

  private mutating func begin(_ source: [UInt8], _ range: Range<Int>, _ map: OffsetMap) {
    text = source
    self.map = map
    limit = range.upperBound
    copied = range.lowerBound
    (textStart, chunkStart, prefixEnd) = (range.lowerBound, range.lowerBound, range.lowerBound)
    hasChanged = false
    (figureDeadline, nextBracketEnd) = (0, 0)
    (isCell, cellBrackets) = (false, nil)
  }

  private mutating func finish() -> Bool {
    endChunk()
    if hasChanged { marked.bytes.append(contentsOf: text[copied..<limit]) }
    text = []
    return hasChanged
  }

  /// Deals with the trigger byte at `index`; returns where to go on.
  private mutating func step(at index: Int) -> Int {
    switch text[index] {
    case UInt8(ascii: "\\"): return index + 1 < limit && Self.isEscapable(text[index + 1]) ? index + 2 : index + 1
    case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"): return noteRun(at: index)
    case UInt8(ascii: "{"): return noteBrace(at: index)
    case UInt8(ascii: ":"): return noteAddress(at: index) ?? noteColon(at: index)
    case UInt8(ascii: "."): return noteAddress(at: index) ?? index + 1
    case UInt8(ascii: "["):
      if let end = noteFootnote(at: index) { return end }
      openBrackets += 1
      if openDirectives > 0 { brackets.append(Bracket(directive: nil)) }
    case UInt8(ascii: "]"):
      if openBrackets > 0 { openBrackets -= 1 }
      return noteClosingBracket(at: index)
    case UInt8(ascii: "<"): hasAngleBrackets = true
    default: break
    }
    return index + 1
  }

  static func isEscapable(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
    default: false
    }
  }

  /// End of the line that `start` is on, or the offset `length` bytes behind `start` when that comes first.
  func lineEnd(from start: Int, atMost length: Int = .max) -> Int {
    let limit = length < limit - start ? start + length : limit
    var end = start
    while end < limit, text[end] != UInt8(ascii: "\n"), text[end] != UInt8(ascii: "\r") { end += 1 }
    return end
  }

  /// Looks at the beginning of a line; returns where to go on.
  private mutating func startLine(at start: Int) -> Int {
    lineNumber += 1
    lineStart = start
    prefixEnd = start
    var isQuote = false
    while prefixEnd < limit, Self.isPrefix(text[prefixEnd]) {
      isQuote = isQuote || text[prefixEnd] == UInt8(ascii: ">")
      prefixEnd += 1
    }
    guard prefixEnd < limit else { return limit }
    if text[prefixEnd] == UInt8(ascii: "\n") || text[prefixEnd] == UInt8(ascii: "\r") {
      // A line of `>` alone may be the text of a paragraph when it is far enough in.
      guard !isQuote else { return prefixEnd }
      endChunk()
      firstLineOfChunk = lineNumber + 1
      return prefixEnd
    }
    guard watchesLines else {
      prefixEnd = Self.skippingListMarkers(text.span, from: prefixEnd, to: limit)
      return prefixEnd
    }
    if features.contains(.tables), Self.isDelimiterRow(text.span, from: prefixEnd, to: limit) {
      marked.delimiterRows.append(lineNumber)
    }
    let content = Self.skippingListMarkers(text.span, from: prefixEnd, to: limit)
    let isItem = content > prefixEnd
    prefixEnd = content
    switch text[content] {
    case UInt8(ascii: ":") where features.contains(.directives):
      let end = noteDirectiveLine(at: content)
      if hasOpenComment, end > content { marked.mayHideDirectives = true }
      return end
    case UInt8(ascii: "<"):
      if text.span.has("<!--", at: content), !hasCommentEnd(from: content + 4) { hasOpenComment = true }
      return content
    case UInt8(ascii: "["):
      if features.contains(.footnotes), let end = noteFootnoteOpening(at: content) { return end }
      noteDefinition(at: content)
      return features.contains(.tasks) && isItem ? noteTask(at: content) : content
    default: return content
    }
  }

  /// Whether a comment ends on the line.
  private func hasCommentEnd(from start: Int) -> Bool {
    var index = start
    while index < limit, text[index] != UInt8(ascii: "\n"), text[index] != UInt8(ascii: "\r") {
      if text[index] == UInt8(ascii: "-"), text.span.has("-->", at: index) { return true }
      index += 1
    }
    return false
  }

  private static func isPrefix(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: ">")
  }

  /// Appends the chunk's marks to the output, and what lies before them.
  mutating func write(upTo start: Int, _ replaced: Range<Int>, _ append: (inout MarkedText) -> Void) {
    if !hasChanged {
      // Cells come one by one, and making room for each exactly would copy all before it.
      if marked.bytes.isEmpty { marked.bytes.reserveCapacity(limit - copied + 64) }
      hasChanged = true
    }
    marked.bytes.append(contentsOf: text[copied..<start])
    if marked.lines.isEmpty { marked.lines.reserveCapacity(8) }
    if marked.lines.last?.lowerBound != firstLineOfChunk { marked.lines.append(firstLineOfChunk...lineNumber) }
    append(&marked)
    copied = replaced.upperBound
  }

  mutating func noteBracketedAddress(at offset: Int) { marked.bracketedAddresses.append((offset, lineNumber)) }

  mutating func addDefinition(_ definition: LinkDefinition, _ number: Int) {
    marked.definitions.append((definition, number))
  }

  mutating func addFootnote(_ opening: FootnoteOpening) { marked.footnotes.append(opening) }

  mutating func setHasBareMarks() { marked.hasBareMarks = true }
}
