/// What a path leads to.
package enum FileKind: Hashable, Sendable {
  case file, folder, link
  /// A pipe, socket or device.
  case other
}

/// An open folder; paths given to its methods start in it. Closed when the value ends.
///
/// Holding the descriptor makes each call short and keeps working when the folder is renamed meanwhile.
package struct Folder: ~Copyable, Sendable {
  let descriptor: Int32
  /// The path it was opened by, for messages.
  package let path: String

  /// Opens `path`, relative to the working folder.
  ///
  /// - Throws: `.read` errors: `missing`, `notFolder`, `notPermitted`.
  package init(_ path: String) throws(FileError) {
    let flags = System.openFolderFlags
    descriptor = try Self.call(.read, path) { raw throws(FileError.Reason) in
      try System.open(raw, in: System.workingFolder, flags: flags)
    }
    self.path = path
  }

  deinit { System.close(descriptor) }

  /// Which folder this is, whatever its name.
  package func identity() throws(FileError) -> FileIdentity {
    do throws(FileError.Reason) {
      return FileIdentity(try System.status(of: descriptor), born: System.birth(of: descriptor))
    } catch { throw FileError(error, .read, path) }
  }

  /// What `name` is, links not followed; `nil` when there is nothing.
  package func kind(of name: String) throws(FileError) -> FileKind? {
    do throws(FileError) {
      return try call(.read, name) { raw throws(FileError.Reason) in
        try System.status(of: raw, in: descriptor, followingLinks: false).kind
      }
    } catch {
      if error.reason == .missing || error.reason == .notFolder { return nil }
      throw error
    }
  }

  /// Writes a file that must not exist yet: one open, one write, one look, one close.
  ///
  /// - Returns: by what the file is recognised as long as no one touches it.
  /// - Throws: `exists`, `missing` (no such folder), `full`, …; a file that could not be written whole stays.
  @discardableResult
  package func create(_ name: String, _ bytes: Span<UInt8>) throws(FileError) -> FileStamp {
    do throws(FileError.Reason) {
      guard let raw = RawPath(name) else { throw .invalidName }
      let file = try System.open(raw, in: descriptor, flags: System.createFlags, mode: 0o666)
      defer { System.close(file) }
      try System.write(bytes, to: file)
      return FileStamp(try System.status(of: file))
    } catch { throw FileError(error, .write, shown(name)) }
  }

  /// Makes one folder; its parent must exist. `true` when it is new, `false` when it was there.
  @discardableResult
  package func makeFolder(_ name: String) throws(FileError) -> Bool {
    do throws(FileError) {
      try call(.write, name) { raw throws(FileError.Reason) in try System.makeFolder(raw, in: descriptor) }
      return true
    } catch {
      if error.reason == .exists { return false }
      throw error
    }
  }

  /// Moves `name` to `newName` of `target`, in one step. A file of that name is replaced, or `exists` is thrown.
  package func rename(
    _ name: String, to newName: String, in target: borrowing Folder, replacing: Bool = true
  ) throws(FileError) {
    let into = target.descriptor
    do throws(FileError.Reason) {
      guard let from = RawPath(name), let to = RawPath(newName) else { throw .invalidName }
      try System.rename(from, in: descriptor, to: to, in: into, replacing: replacing)
    } catch { throw FileError(error, .rename, shown(name)) }
  }

  /// Removes a file or an empty folder.
  package func remove(_ name: String, isFolder: Bool = false) throws(FileError) {
    try call(.remove, name) { raw throws(FileError.Reason) in
      try System.remove(raw, in: descriptor, isFolder: isFolder)
    }
  }

  /// Reads a whole file; the last name of the path may not be a link.
  package func read(_ name: String) throws(FileError) -> [UInt8] {
    try call(.read, name) { raw throws(FileError.Reason) in
      try System.readFile(raw, in: descriptor, followingLinks: false, limit: .max).bytes
    }
  }

  /// The name as it stands in messages.
  func shown(_ name: String) -> String { path == "." ? name : path + "/" + name }

  private func call<Result>(
    _ action: FileError.Action, _ name: String, _ body: (RawPath) throws(FileError.Reason) -> Result
  ) throws(FileError) -> Result {
    do throws(FileError.Reason) {
      guard let raw = RawPath(name) else { throw .invalidName }
      return try body(raw)
    } catch { throw FileError(error, action, shown(name)) }
  }

  private static func call<Result>(
    _ action: FileError.Action, _ path: String, _ body: (RawPath) throws(FileError.Reason) -> Result
  ) throws(FileError) -> Result {
    do throws(FileError.Reason) {
      guard let raw = RawPath(path) else { throw .invalidName }
      return try body(raw)
    } catch { throw FileError(error, action, path) }
  }
}

/// Which file or folder this is on this machine.
package struct FileIdentity: Hashable, Sendable {
  package let device: UInt64
  package let inode: UInt64
  /// Nanoseconds since 1970; 0 when unknown. Without it a folder made after another was removed may look the same, as
  /// inodes are given again.
  package let born: Int64

  /// An identity read back from a journal.
  package init(device: UInt64, inode: UInt64, born: Int64) {
    self.device = device
    self.inode = inode
    self.born = born
  }

  init(_ status: System.Status, born: Int64 = 0) {
    device = status.device
    inode = status.inode
    self.born = born
  }
}
