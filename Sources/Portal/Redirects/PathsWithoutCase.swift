/// Paths of files, compared as by a disk for which capitals and small letters are one.
struct PathsWithoutCase {
  enum Conflict: Hashable {
    /// The same name, as it is written there.
    case name(String)
    /// What is a file in one of the two and a folder in the other.
    case folder(String)
  }

  /// As they are written, by their small letters.
  private var files: [String: String] = [:]
  /// The folders of all files, in small letters.
  private var folders: Set<String> = []

  /// - Complexity: O(length of all paths).
  init(_ paths: some Sequence<String>) { for path in paths { insert(path) } }

  mutating func insert(_ path: String) {
    files[path.lowercased()] = path
    for folder in Self.folders(of: path.lowercased()) { folders.insert(folder) }
  }

  /// What `path` cannot stand beside; `nil` when it can.
  func conflict(of path: String) -> Conflict? {
    let name = path.lowercased()
    if let other = files[name] { return .name(other) }
    if folders.contains(name) { return .folder(path) }
    return Self.folders(of: name).lazy.compactMap { files[$0] }.first.map { .folder($0) }
  }

  private static func folders(of path: String) -> [String] {
    path.utf8.indices.filter { path.utf8[$0] == UInt8(ascii: "/") }.map { String(path[..<$0]) }
  }
}
