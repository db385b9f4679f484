import Bytes
package import Diagnostics

/// The files of `content/` as rules ask for them: which attachments there are, what a text says.
package struct ContentFiles: Sendable {
  /// Attachments, by path below `content/`.
  package let attachments: Set<String>
  /// All files, by path as messages show it (`content/…`), sorted.
  package let paths: [String]
  /// Whether the rows of lists were looked for outside the content as well.
  package let hasLists: Bool
  private let read: @Sendable (String) -> [UInt8]?

  /// `paths` are those of all files, sorted, as messages show them. `read` gives the bytes of a file by its path as messages show it (`content/…`), `nil` when there is none.
  package init(
    attachments: [String], paths: [String], hasLists: Bool = false, read: @escaping @Sendable (String) -> [UInt8]?
  ) {
    self.attachments = Set(attachments)
    self.paths = paths
    self.hasLists = hasLists
    self.read = read
  }

  /// The bytes of the file at `path`, written as messages show it (`content/…`); `nil` when there is none.
  package func bytes(of path: String) -> [UInt8]? { read(path) }

  /// Whether `project` has the table `name` in its folder, be there rows in it or not.
  ///
  /// - Complexity: O(log files).
  package func hasTable(_ name: String, of project: Project) -> Bool {
    let path = "content/years/\(project.plan.id)/projects/\(project.id.text)/\(name)"
    let place = (0..<paths.count).partitionPoint { !paths[$0].utf8.lexicographicallyPrecedes(path.utf8) }
    return place < paths.count && paths[place] == path
  }

  /// What to do when the attachment at `path`, below `content/`, is not there.
  package func repair(ofMissing path: String) -> Message {
    Suggestion.nearest(to: path, among: attachments).map {
      Message(zh: "是不是 content/\($0)？", en: "did you mean content/\($0)?")
    }
      ?? Message(
        zh: "把文件放进旁边的 files/ 文件夹，写 files/文件名",
        en: "put the file into a folder files/ beside this one and write files/NAME")
  }
}

/// Where the Markdown of a record is.
package struct RecordText: Sendable {
  /// The kind of the record (`notice`), and its place among those of its kind.
  package let kind: String
  package let record: Int
  /// The file, as messages show it.
  package let path: String
  /// Offsets of the Markdown in it.
  package let body: Range<Int>

  /// `nil` for a record that has none.
  package init?(of record: some IdentifiedRecord) {
    guard let path = record.origin.bodyPath else { return nil }
    kind = type(of: record).table.name
    self.record = record.origin.index
    self.path = path
    body = record.origin.body.range
  }
}
