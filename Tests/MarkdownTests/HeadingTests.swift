import Diagnostics
import Markdown
import Testing

@Suite struct HeadingTests {
  @Test(arguments: [
    ("第一期 简报：总结", "第一期-简报总结"), ("Hello  World!", "hello-world"), ("A_b-C", "a_b-c"), ("！？", "section"),
    ("第１期", "第１期"), ("**重**点", "重点"), ("`code` 与 [链接](x)", "code-与-链接"), ("École", "école"), ("a &amp; b", "a-b"),
  ])
  func `an id is made from the text`(heading: String, id: String) {
    #expect(rendered("# \(heading)").outline.first?.id == id)
  }

  @Test func `repeats are numbered and never meet a stated id`() {
    let ids = rendered("# a\n# a\n# a-1\n# b {#a-2}\n# a\n").outline.map(\.id)
    #expect(ids == ["a", "a-1", "a-1-1", "a-2", "a-3"])
  }

  @Test(arguments: ["# 标题 {#intro}", "# 标题 {#intro} ##", "标题 {#intro}\n==="])
  func `a stated id is taken from the end of the heading`(text: String) {
    let output = rendered(text)
    #expect(output.text == "<h1 id=\"intro\">标题</h1>\n")
    #expect(output.outline.first?.text == "标题")
  }

  @Test(arguments: ["# a \\{#b}", "# a {#}", "# a {#b} c", "para {#b}", "# a `{#b}`"])
  func `elsewhere it is text`(text: String) {
    #expect(rendered(text).text.contains("{#"))
  }

  @Test func `the same id stated twice is an error at the second place`() {
    let text = "# a {#x}\n\n# b {#x}\n"
    let output = rendered(text)
    #expect(output.problems(in: text) == ["MD11 x"])
    #expect(output.diagnostics.first?.notes.first?.location?.span?.start == 6)
  }

  @Test func `the outline has level, text and lines`() throws {
    let text = "文\n\n## 甲 *乙* {{ class.size }}\n\n丙\n丁\n---\n"
    let outline = rendered(text, host: TestHost()).outline
    #expect(outline.map(\.level) == [2, 2])
    #expect(outline.map(\.text) == ["甲 乙 4<2>", "丙丁"])
    #expect(outline.map { text.piece($0.span) } == ["## 甲 *乙* {{ class.size }}", "丙\n丁\n---"])
    #expect(String(decoding: try #require(outline.first).html, as: UTF8.self) == "甲 <em>乙</em> 4&lt;2&gt;")
  }

  @Test func `without heading ids there is an outline, too`() {
    let output = rendered("# 甲", .plain)
    #expect(output.text == "<h1>甲</h1>\n")
    #expect(output.outline.map(\.text) == ["甲"])
  }
}
