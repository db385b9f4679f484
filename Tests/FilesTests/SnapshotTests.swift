import Diagnostics
import Files
import Foundation
import TestSupport
import Testing

@Suite struct SnapshotTests {
  private func snapshot(_ folder: borrowing TemporaryFolder, _ name: String = "content", jobs: Int = 2) -> Snapshot {
    DiskFiles().snapshot(SnapshotRequest(folder: folder.path(name), label: "content", jobs: jobs))
  }

  @Test func `files come sorted by the bytes of their paths, with their bytes`() throws {
    let folder = try TemporaryFolder()
    let names = ["a/b.md", "a-b.md", "a.md", "中文/二.md", "中文/一.md", "b/c/d.yml", "Z.md", "empty.md"]
    for name in names { try folder.write("content/" + name, name == "empty.md" ? "" : "text of \(name)") }
    let taken = snapshot(folder)
    let expected = names.map { "content/" + $0 }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    #expect(taken.files.map(\.path) == expected)
    #expect(taken.diagnostics == [])
    #expect(taken["content/a/b.md"]?.bytes == Array("text of a/b.md".utf8))
    #expect(taken["content/empty.md"]?.bytes == [])
    #expect(taken["content/a"] == nil)
    #expect(taken.files(below: "content/a").map(\.path) == ["content/a/b.md"])
    #expect(taken["content/a.md"]?.stamp.size == 12)
  }

  @Test func `many files come in order whatever the number of threads`() throws {
    let folder = try TemporaryFolder()
    for number in 0..<500 { try folder.write("content/\(number % 7)/\(number).md", "\(number)") }
    let one = snapshot(folder, jobs: 1)
    let four = snapshot(folder, jobs: 4)
    #expect(one.files == four.files)
    #expect(one.files.count == 500)
    let texts = Set(one.files.map { String(decoding: $0.bytes ?? [], as: UTF8.self) })
    #expect(texts == Set((0..<500).map(String.init)))
  }

  @Test func `what editors and systems leave behind is ignored`() throws {
    let folder = try TemporaryFolder()
    for name in [".git/HEAD", ".DS_Store", "a.md~", ".a.md.swp", "a.swp", "~$计划.docx", "#a.md#", "Thumbs.db", "a.md"] {
      try folder.write("content/" + name, "x")
    }
    #expect(snapshot(folder).files.map(\.path) == ["content/a.md"])
  }

  @Test func `a link to a file or folder inside is followed`() throws {
    let folder = try TemporaryFolder()
    try folder.write("content/real/a.md", "a")
    let manager = FileManager.default
    try manager.createSymbolicLink(atPath: folder.path("content/b.md"), withDestinationPath: "real/a.md")
    try manager.createSymbolicLink(
      atPath: folder.path("content/absolute"), withDestinationPath: folder.path("content/real"))
    let taken = snapshot(folder)
    #expect(taken.files.map(\.path) == ["content/absolute/a.md", "content/b.md", "content/real/a.md"])
    #expect(taken.files.allSatisfy { $0.bytes == [97] })
    #expect(taken.diagnostics == [])
  }

  @Test(arguments: ["../secret.md", "/etc/passwd", "real/../../secret.md", "../outside"])
  func `a link that leads out is refused`(target: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("content/real/a.md", "a")
    try folder.write("secret.md", "secret")
    try folder.write("outside/b.md", "secret")
    try FileManager.default.createSymbolicLink(atPath: folder.path("content/x.md"), withDestinationPath: target)
    let taken = snapshot(folder)
    #expect(taken.files.map(\.path) == ["content/real/a.md"])
    #expect(taken.diagnostics.map(\.code.text) == ["FL03"])
    #expect(taken.diagnostics.first?.location?.path == "content/x.md")
  }

  @Test func `links that loop or lead to nothing are diagnostics, and the walk ends`() throws {
    let folder = try TemporaryFolder()
    try folder.write("content/a/b/c.md", "c")
    let manager = FileManager.default
    try manager.createSymbolicLink(atPath: folder.path("content/a/b/up"), withDestinationPath: "../..")
    try manager.createSymbolicLink(atPath: folder.path("content/self"), withDestinationPath: "self")
    try manager.createSymbolicLink(atPath: folder.path("content/gone.md"), withDestinationPath: "nowhere.md")
    // Two folders that link to each other twice: without the rule of one link, 2^depth paths.
    for side in ["l", "r"] {
      try folder.write("content/\(side)/x.md", "x")
      for number in 0..<2 {
        try manager.createSymbolicLink(
          atPath: folder.path("content/\(side)/to\(number)"), withDestinationPath: side == "l" ? "../r" : "../l")
      }
    }
    let taken = snapshot(folder)
    #expect(taken.files.count == 7)
    #expect(taken.diagnostics.allSatisfy { $0.code == "FL03" })
    #expect(taken.diagnostics.contains { $0.location?.path == "content/a/b/up" })
    #expect(taken.diagnostics.contains { $0.location?.path == "content/gone.md" })
  }

  @Test func `a pipe is not opened, a name that is not UTF-8 is reported`() throws {
    let folder = try TemporaryFolder()
    try folder.write("content/a.md", "a")
    let status = unsafe mkfifo(folder.path("content/pipe.md"), 0o644)
    #expect(status == 0)
    let bad = Array(folder.path("content/").utf8) + [0xD6, 0xD0, 0x2E, 0x6D, 0x64, 0]
    let file = unsafe bad.withUnsafeBufferPointer {
      unsafe $0.withMemoryRebound(to: CChar.self) { unsafe creat($0.baseAddress!, 0o644) }
    }
    #expect(file >= 0)
    close(file)
    let taken = snapshot(folder)
    #expect(taken.files.map(\.path) == ["content/a.md"])
    #expect(taken.diagnostics.map(\.code.text).sorted() == ["FL02", "FL04"])
    #expect(taken.diagnostics.map(\.severity).sorted() == [.warning, .error])
  }

  @Test func `a missing folder, a file for a folder and a file too large are diagnostics`() throws {
    let folder = try TemporaryFolder()
    #expect(snapshot(folder).diagnostics.map(\.code.text) == ["FL06"])
    try folder.write("content", "a file")
    #expect(snapshot(folder).diagnostics.map(\.code.text) == ["FL06"])
    try folder.write("other/large.md", String(repeating: "x", count: 100))
    let request = SnapshotRequest(folder: folder.path("other"), label: "", byteLimit: 99)
    #expect(DiskFiles().snapshot(request).diagnostics.map(\.location?.path) == ["large.md"])
  }

  @Test func `files and folders that may not be read are diagnostics, the others are taken`() async throws {
    let folder = try TemporaryFolder()
    try folder.write("content/a.md", "a")
    try folder.write("content/b.md", "b")
    try folder.write("content/closed/c.md", "c")
    let manager = FileManager.default
    try manager.setAttributes([.posixPermissions: 0], ofItemAtPath: folder.path("content/a.md"))
    try manager.setAttributes([.posixPermissions: 0], ofItemAtPath: folder.path("content/closed"))
    let path = folder.path("content")
    await #expect(processExitsWith: .success) { [path = path as String] in
      // An administrator may read everything; become nobody.
      if geteuid() == 0 { seteuid(65534) }
      let taken = DiskFiles().snapshot(SnapshotRequest(folder: path, label: "content"))
      let places = taken.diagnostics.map { "\($0.code) \($0.location?.path ?? "")" }
      exit(
        taken.files.map(\.path) == ["content/b.md"] && places == ["FL01 content/a.md", "FL01 content/closed"] ? 0 : 1)
    }
    try manager.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path("content/closed"))
  }

  @Test func `files are read only when what they look like is not known`() throws {
    let folder = try TemporaryFolder()
    try folder.write("content/a.md", "a")
    try folder.write("content/b.md", "b")
    let before = snapshot(folder)
    let known = Dictionary(uniqueKeysWithValues: before.files.map { ($0.path, $0.stamp) })
    var request = SnapshotRequest(folder: folder.path("content"), label: "content")
    request.wantsBytes = { files in files.contains { known[$0.path] != $0.stamp || $0.bytes != nil } }
    let unchanged = DiskFiles().snapshot(request)
    #expect(unchanged.files.map(\.stamp) == before.files.map(\.stamp))
    #expect(unchanged.files.allSatisfy { $0.bytes == nil })
    try folder.write("content/b.md", "changed")
    let after = DiskFiles().snapshot(request)
    #expect(after.files.map(\.bytes) == [Array("a".utf8), Array("changed".utf8)])
    // What cannot be taken is told, whatever is known of the rest.
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("content/c.md"), withDestinationPath: "../elsewhere.md")
    request.readNothing()
    #expect(DiskFiles().snapshot(request).diagnostics.count == 1)
  }

  @Test func `folders that are as they were are not listed, and nothing that came or went is missed`() throws {
    let folder = try TemporaryFolder()
    for name in ["a.md", "b/c.md", "b/d/e.md", "b-f/g.md"] { try folder.write("content/" + name, name) }
    try folder.write("content/empty/x.md", "x")
    try FileManager.default.removeItem(atPath: folder.path("content/empty/x.md"))
    func look(knowing known: Snapshot, trusting isTrusted: Bool = true) -> Snapshot {
      var request = SnapshotRequest(folder: folder.path("content"), label: "content")
      let folders = known.folders.map { Listing.Folder(path: $0.path, stamp: isTrusted ? $0.stamp : .none) }
      request.known = Listing(folders: folders, files: known.files.map(\.path))
      return DiskFiles().snapshot(request)
    }
    var before = snapshot(folder)
    #expect(
      before.folders.map(\.path) == ["content", "content/b-f", "content/b", "content/b/d", "content/empty"])
    let same = look(knowing: before)
    #expect(same.files == before.files && same.folders == before.folders)
    #expect(look(knowing: before, trusting: false).files == before.files)
    let edits: [(borrowing TemporaryFolder) throws -> Void] = [
      { try $0.write("content/b/d/new.md", "new") },
      { try $0.write("content/empty/new.md", "new") },
      { try $0.write("content/h/new.md", "new") },
      { try FileManager.default.removeItem(atPath: $0.path("content/b-f/g.md")) },
      { try FileManager.default.removeItem(atPath: $0.path("content/b")) },
      { try $0.write("content/b", "a file now") },
      { try FileManager.default.moveItem(atPath: $0.path("content/a.md"), toPath: $0.path("content/i.md")) },
      {
        try FileManager.default.createSymbolicLink(
          atPath: $0.path("content/h/link.md"), withDestinationPath: "new.md")
      },
    ]
    for edit in edits {
      // Stamps are taken from the kernel's tick.
      Thread.sleep(forTimeInterval: 0.03)
      try edit(folder)
      let now = snapshot(folder)
      #expect(look(knowing: before).files == now.files)
      #expect(look(knowing: before, trusting: false).files == now.files)
      before = now
    }
    #expect(before.folders == [], "links lead to files that no stamp of a folder tells of")
    // A file that was replaced by another of its name.
    try FileManager.default.removeItem(atPath: folder.path("content/h/link.md"))
    before = snapshot(folder)
    Thread.sleep(forTimeInterval: 0.03)
    try folder.write("content/h/draft", "other")
    try FileManager.default.removeItem(atPath: folder.path("content/h/new.md"))
    try FileManager.default.moveItem(
      atPath: folder.path("content/h/draft"), toPath: folder.path("content/h/new.md"))
    let replaced = look(knowing: before)
    #expect(replaced.files == snapshot(folder).files && replaced["content/h/new.md"]?.bytes == Array("other".utf8))
    #expect(replaced.folders == snapshot(folder).folders)
  }

  @Test func `memory gives what the disk gives`() throws {
    let folder = try TemporaryFolder()
    let texts = ["a/b.md": "1", "a-b.md": "2", ".hidden/x.md": "3", "中.md": "4"]
    for (name, text) in texts { try folder.write("content/" + name, text) }
    let memory = MemoryFiles(Dictionary(uniqueKeysWithValues: texts.map { ("content/" + $0, $1) }))
    let request = SnapshotRequest(folder: "content", label: "content")
    let taken = memory.snapshot(request)
    #expect(taken.files.map(\.path) == snapshot(folder).files.map(\.path))
    #expect(taken.files.map(\.bytes) == snapshot(folder).files.map(\.bytes))
    memory.makeUnreadable("content/a-b.md")
    #expect(memory.snapshot(request).diagnostics.map(\.code.text) == ["FL01"])
    #expect(memory.snapshot(SnapshotRequest(folder: "none", label: "none")).diagnostics.map(\.code.text) == ["FL06"])
  }
}
