import Bytes
import Files

/// Written before the spare is touched, removed when it is the portal and everything behind the exchange is done. Whoever
/// finds one completes it.
///
/// ```
/// prospectus journal 2
/// tree DEVICE INODE BIRTH    the tree that is being made ready, wherever it is now
/// HASH                       FastHash of the lines above
/// ```
///
/// When the output is that tree, the exchange happened, and the spare, the old portal, may still hold what belongs to the
/// host. Otherwise it did not: the spare is in between, and what it holds of the host are second names made by us.
struct Journal: Hashable, Sendable {
  private static let head = "prospectus journal 2"

  let tree: FileIdentity

  init(tree: FileIdentity) { self.tree = tree }

  /// The journal in `bytes`; `nil` when they are damaged.
  init?(_ bytes: [UInt8]) {
    let lines = bytes.split(separator: UInt8(ascii: "\n"))
    guard lines.count == 3, let tree = FileIdentity(line: lines[1]), bytes == Journal(tree: tree).bytes else {
      return nil
    }
    self.tree = tree
  }

  var bytes: [UInt8] {
    let text = Array((Self.head + "\n" + tree.line + "\n").utf8)
    return text + Array((FastHash(text.span).text + "\n").utf8)
  }
}
