import Foundation
import Markdown
import Testing

/// Emphasis and line breaks of Chinese text together, and with tables, figures, directives and links: `Fixtures/`.
@Suite struct EmphasisAndBreakTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var text: String
    var html: String

    var testDescription: String { name }
  }

  static let cases: [Case] = {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "Fixtures/emphasis-and-breaks.txt")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return text.components(separatedBy: "\n=== ").dropFirst().compactMap { block in
      let parts = block.components(separatedBy: "\n---\n")
      guard parts.count == 2, let lineEnd = parts[0].firstIndex(of: "\n") else { return nil }
      return Case(
        name: String(parts[0][..<lineEnd]),
        text: parts[0][parts[0].index(after: lineEnd)...].replacing("␠", with: " ") + "\n",
        html: parts[1].hasSuffix("\n") ? parts[1] : parts[1] + "\n")
    }
  }()

  @Test(arguments: [
    ("甲<!-- 注 -->\n乙", "甲乙"), ("甲 <!-- 注 -->\n乙", "甲乙"), ("甲 <!-- 注 --> <!-- 注 -->\n乙", "甲乙"),
    ("甲\n     <!-- 注 -->乙", "甲乙"), ("甲\n     <!-- 注 --> 乙", "甲乙"), ("甲 <!-- 注 --> \n乙", "甲乙"),
    ("甲<!-- 注 -->。\n乙", "甲。乙"), ("a <!-- 注 -->\nb", "a\nb"), ("甲<!-- 注\n注 -->\n乙", "甲乙"),
    ("**甲**<!-- 注 -->\n乙", "<strong>甲</strong>乙"),
    ("甲`b`<!-- 注 -->\n乙", "甲<code>b</code>\n乙"), ("甲 <!-- 注 --> 乙", "甲  乙"), ("甲<!-- 注 -->  \n乙", "甲<br />\n乙"),
  ])
  func `a comment that is not shown does not stand between a line's end and its text`(text: String, html: String) {
    #expect(rendered(text, .portal).text == "<p>\(html)</p>\n")
  }

  @Test func `a comment that is written keeps no blank between lines`() {
    #expect(rendered("甲<!-- 注 -->\n乙", .all).text == "<p>甲<!-- 注 -->乙</p>\n")
  }

  @Test func `there are sixty at least, each with a name of its own`() {
    #expect(Self.cases.count >= 60)
    #expect(Set(Self.cases.map(\.name)).count == Self.cases.count)
  }

  @Test(arguments: cases)
  func `emphasis and breaks are as the rules say`(own: Case) {
    #expect(rendered(own.text, .portal, host: TestHost()).text == own.html)
  }

  @Test(arguments: [MarkdownFeatures.strikethrough, .cjkEmphasis.union(.strikethrough), .all])
  func `an empty item in a quote in an item is one beside text that needs marks`(features: MarkdownFeatures) {
    let list = "<ul>\n<li></li>\n</ul>\n"
    #expect(
      rendered("* >*\n~a", features).text
        == "<ul>\n<li>\n<blockquote>\n\(list)</blockquote>\n</li>\n</ul>\n<p>~a</p>\n")
  }

  @Test(arguments: [MarkdownFeatures.footnotes, .cjkEmphasis])
  func `a sign of a quote that is deep in a lazy line is text to the run behind it`(features: MarkdownFeatures) {
    #expect(rendered("^_ *_;\n    >_[", features).text == "<p>^_ *<em>;\n&gt;</em>[</p>\n")
    #expect(
      rendered("> _ *_;\n>     >_[", features).text
        == "<blockquote>\n<p>_ *<em>;\n&gt;</em>[</p>\n</blockquote>\n")
    #expect(rendered("^_ *_;\n\t>_[", features).text == "<p>^_ *<em>;\n&gt;</em>[</p>\n")
  }

  @Test func `what looks like a tag ends with the paragraph`() {
    #expect(
      rendered("*~<i b=\"*\n\n\">", .strikethrough).text
        == "<p><em>~&lt;i b=&quot;</em></p>\n<p>&quot;&gt;</p>\n")
  }
}
