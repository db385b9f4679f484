internal import Diagnostics

/// What can be wrong with a text, without the words; `+Message` has them.
enum MarkdownProblem: Error, Hashable, Sendable {
  case invalidUTF8
  case noncharacter
  /// U+FFFD, which programs write where they could not read a character, so many.
  case lostCharacter(count: Int)
  /// A directive has no closing line in its block.
  case unclosedDirective(name: String, colons: Int)
  /// A closing line closes nothing.
  case strayClosing
  /// A line with full-width colons, or with a name that is none.
  case mistypedDirective(isName: Bool)
  /// A full-width character among the attributes, where `wanted` is meant.
  case fullWidthSyntax(found: String, wanted: String)
  /// A quote that its line does not close.
  case unclosedQuote(String)
  /// The braces behind a directive's name cannot be read.
  case malformedAttributes
  /// Something stands behind a directive that should stand alone.
  case textBehindDirective
  /// More directives inside each other than the limit.
  case directivesTooDeep(limit: Int)
  /// `{{` without `}}` on the line.
  case unclosedFigure
  /// `{%`, which is for layouts.
  case statement
  /// HTML that is shown as text, at so many places.
  case rawHTML(count: Int)
  /// A picture on another site.
  case remoteImage
  /// The scheme of a link is not on the list.
  case refusedScheme(String)
  /// A footnote with the name of an earlier one.
  case duplicateFootnote(String)
  /// `[^name]` without a footnote of that name.
  case unknownFootnote(String)
  /// `[^name]：` at the start of a line, where no footnote of that name is.
  case wideFootnote(String)
  /// A footnote in which nothing stands; the text on the line below it is none of it.
  case emptyFootnote(String)
  /// A footnote that nothing refers to, which is not shown.
  case unusedFootnote(String)
  /// The definition of a link that no link uses, so that it is not shown; whether it leads to an address.
  case unusedDefinition(String, isAddress: Bool)
  /// The same with the name of an earlier one, which holds.
  case duplicateDefinition(String, isAddress: Bool)
  /// Numbers and bullets as Word types them, which make no list, at so many places; whether one of them stands in a paragraph
  /// of several lines.
  case typedList(count: Int, runsTogether: Bool)
  /// Lines that begin with `#` and are no headings, so many.
  case falseHeadings(count: Int)
  /// `:name{…}` or `::name{…}` within a line, which is no directive.
  case directiveInLine(name: String)
  /// Full-width spaces at the start of a line within a paragraph.
  case indentedLine
  /// Control characters, so many.
  case controlCharacter(count: Int)
  /// Chinese prose that four blanks or a tab made code of.
  case indentedProse
  /// Text that looks like markup.
  case lookalike(LookalikeMarkup)
  /// A fence of code, so written, that nothing closes.
  case unclosedFence(String)
  /// Words behind a fence, which nobody sees; `isLost` when no language is among them.
  case wordsBehindFence(isLost: Bool)
  /// Signs that were meant as they stand and became markup, so that nobody sees them.
  case swallowed(SwallowedSign)
  /// Characters that print nothing, so many.
  case invisible(count: Int)
  /// So many rows of a table have more cells than the header, the first of them `found`; `isLost` when they hold
  /// something, which is not shown.
  case tooManyCells(found: Int, columns: Int, rows: Int, isLost: Bool)
  /// A line below a table that holds no bar, and is a row all the same.
  case barlessRow
  /// The text holds more than can be read.
  case beyondLimit(MarkdownLimit)
  /// An explicit heading id that an earlier heading has.
  case duplicateID(String)
}
