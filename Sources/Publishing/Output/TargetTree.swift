import Files
import Synchronization

/// Where new files go: the spare, or, where files are replaced one by one, a folder for the new ones alone.
final class TargetTree: Sendable {
  /// The tree's name in the folder of the state.
  let name: String
  let identity: FileIdentity
  /// What the tree held at the beginning; `nil` for one that was made by this build.
  let known: KnownTree?
  /// The folders that `known` tells of, after everything foreign was removed from them; by position.
  let folders: [TreeTable.Directory?]
  let writer: TreeWriter
  let folder: Folder

  private init(
    _ path: String, _ name: String, known: KnownTree?, _ folders: [TreeTable.Directory?]
  ) throws(FileError) {
    self.name = name
    self.known = known
    self.folders = folders
    folder = try Folder(path)
    identity = try folder.identity()
    writer = TreeWriter(try Folder(path), isFresh: known == nil)
  }

  /// A folder for new files.
  static func next(_ place: OutputPlace) throws(FileError) -> TargetTree {
    try Folder(place.state).makeFolder("next")
    return try TargetTree(place.next, "next", known: nil, [])
  }

  /// A spare for a first portal, or one of which nothing is known.
  static func fresh(_ place: OutputPlace) throws(FileError) -> TargetTree {
    try Folder(place.state).makeFolder("spare")
    return try TargetTree(place.spare, "spare", known: nil, [])
  }

  /// The spare of the last build, without what others have put into it.
  static func spare(
    _ place: OutputPlace, _ table: TreeTable, isBetween: Bool, _ settings: OutputSettings
  ) throws(FileError) -> TargetTree {
    let known = KnownTree(try Folder(place.spare), table)
    _ = try known.checkTop(cleaning: true)
    let folders = try known.checkFolders(
      cleaning: true, isBetween: isBetween, jobs: settings.jobs, settings.now)
    return try TargetTree(place.spare, "spare", known: known, folders)
  }
}

extension OutputStage {
  /// The target, opened when it is first needed. Before a file of the spare is touched, the journal says so.
  func openTarget() throws(FileError) -> TargetTree {
    try target.withLock { target throws(FileError) in
      if let target { return target }
      let opened: TargetTree
      if obstacle != nil {
        opened = try .next(place)
      } else {
        opened = try openSpare()
        settings.onStep(.journalled)
      }
      target = opened
      return opened
    }
  }

  private func openSpare() throws(FileError) -> TargetTree {
    let disk = DiskFiles()
    if let spare = recovery.spare, let table = record.table(of: spare) {
      try disk.write(Journal(tree: spare).bytes, to: place.journal)
      do throws(FileError) {
        return try .spare(place, table, isBetween: recovery.isBetween, settings)
      } catch {
        // It cannot even be looked through: of no use any more.
        if let kept = try Recovery.remove("spare", Folder(place.state), place, settings) {
          self.kept.withLock { $0.append(kept) }
        }
      }
    }
    let fresh = try TargetTree.fresh(place)
    // The folder is known as ours before it can be the output.
    let ours = [published?.table.tree, fresh.identity].compactMap { $0 }
    try disk.write(OutputMarks(trees: ours).bytes, to: place.marks)
    try disk.write(Journal(tree: fresh.identity).bytes, to: place.journal)
    return fresh
  }
}
