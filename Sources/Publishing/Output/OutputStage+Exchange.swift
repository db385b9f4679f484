import Diagnostics
import Files
import Synchronization

// In one step: the spare, brought up to date, and the output exchange their names.
extension OutputStage {
  /// Completes the spare and exchanges; file by file when the file system refuses.
  func exchange(_ portal: NewPortal) throws(OutputError) -> PublishingResult {
    let target = try filing { () throws(FileError) in try openTarget() }
    let (new, whole) = try complete(portal, target)
    settings.onStep(.updated)
    do throws(FileError) {
      if let published {
        try HostEntries.stage(from: published.folder, into: target.folder)
        try target.folder.takeOverRights(of: published.folder)
      }
      settings.onStep(.hostFilesStaged)
      let known = published.flatMap { $0.table.files.isEmpty ? nil : refreshed($0.table) }
      let record = TreeRecord(tables: [new] + (known.map { [$0] } ?? []))
      try DiskFiles().write(record.bytes(at: settings.now()), to: place.record)
      settings.onStep(.recorded)
      try swap()
    } catch {
      let cause: PublishingResult.Cause
      switch (error.action, error.reason) {
      case (.rename, .busy): cause = .mountPoint
      case (.rename, .otherFileSystem), (.rename, .unsupported): cause = .unsupported
      case _: throw .file(error)
      }
      return try replaceAll(whole, cause, target)
    }
    settings.onStep(.exchanged)
    let isClear = try finish(target)
    clear(isClear)
    return result(whole, published == nil ? .created : .exchanged, written: target.writer.written)
  }

  /// The table with what this build has read of its files.
  private func refreshed(_ table: TreeTable) -> TreeTable {
    var table = table
    for (position, file) in claims.withLock({ $0.refreshed }) { table.files[position] = file }
    return table
  }

  private func swap() throws(FileError) {
    if published != nil {
      try Folder.exchange(place.spare, place.output)
    } else {
      let parent = try Folder(place.parent)
      try Folder(place.state).rename("spare", to: place.name, in: parent, replacing: false)
    }
  }

  /// Behind the exchange: the host's folders. When one of them cannot be moved, the exchange is taken back.
  ///
  /// - Returns: whether the old tree holds nothing of the host's.
  private func finish(_ target: TargetTree) throws(OutputError) -> Bool {
    guard published != nil else {
      settings.onStep(.hostMoved)
      return true
    }
    do throws(FileError) {
      // `target.folder` went to the output's name with the exchange.
      let old = try Folder(place.spare)
      do throws(FileError) {
        let isClear = try HostEntries.move(from: old, to: target.folder, oldIsNewer: true)
        settings.onStep(.hostMoved)
        return isClear
      } catch {
        try takeBack(old, target)
        throw error
      }
    } catch { throw .file(error) }
  }

  private func takeBack(_ old: borrowing Folder, _ target: TargetTree) throws(FileError) {
    for (name, _) in try HostEntries.names(in: target.folder) {
      if try old.kind(of: name) == nil {
        try target.folder.rename(name, to: name, in: old, replacing: false)
      } else {
        try target.folder.remove(name)
      }
    }
    try Folder.exchange(place.spare, place.output)
  }

  /// The old portal is the spare now. One that holds something of the host's, or of which nothing is known, is none.
  private func clear(_ isClear: Bool) {
    // The portal is published; what fails here, the next build tries again.
    do throws(FileError) {
      let state = try Folder(place.state)
      if !isClear || published?.table.files.isEmpty ?? false {
        if let diagnostic = try Recovery.remove("spare", state, place, settings) {
          kept.withLock { $0.append(diagnostic) }
        }
      }
      try state.remove("journal")
    } catch {
      if error.reason != .missing { kept.withLock { $0.append(.treeKept(place.spare, error)) } }
    }
    settings.onStep(.cleared)
  }
}
