import Bytes
import Files

/// What the last build left: the tables of the published tree and of its spare, each known by its folder's identity, so
/// that the record holds whether the exchange behind it happened or not.
///
/// ```
/// "prospectus record 1\n"
/// whole file without this number    16 bytes, FastHash of everything behind it
/// why not exchanged                 1 byte: 0 nothing known, 1 mount point, 2 unsupported; then the output's identity
/// number of tables                  1 byte
/// each table                        identity; count; for each file path, hash, stamp, flags; for each folder stamp, flags
/// ```
///
/// Numbers are little-endian, an identity is device, inode and birth. A record that is damaged, from another version or
/// missing is none: the next build writes the whole tree.
struct TreeRecord: Sendable {
  /// At most two.
  var tables: [TreeTable] = []
  /// The output that could not be exchanged the last time.
  var obstacle: Obstacle?

  /// Why a tree could not be exchanged.
  struct Obstacle: Hashable, Sendable {
    var cause: PublishingResult.Cause
    var output: FileIdentity
  }

  private static let head = Array("prospectus record 1\n".utf8)

  init(tables: [TreeTable] = [], obstacle: Obstacle? = nil) {
    self.tables = tables
    self.obstacle = obstacle
  }

  /// The record at `path`; an empty one when there is none that can be trusted.
  init(readFrom path: String) {
    guard let bytes = try? DiskFiles().read(path), let record = TreeRecord(bytes) else { return }
    self = record
  }

  /// The table of a tree; the identity must be one that the file system never gives again.
  func table(of tree: FileIdentity?) -> TreeTable? {
    guard let tree else { return nil }
    return tables.first { $0.tree == tree }
  }

  /// The bytes of the file; what no one has seen before `moment` is judged by it.
  ///
  /// - Complexity: O(bytes of the paths and about 70 for each file).
  func bytes(at moment: Timestamp) -> [UInt8] {
    RecordWriter.sealed(Self.head) { body in
      for table in tables { body.reserve(table.paths.bytes.count + 80 * table.paths.count + 40 * table.folders.count) }
      body.append(UInt8(obstacle.map { $0.cause == .mountPoint ? 1 : 2 } ?? 0))
      body.append(obstacle?.output ?? .none)
      body.append(UInt8(tables.count))
      for table in tables {
        body.append(table.tree)
        body.append(UInt32(table.paths.count))
        for (index, file) in table.files.enumerated() {
          body.append(path: table.paths[index])
          body.append(file.hash.high)
          body.append(file.hash.low)
          body.append(file.stamp)
          let isSettled = file.trust.isSettled(file.stamp, at: moment)
          body.append(UInt8((isSettled ? 1 : 0) | (file.isCarried ? 2 : 0)))
        }
        for folder in table.folders {
          body.append(folder.stamp)
          body.append(UInt8(folder.trust.isSettled(folder.stamp, at: moment) ? 1 : 0))
        }
      }
    }
  }

  /// Reads what `bytes` gives; `nil` for anything else.
  init?(_ bytes: [UInt8]) {
    guard var reader = RecordReader(sealed: bytes, Self.head) else { return nil }
    guard let cause = reader.byte(), let output = reader.identity(), let count = reader.byte(), count <= 2 else {
      return nil
    }
    if cause > 0 { obstacle = Obstacle(cause: cause == 1 ? .mountPoint : .unsupported, output: output) }
    for _ in 0..<count {
      guard let table = Self.table(&reader) else { return nil }
      tables.append(table)
    }
    guard reader.isAtEnd else { return nil }
  }

  private static func table(_ reader: inout RecordReader) -> TreeTable? {
    guard let tree = reader.identity(), let count = reader.count() else { return nil }
    var paths = PathList()
    var files: [TreeTable.File] = []
    // What a damaged count would ask for is bounded by the bytes there are.
    let room = min(count, reader.rest / 57)
    files.reserveCapacity(room)
    paths.reserve(paths: room, bytes: reader.rest / 2)
    for _ in 0..<count {
      guard reader.path(into: &paths), let high = reader.word(), let low = reader.word(), let stamp = reader.stamp(),
        let flags = reader.byte()
      else { return nil }
      files.append(
        TreeTable.File(
          hash: FastHash(high: high, low: low), stamp: stamp, trust: flags & 1 != 0 ? .settled : .unsettled,
          isCarried: flags & 2 != 0))
    }
    var table = TreeTable(tree: tree, paths: paths, files: files)
    for index in table.folders.indices {
      guard let stamp = reader.stamp(), let flags = reader.byte() else { return nil }
      table.folders[index] = TreeTable.Directory(stamp: stamp, trust: flags & 1 != 0 ? .settled : .unsettled)
    }
    return table
  }
}
