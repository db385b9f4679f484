import Diagnostics
import Markdown
import Testing

@Suite struct SafetyTests {
  @Test(arguments: [
    ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n"),
    ("甲<b onclick=x>乙</b>", "<p>甲&lt;b onclick=x&gt;乙&lt;/b&gt;</p>\n"),
    ("<!-- 注 -->", "<!-- 注 -->\n"), ("甲<!-- 注 -->乙", "<p>甲<!-- 注 -->乙</p>\n"),
    ("<!--> <script>x</script> -->", "<p>&lt;!--&gt; &lt;script&gt;x&lt;/script&gt; --&gt;</p>\n"),
    ("<!-- a --!><script>x</script> -->", "<p>&lt;!-- a --!&gt;&lt;script&gt;x&lt;/script&gt; --&gt;</p>\n"),
    ("<!-- a --><img src=x onerror=y>", "<!-- a -->&lt;img src=x onerror=y&gt;\n"),
    ("<?php x ?>", "<p>&lt;?php x ?&gt;</p>\n"),
  ])
  func `raw HTML is text`(text: String, html: String) {
    #expect(rendered(text, .safeHTML).text == html)
  }

  @Test(arguments: [
    ("<!-- 注 -->", ""), ("甲<!-- 注 -->乙", "<p>甲乙</p>\n"), ("<!-- 注", "<p>&lt;!-- 注</p>\n"),
    ("<!-- a\nb --> <b>x</b>", "<p> &lt;b&gt;x&lt;/b&gt;</p>\n"),
    ("<!-- a --!><script>x</script> -->", "<p>&lt;!-- a --!&gt;&lt;script&gt;x&lt;/script&gt; --&gt;</p>\n"),
    ("- 甲\n\n  <!-- 注 -->\n", "<ul>\n<li>\n<p>甲</p>\n</li>\n</ul>\n"),
  ])
  func `what editors tell each other is not published`(text: String, html: String) {
    #expect(rendered(text, [.safeHTML, .withoutComments]).text == html)
    #expect(rendered(text, .portal).diagnostics.isEmpty == !html.contains("&lt;"))
  }

  @Test(arguments: [
    ("甲<br>乙", "<p>甲<br />乙</p>\n", ""), ("H<sub>2</sub>O", "<p>H<sub>2</sub>O</p>\n", ""),
    ("甲<BR/>乙", "<p>甲<br />乙</p>\n", ""), ("H<SUB >2</SUB>O", "<p>H<sub>2</sub>O</p>\n", ""),
    ("H<sub>2O", "<p>H&lt;sub&gt;2O</p>\n", "MD12 <sub>"), ("2</sub>", "<p>2&lt;/sub&gt;</p>\n", "MD12 </sub>"),
    ("<sub class=x>2</sub>", "<p>&lt;sub class=x&gt;2&lt;/sub&gt;</p>\n", "MD12 <sub class=x>"),
    ("<sub onclick=x>2</sub>", "<p>&lt;sub onclick=x&gt;2&lt;/sub&gt;</p>\n", "MD12 <sub onclick=x>"),
    ("甲<b>乙</b>", "<p>甲&lt;b&gt;乙&lt;/b&gt;</p>\n", "MD12 <b>"),
    ("a<u>b</u>", "<p>a&lt;u&gt;b&lt;/u&gt;</p>\n", "MD12 <u>"),
    ("**a<sub>b**</sub>", "<p><strong>a&lt;sub&gt;b</strong>&lt;/sub&gt;</p>\n", "MD12 <sub>"),
    ("**注：<sub>b：**</sub>甲", "<p><strong>注：&lt;sub&gt;b：</strong>&lt;/sub&gt;甲</p>\n", "MD12 <sub>"),
    ("甲<sub>**乙：**</sub>丙", "<p>甲<sub><strong>乙：</strong></sub>丙</p>\n", ""),
    ("<sub><sup>a</sub></sup>", "<p>&lt;sub&gt;<sup>a&lt;/sub&gt;</sup></p>\n", "MD12 <sub>"),
    ("| a<br>b |\n|---|\n", "<table>\n<thead>\n<tr>\n<th>a<br />b</th>\n</tr>\n</thead>\n</table>\n", ""),
    ("<br>\n", "<p><br /></p>\n", ""), ("<sub>\na\n</sub>\n", "<p><sub>\na\n</sub></p>\n", ""),
    ("<sub>\n<b>a\n", "<p>&lt;sub&gt;\n&lt;b&gt;a</p>\n", "MD12 <sub>"),
    (
      ":abbr[a<sub>b]{}</sub>", "<p><span class=\"directive-abbr\">a&lt;sub&gt;b</span>&lt;/sub&gt;</p>\n",
      "MD12 <sub>"
    ),
    ("`<br>`", "<p><code>&lt;br&gt;</code></p>\n", ""),
    ("<script>a<br></script>", "<p>&lt;script&gt;a<br />&lt;/script&gt;</p>\n", "MD12 <script>a<br></script>"),
  ])
  func `allowed tags without attributes pass when they balance`(text: String, html: String, problems: String) {
    let output = MarkdownRenderer.render(
      Array(text.utf8), path: "case.md", features: .portal, allowedTags: AllowedTags(["br", "sub", "sup", "script"]))
    #expect(output.text == html)
    #expect(output.problems(in: text).joined(separator: " ") == problems)
  }

  @Test(arguments: [
    "[甲](/anywhere \"<b>\")乙⟦<b>⟧丙", "`<b>`⟦<b>⟧", "![<b>](foto.png)⟦<b>⟧", "\\<b>⟦<b>⟧",
    "> [甲]: /anywhere '<b>'\n> ⟦<b>⟧",
    "| `<b>` | ⟦<b>⟧ |\n|-|-|", "甲 **<!-- <b> -->⟦<b>⟧**", "- `<b\n  a>`，⟦<b⟧\n  a>",
  ])
  func `HTML in code and attributes is not that which is shown`(marked: String) {
    let text = marked.replacing("⟦", with: "").replacing("⟧", with: "")
    let span = rendered(text, .portal, host: TestHost()).diagnostics.first { $0.code == "MD12" }?.location?.span
    let start = marked.utf8.firstRange(of: "⟦".utf8).map {
      marked.utf8.distance(from: marked.startIndex, to: $0.lowerBound)
    }
    #expect(span.map { Int($0.start) } == start)
    #expect(text.piece(span) == marked.split(separator: "⟦")[1].split(separator: "⟧")[0])
  }

  @Test func `HTML that is shown as text is reported once, at its place`() {
    let text = "甲\n\n> 乙 <b>丙</b> <i>丁</i>\n\n<div>\n</div>\n"
    let diagnostics = rendered(text).diagnostics
    #expect(diagnostics.first?.severity == .warning)
    #expect(rendered(text).problems(in: text) == ["MD12 <b>"])
    #expect(diagnostics.first?.message.zh.contains("3 处") == true)
  }

  @Test(arguments: ["甲 {% if x %}", "| {% a %} |\n|---|\n"])
  func `a layout statement in a text is reported and shown`(text: String) {
    let output = rendered(text)
    #expect(output.diagnostics.map(\.code) == ["MD13"])
    #expect(output.text.contains("{% "))
    #expect(rendered("`{% if %}` \\{% x %}\n\n    {% code %}\n").diagnostics.isEmpty)
  }

  @Test(arguments: [
    "[x](javascript:alert(1))", "[x](&#106;avascript:alert(1))", "[x](java\\script:alert(1))", "<javascript:alert(1)>",
    "![x](\"onerror=alert(1))", "[x](a \"\\\" onclick=alert(1)\")", "# x {#\"onclick=alert(1)}",
    "[a]: javascript:x\n\n[a]",
    "[x](\tjavascript:alert(1))", "[x](java\nscript:alert(1))", "![x](data:image/svg+xml,<svg/onload=alert(1)>)",
    "```\"><script>\n```", ":::\"><script>\n:::", "{{ <script> }}", "<svg><script>1</script></svg>",
    "| <script> |\n|---|\n", "[<img src=x onerror=y>](x)", "[x](//a \"><script>\")",
  ])
  func `no way leads to a script`(text: String) {
    let html = rendered(text).text.lowercased()
    #expect(!html.contains("<script"))
    #expect(!html.contains("<img src=x"))
    #expect(!html.contains("<svg"))
    #expect(!html.contains("href=\"javascript:"))
    #expect(!html.contains("src=\"data:"))
    #expect(!html.contains("\" onclick") && !html.contains("\"onclick") && !html.contains("\"onerror"))
  }

  @Test(arguments: ["\t", "\u{A0}", "　", " \t ", "\t\r\n", "\t<!-- 乙 -->", "\u{2003}"])
  func `blanks behind a comment are no HTML that readers see`(blanks: String) {
    let text = "<!-- 甲 -->\(blanks)\n\n乙\n"
    #expect(rendered(text, .portal).text == "<p>乙</p>\n")
    #expect(rendered(text, .portal).diagnostics.isEmpty)
    let allowed = MarkdownRenderer.render(
      Array(text.utf8), path: "case.md", features: .portal, allowedTags: AllowedTags(["u"]))
    #expect(String(decoding: allowed.html, as: UTF8.self) == "<p>乙</p>\n")
    #expect(rendered("<!-- 甲 -->\(blanks)<b>乙</b>", .portal).diagnostics.map(\.code) == ["MD12"])
  }

  @Test(arguments: [
    "<!-- https://a.example-->", "<!--www.a.example/b--> ", "<!-- [^a-->", "<!-- [^a--> b]", "<!-- {{ a --> }}",
    "<!-- {{ '--> }}",
    "<!-- :stat[a--> b]",
  ])
  func `a comment ends where it ends, whatever stands before`(comment: String) {
    #expect(rendered(comment + "\n\n甲\n", .all.union(.withoutComments)).text.hasSuffix("<p>甲</p>\n"))
    #expect(rendered("乙" + comment + "丙", .all.union(.withoutComments)).text.hasPrefix("<p>乙"))
    #expect(!rendered("乙" + comment + "丙", .all.union(.withoutComments)).text.contains("!--"))
  }
}
