import Diagnostics
import Markdown
import Testing

@Suite struct AddressTests {
  /// What becomes a link, apart by blanks.
  private func addresses(_ text: String, _ features: MarkdownFeatures = .all) -> String {
    rendered(text, features).links.map { text.piece($0.span) }.joined(separator: " ")
  }

  @Test(arguments: [
    ("见https://a.example/x。下一句", "https://a.example/x"), ("见https://a.example/x，下一句", "https://a.example/x"),
    ("报名网址https://a.example/bm请于周五前填写", "https://a.example/bm"), ("（https://a.example/x）", "https://a.example/x"),
    ("“https://a.example/x”", "https://a.example/x"), ("网站：www.a.example；电话", "www.a.example"),
    ("见www.a.example/x、www.b.example", "www.a.example/x www.b.example"), ("xwww.a.example", ""), ("www.a", "www.a"),
    ("a www. b", "www"), ("网址以www.开头", "www"), ("www.`x`", "www"), ("[: www.`x", "www"), ("www.。", "www"),
    ("https://a.example/x　下一句", "https://a.example/x"), ("https://a.example/x…", "https://a.example/x"),
    ("HTTPS://A.example", "HTTPS://A.example"), ("xhttps://a.example", ""), ("https://", ""), ("https://课程", ""),
    ("https://a.example/\u{200B}x", "https://a.example/"), ("邮箱：a.b@c.example。", "a.b@c.example"),
    ("请发到a@b.example或c@d.example", "a@b.example c@d.example"), ("a@b", ""), ("a@b@c.example", "b@c.example"),
    ("https://a.example/_b_c_", "https://a.example/_b_c"), ("**https://a.example/x/**。", "https://a.example/x/"),
    ("https://a.example/x?y=1&amp;z=2", "https://a.example/x?y=1&amp;z=2"),
    ("| a |\n|---|\n| 见https://a.example/x |", "https://a.example/x"),
    ("https://a.example/{{ class.size }}", "https://a.example/"), ("`https://a.example`。", ""),
    ("    https://a.example", ""), ("[看 https://a.example](#x)", "#x"),
    ("\\[注 https://a.example]", "https://a.example]"),
    ("[注 https://a.example", "https://a.example"), ("<https://a.example>", "https://a.example"),
    ("[看](https://a.example/x)。", "https://a.example/x"), ("[看](https://a.example/x_(y))", "https://a.example/x_(y)"),
    ("[r]: https://a.example/x\n\n[r]", "https://a.example/x"),
  ])
  func `bare addresses end where Chinese text goes on`(text: String, expected: String) {
    #expect(addresses(text) == expected)
  }

  @Test func `text around an address stays as it is`() {
    #expect(
      rendered("**见https://a.example/x/**下，~~www.b.example~~").text
        == "<p><strong>见<a href=\"https://a.example/x/\">https://a.example/x/</a></strong>下，<del><a href=\"http://www.b.example\">www.b.example</a></del></p>\n"
    )
    #expect(
      rendered("网址\nhttps://a.example/x\n邮箱 a@b.example").text
        == "<p>网址\n<a href=\"https://a.example/x\">https://a.example/x</a>\n邮箱 <a href=\"mailto:a@b.example\">a@b.example</a></p>\n"
    )
    #expect(
      rendered("https://a.example/?x=1&amp;y=2").text
        == "<p><a href=\"https://a.example/?x=1&amp;y=2\">https://a.example/?x=1&amp;amp;y=2</a></p>\n")
  }

  @Test func `a scheme that is not on the list leaves a bare address as text, without a message`() {
    let output = rendered("ftp://a.example 与 xmpp:a@b.example")
    #expect(output.text == "<p>ftp://a.example 与 xmpp:a@b.example</p>\n")
    #expect(output.diagnostics.isEmpty)
  }

  @Test func `code, tags and descriptions of images keep their bytes`() {
    let features: MarkdownFeatures = .autolinks
    #expect(rendered("`https://a.example`", features).text == "<p><code>https://a.example</code></p>\n")
    #expect(
      rendered("<a href=\"https://a.example\">x</a>", features).text == "<p><a href=\"https://a.example\">x</a></p>\n")
    #expect(
      rendered("![a@b.example](x.png)", features).text == "<p><img src=\"x.png\" alt=\"a@b.example\" /></p>\n")
    #expect(rendered("<!--https://a.example-->\n", features).text == "<!--https://a.example-->\n")
  }

  @Test func `an address is found at its column`() {
    let text = "甲乙 https://a.example/x 丙 a@b.example"
    let spans = rendered(text).links.map(\.span)
    #expect(spans.map { text.piece($0) } == ["https://a.example/x", "a@b.example"])
  }

  @Test(arguments: ["www.", "www.\n", "www.\n\n甲\n", "# www. #\n", "- www.\n- 甲\n", "> www.\n"])
  func `the start of an address alone is none at the end of a block, as cmark-gfm has it`(text: String) {
    #expect(!rendered(text).text.contains("<a "))
    #expect(rendered(text).text.contains("www."))
  }

  @Test(arguments: ["www. a", "www.\nb", "*www.*", "(www.)", "www..", "www.  \nb"])
  func `elsewhere it is one`(text: String) {
    #expect(rendered(text, .autolinks).text.contains("<a href=\"http://www\">www</a>."))
  }

  @Test(arguments: [
    ("[注 https://a.example/x", "https://a.example/x"), ("[注 https://a.example/x\n甲", "https://a.example/x"),
    ("[注 https://a.example/x [乙]", "https://a.example/x"), ("[注 https://a.example/x\n[乙]", "https://a.example/x"),
    ("[注 https://a.example/x\n \n乙]", "https://a.example/x"), ("[注 https://a.example/x\r\r乙]", "https://a.example/x"),
    ("[注 https://a.example/x\r\n\r\n乙]", "https://a.example/x"),
    ("# [注 https://a.example/x\n乙]", "https://a.example/x"),
    ("- [注 https://a.example/x\n- 乙]", "https://a.example/x"),
    ("> [注 https://a.example/x\n>\n> 乙]", "https://a.example/x"),
    ("[注\n- https://a.example/x]", "https://a.example/x]"), ("`[`https://a.example/x`]`", "https://a.example/x"),
    ("[注 https://a.example/x]", ""), ("[注\nhttps://a.example/x\n乙]", ""), ("> [注\n> https://a.example/x\n乙]", ""),
    ("[[注] https://a.example/x]", ""), ("[注 https://a.example/x [乙]]", ""), ("- [ ] [注\n  https://a.example/x]", ""),
    ("[注 https://a.example/x]\n\n[注 https://a.example/x]: /anywhere", "/anywhere"),
    ("[注\nhttps://a.example/x]\n\n[注 https://a.example/x]: /anywhere", "/anywhere"),
    ("|[注 https://a.example/x|乙]|\n|-|-|", "https://a.example/x"), ("|[注 https://a.example/x]|\n|-|", ""),
    ("|[注 https://a.example/x [乙]|\n|-|", "https://a.example/x"),
  ])
  func `only brackets of its own block keep an address from being a link`(text: String, expected: String) {
    #expect(addresses(text) == expected)
  }

  @Test(arguments: [
    (":stat[www.b.example]丙", "<stat >www.b.example</stat>丙"),
    (":stat[http://b.example]{unit=人}", "<stat unit=人>http://b.example</stat>"),
    (":stat[见 https://b.example/x]，丙", "<stat >见 https://b.example/x</stat>，丙"),
    ("[甲:stat[乙]http://b.example/x](/anywhere)", "<a href=\"/anywhere\">甲<stat >乙</stat>http://b.example/x</a>"),
    (":stat[http://b.example/x", ":stat[<a href=\"http://b.example/x\">http://b.example/x</a>"),
  ])
  func `an address in an inline directive ends where the directive does`(text: String, html: String) {
    #expect(rendered(text, host: TestHost()).text == "<p>\(html)</p>\n")
  }

  @Test(arguments: [
    "a@b.example_", "_a@b.example", "a@b.example__", "甲 a@b.example*", "a_b@c.example_d", "~a@b.example~~~",
    "_甲_ a@b.example_",
    "a@b.example_ **甲**", "_a@b.example_", "__a@b.example__。",
  ])
  func `what is a mail address does not depend on other markup in the paragraph`(text: String) {
    let alone = rendered(text, .all).text.dropFirst(3).dropLast(5)
    let beside = rendered(text + " **，**", .all).text.dropFirst(3).dropLast(5)
    #expect(beside == alone + " <strong>，</strong>")
  }

  @Test(arguments: ["https://1(www.:", "https://a.cn/(www.b", "www.a(www.:", "https://a(www.)", "http://a.https://b"])
  func `an address does not begin in another one`(text: String) {
    #expect(rendered(text, .autolinks).links.count == 1)
    #expect(rendered(text).plainText() == text)
  }
}
