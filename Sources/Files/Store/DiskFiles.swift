/// The files of this machine; relative paths start at the working folder.
package struct DiskFiles: FileStore {
  /// The disk.
  package init() {}

  package func read(_ path: String) throws(FileError) -> [UInt8] {
    try Self.call(.read, path) { raw throws(FileError.Reason) in
      try System.readFile(raw, in: System.workingFolder, followingLinks: true, limit: .max).bytes
    }
  }

  package func write(_ bytes: [UInt8], to path: String) throws(FileError) {
    let (parent, name) = Self.split(path)
    try makeFolders(parent)
    let folder = try Folder(parent)
    // The process id keeps two tools apart, the dot keeps watchers and snapshots away from the half-written file.
    let draft = ".\(name).\(System.processID).new"
    do throws(FileError) {
      try? folder.remove(draft)
      try folder.create(draft, bytes.span)
      try folder.rename(draft, to: name, in: folder)
    } catch {
      try? folder.remove(draft)
      throw FileError(error.reason, .write, path)
    }
  }

  package func kind(of path: String) throws(FileError) -> FileKind? {
    do throws(FileError) {
      return try Self.call(.read, path) { raw throws(FileError.Reason) in
        try System.status(of: raw, in: System.workingFolder, followingLinks: true).kind
      }
    } catch {
      if error.reason == .missing || error.reason == .notFolder { return nil }
      throw error
    }
  }

  package func names(in folder: String) throws(FileError) -> [String] {
    try Self.call(.read, folder) { raw throws(FileError.Reason) in
      var names: [RawPath] = []
      let descriptor = try System.open(raw, in: System.workingFolder, flags: System.openFolderFlags)
      try System.list(descriptor) { name, _ in names.append(name) }
      return names.sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) }.compactMap(\.text)
    }
  }

  package func remove(_ path: String) throws(FileError) {
    try Self.call(.remove, path) { raw throws(FileError.Reason) in
      try System.remove(raw, in: System.workingFolder, isFolder: false)
    }
  }

  package func realPath(_ path: String) throws(FileError) -> String {
    try Self.call(.read, path) { raw throws(FileError.Reason) in
      guard let text = try System.realPath(raw).text else { throw .invalidName }
      return text
    }
  }

  /// Makes a folder and those above it, as far as they are missing.
  package func makeFolders(_ path: String) throws(FileError) {
    guard try kind(of: path) == nil else { return }
    let parent = Self.split(path).folder
    if parent != path { try makeFolders(parent) }
    do throws(FileError) {
      try Self.call(.write, path) { raw throws(FileError.Reason) in
        try System.makeFolder(raw, in: System.workingFolder)
      }
    } catch {
      // Another process may have been quicker.
      if error.reason != .exists { throw error }
    }
  }

  /// Folder and last name of a path: `a/b` → `a`, `b`; `b` → `.`, `b`; `/b` → `/`, `b`.
  package static func split(_ path: String) -> (folder: String, name: String) {
    var bytes = Array(path.utf8)[...]
    while bytes.count > 1, bytes.last == UInt8(ascii: "/") { bytes.removeLast() }
    guard let slash = bytes.lastIndex(of: UInt8(ascii: "/")) else {
      return (".", String(decoding: bytes, as: UTF8.self))
    }
    let name = String(decoding: bytes[(slash + 1)...], as: UTF8.self)
    return (slash == 0 ? "/" : String(decoding: bytes[..<slash], as: UTF8.self), name)
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
