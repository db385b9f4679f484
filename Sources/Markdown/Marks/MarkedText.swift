/// A text annotated for libcmark.
struct MarkedText {
  /// What libcmark reads; has as many lines as the source.
  var bytes: [UInt8] = []
  /// What the references of the marks stand for, by number.
  var substitutions: [Substitution] = []
  /// Whether there are marks that belong to no reference: delimiters, guards.
  var hasBareMarks = false
  /// Lines (1-based) of the chunks that hold marks, ascending: a block that begins on another line has no marks in its
  /// inlines, as no paragraph goes beyond its chunk.
  var lines: [ClosedRange<Int>] = []
  /// 1-based numbers of the lines that look like the delimiter row of a table, ascending.
  var delimiterRows: [Int] = []
  /// What looks like the beginning of a footnote, in the order of the text.
  var footnotes: [FootnoteOpening] = []
  /// What may be definitions of links, each with the number of its substitution, ascending.
  var definitions: [(definition: LinkDefinition, number: Int)] = []
  /// Bare addresses behind an open `[`, each with its offset and its 1-based line, ascending.
  var bracketedAddresses: [(offset: Int, line: Int)] = []
  /// Whether lines of directives follow what may be the start of a comment of several lines.
  var mayHideDirectives = false
}

/// `[^name]:` at the start of a line. To libcmark it is the marker of a list item of the same width as the indentation of what
/// belongs to the footnote, so that all blocks in it are found by libcmark.
struct FootnoteOpening {
  static let marker = "+   "

  /// 1-based line of the source.
  var line: Int
  /// 1-based column in bytes of what libcmark sees.
  var column: Int
  /// Bytes of the source that the marker stands for.
  var length: Int
  /// The bytes of the name in the file.
  var name: Range<Int>
  /// Whether the marker cannot be told from text where no list item becomes of it.
  var needsItem: Bool
}

/// A piece of the source that libcmark does not see.
struct Substitution {
  enum Kind {
    /// `{{ … }}`; the range is that of the expression.
    case figure(expression: Range<Int>)
    /// `{{` without an end on its line.
    case unclosedFigure
    /// `{%`, which means nothing here.
    case statement
    /// `{#id}` at the end of a line.
    case headingID(Range<Int>)
    /// `[ ]` or `[x]` behind a list marker.
    case task(isDone: Bool)
    /// A line of colons; the mark stands in an HTML comment of its own.
    case directiveLine(DirectiveLine)
    /// `:name[`; the index is that of the substitution for the matching `]{…}`.
    case inlineOpening(name: Range<Int>)
    case inlineClosing(opening: Int, attributes: InlineAttributes)
    /// A bare address; what is put before it to make it a destination (`http://` before `www.`).
    case address(scheme: String)
    /// `[^name]` in text; the range is that of the name.
    case footnote(name: Range<Int>)
    /// `[^name]:` and the blanks behind it; the mark stands behind `FootnoteOpening.marker`.
    case footnoteOpening
    /// The same before the start of another block; no mark stands for it.
    case footnoteMarker
    /// The same with nothing behind it on its line; the mark stands in an HTML comment, so that the next line is no
    /// continuation of a paragraph.
    case emptyFootnoteOpening
    /// Nothing; the mark stands in what may be the destination of a link's definition.
    case definition
    /// The lines of a table; the mark stands in an HTML comment of as many lines.
    case table(Int)
  }

  /// The bytes in the file that were replaced.
  var range: Range<Int>
  var kind: Kind

  /// Whether the mark is wrapped in `<!--` and `-->`.
  var isComment: Bool {
    switch kind {
    case .directiveLine, .table, .emptyFootnoteOpening: true
    case .figure, .unclosedFigure, .statement, .headingID, .task, .inlineOpening, .inlineClosing, .address, .footnote,
      .footnoteOpening, .footnoteMarker, .definition:
      false
    }
  }
}
