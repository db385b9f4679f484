import Glibc

// Compositions of the calls in `System.swift`; nothing unsafe here.
extension System {
  static let openFolderFlags = O_RDONLY | O_DIRECTORY
  /// O_EXCL: a path written twice is an error, not a lost page.
  static let createFlags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW

  static let lockFlags = O_RDWR | O_CREAT | O_NOFOLLOW

  /// One open, one fstat, one read. O_NONBLOCK keeps a pipe that took the file's place from stopping the build; it means
  /// nothing to regular files.
  static func readFile(
    _ path: RawPath, in folder: Int32, followingLinks: Bool, limit: Int
  ) throws(Failure) -> (bytes: [UInt8], status: Status) {
    let flags = O_RDONLY | O_NONBLOCK | (followingLinks ? 0 : O_NOFOLLOW)
    let file = try open(path, in: folder, flags: flags)
    defer { close(file) }
    let status = try status(of: file)
    switch status.kind {
    case .file: break
    case .folder: throw .isFolder
    case .link, .other: throw .unsupported
    }
    guard status.size <= limit else { throw .tooLarge(limit: limit) }
    return (try read(file, expected: status.size), status)
  }

  /// The entries of a folder in the order of the file system.
  static func entries(of path: RawPath, in folder: Int32) throws(Failure) -> [(name: RawPath, kind: FileKind)] {
    let descriptor = try open(path, in: folder, flags: openFolderFlags)
    var entries: [(name: RawPath, kind: FileKind?)] = []
    try list(descriptor) { name, kind in entries.append((name, kind)) }
    var known: [(name: RawPath, kind: FileKind)] = []
    known.reserveCapacity(entries.count)
    for entry in entries {
      if let kind = entry.kind {
        known.append((entry.name, kind))
      } else {
        // Some file systems do not tell the kind with the name.
        let status = try status(of: path.appending(entry.name), in: folder, followingLinks: false)
        known.append((entry.name, status.kind))
      }
    }
    return known
  }

  /// The entries sorted by the bytes of their names, a folder's as if it ended with `/`: so a walk in this order meets
  /// whole paths in the order of their bytes.
  static func sortedEntries(of path: RawPath, in folder: Int32) throws(Failure) -> [(name: RawPath, kind: FileKind)] {
    try entries(of: path, in: folder).sorted {
      $0.name.precedes($1.name, isFolder: $0.kind == .folder, otherIsFolder: $1.kind == .folder)
    }
  }
}
