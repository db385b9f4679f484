import Diagnostics
import Markdown
import Testing

/// Where pieces of a block's text stand in the source.
@Suite struct TextPlaceTests {
  /// The first mark of a text is where the piece that is marked in its words stands.
  private func found(_ marked: String, _ words: String, host: (any MarkdownHost)? = TestHost()) -> String {
    let source = marked.replacing("⟦", with: "").replacing("⟧", with: "")
    let parts = words.split(separator: "⟦", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let piece = parts[1].split(separator: "⟧", omittingEmptySubsequences: false).map(String.init)
    let output = MarkdownRenderer.render(
      Array(source.utf8), path: "case.md", features: MarkdownFeatures.portal.union(.textBlocks),
      allowedTags: AllowedTags(["u", "br"]), host: host)
    let wanted = Array((parts[0] + piece.joined()).unicodeScalars.map(\.value))
    for block in output.blocks {
      let scalars = String(decoding: block.typed, as: UTF8.self).unicodeScalars.map(\.value)
      guard let start = scalars.indices.first(where: { scalars[$0...].starts(with: wanted) }) else { continue }
      let first = start + parts[0].unicodeScalars.count
      let places = TextPlaces(of: scalars, as: block.kind, at: block.span, in: Array(source.utf8))
      guard let span = places.span(of: first..<first + piece[0].unicodeScalars.count) else { return "not found" }
      let bytes = Array(source.utf8)
      return String(decoding: bytes[..<span.range.lowerBound], as: UTF8.self) + "⟦" + source.piece(span) + "⟧"
        + String(decoding: bytes[span.range.upperBound...], as: UTF8.self)
    }
    return "no such block: \(output.blocks.map { String(decoding: $0.typed, as: UTF8.self) })"
  }

  @Test(arguments: [
    ("`12`，本班⟦12⟧人。", "本班⟦12⟧人"), ("见[网页](https://a.cn/12)，本班⟦12⟧人。", "本班⟦12⟧人"),
    ("`另行通知`，⟦另行通知⟧。", "，⟦另行通知⟧"), ("``a`12``本班⟦12⟧", "本班⟦12⟧"), ("`12 本班⟦12⟧", "本班⟦12⟧"),
    ("![图12](foto.png \"12\")⟦12⟧人", "⟦12⟧人"), ("![图⟦12⟧](none.png)13人", "图⟦12⟧"),
    ("[甲][12]，⟦12⟧人\n\n[12]: /anywhere", "，⟦12⟧人"), ("[甲](/anywhere \"12\")⟦12⟧人", "⟦12⟧人"),
    ("[甲](/anywhere (12))⟦12⟧人", "⟦12⟧人"), ("[甲](</anywhere 12> '12')⟦12⟧人", "⟦12⟧人"),
    ("[12]: /anywhere \"12\"\n本班⟦12⟧人 [12]", "本班⟦12⟧人"), ("脚注[^12]⟦12⟧人\n\n[^12]: 注", "⟦12⟧人"),
    ("脚注[^12]\n\n[^12]: ⟦12⟧人", "⟦12⟧人"), (":stat[⟦12⟧]{unit=12}人12", "⟦12⟧人"),
    (":stat[甲]{unit=12}⟦12⟧人", "⟦12⟧人"), (":stat[stat⟦a⟧]b", "stat⟦a⟧"), ("共{{ class.size + 12 }}，⟦12⟧人", "，⟦12⟧"),
    ("共{{ nope12 }}，⟦12⟧人", "，⟦12⟧人"), ("共{{ 12，⟦12⟧人", "，⟦12⟧人"), ("\\{{ 12，⟦12⟧人", "，⟦12⟧人"),
    ("<u title=12>⟦12⟧</u>", "12>⟦12⟧"), ("<u>u⟦u⟧</u>", "u⟦u⟧"), ("<!-- 12 -->甲⟦12⟧", "甲⟦12⟧"),
    ("甲<!-- 12 --> ⟦12⟧", "甲 ⟦12⟧"),
    ("<https://a.cn/⟦12⟧>", "/⟦12⟧"), ("&amp;amp&lt;⟦12⟧", "<⟦12⟧"), ("甲&quot;⟦12⟧&quot;", "\"⟦12⟧\""),
    ("12![图](foto.png)⟦12⟧人", "\u{FFFC}⟦12⟧人"), ("&#49;2甲⟦12⟧", "甲⟦12⟧"), ("&nosuch;⟦s⟧", ";⟦s⟧"),
    ("&#49;&#50;甲⟦&#49;2⟧", "甲⟦12⟧"), ("\\*⟦*⟧", "*⟦*⟧"), ("\\\\⟦\\a⟧", "\\⟦\\a⟧"), ("\\!\\[⟦12⟧](x)", "[⟦12⟧"),
    ("本**班⟦1**2⟧人", "班⟦12⟧人"), ("**本班** *⟦12⟧*", " ⟦12⟧"), ("~~12~~⟦12⟧", "12⟦12⟧"), ("[[⟦12⟧](/anywhere)]", "[⟦12⟧]"),
    ("本班\n⟦12⟧人", "本班\n⟦12⟧人"), ("本班\n⟦人⟧", "班⟦人⟧"), ("本⟦班\n人⟧12", "本⟦班人⟧12"), ("a\\\n⟦b⟧", "a\n⟦b⟧"),
    ("a  \r\n⟦b⟧", "a\n⟦b⟧"),
  ])
  func `a piece of text is found where it was typed`(marked: String, words: String) {
    #expect(found(marked, words) == marked)
  }

  @Test(arguments: [
    ("12. ⟦12⟧人", "⟦12⟧人"), ("[a]: /anywhere\n⟦a⟧", "⟦a⟧"), ("[a]:⟦b⟧ c\n\n[a]: /anywhere", "a:⟦b⟧"),
    ("> 1) - [x] ⟦x⟧y", "⟦x⟧y"), ("- 12\n\n  ⟦12⟧人", "⟦12⟧人"),
    ("# # ⟦#1⟧ #", "⟦#1⟧"), ("## ⟦#1⟧ {#a1}", "⟦#1⟧"), ("⟦12⟧\n---", "⟦12⟧"), ("12\n12) ⟦12⟧人", "12\n12) ⟦12⟧人"),
    ("> 甲\n> \\> ⟦12⟧", "> ⟦12⟧"), ("> 甲\n>     > ⟦12⟧", "> ⟦12⟧"), ("| 12 | ⟦12⟧人 |\n|-|-|", "⟦12⟧人"),
    ("| 12\\|⟦12⟧人 |\n|-|", "12|⟦12⟧人"), ("> | 12\\|**⟦12⟧**人 |\n> |-|", "12|⟦12⟧人"),
    ("| `12\\|` ⟦12⟧人 |\n|-|", "⟦12⟧人"),
    ("- | 甲 |\n  |-|\n  | [12](/anywhere)⟦12⟧ |", "12⟦12⟧"), (":::note\n12. ⟦12⟧人\n:::", "⟦12⟧人"),
    ("[a]: /anywhere\n  \"本班12人\"\n本班⟦12⟧人", "本班⟦12⟧人"), ("[a]:\n/b12 '12\n12'\n[b]: <c 12>\n(12)\n⟦12⟧人", "⟦12⟧人"),
    ("[a]: /anywhere\n\"⟦12⟧\" 13", "\"⟦12⟧\""), ("> [a]: /anywhere\n> (12\n> 12)\n> ⟦12⟧人", "⟦12⟧人"),
    ("[a]: /anywhere 12\n\"12\" ⟦12⟧人", "12\n\"12\" ⟦12⟧人"), ("[a](b (12⟦12⟧ [a](b (12) 13)", "(12⟦12⟧"),
    ("[a]: /anywhere\n \"12\"\n[ ] ⟦12⟧", "[ ] ⟦12⟧"), ("[a]: /b12\n[^1]⟦12⟧", "[^1]⟦12⟧"),
    ("[a]: /b12\n[⟦12⟧", "[⟦12⟧"),
    ("[a][12](/anywhere '12')⟦12⟧", "]12⟦12⟧"), ("[[a][b]](/anywhere)[⟦12⟧]", "][b][⟦12⟧"),
    ("甲<!-- 12 --><b>⟦12⟧", "<b>⟦12⟧"),
    ("- - 12. ⟦12⟧人", "⟦12⟧人"), ("　　⟦甲⟧", "⟦甲⟧"), ("\u{200B}甲⟦12⟧", "甲⟦12⟧"),
  ])
  func `what begins its line is passed over`(marked: String, words: String) {
    #expect(found(marked, words) == marked)
  }

  @Test(arguments: [
    ("  <div>⟦甲⟧</div>", "⟦甲⟧"), ("<pre>甲\n\n⟦12⟧</pre>\n乙", "甲\n⟦12⟧"), ("> <div>`⟦12⟧`\n> 甲</div>", "`⟦12⟧"),
    ("<div>&amp;a⟦a⟧</div>", "&amp;a⟦a⟧"),
    ("<div><!-- 12 -->⟦12⟧</div>", "⟦12⟧"),
    ("<div><u>⟦u⟧</u></div>", ">⟦u⟧"), (":::note[题⟦12⟧]\n12\n:::", "题⟦12⟧"), (":::note 题⟦12⟧\n12\n:::", "题⟦12⟧"),
    ("::note{a=12 b=\"甲⟦12⟧\"}", "甲⟦12⟧"), (":stat[12]{unit=甲⟦12⟧}", "甲⟦12⟧"), ("12![甲⟦12⟧](foto.png)", "甲⟦12⟧"),
    ("12![甲*[⟦12⟧]*](foto.png)", "甲[⟦12⟧"), ("12 ![b](foto.png \"甲⟦12⟧\")", "甲⟦12⟧"),
    ("12 [b](/anywhere\n'甲⟦12⟧')", "甲⟦12⟧"),
    ("![甲⟦12⟧][a]\n\n[a]: foto.png", "甲⟦12⟧"), ("![甲12](foto.png \"⟦13⟧\")", "⟦13⟧"),
    ("![甲12][a]\n\n[a]: foto.png\n 'a⟦13⟧'", "a⟦13⟧"), ("![甲12](<foto.png>\n(⟦13⟧))", "⟦13⟧"),
    ("![甲12](none.png)![甲⟦1*2⟧*](foto.png)", "甲⟦12⟧"), ("> 甲![\n> [乙]⟦丙⟧](foto.png '12')", "[乙]⟦丙⟧"),
    ("<!-- <12> --><⟦12⟧>", "<⟦12⟧>"), ("<u>12</u> <⟦12⟧", " <⟦12⟧"),
    ("![甲](foto.png)![甲![乙](foto.png)⟦丙⟧][a]\n\n[a]: foto.png", "甲乙⟦丙⟧"), ("![`]`⟦12⟧](foto.png)", "]⟦12⟧"),
    ("| ![甲⟦12⟧](foto.png) |\n|-|", "甲⟦12⟧"),
  ])
  func `text that stands in elements and attributes is found`(marked: String, words: String) {
    #expect(found(marked, words) == marked)
  }

  @Test func `what cannot be found has no place`() {
    let block = SourceSpan(0, 3)
    let places = TextPlaces(of: [0x61, 0x62, 0x63], as: .paragraph, at: block, in: Array("axc".utf8))
    #expect(places.span(of: 1..<2) == nil)
    #expect(places.span(of: 0..<3) == block)
    #expect(TextPlaces(of: [0x61], as: .paragraph, at: SourceSpan(0, 0), in: []).span(of: 0..<1) == nil)
  }
}
