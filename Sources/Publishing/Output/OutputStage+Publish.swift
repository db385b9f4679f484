import Diagnostics
import Files

extension OutputStage {
  /// Puts the new portal in place of the old one in one step, or file by file where that is asked for or cannot be
  /// helped; then removes the old one.
  ///
  /// - Throws: the error of a call. Unless it is `partly`, the old portal is as it was.
  package func publish() throws(OutputError) -> PublishingResult {
    settings.onStep(.staged)
    let manner: PublishingResult.Manner
    let exists: Bool
    let new: Manifest
    do throws(FileError) {
      exists = try DiskFiles().kind(of: place.output) == .folder
      new = Manifest(tree: try folder.identity(), files: files)
      try DiskFiles().write(new.bytes, to: place.nextManifest)
    } catch {
      discard()
      throw .file(error)
    }
    var kept: [Diagnostic] = []
    if settings.inPlace {
      manner = try replaceFiles(new, .asked)
    } else if place.isMountPoint {
      manner = try replaceFiles(new, .mountPoint)
    } else {
      manner = try exchange(new, exists, &kept)
    }
    return PublishingResult(
      written: new.files.count, removed: old?.removed(in: new) ?? 0, bytes: new.files.reduce(0) { $0 + $1.size },
      manner: manner, output: place.output, diagnostics: recovered.diagnostics + kept)
  }

  /// One step, or file by file when the file system refuses.
  private func exchange(
    _ new: Manifest, _ exists: Bool, _ kept: inout [Diagnostic]
  ) throws(OutputError) -> PublishingResult.Manner {
    do throws(FileError) {
      if exists {
        let output = try Folder(place.output)
        try HostEntries.stage(from: output, into: folder)
        try folder.takeOverRights(of: output)
      }
      settings.onStep(.hostFilesStaged)
      try DiskFiles().write(Journal(tree: try folder.identity()).bytes, to: place.journal)
      settings.onStep(.journalled)
      try swap(exists)
    } catch {
      switch (error.action, error.reason) {
      case (.rename, .busy): return try replaceFiles(new, .mountPoint)
      case (.rename, .otherFileSystem), (.rename, .unsupported): return try replaceFiles(new, .unsupported)
      case _:
        try? Folder(place.state).remove("journal")
        discard()
        throw .file(error)
      }
    }
    settings.onStep(.exchanged)
    let mayRemove = try finish(exists)
    clear(exists, mayRemove, &kept)
    return exists ? .exchanged : .created
  }

  private func swap(_ exists: Bool) throws(FileError) {
    if exists {
      try Folder.exchange(place.stage, place.output)
    } else {
      let parent = try Folder(place.parent)
      try Folder(place.state).rename("next", to: place.name, in: parent, replacing: false)
    }
  }

  /// Behind the exchange: the host's folders, the manifest, the journal. When a folder of the host cannot be moved, the
  /// exchange is taken back.
  ///
  /// - Returns: whether the old tree holds nothing of the host's.
  private func finish(_ exists: Bool) throws(OutputError) -> Bool {
    var mayRemove = true
    do throws(FileError) {
      if exists {
        // `folder` went to the output's name with the exchange.
        let old = try Folder(place.stage)
        do throws(FileError) {
          mayRemove = try HostEntries.move(from: old, to: folder, oldIsNewer: true)
        } catch {
          try takeBack(old)
          throw error
        }
      }
    } catch { throw .file(error) }
    settings.onStep(.hostMoved)
    // The portal is published. Should one of these fail, the journal or the next manifest stays and the next build
    // completes it.
    if let state = try? Folder(place.state) {
      try? state.rename("manifest.next", to: "manifest", in: state)
      try? state.remove("journal")
    }
    settings.onStep(.recorded)
    return mayRemove
  }

  private func takeBack(_ old: borrowing Folder) throws(FileError) {
    // What was moved has no second name in the old tree; files have, and stay.
    for entry in try folder.entries() where entry.isHidden {
      guard let name = entry.name, try old.kind(of: name) == nil else { continue }
      try folder.rename(name, to: name, in: old, replacing: false)
    }
    try Folder.exchange(place.stage, place.output)
    try? Folder(place.state).remove("journal")
    discard()
  }

  private func clear(_ exists: Bool, _ mayRemove: Bool, _ kept: inout [Diagnostic]) {
    guard exists else { return settings.onStep(.cleared) }
    do throws(FileError) {
      let state = try Folder(place.state)
      if mayRemove {
        if let old { Folder.removeKnown(place.stage, files: old.files.map(\.path), jobs: settings.jobs) }
        try state.removeTree("next", jobs: settings.jobs)
      } else {
        kept.append(.treeKept(try Recovery.setAside(state, place), nil))
      }
    } catch {
      // Published all the same; the next build tries again.
      kept.append(.treeKept(place.stage, error))
    }
    settings.onStep(.cleared)
  }
}
