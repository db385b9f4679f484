import Diagnostics
import Files
import TestSupport
import Testing

@Suite struct StoreTests {
  @Test func `writing makes folders and replaces whole files`() throws {
    let folder = try TemporaryFolder()
    let disk = DiskFiles()
    try disk.write(Array("one".utf8), to: folder.path("a/b/c.txt"))
    try disk.write(Array("two".utf8), to: folder.path("a/b/c.txt"))
    #expect(try folder.tree() == ["a": nil, "a/b": nil, "a/b/c.txt": "two"])
    #expect(try disk.read(folder.path("a/b/c.txt")) == Array("two".utf8))
    #expect(try disk.names(in: folder.path("a")) == ["b"])
    #expect(try disk.kind(of: folder.path("a")) == .folder)
    #expect(try disk.kind(of: folder.path("a/b/c.txt/d")) == nil)
    try disk.remove(folder.path("a/b/c.txt"))
    #expect(try disk.kind(of: folder.path("a/b/c.txt")) == nil)
  }

  @Test func `errors name the reason`() throws {
    let folder = try TemporaryFolder()
    let disk = DiskFiles()
    try folder.write("file", "x")
    #expect(throws: FileError(.missing, .read, folder.path("none"))) { try disk.read(folder.path("none")) }
    #expect(throws: FileError(.isFolder, .read, folder.path)) { try disk.read(folder.path) }
    #expect(throws: FileError(.invalidName, .read, "a\0b")) { try disk.read("a\0b") }
    #expect(throws: FileError.self) { try disk.write([1], to: folder.path("file/below")) }
    let diagnostic = FileError(.full, .write, "site/index.html").diagnostic()
    #expect(diagnostic.code == "FL11")
    #expect(diagnostic.message.zh == "无法写入“site/index.html”：磁盘已满或超出配额")
  }

  @Test func `paths split as POSIX says`() {
    for (path, folder, name) in [
      ("a/b", "a", "b"), ("b", ".", "b"), ("/b", "/", "b"), ("/a/b/", "/a", "b"), ("a//b", "a/", "b"),
    ] {
      #expect(DiskFiles.split(path) == (folder, name))
    }
  }
}
