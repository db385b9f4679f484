import Files
import Synchronization

// File by file: each is whole at every moment, the portal as a whole is not.
extension OutputStage {
  /// Renames the new files into the output (assets, pages, what lists pages), then removes what is no longer part of the
  /// portal.
  func replaceFiles(
    _ portal: NewPortal, _ cause: PublishingResult.Cause
  ) throws(OutputError) -> PublishingResult {
    let new = portal.origins.indices.filter { portal.origins[$0] < 0 }
    var target: TargetTree?
    do throws(FileError) {
      if !new.isEmpty { target = try openTarget() }
      settings.onStep(.updated)
    } catch {
      discard()
      throw .file(error)
    }
    return try replace(portal, new, cause, target)
  }

  /// The same from a complete spare, when the file system has refused the exchange. The record keeps that for the next
  /// build.
  func replaceAll(
    _ portal: NewPortal, _ cause: PublishingResult.Cause, _ target: TargetTree
  ) throws(OutputError) -> PublishingResult {
    do throws(FileError) {
      // Second names of the host's files, which stay where they are.
      for (name, kind) in try HostEntries.names(in: target.folder) where kind != .folder {
        try target.folder.remove(name)
      }
    } catch { throw .file(error) }
    return try replace(portal, Array(portal.files.indices), cause, target)
  }

  private func replace(
    _ portal: NewPortal, _ new: [Int], _ cause: PublishingResult.Cause, _ target: TargetTree?
  ) throws(OutputError) -> PublishingResult {
    var hasBegun = false
    do throws(FileError) {
      try DiskFiles().makeFolders(place.output)
      let output = try Folder(place.output)
      let identity = try output.identity()
      try prepare(portal, identity, cause)
      settings.onStep(.recorded)
      let writer = TreeWriter(try Folder(place.output), isFresh: false)
      // From a process that died on the way; a new draft must not meet one.
      for entry in try output.entries() where entry.isHidden && entry.kind != .folder {
        if let name = entry.name, OutputPath.isDraft(name.utf8) { try output.remove(name) }
      }
      var table = TreeTable(tree: identity, paths: portal.paths, files: portal.files)
      if let target {
        for position in new.sorted(by: { self.rank($0, portal) < self.rank($1, portal) }) {
          try replace(position, &table, target, output, writer)
          hasBegun = true
        }
      }
      try removeOthers(&table, writer)
      // On an overlay the folder becomes another one with the first change in it.
      table.tree = try Folder(place.output).identity()
      if table.tree != identity { try DiskFiles().write(OutputMarks(trees: [table.tree]).bytes, to: place.marks) }
      let obstacle = TreeRecord.Obstacle(cause: cause, output: table.tree)
      let record = TreeRecord(tables: [table], obstacle: cause == .asked ? nil : obstacle)
      try DiskFiles().write(record.bytes(at: settings.now()), to: place.record)
      settings.onStep(.cleared)
    } catch {
      if !hasBegun { discard() }
      throw hasBegun ? .partly(error) : .file(error)
    }
    let written = target?.writer.written ?? 0
    clear()
    return result(portal, .inPlace(cause), written: written)
  }

  /// What comes later must not lead to what is not there yet.
  private func rank(_ position: Int, _ portal: NewPortal) -> Int { OutputPath.rank(of: portal.paths.text(position)) }

  /// Puts one new file in its place and notes by what it is recognised there.
  private func replace(
    _ position: Int, _ table: inout TreeTable, _ target: TargetTree, _ output: borrowing Folder, _ writer: TreeWriter
  ) throws(FileError) {
    let path = table.paths.text(position)
    try writer.makeFolders(OutputPath.folder(of: path))
    // A folder that stands where a file belongs.
    if try output.kind(of: path) == .folder { try output.removeTree(path, jobs: settings.jobs) }
    try move(path, from: target.folder, to: output, writer)
    let moment = settings.now()
    guard let found = try output.stamp(of: table.paths[position]) else { return }
    table.files[position].stamp = found.stamp
    table.files[position].trust = TreeTable.Trust(found.stamp, seenAt: moment)
  }

  /// Notes what the output is going to hold, so that it is known as ours if this process dies halfway.
  private func prepare(
    _ portal: NewPortal, _ identity: FileIdentity, _ cause: PublishingResult.Cause
  ) throws(FileError) {
    var planned = TreeTable(tree: .none, paths: portal.paths, files: portal.files)
    for position in planned.files.indices {
      let size = planned.files[position].stamp.size
      planned.files[position].stamp = .none
      planned.files[position].stamp.size = size
      planned.files[position].trust = .unsettled
    }
    let known = published.map { [$0.table] } ?? []
    let record = TreeRecord(tables: known + [planned], obstacle: self.record.obstacle)
    try DiskFiles().write(record.bytes(at: settings.now()), to: place.record)
    if OutputMarks(readFrom: place.marks).trees != [identity] {
      try DiskFiles().write(OutputMarks(trees: [identity]).bytes, to: place.marks)
    }
  }

  /// Moves one file, or copies it when the output is mounted from elsewhere.
  private func move(
    _ path: String, from source: borrowing Folder, to output: borrowing Folder, _ writer: TreeWriter
  ) throws(FileError) {
    do throws(FileError) {
      try source.rename(path, to: path, in: output)
      writer.touch(OutputPath.folder(of: path))
    } catch {
      guard error.reason == .otherFileSystem else { throw error }
      let bytes = try source.read(path)
      _ = try writer.write(path, bytes.span)
    }
  }

  /// Removes what the new portal has not: files of the old one, and what others have put into its folders.
  private func removeOthers(_ table: inout TreeTable, _ writer: TreeWriter) throws(FileError) {
    let old = published?.table ?? .empty
    try removeStale(old, table, writer)
    let tree = KnownTree(try Folder(place.output), table)
    _ = try tree.checkTop(cleaning: true)
    let places = table.folderPaths.positions(in: old.folderPaths)
    for position in table.folders.indices {
      let path = String(decoding: table.folderPaths[position].dropLast(), as: UTF8.self)
      if places[position] >= 0, places[position] < publishedFolders.count,
        let seen = publishedFolders[places[position]], !writer.hasTouched(path)
      {
        table.folders[position] = seen
      } else if let seen = try tree.checkFolder(position, cleaning: true, settings.now) {
        table.folders[position] = seen
      }
    }
  }

  /// The folder of new files is empty, and a spare is of no use.
  private func clear() {
    target.withLock { $0 = nil }
    guard let state = try? Folder(place.state) else { return }
    for name in ["next", "spare"] {
      if let diagnostic = try? Recovery.remove(name, state, place, settings) {
        kept.withLock { $0.append(diagnostic) }
      }
    }
    try? state.remove("journal")
  }
}
