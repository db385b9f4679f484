import Diagnostics
import Files
import PortalTestSupport
import Publishing
import TestSupport
import Testing

/// Rules about texts in a build, which parses each text once, for its page.
@Suite struct TextRuleBuildTests {
  private static let newsletter = "content/years/2026/projects/yuancheng/newsletters/c1/02.md"
  private static let notice = "content/notices/2026-09-01-tongzhi.md"

  /// Codes of the messages about texts of the portal after `edits`.
  private func codes(_ edits: [(path: String, old: String, new: String)]) throws -> [String] {
    var portal = SmallPortal.whole
    for edit in edits { portal = try portal.edited(edit.path, edit.old, edit.new) }
    var request = BuildRequest(root: "/", jobs: 2, version: "test")
    request.publishes = false
    let result = SiteBuild.run(request, in: .fixed(files: portal.inMemory()))
    return result.diagnostics.map(\.code.text).filter { $0.hasPrefix("TX") || $0.hasPrefix("NL07") }
  }

  private func codes(newsletter text: String) throws -> [String] {
    try codes([(Self.newsletter, "见[上一期]", text + "\n\n见[上一期]")])
  }

  @Test(arguments: [("甲 <!-- 乙。", "TX06"), ("<!-- 甲。", "TX06"), ("：：：", "MD26"), ("甲：：：", ""), ("备课，磨课，", "TX04")])
  func `one mistake at the end of a text has one message`(text: String, code: String) throws {
    var portal = SmallPortal.whole
    portal.files[Self.newsletter]? += Array("\n\n\(text)\n".utf8)
    var request = BuildRequest(root: "/", jobs: 2, version: "test")
    request.publishes = false
    let result = SiteBuild.run(request, in: .fixed(files: portal.inMemory()))
    let codes = result.diagnostics.map(\.code.text).filter { $0.hasPrefix("TX") || $0.hasPrefix("MD") }
    #expect(codes.joined(separator: " ") == code)
  }

  @Test func `a layout that runs into a limit is told once, and the texts of all pages are read`() throws {
    var portal = SmallPortal.whole
    let loops = String(repeating: "{% for a in range(900) %}", count: 3) + String(repeating: "{% endfor %}", count: 3)
    for path in portal.files.keys where path.hasSuffix(".html") && path.split(separator: "/").count == 2 {
      portal.files[path]? += Array(loops.utf8)
    }
    for path in [Self.newsletter, Self.notice, "content/help/denglu.md"] {
      portal.files[path]? += Array("\n\n<script>甲</script>\n".utf8)
    }
    for jobs in [1, 2, 4] {
      var request = BuildRequest(root: "/", jobs: jobs, version: "test")
      request.publishes = false
      let result = SiteBuild.run(request, in: .fixed(files: portal.inMemory()))
      let codes = result.diagnostics.map(\.code.text).filter { ["LT33", "MD12"].contains($0) }.sorted()
      #expect(codes == ["LT33", "MD12", "MD12", "MD12"], "\(jobs)")
    }
  }

  @Test func `what is typed by hand is compared with the data`() throws {
    #expect(try codes(newsletter: "总学时 5 学时。") == ["NL07"])
  }

  @Test func `a figure is not typed by hand`() throws {
    #expect(try codes(newsletter: "总学时 {{ class.size }} 学时。") == [])
    #expect(try codes(newsletter: "总学时 {{ class.size }} 学时，总学时 5 学时，共 {{ class.size }} 人。") == ["NL07"])
  }

  @Test func `a figure in an inline directive is not typed by hand either`() throws {
    #expect(try codes(newsletter: "总学时:stat[{{ class.size }}]学时。") == [])
    #expect(try codes(newsletter: ":stat[总学时 {{ class.size }} 学时]。") == [])
    #expect(try codes(newsletter: ":stat[总学时 5 学时]。") == ["NL07"])
  }

  @Test func `a line break within a statement changes nothing`() throws {
    #expect(try codes(newsletter: "总学时\n5\n学时。") == ["NL07"])
  }

  @Test func `what stands in directives is looked at`() throws {
    #expect(try codes(newsletter: ":::note{title=说明}\n总学时 5 学时。\n:::") == ["NL07"])
  }

  @Test func `what stands in raw HTML and in attributes is looked at`() throws {
    #expect(try codes(newsletter: "<div>\n总学时 5 学时。\n</div>") == ["NL07"])
    #expect(try codes(newsletter: ":::note{title=\"总学时 5 学时\"}\n甲。\n:::") == ["NL07"])
    #expect(try codes(newsletter: "::figure{src=files/tu.svg alt=图 caption=学习十七大精神}") == ["TX05"])
  }

  @Test func `texts that no page shows are looked at`() throws {
    #expect(
      try codes([
        (Self.notice, "date: 2026-09-01", "date: 2099-09-01"), (Self.notice, "请填[回执]", "学习十七大精神。\n\n请填[回执]"),
      ]) == ["TX05"])
  }

  @Test func `texts are looked at when the data holds errors`() throws {
    #expect(
      try codes([
        (Self.newsletter, "见[上一期]", "总学时 5 学时。\n\n见[上一期]"), (Self.newsletter, "title: 第二期", "titel: 第二期"),
      ]) == ["NL07"])
  }
}
