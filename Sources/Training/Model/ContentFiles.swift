import Diagnostics

/// The files of `content/` as rules ask for them: which attachments there are, what a text says.
package struct ContentFiles: Sendable {
  /// Attachments, by path below `content/`.
  package let attachments: Set<String>
  private let read: @Sendable (String) -> [UInt8]?

  /// `read` gives the bytes of a file by its path as messages show it (`content/…`), `nil` when there is none.
  package init(attachments: [String], read: @escaping @Sendable (String) -> [UInt8]?) {
    self.attachments = Set(attachments)
    self.read = read
  }

  /// The bytes of the file at `path`, written as messages show it (`content/…`); `nil` when there is none.
  package func bytes(of path: String) -> [UInt8]? { read(path) }

  /// The Markdown of `record` with the file it stands in and the place where it begins there; `nil` when it has none.
  package func text(of record: some FieldBearer) -> ContentText? {
    let span = record.origin.body
    guard let path = record.origin.bodyPath, let bytes = bytes(of: path), Int(span.end) <= bytes.count else {
      return nil
    }
    return ContentText(path: path, bytes: bytes[Int(span.start)..<Int(span.end)])
  }
}

/// The Markdown of a record.
package struct ContentText: Sendable {
  /// Of its file, as messages show it.
  package let path: String
  /// UTF-8; an index is an offset in the file.
  package let bytes: ArraySlice<UInt8>
}
