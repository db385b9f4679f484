import Foundation

/// The repository these tests stand in, as text.
enum Repository {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// A source file.
  struct Source: Sendable, CustomStringConvertible {
    /// Relative to the root: `Sources/Files/Parallel.swift`.
    let path: String
    let lines: [Substring]

    /// The folder below `Sources`.
    var target: String { String(path.split(separator: "/")[1]) }
    var description: String { path }
  }

  static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  /// All files below `folder` with one of the extensions, sorted.
  static func sources(_ folder: String = "Sources", _ extensions: Set<String> = ["swift"]) throws -> [Source] {
    try FileManager.default.subpathsOfDirectory(atPath: root.appending(path: folder).path)
      .filter { path in extensions.contains(path.split(separator: ".").last.map(String.init) ?? "") }
      .sorted()
      .map { path in
        let path = folder + "/" + path
        return Source(path: path, lines: try text(path).split(separator: "\n", omittingEmptySubsequences: false))
      }
  }

  /// The rows of the `modules` table of the package manifest, read from its text.
  static func moduleTable() throws -> [(name: String, imports: Set<String>)] {
    let manifest = try text("Package.swift")
    guard let start = manifest.firstRange(of: "let modules"),
      let open = manifest[start.upperBound...].firstRange(of: "= ["),
      let end = manifest[open.upperBound...].firstRange(of: "\n]")
    else { return [] }
    // A row is its quoted words: the first the module, the others its imports.
    let rows = manifest[open.upperBound..<end.lowerBound].replacing("\n", with: " ").split(separator: "]")
    return rows.compactMap { row in
      let words = row.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
        .filter { $0.offset % 2 == 1 }.map { String($0.element) }
      return words.first.map { ($0, Set(words.dropFirst())) }
    }
  }
}
