import Diagnostics
import Markdown
import Testing

/// Definitions of links, which libcmark takes out of the text: none goes without a word.
@Suite struct DefinitionTests {
  private func problems(_ text: String) -> String {
    rendered(text, .portal).problems(in: text).joined(separator: "|")
  }

  @Test(arguments: [
    ("[注意]: 请带身份证", "[注意]: 请带身份证"), ("[注意]:请带身份证", "[注意]:请带身份证"), ("[注意]:\n请带身份证", "[注意]:\n请带身份证"),
    ("甲。\n\n[注意]: 请带身份证\n乙。", "[注意]: 请带身份证"), ("> [注意]: 请带身份证", "[注意]: 请带身份证"),
    ("- [注意]: 请带身份证\n- 乙", "[注意]: 请带身份证"), ("1. 甲\n\n   [注意]: 请带", "[注意]: 请带"), ("- > [注意]: 请带", "[注意]: 请带"),
    (":::note\n[注意]: 请带\n:::", "[注意]: 请带"), ("[注意]: 请带 \"身份证\"", "[注意]: 请带 \"身份证\""),
    ("[注意]:\n请带\n'身份证'\n乙", "[注意]:\n请带"),
    ("[附件]: 报名表.xlsx", "[附件]: 报名表.xlsx"), ("[平台]: www.a.cn", "[平台]: www.a.cn"), ("[时间]: 8:00", "[时间]: 8:00"),
    ("[日期]: 2026/9/1", "[日期]: 2026/9/1"), ("[电话]: 62223333", "[电话]: 62223333"),
    ("[主持]: 张三/李四", "[主持]: 张三/李四"), ("[注意\n事项]: 请带", "[注意\n事项]: 请带"),
    ("[人数]: {{ class.size }}人", "[人数]: {{ class.size }}人"),
    ("[注意]: **请带**", "[注意]: **请带**"), ("[注意]: <请 带>", "[注意]: <请 带>"), ("[^注 1]: 请带", "[^注 1]: 请带"),
    ("[甲]: 一\n[乙]: 二", "[甲]: 一|MD34 [乙]: 二"), ("[a b]: 甲\n===\n乙", "[a b]: 甲"), ("[甲]:\n「乙」_丙_", "[甲]:\n「乙」_丙_"),
    ("[注意]: 请带\r\n乙", "[注意]: 请带"), ("[注意]: 请\n[注意]: 带", "[注意]: 请|MD34 [注意]: 带"),
  ])
  func `words that are not shown are an error`(text: String, places: String) {
    #expect(problems(text) == "MD34 " + places)
    #expect(rendered(text, .portal).diagnostics.allSatisfy { $0.severity == .error && $0.repair != nil })
  }

  @Test(arguments: [
    ("甲[1]\n\n[1]: 数据来源：年鉴", "[1]: 数据来源：年鉴"), ("[1]: 见表一，表二\n\n甲[1]，乙[文][1]", "[1]: 见表一，表二"),
    ("甲[1][2]\n\n[1]: 甲：乙\n[2]: 丙：丁", "[1]: 甲：乙|MD34 [2]: 丙：丁"),
  ])
  func `a source that a number in brackets was to name is told where it is lost`(text: String, places: String) {
    let found = rendered(text, .portal, host: TestHost()).problems(in: text)
    #expect(found.joined(separator: "|") == "MD34 " + places)
  }

  @Test(arguments: [
    "https://a.cn", "course:c001", "files/报名表.pdf", "../x", "#top", "/a", "<https://a.cn/b c>", "a/b",
    "x.md#甲",
    "mailto:a@b.cn", "",
  ])
  func `an address that no link uses is a warning`(address: String) {
    let text = "甲。\n\n[乙]: <\(address)>\n" + (address.hasPrefix("<") ? "" : "[丙]: \(address)\n")
    let output = rendered(text.replacing("<<", with: "<").replacing(">>", with: ">"), .portal)
    #expect(output.text == "<p>甲。</p>\n" || address.isEmpty)
    #expect(output.diagnostics.allSatisfy { $0.code == "MD34" && $0.severity == .warning })
    #expect(output.diagnostics.isEmpty == address.isEmpty)
  }

  @Test(arguments: [
    "[注意]：请带身份证", "[注意] : 请带", "[注意]: 请带 身份证", "\\[注意]: 请带", "甲\n[注意]: 请带", "`[注意]: 请带`", "```\n[注意]: 请带\n```",
    "    [注意]: x", "# [注意]: 请带", "<div>\n[注意]: 请带\n</div>", "[注意]:", "[注意]:\n\n请带", "[ ]: 请带", "[注\n\n意]: 请带",
    "[注[意]: 请带",
    "甲[^注]\n\n[^注]: 请带", "甲[^注]\n\n[^注]:\n    请带", "[a]\n\n[a]: https://a.cn", "![图][A]\n\n[a]: foto.png",
    "[文][a  b]\n\n[a B]:\n/u",
    "[ẞ]\n\n[SS]: /u", "[a]\n\n[a]: <b c> 'd'", "> [a]: /u\n\n[a]", "[//]: # (说明)", "[//]: <> (说明)",
    "[comment]: # \"说明\"",
    "[a]: b | c\n--|--\n1 | 2", "| a |\n|--|\n[a]: b\n", "[a]:\nb | c\n--|--", "- [ ] [a]: b", "[^注]: [a]: b\n\n[^注]",
    "[a]: <u>",
    "甲 <i title=\"\n[a]: b\">", "[说明]: <https://a.cn> 请看", "[a](b \"c\n[d]: e\")", "[*甲*]\n\n[*甲*]: https://a.cn",
    "甲[1]\n\n[1]: http：//a.cn", "甲[1]\n\n[1]: 说明", "[1]\n\n[1]: https://a.cn/甲：乙",
    "[a]:\n- b",
    "[a]:\n# b", "[a]:\n===", "[a]:\n:::note\n:::", "<!--\n[注意]: 请带\n-->", "[a]: ((b",
  ])
  func `what is shown or used is left alone`(text: String) {
    #expect(!problems(text).contains("MD34"), "\(problems(text))")
  }

  @Test(arguments: [
    "[注意]: 请带 **身份证**。", "[注意]: **身份证：**请带 甲", "[注意]: _身份证_ 请带", "甲\n[注意]: *请带*", "[a]: `b c` d",
    "[a]: ![图](foto.png) b",
    "[a]: www.a.cn b", "[a]: https://a.cn b", "[a]: <https://a.cn> b", "[a]: x@b.cn 甲", "[a]: &amp;b c", "[a]: \\*b c",
    "[a]: {{ a b }} c",
    "[a]:\n＃ 请带 甲", "[b]:> \"\n[b]:\nb\"", "[a]:<a\\\n>", "[4]:\n[a b]\n>[a\nb]:0", "[b]:\n[程]:\n[b]:", "[2]:\n>[F]:",
    "[5]:<a@n>&",
    "[6]:\n[<b >", ">`\n[4]: `", "[4]:_[]( \")", "[3]:\n[o]: ''", "[1]:_<b >",
    "[_y_]:1\n[b]:* \n\n[_y_]",
    "[**z]:#\n\n[**z]\n[b]:\nk~", "[1]:*``` _ ```", "[a]:\n～～请带 甲", "[a]:\n１．请带 甲", "[a]:\n```b\nc\n```", "[a]:\n>b",
    "[a]: ~~b~~ c", "[a]: <u>b</u> c",
    "甲[a]\n\n[a]: **b**", "[**a**]\n\n[**a**]: **b_", "甲[a]\n\n[a]: <b*c*>", "![甲*[a]*](b)\n\n[a]: c",
    "[a]: b\n[a]: c\n\n[a]",
  ])
  func `the page is the same as without looking`(text: String) {
    #expect(rendered(text, .portal).text == rendered(text, .portal.subtracting(.wordHabits)).text)
  }

  @Test func `a second definition shows the first`() throws {
    let text = "[甲]\n\n[甲]: https://a.cn\n[甲]: 带证\n[甲]: https://b.cn\n"
    let found = rendered(text, .portal).diagnostics
    #expect(found.map(\.severity) == [.error, .warning])
    #expect(found.allSatisfy { text.piece($0.notes.first?.location?.span) == "[甲]: https://a.cn" })
    #expect(try #require(found.first).message.zh.contains("只能写一次"))
  }

  @Test func `the message names the label and how to write it as text`() throws {
    let found = try #require(rendered("[注意\n 事项]: 请带", .portal).diagnostics.first)
    #expect(found.message.zh.contains("[注意 事项]:"))
    #expect(found.repair?.zh.contains("注意 事项：") == true)
    let long = rendered("[" + String(repeating: "长", count: 300) + "]: 请带", .portal).diagnostics.first
    #expect(long?.message.zh.count ?? 999 < 100)
  }
}
