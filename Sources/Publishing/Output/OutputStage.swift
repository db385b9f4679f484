import Files
import Synchronization

/// A new portal in the making, beside the old one. Files are written as they come, by any number of threads; `publish`
/// puts the whole in place, `discard` forgets it. A stage that is neither is cleared by the next build.
///
/// Each folder is made once, each file is one open, one write and one close; nothing is flushed to the platter: a killed
/// build is safe without, and after a power failure the portal is built again.
package final class OutputStage: Sendable {
  let settings: OutputSettings
  let place: OutputPlace
  let folder: Folder
  private let lock: FileLock
  private let written = Mutex<[Manifest.File]>([])
  private let folders = Mutex<Set<String>>([])
  /// Warnings of clearing what was left.
  let recovered: Recovery
  /// What the build before published.
  let old: Manifest?

  /// Locks the output, completes or clears what earlier builds left, and opens an empty stage.
  ///
  /// - Throws: every reason for refusing an output; nothing of it is touched then.
  package init(_ settings: OutputSettings) throws(OutputError) {
    self.settings = settings
    let place = try OutputPlace(settings)
    self.place = place
    lock = try Self.takeLock(place, settings)
    recovered = try filing { () throws(FileError) in try Recovery(place, settings) }
    old = try Ownership.check(place, settings)
    folder = try filing { () throws(FileError) in
      try Folder(place.state).makeFolder("next")
      return try Folder(place.stage)
    }
    settings.onStep(.begun)
  }

  private static func takeLock(_ place: OutputPlace, _ settings: OutputSettings) throws(OutputError) -> FileLock {
    if let lock = try filing({ () throws(FileError) in try FileLock(place.lock, waiting: false) }) { return lock }
    guard settings.waitsForOthers else { throw .locked(settings.output) }
    settings.onWait()
    guard let lock = try filing({ () throws(FileError) in try FileLock(place.lock, waiting: true) }) else {
      throw .locked(settings.output)
    }
    return lock
  }

  /// Adds one file. May be called from several threads at once.
  ///
  /// `path` is relative to the output, with `/`.
  ///
  /// - Throws: `badPath`, or the error of a call; the caller then discards the stage.
  package func write(_ path: String, _ bytes: Span<UInt8>) throws(OutputError) {
    if let flaw = SitePath.flaw(of: path) { throw .badPath(path, flaw) }
    do throws(FileError) {
      try makeFolders(SitePath.folder(of: path))
      try folder.create(path, bytes)
    } catch {
      switch error.reason {
      case .exists, .isFolder, .notFolder: throw .badPath(path, .taken)
      case .missing, .notPermitted, .readOnly, .notEmpty, .full, .tooLarge, .otherFileSystem, .busy, .unsupported,
        .linkLoop, .nameTooLong, .invalidName, .tooManyOpenFiles, .system:
        throw .file(FileError(error.reason, .write, place.output + "/" + path))
      }
    }
    let size = bytes.count
    written.withLock { $0.append(Manifest.File(path: path, size: size)) }
  }

  /// Forgets the new portal.
  package func discard() {
    let stage = place.state
    // What cannot be removed now is removed by the next build.
    try? Folder(stage).remove("manifest.next")
    try? Folder(stage).removeTree("next", jobs: settings.jobs)
  }

  /// The files so far, sorted by the bytes of their paths.
  var files: [Manifest.File] {
    let files = written.withLock { $0 }
    let isSorted = zip(files, files.dropFirst()).allSatisfy { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    return isSorted ? files : files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  /// Makes a folder and those above it; those known to be there cost one look.
  private func makeFolders(_ path: String) throws(FileError) {
    if path.isEmpty || folders.withLock({ $0.contains(path) }) { return }
    try makeFolders(SitePath.folder(of: path))
    if try !folder.makeFolder(path), try folder.kind(of: path) != .folder {
      throw FileError(.notFolder, .write, path)
    }
    // Only now: whoever finds it in the set may write into it.
    folders.withLock { _ = $0.insert(path) }
  }
}
