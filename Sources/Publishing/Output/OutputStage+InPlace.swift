import Files

// File by file: each is whole at every moment, the portal as a whole is not.
extension OutputStage {
  /// Renames every file of the stage into the output (assets, pages, what lists pages), then removes what is no longer
  /// part of the portal.
  func replaceFiles(_ new: Manifest, _ cause: PublishingResult.Cause) throws(OutputError) -> PublishingResult.Manner {
    var hasBegun = false
    do throws(FileError) {
      try DiskFiles().makeFolders(place.output)
      let output = try Folder(place.output)
      var known: Set<String> = [""]
      for file in new.files.map({ (rank: SitePath.rank(of: $0.path), path: $0.path) }).sorted(by: { $0.rank < $1.rank })
      {
        try makeFolders(SitePath.folder(of: file.path), in: output, &known)
        // A folder that stands where a file belongs.
        if try output.kind(of: file.path) == .folder { try output.removeTree(file.path, jobs: settings.jobs) }
        try move(file.path, to: output)
        hasBegun = true
      }
      try removeOthers(new, known, output)
      let state = try Folder(place.state)
      // The output keeps its folder, so the manifest must know that one.
      let manifest = Manifest(tree: try output.identity(), files: new.files)
      try DiskFiles().write(manifest.bytes, to: place.manifest)
      try? state.remove("manifest.next")
      try? state.remove("journal")
      settings.onStep(.recorded)
      try? state.removeTree("next", jobs: settings.jobs)
      settings.onStep(.cleared)
      return .inPlace(cause)
    } catch {
      if !hasBegun { discard() }
      throw hasBegun ? .partly(error) : .file(error)
    }
  }

  /// Moves one file, or copies it under a passing name when the output is mounted from elsewhere.
  private func move(_ path: String, to output: borrowing Folder) throws(FileError) {
    do throws(FileError) {
      try folder.rename(path, to: path, in: output)
    } catch {
      guard error.reason == .otherFileSystem else { throw error }
      try copy(path, to: output)
    }
  }

  private func copy(_ path: String, to output: borrowing Folder) throws(FileError) {
    let draft = ".prospectus-new"
    let bytes = try folder.read(path)
    try? output.remove(draft)
    do throws(FileError) {
      try output.create(draft, bytes.span)
      try output.rename(draft, to: path, in: output)
    } catch {
      try? output.remove(draft)
      throw error
    }
  }

  /// Makes folders of the output that are missing. A file or link in the place of one is removed: nothing is written
  /// through a link.
  private func makeFolders(_ path: String, in output: borrowing Folder, _ known: inout Set<String>) throws(FileError) {
    guard !known.contains(path) else { return }
    try makeFolders(SitePath.folder(of: path), in: output, &known)
    if try !output.makeFolder(path), try output.kind(of: path) != .folder {
      try output.remove(path)
      try output.makeFolder(path)
    }
    known.insert(path)
  }

  private func removeOthers(
    _ new: Manifest, _ folders: Set<String>, _ output: borrowing Folder
  ) throws(FileError) {
    let files = Set(new.files.map(\.path))
    _ = try output.removeAll { path, kind in
      let isHostsTop = path.utf8.first == UInt8(ascii: ".")
      return isHostsTop || (kind == .folder ? folders.contains(path) : files.contains(path))
    }
  }
}
