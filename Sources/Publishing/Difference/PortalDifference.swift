/// What readers find changed between two built portals.
package struct PortalDifference: Sendable {
  /// A page that is in both, at one address or at another one.
  package struct ChangedPage: Sendable {
    /// As it is now.
    package let page: ReadablePage
    /// What it was called, if that has changed.
    package let formerTitle: String?
    /// What has changed in its text, tables aside.
    package let text: TextDifference
    /// What has changed beside the words: links, pictures, what is struck out or hidden.
    package let details: DetailDifference
  }

  /// A page that stands at another address.
  package struct MovedPage: Sendable {
    /// Where it stood.
    package let from: String
    package let page: ReadablePage
    /// Whether the old address leads to the new one.
    package let isRedirected: Bool
  }

  /// Rows of a table of a page, or of a file that readers can have.
  package struct ChangedTable: Sendable {
    /// The page; `nil` for a file.
    package let page: ReadablePage?
    /// The address of the page or of the file.
    package let address: String
    package let rows: TableDifference
  }

  /// What has changed around the text of pages, told once for all on which it is the same.
  package struct ChangedFrame: Sendable {
    package let text: TextDifference
    /// Links and the like of it.
    package let details: DetailDifference
    /// Addresses of the pages, at least one.
    package internal(set) var addresses: [String]
  }

  /// Files of one kind that are no pages.
  package struct FileCount: Hashable, Sendable {
    package let kind: PublishedFileKind
    /// Those that only the new portal has.
    package internal(set) var added = 0
    /// Those that only the old one has.
    package internal(set) var removed = 0
    /// Those with other bytes.
    package internal(set) var changed = 0
  }

  /// Pages that the old portal has not.
  package internal(set) var added: [ReadablePage] = []
  /// Pages that the new portal has not; those with a `redirect` lead to another page now.
  package internal(set) var removed: [ReadablePage] = []
  /// Pages at another address.
  package internal(set) var moved: [MovedPage] = []
  /// Pages whose title, text or details have changed; those of which only tables have are not among them.
  package internal(set) var changed: [ChangedPage] = []
  /// By address, then as they stand in the page.
  package internal(set) var tables: [ChangedTable] = []
  /// What has changed around the text.
  package internal(set) var frames: [ChangedFrame] = []
  /// Addresses of pages of which nothing that can be read has changed: styles, names of assets, markup.
  package internal(set) var technical: [String] = []
  /// By kind, those of which something has changed.
  package internal(set) var files: [FileCount] = []
  /// Addresses of CSV files that cannot be read as a table, in one of the two at least: nothing is said of their rows.
  package internal(set) var unreadable: [String] = []
  /// What the manifests say of the two, where they have one.
  package internal(set) var old: Edition?
  /// The same of the new portal.
  package internal(set) var new: Edition?

  /// For which day and by what a portal was built.
  package struct Edition: Hashable, Sendable {
    package let generator: String
    package let asOf: String
  }

  /// Whether all files are the same; a manifest says nothing of its own, and a folder without files is nothing that readers
  /// can open.
  package var isEmpty: Bool {
    added.isEmpty && removed.isEmpty && moved.isEmpty && changed.isEmpty && tables.isEmpty && frames.isEmpty
      && technical.isEmpty && files.isEmpty
  }

  /// Compares the portals in the folders `old` and `new`.
  ///
  /// - Throws: what cannot be read.
  /// - Complexity: O(bytes of both).
  package static func between(
    _ old: String, _ new: String, jobs: Int
  ) throws(DifferenceError) -> PortalDifference {
    var comparison = PortalComparison(old: try PortalTree(old), new: try PortalTree(new), jobs: jobs)
    return try comparison.run()
  }
}

/// What a file is for that is no page.
package enum PublishedFileKind: String, CaseIterable, Sendable {
  case calendars, feeds, tables, data, pictures, documents, assets, others

  init(path: String) {
    if path.hasPrefix("assets/") {
      self = .assets
      return
    }
    let ending = path.split(separator: ".").last.map { $0.lowercased() } ?? ""
    self = Self.byEnding[ending] ?? .others
  }

  private static let byEnding: [String: PublishedFileKind] = [
    "ics": .calendars, "xml": .feeds, "atom": .feeds, "csv": .tables, "json": .data, "png": .pictures,
    "jpg": .pictures, "jpeg": .pictures, "gif": .pictures, "webp": .pictures, "svg": .pictures, "pdf": .documents,
    "doc": .documents, "docx": .documents, "xls": .documents, "xlsx": .documents, "ppt": .documents,
    "pptx": .documents, "txt": .others,
  ]
}
