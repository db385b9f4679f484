import Bytes

/// The two files of a `BuildCache`, as bytes: one with everything, written when much has changed, and a small one that later
/// builds add to, so that an edited text does not cost as much as all pages.
///
/// ```
/// cache                             "prospectus cache 2\n"
///   whole file without this number  16 bytes, FastHash of everything behind it
///   the program that wrote it       text
///   part
/// changes                           "prospectus changes 1\n"
///   whole file without this number  16 bytes
///   the cache it belongs to         16 bytes, the hash in it
///   parts                           to the end
/// ```
///
/// Parts are described at `BuildCache.bytes(of:)`.
struct CacheFiles: Sendable {
  /// Everything.
  let whole: [UInt8]
  /// What changed since; empty when nothing did.
  private(set) var changes: [UInt8] = []

  static let head = Array("prospectus cache 2\n".utf8)
  private static let changesHead = Array("prospectus changes 1\n".utf8)
  private static let sealSize = 16

  /// `changes` that belong to another cache, or are damaged, count for nothing: then the cache is an older one.
  init(_ whole: [UInt8], changes: [UInt8]? = nil) {
    self.whole = whole
    guard let changes, var reader = RecordReader(sealed: changes, Self.changesHead),
      let owner = reader.hash(), owner == Self.seal(of: whole, Self.head)
    else { return }
    self.changes = changes
  }

  /// The same with another part behind the last one, which `write` writes.
  ///
  /// - Complexity: O(changes).
  func adding(_ write: (inout RecordWriter) -> Void) -> CacheFiles {
    var files = CacheFiles(whole)
    files.changes = RecordWriter.sealed(Self.changesHead) { body in
      body.append(Self.seal(of: whole, Self.head) ?? FastHash(high: 0, low: 0))
      if !changes.isEmpty { body.append(bytes: changes[firstChange...]) }
      write(&body)
    }
    return files
  }

  /// What both are known by: others have another one. `nil` for files that no program wrote.
  var seal: FastHash? { changes.isEmpty ? Self.seal(of: whole, Self.head) : Self.seal(of: changes, Self.changesHead) }

  /// Whether so much has changed that everything is to be written once more.
  var areLong: Bool { changes.count > whole.count / 4 }

  /// Where the first part of `changes` begins, when there is one.
  var firstChange: Int { Self.changesHead.count + 2 * Self.sealSize }

  private static func seal(of file: [UInt8], _ head: [UInt8]) -> FastHash? {
    guard file.starts(with: head) else { return nil }
    var reader = RecordReader(file, from: head.count)
    return reader.hash()
  }
}

extension OutputStage {
  /// What the last build knew of its pages; `nil` when there is nothing.
  func rememberedCache() -> CacheFiles? {
    remembered(.pages).map { CacheFiles($0, changes: remembered(.changes)) }
  }

  /// Keeps `files`, of which `earlier` are there already.
  func remember(_ files: CacheFiles, since earlier: CacheFiles?) {
    if files.changes.isEmpty {
      remember(files.whole, .pages)
      // They would count for nothing.
      forget(.changes)
    } else if files.seal != earlier?.seal {
      remember(files.changes, .changes)
    }
  }
}
