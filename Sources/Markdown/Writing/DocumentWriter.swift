internal import Bytes
internal import Diagnostics

/// Writes the HTML of one tree, collecting outline, links, figures and diagnostics on the way.
///
/// The layout of the output (where line feeds stand, how attributes are spelled) is that of libcmark's own renderer, byte
/// for byte; `+Blocks` and `+Inlines` follow its order of cases.
struct DocumentWriter {
  let source: SourceText
  let lines: LineIndex
  let features: MarkdownFeatures
  let allowedTags: AllowedTags
  let host: (any MarkdownHost)?
  /// What the marks in the tree stand for.
  let substitutions: [Substitution]
  /// Whether there are marks that belong to no reference.
  let hasBareMarks: Bool
  /// Lines of the source in which blocks with marks begin, ascending, and the first of them not passed yet.
  let markedLines: [ClosedRange<Int>]
  var nextMarkedLines = 0
  let tables: [Table]
  /// The first of `tables` that was not written yet, where they stand as paragraphs in the tree; else behind them all.
  var nextTable = 0
  /// Lines of the tree before the source's first: those of the cells.
  let lineOffset: Int

  let control: (range: Range<Int>, count: Int)?
  let replacement: (range: Range<Int>, count: Int)?

  /// Whether the text may hold mail addresses that become links.
  let hasMailAddresses: Bool
  let hasInvisibleCharacters: Bool
  /// Whether the text holds a tab, without which no line is the row of a sheet.
  let hasTabs: Bool

  var output: [UInt8] = []
  var outline: [Heading] = []
  var links: [LinkUse] = []
  var figures: [SourceSpan] = []
  var blocks: [TextBlock] = []
  /// The lists that are open, from outside in, each with the number of its first item and of its last so far, and how many
  /// lists there were; only for `blocks`.
  var openLists: [(start: Int, last: Int, list: Int)] = []
  var listCount = 0
  /// What the host answered in the block at hand: where it stands in the output, and what was typed instead; only for `blocks`.
  var answers: [(range: Range<Int>, typed: [UInt8])] = []
  var diagnostics: [Diagnostic] = []

  /// Headings that hold the cells of tables, in order.
  var cells: [MarkdownNode] = []
  var locator: LinkLocator
  var headingIDs: HeadingIDs
  var statedIDs: [ByteKey: Range<Int>] = [:]

  // The block at hand.
  /// Its bytes in the file, when they are known already.
  var blockRange: Range<Int>?
  var blockNode: MarkdownNode?
  /// Whether it is a cell of a table, which stands elsewhere in the tree than in the file.
  var blockIsCell = false
  /// Where its content begins in the output.
  var contentStart = 0
  /// Whether its inlines may hold marks.
  var blockHasMarks = false
  var resolver: DelimiterResolver
  /// The next run of `resolver` to be written.
  var nextRun = 0
  /// Inline directives of the block whose ends belong together, by the number of their opening.
  var pairedDirectives: Set<Int> = []
  var openInlineDirectives: [OpenInlineDirective] = []
  /// Where the search for the next mail address in the bytes of the block goes on; `nil` before the first.
  var mailPlace: Int?
  /// The id that the heading at hand states.
  var statedID: Range<Int>?

  /// For each piece of raw HTML in the block the allowed tag that it is, if it is one and balances.
  var tags: [AllowedTag?] = []
  var nextTag = 0

  // The place in the block.
  /// How many image elements are open: inside one, only text is written, into its `alt`.
  var imageDepth = 0
  /// Which of the links around the place have an element; addresses in angle brackets may stand inside other links.
  var openLinks: [Bool] = []
  /// What follows `alt` in the element of the image at hand.
  var imageAttributes: [LinkAttribute] = []
  /// Where the description of the image at hand begins in the output.
  var descriptionStart = 0
  /// Those of the block whose image was last collected.
  var descriptions: DescriptionPlaces?
  /// Whether the image at hand has no element, only its text.
  var imageIsRefused = false
  /// Where the last piece of text or code stands in the output; empty behind anything else.
  var lastText = 0..<0
  /// Whether a comment that is not shown stands between that and the place.
  var isBehindComment = false
  /// A line break that is dropped if the text behind it joins with the scalar before it.
  var pendingBreak: (offset: Int, before: UInt32)?

  /// Where HTML was first shown as text, and how often.
  var rawHTML: (place: Range<Int>, count: Int)?

  /// Footnotes of the text, by what looked like their opening.
  var footnotes: [Footnote]
  /// Those by name, and those in the order of their numbers.
  var footnoteNumbers: [ByteKey: Int] = [:]
  var usedFootnotes: [Int] = []
  /// Lines that begin with `[^name]：`, each with whether it was reported; `nil` before they were looked for.
  var wideFootnotes: [ByteKey: (place: Range<Int>, isReported: Bool)]?
  /// Whether a reference to a footnote that is none was told.
  var hasUnknownFootnote = false
  /// A line break that stands behind the opening of a footnote is none.
  var dropsBreak = false

  /// Where the first number or bullet stands that makes no list, and how many there are.
  var typedMarkers: (place: Range<Int>, count: Int)?
  /// Whether one of them stands in a paragraph of several lines.
  var typedMarkersRunTogether = false
  /// Where the first line stands that begins like a heading and is none, and how many there are.
  var falseHeadings: (place: Range<Int>, count: Int)?
  /// The last paragraph in which such a line was seen, and one in it that may be the middle of a sentence.
  var markedParagraph: MarkdownNode?
  var waitingMarker: Range<Int>?
  /// Whether a line that full-width spaces indent was reported.
  var hasIndentedLine = false
  /// Whether dashes that made a heading of a paragraph were reported.
  var hasUnderlinedProse = false
  /// Directives within lines that were reported, by name.
  var inLineDirectives: Set<String> = []
  /// Whether prose that became code was reported.
  var hasIndentedProse = false
  /// Whether a quotation that begins like a comparison was reported.
  var hasComparison = false
  /// What only looks like markup, as far as it was reported, and whether the text may hold some within lines.
  var lookalikes: Set<LookalikeMarkup> = []
  let mayHoldLookalikes: Bool
  /// Whether `]:` stands somewhere.
  let definesLinks: Bool
  /// What is no address and was reported where it is defined.
  var proseDestinations: Set<ByteKey> = []
  /// The last block that was a table or a row of one, and the one that was reported as parted from it.
  var lastRows: MarkdownNode?
  var partedRows: MarkdownNode?
  /// How many places of such were looked for.
  var lookalikeTries = 0

  /// Asterisks that look as if they hid something; none any more once they were reported.
  var masks: [MaskingAsterisks.Place] = []
  /// How many of them were looked for.
  var maskTries = 0
  /// Paths that may lose a backslash; none any more once one was reported.
  var paths: [Range<Int>] = []

  /// Cells that rows of tables lacked so far.
  var missingCells = 0

  /// Container directives that are open, from outside in.
  var openDirectives: [OpenDirective] = []
  /// Directives that were left open, each with its diagnostic and its colons, of which no closing line was found yet.
  var unclosedDirectives: [(diagnostic: Int, colons: Int)] = []
  /// Closing lines in code that nothing closes, which was reported.
  var swallowedClosings = 0
  /// Opening lines that are no directives because of how they are typed, and were reported; their closing lines are not.
  var mistypedOpenings = 0

  struct OpenInlineDirective {
    /// Of the substitution.
    var number: Int
    /// Where its content begins in the output.
    var start: Int
    /// The line break before it, which may join what it shows.
    var pendingBreak: (offset: Int, before: UInt32)?
  }

  struct OpenDirective {
    var line: DirectiveLine
    var range: Range<Int>
    /// The block that holds the opening line.
    var parent: MarkdownNode?
    /// Where its content begins in the output.
    var start: Int
    /// A line that was to close it and cannot.
    var wrongClosing: (range: Range<Int>, mistake: ClosingMistake)?
  }

  init(
    _ source: SourceText, _ scan: SourceScan, _ features: MarkdownFeatures, _ allowedTags: AllowedTags,
    _ host: (any MarkdownHost)?, _ marked: MarkedText, _ tables: TablesOfText
  ) {
    self.source = source
    lines = scan.lines
    control = scan.control
    replacement = scan.replacement
    locator = LinkLocator(candidates: scan.linkPlaces)
    self.features = features
    hasMailAddresses = features.contains(.autolinks) && scan.bytes.contains(.at)
    hasInvisibleCharacters = features.contains(.wordHabits) && scan.bytes.contains(.invisible)
    hasTabs = scan.bytes.contains(.tab)
    mayHoldLookalikes = features.contains(.wordHabits) && !scan.bytes.isDisjoint(with: [.lookalike, .spacing])
    if features.contains(.wordHabits) { (masks, paths) = (scan.masks, scan.paths) }
    definesLinks = scan.mayDefineLinks
    self.allowedTags = allowedTags
    self.host = host
    substitutions = marked.substitutions
    hasBareMarks = marked.hasBareMarks
    markedLines = marked.lines
    footnotes = marked.footnotes.map { Footnote(opening: $0) }
    resolver = DelimiterResolver(matchesGFM: features.isDisjoint(with: [.cjkEmphasis, .footnotes]))
    self.tables = tables.list
    lineOffset = tables.lineOffset
    headingIDs = HeadingIDs()
    for substitution in marked.substitutions {
      if case .headingID(let range) = substitution.kind { headingIDs.reserve(Array(source.file[range])) }
    }
    for footnote in marked.footnotes {
      headingIDs.reserve(Array("fn-".utf8) + source.file[footnote.name])
      headingIDs.reserve(Array("fnref-".utf8) + source.file[footnote.name])
    }
    output.reserveCapacity(source.body.count + source.body.count / 2)
  }

  /// What was written and found.
  mutating func finished() -> MarkdownOutput {
    if let typedMarkers {
      report(.typedList(count: typedMarkers.count, runsTogether: typedMarkersRunTogether), at: typedMarkers.place)
    }
    if let falseHeadings { report(.falseHeadings(count: falseHeadings.count), at: falseHeadings.place) }
    if features.contains(.wordHabits), let control {
      report(.controlCharacter(count: control.count), at: control.range)
    }
    if features.contains(.wordHabits), let replacement {
      report(.lostCharacter(count: replacement.count), at: replacement.range)
    }
    if hasInvisibleCharacters {
      let invisible = InvisibleCharacters(source.file.span, source.body)
      if let first = invisible.first { report(.invisible(count: invisible.count), at: first) }
    }
    if let rawHTML { report(.rawHTML(count: rawHTML.count), at: rawHTML.place) }
    return MarkdownOutput(
      html: output, outline: outline, links: links, figures: figures, blocks: blocks, diagnostics: diagnostics)
  }

  /// Begins a new line unless the output is at the start of one.
  mutating func startLine() {
    if let last = output.last, last != UInt8(ascii: "\n") { output.append(UInt8(ascii: "\n")) }
  }

  mutating func report(_ problem: MarkdownProblem, at range: Range<Int>, notes: [Diagnostic.Note] = []) {
    diagnostics.append(problem.diagnostic(at: source.location(range), notes: notes))
  }

  /// The bytes in the file of the block at hand.
  mutating func rangeOfBlock() -> Range<Int> {
    if let blockRange { return blockRange }
    guard let blockNode else { return source.body }
    let numbers = blockNode.lines
    let range = lines.range(
      ofLines: numbers.lowerBound - lineOffset, through: numbers.upperBound - lineOffset, in: source.file.span)
    blockRange = range
    return range
  }

  /// `text` of the tree as it was in the source; the same when it holds no marks.
  func restored(_ text: Span<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    if hasMarks {
      MarkRestoring.append(text, substitutions: substitutions, file: source.file.span, to: &result)
    } else {
      result.append(run: text, 0..<text.count)
    }
    return result
  }

  /// Whether the tree may hold marks at all.
  var hasMarks: Bool { hasBareMarks || !substitutions.isEmpty }

  /// Appends `text` of the tree, escaped, with marks replaced by the source.
  mutating func appendRestored(_ text: Span<UInt8>) {
    if hasMarks, Mark.next(in: text, from: 0) < text.count {
      HTMLEscaping.appendCommonMark(restored(text).span, to: &output)
    } else {
      HTMLEscaping.appendCommonMark(text, to: &output)
    }
  }
}
