import Diagnostics
import Files
import PortalTestSupport
import Publishing
import TestSupport
import Testing

/// Two builds of the same input differ (OU07).
@Suite struct ReproductionTests {
  /// With the layouts that show the version.
  private func build(
    _ portal: OneFilePortal, to folder: borrowing TemporaryFolder, version: String = "1", usesCache: Bool = true
  ) -> BuildResult {
    portal.build(to: folder) { request in
      request.version = version
      // A program that writes something else though it is the same: only the page `build/` shows the version.
      request.program = "the same"
      request.usesCache = usesCache
    }
  }

  @Test func `a build anew of the same input is the same`() throws {
    let folder = try TemporaryFolder()
    _ = build(try SmallPortal.shipped(), to: folder)
    let again = build(try SmallPortal.shipped(), to: folder, usesCache: false)
    #expect(again.diagnostics.isEmpty && again.published != nil)
  }

  @Test func `what differs stops the exchange and is named`() throws {
    let folder = try TemporaryFolder()
    _ = build(try SmallPortal.shipped(), to: folder)
    let before = try publishedFiles(in: folder.path("site"))
    let other = build(try SmallPortal.shipped(), to: folder, version: "2", usesCache: false)
    #expect(
      other.diagnostics.map { "\($0.code) \($0.severity) \($0.location?.path ?? "")" } == [
        "OU07 error site/build/index.html"
      ])
    #expect(other.diagnostics.allSatisfy { $0.repair != nil } && other.published == nil)
    #expect(differences(try publishedFiles(in: folder.path("site")), before) == [])
  }

  @Test func `another input is no other build of the same`() throws {
    let folder = try TemporaryFolder()
    _ = build(try SmallPortal.shipped(), to: folder)
    let edited = try SmallPortal.shipped().edited("content/help/denglu.md", "打开云书院。", "先打开云书院。")
    let other = build(edited, to: folder, version: "2", usesCache: false)
    #expect(other.diagnostics.isEmpty && other.published != nil)
  }
}
