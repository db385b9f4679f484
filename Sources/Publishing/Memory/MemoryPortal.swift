import Bytes
import Synchronization

/// The finished files of a portal that is not published: what a preview shows.
package struct MemoryPortal: Sendable {
  struct File: Sendable {
    var bytes: [UInt8]
    var hash: FastHash
  }

  fileprivate let files: [String: File]
  /// `BuildCache`: what the pages depend on.
  let cache: CacheFiles

  /// Paths of all files, as `courses/index.html`, in no order.
  package var paths: some Collection<String> { files.keys }

  /// The bytes of a file.
  package func bytes(of path: String) -> [UInt8]? { files[path]?.bytes }
}

/// A `MemoryPortal` in the making.
final class MemoryStage: FileStage {
  /// The portal before, whose pages may be taken over.
  let before: MemoryPortal?
  private let files = Mutex<[String: MemoryPortal.File]>([:])

  init(before: MemoryPortal?) { self.before = before }

  func write(_ path: String, _ bytes: Span<UInt8>) -> FastHash {
    var copy: [UInt8] = []
    copy.append(run: bytes, 0..<bytes.count)
    let file = MemoryPortal.File(bytes: copy, hash: FastHash(bytes))
    files.withLock { $0[path] = file }
    return file.hash
  }

  func keep(_ path: String, _ hash: FastHash) -> Bool {
    guard let file = before?.files[path], file.hash == hash else { return false }
    files.withLock { $0[path] = file }
    return true
  }

  /// The portal of everything that was handed over.
  func finish(cache: CacheFiles) -> MemoryPortal { MemoryPortal(files: files.withLock { $0 }, cache: cache) }
}
