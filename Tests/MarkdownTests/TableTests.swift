import Diagnostics
import Foundation
import Markdown
import Testing

@Suite struct TableTests {
  @Test(arguments: [
    ("| 甲 | 乙 |\n|---|---|\n| 1 | 2 | 3 |\n", "MD27 3"), ("| 甲 | 乙 |\n|---|---|\n| 1 || 2 |\n", "MD27 2"),
    ("| 甲 | 乙 |\n|---|---|\n| 1 | 2 ||\n", "MD27 "), ("> | 甲 |\n> |---|\n> | 1 | 2 | 3 |\n> | 4 | 5 |\n", "MD27 2 | 3"),
    ("| 甲 | 乙 |\n|---|---|\n| 1 |\n| a\\|b | 2 |\n", ""), ("| 甲 | 乙 |\n|---|---|\n| 1 | | 2\n", "MD27 2"),
  ])
  func `what stands behind the last column is told once for a table`(text: String, problem: String) {
    #expect(rendered(text, .portal).problems(in: text).joined(separator: ", ") == problem)
  }

  @Test(arguments: [
    ("| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n注：以上为计划。", "注：以上为计划。"), ("| 甲 |\n|---|\n乙", "乙"),
    ("甲 | 乙\n---|---\n丙\n1 | 2\n丁", "丙"), ("> | 甲 | 乙 |\n> |---|---|\n> 注：丙。", "注：丙。"),
    ("| 甲 | 乙 |\n|---|---|\n**注：**丙。\n\n| 甲 |\n|---|", "**注：**丙。"),
  ])
  func `a line without a bar straight below a table is told`(text: String, place: String) {
    #expect(rendered(text, .portal).problems(in: text) == ["MD27 " + place])
    #expect(rendered(text, .portal).diagnostics.first?.severity == .warning)
    #expect(rendered(text, .tables).diagnostics.isEmpty)
  }

  @Test(arguments: [
    "| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n\n注：以上为计划。", "甲\n:--\n乙", "甲 | 乙\n---|---\n1 | 2", "| 甲 | 乙 |\n|---|---|\n| 丙",
    "甲|\n-|\n乙|",
    "| 甲 | 乙 |\n|---|---|\n- 丙", "| 甲 | 乙 |\n|---|---|\n# 丙", "| 甲 | 乙 |\n|---|---|\n丙 \\| 丁 |",
  ])
  func `rows and what ends a table are left alone`(text: String) {
    #expect(rendered(text, .portal).diagnostics.isEmpty)
  }

  @Test func `cells that hold nothing are a warning, lost text is an error`() {
    func severity(_ row: String) -> Severity? {
      rendered("| 甲 |\n|---|\n\(row)\n", .portal).diagnostics.first?.severity
    }
    #expect(severity("| 1 | |") == .warning)
    #expect(severity("| 1 | 2 |") == .error)
    #expect(severity("| 1 | |\n| 1 | 2 |") == .error)
    #expect(rendered("| 甲 |\n|---|\n| 1 | 2 |\n| 3 | 4 |\n", .portal).diagnostics[0].message.zh.contains("共 2 行"))
  }

  @Test(arguments: [
    "甲", "**甲**", "**“甲”**", "“**甲**”", "** 甲**", "**甲　**", "**甲\u{A0}**", "****", "*****", "**a*b**", "**a**b**",
    "**a** **b**", "***甲***",
    "**[a](/b)**", "__甲__", "95.3%", "-5.0", "a.b", "www.a.cn", "见www.a.cn。", "9:00", "9:00~10:00", "http://a.cn/b",
    "a://b", "a@b.cn", "&amp;", "&",
    "<b>", "1 < 2 > 0", "\\*", "!x", "![x](y.png)", "甲\"乙'", "`a`", "~~x~~", "{{ a }}", "{", "a:b[c]", ":b[c]", "[^1]",
    "＊＊甲＊＊", "＃ 甲", "　甲", "。", "-", "1. a",
    "> a", "+ a", "**：甲**", "**甲：**乙", "w.", "**w.a**",
  ])
  func `a cell shows what a heading of the same text shows`(cell: String) throws {
    for features in [.portal, [.tables], .all] as [MarkdownFeatures] {
      let heading = rendered("# " + cell, features).text
      let start = try #require(heading.range(of: ">")).upperBound
      let end = try #require(heading.range(of: "</h1>")).lowerBound
      let table = rendered("| 甲 |\n|---|\n| \(cell) |\n", features).text
      #expect(table.contains("<td>\(heading[start..<end])</td>"))
    }
  }

  @Test(arguments: [
    "-  [b]: x\n\n   a|b\n   -|-\n", "1.   [b]: x\n\n     a|b\n     -|-\n", "-  [b]: x\n   [c]: y\n\n   a|b\n   -|-\n",
    "-\t[b]: x\n\n\ta|b\n    -|-\n", "-  \n  a|b\n  -|-\n", "- [b]: x\n\n  a|b\n  -|-\n", "-     \n  a|b\n  -|-\n",
  ])
  func `in an item that begins with nothing but a link definition there are tables`(text: String) {
    let table = "<table>\n<thead>\n<tr>\n<th>a</th>\n<th>b</th>\n</tr>\n</thead>\n</table>\n"
    let list = text.hasPrefix("1") ? "ol" : "ul"
    #expect(rendered(text, .tables).text == "<\(list)>\n<li>\n\(table)</li>\n</\(list)>\n")
  }
}
