import Bytes
import Files

/// A Git repository as files: its commits by their references, read without any program of Git.
///
/// What it is made of is in `gitrepository-layout`, `gitformat-pack` and `gitformat-index`. Only repositories of SHA-1 ids are read.
struct GitFolder: Sendable {
  /// The path of `.git`, and of what working trees share.
  private let own: String
  private let shared: String
  private let files: any FileStore

  /// The repository of which the folder `folder` is the working tree; `nil` when it is none.
  init?(workingTree folder: String, _ files: any FileStore) {
    let entry = folder == "/" ? "/.git" : folder + "/.git"
    self.files = files
    switch try? files.kind(of: entry) {
    case .folder: own = entry
    case .file:
      // Of further working trees: a line that leads to the folder.
      guard let line = Self.line(entry, files), line.hasPrefix("gitdir: ") else { return nil }
      let path = String(line.dropFirst("gitdir: ".count))
      own = path.hasPrefix("/") ? path : folder + "/" + path
    default: return nil
    }
    shared = Self.line(own + "/commondir", files).map { [own] in $0.hasPrefix("/") ? $0 : own + "/" + $0 } ?? own
  }

  private static func line(_ path: String, _ files: any FileStore) -> String? {
    guard let bytes = try? files.read(path) else { return nil }
    return String(decoding: bytes.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }, as: UTF8.self)
  }

  /// The ids that branches, tags, remote branches and the working tree's head lead to, each once.
  func heads() -> [GitID] {
    var found: [GitID] = []
    var seen: Set<GitID> = []
    func add(_ text: some StringProtocol) {
      guard let id = GitID(hexadecimal: text.utf8.prefix(40)), seen.insert(id).inserted else { return }
      found.append(id)
    }
    if let head = Self.line(own + "/HEAD", files) { add(head) }
    collect(shared + "/refs", depth: 0, add)
    let packed = (try? files.read(shared + "/packed-refs")) ?? []
    for line in packed.split(separator: UInt8(ascii: "\n")) { add(String(decoding: line, as: UTF8.self)) }
    return found
  }

  private func collect(_ folder: String, depth: Int, _ add: (String) -> Void) {
    // Deeper than branches are ever named; links in circles end here.
    guard depth < 32, let names = try? files.names(in: folder) else { return }
    for name in names {
      let path = folder + "/" + name
      switch try? files.kind(of: path) {
      case .folder: collect(path, depth: depth + 1, add)
      case .file: if let line = Self.line(path, files) { add(line) }
      default: continue
      }
    }
  }

  /// The folders in which objects lie: the repository's, and those it borrows from.
  func objectFolders() -> [String] {
    var folders = [shared + "/objects"]
    var index = 0
    while index < folders.count, folders.count < 16 {
      let text = (try? files.read(folders[index] + "/info/alternates")) ?? []
      for line in text.split(separator: UInt8(ascii: "\n")) where line.first != UInt8(ascii: "#") {
        let path = String(decoding: line, as: UTF8.self)
        let folder = path.hasPrefix("/") ? path : folders[index] + "/" + path
        if !folders.contains(folder) { folders.append(folder) }
      }
      index += 1
    }
    return folders
  }
}
