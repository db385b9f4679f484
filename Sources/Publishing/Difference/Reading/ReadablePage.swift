import Bytes

/// A finished page as a publisher sees it: what it is called, where it stands, what it says.
package struct ReadablePage: Sendable {
  /// Where it is, as readers know it: `notices/` for `notices/index.html`.
  package let address: String
  /// What it is called: its first heading, else its title, else its address.
  package internal(set) var title = ""
  /// The way to it from the home page, without the page itself.
  package internal(set) var trail: [String] = []
  /// The family of pages, as our layouts tell it (`notice`); empty for pages of others.
  package internal(set) var kind = ""
  /// Where a page leads at once that is nothing but a way to another one.
  package internal(set) var redirect: String?
  /// Paragraphs, headings, items of the page itself; rows of tables aside.
  var blocks: [String] = []
  /// Tables that have a header.
  var tables: [ReadableTable] = []
  /// What stands around it: navigation, footer.
  var frame: [String] = []
  /// What the page itself holds beside its words, and what holds for the whole page.
  var details: [PlacedDetail] = []
  /// The same of what stands around it.
  var frameDetails: [PlacedDetail] = []
  /// Each row of its tables with all cells.
  var rows: [String] = []

  init(address: String) { self.address = address }

  /// Where details can stand.
  var places: PagePlaces {
    PagePlaces(paragraphs: [blocks, frame, trail, tables.map(\.caption)].joined(), rows: rows)
  }

  /// What stands around it, with the way to it.
  var surroundings: [String] { trail.isEmpty ? frame : [trail.joined(separator: " › ")] + frame }

  /// Of everything that a reader sees in the page itself: equal pages at two addresses have the same.
  var digest: FastHash {
    var all: [UInt8] = []
    for text in [title] + blocks + tables.flatMap({ [$0.caption] + $0.columns + $0.rows.flatMap(\.self) }) {
      all += text.utf8
      all.append(0)
    }
    return FastHash(all.span)
  }
}

/// A table with a header.
struct ReadableTable: Sendable {
  /// The heading above it when it has none.
  var caption = ""
  /// Whether `caption` is a heading above it.
  var isNamedByHeading = false
  var columns: [String] = []
  /// As many cells as the widest row has; a cell over several rows is in each of them.
  var rows: [[String]] = []
  /// A public list of names, as our layouts mark it.
  var isNameList = false
}
