import Foundation
import Diagnostics
import Files
import PortalTestSupport
import Publishing
import TestSupport
import Testing
import Training

/// The portal for those who look at a change before it is published: without lists of names, and marked on each page.
@Suite struct PreviewTests {
  private static func shipped() throws -> OneFilePortal {
    var portal = try SmallPortal.shipped()
    portal["content/redirects.csv"] = "旧网址,新网址\nalt/,course:k1\n"
    return portal
  }

  private func build(
    _ portal: OneFilePortal, to folder: borrowing TemporaryFolder, _ readership: Readership
  ) -> BuildResult {
    portal.build(to: folder) { request in
      request.readership = readership
      request.writesManifest = true
    }
  }

  private static let notice = "notices/2026-09-16-gongshi/index.html"
  /// The two of the list.
  private static let names = ["丁亦然", "于娟"]

  @Test func `no file has a name of a list, and every page says what it is`() throws {
    let folder = try TemporaryFolder()
    let result = build(try Self.shipped(), to: folder, .preview)
    #expect(!result.diagnostics.hasErrors, "\(result.diagnostics.map(\.message))")
    for (path, bytes) in try publishedFiles(in: folder.path("site")) {
      let text = String(decoding: bytes, as: UTF8.self)
      for name in Self.names { #expect(!text.contains(name), "\(path)") }
      guard path.hasSuffix(".html") else { continue }
      #expect(text.contains("<title>【预览】") && text.contains("<p class=\"preview\" role=\"note\">"), "\(path)")
      #expect(text.contains("<meta name=\"robots\" content=\"noindex, noarchive\">"), "\(path)")
      if path == Self.notice { #expect(text.contains("名单共2人，预览里略去。")) }
    }
    let manifest = String(decoding: try publishedFiles(in: folder.path("site"))["manifest.json"] ?? [], as: UTF8.self)
    #expect(manifest.contains("\"audience\": \"preview\""))
  }

  @Test func `the portal has the names and says nothing of previews`() throws {
    let folder = try TemporaryFolder()
    _ = build(try Self.shipped(), to: folder, .everyone)
    let files = try publishedFiles(in: folder.path("site"))
    let notice = String(decoding: try #require(files[Self.notice]), as: UTF8.self)
    for name in Self.names { #expect(notice.contains(name)) }
    for (path, bytes) in files where path.hasSuffix(".html") {
      #expect(!String(decoding: bytes, as: UTF8.self).contains("预览"), "\(path)")
    }
  }

  @Test func `one is never taken for the other, whatever was built before`() throws {
    let folder = try TemporaryFolder()
    let portal = try Self.shipped()
    var clean: [Readership: [String: [UInt8]]] = [:]
    for readership in Readership.allCases {
      let other = try TemporaryFolder()
      _ = build(portal, to: other, readership)
      clean[readership] = try publishedFiles(in: other.path("site"))
    }
    var last = Readership.everyone
    for readership in [Readership.everyone, .preview, .preview, .everyone, .preview] {
      if readership != last {
        let refused = build(portal, to: folder, readership)
        #expect(refused.published == nil && refused.diagnostics.contains { $0.code == "FL19" })
        #expect(differences(clean[last] ?? [:], try publishedFiles(in: folder.path("site"))) == [])
        // What is known of earlier builds stays.
        try FileManager.default.removeItem(atPath: folder.path("site"))
      }
      last = readership
      _ = build(portal, to: folder, readership)
      #expect(differences(clean[readership] ?? [:], try publishedFiles(in: folder.path("site"))) == [])
    }
  }

  @Test func `a layout that does not say it is no layout for a preview`() throws {
    let folder = try TemporaryFolder()
    let other = try TemporaryFolder()
    #expect(!build(SmallPortal.whole, to: other, .everyone).diagnostics.hasErrors)
    let result = build(SmallPortal.whole, to: folder, .preview)
    #expect(result.published == nil && result.diagnostics.hasErrors)
    #expect(Set(result.diagnostics.map(\.code)) == ["LT66"])
    // Each layout is told once.
    #expect(Set(result.diagnostics.compactMap(\.location)).count == result.diagnostics.count)
  }
}
