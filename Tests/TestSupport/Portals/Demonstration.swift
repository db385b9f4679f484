package import Foundation
package import TestSupport

/// The repository's own portal.
package enum Demonstration {
  /// The repository.
  package static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The files of `folders` (`content/` and `layouts/`, or one of them) as bytes by path; `portal` is the folder of another
  /// portal than the demonstration.
  package static func files(
    _ folders: [String] = ["content", "layouts"], of portal: URL = root
  ) throws -> [(path: String, bytes: [UInt8])] {
    try folders.flatMap { folder -> [(path: String, bytes: [UInt8])] in
      let base = portal.appending(path: folder)
      return try FileManager.default.subpathsOfDirectory(atPath: base.path).sorted().compactMap { path in
        let file = base.appending(path: path)
        guard try file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile ?? false else { return nil }
        return (folder + "/" + path, Array(try Data(contentsOf: file)))
      }
    }
  }

  /// Copies it into `folder`, file by file in the order of their paths or in the opposite one.
  package static func copy(to folder: borrowing TemporaryFolder, reversed: Bool = false) throws {
    let files = try files()
    for file in reversed ? files.reversed() : files { try folder.write(file.path, file.bytes) }
  }
}
