import Diagnostics
import Markdown
import Testing

@Suite struct InputTests {
  @Test func `ill-formed UTF-8 is told at its offset and shown as question marks`() {
    let bytes = Array("甲".utf8) + [0xFF] + Array("乙**重：**点".utf8) + [0xE4, 0xB8]
    let output = MarkdownRenderer.render(bytes, path: "p.md", features: .all)
    #expect(output.diagnostics.map(\.code) == ["MD01"])
    #expect(output.diagnostics.first?.location?.span == SourceSpan(3, 4))
    #expect(output.text == "<p>甲?乙<strong>重：</strong>点??</p>\n")
  }

  @Test(arguments: [0xFDD0, 0xFDDF, 0xFDEF] as [UInt16])
  func `a noncharacter is told at its offset and never taken for a mark`(unit: UInt16) {
    let character = String(decoding: [unit], as: UTF16.self)
    let output = rendered("甲\(character)*乙*\(character)0\(character)")
    #expect(output.diagnostics.map(\.code) == ["MD02"])
    #expect(output.diagnostics.first?.location?.span == SourceSpan(3, 6))
    #expect(!output.text.contains(character))
  }

  @Test(arguments: [0xFFFE, 0xFFFF, 0x1FFFE, 0x2FFFF, 0xFFFFE, 0x10FFFF] as [UInt32])
  func `the last two of a plane are noncharacters`(value: UInt32) throws {
    let scalar = try #require(Unicode.Scalar(value))
    let output = rendered("甲\(scalar)乙\(scalar)")
    #expect(output.diagnostics.map(\.code) == ["MD02"])
    #expect(output.diagnostics.first?.location?.span == SourceSpan(3, value > 0xFFFF ? 7 : 6))
  }

  @Test func `neighbours of the noncharacters are allowed`() {
    #expect(rendered("\u{FDCF}\u{FDF0}\u{FB50}，").diagnostics.isEmpty)
    #expect(
      rendered("\u{FFFD}\u{FFEF}\u{FFBF}\u{EFFF}\u{1FFBF}\u{1FFFD}\u{1EFFF}\u{20000}\u{2FFBE}").diagnostics.isEmpty)
  }

  @Test func `NUL becomes the replacement character`() {
    #expect(rendered("a\0b").text == "<p>a\u{FFFD}b</p>\n")
    #expect(rendered("**重\0：**点").text == "<p><strong>重\u{FFFD}：</strong>点</p>\n")
  }

  @Test func `a byte order mark at the start is no text`() {
    #expect(rendered("\u{FEFF}# 甲\n\n| a |\n|---|\n", .tables).text.hasPrefix("<h1>甲</h1>\n<table>"))
    #expect(rendered("\u{FEFF}| a |\n|---|\n").text.hasPrefix("<table>"))
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func `every kind of line end works`(end: String) {
    let text = [":::note", "| a | b |", "|---|---|", "| 1 | 2 |", ":::", "", "- [x] 甲", "**重：**点", ""]
      .joined(separator: end)
    let output = rendered(text, host: TestHost())
    #expect(output.diagnostics.isEmpty)
    #expect(output.text.contains("<td>1</td>"))
    #expect(output.text.contains("checked"))
    #expect(output.text.contains("<strong>重：</strong>"))
  }

  @Test func `the check alone can be asked`() {
    #expect(InputCheck.diagnostics(of: Array("a".utf8) + [0xEF, 0xB7, 0x90], path: "p").map(\.code) == ["MD02"])
    #expect(InputCheck.diagnostics(of: [0xC0, 0x80], path: "p").map(\.code) == ["MD01"])
  }

  @Test func `nothing is nothing`() {
    #expect(rendered("").text.isEmpty)
    #expect(rendered("\n\n").text.isEmpty)
    #expect(MarkdownRenderer.render([1, 2], body: 5..<9, path: "p", features: .all).html.isEmpty)
  }

  @Test func `a paragraph that goes on behind a line of quote signs loses no mark`() {
    let html = rendered("甲\n    > \n{{ a }} *乙：*丙\n").text
    #expect(html == "<p>甲\n&gt;\n{{ a }} <em>乙：</em>丙</p>\n")
  }

  @Test(arguments: [
    ("甲\u{1}乙\u{B}", "MD32 \u{1}"), ("甲\0乙", "MD32 \0"), ("甲\u{7F}", "MD32 \u{7F}"), ("甲\u{85}", "MD32 \u{85}"),
    ("甲\t乙\u{C}\r\n\u{A0}", ""),
    ("```\n\u{1B}[0m\n```", "MD32 \u{1B}"),
  ])
  func `control characters are reported`(text: String, problems: String) {
    let output = rendered(text, .portal)
    #expect(output.problems(in: text).joined(separator: " ") == problems)
    #expect(rendered(text, .plain).diagnostics.isEmpty)
  }
}
