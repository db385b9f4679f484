import Diagnostics
import Expressions
import Foundation
import Templates
import Testing
import Values

/// Layouts in files with what they render beside them. `=== name` begins a further layout; a fixture named `err-…` shows
/// its messages. `UPDATE_SNAPSHOTS=1` writes the snapshots anew.
struct FixtureTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Fixtures")

  static let names: [String] = {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.filter { $0.hasSuffix(".txt") }.sorted()
  }()

  @Test func `there are fixtures and no snapshot is unused`() throws {
    #expect(!Self.names.isEmpty)
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
    for file in files where file.hasSuffix(".snap") {
      #expect(Self.names.contains(file.replacingOccurrences(of: ".snap", with: ".txt")), "\(file) is unused")
    }
  }

  @Test(arguments: names)
  func `a layout renders what its snapshot shows`(name: String) throws {
    let text = try String(contentsOf: Self.folder.appendingPathComponent(name), encoding: .utf8)
    var layouts: [(name: String, text: String)] = [("page.html", "")]
    for line in text.components(separatedBy: "\n") {
      if line.hasPrefix("=== ") {
        layouts.append((String(line.dropFirst(4)), ""))
      } else {
        layouts[layouts.count - 1].text += line + "\n"
      }
    }
    let partials = Dictionary(uniqueKeysWithValues: layouts.dropFirst().map { ($0.name, $0.text) })
    let actual = Self.outcome(layouts[0].text, partials)
    let snapshot = Self.folder.appendingPathComponent(name.replacingOccurrences(of: ".txt", with: ".snap"))
    if ProcessInfo.processInfo.environment["UPDATE_SNAPSHOTS"] != nil {
      try actual.write(to: snapshot, atomically: true, encoding: .utf8)
    }
    #expect(actual == (try? String(contentsOf: snapshot, encoding: .utf8)))
    #expect(name.hasPrefix("err-") == actual.hasPrefix("LT"))
  }

  /// The page, or the messages one below the other.
  private static func outcome(_ page: String, _ partials: [String: String]) -> String {
    let (set, found) = SampleRecord.load(page, partials)
    if found.hasErrors { return found.map { describe($0, page, partials) }.joined(separator: "\n") }
    var output: [UInt8] = []
    do throws(LayoutError) {
      try set.render(
        "page.html", SampleRecord.values(), page: SitePath("classes/a/"),
        assets: ["portal.css": SitePath("assets/portal.3f9a.css")], into: &output)
      return String(decoding: output, as: UTF8.self)
    } catch { return describe(error.diagnostic, page, partials) }
  }

  private static func describe(_ diagnostic: Diagnostic, _ page: String, _ partials: [String: String]) -> String {
    func place(_ location: Diagnostics.SourceLocation?) -> String {
      guard let location, let span = location.span else { return "" }
      let name = String(location.path.dropFirst("layouts/".count))
      let before = (name == "page.html" ? page : partials[name] ?? "").utf8.prefix(Int(span.start))
      let line = 1 + before.filter { $0 == 0x0A }.count
      let column = 1 + String(decoding: Array(before.reversed().prefix { $0 != 0x0A }.reversed()), as: UTF8.self).count
      return " \(name):\(line):\(column)"
    }
    var lines = [
      "\(diagnostic.code)\(place(diagnostic.location)) \(diagnostic.message.zh)", "  \(diagnostic.message.en)",
    ]
    if let repair = diagnostic.repair { lines.append("  = \(repair.zh) / \(repair.en)") }
    for note in diagnostic.notes { lines.append("  - \(note.message.zh)\(place(note.location))") }
    return lines.joined(separator: "\n") + "\n"
  }
}
