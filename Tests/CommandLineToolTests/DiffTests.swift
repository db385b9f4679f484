import Foundation
import PortalTestSupport
import TestSupport
import Testing

/// `build` and then `diff`, as a publisher runs them.
@Suite struct DiffTests {
  /// Builds `portal` into `name`.
  private func build(_ portal: OneFilePortal, _ folder: borrowing TemporaryFolder, _ name: String) throws {
    var whole = portal
    for file in try Demonstration.files(["layouts"]) { whole.files[file.path] = file.bytes }
    let run = ToolRun(
      ["build", "--root", "/", "--output", folder.path(name), "--manifest", "--quiet"], files: whole.inMemory())
    #expect(run.status == 0, "\(run.output)")
  }

  @Test func `edits of a portal are told in words, and by the exit status`() throws {
    let folder = try TemporaryFolder()
    try build(SmallPortal.content, folder, "old")
    let rows = "content/notices/2026-09-16-gongshi.csv"
    var edited = SmallPortal.content
    let list = try #require(edited[rows])
    let lines = list.split(separator: "\n").map(String.init)
    try #require(lines.count >= 3)
    let last = try #require(lines.last)
    let name = String(last.split(separator: ",", omittingEmptySubsequences: false)[1])
    edited[rows] = lines.dropLast().joined(separator: "\n") + "\n" + last.replacing(name, with: "钟无") + "\n"
    // With its digest the list could not change without a word.
    try edited.edit(
      "content/notices/2026-09-16-gongshi.md",
      "  digest: 733e77183289fbd67a2ebc63d3c8d9c3023d78e21d89b8f71fcde2e742167333\n", "")
    edited["content/help/xinde.md"] = "---\ntitle: 新的帮助\nsummary: 新。\norder: 9\n---\n新的一段。\n"
    try edited.edit("content/help/denglu.md", "打开云书院。", "先打开云书院。")
    try build(edited, folder, "new")
    let run = ToolRun(["diff", folder.path("old"), folder.path("new")])
    #expect(run.status == 1)
    for line in [
      "新增的页面\n+ 首页 › 帮助 › 新的帮助（help/xinde/）", "登录（help/denglu/）\n", "    + 先打开云书院。", name, "钟无", "公开的行：",
    ] { #expect(run.output.contains(line), "\(line): \(run.output)") }
    let english = ToolRun(["diff", folder.path("old"), folder.path("new"), "--lang", "en"]).output
    #expect(english.contains("pages added\n") && english.contains("public rows: "))
    let report = ToolRun(["diff", folder.path("old"), folder.path("new"), "--format", "json"])
    #expect(report.status == 1)
    #expect(
      (try JSONSerialization.jsonObject(with: Data(report.output.utf8)) as? [String: Any])?["format"] as? Int == 1)
  }

  @Test func `a row that changes on many pages is told once, and each name of a list`() throws {
    let folder = try TemporaryFolder()
    func table(_ rows: String, _ mark: String = "") -> String {
      "<main><h1>页</h1><table\(mark)><thead><tr><th>课程<th>状态<tbody>\(rows)</table></main>"
    }
    for name in ["a", "b/c", "d"] {
      let mark = name == "d" ? " data-names" : ""
      try folder.write("old/\(name).html", table("<tr><td>甲<td>可选", mark))
      try folder.write("new/\(name).html", table("<tr><td>甲<td>已截止", mark))
    }
    let output = ToolRun(["diff", folder.path("old"), folder.path("new")]).output
    #expect(output.ranges(of: "状态 可选 → 已截止").count == 2, "\(output)")
    #expect(output.contains("# 页（d.html）") && output.contains("# 页（a.html）") && !output.contains("b/c.html"))
    #expect(output.contains("公开的行：新增 0，撤下 0，改动 2\n") && output.contains("同样的改动还在另外 1 个表格里"))
  }

  @Test func `links, pictures and what is struck out are told in words`() throws {
    let folder = try TemporaryFolder()
    let head = "<head><meta name=\"robots\" content=\"noindex\"></head>"
    let table = "<thead><tr><th>项<tbody><tr><td>甲</table>"
    try folder.write(
      "old/a.html",
      "<main><h1>页</h1><p>见<a href=\"b/\">这里</a>，交 30 份<img src=\"x.png\" alt=\"校门\"></p><table><caption>一班</caption>\(table)</main>"
    )
    try folder.write(
      "new/a.html",
      head
        + "<main><h1>页</h1><p>见<a href=\"c/\">这里</a>，交 <del>30 份</del><img src=\"x.png\" alt=\"大门\"></p><table><caption>二班</caption>\(table)<script>a()</script></main>"
    )
    try folder.write("old/t.csv", "a\n\"")
    try folder.write("new/t.csv", "a\n1\n")
    let output = ToolRun(["diff", folder.path("old"), folder.path("new")]).output
    for line in [
      "页面：内容有改动 1", "    链接“这里”：b/ → c/\n", "    + 划掉的文字“30 份”\n", "    图片 x.png 的文字：校门 → 大门\n",
      "    给搜索引擎的指示：（没有） → noindex\n", "    + 页面里的脚本\n", "    表题：一班 → 二班\n", "读不出的表格文件，只知道内容不同\n* t.csv\n",
    ] { #expect(output.contains(line), "\(line): \(output)") }
    let english = ToolRun(["diff", folder.path("old"), folder.path("new"), "--lang", "en"]).output
    for line in [
      "    link \"这里\": b/ → c/\n", "    + struck out \"30 份\"\n", "    words of picture x.png: 校门 → 大门\n",
      "    for search engines: (none) → noindex\n", "    + script in the page\n", "    caption: 一班 → 二班\n",
    ] { #expect(english.contains(line), "\(line): \(english)") }
  }

  @Test func `the exit status is that of diff`() throws {
    let folder = try TemporaryFolder()
    try folder.write("a/index.html", "<p>a</p>")
    try folder.write("b/index.html", "<p>b</p>")
    let (first, second) = (folder.path("a"), folder.path("b"))
    #expect(ToolRun(["diff", first, first]).status == 0)
    #expect(ToolRun(["diff", first, first]).output == "两个门户相同\n")
    #expect(ToolRun(["diff", first, first, "--quiet"]).output == "")
    #expect(ToolRun(["diff", first, second]).status == 1)
    #expect(ToolRun(["diff", first]).status == 2)
    let missing = ToolRun(["diff", first, folder.path("c")])
    #expect(missing.status == 2 && missing.output == "" && !missing.errors.isEmpty)
  }
}
