import Diagnostics
import Markdown
import Testing

/// Inputs on which a careless reader takes quadratic time; the limit is far above what linear time needs.
@Suite struct PathologicalTests {
  static let inputs: [(name: String, text: String)] = [
    ("stars between Chinese", String(repeating: "**，", count: 50_000)),
    ("stars and words", String(repeating: "*a **，a ", count: 30_000)),
    ("openers of three kinds", String(repeating: "*a_~甲，", count: 30_000)),
    ("closers", String(repeating: "甲，** _ ~~ ", count: 30_000)),
    ("alternating runs", String(repeating: "_*__**~甲：", count: 25_000)),
    ("a long run", String(repeating: "*", count: 150_000) + "，甲"),
    ("brackets", String(repeating: "[", count: 50_000) + "*，*"),
    ("closing brackets", String(repeating: "]", count: 50_000)),
    ("links", String(repeating: "[a](b) ", count: 25_000)),
    ("unmatched links", String(repeating: "[a](", count: 25_000)),
    ("equal reference links", String(repeating: "[a] ", count: 15_000) + "\n\n[a]: b\n"),
    ("angle brackets", String(repeating: "<a b=\"*，", count: 25_000)),
    ("directives in comments", String(repeating: "<!--\n:::note\n-->\n", count: 10_000) + "甲"),
    ("directives in comments that do not end", String(repeating: "<!--\n:::note\n", count: 10_000)),
    ("directives in a comment", "<!--\n" + String(repeating: ":::note\n", count: 20_000) + "-->\n甲"),
    ("comments", String(repeating: "<!-- ", count: 30_000) + "*，*"),
    ("pipes", String(repeating: "|", count: 50_000) + "\n" + String(repeating: "|-", count: 50_000) + "|\n"),
    (
      "a wide table",
      String(repeating: "|a", count: 5_000) + "\n" + String(repeating: "|-", count: 5_000) + "\n|a\n|b\n"
    ),
    ("many tables", String(repeating: "|a|\n|-|\n|b|\n\n", count: 10_000)),
    ("delimiter rows", String(repeating: "|a|b|\n|-|\n", count: 20_000)),
    ("tables behind tables", String(repeating: "|a|\n|-|\n2. |b|\n   |-|\n", count: 5_000)),
    ("figures unclosed", String(repeating: "{{ ", count: 50_000)),
    ("figures unclosed in lines", String(repeating: "{{ a\n", count: 15_000)),
    ("figures", String(repeating: "{{ a }}", count: 25_000)),
    ("figures with quotes", String(repeating: "{{ ' }}", count: 25_000)),
    ("figures in a row", "|a|\n|-|\n|" + String(repeating: "{{ |", count: 25_000) + "\n"),
    ("directives opened", String(repeating: ":::a\n", count: 15_000)),
    ("directives closed", String(repeating: ":::\n", count: 25_000)),
    ("inline directives opened", String(repeating: ":a[", count: 30_000)),
    ("inline directives closed", String(repeating: ":a[*，*]", count: 20_000)),
    ("inline directives nested", String(repeating: ":a[", count: 15_000) + String(repeating: "]", count: 15_000)),
    ("attributes", String(repeating: "::a{b=\"", count: 20_000)),
    ("equal headings", String(repeating: "# 甲\n", count: 15_000)),
    ("stated ids", String(repeating: "# 甲 {#a}\n", count: 5_000)),
    ("tasks", String(repeating: "- [ ] 甲\n", count: 20_000)),
    ("nested quotes", String(repeating: ">", count: 10_000) + "**，甲**"),
    (
      "nested lists", String(repeating: "- ", count: 5_000) + "|a|\n" + String(repeating: " ", count: 10_000) + "|-|\n"
    ),
    ("soft breaks", String(repeating: "甲\n", count: 50_000)),
    ("soft breaks and tags", String(repeating: "甲\n*", count: 25_000)),
    ("list markers", String(repeating: "1. ", count: 10_000)),
    ("backslashes", String(repeating: "\\", count: 100_000) + "*，*"),
    ("backticks", (1...400).map { String(repeating: "`", count: $0) + "*，" }.joined()),
    ("colons", String(repeating: ":", count: 100_000)),
    ("addresses", String(repeating: "www.a.cn ", count: 15_000)),
    ("address marks", String(repeating: "a@", count: 30_000)),
    ("footnote marks", String(repeating: "[^a]", count: 20_000)),
    (
      "nested strong and emphasis",
      String(repeating: "*a **a ", count: 5_000) + "b" + String(repeating: " a** a*", count: 5_000)
    ),
    ("closers of emphasis", String(repeating: "a_ ", count: 20_000)),
    ("openers of emphasis", String(repeating: "_a ", count: 20_000)),
    ("openers that do not fit the closers", String(repeating: "*a_ ", count: 20_000)),
    ("runs whose lengths are multiples of 3", "a**b" + String(repeating: "c* ", count: 20_000)),
    ("openers of links, closers of emphasis", String(repeating: "[ a_", count: 900)),
    ("links that never begin", String(repeating: "[ (](", count: 10_000)),
    ("links in open images", String(repeating: "![[]()", count: 20_000)),
    ("strong around links", String(repeating: "**x [a*b**c*](d)", count: 5_000)),
    ("nested brackets", String(repeating: "[", count: 900) + "a" + String(repeating: "]", count: 900)),
    ("quotes in one line", String(repeating: "> ", count: 20_000) + "a"),
    ("deeper and deeper lists", (0..<300).map { String(repeating: "  ", count: $0) + "- 甲\n" }.joined()),
    ("lists in one line", String(repeating: "- ", count: 20_000) + "甲" + String(repeating: "\n", count: 20_000)),
    (
      "blank lines in a nested quote",
      "> " + String(repeating: "- ", count: 140) + "x\n" + String(repeating: ">\n", count: 5_000)
    ),
    ("emphasis in nested quotes", String(repeating: ">", count: 140) + String(repeating: "a*", count: 10_000)),
    ("NUL", String(repeating: "abc\0de\0", count: 10_000)),
    ("links in angle brackets, unclosed", String(repeating: "[a](<b", count: 10_000)),
    ("comments, unclosed", "</" + String(repeating: "<!--", count: 20_000)),
    ("comments in text, unclosed", "a " + String(repeating: "<!-- a ", count: 10_000)),
    ("instructions, unclosed", "a " + String(repeating: "<?", count: 20_000)),
    ("declarations, unclosed", "a " + String(repeating: "<!A ", count: 20_000)),
    (
      "CDATA, unclosed",
      "a " + String(repeating: "<![CDATA[", count: 100) + String(repeating: "<![CDATA", count: 10_000)
    ),
    ("definitions", (0..<3_000).map { "[k\($0)]: /u\n" }.joined() + (0..<3_000).map { "\n[k\($0)]\n" }.joined()),
    ("equal definitions", String(repeating: "[a]: b\n", count: 5_000) + "\n[a]"),
    ("definitions that no link uses", (0..<30_000).map { "[k\($0)]: 甲\n" }.joined() + "\n乙"),
    ("definitions of one name", String(repeating: "[a]: 甲\n\n", count: 20_000) + "\n乙"),
    ("definitions on two lines", String(repeating: "[a]:\n甲\n", count: 20_000) + "\n乙"),
    ("labels without an end", String(repeating: "[甲\n", count: 900) + String(repeating: "乙\n", count: 20_000)),
    ("labels that are destinations", String(repeating: "[a]:\n", count: 20_000) + "\n乙"),
    ("titles without an end", String(repeating: "[a]: b \"c\n", count: 5_000)),
    ("underlines", String(repeating: "a\n=\n", count: 10_000)),
    ("entities", String(repeating: "&amp", count: 20_000)),
    (
      "a row of many cells and many short rows",
      String(repeating: "|a", count: 2_000) + "\n" + String(repeating: "|-", count: 2_000) + "\n"
        + String(repeating: "|a\n", count: 2_000)
    ),
    ("a short header over a long row", "|a|\n|-|\n" + String(repeating: "|b", count: 20_000)),
    ("a long table", "|甲|乙|\n|-|-|\n" + String(repeating: "|1|**二：**三|\n", count: 5_000)),
    ("many tables and a definition", "[a]: b\n\n" + String(repeating: "|a|\n|-|\n|[a]|\n\n", count: 2_000)),
    (
      "tables in nested quotes",
      String(
        repeating: String(repeating: ">", count: 50) + "|a|\n" + String(repeating: ">", count: 50) + "|-|\n\n",
        count: 200)
    ),
    ("pipes in a cell", "|a|\n|-|\n|" + String(repeating: "\\|", count: 10_000) + "|\n"),
    ("statements", String(repeating: "{% ", count: 10_000)),
    ("directives inside each other", (3..<400).reversed().map { String(repeating: ":", count: $0) + "a\n" }.joined()),
    ("directives in items", String(repeating: "- :::a\n", count: 3_000)),
    ("a directive of many attributes", "::a{" + String(repeating: "b=c ", count: 5_000) + "}\n"),
    ("full-width colons", String(repeating: "：：：a\n", count: 5_000)),
    (
      "inline directives closed in links",
      String(repeating: ":a[", count: 900) + String(repeating: "[x]](u)", count: 5_000)
    ),
    ("inline directives with unclosed attributes", String(repeating: ":a[b]{c=\"", count: 5_000)),
    ("headings that end in numbers", (0..<2_000).map { "# 甲\n# 甲-\($0)\n" }.joined()),
    ("one long address", "http://a.cn/" + String(repeating: "a/", count: 20_000)),
    ("addresses behind brackets", String(repeating: "[http://a.cn ", count: 900)),
    ("periods", String(repeating: ".", count: 50_000)),
    ("www.", String(repeating: "www.", count: 10_000)),
    ("one long local part", String(repeating: "a.", count: 10_000) + "@b.cn"),
    ("footnotes", (0..<2_000).map { "[^\($0)]\n\n[^\($0)]: 注**：**释\n\n" }.joined()),
    ("references to one footnote", String(repeating: "[^a] ", count: 10_000) + "\n\n[^a]: b\n"),
    ("a chain of footnotes", "[^0]\n\n" + (0..<2_000).map { "[^\($0)]: [^\($0 + 1)]\n\n" }.joined()),
    ("footnotes inside each other", String(repeating: "[^a]: ", count: 5_000)),
    ("images inside each other", String(repeating: "![", count: 900) + String(repeating: "](a)", count: 900)),
    ("links of different addresses", (0..<5_000).map { "[a](b\($0)) " }.joined()),
    (
      "as many footnotes as references, apart",
      (0..<3_000).map { "甲[^\($0)]**：**乙\n\n" }.joined() + (0..<3_000).map { "[^\($0)]: 注**：**释\n\n" }.joined()
    ),
    (
      "footnotes with tables",
      (0..<1_000).map { "[^\($0)]\n\n" }.joined() + (0..<1_000).map { "[^\($0)]:\n    |a|\n    |-|\n\n" }.joined()
    ),
    ("addresses behind brackets of other lines", String(repeating: "[http://a.cn\n", count: 900) + "]"),
    ("addresses in brackets of other blocks", String(repeating: "[http://a.cn\n\n", count: 10_000) + "]"),
    ("images with titles", String(repeating: "![甲](a.png \"乙\") ", count: 3_000)),
    ("images of definitions", String(repeating: "![甲][a] ", count: 3_000) + "\n\n[a]: b.png '乙'\n"),
    ("comments and line ends", String(repeating: "甲 <!-- 乙 -->\n", count: 5_000)),
    ("bullets as typed", String(repeating: "● 甲\n", count: 5_000)),
    ("strong that blanks undo, escaped", String(repeating: "\\*\\*甲 \\*\\*，", count: 10_000)),
    ("strong that blanks undo", String(repeating: "**甲 **[乙](丙)，", count: 5_000)),
    ("targets with blanks", String(repeating: "[a](b c.doc) \\[a](b c.doc) ", count: 5_000)),
    (
      "targets that blanks leave open",
      String(repeating: "[a](b c.doc ", count: 900) + "\n\n" + String(repeating: "](a ", count: 10_000)
    ),
    ("full-width braces", String(repeating: "｛｛a", count: 20_000)),
    ("full-width stars", String(repeating: "\\＊＊甲＊＊", count: 10_000)),
    ("full-width spaces", String(repeating: "　　甲\n", count: 5_000)),
    ("asterisks that hide something", String(repeating: "王*明、李*华，138****1234", count: 5_000)),
    (
      "asterisks that hide something, shown",
      String(repeating: "张** 、", count: 20_000) + String(repeating: "*a* ", count: 5_000)
    ),
    ("labels that are not defined", String(repeating: "见[甲][乙]", count: 5_000) + "\n\n[丙]: https://a.cn"),
    ("labels in a row", String(repeating: "[甲]", count: 900)),
    ("parted links", String(repeating: "\\[甲] (a.png) 【乙】(https://a.cn) ", count: 5_000)),
    (
      "targets without an end", String(repeating: "](a.cn", count: 10_000) + String(repeating: "\n](b.cn", count: 5_000)
    ),
    ("fences in items", String(repeating: "- ```甲\n- ```\n", count: 3_000)),
    ("parted rows", String(repeating: "| 甲 |\n\n　| 乙 |\n| 丙 |\n\n", count: 3_000)),
    ("footnotes with full-width colons", (0..<3_000).map { "[^\($0)]：甲[^\($0)]\n\n" }.joined()),
    ("ids with blanks", String(repeating: "# 甲 \\{#a b}\n", count: 5_000)),
  ]

  /// Those that go beyond a limit, which is told; the rest is shown all the same.
  static let beyondLimit: Set<String> = [
    "brackets", "inline directives opened", "inline directives nested", "nested quotes",
    "nested lists",
    "list markers", "CDATA, unclosed", "links in open images", "quotes in one line", "deeper and deeper lists",
    "lists in one line", "a row of many cells and many short rows",
  ]

  @Test(.timeLimit(.minutes(2)), arguments: inputs.map(\.name))
  func `time grows with the length only`(name: String) throws {
    let input = try #require(Self.inputs.first { $0.name == name })
    let output = rendered(input.text, .portal)
    #expect(!output.html.isEmpty || input.text.hasPrefix(":::") || input.text.hasPrefix("[^"))
    #expect(output.diagnostics.contains { $0.code == "MD33" } == Self.beyondLimit.contains(name))
  }

  @Test(arguments: [
    (String(repeating: ">", count: 151) + "甲", 151), (String(repeating: "- ", count: 151) + "甲", 151),
    ("甲\n" + String(repeating: "[", count: 1_001), 1_003),
  ])
  func `what goes beyond a limit is told at its place`(text: String, place: Int) throws {
    let problem = try #require(rendered(text, .portal).diagnostics.first { $0.code == "MD33" })
    let start = try #require(problem.location?.span?.start)
    #expect(abs(Int(start) - place) < 160, "\(start)")
    #expect(rendered(text, .plain).text.contains("甲"))
  }

  @Test func `what stays within the limits is left alone`() {
    let quotes = String(repeating: ">", count: 140) + "甲"
    #expect(rendered(quotes, .portal).diagnostics.isEmpty)
    let brackets = String(repeating: "[a] ", count: 3_000)
    #expect(rendered(brackets, .portal).diagnostics.isEmpty)
    let blocks = String(repeating: "[" + String(repeating: "[", count: 400) + "\n\n", count: 9)
    #expect(rendered(blocks, .portal).diagnostics.isEmpty)
    let code = "```\n" + String(repeating: "-", count: 900) + "\n```\n"
    #expect(rendered(code, .portal).diagnostics.isEmpty)
  }
}
