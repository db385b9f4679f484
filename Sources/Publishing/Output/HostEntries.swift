import Files

/// Entries at the top of an output whose name begins with a dot: `.git`, `.gitignore`, `.well-known`. They belong to the
/// host, and every new portal must have them.
///
/// Files and links are duplicated into the stage before the exchange, so that they are never missing; what cannot be in
/// two places is moved behind it.
enum HostEntries {
  /// Duplicates files and links of `output` into `stage`.
  static func stage(from output: borrowing Folder, into stage: borrowing Folder) throws(FileError) {
    for (name, kind) in try names(in: output) where kind == .file || kind == .link {
      try output.duplicate(name, in: stage)
    }
  }

  /// What of the host's is in a tree.
  static func names(in tree: borrowing Folder) throws(FileError) -> [(name: String, kind: FileKind)] {
    var names: [(String, FileKind)] = []
    for entry in try tree.entries() {
      guard entry.isHidden, let name = entry.name, !OutputPath.isDraft(name.utf8) else { continue }
      names.append((name, entry.kind))
    }
    return names
  }

  /// Moves to `output` what `old` still holds of the host and `output` lacks, and removes second names from `old`.
  ///
  /// A file that both have is the same by inode, or was a copy, or the host replaced it while the portal was staged: then
  /// the old folder has the newer one, when `oldIsNewer`.
  ///
  /// - Returns: whether `old` holds nothing of the host's any more that is not in `output`.
  /// - Throws: the first call that failed; the rest is left where it is.
  static func move(
    from old: borrowing Folder, to output: borrowing Folder, oldIsNewer: Bool
  ) throws(FileError) -> Bool {
    var isClear = true
    for (name, kind) in try names(in: old) {
      if try output.kind(of: name) == nil {
        try old.rename(name, to: name, in: output, replacing: false)
      } else if kind == .folder {
        isClear = false
      } else if try isSame(name, old, output) {
        try old.remove(name)
      } else if oldIsNewer {
        try old.rename(name, to: name, in: output)
      } else {
        isClear = false
      }
    }
    return isClear
  }

  /// Whether both folders have the same file under `name`, by inode or by bytes; two links count as the same.
  private static func isSame(
    _ name: String, _ left: borrowing Folder, _ right: borrowing Folder
  ) throws(FileError) -> Bool {
    guard let ours = try left.state(of: name), let theirs = try right.state(of: name) else { return false }
    if ours.identity == theirs.identity { return true }
    guard ours.stamp.size == theirs.stamp.size else { return false }
    let kinds = (try left.kind(of: name), try right.kind(of: name))
    guard kinds == (.file, .file) else { return kinds == (.link, .link) }
    return try left.read(name) == right.read(name)
  }
}
