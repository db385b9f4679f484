import Diagnostics
import Markdown
import Testing

@Suite struct DirectiveTests {
  @Test func `a container holds blocks and has attributes`() {
    let output = rendered(
      ":::note{title=\"小 提示\" 级别=2 .wide #first open}\n**重点：**看\n\n- 一\n:::\n后文\n", host: TestHost())
    #expect(
      output.text == """
        <note title=小 提示,级别=2,class=wide,id=first,open=><p><strong>重点：</strong>看</p>
        <ul>
        <li>一</li>
        </ul>
        </note>
        <p>后文</p>

        """)
    #expect(output.diagnostics.isEmpty)
  }

  @Test func `containers nest by equal or by more colons`() {
    for (outer, inner) in [(":::", ":::"), ("::::", ":::"), (":::", "::::")] {
      let output = rendered("\(outer)note\n甲\n\(inner)tip\n乙\n\(inner)\n丙\n\(outer)\n", host: TestHost())
      #expect(output.text == "<note ><p>甲</p>\n<tip ><p>乙</p>\n</tip>\n<p>丙</p>\n</note>\n", "\(outer) \(inner)")
    }
  }

  @Test func `a leaf stands alone, an inline directive in its line`() {
    let output = rendered("::stat{of=\"班级\"}\n\n见 :abbr[研*修*]{title=x}，:abbr[空]。\n", host: TestHost())
    #expect(
      output.text
        == "<stat of=班级></stat>\n<p>见 <abbr title=x>研<em>修</em></abbr>，<abbr >空</abbr>。</p>\n")
  }

  @Test(arguments: [
    ("详见 ::stat{of=office}。", "MD05 ::stat{"), ("本班 :stat{value=…}。", "MD05 :stat{"),
    ("| 甲 |\n|---|\n| ::stat{a=b} |", "MD05 ::stat{"), ("本班 :stat{a=b}，:stat{a=c}。", "MD05 :stat{"),
    ("本班 :meiyou{a=b}。", ""), ("10:stat{", ""), ("`:stat{a=b}`", ""), ("\\:stat{a=b}", ""), ("a:stat{b}", ""),
    ("甲:stat", ""),
    ("甲:stat[乙]{a=b}", ""), ("::stat{a=b}", ""),
  ])
  func `a directive within other text is told`(text: String, problems: String) {
    let found = rendered(text, .portal, host: TestHost())
    #expect(found.problems(in: text).joined(separator: " ") == problems)
    #expect(found.diagnostics.allSatisfy { $0.severity == .error && $0.repair != nil })
  }

  @Test(arguments: [
    ("::stat{src=a.svg，alt=\"六步\"}", "MD05 ，alt=\"六步\"}"), ("::stat(src=a.svg)", "MD05 ("),
    ("::stat（src=a.svg）", "MD05 （"),
    ("::stat 甲", "MD05 甲"), (":::note（说明）\n甲\n:::", ""),
  ])
  func `attributes that are typed otherwise have one message`(text: String, problems: String) {
    #expect(rendered(text, host: TestHost()).problems(in: text).joined(separator: " ") == problems)
  }

  @Test func `emphasis does not cross the ends of an inline directive`() {
    #expect(rendered("*甲 :abbr[乙* 丙]", host: TestHost()).text == "<p>*甲 <abbr >乙* 丙</abbr></p>\n")
    #expect(rendered("**甲 :abbr[乙] 丙**", host: TestHost()).text == "<p><strong>甲 <abbr >乙</abbr> 丙</strong></p>\n")
  }

  @Test func `a label is in brackets or behind the name`() {
    #expect(rendered(":::note[标 题]\n:::\n", host: TestHost()).text == "<note[标 题] ></note>\n")
    #expect(rendered("::: note 标题\n:::\n", host: TestHost()).text == "<note[标题] ></note>\n")
    #expect(rendered(":::note 标 题  {a=b}\n:::\n", host: TestHost()).text == "<note[标 题] a=b></note>\n")
    #expect(rendered(":::note 集合 {1, 2}\n:::\n", host: TestHost()).text == "<note[集合 {1, 2}] ></note>\n")
  }

  @Test func `values may be in Chinese quotes`() {
    #expect(rendered("::stat{a=“一 二” b='三'}", host: TestHost()).text == "<stat a=一 二,b=三></stat>\n")
  }

  @Test func `directives work in lists and quotes`() {
    let output = rendered("> :::note\n> 引\n> :::\n\n- 甲\n  :::tip\n  乙\n  :::\n", host: TestHost())
    #expect(
      output.text == """
        <blockquote>
        <note ><p>引</p>
        </note>
        </blockquote>
        <ul>
        <li>甲
        <tip ><p>乙</p>
        </tip>
        </li>
        </ul>

        """)
  }

  @Test(arguments: [
    "时间 10:30[1]", "比例 a:b[c]", "https://a.cn/[x]", "::", ":::", "`:::note`", ":name", "\\:abbr[x]", ":1[x]",
    ":abbr [x]",
  ])
  func `ordinary colons are text`(text: String) {
    #expect(!rendered(text, .directives).text.contains("directive-"))
  }

  @Test func `in code a directive is code`() {
    #expect(rendered("```\n:::note{a=b}\n```\n").text == "<pre><code>:::note{a=b}\n</code></pre>\n")
    #expect(rendered("    ::stat{a}\n").text == "<pre><code>::stat{a}\n</code></pre>\n")
    #expect(rendered("`:abbr[x]{y}`").text == "<p><code>:abbr[x]{y}</code></p>\n")
  }

  @Test func `a line too far in for a block stays text`() {
    #expect(rendered("甲\n     :::note\n", .directives).text == "<p>甲\n:::note</p>\n")
  }

  @Test(arguments: [
    (":::note\n文\n", "MD03 :::note"), ("文\n\n:::\n", "MD04 :::"), (":::note{a=\"b}\n:::\n", "MD05 \"b}"),
    ("::stat{a} 后文\n", "MD05 后文"), (":::nope\n:::\n", "MD08 nope"), ("> :::note\n> 引\n\n文\n", "MD03 :::note"),
    ("::::note\n:::tip\n::::\n", "MD03 :::tip"), ("> :::note\n> 引\n\n:::\n", "MD03 :::note"),
    ("::::note\n文\n:::\n", "MD03 ::::note"), (":::note\n- 甲\n  :::\n", "MD03 :::note"),
    (":::note\n::::tip\n:::\n::::\n", "MD03 ::::tip"), ("::::note\n:::\n文\n::::\n", "MD04 :::"),
    (":::note｛title=“甲”｝\n文\n:::\n", "MD05 ｛"), (":::note{title＝甲}\n文\n:::\n", "MD05 ＝甲}"),
    (":::note{title=甲｝\n文\n:::\n", "MD05 ｝"), (":::note{title=「甲」}\n文\n:::\n", "MD05 「甲」}"),
    (":::note{title=“甲}\n文\n:::\n", "MD05 “甲}"), (":::note{title=‘甲 乙’}\n文\n:::\n", "MD05 ‘甲 乙’}"),
    (":::note{=甲}\n文\n:::\n", "MD05 =甲}"), ("甲 :abbr[乙]{title=“丙}", "MD05 “丙}"), ("甲 :abbr[乙]{丙", "MD05 {丙"),
    ("甲 :nope[乙]{丙=“", "MD05 “"), (":::nope{丙=“\n:::\n", "MD05 “"),
  ])
  func `what is wrong is reported where it stands`(text: String, problem: String) {
    #expect(rendered(text, host: TestHost()).problems(in: text) == [problem])
  }

  @Test(arguments: [
    ("：：：note\n文\n：：：\n", "MD26 ：：："), (":：:note\n文\n:::\n", "MD26 :：:"), ("：：stat{a}\n", "MD26 ：："),
    (":::note\n文\n：：：\n", "MD26 ：：："), (":::提示\n文\n:::\n", "MD26 :::提示"), ("甲：：乙\n", ""), ("：甲\n", ""),
    ("文\n\n：：：\n", "MD26 ：：："), ("> :::note\n> 引\n\n：：：\n", "MD03 :::note"),
    ("：：甲\n", ""), ("`：：：note`\n", ""),
  ])
  func `a directive with Chinese colons or letters is told once`(text: String, problem: String) {
    #expect(rendered(text, .portal, host: TestHost()).problems(in: text).joined(separator: " ") == problem)
  }

  @Test func `a closing line that does not close is shown with the directive`() {
    for text in ["> :::note\n> 引\n\n:::\n", "::::note\n文\n:::\n", ":::note\n- 甲\n  :::\n"] {
      let diagnostic = rendered(text, host: TestHost()).diagnostics.first
      #expect(diagnostic?.notes.map { text.piece($0.location?.span) } == [":::"], "\(text)")
    }
  }

  @Test func `full-width blanks part attributes, quotes may be the same twice`() {
    #expect(rendered("::stat{a=一　b=”二”}", host: TestHost()).text == "<stat a=一,b=二></stat>\n")
  }

  @Test func `nothing is reported inside code`() {
    #expect(rendered("```\n:::\n{{ x\n:::note{\n```\n", host: TestHost()).diagnostics.isEmpty)
  }

  @Test func `without a host a plain container is written`() {
    #expect(
      rendered(":::note\n文\n:::\n::stat\n\n甲:abbr[乙]").text
        == "<div class=\"directive-note\">\n<p>文</p>\n</div>\n<div class=\"directive-stat\"></div>\n"
        + "<p>甲<span class=\"directive-abbr\">乙</span></p>\n")
  }

  @Test func `depth has a limit`() {
    let text = String(repeating: ":::note\n", count: 200) + String(repeating: ":::\n", count: 200)
    let output = rendered(text)
    #expect(output.diagnostics.count { $0.code == "MD10" } == 50)
  }

  @Test(arguments: [
    "<!--\n:::note\n甲\n:::\n-->\n", "<!-- 甲\n\n::stat{a=b}\n\n-->\n", "<!--\n:::note -->\n", "<!--\n::: -->\n",
    "<!--\n{{ a }}[^a]\n:::note\n-->\n", "<!--\n[^a]:\n:::note\n-->\n",
    "<!--\n:::note\n```\n-->\n\n<!--\n:::note\n-->\n",
    "<!--\n:::note\n- a\n  :::note\n\n| a |\n|-|\n:::\n-->\n", "<!--\r\n:::note\r\n甲\r\n-->\r\n",
  ])
  func `in a comment it is none, and what it holds is not shown`(comment: String) {
    let features: MarkdownFeatures = MarkdownFeatures.all.union(.withoutComments)
    let output = rendered(comment + "乙\n\n:::note\n丙\n:::\n", features, host: TestHost())
    #expect(output.text == "<p>乙</p>\n<note ><p>丙</p>\n</note>\n", "\(output.text)")
    #expect(output.diagnostics.isEmpty)
    let item =
      "- "
      + comment.replacing("\r\n", with: "\n").split(separator: "\n", omittingEmptySubsequences: false)
      .joined(separator: "\n  ")
    let inItem = rendered(item + "乙\n", features, host: TestHost()).text
    #expect(inItem.replacing("<p>", with: "").replacing("</p>\n", with: "") == "<ul>\n<li>\n乙</li>\n</ul>\n")
  }

  @Test func `what only looks like the start of a comment hides nothing`() {
    let shown = "<note ><p>甲</p>\n</note>\n"
    #expect(rendered("```\n<!--\n```\n:::note\n甲\n:::\n", host: TestHost()).text.hasSuffix(shown))
    #expect(rendered("- <!--\n\n:::note\n甲\n:::\n", .directives, host: TestHost()).text.hasSuffix(shown))
  }
}
