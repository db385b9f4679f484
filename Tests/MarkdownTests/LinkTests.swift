import Diagnostics
import Markdown
import Testing

@Suite struct LinkTests {
  @Test func `the host says where a link leads`() {
    #expect(
      rendered("[课](course:c001 \"题\")", host: TestHost()).text
        == "<p><a href=\"../courses/c001/\" title=\"题\">课</a></p>\n")
    #expect(
      rendered("![图](foto.png)", host: TestHost()).text
        == "<p><img src=\"foto-1a.png\" alt=\"图\" width=\"640\" loading=\"lazy\" /></p>\n")
  }

  @Test(arguments: [
    ("甲 [乙](course:x)", "course:x"), ("[a](course:c001) [b](course:y) [c](course:y2)", "course:y|course:y2"),
    ("[a](<b c>)", "b c"), ("> 引\n[a][r]\n\n[r]: nowhere 'T'\n", "nowhere"), ("![x](y.png)", "y.png"),
    ("[![i](foto.png)](no)", "no"), ("[a](b\\*c)", "b\\*c"), ("- 甲\n\n  [a](  no\n  'x')", "no"),
    ("| a | b |\n|---|---|\n| [x](q\\|r) | [y](z) |", "q\\|r|z"), ("`](no)` [a](no)", "no"),
    ("[a](no)[b](no)", "no|no"), ("[甲](b&#99;d) [a](a&amp;b)", "b&#99;d|a&amp;b"), ("<foo:a&#98;c>", "foo:a&#98;c"),
    ("[a]: late\n\n[b](b) [a]", "b|late"),
  ])
  func `an unknown target is reported at its bytes`(text: String, places: String) {
    let output = rendered(text, host: TestHost())
    #expect(output.problems(in: text) == expected(places))
  }

  private func expected(_ places: String) -> [String] {
    // A place may hold `\|` itself.
    places.replacing("\\|", with: "\u{1}").split(separator: "|").map {
      "OU01 " + String($0).replacing("\u{1}", with: "\\|")
    }
  }

  @Test func `equal destinations are told apart`() {
    let text = "[a](no) 甲 [b](no)"
    let starts = rendered(text, host: TestHost()).links.map { Int($0.span.start) }
    #expect(starts == [4, 16])
  }

  @Test func `spans are offsets into the file`() {
    let text = "---\ntitle: x\n---\n[a](no)\n"
    let output = MarkdownRenderer.render(
      Array(text.utf8), body: 17..<text.utf8.count, path: "p.md", features: .all, host: TestHost())
    #expect(output.problems(in: text) == ["OU01 no"])
    #expect(output.diagnostics.first?.location?.path == "p.md")
  }

  @Test(arguments: ["javascript:alert(1)", "JavaScript:x", "data:text/html,x", "vbscript:x", "file:///etc", "ftp://a"])
  func `a scheme that is not on the list makes no link`(address: String) {
    let output = rendered("[看](<\(address)>) ![图](<\(address)>)")
    #expect(output.text == "<p>看 图</p>\n")
    #expect(output.diagnostics.map(\.code) == ["MD09", "MD09"])
  }

  @Test(arguments: [
    "https://a.cn", "HTTP://a.cn", "mailto:a@b.cn", "tel:010", "course:x", "a.md", "#top", "", "//a.cn",
  ])
  func `other addresses stay as written without a host`(address: String) {
    let output = rendered("[看](<\(address)>)")
    #expect(output.text == "<p><a href=\"\(address)\">看</a></p>\n")
    #expect(output.diagnostics.isEmpty)
  }

  @Test func `a refused image keeps its text, a link in bold its bold`() {
    #expect(rendered("**[甲](no)**", host: TestHost()).text == "<p><strong>甲</strong></p>\n")
  }

  @Test(arguments: [
    ("![图](https://a.example/x.png)", "MD28 https://a.example/x.png"),
    ("![图](HTTP://a.example/x.png)", "MD28 HTTP://a.example/x.png"),
    ("[图](https://a.example/x.png)", ""), ("![图](foto.png)", ""), ("`![图](https://a.example/x.png)`", ""),
  ])
  func `a picture on another site is shown and reported`(text: String, problems: String) {
    let output = rendered(text, host: TestHost())
    #expect(output.problems(in: text).joined(separator: " ") == problems)
    #expect(output.text.contains("<img") == text.hasPrefix("!["))
  }
}
