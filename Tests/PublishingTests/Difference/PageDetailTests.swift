import Foundation
import Publishing
import TestSupport
import Testing

/// What changes in pages beside their words.
@Suite struct PageDetailTests {
  private func difference(_ old: [String: String], _ new: [String: String]) throws -> PortalDifference {
    let folder = try TemporaryFolder()
    for (name, files) in [("old", old), ("new", new)] {
      try folder.write(name + "/index.html", "<main>甲</main>")
      for (path, text) in files { try folder.write(name + "/" + path, text) }
    }
    return try PortalDifference.between(folder.path("old"), folder.path("new"), jobs: 1)
  }

  /// `link 甲: x > y` for each change of the page `a/index.html`, whose main part is `old` and then `new`.
  private func changes(_ old: String, _ new: String, head: (String, String) = ("", "")) throws -> [String] {
    func page(_ main: String, _ head: String) -> [String: String] {
      ["a/index.html": "<html><head><title>页</title>\(head)</head><body><main>\(main)</main></body></html>"]
    }
    let found = try difference(page(old, head.0), page(new, head.1))
    #expect(found.technical == [] || found.changed.isEmpty && found.tables.isEmpty)
    return found.changed.flatMap(\.details.changes).map(Self.line)
  }

  private static func line(_ change: DetailDifference.Change) -> String {
    func said(_ detail: PageDetail?) -> String {
      detail.map { $0.text.isEmpty || $0.target.isEmpty ? $0.text + $0.target : $0.text + " " + $0.target } ?? "-"
    }
    return "\(change.kind.rawValue): \(said(change.before)) > \(said(change.after))"
  }

  @Test(arguments: [
    ("<p>见<a href=\"../b/index.html\">这里</a>。</p>", "<p>见<a href=\"../c/\">这里</a>。</p>", ["link: 这里 b/ > 这里 c/"]),
    ("<p><a href=\"#x\">这里</a></p>", "<p><a href=\"index.html#y\">这里</a></p>", ["link: 这里 #x > 这里 #y"]),
    (
      "<p><a href=x>这里</a></p>", "<p><a href=\"https://x.example/?a&amp;b\">这里</a></p>",
      ["link: 这里 a/x > 这里 https://x.example/?a&b"]
    ),
    ("<p>报名</p>", "<p><a href=\"x\">报名</a></p>", ["link: - > 报名 a/x"]),
    ("<p>请<a href=\"x\">报名</a></p>", "<p>请报名</p>", ["link: 报名 a/x > -"]),
    ("<p><a href=\"x\">报名</a>或来电</p>", "<p><a href=\"x\">报名或来电</a></p>", ["link: 报名 a/x > 报名或来电 a/x"]),
    (
      "<p>图<img src=\"a.png\" alt=\"校门\"></p>", "<p>图<img src=\"b.png\" alt=\"校门\"></p>",
      ["picture: 校门 a/a.png > 校门 a/b.png"]
    ),
    (
      "<p>图<img src=\"a.png\" alt=\"校门\"></p>", "<p>图<img src=\"a.png\" alt=\"\"></p>",
      ["picture: 校门 a/a.png > a/a.png"]
    ),
    ("<p>图</p>", "<p>图<img src=\"../a.png\" alt=\"校门\"></p>", ["picture: - > 校门 a.png"]),
    ("<p>交 30 份</p>", "<p>交 <del>30 份</del></p>", ["struck: - > 30 份"]),
    ("<p>交 <s>30</s> 份，<ins>急</ins></p>", "<p>交 30 份，急</p>", ["struck: 30 > -", "inserted: 急 > -"]),
    ("<p>102 和 H2O</p>", "<p>10<sup>2</sup> 和 H<sub>2</sub>O</p>", ["superscript: - > 2", "subscript: - > 2"]),
    ("<p>甲</p><p>乙</p>", "<p>甲</p><p hidden>乙</p>", ["hidden: - > 乙"]),
    (
      "<div hidden><div>甲</div><p>乙</p></div><p>丙</p>", "<div><div>甲</div><p>乙</p></div><p>丙</p>",
      ["hidden: 甲 > -", "hidden: 乙 > -"]
    ),
    ("<p>甲<del>1</del></p><p>乙1</p>", "<p>甲1</p><p>乙<del>1</del></p>", ["struck: - > 1", "struck: 1 > -"]),
    (
      "<p>见<a href=\"1\">这里</a>和<a href=\"2\">这里</a></p>", "<p>见<a href=\"2\">这里</a>和<a href=\"1\">这里</a></p>",
      ["link: 这里 a/1 > 这里 a/2", "link: 这里 a/2 > 这里 a/1"]
    ),
    ("<p style=\"display: none\">甲</p><p>乙</p>", "<p>甲</p><p>乙</p>", ["hidden: 甲 > -"]),
    (
      "<form action=\"../x\">问</form>", "<form action=\"https://x.example/\">问</form>", ["form: x > https://x.example/"]
    ),
    ("<ol start=3><li>甲</ol>", "<ol start=4><li>甲</ol>", ["numbering: 3 > 4"]),
    ("<p><abbr title=\"甲\">A</abbr></p>", "<p><abbr title=\"乙\">A</abbr></p>", ["label: - > 乙", "label: 甲 > -"]),
    ("<p>甲</p><script>a()</script>", "<p>甲</p><script>b()</script>", ["script"]),
    (
      "<p>甲</p>", "<p>甲</p><script src=\"https://x.example/a.js\"></script>",
      ["foreignScript: - > https://x.example/a.js"]
    ),
    (
      "<p>甲</p><iframe src=\"https://x.example/\"></iframe>", "<p>甲</p><iframe src=\"https://y.example/\"></iframe>",
      ["embedded: https://x.example/ > https://y.example/"]
    ),
  ])
  func `what a reader meets beside the words is told`(old: String, new: String, expected: [String]) throws {
    let found = try changes(old, new)
    if expected == ["script"] {
      #expect(found.count == 1 && found[0].hasPrefix("script: "))
    } else {
      #expect(found == expected)
    }
    #expect(try changes(old, old) == [])
  }

  @Test func `what search engines are told is told`() throws {
    let noindex = "<meta name=\"robots\" content=\"noindex\">"
    #expect(try changes("<p>文</p>", "<p>文</p>", head: ("", noindex)) == ["robots: - > noindex"])
    #expect(try changes("<p>文</p>", "<p>文</p>", head: (noindex, "")) == ["robots: noindex > -"])
    let summaries = ["甲", "乙"].map { "<meta name=\"description\" content=\"\($0)\">" }
    #expect(try changes("<p>文</p>", "<p>文</p>", head: (summaries[0], summaries[1])) == ["summary: 甲 > 乙"])
  }

  @Test(arguments: [
    ("<p>头</p>", "<p>头</p><ul><li><a href=\"../b/\">新的一期</a></li></ul>"),
    ("<p>头</p>", "<p>头</p><p title=\"甲\">乙</p>"),
    ("<p>头</p><p>见 <del>旧</del> 文</p>", "<p>头</p>"),
    ("<p>头</p><p><a href=\"../b/\">第一期</a></p>", "<p>头</p><p><a href=\"../b/\">第一期：春</a></p>"),
    (
      "<table><thead><tr><th>期<tbody><tr><td><a href=\"../b/\">一</a></table>",
      "<table><thead><tr><th>期<tbody><tr><td><a href=\"../b/\">一</a><tr><td><a href=\"../c/\">二</a></table>"
    ),
  ])
  func `what the words tell is not told twice`(old: String, new: String) throws {
    #expect(try changes(old, new) == [])
  }

  @Test func `a link of a row belongs to its row`() throws {
    func table(_ rows: (String, String)...) -> String {
      "<table><thead><tr><th>期<th>文件</thead><tbody>"
        + rows.map { "<tr><td>\($0.0)</td><td><a href=\"\($0.1)\">下载</a></td></tr>" }.joined() + "</tbody></table>"
    }
    #expect(try changes(table(("一", "1"), ("二", "2")), table(("新", "0"), ("一", "1"), ("二", "2"))) == [])
    #expect(
      try changes(table(("一", "1"), ("二", "2")), table(("新", "0"), ("一", "1"), ("二", "3")))
        == ["link: 下载 a/2 > 下载 a/3"])
  }

  @Test func `the caption of a table is told, also of one without a header`() throws {
    func table(_ caption: String) -> [String: String] {
      ["a.html": "<main><h2>表</h2><table>\(caption)<thead><tr><th>项<tbody><tr><td>甲</table></main>"]
    }
    let renamed = try difference(table("<caption>一班</caption>"), table("<caption>二班</caption>"))
    #expect(renamed.tables.map(\.rows.formerCaption) == ["一班"] && renamed.tables.map(\.rows.caption) == ["二班"])
    let gone = try difference(table("<caption>一班</caption>"), table(""))
    #expect(gone.tables.map(\.rows.formerCaption) == ["一班"] && gone.tables.allSatisfy(\.rows.isNamedByHeading))
    #expect(gone.technical == [])
    func plain(_ caption: String) -> [String: String] {
      ["a.html": "<main><table><caption>\(caption)</caption><tr><td>甲</table></main>"]
    }
    #expect(
      try difference(plain("一"), plain("二")).changed.flatMap(\.text.changes).map(\.after) == [nil, "二"])
  }

  @Test func `where a way leads now is told`() throws {
    func way(_ target: String) -> [String: String] {
      ["a/index.html": "<head><meta http-equiv=\"refresh\" content=\"0; url=\(target)\"></head><main>已移到</main>"]
    }
    let found = try difference(way("../b/index.html"), way("../c/index.html"))
    #expect(found.changed.flatMap(\.details.changes).map(Self.line) == ["redirect: b/ > c/"])
    // The page is gone, and its address leads to one that was there before.
    let gone = try difference(["a/index.html": "<main>文</main>"], way("../index.html"))
    #expect(gone.removed.map(\.redirect) == ["../index.html"] && gone.changed.isEmpty)
  }

  @Test func `links around all pages and the way to a page are told once`() throws {
    func pages(_ link: String, _ parent: String) -> [String: String] {
      Dictionary(
        uniqueKeysWithValues: ["a.html", "b/c.html", "d/index.html"].map { path in
          let up = path.contains("/") ? "../" : ""
          let nav = "<nav><a href=\"\(up)\(link)\">栏目</a></nav>"
          let trail = "<nav class=\"crumbs\"><ol><li><a href=\"\(up)index.html\">\(parent)</a><li>页</ol></nav>"
          return (path, "<body>\(nav)\(trail)<main><h1>\(path)</h1></main></body>")
        })
    }
    let links = try difference(pages("x/", "首页"), pages("y/", "首页"))
    #expect(links.frames.map { $0.details.changes.map(Self.line) } == [["link: 栏目 x/ > 栏目 y/"]])
    #expect(links.frames.map(\.addresses.count) == [3] && links.changed.isEmpty && links.technical.isEmpty)
    let trails = try difference(pages("x/", "首页"), pages("x/", "主页"))
    #expect(trails.frames.map { $0.text.changes.map(\.after) } == [["主页"]] && trails.frames[0].addresses.count == 3)
  }

  @Test func `a page that moved has the same links, written from its new place`() throws {
    let old = "<main><h1>通知</h1><p><a href=\"../x.pdf\">附件</a><a href=\"#a\">下</a></p></main>"
    let new = "<main><h1>通知</h1><p><a href=\"../../x.pdf\">附件</a><a href=\"index.html#a\">下</a></p></main>"
    let found = try difference(["a/index.html": old], ["b/c/index.html": new])
    #expect(found.moved.count == 1 && found.changed.isEmpty)
  }

  @Test func `capitals in names are no other kind of file`() throws {
    let found = try difference(
      ["A.HTML": "<main>甲</main>", "B.CSV": "校,数\n一,1\n"], ["A.HTML": "<main>乙</main>", "B.CSV": "校,数\n一,2\n"])
    #expect(found.changed.map(\.page.address) == ["A.HTML"])
    #expect(found.tables.map(\.rows.changed.count) == [1])
  }

  @Test func `a table that cannot be read is named`() throws {
    let found = try difference(["b.csv": "校,数\n一,1\n"], ["b.csv": "校,数\n\"一,2\n"])
    #expect(found.unreadable == ["b.csv"] && found.tables.isEmpty)
    let report = try #require(try JSONSerialization.jsonObject(with: Data(found.json)) as? [String: Any])
    #expect(report["unreadable"] as? [String] == ["b.csv"])
    #expect(try difference(["b.csv": "校\n\"1\n"], ["b.csv": "校\n\"2\n"]).unreadable == ["b.csv"])
  }

  @Test func `a folder without files is nothing that readers can open`() throws {
    let folder = try TemporaryFolder()
    for name in ["old", "new"] { try folder.write(name + "/index.html", "<main>甲</main>") }
    try FileManager.default.createDirectory(atPath: folder.path("new/leer"), withIntermediateDirectories: false)
    #expect(try PortalDifference.between(folder.path("old"), folder.path("new"), jobs: 1).isEmpty)
  }

  @Test func `programs get the details too`() throws {
    let found = try difference(
      ["a.html": "<main><p><a href=\"x\">甲</a></p></main>"], ["a.html": "<main><p><a href=\"y\">甲</a></p></main>"])
    let report = try #require(try JSONSerialization.jsonObject(with: Data(found.json)) as? [String: Any])
    let pages = try #require(report["pages"] as? [String: [[String: Any]]])
    let detail = try #require((pages["changed"]?.first?["details"] as? [[String: Any]])?.first)
    #expect(
      detail["kind"] as? String == "link" && detail["before"] as? [String: String] == ["text": "甲", "target": "x"])
    #expect(detail["after"] as? [String: String] == ["text": "甲", "target": "y"])
  }
}
