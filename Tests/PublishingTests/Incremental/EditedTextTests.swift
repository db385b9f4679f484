import Diagnostics
import Files
import Foundation
import Portal
import PortalTestSupport
import Publishing
import TestSupport
import Testing

/// A portal of which only texts are edited: a part of it is read when that is certain to give what the whole would give, the
/// whole otherwise. Files and messages are always those of a build that knows of none before.
@Suite struct EditedTextTests {
  private static let first = "content/years/2026/projects/yuancheng/newsletters/c1/01.md"
  private static let second = "content/years/2026/projects/yuancheng/newsletters/c1/02.md"
  private static let help = "content/help/denglu.md"
  private static let course = "content/packs/danyuan/k1.md"

  /// Newsletters of two classes, a heading that other pages lead to, a picture, an attachment.
  private static let portal: OneFilePortal = {
    var portal = SmallPortal.whole
    portal["layouts/newsletter.html"] = """
      <!DOCTYPE html><title>x</title>
      {{ newsletter.title }} {{ newsletter.class.name }} {% if newsletter.previous %}{{ newsletter.previous.title }}{% endif %}
      {{ page.body }}
      {% for heading in page.outline %}<a href="#{{ heading.id }}">{{ heading.text }}</a>{% endfor %}

      """
    portal["layouts/newsletters.html"] =
      "<!DOCTYPE html><title>x</title>{% for issue in latest %}{{ issue.title }}{{ issue.summary }}{% endfor %}\n"
    portal["content/years/2026/projects/yuancheng/newsletters/c2/01.md"] =
      "---\ntitle: 二班第一期\ndate: 2026-08-22\n---\n见[讨论](newsletter:c1/02#讨论)。\n"
    portal[help] = """
      ---
      title: 登录
      summary: 怎样登录。
      order: 1
      ---
      ## 步骤

      看[说明](files/shuoming.txt)，学[第二课](course:k2)。

      ![图](files/tu.svg)

      """
    portal["content/help/files/shuoming.txt"] = "说明\n"
    portal["content/help/files/tu.svg"] =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"4\" height=\"3\"><title>t</title></svg>\n"
    return portal
  }()

  /// An edit, how much of the content is read for it, and how many pages are made.
  struct Edit: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var path: String
    var from: String
    var to: String
    var reading: BuildResult.Reading
    var pages: Int?

    init(
      _ name: String, _ path: String, _ from: String, _ to: String, _ reading: BuildResult.Reading, pages: Int? = nil
    ) {
      (testDescription, self.path, self.from, self.to, self.reading) = (name, path, from, to, reading)
      self.pages = pages
    }
  }

  static let edits: [Edit] = [
    Edit("words", first, "本班", "我们班", .part, pages: 1),
    Edit("words of a course", course, "看[", "先看[", .part, pages: 1),
    Edit("a new heading", second, "## 讨论\n", "## 开头\n\n## 讨论\n", .part, pages: 1),
    Edit("a link that other pages have", first, "本班", "先学[第二课](course:k2)，本班", .part),
    Edit("a link that the page no longer has", first, "[第一课](course:k1)", "第一课", .part),
    Edit("a link to the text of a course", first, "[第一课](course:k1)", "[第一课](/packs/danyuan/k1.md)", .everything),
    Edit("a link that no page has", first, "本班", "问[班级](class:c2)，本班", .everything),
    Edit("a link to a newsletter of another class", first, "本班", "看[二班](newsletter:c2/01)，本班", .everything),
    Edit("a figure that other pages have not", first, "{{ class.size }} 人", "{{ project.name }}", .everything),
    Edit("a directive that no text of the page has", first, "本班", ":::note\n好。\n:::\n\n本班", .everything),
    Edit("a heading that others lead to", second, "## 讨论\n", "## 商量\n", .everything),
    Edit("an attachment that nothing leads to any more", help, "[说明](files/shuoming.txt)", "说明", .everything),
    Edit("a picture less", help, "![图](files/tu.svg)", "", .everything),
    Edit("a message of a rule", first, "本班", "时间另行通知。本班", .everything),
    Edit("a name of the glossary", first, "本班", "辅导员和本班", .everything),
    Edit("a title", first, "title: 第一期", "title: 首期", .everything),
    Edit("a row", "content/people/experts.csv", "沈知远", "沈知行", .everything),
    Edit("a layout", "layouts/newsletter.html", "{{ newsletter.title }}", "<b>{{ newsletter.title }}</b>", .everything),
  ]

  @Test(arguments: edits) func `after an edit as much is read as must be`(_ edit: Edit) throws {
    var portal = Self.portal
    portal["content/glossary.yml"] = """
      terms:
        - word: 班级辅导教师
          variants: [辅导员]

      """
    let folder = try TemporaryFolder()
    let first = portal.build(to: folder)
    #expect(first.diagnostics == [])
    let edited = try portal.edited(edit.path, edit.from, edit.to)
    let result = try edited.rebuild(in: folder)
    #expect(result.reading == edit.reading)
    if let pages = edit.pages { #expect(result.rendered.count == pages) }
    // What was remembered serves the next builds.
    guard !result.diagnostics.hasErrors else { return }
    let unchanged = edited.build(to: folder)
    #expect(unchanged.reading == .nothing && unchanged.published?.manner == .unchanged)
    let back = try portal.rebuild(in: folder)
    #expect(back.reading != .nothing)
  }

  @Test func `texts edited again and again, one and several at a time`() throws {
    let folder = try TemporaryFolder()
    var portal = Self.portal
    _ = portal.build(to: folder)
    for round in 0..<6 {
      try portal.edit(Self.first, "学[", "第\(round)次学[")
      if round % 2 == 0 { try portal.edit(Self.help, "看[", "再看[") }
      let result = try portal.rebuild(in: folder)
      #expect(result.reading == .part && result.rendered.count == (round % 2 == 0 ? 2 : 1))
    }
  }

  @Test func `a file that is only touched is read, and no page is made`() throws {
    let folder = try TemporaryFolder()
    let files = Self.portal.inMemory()
    func build() -> BuildResult {
      var request = BuildRequest(root: "/", jobs: 2, version: "test")
      request.output = folder.path("site")
      return SiteBuild.run(request, in: .fixed(files: files))
    }
    _ = build()
    files.put("/" + Self.first, try files.read("/" + Self.first))
    files.put("/content/people/experts.csv", try files.read("/content/people/experts.csv"))
    let touched = build()
    #expect(touched.reading == .part && touched.rendered.isEmpty && touched.published?.manner == .unchanged)
    #expect(build().reading == .nothing)
  }

  @Test func `a message stays with the page that has it`() throws {
    let folder = try TemporaryFolder()
    let portal = try Self.portal.edited(Self.first, "本班", "时间另行通知。本班")
    #expect(!portal.build(to: folder).diagnostics.isEmpty)
    let other = try portal.edited(Self.course, "看[", "先看[")
    #expect(try other.rebuild(in: folder).reading == .part)
    let gone = try other.edited(Self.first, "时间另行通知。", "")
    let result = try gone.rebuild(in: folder)
    #expect(result.reading == .everything && result.diagnostics.isEmpty)
  }

  @Test func `what somebody did to the published portal is mended`() throws {
    let folder = try TemporaryFolder()
    _ = Self.portal.build(to: folder)
    let edited = try Self.portal.edited(Self.first, "本班", "我们班")
    _ = try edited.rebuild(in: folder)
    try folder.write("site/courses/k1/index.html", "by hand")
    try folder.write("site/courses/k1/more.html", "by hand")
    try FileManager.default.removeItem(atPath: folder.path("site/courses/k2/index.html"))
    let again = try edited.edited(Self.first, "我们班", "本班").rebuild(in: folder)
    #expect(again.reading != .nothing)
    // These files are now in the spare, from which the next portal is made.
    let spare = try edited.edited(Self.first, "我们班", "全班").rebuild(in: folder)
    #expect(spare.reading != .nothing)
  }

  @Test func `replacing files one by one`() throws {
    let folder = try TemporaryFolder()
    _ = Self.portal.build(to: folder) { $0.inPlace = true }
    let edited = try Self.portal.edited(Self.first, "本班", "我们班")
    let result = try edited.rebuild(in: folder) { $0.inPlace = true }
    #expect(result.reading == .part)
  }

  @Test func `a list of files and a page that is gone are for the whole build`() throws {
    let folder = try TemporaryFolder()
    _ = Self.portal.build(to: folder) { $0.writesManifest = true }
    let edited = try Self.portal.edited(Self.first, "本班", "我们班")
    let listed = try edited.rebuild(in: folder) { $0.writesManifest = true }
    #expect(listed.reading == .everything)
    var without = edited
    without["content/years/2026/projects/yuancheng/newsletters/c2/01.md"] = nil
    _ = without.build(to: folder)
    let waiting = try without.edited(Self.first, "我们班", "本班").build(to: folder)
    #expect(waiting.reading == .everything && waiting.diagnostics.contains { $0.code == "OU09" })
  }
}
