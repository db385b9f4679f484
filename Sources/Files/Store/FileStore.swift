/// The door to files: the disk in the tool, memory in tests. Everything below `CommandLineTool` sees files only through
/// values that came out of one.
package protocol FileStore: Sendable {
  /// The files below a folder with their bytes; never fails, what cannot be taken is a diagnostic in it.
  func snapshot(_ request: SnapshotRequest) -> Snapshot

  /// All bytes of one file; links are followed.
  func read(_ path: String) throws(FileError) -> [UInt8]

  /// Replaces or makes a file in one step, with the folders above it: a reader sees the old or the new bytes.
  func write(_ bytes: [UInt8], to path: String) throws(FileError)

  /// What `path` leads to, links followed; `nil` when there is nothing.
  func kind(of path: String) throws(FileError) -> FileKind?

  /// Names in a folder, sorted by bytes; hidden ones too, `.` and `..` not. Names that are not UTF-8 are left out.
  func names(in folder: String) throws(FileError) -> [String]

  /// Removes one file.
  func remove(_ path: String) throws(FileError)

  /// The path without links, `.` and `..`, absolute.
  func realPath(_ path: String) throws(FileError) -> String
}
