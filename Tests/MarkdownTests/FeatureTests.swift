import Markdown
import Testing

@Suite struct FeatureTests {
  @Test func `every feature has one name`() throws {
    for (name, feature) in MarkdownFeatures.names { #expect(MarkdownFeatures(name: name) == feature) }
    #expect(Set(MarkdownFeatures.names.map(\.name)).count == MarkdownFeatures.names.count)
    #expect(MarkdownFeatures(name: "tabels") == nil)
  }
}
