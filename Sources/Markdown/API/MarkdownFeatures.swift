/// The additions to CommonMark 0.30, each of which can be switched off by name.
package struct MarkdownFeatures: OptionSet, Hashable, Sendable {
  package let rawValue: UInt32

  package init(rawValue: UInt32) { self.rawValue = rawValue }

  /// Pipe tables (GFM 0.29 §4.10).
  package static let tables = MarkdownFeatures(rawValue: 1 << 0)
  /// `~text~` and `~~text~~` (GFM 0.29 §6.5).
  package static let strikethrough = MarkdownFeatures(rawValue: 1 << 1)
  /// `[ ]` and `[x]` at the start of list items (GFM 0.29 §5.3).
  package static let tasks = MarkdownFeatures(rawValue: 1 << 2)
  /// Bare addresses as links (GFM 0.29 §6.9); Chinese text ends them.
  package static let autolinks = MarkdownFeatures(rawValue: 1 << 3)
  /// `[^name]` and `[^name]: text`, as cmark-gfm and comrak read them.
  package static let footnotes = MarkdownFeatures(rawValue: 1 << 4)
  /// An `id` on each heading, from its text or from `{#id}` at its end.
  package static let headingIDs = MarkdownFeatures(rawValue: 1 << 5)
  /// Emphasis beside Chinese punctuation, after the CJK-friendly amendment.
  package static let cjkEmphasis = MarkdownFeatures(rawValue: 1 << 6)
  /// No blank from a line break between two Chinese characters (CSS Text 4).
  package static let cjkLineBreaks = MarkdownFeatures(rawValue: 1 << 7)
  /// `:::name{…}`, `::name{…}`, `:name[…]{…}` after the generic directives proposal.
  package static let directives = MarkdownFeatures(rawValue: 1 << 8)
  /// `{{ expression }}` in text.
  package static let figures = MarkdownFeatures(rawValue: 1 << 9)
  /// Raw HTML is shown as text.
  package static let safeHTML = MarkdownFeatures(rawValue: 1 << 10)
  /// Link schemes by allow-list.
  package static let linkRules = MarkdownFeatures(rawValue: 1 << 11)

  /// Alignment of table columns as classes (`left`, `center`, `right`) instead of cmark-gfm's attribute, which HTML no
  /// longer has. Not in the table of names: it changes how HTML is written, not how Markdown is read.
  package static let alignmentClasses = MarkdownFeatures(rawValue: 1 << 12)

  /// Comments are dropped where `safeHTML` would let them pass: what editors tell each other is not published. Not in the
  /// table of names either.
  package static let withoutComments = MarkdownFeatures(rawValue: 1 << 13)

  /// Text that Prospectus adds for screen readers is Chinese instead of cmark-gfm's. Not in the table of names either.
  package static let chineseLabels = MarkdownFeatures(rawValue: 1 << 14)

  /// Struck text takes two tildes: `9:00~10:00，14:00~15:00` has none. Not in the table of names either.
  package static let doubleTildes = MarkdownFeatures(rawValue: 1 << 15)

  /// What comes along from Word: full-width spaces before a paragraph are dropped; numbers and bullets that make no list, and
  /// characters that nobody sees, are reported. Not in the table of names either.
  package static let wordHabits = MarkdownFeatures(rawValue: 1 << 16)

  /// What stands in each block is collected as text, for rules about texts. Not in the table of names either.
  package static let textBlocks = MarkdownFeatures(rawValue: 1 << 17)

  /// None: exactly CommonMark 0.30 as libcmark reads it.
  package static let plain: MarkdownFeatures = []
  /// All that are in the table of names.
  package static let all = MarkdownFeatures(names.map(\.feature))
  /// What a portal's texts are read with.
  package static let portal = all.union([
    .alignmentClasses, .withoutComments, .chineseLabels, .doubleTildes, .wordHabits,
  ])

  /// The names of the command line, in the order of the reference.
  package static let names: [(name: String, feature: MarkdownFeatures)] = [
    ("tables", .tables),
    ("strikethrough", .strikethrough),
    ("tasks", .tasks),
    ("autolinks", .autolinks),
    ("footnotes", .footnotes),
    ("heading-ids", .headingIDs),
    ("cjk-emphasis", .cjkEmphasis),
    ("cjk-linebreaks", .cjkLineBreaks),
    ("directives", .directives),
    ("figures", .figures),
    ("safe-html", .safeHTML),
    ("link-rules", .linkRules),
  ]

  /// The feature called `name` on the command line; `nil` when there is none.
  package init?(name: String) {
    guard let row = Self.names.first(where: { $0.name == name }) else { return nil }
    self = row.feature
  }
}
