import Diagnostics
import Files
import Foundation
import Publishing
import TestSupport
import Testing

/// A portal of a few files; `version` makes its bytes and two of its paths.
func portal(_ version: String) -> [OutputFile] {
  [
    "assets/style-\(version).css", "404.html", "index.html", "courses/index.html", "courses/a/index.html",
    "only-\(version)/index.html", "search/index.json",
  ].map { OutputFile($0, Array("\($0) of \(version)".utf8)) }
}

/// The tree a portal gives, as `TemporaryFolder.tree` tells it.
func tree(_ files: [OutputFile]) -> [String: String?] {
  var tree: [String: String?] = [:]
  for file in files {
    tree[file.path] = String(decoding: file.bytes, as: UTF8.self)
    var parts = file.path.split(separator: "/").dropLast()
    while !parts.isEmpty {
      tree[parts.joined(separator: "/")] = .some(nil)
      parts = parts.dropLast()
    }
  }
  return tree
}

/// What lies beside the output though no build is at work: a journal, drafts, trees that were kept.
func leftovers(in folder: borrowing TemporaryFolder) throws -> [String] {
  let names = try FileManager.default.contentsOfDirectory(atPath: folder.path(".prospectus/outputs/site"))
  return names.filter { !["lock", "record", "trees", "spare"].contains($0) }.sorted()
}

extension OutputSettings {
  /// Settings for `site` in a temporary folder.
  init(_ folder: borrowing TemporaryFolder, inPlace: Bool = false) {
    self.init(
      output: folder.path("site"), root: folder.path, inputs: [folder.path("content"), folder.path("layouts")],
      inPlace: inPlace)
  }
}

@Suite struct OutputTests {
  @Test func `the first portal is put in place of nothing, the next is exchanged`() throws {
    let folder = try TemporaryFolder()
    let publisher = SitePublisher(OutputSettings(folder))
    let first = try publisher.publish(portal("old"))
    #expect(first.manner == .created)
    #expect(first.files == 7)
    #expect(first.removed == 0)
    #expect(first.bytes == portal("old").reduce(0) { $0 + $1.bytes.count })
    #expect(try folder.tree("site") == tree(portal("old")))
    let second = try publisher.publish(portal("new"))
    #expect(second.manner == .exchanged)
    #expect(second.removed == 2)
    #expect(second.diagnostics == [])
    #expect(try folder.tree("site") == tree(portal("new")))
    #expect(try leftovers(in: folder) == [])
  }

  @Test func `a folder that holds only hidden entries may be taken, and keeps them`() throws {
    let folder = try TemporaryFolder()
    try folder.write("site/.gitignore", "*")
    try folder.write("site/.git/HEAD", "ref")
    try FileManager.default.createSymbolicLink(atPath: folder.path("site/.link"), withDestinationPath: "gone")
    let publisher = SitePublisher(OutputSettings(folder))
    for version in ["old", "new"] {
      let result = try publisher.publish(portal(version))
      #expect(result.manner == .exchanged)
      #expect(result.diagnostics == [])
      let host: [String: String?] = [".gitignore": "*", ".git": nil, ".git/HEAD": "ref", ".link": "→ gone"]
      #expect(try folder.tree("site") == tree(portal(version)).merging(host) { $1 })
    }
  }

  @Test func `permissions of the output folder stay`() throws {
    let folder = try TemporaryFolder()
    let publisher = SitePublisher(OutputSettings(folder))
    _ = try publisher.publish(portal("old"))
    let manager = FileManager.default
    try manager.setAttributes([.posixPermissions: 0o2750], ofItemAtPath: folder.path("site"))
    _ = try publisher.publish(portal("new"))
    #expect(try manager.attributesOfItem(atPath: folder.path("site"))[.posixPermissions] as? Int == 0o2750)
  }

  @Test func `an output reached by a link is exchanged where it lies`() throws {
    let folder = try TemporaryFolder()
    try FileManager.default.createDirectory(atPath: folder.path("real/place"), withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("site"), withDestinationPath: folder.path("real/place"))
    let publisher = SitePublisher(OutputSettings(folder))
    _ = try publisher.publish(portal("old"))
    #expect(try publisher.publish(portal("new")).output == folder.path("real/place"))
    #expect(try folder.tree("real/place") == tree(portal("new")))
  }

  @Test func `folders above the output are made`() throws {
    let folder = try TemporaryFolder()
    var settings = OutputSettings(folder)
    settings.output = folder.path("a/b/site")
    _ = try SitePublisher(settings).publish(portal("new"))
    #expect(try folder.tree("a/b/site") == tree(portal("new")))
  }

  @Test func `file by file gives the same portal`() throws {
    let folder = try TemporaryFolder()
    try folder.write("site/.git/HEAD", "ref")
    let publisher = SitePublisher(OutputSettings(folder, inPlace: true))
    for version in ["old", "new"] {
      let result = try publisher.publish(portal(version))
      #expect(result.manner == .inPlace(.asked))
      let host: [String: String?] = [".git": nil, ".git/HEAD": "ref"]
      #expect(try folder.tree("site") == tree(portal(version)).merging(host) { $1 })
    }
    #expect(try SitePublisher(OutputSettings(folder)).publish(portal("third")).manner == .exchanged)
  }

  @Test func `file by file, a folder becomes a file, a file a folder, a link neither`() throws {
    let folder = try TemporaryFolder()
    let publisher = SitePublisher(OutputSettings(folder, inPlace: true))
    try folder.write("outside/kept.html", "kept")
    _ = try publisher.publish([OutputFile("a/b.html", [1]), OutputFile("c", [2]), OutputFile("d/e.html", [3])])
    try FileManager.default.removeItem(atPath: folder.path("site/d"))
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("site/d"), withDestinationPath: folder.path("outside"))
    let files = ["a", "c/x.html", "d/e.html"].map { OutputFile($0, Array("new".utf8)) }
    _ = try publisher.publish(files)
    #expect(try folder.tree("site") == tree(files))
    #expect(try folder.tree("outside") == ["kept.html": "kept"])
  }

  @Test func `what someone added by hand does not survive`() throws {
    for inPlace in [false, true] {
      let folder = try TemporaryFolder()
      let publisher = SitePublisher(OutputSettings(folder, inPlace: inPlace))
      _ = try publisher.publish(portal("old"))
      try folder.write("site/extra/page.html", "by hand")
      try folder.write("site/index.html", "edited")
      _ = try publisher.publish(portal("new"))
      #expect(try folder.tree("site") == tree(portal("new")))
    }
  }

  @Test func `ten thousand files come out whole on several threads`() throws {
    let folder = try TemporaryFolder()
    let files = (0..<2000).map { OutputFile("p/\($0 % 40)/\($0)/index.html", Array("page \($0)".utf8)) }
    var settings = OutputSettings(folder)
    settings.jobs = 4
    #expect(try SitePublisher(settings).publish(files).files == 2000)
    #expect(try folder.tree("site") == tree(files))
  }

  @Test func `an empty portal is a portal`() throws {
    let folder = try TemporaryFolder()
    _ = try SitePublisher(OutputSettings(folder)).publish(portal("old"))
    #expect(try SitePublisher(OutputSettings(folder)).publish([]).removed == 7)
    #expect(try folder.tree("site") == [:])
  }

  @Test func `a second build waits for the first, or says so`() throws {
    let folder = try TemporaryFolder()
    let settings = OutputSettings(folder)
    let stage = try OutputStage(settings)
    var impatient = settings
    impatient.waitsForOthers = false
    let refused = #expect(throws: OutputError.self) { try SitePublisher(impatient).publish(portal("b")) }
    #expect(refused?.diagnostic.code == "FL15")
    let waited = DispatchSemaphore(value: 0)
    var patient = settings
    patient.onWait = { waited.signal() }
    let done = DispatchSemaphore(value: 0)
    let second = patient
    Thread.detachNewThread {
      _ = try? SitePublisher(second).publish(portal("second"))
      done.signal()
    }
    waited.wait()
    for file in portal("first") { try stage.write(file.path, file.bytes.span) }
    _ = try stage.publish()
    // The stage holds the lock as long as it lives.
    _ = consume stage
    done.wait()
    #expect(try folder.tree("site") == tree(portal("second")))
  }
}
