import Diagnostics
import Foundation
import Testing

/// An input beside the tests; its snapshot is the file of the same name with `.snap` added.
///
/// `UPDATE_SNAPSHOTS=1` rewrites the snapshots.
struct Fixture: CustomTestStringConvertible, Sendable {
  let name: String

  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Fixtures")

  static let files: [String] =
    (try? FileManager.default.contentsOfDirectory(atPath: folder.path))?.sorted() ?? []

  /// The inputs whose name, `err-` put aside, begins with `prefix`.
  static func all(_ prefix: String) -> [Fixture] {
    files.filter { !$0.hasSuffix(".snap") && ($0.hasPrefix(prefix) || $0.hasPrefix("err-" + prefix)) }.map {
      Fixture(name: $0)
    }
  }

  var testDescription: String { name }
  var mustFail: Bool { name.hasPrefix("err-") }

  func bytes() throws -> [UInt8] { [UInt8](try Data(contentsOf: Self.folder.appendingPathComponent(name))) }

  /// Compares `actual` with the snapshot.
  func check(_ actual: String, location: Testing.SourceLocation = #_sourceLocation) throws {
    let file = Self.folder.appendingPathComponent(name + ".snap")
    if ProcessInfo.processInfo.environment["UPDATE_SNAPSHOTS"] == "1" {
      try Data(actual.utf8).write(to: file)
      return
    }
    let expected = (try? String(contentsOf: file, encoding: .utf8)) ?? "(no snapshot)"
    if actual != expected {
      Issue.record(
        "\(name) is not as its snapshot\n--- expected\n\(expected)\n--- actual\n\(actual)", sourceLocation: location)
    }
  }
}

/// Diagnostics as text: place, code, both languages, notes.
enum Rendering {
  static func text(_ diagnostics: [Diagnostic], _ source: [UInt8]) -> String {
    diagnostics.map { diagnostic in
      var lines = ["\(place(diagnostic.location, source)) \(diagnostic.severity.rawValue) \(diagnostic.code)"]
      lines.append("  " + diagnostic.message.zh)
      lines.append("  " + diagnostic.message.en)
      for note in diagnostic.notes {
        lines.append("  \(place(note.location, source)) \(note.message.zh) / \(note.message.en)")
      }
      if let repair = diagnostic.repair { lines += ["  → " + repair.zh, "  → " + repair.en] }
      return lines.joined(separator: "\n") + "\n"
    }.joined()
  }

  /// `line:column` (from 1, in characters) and the text meant.
  private static func place(_ location: Diagnostics.SourceLocation?, _ source: [UInt8]) -> String {
    guard let span = location?.span else { return "-" }
    var line = 1
    var start = 0
    for index in 0..<Int(span.start) {
      let endsLine = source[index] == 0x0A || (source[index] == 0x0D && source[index + 1] != 0x0A)
      if endsLine { (line, start) = (line + 1, index + 1) }
    }
    let column = String(decoding: source[start..<Int(span.start)], as: UTF8.self).unicodeScalars.count + 1
    let meant = String(decoding: source[span.range].prefix(60), as: UTF8.self).debugDescription
    return "\(line):\(column) \(meant)"
  }
}
