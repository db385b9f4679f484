/// Finds what a snapshot takes, in the order of the bytes of the paths; reading comes afterwards.
///
/// Folders are listed on several threads, level by level; then one thread goes through the listings in order and sees to
/// the links, which are few.
///
/// Invariant: every folder is visited at most once directly and at most once more by each link to it, because a folder
/// reached by a link follows no further links to folders. So links can neither loop nor multiply.
struct DiskWalk {
  /// A file to open.
  struct Found: Sendable {
    /// Path to open, relative to the folder of the walk; absolute (and free of links) for a link.
    let open: RawPath
    /// Path below the folder, as it is shown.
    let path: String
  }

  /// Folders in folders.
  static let depthLimit = 64

  private let root: Int32
  /// The folder without links; what links must stay in.
  private let realRoot: RawPath
  private let countLimit: Int
  private let jobs: Int
  private var listings: [RawPath: Entries] = [:]
  private(set) var found: [Found] = []
  private(set) var problems: [(path: String, problem: SnapshotProblem)] = []
  /// By what each folder is recognised; those that hold links are none that could be, as what they lead to is elsewhere.
  private var stamps: [(path: String, stamp: FileStamp)] = []
  private var hasLinks = false

  /// What a folder holds, and its stamp from before it was listed.
  private typealias Entries = Result<
    (stamp: FileStamp, entries: [(name: RawPath, kind: FileKind)]), FileError.Reason
  >

  init(root: Int32, realRoot: RawPath, countLimit: Int, jobs: Int) {
    self.root = root
    self.realRoot = realRoot
    self.countLimit = countLimit
    self.jobs = jobs
  }

  /// The folders by their paths below the one of the walk, which is `""`; none when links or problems were met.
  var folders: [(path: String, stamp: FileStamp)] { hasLinks || !problems.isEmpty ? [] : stamps }

  /// Walks everything.
  mutating func run() {
    listAhead()
    visit(.here, realRoot, below: nil, depth: 0, byLink: false)
    if found.count > countLimit { problems.append(("", .tooMany(limit: countLimit))) }
  }

  /// Lists plain folders, as deep and as many as the limits allow.
  private mutating func listAhead() {
    var level: [RawPath] = [.here]
    var depth = 0
    var count = 0
    let root = root
    while !level.isEmpty, depth < Self.depthLimit, count <= countLimit {
      let folders = level
      let results = Parallel.map(folders.count, jobs: jobs, run: 8) { Self.list(folders[$0], root) }
      level = []
      for (folder, listing) in zip(folders, results) {
        listings[folder] = listing
        guard case .success(let (_, entries)) = listing else { continue }
        count += entries.count
        for (name, kind) in entries where kind == .folder && !IgnoredNames.contains(name) && name.text != nil {
          level.append(folder == .here ? name : folder.appending(name))
        }
      }
      depth += 1
    }
  }

  private static func list(_ folder: RawPath, _ root: Int32) -> Entries {
    Entries { () throws(FileError.Reason) in
      let status = try System.status(of: folder, in: root, followingLinks: false)
      return (FileStamp(status), try System.sortedEntries(of: folder, in: root))
    }
  }

  /// Takes what is in `folder` (to be opened as `Found.open`), which without links is `real` and is shown as `parent`
  /// (`nil` for the root).
  private mutating func visit(_ folder: RawPath, _ real: RawPath, below parent: String?, depth: Int, byLink: Bool) {
    guard depth < Self.depthLimit else { return report(parent ?? "", .tooDeep(limit: Self.depthLimit)) }
    let entries: [(name: RawPath, kind: FileKind)]
    do throws(FileError.Reason) {
      let listed = try (listings.removeValue(forKey: folder) ?? Self.list(folder, root)).get()
      stamps.append((parent ?? "", listed.stamp))
      entries = listed.entries
    } catch { return report(parent ?? "", .unreadable(error)) }
    for (name, kind) in entries where !IgnoredNames.contains(name) {
      guard found.count <= countLimit else { return }
      let open = parent == nil ? name : folder.appending(name)
      guard let text = name.text else {
        report(Self.join(parent, name.shownText), .nameNotUTF8)
        continue
      }
      let path = Self.join(parent, text)
      switch kind {
      case .file: found.append(Found(open: open, path: path))
      case .folder: visit(open, real.appending(name), below: path, depth: depth + 1, byLink: byLink)
      case .link: follow(open, at: path, in: real, depth: depth, byLink: byLink)
      case .other: report(path, .notAFile)
      }
    }
  }

  private mutating func follow(_ link: RawPath, at path: String, in real: RawPath, depth: Int, byLink: Bool) {
    hasLinks = true
    do throws(FileError.Reason) {
      let status = try System.status(of: link, in: root, followingLinks: true)
      let absolute = link.bytes.first == UInt8(ascii: "/") ? link : realRoot.appending(link)
      let target = try System.realPath(absolute)
      guard target.isInside(realRoot) else { return report(path, .linkLeaves(to: target.shownText)) }
      switch status.kind {
      case .file: found.append(Found(open: target, path: path))
      case .folder where real.isInside(target): report(path, .linkLoops)
      case .folder where byLink: report(path, .linkBelowLink)
      case .folder: visit(target, target, below: path, depth: depth + 1, byLink: true)
      case .link, .other: report(path, .notAFile)
      }
    } catch {
      switch error {
      case .missing, .notFolder: report(path, .linkBroken)
      case .linkLoop: report(path, .linkLoops)
      case .notPermitted, .readOnly, .isFolder, .exists, .notEmpty, .full, .tooLarge, .otherFileSystem, .busy,
        .unsupported, .nameTooLong, .invalidName, .tooManyOpenFiles, .system:
        report(path, .unreadable(error))
      }
    }
  }

  private mutating func report(_ path: String, _ problem: SnapshotProblem) { problems.append((path, problem)) }

  private static func join(_ parent: String?, _ name: String) -> String { parent.map { $0 + "/" + name } ?? name }
}

extension RawPath {
  /// Whether this is `folder` or lies below it; both without links.
  fileprivate func isInside(_ folder: RawPath) -> Bool {
    guard bytes.starts(with: folder.bytes) else { return false }
    return bytes.count == folder.bytes.count || folder.bytes.last == UInt8(ascii: "/")
      || bytes[bytes.startIndex + folder.bytes.count] == UInt8(ascii: "/")
  }
}
