import Bytes
import Diagnostics
import Files
import Synchronization

extension OutputStage {
  /// Puts the new portal in place of the old one: not at all when they are the same; in one step; or file by file where
  /// that is asked for or cannot be helped.
  ///
  /// - Throws: the error of a call. Unless it is `partly`, the old portal is as it was.
  package func publish() throws(OutputError) -> PublishingResult {
    settings.onStep(.staged)
    let claims = claims.withLock { $0 }
    let table = published?.table ?? .empty
    let portal = NewPortal(claims, table, keepsPrevious: settings.keepsPrevious)
    if let path = portal.conflict {
      discard()
      throw .badPath(path, .taken)
    }
    do throws(FileError) {
      if try isPublished(portal, claims) { return result(portal, .unchanged) }
    } catch { throw .file(error) }
    if let obstacle { return try replaceFiles(portal, obstacle) }
    do throws(OutputError) {
      return try exchange(portal)
    } catch {
      discard()
      throw error
    }
  }

  /// Forgets the new portal. A spare that was made for it goes; one that was there stays for the next build, which looks
  /// through it.
  package func discard() {
    let target = target.withLock { target in
      defer { target = nil }
      return target
    }
    guard let target, target.known == nil, let state = try? Folder(place.state) else { return }
    // What cannot be removed now is removed by the next build.
    let isGone = (try? Recovery.remove(target.name, state, place, settings)) == .some(nil)
    if isGone, obstacle == nil { try? state.remove("journal") }
  }

  func result(
    _ portal: NewPortal, _ manner: PublishingResult.Manner, written: Int = 0
  ) -> PublishingResult {
    PublishingResult(
      files: portal.ownFiles, changed: portal.changed, removed: portal.removed,
      written: written, bytes: portal.ownBytes, manner: manner, output: place.output,
      diagnostics: recovery.diagnostics + kept.withLock { $0 })
  }

  /// Whether the output is the new portal already, each file and folder looked at. What had to be read for that is noted.
  private func isPublished(_ portal: NewPortal, _ claims: Claims) throws(FileError) -> Bool {
    guard let published, !hasDifference, claims.others.isEmpty, claims.placed.isEmpty, portal.removed == 0 else {
      return false
    }
    var table = published.table
    var hasNews = !claims.refreshed.isEmpty
    for (position, file) in claims.refreshed { table.files[position] = file }
    for position in table.files.indices where table.files[position].isCarried {
      if claims.known[position] == .same {
        table.files[position].isCarried = false
        hasNews = true
      } else if published.check(position, for: table.files[position].hash, settings.now) == nil {
        return false
      }
    }
    guard try published.checkTop(cleaning: false) else { return false }
    let folders =
      try obstacle == nil
      ? published.checkFolders(cleaning: false, jobs: settings.jobs, settings.now) : publishedFolders
    for position in folders.indices {
      guard let folder = folders[position] else { return false }
      if folder != table.folders[position] { hasNews = true }
      table.folders[position] = folder
    }
    if hasNews {
      var news = record
      if let place = news.tables.firstIndex(where: { $0.tree == table.tree }) { news.tables[place] = table }
      try DiskFiles().write(news.bytes(at: settings.now()), to: place.record)
    }
    return true
  }

  /// Brings the target up to date: what it lacks is copied from the published tree, what it has too much is removed.
  ///
  /// - Returns: the table of the tree that the target now is, and the portal without carried assets that are lost.
  func complete(_ portal: NewPortal, _ target: TargetTree) throws(OutputError) -> (TreeTable, NewPortal) {
    let table = published?.table ?? .empty
    let spare = target.known?.table ?? .empty
    let places = table.paths.positions(in: spare.paths)
    let found = Parallel.map(portal.files.count, jobs: settings.jobs, run: 64) { position in
      Result { () throws(OutputError) -> TreeTable.File? in
        let origin = portal.origins[position]
        guard origin >= 0 else { return portal.files[position] }
        return try self.take(portal.paths, position, portal.files[position], origin, places[origin], target)
      }
    }
    var whole = portal
    var lost: Set<Int> = []
    for (position, result) in found.enumerated() {
      if let file = try result.get() { whole.files[position] = file } else { lost.insert(position) }
    }
    whole = whole.without(lost)
    var new = TreeTable(tree: target.identity, paths: whole.paths, files: whole.files)
    do throws(FileError) {
      try removeStale(spare, new, target.writer)
      try noteFolders(&new, target)
    } catch { throw .file(error) }
    return (new, whole)
  }

  /// A file that the published tree has, in the target: the target's own, or a copy. `nil` for an asset kept from the
  /// build before that is lost.
  private func take(
    _ paths: PathList, _ position: Int, _ file: TreeTable.File, _ origin: Int, _ place: Int, _ target: TargetTree
  ) throws(OutputError) -> TreeTable.File? {
    var taken: TreeTable.File
    if place >= 0, let known = target.known?.check(place, for: file.hash, settings.now) {
      taken = known
    } else {
      // The bytes are looked at again: that they were right a moment ago is not enough to publish them.
      guard let read = try? published?.folder.readStamped(paths[position]), FastHash(read.bytes.span) == file.hash
      else {
        if file.isCarried { return nil }
        throw .changedMeanwhile(paths.text(position))
      }
      let path = paths.text(position)
      do throws(FileError) {
        taken = TreeTable.File(hash: file.hash, stamp: try target.writer.write(path, read.bytes.span), trust: .hidden)
      } catch { throw self.error(error, path) }
    }
    taken.isCarried = file.isCarried
    return taken
  }

  /// Removes the files and folders of `old` that `new` has not.
  func removeStale(_ old: TreeTable, _ new: TreeTable, _ writer: TreeWriter) throws(FileError) {
    let kept = old.paths.positions(in: new.paths)
    let stale = kept.indices.filter { kept[$0] < 0 && !new.paths.hasFolder(Array(old.paths[$0])) }
    let failures = Parallel.map(stale.count, jobs: settings.jobs, run: 64) { index in
      Result { () throws(FileError) in try writer.remove(old.paths.text(stale[index])) }
    }
    for failure in failures { try failure.get() }
    let keptFolders = old.folderPaths.positions(in: new.folderPaths)
    // Children first.
    for position in keptFolders.indices.reversed() where keptFolders[position] < 0 {
      let path = Array(old.folderPaths[position].dropLast())
      // A file may have taken its name.
      if new.paths.index(of: path) == nil { try writer.removeFolder(String(decoding: path, as: UTF8.self)) }
    }
  }

  /// Fills in by what the folders of the target are recognised: what was seen when it was looked through, or, where
  /// something has come or gone since, another look.
  private func noteFolders(_ new: inout TreeTable, _ target: TargetTree) throws(FileError) {
    let places = new.folderPaths.positions(in: target.known?.table.folderPaths ?? PathList())
    let paths = new.folderPaths
    let found = Parallel.map(paths.count, jobs: settings.jobs, run: 64) { position in
      Result { () throws(FileError) -> TreeTable.Directory in
        let path = paths[position].dropLast()
        if places[position] >= 0, let seen = target.folders[places[position]],
          !target.writer.hasTouched(String(decoding: path, as: UTF8.self))
        {
          return seen
        }
        guard let (_, stamp) = try target.folder.stamp(of: path) else {
          throw FileError(.missing, .read, self.place.state + "/" + target.name + "/" + paths.text(position))
        }
        return TreeTable.Directory(stamp: stamp, trust: .hidden)
      }
    }
    for (position, result) in found.enumerated() { new.folders[position] = try result.get() }
  }
}
