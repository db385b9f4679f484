import Files
import Foundation
import TestSupport
import Testing

@Suite struct FolderWatchTests {
  private func watched(_ change: (borrowing TemporaryFolder) throws -> Void) throws -> Bool {
    let folder = try TemporaryFolder()
    try folder.write("content/a/b.md", "x")
    let watch = try FolderWatch([folder.path("content"), folder.path("none")])
    #expect(!watch.wait(milliseconds: 0))
    try change(folder)
    return watch.wait(milliseconds: 1000)
  }

  @Test func `files that are written, come, go and change their names are told`() throws {
    #expect(try watched { try $0.write("content/a/b.md", "y") })
    #expect(try watched { try $0.write("content/c.md", "y") })
    #expect(try watched { try FileManager.default.removeItem(atPath: $0.path("content/a/b.md")) })
    #expect(
      try watched { try FileManager.default.moveItem(atPath: $0.path("content/a"), toPath: $0.path("content/z")) })
  }

  @Test func `names of editors and reading are not told`() throws {
    #expect(
      try !watched {
        try $0.write("content/.b.md.swp", "y")
        try $0.write("content/b.md~", "y")
        _ = try $0.read("content/a/b.md")
      })
  }

  @Test func `folders that come are watched, with what is in them`() throws {
    let folder = try TemporaryFolder()
    try folder.write("content/a.md", "x")
    try folder.write("elsewhere/deep/er/b.md", "x")
    let watch = try FolderWatch([folder.path("content")])
    try FileManager.default.moveItem(atPath: folder.path("elsewhere"), toPath: folder.path("content/new"))
    #expect(watch.wait(milliseconds: 1000) && !watch.wait(milliseconds: 0))
    try folder.write("content/new/deep/er/b.md", "y")
    #expect(watch.wait(milliseconds: 1000))
  }
}
