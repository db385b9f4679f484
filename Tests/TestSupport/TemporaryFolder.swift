import Foundation

/// A folder of its own for one test, removed with everything in it when the value ends.
package struct TemporaryFolder: ~Copyable, Sendable {
  /// Absolute path, without links.
  package let path: String

  /// A new empty folder in `parent`, or where the system keeps temporary files.
  package init(in parent: String? = nil) throws {
    let base = parent.map { URL(filePath: $0) } ?? FileManager.default.temporaryDirectory
    let folder = base.appending(path: "prospectus-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    path = folder.resolvingSymlinksInPath().path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The absolute path of something in the folder.
  package func path(_ name: String) -> String { path + "/" + name }

  /// Writes a file, with the folders above it.
  package func write(_ name: String, _ text: String) throws { try write(name, Array(text.utf8)) }

  /// Writes a file, with the folders above it.
  package func write(_ name: String, _ bytes: [UInt8]) throws {
    let file = URL(filePath: path(name))
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
  }

  /// The text of a file.
  package func read(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: path(name))), as: UTF8.self)
  }

  /// Whether something of that name is there.
  package func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path(name)) }

  /// All files below `name`, hidden ones too, as paths relative to it with their text; folders with `nil`, links with
  /// `→` and where they lead.
  package func tree(_ name: String = ".") throws -> [String: String?] {
    let base = path(name)
    var tree: [String: String?] = [:]
    for sub in try FileManager.default.subpathsOfDirectory(atPath: base) {
      let item = base + "/" + sub
      switch try FileManager.default.attributesOfItem(atPath: item)[.type] as? FileAttributeType {
      case .typeDirectory: tree[sub] = .some(nil)
      case .typeSymbolicLink: tree[sub] = "→ " + (try FileManager.default.destinationOfSymbolicLink(atPath: item))
      case _: tree[sub] = try read(name + "/" + sub)
      }
    }
    return tree
  }
}
