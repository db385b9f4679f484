import Bytes
import Files
import Synchronization

extension OutputStage {
  /// The bytes of a file that has been handed over with this hash; `nil` when somebody has changed it since.
  ///
  /// - Complexity: reading the file, or two.
  func bytes(of path: String, _ hash: FastHash) -> [UInt8]? {
    let target = target.withLock { $0 }
    if let bytes = try? target?.folder.read(path), FastHash(bytes.span) == hash { return bytes }
    if let bytes = try? published?.folder.read(path), FastHash(bytes.span) == hash { return bytes }
    return nil
  }
}

extension OutputStage {
  /// Files of the published portal that have not been handed over, those aside that it only keeps for readers of the one
  /// before.
  ///
  /// - Complexity: O(files).
  var unclaimed: [String] {
    guard let table = published?.table else { return [] }
    let claims = claims.withLock { $0.known }
    return table.files.indices.filter { claims[$0] == .none && !table.files[$0].isCarried }.map { table.paths.text($0) }
  }
}
