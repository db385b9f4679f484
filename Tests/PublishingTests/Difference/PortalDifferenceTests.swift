import Foundation
import Publishing
import TestSupport
import Testing

/// What readers find changed between two built portals.
@Suite struct PortalDifferenceTests {
  private static func page(_ title: String, _ main: String, trail: [String] = ["首页", "公告"], foot: String = "电话 1")
    -> String
  {
    let steps = (trail + [title]).map { "<li><a href=\"x\">\($0)</a></li>" }.joined()
    return """
      <!DOCTYPE html><html><head><title>\(title)｜门户</title><style>p { a: b }</style></head>
      <body class="kind-notice wide"><nav class="crumbs"><ol>\(steps)</ol></nav>
      <main><h1><span>\(title)</span></h1>\(main)</main><footer><p>\(foot)</p></footer></body></html>
      """
  }

  private static func names(_ rows: String...) -> String {
    "<table data-names><caption>名单</caption><thead><tr><th>序号</th><th>姓名</th><th>单位</th></tr></thead><tbody>"
      + rows.enumerated().map { index, row in
        "<tr><td>\(index + 1)</td>" + row.split(separator: " ").map { "<td>\($0)</td>" }.joined() + "</tr>"
      }.joined() + "</tbody></table>"
  }

  private func difference(_ old: [String: String], _ new: [String: String]) throws -> PortalDifference {
    let folder = try TemporaryFolder()
    try folder.write("old/index.html", Self.page("首页", "<p>门户</p>", trail: []))
    try folder.write("new/index.html", Self.page("首页", "<p>门户</p>", trail: []))
    for (path, text) in old { try folder.write("old/" + path, text) }
    for (path, text) in new { try folder.write("new/" + path, text) }
    return try PortalDifference.between(folder.path("old"), folder.path("new"), jobs: 2)
  }

  @Test func `the same files are the same whatever the manifests say`() throws {
    let pages = ["a/index.html": Self.page("甲", "<p>文</p>"), "b.ics": "BEGIN"]
    #expect(try difference(pages, pages).isEmpty)
    let manifest = "{\"generator\": \"prospectus 1\", \"as_of\": \"2026-09-18\", \"files\": []}"
    var listed = pages
    listed["manifest.json"] = manifest
    let found = try difference(pages, listed)
    #expect(found.isEmpty && found.old == nil && found.new?.asOf == "2026-09-18")
  }

  @Test func `pages that come and go are told by title and place`() throws {
    let found = try difference(
      ["notices/a/index.html": Self.page("旧通知", "<p>一</p>")], ["notices/b/index.html": Self.page("新通知", "<p>二</p>")])
    #expect(found.added.map(\.title) == ["新通知"] && found.removed.map(\.title) == ["旧通知"])
    #expect(found.added.map(\.address) == ["notices/b/"] && found.added.map(\.kind) == ["notice"])
    #expect(found.added.map(\.trail) == [["首页", "公告"]])
    #expect(found.moved.isEmpty && found.changed.isEmpty)
  }

  @Test func `what a page says now is told by its paragraphs`() throws {
    func page(_ paragraphs: String...) -> [String: String] {
      ["a/index.html": Self.page("甲", paragraphs.map { "<p>\($0)</p>" }.joined())]
    }
    func changes(_ old: [String: String], _ new: [String: String]) throws -> [String] {
      try difference(old, new).changed.flatMap(\.text.changes).map { ($0.before ?? "") + "|" + ($0.after ?? "") }
    }
    #expect(
      try changes(page("开头", "本班共 30 人，<b>请</b>准时。", "结尾"), page("开头", "本班共 32 人，请准时。", "结尾"))
        == ["本班共 30 人，请准时。|本班共 32 人，请准时。"])
    #expect(try changes(page("开头", "结尾"), page("开头", "新的一段", "结尾")) == ["|新的一段"])
    #expect(try changes(page("开头", "旧的一段", "结尾"), page("开头", "结尾")) == ["旧的一段|"])
    #expect(try changes(page("开头", "天地玄黄"), page("开头", "abcdefg")) == ["天地玄黄|", "|abcdefg"])
    let long = String(repeating: "长", count: 300)
    #expect(try changes(page(long + "甲" + long), page(long + "乙" + long)).first?.count == 2 * 23 + 1)
    let moved = try difference(page("一", "二", "三"), page("二", "三", "一"))
    #expect(moved.changed.map(\.text.isReordered) == [true] && moved.changed.allSatisfy(\.text.changes.isEmpty))
  }

  @Test func `a title, references and terms are read as a reader does`() throws {
    let old = Self.page("甲 &amp; 乙", "<dl><dt>人数</dt><dd>30</dd></dl>")
    let new = Self.page("甲 &amp; 丙", "<dl><dt>人数</dt>\n <dd>3&#49;</dd></dl>")
    let found = try difference(["a.html": old], ["a.html": new])
    #expect(found.changed.map(\.page.title) == ["甲 & 丙"] && found.changed.map(\.formerTitle) == ["甲 & 乙"])
    #expect(found.changed.flatMap(\.text.changes).map(\.after) == ["甲 & 丙", "人数：31"])
  }

  @Test func `each row of a list is told once, whatever its number is`() throws {
    let old = Self.page("公示", Self.names("王一 一中", "李二 二中", "张三 三中", "赵四 四中"))
    let new = Self.page("公示", Self.names("孙零 零中", "王一 一中", "李二 五中", "赵四 四中"))
    let found = try difference(["n/index.html": old], ["n/index.html": new])
    #expect(found.changed.isEmpty && found.technical.isEmpty)
    let rows = try #require(found.tables.first?.rows)
    #expect(found.tables.count == 1 && rows.isNameList && rows.caption == "名单")
    #expect(rows.added == [["1", "孙零", "零中"]] && rows.removed == [["3", "张三", "三中"]])
    #expect(rows.changed == [.init(before: ["2", "李二", "二中"], after: ["3", "李二", "五中"])])
    #expect(!rows.isReordered)
  }

  @Test func `the rows of a page that goes, or whose list is taken down, are told`() throws {
    let page = Self.page("公示", Self.names("王一 一中", "李二 二中"))
    let gone = try difference(["n/index.html": page], [:])
    #expect(gone.removed.count == 1 && gone.tables.first?.rows.removed.count == 2)
    let without = try difference(["n/index.html": page], ["n/index.html": Self.page("公示", "<p>名单已撤下</p>")])
    #expect(without.tables.first?.rows.removed.count == 2)
    #expect(without.changed.flatMap(\.text.changes).map(\.after) == ["名单已撤下"])
  }

  @Test func `a table that comes between others of its kind leaves them alone`() throws {
    func table(_ name: String, _ cell: String) -> String {
      "<h2>\(name)</h2><table><thead><tr><th>项</th></tr></thead><tbody><tr><td>\(cell)</td></tr></tbody></table>"
    }
    let found = try difference(
      ["a.html": Self.page("项", table("甲", "1") + table("乙", "2"))],
      ["a.html": Self.page("项", table("甲", "1") + table("新", "3") + table("乙", "2"))])
    #expect(found.tables.map(\.rows.caption) == ["新"] && found.tables.map(\.rows.added) == [[["3"]]])
    #expect(found.changed.flatMap(\.text.changes) == [.init(before: nil, after: "新")])
  }

  @Test func `cells over several rows are in each of them`() throws {
    func page(_ unit: String) -> String {
      Self.page(
        "表", "<table><thead><tr><th>单位<th>姓名</thead><tr><th rowspan=2>\(unit)</th><td>甲<tr><td>乙</td></tr></table>")
    }
    let rows = try #require(try difference(["t.html": page("一中")], ["t.html": page("二中")]).tables.first?.rows)
    #expect(rows.changed.map(\.after) == [["二中", "甲"], ["二中", "乙"]])
  }

  @Test func `files that readers can have are told by their rows, others are counted`() throws {
    let found = try difference(
      ["files/a.csv": "学校,人数\n一中,3\n二中,4\n", "a.ics": "1", "b.pdf": "1", "assets/x.1.css": "a"],
      ["files/a.csv": "学校,人数\n一中,5\n二中,4\n", "a.ics": "22", "c.pdf": "1", "assets/x.2.css": "b"])
    #expect(found.tables.map(\.address) == ["files/a.csv"] && found.tables.first?.page == nil)
    #expect(found.tables.first?.rows.changed == [.init(before: ["一中", "3"], after: ["一中", "5"])])
    #expect(
      found.files.map { "\($0.kind) \($0.added) \($0.removed) \($0.changed)" }
        == ["calendars 0 0 1", "tables 0 0 1", "documents 1 1 0", "assets 1 1 0"])
  }

  @Test func `a page at another address has moved, with what has changed in it`() throws {
    let same = try difference(
      ["a/index.html": Self.page("通知", "<p>见 a/ 页</p><p>文</p>")],
      ["b/c/index.html": Self.page("通知", "<p>见 a/ 页</p><p>文</p>")])
    #expect(same.moved.map(\.from) == ["a/"] && same.moved.map(\.page.address) == ["b/c/"])
    #expect(same.added.isEmpty && same.removed.isEmpty && same.changed.isEmpty)
    let stub =
      "<html><head><meta http-equiv=\"refresh\" content=\"0; url=../b/index.html\"></head><body><main><p>已移到</p></main></body></html>"
    let redirected = try difference(
      ["a/index.html": Self.page("通知", "<p>文</p>")],
      ["a/index.html": stub, "b/index.html": Self.page("新的通知", "<p>文</p><p>又</p>")])
    #expect(redirected.moved.map(\.isRedirected) == [true] && redirected.moved.map(\.from) == ["a/"])
    #expect(redirected.changed.map(\.formerTitle) == ["通知"] && redirected.changed.first?.text.changes.count == 2)
    // Nobody can say which is which.
    let twice = try difference(
      ["a.html": Self.page("通知", "<p>文</p>"), "b.html": Self.page("通知", "<p>文</p>")],
      ["c.html": Self.page("通知", "<p>文</p>"), "d.html": Self.page("通知", "<p>文</p>")])
    #expect(twice.moved.isEmpty && twice.added.count == 2 && twice.removed.count == 2)
  }

  @Test func `what changes around all pages is told once`() throws {
    let paths = ["a.html", "b.html", "c.html"]
    let old = Dictionary(uniqueKeysWithValues: paths.map { ($0, Self.page($0, "<p>文</p>")) })
    let new = Dictionary(uniqueKeysWithValues: paths.map { ($0, Self.page($0, "<p>文</p>", foot: "电话 2")) })
    let found = try difference(old, new)
    #expect(found.frames.map(\.addresses) == [paths] && found.changed.isEmpty)
    #expect(found.frames.first?.text.changes == [.init(before: "电话 1", after: "电话 2")])
    let markup = try difference(["a.html": Self.page("甲", "<p>文</p>")], ["a.html": Self.page("甲", "<p class=b>文</p>")])
    #expect(markup.technical == ["a.html"] && !markup.isEmpty)
  }

  @Test func `links to elsewhere are refused, and nothing behind them is read`() throws {
    let folder = try TemporaryFolder()
    try folder.write("outside.html", "<p>geheim</p>")
    try folder.write("old/a.html", "<p>a</p>")
    try folder.write("new/a.html", "<p>a</p>")
    let manager = FileManager.default
    try manager.createSymbolicLink(atPath: folder.path("new/b.html"), withDestinationPath: folder.path("outside.html"))
    #expect(throws: DifferenceError.link(folder.path("new/b.html"))) {
      try PortalDifference.between(folder.path("old"), folder.path("new"), jobs: 1)
    }
    try manager.removeItem(atPath: folder.path("new/b.html"))
    try manager.createSymbolicLink(atPath: folder.path("new/x"), withDestinationPath: folder.path("old"))
    #expect(throws: DifferenceError.self) {
      try PortalDifference.between(folder.path("old"), folder.path("new"), jobs: 1)
    }
    #expect(throws: DifferenceError.self) {
      try PortalDifference.between(folder.path("old"), folder.path("none"), jobs: 1)
    }
  }

  @Test func `damaged pages are read as far as they go`() throws {
    let whole = Array(Self.page("公示", Self.names("王一 一中", "李二 二中") + "<!-- x --><script>if (a < b) {}</script>").utf8)
    var chance = Chance(seed: 11)
    let folder = try TemporaryFolder()
    try folder.write("old/a.html", whole)
    for _ in 0..<300 {
      var bytes = whole
      for _ in 0..<1 + chance.below(4) {
        let place = chance.below(bytes.count)
        switch chance.below(4) {
        case 0: bytes[place] = UInt8(chance.below(256))
        case 1: bytes.removeSubrange(place...)
        case 2: bytes.insert(contentsOf: Array("<td rowspan=99999999999 colspan='-3'><table>".utf8), at: place)
        case _: bytes.insert(contentsOf: Array("</table><tr<p &#x110000; &".utf8), at: place)
        }
        if bytes.isEmpty { bytes = [0] }
      }
      try folder.write("new/a.html", bytes)
      let found = try PortalDifference.between(folder.path("old"), folder.path("new"), jobs: 1)
      #expect(found.isEmpty == (bytes == whole))
    }
  }

  @Test func `the report for programs has what the one for people has`() throws {
    let found = try difference(
      ["n/index.html": Self.page("公示", Self.names("王一 一中")), "x.html": Self.page("旧", "<p>一</p>")],
      ["n/index.html": Self.page("公示", Self.names("王一 二中")), "y.html": Self.page("新", "<p>二</p>")])
    let report = try #require(try JSONSerialization.jsonObject(with: Data(found.json)) as? [String: Any])
    #expect(report["format"] as? Int == 1 && report["same"] as? Bool == false && report["old"] is NSNull)
    let pages = try #require(report["pages"] as? [String: [[String: Any]]])
    #expect(
      pages["added"]?.first?["title"] as? String == "新" && pages["removed"]?.first?["address"] as? String == "x.html")
    let table = try #require((report["tables"] as? [[String: Any]])?.first)
    #expect(table["names"] as? Bool == true && table["columns"] as? [String] == ["序号", "姓名", "单位"])
    let change = try #require((table["changed"] as? [[String: [String]]])?.first)
    #expect(change == ["before": ["1", "王一", "一中"], "after": ["1", "王一", "二中"]])
  }
}
