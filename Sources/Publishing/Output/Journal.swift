import Bytes
import Files

/// Written before the exchange, removed when everything behind it is done. Whoever finds one completes it.
///
/// ```
/// prospectus journal 1
/// tree DEVICE INODE BIRTH    the new portal's folder, wherever it is now
/// ```
///
/// When the output is that folder, the exchange happened and the stage holds the old portal; otherwise it did not, and
/// the stage holds an unused new one.
struct Journal: Hashable, Sendable {
  private static let head = "prospectus journal 1"

  let tree: FileIdentity

  init(tree: FileIdentity) { self.tree = tree }

  /// The journal at `path`; `nil` when there is none. It is written in one step, so there is no half one.
  init?(readFrom path: String) {
    guard let bytes = try? DiskFiles().read(path) else { return nil }
    let lines = bytes.split(separator: UInt8(ascii: "\n"))
    guard lines.count == 2, lines[0].elementsEqual(Self.head.utf8), let tree = FileIdentity(line: lines[1]) else {
      return nil
    }
    self.tree = tree
  }

  var bytes: [UInt8] { Array((Self.head + "\n" + tree.line + "\n").utf8) }
}
