extension Folder {
  /// One name in a folder.
  package struct Entry: Hashable, Sendable {
    /// `nil` when it is not UTF-8.
    package let name: String?
    /// Links not followed.
    package let kind: FileKind

    /// Whether the name begins with a dot; `false` for one that is not UTF-8.
    package var isHidden: Bool { name?.utf8.first == UInt8(ascii: ".") }
  }

  /// What is in the folder, or in a folder inside it; `.` and `..` left out, sorted by bytes.
  package func entries(of name: String = ".") throws(FileError) -> [Entry] {
    do throws(FileError.Reason) {
      guard let raw = RawPath(name) else { throw .invalidName }
      var entries: [Entry] = []
      for entry in try System.sortedEntries(of: raw, in: descriptor) {
        entries.append(Entry(name: entry.name.text, kind: entry.kind))
      }
      return entries
    } catch { throw FileError(error, .read, shown(name)) }
  }

  /// Which file `name` is (without its birth), and by what its state is recognised; links not followed, `nil` when there is nothing.
  package func state(of name: String) throws(FileError) -> (identity: FileIdentity, stamp: FileStamp)? {
    do throws(FileError.Reason) {
      guard let raw = RawPath(name) else { throw .invalidName }
      let status = try System.status(of: raw, in: descriptor, followingLinks: false)
      return (FileIdentity(status), FileStamp(status))
    } catch {
      if error == .missing || error == .notFolder { return nil }
      throw FileError(error, .read, shown(name))
    }
  }

  /// Gives a file of this folder a second name in `target`, or a copy where the file system knows no second names.
  /// A symbolic link becomes an equal one. The new name must be free.
  package func duplicate(_ name: String, in target: borrowing Folder) throws(FileError) {
    do throws(FileError.Reason) {
      guard let raw = RawPath(name) else { throw .invalidName }
      if try System.status(of: raw, in: descriptor, followingLinks: false).kind == .link {
        let destination = try System.destination(ofLink: raw, in: descriptor)
        return try System.symbolicLink(to: destination, at: raw, in: target.descriptor)
      }
      do throws(FileError.Reason) {
        try System.link(raw, in: descriptor, to: raw, in: target.descriptor)
      } catch {
        if error == .exists || error == .missing { throw error }
        let file = try System.readFile(raw, in: descriptor, followingLinks: false, limit: .max)
        let copy = try System.open(raw, in: target.descriptor, flags: System.createFlags, mode: file.status.mode)
        defer { System.close(copy) }
        try System.write(file.bytes.span, to: copy)
      }
    } catch { throw FileError(error, .write, target.shown(name)) }
  }

  /// Takes over permissions and, as far as the user may, owner and group of another folder.
  package func takeOverRights(of other: borrowing Folder) throws(FileError) {
    do throws(FileError.Reason) {
      let theirs = try System.status(of: other.descriptor)
      let ours = try System.status(of: descriptor)
      if theirs.owner != ours.owner || theirs.group != ours.group {
        // Only an administrator may give folders away; others publish under their own name.
        try? System.setOwner(theirs.owner, theirs.group, of: descriptor)
      }
      if theirs.mode != ours.mode { try System.setMode(theirs.mode, of: descriptor) }
    } catch { throw FileError(error, .write, path) }
  }

  /// Exchanges two paths of one file system in one step: no one ever sees one of them missing.
  ///
  /// - Throws: `busy`, `otherFileSystem`, `unsupported` where that cannot be done.
  package static func exchange(_ first: String, _ second: String) throws(FileError) {
    do throws(FileError.Reason) {
      guard let first = RawPath(first), let second = RawPath(second) else { throw .invalidName }
      try System.exchange(first, second)
    } catch { throw FileError(error, .rename, first) }
  }
}
