import Diagnostics
import Markdown
import Testing

@Suite struct FootnoteTests {
  private func html(_ text: String) -> String { rendered(text, .footnotes.union(.tables)).text }

  private func reference(_ name: String, _ number: Int, use: Int = 1) -> String {
    let place = use > 1 ? "-\(use)" : ""
    return
      "<sup class=\"footnote-ref\"><a href=\"#fn-\(name)\" id=\"fnref-\(name)\(place)\" data-footnote-ref>\(number)</a></sup>"
  }

  private func back(_ name: String, _ number: Int) -> String {
    "<a href=\"#fnref-\(name)\" class=\"footnote-backref\" data-footnote-backref data-footnote-backref-idx=\"\(number)\" aria-label=\"Back to reference \(number)\">↩</a>"
  }

  private func section(_ items: String...) -> String {
    "<section class=\"footnotes\" data-footnotes>\n<ol>\n" + items.joined() + "</ol>\n</section>\n"
  }

  private func item(_ name: String, _ content: String) -> String { "<li id=\"fn-\(name)\">\n\(content)</li>\n" }

  @Test func `notes are numbered by their first reference and stand behind the text`() {
    #expect(
      html("甲[^b]乙[^a]\n\n[^a]: 一\n[^b]: 二\n")
        == "<p>甲\(reference("b", 1))乙\(reference("a", 2))</p>\n"
        + section(item("b", "<p>二 \(back("b", 1))</p>\n"), item("a", "<p>一 \(back("a", 2))</p>\n")))
  }

  @Test func `a note that is referred to twice has two ways back`() {
    let output = html("甲[^1]乙[^1]\n\n[^1]: 注\n")
    #expect(output.contains("<p>甲\(reference("1", 1))乙\(reference("1", 1, use: 2))</p>"))
    #expect(output.contains("href=\"#fnref-1-2\""))
    #expect(output.contains("aria-label=\"Back to reference 1-2\">↩<sup class=\"footnote-ref\">2</sup></a></p>\n</li>"))
  }

  @Test(arguments: [
    ("甲[^1]\n\n[^1]: 一\n\n    二\n", "<p>一</p>\n<p>二 @</p>\n"), ("甲[^1]\n[^1]: 一\n二\n", "<p>一\n二 @</p>\n"),
    ("甲[^1]\n\n[^1]:\n    一\n", "<p>一 @</p>\n"), ("甲[^1]\n\n[^1]:\n    - 一\n", "<ul>\n<li>一</li>\n</ul>\n@\n"),
    ("甲[^1]\n\n[^1]: - 一\n    - 二\n", "<ul>\n<li>一</li>\n<li>二</li>\n</ul>\n@\n"),
    ("甲[^1]\n\n[^1]: > 引\n", "<blockquote>\n<p>引</p>\n</blockquote>\n@\n"),
    ("甲[^1]\n\n[^1]: 一\n\n        code\n", "<p>一</p>\n<pre><code>code\n</code></pre>\n@\n"),
    (
      "甲[^1]\n\n[^1]: 一\n\n    | a |\n    |---|\n    | b |\n",
      "<p>一</p>\n<table>\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>b</td>\n</tr>\n</tbody>\n</table>\n@\n"
    ),
  ])
  func `a note holds blocks`(text: String, content: String) {
    #expect(
      html(text) == "<p>甲\(reference("1", 1))</p>\n"
        + section(item("1", content.replacing("@", with: back("1", 1)))))
  }

  @Test func `references work in tables, lists and quotes, notes in lists`() {
    let text = "| a[^1] |\n|---|\n| b |\n\n- 乙[^1]\n\n  [^1]: 注\n\n> 丙[^1]\n"
    let output = html(text)
    #expect(output.contains("<th>a\(reference("1", 1))</th>"))
    #expect(output.contains("乙\(reference("1", 1, use: 2))"))
    #expect(output.contains("<blockquote>\n<p>丙\(reference("1", 1, use: 3))</p>\n</blockquote>"))
    #expect(output.contains(section("").prefix(40)))
  }

  @Test func `a note may refer to another one`() {
    let output = html("甲[^a]\n\n[^a]: 见[^b]\n[^b]: 二\n")
    #expect(output.contains("<p>见\(reference("b", 2)) \(back("a", 1))</p>"))
    #expect(output.contains(item("b", "<p>二 \(back("b", 2))</p>\n")))
  }

  @Test func `a list before notes stays a list`() {
    let output = html("1) 甲[^a]\n2) 乙\n\n[^a]: 注\n")
    #expect(output.hasPrefix("<ol>\n<li>"))
    #expect(output.contains("</ol>\n<section"))
  }

  @Test(arguments: [
    ("`[^a]`\n\n[^a]: 注\n", "<p><code>[^a]</code></p>\n"),
    ("```\n[^a]: 注\n```\n", "<pre><code>[^a]: 注\n</code></pre>\n"),
    ("    [^a]: 注\n", "<pre><code>[^a]: 注\n</code></pre>\n"),
    ("甲[^a]\n", "<p>甲[^a]</p>\n"), ("\\[^a]\n\n[^a]: 注\n", "<p>[^a]</p>\n"),
    ("[^a](x)\n", "<p><a href=\"x\">^a</a></p>\n"),
    ("甲\n     [^a]: 乙[^b]\n", "<p>甲\n[^a]: 乙[^b]</p>\n"), ("[^]\n", "<p>[^]</p>\n"), ("甲\n\n[^a]: 注\n", "<p>甲</p>\n"),
    ("甲\n     [^a]: 注\n", "<p>甲\n[^a]: 注</p>\n"),
    ("```\n[^a]: - x\n[^b]: # y\n01) - z\n```\n", "<pre><code>[^a]: - x\n[^b]: # y\n01) - z\n</code></pre>\n"),
    ("> ```\n> [^a]: > x\n> ```\n", "<blockquote>\n<pre><code>[^a]: &gt; x\n</code></pre>\n</blockquote>\n"),
    ("    01) - y\n    [^a]: - x\n", "<pre><code>01) - y\n[^a]: - x\n</code></pre>\n"),
    ("```\n- [^a]: 1. *x*\n```\n", "<pre><code>- [^a]: 1. *x*\n</code></pre>\n"),
    ("<div>\n[^a]: - x\n</div>\n", "<div>\n[^a]: - x\n</div>\n"),
    ("甲\n     [^a]: - x *y*\n", "<p>甲\n[^a]: - x <em>y</em></p>\n"),
    ("甲\n     - [^a]: + x\n", "<p>甲\n- [^a]: + x</p>\n"),
    ("`甲\n     [^a]: - x` y\n", "<p><code>甲 [^a]: - x</code> y</p>\n"),
    ("甲 <!--\n     [^a]: - x --> y\n", "<p>甲 <!--\n[^a]: - x --> y</p>\n"),
    ("[x](/u \"甲\n     [^a]: - x\")\n", "<p><a href=\"/u\" title=\"甲\n[^a]: - x\">x</a></p>\n"),
    ("![甲[^a]](x)\n\n[^a]: 注\n", "<p><img src=\"x\" alt=\"甲\" /></p>\n"),
  ])
  func `elsewhere it is text`(text: String, expected: String) {
    #expect(html(text) == expected)
  }

  @Test(arguments: [
    ("甲[^a]\n\n[^a]: 一\n[^A]: 二\n", "MD14 A"), ("甲[^b]\n", "MD15 b"), ("甲\n\n[^a]: 一\n", "MD16 a"),
    ("```\n[^a]: 一\n[^a]: 一\n[^b]\n```\n", ""), ("甲[^a]\n\n[^a]: 一\n", ""),
    ("甲[^a]\n\n[^a]：一\n", "MD15 [^a]："), ("甲[^a]，乙[^b]\n\n[^A]：一", "MD15 [^A]： MD15 b"), ("[^a]：一", "MD15 [^a]："),
    ("甲[^a]：一", "MD15 a"), ("甲[^a]\n\n> [^a]：一", "MD15 [^a]："), ("甲[^a]\n\n[^a]: 一\n\n[^a]：二", ""),
    ("甲[^1]。\n\n[^1] 这是脚注。", "MD15 [^1]"), ("甲[^1]，乙[^1]\n\n\n[^1]。乙", "MD15 [^1]"), ("[^1]甲[^1]", "MD15 [^1]"),
    ("甲[^1]\n[^1] 乙", "MD15 1 MD15 1"), ("甲[^1]\n\n[^1] : 乙", "MD15 [^1]"),
    ("甲[^1]\n\n[^1]:\n乙", "MD15 [^1]:"), ("甲[^1]，乙[^1]\n\n[^1]:\n\n丙", "MD15 [^1]:"), ("甲[^1]\n\n[^1]:\n    乙", ""),
    ("甲[^1]\n\n[^1]:\n\n    乙", ""), ("甲\n\n[^1]:\n乙", "MD16 1"), ("甲[^1]\n\n[^1]: - 乙", ""),
    ("甲[^1]\n\n[^1]: `乙`", ""),
  ])
  func `what is wrong is reported where it stands`(text: String, problems: String) {
    #expect(rendered(text).problems(in: text).joined(separator: " ") == problems)
  }

  @Test(arguments: [
    ("甲［^1］\n\n[^1]: 乙", "MD31 ［^1］"), ("甲【^1】。\n\n[^1]: 乙", "MD31 【^1】"), ("甲[^1]\n\n［^1］：乙", "MD15 1"),
    ("甲［^注］乙［^2］", "MD31 ［^注］"), ("`［^1］`", ""), ("甲［1］", ""), ("甲【注】", ""), ("甲［^ 乙］", ""), ("［^］", ""),
  ])
  func `full-width brackets make no footnote, and are told once`(text: String, problems: String) {
    #expect(rendered(text, .portal).problems(in: text).joined(separator: " ") == problems)
  }

  @Test(arguments: [
    ("甲[^1]\n\n|a|\n|-|\n[^1]: 注。\n", "<p>注。 @</p>\n"), ("甲[^1]\n\n|a|\n|-|\n|b|\n   [^1]: 注。\n", "<p>注。 @</p>\n"),
    ("甲[^1]\n\n|a|\n|-|\n[^1]:\n    注。\n", "<p>注。 @</p>\n"),
    ("甲[^1]\n\n|a|\n|-|\n[^1]: - 注\n", "<ul>\n<li>注</li>\n</ul>\n@\n"),
  ])
  func `a note ends the table above it`(text: String, content: String) {
    let output = html(text)
    #expect(output.contains("</table>\n" + section(item("1", content.replacing("@", with: back("1", 1))))), "\(output)")
    #expect(!output.contains("[^"))
  }

  @Test func `a table in a note below a table is one`() {
    let output = html("|a|\n|-|\n[^1]:\n    b|c\n    -|-\n\n甲[^1]\n")
    #expect(!output.contains("--"))
    #expect(output.split(separator: "<table>").count == 2)
    #expect(html("|a|\n|-|\n    [^1]: b\n").contains("</table>\n<pre><code>[^1]: b\n</code></pre>"))
    #expect(html("> |a|\n> |-|\n> [^1]: b\n\n甲[^1]\n").contains("<li id=\"fn-1\">\n<p>b "))
  }

  @Test func `no two ids of a text are equal`() {
    let text = "# fn-a\n\n# fnref-b\n\n甲[^a]乙[^b]丙[^b]丁[^b-2]\n\n[^a]: 一\n[^b]: 二\n[^b-2]: 三\n"
    let output = rendered(text)
    var ids: [Substring] = []
    for piece in output.text.split(separator: " id=\"").dropFirst() { ids.append(piece.prefix { $0 != "\"" }) }
    #expect(ids.count == 9)
    #expect(Set(ids).count == ids.count, "\(ids)")
    for piece in output.text.split(separator: " href=\"#").dropFirst() {
      let target = piece.prefix { $0 != "\"" }
      #expect(ids.contains(target), "\(target)")
    }
  }

  @Test func `the outline and the plain text leave references out`() {
    let output = rendered("# 题[^1]\n\n甲[^1]乙\n\n[^1]: 注\n")
    #expect(output.outline.first?.text == "题")
    #expect(output.outline.first?.id == "题")
    #expect(output.plainText() == "题\n甲乙\n注")
  }

  @Test func `beside footnotes emphasis is read as CommonMark 0.31 reads it`() {
    #expect(rendered("__*_*_ [^a]\n\n[^a]: b\n", .footnotes).text.hasPrefix("<p>_<em><em>_</em></em> <sup"))
    #expect(rendered("甲[^b] __*_*_", .footnotes).text == "<p>甲[^b] _<em><em>_</em></em></p>\n")
  }

  @Test(arguments: ["[[^a]]: b\n", "[甲[^a] 乙]: b\n", "[[^a][^b]]: b\n"])
  func `brackets around a reference make no link definition`(text: String) {
    #expect(rendered(text).plainText() == String(text.dropLast()))
  }
}
