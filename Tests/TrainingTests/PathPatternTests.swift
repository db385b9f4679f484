import Testing
import Training

@Suite struct PathPatternTests {
  private func match(_ pattern: String, _ path: String) -> String? {
    PathPattern(pattern).match(PathPattern.pieces(of: path))?.map { "\($0.name)=\($0.text)" }.joined(separator: " ")
  }

  @Test(arguments: [
    ("site.yml", "site.yml", ""), ("site.yml", "site.yaml", nil),
    ("calendar/{year}.yml", "calendar/2026.yml", "year=2026"),
    ("packs/{pack}/{id}.md", "packs/danyuan/k-1.md", "pack=danyuan id=k-1"),
    ("packs/{pack}/{id}.md", "packs/k1.md", nil),
    ("packs/{id}/index.md", "packs/danyuan/index.md", "id=danyuan"), ("packs/{pack}/{id}.md", "packs/a/b/c.md", nil),
    ("notices/{id}.md", "notices/.md", nil), ("notices/{id}.md", "notices/a.csv", nil), ("{a}", "", nil),
    ("notices/{id}.md", "notices/中文.md", "id=中文"), ("x-{a}-y", "x-1-y", "a=1"), ("x-{a}-y", "x--y", nil),
    ("x-{a}-y", "x-y", nil), ("a/{b}", "A/b", nil), ("{a}.md", "md", nil), ("a/{b}", "a/b/", "b=b"),
  ])
  func `names stand for one or more characters of a part`(pattern: String, path: String, names: String?) {
    #expect(match(pattern, path) == names)
  }
}
