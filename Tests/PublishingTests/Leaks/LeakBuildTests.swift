import Diagnostics
import Files
import PortalTestSupport
import Publishing
import TestSupport
import Testing

/// The scan of everything that is about to be published (PV01–PV04). The numbers are invented.
@Suite struct LeakBuildTests {
  private static let help = "content/help/denglu.md"
  private static let number = "13912345678"

  /// Codes and places of what privacy has to say.
  private func places(_ result: BuildResult) -> [String] {
    result.diagnostics.filter { $0.code.text.hasPrefix("PV") }.map { "\($0.code) \($0.location?.path ?? "")" }
  }

  private func withHelp(_ text: String) throws -> OneFilePortal {
    try SmallPortal.whole.edited(Self.help, "打开云书院。", "打开云书院。\n\n" + text)
  }

  @Test func `a number stops the build and the old portal stays`() throws {
    let folder = try TemporaryFolder()
    _ = SmallPortal.whole.build(to: folder)
    let old = try publishedFiles(in: folder.path("site"))
    let result = try withHelp("有事打 139 1234 **5678**。").build(to: folder)
    #expect(places(result) == ["PV02 " + Self.help])
    #expect(result.published == nil)
    #expect(try publishedFiles(in: folder.path("site")) == old)
  }

  @Test func `no message holds what was found`() throws {
    let folder = try TemporaryFolder()
    var portal = try withHelp("有事打 \(Self.number)，或写信到 \(Self.number)@qq.com。")
    portal["content/help/files/\(Self.number).csv"] = "学校,电话\n一校,\(Self.number)\n"
    portal = try portal.edited(Self.help, "打开云书院。", "打开云书院，见[表](files/\(Self.number).csv)。")
    let result = portal.build(to: folder)
    #expect(Set(places(result)).isSuperset(of: ["PV02 " + Self.help, "PV04 " + Self.help]))
    for diagnostic in result.diagnostics where diagnostic.code.text.hasPrefix("PV") {
      #expect(!"\(diagnostic)".contains(Self.number), "\(diagnostic)")
      #expect(diagnostic.location?.span == nil)
    }
  }

  @Test func `attachments are scanned`() throws {
    let folder = try TemporaryFolder()
    var portal = SmallPortal.whole
    portal["content/notices/files/huizhi.csv"] = "学校,电话\n一校,\(Self.number)\n"
    #expect(places(portal.build(to: folder)) == ["PV02 site/notices/files/huizhi.csv"])
  }

  @Test func `an office's number and what is released are published`() throws {
    let folder = try TemporaryFolder()
    var portal = try withHelp("示例号码 \(Self.number)。")
    portal["content/privacy.yml"] = "releases:\n  - {value: \"139-1234-5678\", reason: 教程里虚构的号码}\n"
    let result = portal.build(to: folder)
    #expect(places(result) == [])
    #expect(result.published != nil)
  }
}
