import Diagnostics
import Files
import Foundation
import PortalTestSupport
import Publishing
import TestSupport
import Testing

/// The shipped directives in the text of a help page: what they show, and what is said about wrong ones. The texts are
/// files under `Fixtures`, with what came of them beside them (`UPDATE_SNAPSHOTS=1`).
@Suite struct DirectiveBuildTests {
  private let snapshots = SnapshotFolder("../Fixtures")
  private static let page = "content/help/denglu.md"

  /// The small portal with the layouts of the demonstration, a few attachments and a collection; `text` is the help page's.
  private func portal(_ text: String) throws -> OneFilePortal {
    var portal = SmallPortal.content.adding(
      OneFilePortal(
        """
        --- content/help/files/huizhi.csv ---
        学校,人数,联系电话
        临江县第一中学,9,0500-0000 0001
        临江县第二中学,"1,200",0500-0000 0002
        白鹭市实验小学,36,
        --- content/help/files/kong.csv ---
        --- content/help/files/can.csv ---
        学校,人数
        临江县第一中学,9,多了
        --- content/help/files/tu.svg ---
        <svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"/>
        --- content/collections/shu.yml ---
        title: 用书
        doc: 发什么书。
        files: [shu.csv]
        fields:
          - {name: name, header: 书名, type: text, required: true, doc: 书名}
          - {name: price, header: 定价, type: money, required: true, doc: 定价}
          - {name: cost, header: 进价, type: money, private: true, doc: 不公开}
          - {name: count, header: 册数, type: integer, doc: 几册}
          - {name: note, header: 备注, type: text, doc: 备注}
        --- content/shu.csv ---
        书名,定价,进价,册数,备注
        怎样备课,30元,21.5元,40,
        案例选编,25元,18.5元,,还没有印
        学情前测,12元,9.5元,8,
        """))
    for file in try Demonstration.files(["layouts"]) { portal.files[file.path] = file.bytes }
    let front = "---\ntitle: 登录\nsummary: 怎样登录。\norder: 1\n---\n"
    portal[Self.page] = front + text
    return portal
  }

  private func fixture(_ name: String) throws -> String {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    return try String(contentsOf: folder.appending(path: "Fixtures/" + name), encoding: .utf8)
  }

  /// Attachments that no text links to are there for other tests. A line for each message: place counted from the text's first line, code, what it marks, then both languages.
  private func messages(_ result: BuildResult) -> String {
    result.diagnostics.inPrintingOrder().filter { $0.code != "RF03" }.map { diagnostic in
      var place = "-"
      var marked = ""
      if let location = diagnostic.location {
        place = location.path == Self.page ? "" : location.path + ":"
        if let span = location.span, let bytes = result.sources[location.path] {
          let position = SourceText(bytes).position(of: Int(span.start))
          place += "\(position.line - (location.path == Self.page ? 5 : 0)):\(position.column)"
          marked = String(decoding: bytes[span.range], as: UTF8.self)
        }
      }
      func said(_ language: Language) -> String {
        ([diagnostic.message] + (diagnostic.repair.map { [$0] } ?? []) + diagnostic.notes.map(\.message))
          .map { $0.text(in: language) }.joined(separator: " | ")
      }
      return
        "\(place) \(diagnostic.severity) \(diagnostic.code) ⟦\(marked)⟧\n  \(said(.chinese))\n  \(said(.english))\n"
    }.joined()
  }

  @Test func `each wrong directive gives one message at its place, in both languages`() throws {
    let folder = try TemporaryFolder()
    let result = try portal(try fixture("wrong-directives.md")).build(to: folder)
    #expect(result.published == nil)
    try snapshots.check(messages(result), "wrong-directives.snap")
  }

  @Test func `each shipped directive shows what its layout says`() throws {
    let folder = try TemporaryFolder()
    let text = try fixture("directives.md")
    let result = try portal(text).build(to: folder)
    #expect(messages(result) == "")
    let html = String(
      decoding: try publishedFiles(in: folder.path("site"))["help/denglu/index.html"] ?? [], as: UTF8.self)
    let body = html.split(separator: "<div class=\"prose\">\n").last?.split(separator: "</main>").first
    try snapshots.check(String(body ?? ""), "directives.snap")
    #expect(!html.contains("21.5"))
    for name in try Demonstration.files(["layouts"]).map(\.path).filter({ $0.hasPrefix("layouts/directives/") }) {
      let directive = name.dropFirst("layouts/directives/".count).dropLast(".html".count)
      #expect(text.contains(":\(directive)"), "\(directive)")
    }
  }

  @Test func `no snapshot is unused`() throws {
    try snapshots.checkNoneUnused(["directives.md", "directives.snap", "wrong-directives.md", "wrong-directives.snap"])
  }

  @Test func `a directive in a newsletter sees what it sees in a notice`() throws {
    let folder = try TemporaryFolder()
    var portal = try portal("正文。\n")
    let text = "::stat{value=project.class_hours unit=学时 label=学习}\n\n::courses{pack=danyuan}\n\n::contact\n"
    try portal.edit("content/notices/2026-09-16-gongshi.md", "现予公示。\n", text)
    try portal.edit(
      "content/years/2026/projects/yuancheng/newsletters/c1/01.md", "本班 {{ class.size }} 人，学[第一课](course:k1)。\n",
      text)
    let result = portal.build(to: folder)
    #expect(messages(result) == "")
    let files = try publishedFiles(in: folder.path("site"))
    for page in ["newsletters/c1/01/index.html", "notices/2026-09-16-gongshi/index.html"] {
      let html = String(decoding: files[page] ?? [], as: UTF8.self)
      #expect(html.contains("<b>4</b> <small>学时</small>"), "\(page)")
      #expect(html.contains("class=\"cells cards\"") && html.contains("培训办公室"), "\(page)")
    }
  }

  @Test(arguments: [
    ("::figure{src=files/tu.svg alt=甲 乙 丙}", "MD20 ⟦乙⟧"),
    ("::figure{src=files/t%75.csv alt=甲}", "OU02 ⟦files/t%75.csv⟧"),
    ("::details 甲", "MD05 ⟦甲⟧"), ("::figure(src=files/tu.svg)", "MD05 ⟦(⟧"),
  ])
  func `what is typed otherwise has one message`(text: String, problem: String) throws {
    let folder = try TemporaryFolder()
    let said = messages(try portal(text + "\n").build(to: folder))
    #expect(said.contains(problem), "\(said)")
    #expect(said.split(separator: "\n").count { !$0.hasPrefix("  ") } == 1, "\(said)")
    #expect(messages(try portal("::figure{src=files/t%75.svg alt=甲}\n").build(to: folder)) == "")
  }

  @Test func `a table in GB18030 is shown, and its messages quote its text`() throws {
    let folder = try TemporaryFolder()
    var portal = try portal("::table{file=files/can.csv}\n")
    let text = try #require(portal["content/help/files/can.csv"])
    portal.files["content/help/files/can.csv"] = Array(
      try #require(text.data(using: String.Encoding(rawValue: 0x8000_0632))))
    let result = portal.build(to: folder)
    let said = messages(result)
    #expect(said.contains("CV08 ⟦多了⟧"), "\(said)")
  }

  @Test(arguments: [
    ("{% attribute title: txet() %}", "LT22 ⟦txet⟧"), ("{% attribute title: record('kurse') %}", "LT22 ⟦'kurse'⟧"),
    ("{% attribute title: choice() %}", "LT22 ⟦choice⟧"),
    ("{% attribute title: text(requird=true) %}", "LT22 ⟦requird⟧"),
    ("{% attribute title: integer(default='a') %}", "LT22 ⟦'a'⟧"), ("{% attribute site: text() %}", "LT22 ⟦site⟧"),
    ("{% directive('block') %}", "LT22 ⟦'block'⟧"), ("{% directive('leaf', one_of='file') %}", "LT22 ⟦'file'⟧"),
    ("{% if body %}{% attribute title: text() %}{% endif %}", "LT22 ⟦attribute⟧"),
    ("{% attribute title: text(doc=1 + 1) %}", "LT01 ⟦1 + 1⟧"), ("{{ title }}", "LT04 ⟦title⟧"),
    ("{% attribute title: text() %}{{ title }}", "LT09 ⟦title⟧"),
  ])
  func `what the head of a directive's layout gets wrong is told there`(head: String, problem: String) throws {
    let folder = try TemporaryFolder()
    var portal = try portal("正文。\n")
    portal["layouts/directives/neu.html"] = "<p>" + head + "</p>\n"
    let said = messages(portal.build(to: folder))
    #expect(said.contains(problem), "\(said)")
    #expect(said.split(separator: "\n").count { !$0.hasPrefix("  ") } == 1, "\(said)")
  }

  @Test func `attributes are declared in layouts of directives only`() throws {
    let folder = try TemporaryFolder()
    var portal = try portal("正文。\n")
    try portal.edit(
      "layouts/help.html", "{% extends \"base.html\" %}", "{% attribute a: text() %}{% extends \"base.html\" %}")
    #expect(messages(portal.build(to: folder)).contains("LT22 ⟦a⟧"))
  }
}
