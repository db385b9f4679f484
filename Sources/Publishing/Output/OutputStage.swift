package import Bytes
import Diagnostics
import Files
import Synchronization

/// A new portal in the making. Every file is handed over, in any order and by any number of threads: `write` with its
/// bytes, or `keep` when its bytes have not changed since they were published. `publish` puts the whole in place,
/// `discard` forgets it; a stage that is neither is cleared by the next build.
///
/// Two complete trees exist, the published one and its spare, which is one build behind. What is handed over is compared
/// with both by hash, and with what is on disk by stamp; what neither has is written into the spare at once, what only
/// the published tree has is copied when it turns out that there is anything to publish. A portal without a difference
/// costs one look at each file and folder. Nothing is flushed to the platter: a killed build is safe without, and after a
/// power failure the record, which is written before the exchange, no longer fits what is there.
///
/// Where the output cannot be exchanged, new files wait in a folder of their own and are renamed one by one.
package final class OutputStage: Sendable {
  let settings: OutputSettings
  let place: OutputPlace
  private let lock: FileLock
  let record: TreeRecord
  let recovery: Recovery
  /// The published tree; `nil` when there is none.
  let published: KnownTree?
  /// Its folders when files are replaced one by one, by position in its table.
  let publishedFolders: [TreeTable.Directory?]
  /// Why files are replaced one by one.
  let obstacle: PublishingResult.Cause?
  /// Where new files go; opened by the first that needs it.
  let target = Mutex<TargetTree?>(nil)
  let claims: Mutex<Claims>
  /// Trees that had to be kept.
  let kept = Mutex<[Diagnostic]>([])
  /// Something differs from the published portal.
  private let differs: Atomic<Bool>

  /// What has been handed over.
  struct Claims: Sendable {
    enum Claim: UInt8 { case none, same, placed }

    /// By position in the table of the published tree.
    var known: [Claim]
    /// Files of the published tree that the target holds, because they differ or the spare was looked at first.
    var placed: [(position: Int, file: TreeTable.File)] = []
    /// Files that the published tree has not; the target holds them.
    var others: [Other] = []
    /// Files of the published tree that were read because their stamps said nothing.
    var refreshed: [(position: Int, file: TreeTable.File)] = []
  }

  /// A file that the published tree has not.
  struct Other: Sendable {
    var path: String
    var file: TreeTable.File
  }

  /// What builds keep for the next one of the same output.
  enum Memory {
    /// `CacheFiles`, all of it.
    case pages
    /// `CacheFiles`, what changed since.
    case changes
    /// `LastBuild`.
    case build
    /// `Readership`, as text.
    case readers
    /// `VanishedAddresses`.
    case addresses
    /// `FileDigests`.
    case digests
  }

  /// What the build before left by `remember`; `nil` when there is nothing.
  func remembered(_ memory: Memory) -> [UInt8]? { try? DiskFiles().read(path(of: memory)) }

  /// Keeps `bytes` for the next build of this output. That they cannot be kept is no failure: the next build makes
  /// everything anew.
  func remember(_ bytes: [UInt8], _ memory: Memory) { try? DiskFiles().write(bytes, to: path(of: memory)) }

  /// Keeps nothing of that kind.
  func forget(_ memory: Memory) { try? DiskFiles().remove(path(of: memory)) }

  private func path(of memory: Memory) -> String {
    switch memory {
    case .pages: place.cache
    case .changes: place.changes
    case .build: place.build
    case .readers: place.readers
    case .addresses: place.addresses
    case .digests: place.digests
    }
  }

  /// Locks the output, completes or clears what earlier builds left, and reads what is known of the trees.
  ///
  /// - Throws: every reason for refusing an output; nothing of it is touched then.
  package init(_ settings: OutputSettings) throws(OutputError) {
    self.settings = settings
    let place = try OutputPlace(settings)
    self.place = place
    lock = try Self.takeLock(place, settings)
    let record = TreeRecord(readFrom: place.record)
    self.record = record
    recovery = try filing { () throws(FileError) in try Recovery(place, settings, record) }
    try Ownership.check(place, settings, record)
    (published, publishedFolders, obstacle) = try filing { () throws(FileError) in
      guard try DiskFiles().kind(of: place.output) == .folder else {
        return (nil, [], settings.inPlace ? .asked : nil)
      }
      return try Self.look(at: try Folder(place.output), place, settings, record)
    }
    claims = Mutex(Claims(known: Array(repeating: .none, count: published?.table.files.count ?? 0)))
    differs = Atomic(published == nil)
    settings.onStep(.begun)
  }

  private static func look(
    at folder: consuming Folder, _ place: OutputPlace, _ settings: OutputSettings, _ record: TreeRecord
  ) throws(FileError) -> (KnownTree?, [TreeTable.Directory?], PublishingResult.Cause?) {
    let identity = try folder.identity()
    let failed = record.obstacle.flatMap { $0.output == identity ? $0.cause : nil }
    let obstacle: PublishingResult.Cause? = settings.inPlace ? .asked : place.isMountPoint ? .mountPoint : failed
    var unknown = TreeTable.empty
    unknown.tree = identity
    let known = KnownTree(folder, record.table(of: identity) ?? unknown)
    guard obstacle != nil else { return (known, [], nil) }
    let folders = try known.checkFolders(cleaning: false, jobs: settings.jobs, settings.now)
    // A link in the place of a folder: what is found behind it is not in the tree.
    var isTree = true
    for position in folders.indices where folders[position] == nil {
      let found = try known.folder.stamp(of: known.table.folderPaths[position].dropLast())
      if let found, found.kind != .folder { isTree = false }
    }
    return isTree ? (known, folders, obstacle) : (KnownTree(try Folder(place.output), unknown), [], obstacle)
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

  /// Hands over one file. May be called from several threads at once.
  ///
  /// `path` is relative to the output, with `/`.
  ///
  /// - Returns: the hash of the bytes, for `keep` in a later build.
  /// - Throws: `badPath`, or the error of a call; the caller then discards the stage.
  /// - Complexity: hashing, and one look when nothing has changed so far; else at most three, or one file written.
  @discardableResult
  package func write(_ path: String, _ bytes: Span<UInt8>) throws(OutputError) -> FastHash {
    let hash = FastHash(bytes)
    let known = published?.position(of: path) ?? -1
    // A path of the record has been checked when it came into it.
    if known < 0, let flaw = OutputPath.flaw(of: path) { throw .badPath(path, flaw) }
    if try claimPublished(path, known, hash) { return hash }
    let target = try openTarget(for: path)
    if let position = target.known?.position(of: path),
      let file = target.known?.check(position, for: hash, settings.now)
    {
      try claim(path, file, known)
      return hash
    }
    let stamp: FileStamp
    do throws(FileError) {
      stamp = try target.writer.write(path, bytes)
    } catch { throw self.error(error, path) }
    try claim(path, TreeTable.File(hash: hash, stamp: stamp, trust: .hidden), known)
    return hash
  }

  /// Hands over a file that the caller has not made anew, because its bytes, of this hash, cannot have changed. May be
  /// called from several threads at once.
  ///
  /// - Returns: `false` when no tree of ours holds these bytes any more (someone has edited the file, or the last build
  ///   published something else): then the file must be made and given to `write`.
  /// - Throws: `badPath` when the path has been handed over already; or the error of a call.
  /// - Complexity: one look when nothing has changed so far, else at most two.
  package func keep(_ path: String, _ hash: FastHash) throws(OutputError) -> Bool {
    let known = published?.position(of: path) ?? -1
    if try claimPublished(path, known, hash) { return true }
    if obstacle == nil, recovery.spare != nil {
      let target = try openTarget(for: path)
      if let position = target.known?.position(of: path),
        let file = target.known?.check(position, for: hash, settings.now)
      {
        try claim(path, file, known)
        return true
      }
    }
    return try claimPublished(path, known, hash, evenLate: true)
  }

  /// Claims the published file when it has these bytes. Once it is known that something differs, the spare's own file is
  /// the one to look at; that of the published tree then serves only to be copied.
  private func claimPublished(
    _ path: String, _ known: Int, _ hash: FastHash, evenLate: Bool = false
  ) throws(OutputError) -> Bool {
    guard obstacle != nil || evenLate || !differs.load(ordering: .relaxed) else { return false }
    guard known >= 0, let published, let file = published.check(known, for: hash, settings.now) else {
      differs.store(true, ordering: .relaxed)
      return false
    }
    let isNew = file != published.table.files[known]
    let isTaken = claims.withLock { claims in
      guard claims.known[known] == .none else { return true }
      claims.known[known] = .same
      if isNew { claims.refreshed.append((known, file)) }
      return false
    }
    if isTaken { throw .badPath(path, .taken) }
    return true
  }

  /// Claims a file that the target holds; `known` is its position in the published table, or -1.
  private func claim(_ path: String, _ file: TreeTable.File, _ known: Int) throws(OutputError) {
    let isTaken = claims.withLock { claims in
      guard known >= 0 else {
        claims.others.append(Other(path: path, file: file))
        return false
      }
      guard claims.known[known] == .none else { return true }
      claims.known[known] = .placed
      claims.placed.append((known, file))
      return false
    }
    if isTaken { throw .badPath(path, .taken) }
  }

  /// Whether anything has been handed over that the published portal has not.
  var hasDifference: Bool { differs.load(ordering: .relaxed) }

  /// An error of writing `path`, as the caller knows it.
  func error(_ error: FileError, _ path: String) -> OutputError {
    switch error.reason {
    case .exists, .isFolder, .notFolder, .notEmpty: .badPath(path, .taken)
    case .missing, .notPermitted, .readOnly, .full, .tooLarge, .otherFileSystem, .busy, .unsupported,
      .linkLoop, .nameTooLong, .invalidName, .tooManyOpenFiles, .system:
      .file(FileError(error.reason, .write, place.output + "/" + path))
    }
  }

  private func openTarget(for path: String) throws(OutputError) -> TargetTree {
    do throws(FileError) {
      return try openTarget()
    } catch { throw .file(FileError(error.reason, .write, error.path)) }
  }
}
