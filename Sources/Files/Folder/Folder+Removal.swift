extension Folder {
  /// Removes `name` with everything in it; links are removed, not followed. Nothing there is no error.
  ///
  /// Level by level, so that each level is dealt to `jobs` threads.
  ///
  /// - Complexity: one call an entry and two a folder.
  package func removeTree(_ name: String, jobs: Int) throws(FileError) {
    do throws(FileError.Reason) {
      guard let raw = RawPath(name) else { throw .invalidName }
      try removeTree(raw, jobs: jobs)
    } catch { throw FileError(error, .remove, shown(name)) }
  }

  private func removeTree(_ raw: RawPath, jobs: Int) throws(FileError.Reason) {
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
  }

  /// The names in the folder `path` that `keeps` does not want, given the bytes of the name and what it is; with
  /// `removing` they are gone afterwards, with everything below them. Names need not be text.
  ///
  /// - Returns: how many there were.
  package func others(
    in path: ArraySlice<UInt8>, removing: Bool, unless keeps: (_ name: ArraySlice<UInt8>, _ kind: FileKind) -> Bool
  ) throws(FileError) -> Int {
    do throws(FileError.Reason) {
      guard let folder = path.isEmpty ? .here : RawPath(name: path) else { throw .invalidName }
      var count = 0
      for (name, kind) in try System.entries(of: folder, in: descriptor) where !keeps(name.bytes, kind) {
        count += 1
        if removing { try removeTree(folder.appending(name), jobs: 1) }
      }
      return count
    } catch { throw FileError(error, removing ? .remove : .read, shown(String(decoding: path, as: UTF8.self))) }
  }

  /// Gives a folder inside this one other permissions.
  package func setMode(_ mode: UInt32, of path: ArraySlice<UInt8>) throws(FileError) {
    do throws(FileError.Reason) {
      guard let raw = RawPath(name: path) else { throw .invalidName }
      try System.setMode(mode, of: raw, in: descriptor)
    } catch { throw FileError(error, .write, shown(String(decoding: path, as: UTF8.self))) }
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
