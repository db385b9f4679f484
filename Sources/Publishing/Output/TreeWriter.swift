import Files
import Synchronization

/// Writes files into a tree that is not published yet, from any number of threads. Nothing is written into a file that is
/// there: each is new, and in a tree that holds others it is renamed into its place.
final class TreeWriter: Sendable {
  private let folder: Folder
  /// The tree was empty: a file that is there was written by this build.
  private let isFresh: Bool
  private let state = Mutex(State())
  private let drafts = Atomic<Int>(0)

  private struct State {
    /// Folders known to be there, and folders.
    var folders: Set<String> = [""]
    /// Folders in which a name has come or gone.
    var touched: Set<String> = []
    var written = 0
  }

  init(_ folder: consuming Folder, isFresh: Bool) {
    self.folder = folder
    self.isFresh = isFresh
  }

  /// Files written so far.
  var written: Int { state.withLock { $0.written } }

  /// Whether a name in this folder has come, gone or been replaced.
  func hasTouched(_ folder: String) -> Bool { state.withLock { $0.touched.contains(folder) } }

  /// Writes one file, with the folders above it.
  ///
  /// - Throws: `exists`, `isFolder`, `notFolder` for a path that this build has given away in another way.
  func write(_ path: String, _ bytes: Span<UInt8>) throws(FileError) -> FileStamp {
    let parent = OutputPath.folder(of: path)
    if isFresh { try makeFolders(parent) }
    do throws(FileError) {
      return try place(path, parent, bytes)
    } catch {
      guard !isFresh else { throw error }
      switch error.reason {
      case .missing, .notFolder:
        try makeFolders(parent)
      case .isFolder, .notEmpty, .exists:
        // A folder of an older portal, unless this build has put files into it.
        if state.withLock({ $0.folders.contains(path) }) { throw error }
        try folder.removeTree(path, jobs: 1)
      case .notPermitted, .readOnly, .full, .tooLarge, .otherFileSystem, .busy, .unsupported, .linkLoop, .nameTooLong,
        .invalidName, .tooManyOpenFiles, .system:
        throw error
      }
      return try place(path, parent, bytes)
    }
  }

  private func place(_ path: String, _ parent: String, _ bytes: Span<UInt8>) throws(FileError) -> FileStamp {
    let stamp: FileStamp
    if isFresh {
      stamp = try folder.create(path, bytes)
    } else {
      let number = drafts.wrappingAdd(1, ordering: .relaxed).oldValue
      // At the top, where names with a dot are the host's: a killed build leaves none beside the pages.
      stamp = try folder.replace(path, bytes, draft: OutputPath.draft(number))
    }
    state.withLock { state in
      state.written += 1
      if !isFresh {
        state.touched.insert(parent)
        state.folders.insert(parent)
      }
    }
    return stamp
  }

  /// Removes a file, or what someone has put in its place; nothing there is no error.
  func remove(_ path: String) throws(FileError) {
    touch(OutputPath.folder(of: path))
    do throws(FileError) {
      try folder.remove(path)
    } catch {
      if error.reason == .missing || error.reason == .notFolder { return }
      try folder.removeTree(path, jobs: 1)
    }
  }

  /// Removes a folder with everything in it.
  func removeFolder(_ path: String) throws(FileError) {
    touch(OutputPath.folder(of: path))
    do throws(FileError) {
      try folder.remove(path, isFolder: true)
    } catch {
      if error.reason == .missing || error.reason == .notFolder { return }
      try folder.removeTree(path, jobs: 1)
    }
  }

  func touch(_ parent: String) { state.withLock { _ = $0.touched.insert(parent) } }

  /// Makes a folder and those above it; those known to be there cost one look into a set. What stands in the place of one
  /// is removed: nothing is written through a link.
  func makeFolders(_ path: String) throws(FileError) {
    if state.withLock({ $0.folders.contains(path) }) { return }
    let parent = OutputPath.folder(of: path)
    try makeFolders(parent)
    if try folder.makeFolder(path) {
      touch(parent)
    } else if try folder.kind(of: path) != .folder {
      if isFresh { throw FileError(.notFolder, .write, path) }
      try folder.remove(path)
      try folder.makeFolder(path)
      touch(parent)
    }
    // Only now: whoever finds it in the set may write into it.
    state.withLock { _ = $0.folders.insert(path) }
  }
}
