import Bytes
import Diagnostics
import Files
import Foundation
import Publishing
import TestSupport
import Testing

/// What publishing by the difference writes, and what it does not.
@Suite struct DifferenceTests {
  private static let files = (0..<40).map { OutputFile("p/\($0 % 4)/\($0)/index.html", Array("page \($0)".utf8)) }

  private func edited(_ positions: [Int], _ text: String) -> [OutputFile] {
    var files = Self.files
    for position in positions { files[position] = OutputFile(files[position].path, Array(text.utf8)) }
    return files
  }

  private func hash(_ file: OutputFile) -> FastHash { FastHash(file.bytes.span) }

  /// Inode of everything below the state and the output, the files of state left out.
  private func inodes(_ folder: borrowing TemporaryFolder) throws -> [String: Int] {
    var inodes: [String: Int] = [:]
    for (tree, below) in [("site", try folder.tree("site")), (".prospectus", try folder.tree(".prospectus"))] {
      for name in below.keys where !name.hasSuffix("/record") {
        let item = try FileManager.default.attributesOfItem(atPath: folder.path(tree + "/" + name))
        inodes[tree + "/" + name] = item[.systemFileNumber] as? Int
      }
    }
    return inodes
  }

  @Test func `the same portal again writes nothing and exchanges nothing`() throws {
    let folder = try TemporaryFolder()
    for inPlace in [false, true] {
      let publisher = SitePublisher(OutputSettings(folder, inPlace: inPlace))
      _ = try publisher.publish(Self.files)
      _ = try publisher.publish(edited([3], "edited"))
      let before = try inodes(folder)
      for _ in 0..<3 {
        let result = try publisher.publish(edited([3], "edited"))
        #expect(result.manner == .unchanged)
        #expect((result.written, result.changed, result.removed, result.files) == (0, 0, 0, 40))
      }
      #expect(try inodes(folder) == before)
    }
  }

  @Test func `only what the spare lacks is written`() throws {
    let folder = try TemporaryFolder()
    let publisher = SitePublisher(OutputSettings(folder))
    #expect(try publisher.publish(Self.files).written == 40)
    // There is no spare yet.
    #expect(try publisher.publish(edited([3], "first")).written == 40)
    // This file, and the one by which the spare was behind.
    let result = try publisher.publish(edited([3, 9], "first"))
    #expect((result.changed, result.written) == (1, 2))
    #expect(try publisher.publish(edited([3, 9], "first")).written == 0)
    // Back to what the spare holds.
    let back = try publisher.publish(edited([3], "first"))
    #expect((back.changed, back.written) == (1, 0))
    #expect(try folder.tree("site") == tree(edited([3], "first")))
  }

  @Test func `file by file, only what differs is replaced`() throws {
    let folder = try TemporaryFolder()
    let publisher = SitePublisher(OutputSettings(folder, inPlace: true))
    #expect(try publisher.publish(Self.files).written == 40)
    let before = try inodes(folder)
    #expect(try publisher.publish(edited([3], "first")).written == 1)
    let after = try inodes(folder)
    #expect(after.filter { before[$0.key] != $0.value }.map(\.key) == ["site/" + Self.files[3].path])
    #expect(try publisher.publish(Array(edited([3], "first").dropLast())).removed == 1)
    #expect(try folder.tree("site") == tree(edited([3], "first").dropLast()))
  }

  @Test func `what is kept is published, from the one tree or the other`() throws {
    let folder = try TemporaryFolder()
    let settings = OutputSettings(folder)
    _ = try SitePublisher(settings).publish(Self.files)
    for round in 0..<6 {
      let now = edited([round, 20], "round \(round)")
      let before = edited([round - 1, 20].filter { $0 >= 0 }, "round \(round - 1)")
      let stage = try OutputStage(settings)
      var kept = 0
      for (file, old) in zip(now, round == 0 ? Self.files : before) {
        if file.bytes == old.bytes {
          #expect(try stage.keep(file.path, hash(file)))
          kept += 1
        } else {
          try stage.write(file.path, file.bytes.span)
        }
      }
      let result = try stage.publish()
      #expect(result.files == 40)
      #expect(kept == 37 + (round == 0 ? 1 : 0))
      // Those two or three, and as many by which the spare was behind.
      if round > 1 { #expect(result.written <= 6) }
      #expect(try folder.tree("site") == tree(now))
    }
    let stage = try OutputStage(settings)
    for file in edited([5, 20], "round 5") { #expect(try stage.keep(file.path, hash(file))) }
    #expect(try stage.publish().manner == .unchanged)
  }

  @Test(arguments: [false, true])
  func `what someone has edited in every tree must be made again`(inPlace: Bool) throws {
    let folder = try TemporaryFolder()
    let settings = OutputSettings(folder, inPlace: inPlace)
    for text in ["a", "b", "c"] { _ = try SitePublisher(settings).publish(edited([0], text)) }
    let (first, second) = (Self.files[1], Self.files[2])
    try folder.write("site/" + first.path, "by hand")
    try folder.write("site/" + second.path, "by hand")
    if !inPlace { try folder.write(".prospectus/outputs/site/spare/" + second.path, "by hand") }
    let stage = try OutputStage(settings)
    for file in edited([0], "c") {
      let isKept = try stage.keep(file.path, hash(file))
      // The spare has the first of them; file by file, there is none.
      #expect(isKept == (file.path != second.path && !(inPlace && file.path == first.path)), "\(file.path)")
      if !isKept { try stage.write(file.path, file.bytes.span) }
    }
    #expect(try stage.keep("nothing.html", hash(first)) == false)
    _ = try stage.publish()
    #expect(try folder.tree("site") == tree(edited([0], "c")))
  }

  @Test func `a path cannot be handed over twice`() throws {
    let folder = try TemporaryFolder()
    let settings = OutputSettings(folder)
    for text in ["a", "b"] { _ = try SitePublisher(settings).publish(edited([0], text)) }
    let file = Self.files[1]
    for isChanged in [false, true] {
      let stage = try OutputStage(settings)
      if isChanged { try stage.write("new.html", file.bytes.span) }
      #expect(try stage.keep(file.path, hash(file)))
      #expect(throws: OutputError.badPath(file.path, .taken)) { try stage.write(file.path, file.bytes.span) }
      #expect(throws: OutputError.badPath(file.path, .taken)) { _ = try stage.keep(file.path, self.hash(file)) }
      stage.discard()
    }
    for path in ["p/1", "p/1/1/index.html/x"] {
      let error = #expect(throws: OutputError.self) {
        try SitePublisher(settings).publish(Self.files + [OutputFile(path, [])])
      }
      #expect(error?.diagnostic.code == "FL16")
    }
    #expect(try folder.tree("site") == tree(edited([0], "b")))
  }

  @Test(arguments: [false, true])
  func `assets of the build before stay for one build`(inPlace: Bool) throws {
    let folder = try TemporaryFolder()
    let publisher = SitePublisher(OutputSettings(folder, inPlace: inPlace))
    func portal(_ style: String, _ text: String) -> [OutputFile] {
      [OutputFile("assets/style.\(style).css", Array(style.utf8)), OutputFile("index.html", Array(text.utf8))]
    }
    let (old, new) = ("0123456789", "abcdef0123")
    _ = try publisher.publish(portal(old, "1"))
    let result = try publisher.publish(portal(new, "2"))
    #expect((result.files, result.removed) == (2, 1))
    #expect(try folder.tree("site") == tree(portal(new, "2") + portal(old, "2")))
    // The same again is no build.
    #expect(try publisher.publish(portal(new, "2")).manner == .unchanged)
    #expect(try folder.tree("site") == tree(portal(new, "2") + portal(old, "2")))
    _ = try publisher.publish(portal(new, "3"))
    #expect(try folder.tree("site") == tree(portal(new, "3")))
    _ = try publisher.publish(portal(old, "4"))
    #expect(try folder.tree("site") == tree(portal(old, "4") + portal(new, "4")))
    // It comes back while its name is still there.
    _ = try publisher.publish(portal(new, "4"))
    #expect(try folder.tree("site") == tree(portal(old, "4") + portal(new, "4")))
    try folder.write("site/assets/style.\(old).css", "by hand")
    _ = try publisher.publish(portal(new, "4"))
    #expect(try folder.tree("site") == tree(portal(new, "4")))
  }

  @Test func `an edit within the clock's tick, with the size and the time of the old bytes, does not survive`() throws {
    let folder = try TemporaryFolder()
    let settings = OutputSettings(folder)
    for text in ["aa", "bb"] { _ = try SitePublisher(settings).publish(edited([0], text)) }
    let path = folder.path("site/" + Self.files[0].path)
    let date = try #require(try FileManager.default.attributesOfItem(atPath: path)[.modificationDate] as? Date)
    let handle = try FileHandle(forWritingTo: URL(filePath: path))
    try handle.write(contentsOf: Data("xx".utf8))
    try handle.close()
    try FileManager.default.setAttributes([.modificationDate: date], ofItemAtPath: path)
    _ = try SitePublisher(settings).publish(edited([0], "bb"))
    #expect(try folder.tree("site") == tree(edited([0], "bb")))
  }

  @Test func `stamps are settled once the clock has gone on`() {
    let second: Int64 = 1_000_000_000
    let fine = FileStamp(inode: 1, size: 1, modified: 5 * second + 1, changed: 5 * second + 1, mode: 0o644)
    #expect(!fine.isSettled(at: Timestamp(nanoseconds: 5 * second + 1)))
    #expect(!fine.isSettled(at: Timestamp(nanoseconds: 5 * second + 10_000_000)))
    #expect(fine.isSettled(at: Timestamp(nanoseconds: 5 * second + 30_000_000)))
    #expect(!fine.isSettled(at: Timestamp(nanoseconds: 4 * second)))
    let coarse = FileStamp(inode: 1, size: 1, modified: 4 * second, changed: 5 * second, mode: 0o644)
    #expect(!coarse.isSettled(at: Timestamp(nanoseconds: 6 * second)))
    #expect(coarse.isSettled(at: Timestamp(nanoseconds: 8 * second)))
  }
}
