import Files

/// The objects of a repository by their ids, loose or packed.
struct GitObjects {
  private let folders: [String]
  private let packs: [GitPack]
  private let files: any FileStore

  /// Reads all packs of `repository` into memory.
  init(_ repository: GitFolder, _ files: any FileStore) {
    folders = repository.objectFolders()
    self.files = files
    packs = folders.flatMap { folder -> [GitPack] in
      let names = (try? files.names(in: folder + "/pack")) ?? []
      return names.filter { $0.hasSuffix(".idx") }.compactMap { name in
        guard let index = try? files.read(folder + "/pack/" + name),
          let pack = try? files.read(folder + "/pack/" + String(name.dropLast(4)) + ".pack")
        else { return nil }
        return GitPack(index: index, pack: pack)
      }
    }
  }

  /// The object `id`; `nil` when it is not there (as in a shallow clone) or damaged.
  subscript(id: GitID) -> GitObject? { object(id, depth: 0) }

  private func object(_ id: GitID, depth: Int) -> GitObject? {
    // Chains of differences are at most some hundreds long.
    guard depth < 5000 else { return nil }
    if let loose = loose(id) { return loose }
    for pack in packs {
      guard let offset = pack.offset(of: id) else { continue }
      return packed(offset, in: pack, depth: depth)
    }
    return nil
  }

  private func packed(_ offset: Int, in pack: GitPack, depth: Int) -> GitObject? {
    var deltas: [[UInt8]] = []
    var offset = offset
    while deltas.count < 5000 {
      switch pack.entry(at: offset) {
      case .whole(let kind, let bytes): return Self.applying(deltas, to: GitObject(kind: kind, bytes: bytes))
      case .differsAt(let base, let delta):
        deltas.append(delta)
        offset = base
      case .differsFrom(let base, let delta):
        return object(base, depth: depth + 1).flatMap { Self.applying(deltas + [delta], to: $0) }
      case nil: return nil
      }
    }
    return nil
  }

  private static func applying(_ deltas: [[UInt8]], to base: GitObject) -> GitObject? {
    var bytes = base.bytes
    for delta in deltas.reversed() {
      guard let next = GitPack.apply(delta, to: bytes) else { return nil }
      bytes = next
    }
    return GitObject(kind: base.kind, bytes: bytes)
  }

  private func loose(_ id: GitID) -> GitObject? {
    let name = id.hexadecimal
    for folder in folders {
      guard let file = try? files.read(folder + "/" + name.prefix(2) + "/" + name.dropFirst(2)), file.count > 2,
        let bytes = try? Inflate.bytes(of: file, 2..<file.count, limit: GitPack.limit),
        let zero = bytes.firstIndex(of: 0),
        let space = bytes[..<zero].firstIndex(of: UInt8(ascii: " ")),
        let kind = GitObject.Kind(rawValue: String(decoding: bytes[..<space], as: UTF8.self))
      else { continue }
      return GitObject(kind: kind, bytes: Array(bytes[(zero + 1)...]))
    }
    return nil
  }
}
