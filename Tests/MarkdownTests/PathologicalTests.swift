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
  ]

  @Test(.timeLimit(.minutes(2)), arguments: inputs.map(\.name))
  func `time grows with the length only`(name: String) throws {
    let input = try #require(Self.inputs.first { $0.name == name })
    #expect(!rendered(input.text).html.isEmpty || input.text.hasPrefix(":::"))
  }
}
