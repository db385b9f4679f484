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
