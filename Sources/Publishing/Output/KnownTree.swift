import Bytes
import Files

/// A tree on disk with what the record knows of it. Nothing is believed that has not been looked at in this build.
final class KnownTree: Sendable {
  let folder: Folder
  let table: TreeTable
  private let index: PathIndex

  init(_ folder: consuming Folder, _ table: TreeTable) {
    self.folder = folder
    self.table = table
    index = PathIndex(table.paths)
  }

  /// The position of a file in the table.
  func position(of path: String) -> Int? { index[path.utf8Span.span] }

  /// The file at `position`, when it holds bytes of this hash: by its stamp, else by reading it.
  ///
  /// A file that someone gave other rights is not what was written, whatever its bytes.
  ///
  /// - Complexity: one look.
  func check(_ position: Int, for hash: FastHash, _ now: () -> Timestamp) -> TreeTable.File? {
    let path = table.paths[position]
    var known = table.files[position]
    guard let (kind, stamp) = try? folder.stamp(of: path), kind == .file else { return nil }
    if known.trust == .settled, stamp == known.stamp { return known.hash == hash ? known : nil }
    guard stamp.mode == known.stamp.mode, known.hash != hash || stamp.size == known.stamp.size else { return nil }
    let moment = now()
    guard let file = try? folder.readStamped(path), FastHash(file.bytes.span) == hash else { return nil }
    known.hash = hash
    known.stamp = file.stamp
    known.trust = TreeTable.Trust(file.stamp, seenAt: moment)
    return known
  }

  /// What the folder at `position` is now, when it holds exactly the names of the table: by its stamp, else by listing it.
  /// With `cleaning`, what does not belong into it is removed.
  ///
  /// - Returns: `nil` for a folder that is missing, is none, or has strangers that are not removed.
  /// - Complexity: one look.
  func checkFolder(
    _ position: Int, cleaning: Bool, isBetween: Bool = false, _ now: () -> Timestamp
  ) throws(FileError) -> TreeTable.Directory? {
    let path = table.folderPaths[position].dropLast()
    let known = table.folders[position]
    guard var (kind, stamp) = try folder.stamp(of: path) else { return nil }
    guard kind == .folder else {
      if cleaning { try folder.remove(String(decoding: path, as: UTF8.self)) }
      return nil
    }
    if known.trust == .settled, !isBetween, stamp == known.stamp { return known }
    guard try isReachedWithoutLinks(path) else { return nil }
    if known.stamp != .none, stamp.mode != known.stamp.mode {
      guard cleaning else { return nil }
      try folder.setMode(known.stamp.mode, of: path)
    }
    let prefix = Array(table.folderPaths[position])
    while true {
      let moment = now()
      let strangers = try folder.others(in: path, removing: cleaning) { table.has(prefix + $0, as: $1) }
      if strangers == 0 { return TreeTable.Directory(stamp: stamp, trust: TreeTable.Trust(stamp, seenAt: moment)) }
      guard cleaning, let again = try folder.stamp(of: path) else { return nil }
      (kind, stamp) = again
    }
  }

  /// Whether every folder above is one, so that what is removed here is not behind a link.
  private func isReachedWithoutLinks(_ path: ArraySlice<UInt8>) throws(FileError) -> Bool {
    for place in path.indices where path[place] == UInt8(ascii: "/") {
      guard try folder.stamp(of: path[..<place])?.kind == .folder else { return false }
    }
    return true
  }

  /// Whether the top holds nothing but names of the table and of the host.
  func checkTop(cleaning: Bool) throws(FileError) -> Bool {
    let dot = UInt8(ascii: ".")
    return try folder.others(in: [], removing: cleaning) { name, kind in
      table.has(Array(name), as: kind) || name.first == dot && !OutputPath.isDraft(name)
    } == 0
  }

  /// All folders, looked at on `jobs` threads, by position.
  func checkFolders(
    cleaning: Bool, isBetween: Bool = false, jobs: Int, _ now: @escaping @Sendable () -> Timestamp
  ) throws(FileError) -> [TreeTable.Directory?] {
    let results = Parallel.map(table.folders.count, jobs: jobs, run: 64) { position in
      Result { () throws(FileError) in
        try self.checkFolder(position, cleaning: cleaning, isBetween: isBetween, now)
      }
    }
    var found: [TreeTable.Directory?] = []
    found.reserveCapacity(results.count)
    for result in results { found.append(try result.get()) }
    return found
  }
}
