import Synchronization

extension Folder {
  /// Removes `name` with everything in it; links are removed, not followed. Nothing there is no error.
  ///
  /// Level by level, so that each level is dealt to `jobs` threads.
  ///
  /// - Complexity: one call an entry and two a folder.
  package func removeTree(_ name: String, jobs: Int) throws(FileError) {
    do throws(FileError.Reason) {
      guard let raw = RawPath(name) else { throw .invalidName }
      let kind: FileKind
      do throws(FileError.Reason) {
        kind = try System.status(of: raw, in: descriptor, followingLinks: false).kind
      } catch {
        if error == .missing { return }
        throw error
      }
      guard kind == .folder else { return try System.remove(raw, in: descriptor, isFolder: false) }
      var levels: [[RawPath]] = [[raw]]
      while let level = levels.last, !level.isEmpty { levels.append(try removeFiles(of: level, jobs)) }
      for level in levels.reversed() { try removeEmpty(level, jobs) }
    } catch { throw FileError(error, .remove, shown(name)) }
  }

  /// Removes files whose paths are known, and the folders they leave empty, without listing any folder: half the calls of
  /// `removeTree`, which then finds little to do. What cannot be removed is left.
  ///
  /// `files` are paths below `path`, sorted by bytes.
  package static func removeKnown(_ path: String, files: [String], jobs: Int) {
    guard let folder = try? Folder(path) else { return }
    let descriptor = folder.descriptor
    // A folder's files stand together, so one thread removes them and then the folder, unless others are below it.
    Parallel.forEachRun(files.count, jobs: jobs, run: 64) { range in
      for index in range {
        guard let raw = RawPath(files[index]) else { continue }
        try? System.remove(raw, in: descriptor, isFolder: false)
        guard let slash = raw.bytes.lastIndex(of: UInt8(ascii: "/")) else { continue }
        let parent = raw.bytes[...slash]
        let isLast = index + 1 == files.count || !files[index + 1].utf8.starts(with: parent)
        guard isLast, let parent = RawPath(name: Array(parent.dropLast())) else { continue }
        try? System.remove(parent, in: descriptor, isFolder: true)
      }
    }
    _ = consume folder
  }

  /// Removes from the folder everything that `keeps` does not want, given the path below the folder: files, and folders
  /// that were left empty. A folder that is not wanted itself is entered all the same.
  ///
  /// - Returns: number of files removed.
  package func removeAll(unless keeps: (_ path: String, _ kind: FileKind) -> Bool) throws(FileError) -> Int {
    do throws(FileError.Reason) {
      return try removeAll(in: .here, shown: "", unless: keeps)
    } catch { throw FileError(error, .remove, path) }
  }

  private func removeAll(
    in folder: RawPath, shown prefix: String, unless keeps: (String, FileKind) -> Bool
  ) throws(FileError.Reason) -> Int {
    var removed = 0
    for (name, kind) in try System.sortedEntries(of: folder, in: descriptor) {
      let raw = folder.appending(name)
      let path = name.text.map { prefix + $0 }
      let isKept = path.map { keeps($0, kind) } ?? false
      // A name that is not UTF-8 is none of ours: the whole folder goes.
      if kind == .folder, let path, !(prefix.isEmpty && isKept && name.bytes.first == UInt8(ascii: ".")) {
        removed += try removeAll(in: raw, shown: path + "/", unless: keeps)
      }
      if isKept { continue }
      if kind == .folder {
        if path == nil { removed += try removeUnnamed(raw) }
        try System.remove(raw, in: descriptor, isFolder: true)
      } else {
        try System.remove(raw, in: descriptor, isFolder: false)
        removed += 1
      }
    }
    return removed
  }

  private func removeUnnamed(_ folder: RawPath) throws(FileError.Reason) -> Int {
    var removed = 0
    for (name, kind) in try System.sortedEntries(of: folder, in: descriptor) {
      let raw = folder.appending(name)
      removed += kind == .folder ? try removeUnnamed(raw) : 1
      try System.remove(raw, in: descriptor, isFolder: kind == .folder)
    }
    return removed
  }

  /// Removes the files of all `folders`; gives the folders found in them.
  private func removeFiles(of folders: [RawPath], _ jobs: Int) throws(FileError.Reason) -> [RawPath] {
    let descriptor = descriptor
    let results = Parallel.map(folders.count, jobs: jobs) { index in
      Result { () throws(FileError.Reason) in
        var below: [RawPath] = []
        for (name, kind) in try System.entries(of: folders[index], in: descriptor) {
          let path = folders[index].appending(name)
          if kind == .folder {
            below.append(path)
          } else {
            try System.remove(path, in: descriptor, isFolder: false)
          }
        }
        return below
      }
    }
    var below: [RawPath] = []
    for result in results { below.append(contentsOf: try result.get()) }
    return below
  }

  private func removeEmpty(_ folders: [RawPath], _ jobs: Int) throws(FileError.Reason) {
    let descriptor = descriptor
    let failures = Parallel.map(folders.count, jobs: jobs) { index in
      Result { () throws(FileError.Reason) in try System.remove(folders[index], in: descriptor, isFolder: true) }
    }
    for failure in failures { try failure.get() }
  }
}
