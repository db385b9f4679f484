import Diagnostics
package import Files
package import TestSupport

/// A portal written as one text, and what tests do to it.
///
/// ```
/// --- content/site.yml ---
/// format: 1
/// --- content/help/denglu.md ---
/// …
/// ```
package struct OneFilePortal: Sendable {
  /// An edit whose text is not there exactly once, or a file that does not exist.
  package struct EditFailure: Error, CustomStringConvertible {
    package let description: String
  }

  /// Bytes by path.
  package var files: [String: [UInt8]] = [:]

  /// Reads the text; a file ends with its last line end.
  package init(_ text: String) {
    var path: String?
    var lines: [Substring] = []
    func close(_ files: inout [String: [UInt8]]) {
      if let path { files[path] = Array(lines.map { $0 + "\n" }.joined().utf8) }
    }
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("--- "), line.hasSuffix(" ---"), line.count > 8 {
        close(&files)
        path = String(line.dropFirst(4).dropLast(4))
        lines = []
      } else {
        lines.append(line)
      }
    }
    // What `split` gives behind the last line end is no line.
    if lines.last?.isEmpty ?? false { lines.removeLast() }
    close(&files)
  }

  /// The text of a file.
  package subscript(path: String) -> String? {
    get { files[path].map { String(decoding: $0, as: UTF8.self) } }
    set { files[path] = newValue.map { Array($0.utf8) } }
  }

  /// Replaces `old`, which must stand in the file exactly once.
  package mutating func edit(_ path: String, _ old: String, _ new: String) throws {
    guard let text = self[path] else { throw EditFailure(description: "no file \(path)") }
    self[path] = try text.replacingOnly(old, with: new, in: path)
  }

  /// The portal with another text in one file.
  package func edited(_ path: String, _ old: String, _ new: String) throws -> OneFilePortal {
    var copy = self
    try copy.edit(path, old, new)
    return copy
  }

  /// The portal with the files of `other` added or put in place of its own.
  package func adding(_ other: OneFilePortal) -> OneFilePortal {
    var copy = self
    copy.files.merge(other.files) { $1 }
    return copy
  }

  /// In memory; files are put in the order of their paths, or in the opposite one.
  package func inMemory(reversed: Bool = false) -> MemoryFiles {
    let files = self.files.sorted { reversed ? $0.key > $1.key : $0.key < $1.key }
    let store = MemoryFiles()
    for (path, bytes) in files { store.put(path, bytes) }
    return store
  }

  /// Writes all files below `folder`.
  package func write(to folder: borrowing TemporaryFolder, reversed: Bool = false) throws {
    for (path, bytes) in files.sorted(by: { reversed ? $0.key > $1.key : $0.key < $1.key }) {
      try folder.write(path, bytes)
    }
  }
}

extension String {
  /// The text with `old`, which must occur exactly once, replaced.
  ///
  /// - Throws: `EditFailure`, which names `path`.
  package func replacingOnly(_ old: String, with new: String, in path: String) throws -> String {
    let count = ranges(of: old).count
    guard count == 1 else {
      throw OneFilePortal.EditFailure(description: "“\(old)” stands \(count) times in \(path), not once")
    }
    return replacing(old, with: new)
  }
}

extension OneFilePortal {
  /// A place, told by the text around it: `total: ⟦100⟧` in a file of the portal, where that stands exactly once.
  ///
  /// - Returns: `content/a.yml:7:8`.
  package func label(_ path: String, _ marked: String) throws -> String {
    let place = MarkedText(marked)
    guard let bytes = files[path] else { throw EditFailure(description: "no file \(path)") }
    let found = bytes.ranges(of: place.bytes)
    guard found.count == 1 else {
      throw EditFailure(description: "“\(marked)” stands \(found.count) times in \(path), not once")
    }
    let position = SourceText(bytes).position(of: found[0].lowerBound + Int(place.span.start))
    return "\(path):\(position.line):\(position.column)"
  }
}
