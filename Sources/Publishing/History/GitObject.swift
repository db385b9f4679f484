/// An object of Git.
struct GitObject: Sendable {
  enum Kind: String, Sendable {
    case commit, tree, blob, tag
  }

  let kind: Kind
  let bytes: [UInt8]

  /// The lines at the head of a commit or tag that begin with `name`.
  func header(_ name: String) -> [[UInt8]] {
    var found: [[UInt8]] = []
    for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      if line.isEmpty { break }
      if line.starts(with: (name + " ").utf8) { found.append(Array(line.dropFirst(name.utf8.count + 1))) }
    }
    return found
  }

  /// When a commit was made, in seconds since 1970; `nil` for what is no commit.
  var committed: Int64? {
    guard let line = header("committer").first else { return nil }
    let words = line.split(separator: UInt8(ascii: " "))
    guard words.count > 1 else { return nil }
    return Int64(String(decoding: words[words.count - 2], as: UTF8.self))
  }

  /// The id of the entry `name` of a tree.
  func entry(_ name: String) -> GitID? {
    var index = 0
    while let zero = bytes[index...].firstIndex(of: 0), zero + 21 <= bytes.count {
      let entry = bytes[index..<zero]
      if let space = entry.firstIndex(of: UInt8(ascii: " ")), entry[(space + 1)...].elementsEqual(name.utf8) {
        return GitID(bytes[zero + 1..<zero + 21])
      }
      index = zero + 21
    }
    return nil
  }
}
