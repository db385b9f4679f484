import CommandLineTool
package import Files
import Foundation

/// One run of the tool in a world that stands still: exit status, messages, what it wrote to its streams.
package struct ToolRun: Sendable {
  /// A message as `--format json` tells it.
  package struct Message: Sendable, Decodable {
    /// A second place.
    package struct Note: Sendable, Decodable {
      package var message: String
      package var file: String?
      package var line: Int?
      package var column: Int?
    }

    package var code: String
    package var severity: String
    package var file: String?
    package var line: Int?
    package var column: Int?
    package var message: String
    package var repair: String?
    package var notes: [Note]

    /// `WT01 content/schemes/a.yml:7:8`.
    package var place: String { code + " " + label(file, line, column) }
  }

  private struct Report: Decodable { var diagnostics: [Message] }

  package let status: Int32
  /// What went to standard output.
  package let output: String
  /// What went to standard error.
  package let errors: String

  /// Runs `words`, for instance `build --root /portal`.
  package init(
    _ words: [String], files: any FileStore = DiskFiles(), variables: [String: String] = [:],
    now: Timestamp? = nil, terminalWidth: Int? = nil
  ) {
    let output = Transcript()
    let errors = Transcript()
    var world = World.fixed(
      files: files, variables: variables, output: output, errors: errors, terminalWidth: terminalWidth)
    if let now { world.now = { now } }
    status = Tool.run(words, in: world)
    self.output = output.text
    self.errors = errors.text
  }

  /// The messages of a run with `--format json`.
  package func messages() throws -> [Message] {
    try JSONDecoder().decode(Report.self, from: Data(output.utf8)).diagnostics
  }
}

private func label(_ file: String?, _ line: Int?, _ column: Int?) -> String {
  [file ?? "-", line.map(String.init), column.map(String.init)].compactMap(\.self).joined(separator: ":")
}

extension [ToolRun.Message] {
  /// Those that keep a portal from being built.
  package var errors: [ToolRun.Message] { filter { $0.severity == "error" } }
}

/// The files of a portal that was built: bytes by path, entries with a leading dot aside.
package func publishedFiles(in folder: String) throws -> [String: [UInt8]] {
  var files: [String: [UInt8]] = [:]
  for path in try FileManager.default.subpathsOfDirectory(atPath: folder) where !path.hasPrefix(".") {
    let attributes = try FileManager.default.attributesOfItem(atPath: folder + "/" + path)
    guard attributes[.type] as? FileAttributeType == .typeRegular else { continue }
    files[path] = Array(try Data(contentsOf: URL(filePath: folder + "/" + path)))
  }
  return files
}

/// Paths that differ between two portals.
package func differences(_ left: [String: [UInt8]], _ right: [String: [UInt8]]) -> [String] {
  Set(left.keys).union(right.keys).filter { left[$0] != right[$0] }.sorted()
}
