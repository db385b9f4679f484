import Bytes
import Expressions
import Files
import Foundation
import PortalTestSupport
import Publishing
import TestSupport
import Testing

/// The list of all published files: right whatever was taken over from the build before, and there exactly when asked for.
@Suite struct ManifestTests {
  private static let newsletter = "content/years/2026/projects/yuancheng/newsletters/c1/01.md"

  private func build(
    _ portal: OneFilePortal, to folder: borrowing TemporaryFolder, _ change: (inout BuildRequest) -> Void = { _ in }
  ) -> BuildResult {
    portal.build(to: folder) { request in
      request.writesManifest = true
      change(&request)
    }
  }

  private struct Listing: Decodable {
    struct File: Decodable {
      var path: String
      var bytes: Int
      var sha256: String
    }

    var format: Int
    var generator: String
    var as_of: String
    var files: [File]
  }

  /// Compares the manifest with what is there, assets of the portal before aside.
  private func expectRight(
    _ files: [String: [UInt8]], carried: Int = 0, _ location: Testing.SourceLocation = #_sourceLocation
  ) throws {
    var files = files
    let manifest = files.removeValue(forKey: "manifest.json")
    let bytes = try #require(manifest, sourceLocation: location)
    let listing = try JSONDecoder().decode(Listing.self, from: Data(bytes))
    #expect(listing.format == 1 && listing.generator == "prospectus test", sourceLocation: location)
    let paths = listing.files.map { Array($0.path.utf8) }
    #expect(zip(paths, paths.dropFirst()).allSatisfy { $0.lexicographicallyPrecedes($1) }, sourceLocation: location)
    for file in listing.files {
      let found = files.removeValue(forKey: file.path)
      let there = try #require(found, "\(file.path)", sourceLocation: location)
      #expect(there.count == file.bytes, "\(file.path)", sourceLocation: location)
      #expect(SHA256.hexDigest(of: there.span) == file.sha256, "\(file.path)", sourceLocation: location)
    }
    #expect(files.count == carried, "\(files.keys)", sourceLocation: location)
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    #expect(lines.count { $0.hasPrefix("{\"path\": ") } == listing.files.count, sourceLocation: location)
  }

  @Test func `each file is listed with its size and digest, sorted, a line for each`() throws {
    let folder = try TemporaryFolder()
    let result = build(SmallPortal.whole, to: folder)
    #expect(result.diagnostics == [])
    let files = try publishedFiles(in: folder.path("site"))
    #expect(result.published?.files == files.count)
    try expectRight(files)
    let text = String(decoding: files["manifest.json"] ?? [], as: UTF8.self)
    #expect(text.contains("\"as_of\": \"2026-09-18\""))
  }

  @Test func `it comes when it is asked for though nothing else has changed, and goes when it is not`() throws {
    let folder = try TemporaryFolder()
    _ = build(SmallPortal.whole, to: folder) { $0.writesManifest = false }
    let without = try publishedFiles(in: folder.path("site"))
    #expect(without["manifest.json"] == nil)
    let asked = build(SmallPortal.whole, to: folder)
    #expect(asked.rendered.isEmpty)
    try expectRight(try publishedFiles(in: folder.path("site")))
    let again = build(SmallPortal.whole, to: folder)
    #expect(again.published?.manner == .unchanged && again.times.map(\.phase) == [.read, .publish])
    _ = build(SmallPortal.whole, to: folder) { $0.writesManifest = false }
    #expect(differences(without, try publishedFiles(in: folder.path("site"))) == [])
  }

  @Test func `after edits it is that of a build from nothing`() throws {
    let folder = try TemporaryFolder()
    let edits = [
      SmallPortal.whole, try SmallPortal.whole.edited(Self.newsletter, "本班", "我们班"), SmallPortal.whole,
      try SmallPortal.whole.edited("layouts/assets/portal.css", "black", "navy"),
    ]
    for (number, portal) in edits.enumerated() {
      let other = try TemporaryFolder()
      _ = build(portal, to: folder)
      _ = build(portal, to: other) { $0.usesCache = number % 2 == 0 }
      let files = try publishedFiles(in: folder.path("site"))
      let clean = try publishedFiles(in: other.path("site"))
      #expect(files["manifest.json"] == clean["manifest.json"])
      try expectRight(files, carried: number == 3 ? 1 : 0)
    }
  }

  @Test func `a manifest or a page that somebody edits is made again`() throws {
    let folder = try TemporaryFolder()
    _ = build(SmallPortal.whole, to: folder)
    let before = try publishedFiles(in: folder.path("site"))
    try folder.write("site/manifest.json", "{}")
    try folder.write("site/help/index.html", "by hand")
    _ = build(SmallPortal.whole, to: folder)
    #expect(differences(before, try publishedFiles(in: folder.path("site"))) == [])
  }

  @Test func `digests that are damaged anywhere change nothing`() throws {
    let folder = try TemporaryFolder()
    _ = build(SmallPortal.whole, to: folder)
    var chance = Chance(seed: 5)
    for round in 0..<20 {
      let path = folder.path(".prospectus/outputs/site/digests")
      var bytes = Array(try Data(contentsOf: URL(filePath: path)))
      let place = chance.below(bytes.count)
      switch round % 3 {
      case 0: bytes[place] ^= UInt8(1 << chance.below(8))
      case 1: bytes.removeSubrange(place...)
      case _: bytes.insert(0, at: place)
      }
      try Data(bytes).write(to: URL(filePath: path))
      let portal = try SmallPortal.whole.edited(Self.newsletter, "本班", "第\(round)班")
      _ = build(portal, to: folder)
      try expectRight(try publishedFiles(in: folder.path("site")))
    }
  }
}
