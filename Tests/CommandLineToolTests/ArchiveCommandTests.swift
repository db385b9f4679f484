import Files
import PortalTestSupport
import Testing

/// `archive`, with a small portal in memory.
@Suite struct ArchiveCommandTests {
  private static let plan = "content/years/2026/plan.md"
  private static let text = "content/years/2026/projects/yuancheng/newsletters/c1/02.md"

  @Test func `a year is archived, a change is an error until it is archived anew`() throws {
    let portal = try SmallPortal.whole.edited(Self.plan, "status: 印发", "status: 归档")
    let files = portal.inMemory()
    func run(_ words: String...) -> ToolRun { ToolRun(words + ["--root", "/"], files: files) }
    #expect(run("check").status == 1)
    let first = run("archive", "2026")
    #expect(first.status == 0 && first.output.contains("archive.csv"), "\(first.errors)")
    #expect(run("check").status == 0)
    #expect(run("build").status == 0)

    let edited = try portal.edited(Self.text, "见[上一期]", "请见[上一期]")
    try files.write(try #require(edited.files[Self.text]), to: "/" + Self.text)
    for words in [
      ["check", "--format", "json"], ["build", "--format", "json"], ["build", "--no-cache", "--format", "json"],
    ] {
      let said = try ToolRun(words + ["--root", "/"], files: files).messages().errors.map(\.place)
      #expect(said == ["AY02 " + Self.text], "\(words)")
    }
    let again = run("archive", "2026")
    #expect(again.status == 0 && again.output.contains(Self.text))
    #expect(run("build").status == 0)
  }

  @Test func `what cannot be archived is said, and nothing is written`() throws {
    let files = SmallPortal.whole.inMemory()
    func run(_ words: String...) -> ToolRun { ToolRun(words + ["--root", "/"], files: files) }
    #expect(run("archive", "2062").status == 2)
    #expect(run("archive", "2062").errors.contains("2026"))
    #expect(run("archive", "2026").status == 1)
    #expect(run("archive", "2026").errors.contains("AY05"))
    #expect(run("archive").status == 2)
    #expect(try files.kind(of: "/content/years/2026/archive.csv") == nil)
  }
}
