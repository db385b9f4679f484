import PortalTestSupport
import Testing

/// RF05 by the glossary, in fields and in texts.
@Suite struct GlossaryTests {
  private static let glossary = OneFilePortal(
    """
    --- content/glossary.yml ---
    terms:
      - {word: 班级辅导教师, variants: [班级辅导员, 辅导教师]}
    """)

  private func places(_ path: String, _ old: String, _ new: String) throws -> (OneFilePortal, [String]) {
    var portal = SmallPortal.content.adding(Self.glossary)
    try portal.edit(path, old, new)
    return (portal, ModelRun(portal).places)
  }

  @Test func `a variant in a text is told at the word, the first of them with a count`() throws {
    let (portal, places) = try places(File.secondNewsletter, "见[上一期]", "问班级辅导员，也问辅导教师；班级辅导员会回答。见[上一期]")
    #expect(
      places
        == [
          "RF05 " + (try portal.label(File.secondNewsletter, "问⟦班级辅导员⟧，")),
          "RF05 " + (try portal.label(File.secondNewsletter, "也问⟦辅导教师⟧；")),
        ].sorted())
  }

  @Test func `a variant in a field is told at the field`() throws {
    let (portal, places) = try places(File.secondNewsletter, "summary: 第二期的摘要。", "summary: 班级辅导员的话。")
    #expect(places == ["RF05 " + (try portal.label(File.secondNewsletter, "summary: ⟦班级辅导员的话。⟧"))])
  }

  @Test(arguments: ["问班级辅导教师。", "班级辅导", "辅导，教师"])
  func `the word itself and its parts are no variants`(text: String) throws {
    #expect(try places(File.secondNewsletter, "见[上一期]", text + "见[上一期]").1 == [])
  }
}
