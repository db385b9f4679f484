import Markdown
import Testing

@Suite struct TextBlockTests {
  private func blocks(_ text: String) -> [String] {
    rendered(text, MarkdownFeatures.portal.union(.textBlocks)).blocks.map { block in
      let kind =
        switch block.kind {
        case .heading(let level): "h\(level)"
        case .paragraph: "p"
        case .item(nil): "li"
        case .item(let number?): "li \(number.typed)/\(number.shown)"
        case .cell: "td"
        case .html: "html"
        case .attribute: "@"
        }
      return "\(kind) \(String(decoding: block.text, as: UTF8.self)) ⟦\(text.piece(block.span))⟧"
    }
  }

  @Test(arguments: [
    ("# 题**目**\n\n甲`code`乙\n丙", ["h1 题目 ⟦# 题**目**⟧", "p 甲\u{FFFC}乙丙 ⟦甲`code`乙\n丙⟧"]),
    ("1. 甲\n2. 乙\n   - 丙\n2. 丁", ["li 1/1 甲 ⟦1. 甲⟧", "li 2/2 乙 ⟦2. 乙⟧", "li 丙 ⟦   - 丙⟧", "li 2/3 丁 ⟦2. 丁⟧"]),
    ("3) 甲\n\n   乙\n\n   1. 丙\n5) 丁", ["li 3/3 甲 ⟦3) 甲⟧", "p 乙 ⟦   乙⟧", "li 1/1 丙 ⟦   1. 丙⟧", "li 5/4 丁 ⟦5) 丁⟧"]),
    ("| 甲 | 乙 |\n|---|---|\n| 1 |", ["td 甲 ⟦甲⟧", "td 乙 ⟦乙⟧", "td 1 ⟦1⟧"]),
    (":::note\n甲[^a]\n:::\n\n[^a]: 注\n\n```\n乙\n```", ["p 甲 ⟦甲[^a]⟧", "p 注 ⟦[^a]: 注⟧"]),
  ])
  func `each block has its text and its lines`(text: String, expected: [String]) {
    #expect(blocks(text) == expected)
  }

  @Test(arguments: [
    ("<div>\n甲<!-- 乙 -->\n</div>\n\n丙", ["html <div>\n甲\n</div> ⟦<div>\n甲<!-- 乙 -->\n</div>⟧", "p 丙 ⟦丙⟧"]),
    ("<!-- 甲 -->", []), (":::note 甲\n乙\n:::", ["@ 甲 ⟦甲⟧", "p 乙 ⟦乙⟧"]),
    ("::note[甲]{b=\"乙 丙\" src=files/a.png #d .e f}", ["@ 甲 ⟦甲⟧", "@ 乙 丙 ⟦乙 丙⟧"]),
    ("::note{src=附件/甲.docx b=\"乙 丙.doc\" c=3.5 d=甲.}", ["@ 乙 丙.doc ⟦乙 丙.doc⟧", "@ 3.5 ⟦3.5⟧", "@ 甲. ⟦甲.⟧"]),
    ("::note{=甲}", []),
    (":stat[甲]{unit=乙}", ["@ 乙 ⟦乙⟧", "p 甲 ⟦:stat[甲]{unit=乙}⟧"]),
    ("`:stat[甲]{unit=乙}`\n\n    ::note{a=b}", ["p \u{FFFC} ⟦`:stat[甲]{unit=乙}`⟧"]),
    ("![甲*乙*](x.png '丙')丁", ["@ 甲乙 ⟦甲*乙*⟧", "@ 丙 ⟦丙⟧", "p \u{FFFC}丁 ⟦![甲*乙*](x.png '丙')丁⟧"]),
    ("[甲](x '&amp;')", ["@ & ⟦&amp;⟧", "p 甲 ⟦[甲](x '&amp;')⟧"]), ("![](x.png)", ["p \u{FFFC} ⟦![](x.png)⟧"]),
  ])
  func `what shows text without being Markdown is a block`(text: String, expected: [String]) {
    #expect(blocks(text) == expected)
  }

  @Test func `they are collected when they are asked for`() {
    #expect(rendered("甲", .portal).blocks.isEmpty)
  }

  @Test func `an excerpt is made of the sentences of paragraphs`() {
    let text = "# 题\n\n先**说课**，\n再`x`上课。课后\n议课。\n\n- 条目。\n\n| 甲 |\n|---|\n\n完了。\n"
    let output = rendered(text, MarkdownFeatures.portal.union(.textBlocks))
    #expect(output.excerpt(to: 10) == "先说课，再上课。")
    #expect(output.excerpt(to: 17) == "先说课，再上课。课后议课。完了。")
  }

  @Test func `reading time counts characters, not markup`() {
    #expect(rendered("**甲**", .portal).readingMinutes() == 1)
    #expect(
      rendered(String(repeating: "[甲](https://a.example/long/address)", count: 400), .portal).readingMinutes() == 1)
    #expect(rendered(String(repeating: "甲", count: 401), .portal).readingMinutes() == 2)
  }
}
