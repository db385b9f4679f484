import Diagnostics
import Foundation
import PortalTestSupport
import TestSupport

/// A portal that shows rows: the demonstration, or a folder of `Tests/Portals`, with the layouts of the repository.
///
/// Built once for all tests; what it says and what it published stays in memory.
struct TestPortal: Sendable {
  /// `demonstration`, or the name of the folder.
  let name: String
  /// Its files by path: `content/site.yml`.
  let content: [String: [UInt8]]
  /// Finished pages as trees, by address: `plans/2026/`.
  let pages: [String: PageTree]
  /// What the build said.
  let messages: [ToolRun.Message]
  let status: Int32

  /// All of them by name.
  static let all: Result<[String: TestPortal], any Error> = Result {
    let built = try (["demonstration"] + names).map { try TestPortal($0) }
    return Dictionary(uniqueKeysWithValues: built.map { ($0.name, $0) })
  }

  /// Their files, without building them.
  static let sources = Result {
    try Dictionary(
      uniqueKeysWithValues: (["demonstration"] + names).map { name -> (String, OneFilePortal) in
        var portal = OneFilePortal("")
        for file in try Demonstration.files(["content"], of: folder(of: name)) { portal.files[file.path] = file.bytes }
        return (name, portal)
      })
  }

  /// What is said about each without an edit.
  static let messages = Result { try sources.get().mapValues { ModelRun($0).diagnostics.map(\.message.zh) } }

  /// The folders of `Tests/Portals`, sorted.
  static let names = (try? FileManager.default.contentsOfDirectory(atPath: portals.path))?.sorted() ?? []

  private static let portals = Demonstration.root.appending(path: "Tests/Portals")

  /// The folder of the portal.
  static func folder(of name: String) -> URL {
    name == "demonstration" ? Demonstration.root : portals.appending(path: name)
  }

  private init(_ name: String) throws {
    self.name = name
    let folder = try TemporaryFolder()
    let files = try Demonstration.files(["content"], of: Self.folder(of: name))
    for file in files { try folder.write(file.path, file.bytes) }
    content = Dictionary(uniqueKeysWithValues: files.map { ($0.path, $0.bytes) })
    let run = ToolRun([
      "build", "--root", folder.path, "--layouts", Demonstration.root.appending(path: "layouts").path, "--format",
      "json",
    ])
    status = run.status
    messages = try run.messages()
    var pages: [String: PageTree] = [:]
    if run.status == 0 {
      for (path, bytes) in try publishedFiles(in: folder.path("site")) where path.hasSuffix(".html") {
        let address = path.hasSuffix("index.html") ? String(path.dropLast(10)) : path
        pages[address] = PageReader.tree(of: bytes)
      }
    }
    self.pages = pages
  }
}
