/// A store in which some files have other bytes: what a portal would be with them, before anything is written.
package struct EditedFiles: FileStore {
  private let base: any FileStore
  private let edits: [String: [UInt8]]

  /// `base` with `edits`, by their paths as they are asked for. Files that are not there are not added to snapshots.
  package init(_ base: any FileStore, _ edits: [String: [UInt8]]) {
    self.base = base
    self.edits = edits
  }

  package func snapshot(_ request: SnapshotRequest) -> Snapshot {
    let taken = base.snapshot(request)
    let prefix = request.label.isEmpty ? 0 : request.label.utf8.count + 1
    let files = taken.files.map { file in
      let path = request.folder + "/" + String(decoding: file.path.utf8.dropFirst(prefix), as: UTF8.self)
      return edits[path].map { SourceFile(path: file.path, stamp: file.stamp, bytes: $0) } ?? file
    }
    return Snapshot(files: files, diagnostics: taken.diagnostics)
  }

  package func read(_ path: String) throws(FileError) -> [UInt8] {
    if let bytes = edits[path] { return bytes }
    return try base.read(path)
  }

  package func write(_ bytes: [UInt8], to path: String) throws(FileError) { try base.write(bytes, to: path) }
  package func kind(of path: String) throws(FileError) -> FileKind? { try base.kind(of: path) }
  package func names(in folder: String) throws(FileError) -> [String] { try base.names(in: folder) }
  package func remove(_ path: String) throws(FileError) { try base.remove(path) }
  package func realPath(_ path: String) throws(FileError) -> String { try base.realPath(path) }
}
