import Bytes
package import Diagnostics

/// One file as it was when the snapshot was taken.
package struct SourceFile: Hashable, Sendable {
  /// Label and path below the folder, `/`-separated (`content/site.yml`): also the path of diagnostics and messages.
  package let path: String
  /// By what it is recognised in a later snapshot.
  package let stamp: FileStamp
  /// All bytes; `nil` when the request did not want this file read.
  package let bytes: [UInt8]?

  /// The path without the label or first folder: `site.yml`.
  package var pathInFolder: String {
    path.utf8.firstIndex(of: UInt8(ascii: "/")).map { String(path[path.utf8.index(after: $0)...]) } ?? path
  }

  package init(path: String, stamp: FileStamp, bytes: [UInt8]?) {
    self.path = path
    self.stamp = stamp
    self.bytes = bytes
  }
}

/// What to take: which folder, under which name, with the bytes or without.
package struct SnapshotRequest: Sendable {
  /// Path of the folder, absolute or relative to the working folder.
  package var folder: String
  /// What the paths of the snapshot begin with (`content`); empty for none.
  package var label: String
  /// Asked once, with everything that was found and could be looked at: whether to read it, or to leave it at the stamps.
  /// `nil` reads without looking first, which is faster. Not asked when something cannot be taken: then all is read.
  package var wantsBytes: (@Sendable ([SourceFile]) -> Bool)?
  /// What an earlier snapshot found: folders that are as they were need not be listed again. `nil` when nothing is known.
  package var known: Listing?
  /// Bytes; larger files are an error.
  package var byteLimit: Int
  /// Files in the folder; more are an error. Bounds what a mistaken `--root /` can cost.
  package var countLimit: Int
  /// Threads.
  package var jobs: Int

  /// Everything below `folder`, with bytes.
  package init(folder: String, label: String, jobs: Int = 2, byteLimit: Int = 256 << 20, countLimit: Int = 2_000_000) {
    self.folder = folder
    self.label = label
    self.jobs = jobs
    self.byteLimit = byteLimit
    self.countLimit = countLimit
  }

  /// No bytes at all.
  package mutating func readNothing() { wantsBytes = { _ in false } }

  func path(_ relative: String) -> String { label.isEmpty ? relative : label + "/" + relative }
}

/// The files below a folder, sorted by the bytes of their paths, and what was wrong with others.
package struct Snapshot: Sendable {
  package let files: [SourceFile]
  /// FL01–FL06, one for each file or folder that could not be taken.
  package let diagnostics: [Diagnostic]
  /// The folders in which the files are; none when links lead to some of the files, or something was wrong.
  package let folders: [Listing.Folder]

  package init(files: [SourceFile], diagnostics: [Diagnostic], folders: [Listing.Folder] = []) {
    self.files = files
    self.diagnostics = diagnostics
    self.folders = folders
  }

  /// Whether the files were read, not only looked at; there are none without bytes then.
  package var hasBytes: Bool { files.allSatisfy { $0.bytes != nil } }

  /// The file with this path.
  ///
  /// - Complexity: O(log files).
  package subscript(path: String) -> SourceFile? {
    let index = firstIndex(notBefore: path)
    return index < files.count && files[index].path.utf8.elementsEqual(path.utf8) ? files[index] : nil
  }

  /// The files whose path begins with `folder/`.
  ///
  /// - Complexity: O(log files).
  package func files(below folder: String) -> ArraySlice<SourceFile> {
    // `0` is the byte after `/`.
    files[firstIndex(notBefore: folder + "/")..<firstIndex(notBefore: folder + "0")]
  }

  private func firstIndex(notBefore path: String) -> Int {
    files.indices.partitionPoint { !files[$0].path.utf8.lexicographicallyPrecedes(path.utf8) }
  }
}
