import Bytes
import Files

/// What a tree of ours holds, and by what each file and folder of it is recognised.
struct TreeTable: Sendable {
  /// A published file.
  struct File: Hashable, Sendable {
    /// Of its bytes.
    var hash: FastHash
    /// With the size.
    var stamp: FileStamp
    var trust: Trust
    /// An asset of the build before, which stays for those who still have its pages open.
    var isCarried = false
  }

  /// A folder; its stamp changes when a name in it comes, goes or leads elsewhere.
  struct Directory: Hashable, Sendable {
    var stamp: FileStamp
    var trust: Trust
  }

  /// Whether an equal stamp means an untouched file. It does not when the file may have been changed within the same tick
  /// of the clock in which its stamp was taken; then it is read again.
  enum Trust: Hashable, Sendable {
    case settled, unsettled
    /// Written by this build into a tree that no one has seen: to be judged when the record is written, just before.
    case hidden

    /// The trust in a file read, or a folder listed, when the clock showed `moment`, or later.
    init(_ stamp: FileStamp, seenAt moment: Timestamp) { self = stamp.isSettled(at: moment) ? .settled : .unsettled }

    func isSettled(_ stamp: FileStamp, at moment: Timestamp) -> Bool {
      switch self {
      case .settled: true
      case .unsettled: false
      case .hidden: stamp.isSettled(at: moment)
      }
    }
  }

  /// The tree's own folder, whatever it is called at the moment.
  var tree: FileIdentity
  private(set) var paths: PathList
  /// In the order of `paths`.
  var files: [File]
  /// With a closing slash; the tree's own folder, which the host shares, is not among them.
  private(set) var folderPaths: PathList
  /// In the order of `folderPaths`.
  var folders: [Directory]

  /// Nothing, in no tree.
  static let empty = TreeTable(tree: .none, paths: PathList(), files: [])

  /// The table of `files`, with folders whose stamps are not known yet.
  init(tree: FileIdentity, paths: PathList, files: [File]) {
    self.tree = tree
    self.paths = paths
    self.files = files
    folderPaths = paths.folders
    folders = Array(repeating: Directory(stamp: .none, trust: .unsettled), count: folderPaths.count)
  }

  /// Whether a folder holds a name of this table, and as what; `path` is below the tree.
  func has(_ path: [UInt8], as kind: FileKind) -> Bool {
    switch kind {
    case .file: paths.index(of: path) != nil
    case .folder: paths.hasFolder(path)
    case .link, .other: false
    }
  }
}

extension FileIdentity {
  /// No folder.
  static let none = FileIdentity(device: 0, inode: 0, born: 0)
}
