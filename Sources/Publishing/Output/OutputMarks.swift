import Bytes
import Files

/// The folders that are ours to replace, by identity: so that an output is known as ours even when the record of its
/// files is lost.
///
/// ```
/// prospectus trees 1
/// tree DEVICE INODE BIRTH    a line a folder
/// ```
struct OutputMarks: Sendable {
  private static let head = "prospectus trees 1"

  var trees: [FileIdentity]

  init(trees: [FileIdentity]) { self.trees = trees }

  /// Those of the file at `path`; none when there is no such file or it is not ours.
  init(readFrom path: String) {
    trees = []
    guard let bytes = try? DiskFiles().read(path) else { return }
    let lines = bytes.split(separator: UInt8(ascii: "\n"))
    guard let first = lines.first, first.elementsEqual(Self.head.utf8) else { return }
    trees = lines.dropFirst().compactMap { FileIdentity(line: $0) }
  }

  var bytes: [UInt8] { Array(([Self.head] + trees.map(\.line)).map { $0 + "\n" }.joined().utf8) }
}

extension FileIdentity {
  /// `tree DEVICE INODE BIRTH`, the birth in nanoseconds since 1970, 0 when unknown.
  var line: String { "tree \(device) \(inode) \(born)" }

  /// Reads what `line` writes.
  init?(line: ArraySlice<UInt8>) {
    let parts = line.split(separator: UInt8(ascii: " ")).map { String(decoding: $0, as: UTF8.self) }
    guard parts.count == 4, parts[0] == "tree", let device = UInt64(parts[1]), let inode = UInt64(parts[2]),
      let born = Int64(parts[3])
    else { return nil }
    self.init(device: device, inode: inode, born: born)
  }
}
