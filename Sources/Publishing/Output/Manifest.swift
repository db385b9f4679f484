import Bytes
import Files

/// The files of a published portal, kept beside it: what the next build counts as removed, and the mark by which it
/// knows that the output is its own.
///
/// ```
/// prospectus manifest 1
/// tree DEVICE INODE BIRTH    the output folder
/// SIZE PATH                  a line a file, sorted by the bytes of the path; SIZE in bytes
/// ```
struct Manifest: Sendable {
  struct File: Hashable, Sendable {
    let path: String
    /// Bytes.
    let size: Int
  }

  private static let head = "prospectus manifest 1"

  /// `nil` when the file system gave none.
  let tree: FileIdentity?
  /// Sorted by the bytes of the paths.
  let files: [File]

  init(tree: FileIdentity?, files: [File]) {
    self.tree = tree
    self.files = files
  }

  /// The manifest at `path`; `nil` when there is none or it is not ours.
  init?(readFrom path: String) {
    guard let bytes = try? DiskFiles().read(path) else { return nil }
    var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: true)[...]
    guard let first = lines.popFirst(), first.elementsEqual(Self.head.utf8) else { return nil }
    tree = lines.popFirst().flatMap { FileIdentity(line: $0) }
    var files: [File] = []
    files.reserveCapacity(lines.count)
    for line in lines {
      guard let blank = line.firstIndex(of: UInt8(ascii: " ")),
        let size = Int(String(decoding: line[..<blank], as: UTF8.self))
      else { return nil }
      files.append(File(path: String(decoding: line[(blank + 1)...], as: UTF8.self), size: size))
    }
    self.files = files
  }

  var bytes: [UInt8] {
    var output: [UInt8] = []
    output.append(Self.head + "\n")
    output.append((tree?.line ?? "tree - -") + "\n")
    for file in files {
      output.append(String(file.size))
      output.append(UInt8(ascii: " "))
      output.append(file.path)
      output.append(UInt8(ascii: "\n"))
    }
    return output
  }

  /// Number of files here that `newer` has not.
  ///
  /// - Complexity: O(files of both).
  func removed(in newer: Manifest) -> Int {
    let kept = Set(newer.files.map(\.path))
    return files.count { !kept.contains($0.path) }
  }
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
