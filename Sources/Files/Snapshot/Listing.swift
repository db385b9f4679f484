/// What a snapshot found: which files, and by what each folder is recognised while no name in it comes or goes.
package struct Listing: Sendable {
  /// A folder.
  package struct Folder: Hashable, Sendable {
    /// As the snapshot shows it: its label for the folder it was taken of.
    package var path: String
    /// From before it was listed; `none` when it was so young that a name could come afterwards without it being seen.
    package var stamp: FileStamp

    package init(path: String, stamp: FileStamp) {
      self.path = path
      self.stamp = stamp
    }
  }

  /// Every folder, empty ones too.
  package var folders: [Folder]
  /// Every file, sorted by the bytes of the paths, as the snapshot shows them.
  package var files: [String]

  package init(folders: [Folder], files: [String]) {
    self.folders = folders
    self.files = files
  }
}

extension Listing {
  /// Folders that are listed once more; when more are others, everything is walked through.
  private static let limit = 16

  /// The folders as they are now, when none of their names has come or gone; `nil` when one has, when many folders are others,
  /// or nothing is known. `root` is the folder that is shown as `label`.
  ///
  /// - Complexity: one look at each folder, and O(paths) for each of those that have another stamp.
  func lookAgain(_ label: String, _ root: Int32, jobs: Int) -> [Folder]? {
    guard !folders.isEmpty else { return nil }
    let stamps = Parallel.map(folders.count, jobs: jobs, run: 32) { index -> FileStamp? in
      let open = Self.open(folders[index].path, label)
      let status = try? System.status(of: open, in: root, followingLinks: false)
      return status.flatMap { $0.kind == .folder ? FileStamp($0) : nil }
    }
    var now = folders
    var others: [Folder] = []
    for (index, stamp) in stamps.enumerated() where stamp != folders[index].stamp {
      guard let stamp, others.count < Self.limit else { return nil }
      now[index].stamp = stamp
      others.append(now[index])
    }
    return others.allSatisfy { hasSameNames($0, label, root) } ? now : nil
  }

  /// The path to open for what is shown as `path`.
  static func open(_ path: String, _ label: String) -> RawPath {
    let below = label.isEmpty ? path.utf8[...] : path.utf8.dropFirst(label.utf8.count + 1)
    return below.isEmpty ? .here : RawPath(name: Array(below)) ?? .here
  }

  /// Whether the folder holds what is known of it.
  private func hasSameNames(_ folder: Folder, _ label: String, _ root: Int32) -> Bool {
    guard let entries = try? System.sortedEntries(of: Self.open(folder.path, label), in: root) else { return false }
    var names: Set<String> = []
    for (name, kind) in entries where !IgnoredNames.contains(name) {
      guard let text = name.text, kind == .file || kind == .folder else { return false }
      names.insert(kind == .folder ? text + "/" : text)
    }
    return names == self.names(in: folder.path)
  }

  /// What is known to be in a folder; folders with a closing slash.
  ///
  /// - Complexity: O(paths).
  private func names(in folder: String) -> Set<String> {
    let prefix = folder.isEmpty ? "" : folder + "/"
    func name(_ path: String) -> String? {
      guard path.utf8.count > prefix.utf8.count, path.utf8.starts(with: prefix.utf8) else { return nil }
      let rest = path.utf8.dropFirst(prefix.utf8.count)
      return rest.contains(UInt8(ascii: "/")) ? nil : String(Substring(rest))
    }
    return Set(files.compactMap(name)).union(folders.compactMap { name($0.path).map { $0 + "/" } })
  }
}
