/// What a page holds beside its words: where a link leads, which picture stands there, what is struck out or hidden.
package struct PageDetail: Hashable, Sendable {
  /// What it is in the page; the names stand in reports for programs.
  package enum Kind: String, CaseIterable, Sendable {
    /// Words that lead to `target`.
    case link
    /// The file `target`, described by `text`.
    case picture
    /// Sound, film, or another page or document within the page: the file `target`.
    case embedded
    /// A form, whose answers go to `target`.
    case form
    /// The number `target` with which a list or its next item begins.
    case numbering
    /// Words that show when one points to something, that are read aloud in place of it, or that stand in a field.
    case label
    /// Words that are struck out: `del`, `s`.
    case struck
    /// Words that are marked as added: `ins`.
    case inserted
    case superscript, `subscript`
    /// Words that stand in the file and are not shown.
    case hidden
    /// A script in the page; `target` is a number that is another one for another script.
    case script
    /// A script from outside of the portal, at `target`.
    case foreignScript
    /// Data for programs, such as search engines, in the page; `target` as of a script.
    case data
    /// What search engines are told to do with the page: `target` is `noindex` or the like.
    case robots
    /// What search engines show below its title: `target`.
    case summary
    /// Where a page leads at once that is nothing but a way to another one: `target`.
    case redirect
  }

  package let kind: Kind
  /// Words as a reader sees them; empty for what has none.
  package let text: String
  /// An address of the portal from its top, or what stands in the page: see `Kind`; empty for what has none.
  package let target: String

  package init(_ kind: Kind, text: String = "", target: String = "") {
    (self.kind, self.text, self.target) = (kind, text, target)
  }
}

/// A detail and the words among which it stands.
struct PlacedDetail: Hashable, Sendable {
  let detail: PageDetail
  /// The paragraph, or the row of the table; empty for what belongs to the whole page.
  var place: String
}
