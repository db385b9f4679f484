import Foundation

/// Expected outputs as files beside the test that makes them. `UPDATE_SNAPSHOTS=1 swift test` rewrites them; read the
/// difference before committing it.
///
/// ```swift
/// let snapshots = SnapshotFolder()
/// try snapshots.check(rendered, "err-dup-key.txt")
/// try snapshots.checkNoneUnused(["err-dup-key.txt", …])
/// ```
package struct SnapshotFolder: Sendable {
  /// The folder of the expected files.
  private let folder: URL
  private let isUpdating: Bool

  /// The folder `name` beside the source file of the caller.
  package init(_ name: String = "Snapshots", beside file: String = #filePath) {
    folder = URL(filePath: file).deletingLastPathComponent().appending(path: name)
    isUpdating = ProcessInfo.processInfo.environment["UPDATE_SNAPSHOTS"] == "1"
  }

  /// Compares `actual` with the file `name`; writes it instead when updating.
  ///
  /// - Throws: `SnapshotFailure` with the difference, or when there is no such file yet.
  package func check(_ actual: [UInt8], _ name: String) throws {
    let file = folder.appending(path: name)
    if isUpdating {
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(actual).write(to: file)
      return
    }
    guard let expected = try? Data(contentsOf: file) else {
      let text = String(decoding: actual, as: UTF8.self)
      throw SnapshotFailure("no snapshot \(name); run again with UPDATE_SNAPSHOTS=1\n\(text)")
    }
    guard Array(expected) != actual else { return }
    let difference = LineDiff.between(
      expected: String(decoding: expected, as: UTF8.self), actual: String(decoding: actual, as: UTF8.self))
    throw SnapshotFailure("\(name) differs\n\(difference.isEmpty ? "(in bytes that are not UTF-8)" : difference)")
  }

  /// Compares text; see `check(_:_:)` over bytes.
  package func check(_ actual: String, _ name: String) throws { try check(Array(actual.utf8), name) }

  /// Fails when the folder holds files that are not among `used`: an expectation nobody checks any more.
  package func checkNoneUnused(_ used: some Sequence<String>) throws {
    let used = Set(used)
    let unused = try names().filter { !used.contains($0) }
    if !unused.isEmpty { throw SnapshotFailure("unused snapshots: \(unused.joined(separator: ", "))") }
  }

  /// All files below the folder, as paths relative to it, sorted; those of the system (dot files) left out.
  package func names() throws -> [String] {
    guard FileManager.default.fileExists(atPath: folder.path) else { return [] }
    return try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { path in
      try !isFolder(folder.path + "/" + path) && !path.hasPrefix(".") && !path.contains("/.")
    }.sorted()
  }
}

/// A snapshot that does not fit; the description is the message.
package struct SnapshotFailure: Error, CustomStringConvertible {
  package let description: String

  init(_ description: String) { self.description = description }
}

/// Whether `path` is a folder, links not followed.
func isFolder(_ path: String) throws -> Bool {
  try FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType == .typeDirectory
}
