import Files

/// The commits of a repository in which a file held something.
package struct PastCommits: Sendable {
  /// One of them.
  package struct Commit: Hashable, Sendable {
    /// 40 digits.
    package let id: String
    /// When it was made, in seconds since 1970.
    package let seconds: Int64
  }

  /// From the latest to the earliest.
  package let commits: [Commit]
  /// Whether a part of the history is not here, as in a shallow clone.
  package let isPartial: Bool

  /// The commits that any branch, tag or remote branch of the repository around `path` leads to and in which that file holds what
  /// `holds` asks for; `nil` when it lies in no repository.
  ///
  /// Each version of the file is asked about once.
  ///
  /// - Complexity: O(commits) reads of objects.
  init?(holding path: String, in files: any FileStore, _ holds: ([UInt8]) -> Bool) {
    guard let place = try? files.realPath(path), let (root, inside) = Self.repository(around: place, files),
      let repository = GitFolder(workingTree: root, files)
    else { return nil }
    let objects = GitObjects(repository, files)
    let names = inside.split(separator: "/").map(String.init)
    var waiting = repository.heads()
    var seen = Set(waiting)
    /// By tree, the file in it; by file, the answer.
    var filesByTree: [GitID: GitID?] = [:]
    var answers: [GitID: Bool] = [:]
    var found: [Commit] = []
    var isPartial = false
    while let id = waiting.popLast() {
      guard let object = objects[id] else {
        isPartial = true
        continue
      }
      for name in ["object", "parent"] {
        for line in object.kind == .commit || object.kind == .tag ? object.header(name) : [] {
          if let next = GitID(hexadecimal: line), seen.insert(next).inserted { waiting.append(next) }
        }
      }
      guard object.kind == .commit, let tree = object.header("tree").first.flatMap({ GitID(hexadecimal: $0) }) else {
        continue
      }
      let file = filesByTree[tree] ?? Self.file(names, below: tree, objects)
      filesByTree[tree] = .some(file)
      guard let file else { continue }
      let answer = answers[file] ?? objects[file].map { holds($0.bytes) } ?? false
      answers[file] = answer
      if answer { found.append(Commit(id: id.hexadecimal, seconds: object.committed ?? 0)) }
    }
    commits = found.sorted { (-$0.seconds, $0.id) < (-$1.seconds, $1.id) }
    self.isPartial = isPartial
  }

  /// The nearest folder above `path` that is a repository, and the path in it.
  private static func repository(around path: String, _ files: any FileStore) -> (String, String)? {
    var folder = path
    while let slash = folder.lastIndex(of: "/") {
      folder = String(folder[..<slash])
      if (try? files.kind(of: folder + "/.git")) ?? nil != nil {
        return (folder.isEmpty ? "/" : folder, String(path.dropFirst(folder.count + 1)))
      }
    }
    return nil
  }

  private static func file(_ names: [String], below tree: GitID, _ objects: GitObjects) -> GitID? {
    var id = tree
    for name in names {
      guard let object = objects[id], object.kind == .tree, let entry = object.entry(name) else { return nil }
      id = entry
    }
    return id
  }
}
