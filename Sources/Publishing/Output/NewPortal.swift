import Files

/// The files of a new portal, sorted, and where each of them is at the moment.
struct NewPortal: Sendable {
  private(set) var paths = PathList()
  /// In the order of `paths`.
  var files: [TreeTable.File] = []
  /// For each file its position in the table of the published tree when it is to be taken from there; -1 when the target
  /// has it.
  private(set) var origins: [Int] = []
  /// Files that the published portal has not, or with other bytes.
  private(set) var changed = 0
  /// Files of the published portal that this one has not.
  private(set) var removed = 0
  /// The first path that cannot be, as another file has it or stands where its folder should be.
  private(set) var conflict: String?

  /// Puts together what was claimed, and the assets of the build before that are still wanted.
  ///
  /// - Complexity: O(bytes of the paths), and sorting those that the published portal has not.
  init(_ claims: OutputStage.Claims, _ table: TreeTable, keepsPrevious: (ArraySlice<UInt8>) -> Bool) {
    var old = table.files
    for (position, file) in claims.refreshed { old[position] = file }
    for (position, file) in claims.placed {
      if file.hash != old[position].hash { changed += 1 }
      old[position] = file
    }
    let others = Self.sorted(claims.others)
    paths.reserve(paths: table.paths.count + others.count, bytes: table.paths.bytes.count + 40 * others.count)
    files.reserveCapacity(table.paths.count + others.count)
    origins.reserveCapacity(table.paths.count + others.count)
    var next = 0
    func takeOthers(before path: ArraySlice<UInt8>?) {
      while next < others.count, path.map({ others[next].path.utf8Span.span.order(to: $0.span) < 0 }) ?? true {
        append(others[next])
        next += 1
      }
    }
    for position in 0..<table.paths.count {
      let path = table.paths[position]
      takeOthers(before: path)
      switch claims.known[position] {
      case .same: append(path, old[position], isCarried: false, position)
      case .placed: append(path, old[position], isCarried: false, -1)
      case .none:
        if old[position].isCarried { continue }
        removed += 1
        if keepsPrevious(path) { append(path, old[position], isCarried: true, position) }
      }
    }
    takeOthers(before: nil)
    conflict = conflict ?? firstObstructed(others)
  }

  /// The portal without the files at these positions.
  func without(_ positions: Set<Int>) -> NewPortal {
    guard !positions.isEmpty else { return self }
    var rest = self
    rest.paths = PathList()
    rest.files = []
    rest.origins = []
    for position in files.indices where !positions.contains(position) {
      rest.paths.append(paths[position])
      rest.files.append(files[position])
      rest.origins.append(origins[position])
    }
    return rest
  }

  /// Files of the portal itself.
  var ownFiles: Int { files.count { !$0.isCarried } }
  /// Their bytes.
  var ownBytes: Int { files.reduce(0) { $0 + ($1.isCarried ? 0 : $1.stamp.size) } }

  private mutating func append(_ other: OutputStage.Other) {
    let path = Array(other.path.utf8)
    if paths.count > 0, paths.compare(paths.count - 1, path.span) == 0 { conflict = conflict ?? other.path }
    changed += 1
    append(path[...], other.file, isCarried: false, -1)
  }

  private mutating func append(_ path: ArraySlice<UInt8>, _ file: TreeTable.File, isCarried: Bool, _ origin: Int) {
    paths.append(path)
    files.append(file)
    files[files.count - 1].isCarried = isCarried
    origins.append(origin)
  }

  /// The first of the new paths that is a folder of another path, or below a file. Those of the published portal fitted
  /// each other already.
  private func firstObstructed(_ others: [OutputStage.Other]) -> String? {
    for other in others {
      if paths.hasFolder(Array(other.path.utf8)) { return other.path }
      var folder = OutputPath.folder(of: other.path)
      while !folder.isEmpty {
        if paths.index(of: Array(folder.utf8)) != nil { return other.path }
        folder = OutputPath.folder(of: folder)
      }
    }
    return nil
  }

  private static func sorted(_ others: [OutputStage.Other]) -> [OutputStage.Other] {
    func isBefore(_ left: OutputStage.Other, _ right: OutputStage.Other) -> Bool {
      left.path.utf8Span.span.order(to: right.path.utf8Span.span) < 0
    }
    let isSorted = zip(others, others.dropFirst()).allSatisfy { isBefore($0, $1) }
    return isSorted ? others : others.sorted(by: isBefore)
  }
}
