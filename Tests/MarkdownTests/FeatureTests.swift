import Markdown
import Testing

@Suite struct FeatureTests {
  @Test func `every feature has one name`() throws {
    for (name, feature) in MarkdownFeatures.names { #expect(MarkdownFeatures(name: name) == feature) }
    #expect(Set(MarkdownFeatures.names.map(\.name)).count == MarkdownFeatures.names.count)
    #expect(MarkdownFeatures(name: "tabels") == nil)
  }

  @Test(arguments: [
    ("9:00~10:00，14:00~15:00", "<p>9:00~10:00，14:00~15:00</p>\n"), ("~甲~", "<p>~甲~</p>\n"),
    ("~~甲~~乙", "<p><del>甲</del>乙</p>\n"), ("9:00~10:00，~~14:00~15:00~~", "<p>9:00~10:00，<del>14:00~15:00</del></p>\n"),
    ("甲~~~乙~~~丙", "<p>甲~~~乙~~~丙</p>\n"),
  ])
  func `struck text takes two tildes in a portal`(text: String, html: String) {
    #expect(rendered(text, .portal).text == html)
  }
}
