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
}
