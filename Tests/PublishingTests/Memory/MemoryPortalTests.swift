import Diagnostics
import Files
import PortalTestSupport
import Publishing
import TestSupport
import Testing

/// What a preview shows is what a build publishes, and nothing is written.
@Suite struct MemoryPortalTests {
  private static let newsletter = "content/years/2026/projects/yuancheng/newsletters/c1/01.md"

  private func preview(
    _ portal: OneFilePortal, after before: MemoryPortal? = nil
  ) -> (portal: MemoryPortal?, result: BuildResult) {
    var request = BuildRequest(root: "/", jobs: 2, version: "test")
    request.publishes = false
    return SiteBuild.preview(request, after: before, in: .fixed(files: portal.inMemory()))
  }

  private func files(_ portal: MemoryPortal) -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for path in portal.paths { files[path] = portal.bytes(of: path) }
    return files
  }

  @Test func `the files are those of a build`() throws {
    let folder = try TemporaryFolder()
    let built = SmallPortal.whole.build(to: folder)
    let (portal, result) = preview(SmallPortal.whole)
    let published = try publishedFiles(in: folder.path("site"))
    #expect(published.count > 20 && built.diagnostics == result.diagnostics && result.published == nil)
    let shown = try #require(portal)
    #expect(files(shown) == published)
  }

  @Test func `after an edit only what it touches is made anew`() throws {
    let first = try #require(preview(SmallPortal.whole).portal)
    let edited = try SmallPortal.whole.edited(Self.newsletter, "本班", "我们班")
    let (second, result) = preview(edited, after: first)
    #expect(result.rendered.map(\.file) == ["newsletters/c1/01/index.html"])
    let (shown, anew) = (try #require(second), try #require(preview(edited).portal))
    #expect(files(shown) == files(anew))
    let (third, unchanged) = preview(edited, after: second)
    let same = try #require(third)
    #expect(unchanged.rendered.isEmpty && files(same) == files(shown))
  }

  @Test func `a file that is gone is not shown any more`() throws {
    let first = try #require(preview(SmallPortal.whole).portal)
    var fewer = SmallPortal.whole
    fewer["content/years/2026/projects/yuancheng/newsletters/c1/02.md"] = nil
    let second = try #require(preview(fewer, after: first).portal)
    #expect(first.bytes(of: "newsletters/c1/02/index.html") != nil)
    #expect(second.bytes(of: "newsletters/c1/02/index.html") == nil)
  }

  @Test func `with an error there is no portal`() throws {
    let broken = try SmallPortal.whole.edited(Self.newsletter, "本班", "[本班](missing.md)")
    let (portal, result) = preview(broken, after: preview(SmallPortal.whole).portal)
    #expect(portal == nil && result.diagnostics.hasErrors)
  }
}
