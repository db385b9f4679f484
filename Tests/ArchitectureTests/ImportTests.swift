import Foundation
import Testing

@Suite struct ImportTests {
  /// What the toolchain brings.
  private static let toolchain: Set<String> = ["Glibc", "Synchronization", "FoundationEssentials"]
  /// Executables, which stand outside the table of modules.
  private static let executables: [String: Set<String>] = [
    "prospectus": ["CommandLineTool", "Files"],
    "prospectus-bench": [
      "Arguments", "Bytes", "CCmark", "Diagnostics", "Expressions", "Files", "Markdown", "Publishing", "Templates",
      "Training", "Values",
    ],
  ]
  private static let systemLibraries: Set<String> = ["CCmark", "CPlatform"]

  private func imports(of source: Repository.Source) -> [String] {
    source.lines.compactMap { line in
      var words = line.split(separator: " ")[...]
      while let word = words.first, ["package", "public", "private", "internal", "@_exported"].contains(word) {
        words = words.dropFirst()
      }
      guard words.first == "import" else { return nil }
      return words.dropFirst().last.map { String($0.prefix { $0 != "." }) }
    }
  }

  @Test func `the table can be read and names every folder of Sources`() throws {
    let table = try Repository.moduleTable()
    #expect(table.count >= 14)
    #expect(table.first { $0.name == "Files" }?.imports == ["CPlatform", "Bytes", "Diagnostics"])
    let folders = try FileManager.default.contentsOfDirectory(atPath: Repository.root.appending(path: "Sources").path)
    let known = Set(table.map(\.name)).union(Self.executables.keys).union(Self.systemLibraries)
    #expect(Set(folders).subtracting(["README.md"]) == known)
  }

  @Test func `each import is in the row of its module`() throws {
    var allowed = Self.executables
    for row in try Repository.moduleTable() { allowed[row.name] = row.imports }
    for source in try Repository.sources() {
      for module in imports(of: source) where !Self.toolchain.contains(module) {
        #expect(allowed[source.target]?.contains(module) == true, "\(source) imports \(module)")
      }
    }
  }

  @Test func `arrows point one way`() throws {
    var above: Set<String> = Self.systemLibraries
    for row in try Repository.moduleTable() {
      #expect(row.imports.isSubset(of: above), "\(row.name) imports a module that stands below it in the table")
      above.insert(row.name)
    }
  }

  @Test func `Foundation enters only where files and commands are`() throws {
    for source in try Repository.sources() {
      let modules = imports(of: source)
      #expect(!modules.contains("Foundation"), "\(source)")
      if modules.contains("FoundationEssentials") { #expect(["Files", "CommandLineTool"].contains(source.target)) }
      if modules.contains("Glibc") {
        let allowed = ["Files", "CommandLineTool", "Preview"] + Self.executables.keys
        #expect(allowed.contains(source.target), "\(source)")
      }
    }
  }

  @Test func `the code map has a row for each module and no other`() throws {
    let map = try Repository.text("Sources/README.md")
    let rows = map.split(separator: "\n").filter { $0.hasPrefix("| `") }
      .compactMap { $0.split(separator: "`").dropFirst().first.map(String.init) }
    let known = try Repository.moduleTable().map(\.name) + Self.systemLibraries + Self.executables.keys
    #expect(rows.sorted() == known.sorted())
  }
}
