import Diagnostics
import PortalTestSupport
import Testing

/// A file that is in the wrong place, or lacks its head, or holds two versions: one message, which says what was meant.
@Suite struct WholeFileTests {
  private static let project = "content/years/2026/projects/yuancheng/"

  @Test(arguments: [
    (project + "tutors.csv", project + "tutor.csv", "是不是 \(project)tutors.csv？"),
    (project + "tutors.csv", project + "Tutors.csv", "是不是 \(project)tutors.csv？"),
    (project + "tutors.csv", project + "辅导教师.csv", "是不是 \(project)tutors.csv？"),
    (project + "tutors.csv", project + "tutors.xlsx", "在 Excel 里“另存为”CSV UTF-8，存为 \(project)tutors.csv"),
    (
      project + "tutors.csv", "content/years/2026/tutors.csv", "是不是 content/years/{plan}/projects/{project}/tutors.csv？"
    ),
    (project + "newsletters/c1/02.md", project + "newsletters/c1/02.txt", "是不是 \(project)newsletters/c1/02.md？"),
    (project + "newsletters/c1/02.md", project + "newsletter/c1/02.md", "是不是 \(project)newsletters/c1/02.md？"),
    (project + "tutors.csv", project + "tutors (1).csv", "是不是 \(project)tutors.csv？"),
    (project + "tutors.csv", project + "tutors - 副本.csv", "是不是 \(project)tutors.csv？"),
    (project + "newsletters/c1/02.md", project + "newsletters/c1/02.md.txt", "是不是 \(project)newsletters/c1/02.md？"),
    (project + "newsletters/c1/02.md", project + "newsletters/c1/02.MD", "是不是 \(project)newsletters/c1/02.md？"),
    ("content/people/experts.csv", "content/people/expert.csv", "是不是 content/people/experts.csv？"),
    ("content/schemes/xueyuan.yml", "content/schemes/xueyuan.yaml", "是不是 content/schemes/xueyuan.yml？"),
  ])
  func `what was meant is named, and what refers to it is not called wrong`(
    path: String, other: String, repair: String
  ) {
    var portal = SmallPortal.content
    portal[other] = portal[path]
    portal[path] = nil
    let run = ModelRun(portal)
    #expect(run.places == ["FL07 \(other)"])
    #expect(run.diagnostics.first?.repair?.zh == repair)
  }

  @Test(arguments: [project + "tutors.csv", "content/packs/danyuan/k1.md", "content/site.yml"])
  func `a file with two versions in it is told once`(path: String) throws {
    var portal = SmallPortal.content
    let text = try #require(portal[path])
    let line = text.split(separator: "\n")[2]
    portal[path] = text.replacing(line, with: "<<<<<<< HEAD\n\(line)\n=======\n\(line)!\n>>>>>>> other")
    #expect(ModelRun(portal).places == ["FL09 " + (try portal.label(path, "⟦<<<<<<<⟧ HEAD"))])
  }

  @Test func `a text without its head is told once, blank lines before the head are nothing`() throws {
    let path = "content/packs/danyuan/k2.md"
    var portal = SmallPortal.content
    portal[path] = "# 第二课\n\n正文。\n"
    #expect(ModelRun(portal).places == ["RF06 \(path):1:1"])
    portal[path] = "\n \n" + (SmallPortal.content[path] ?? "")
    #expect(ModelRun(portal).places == [])
  }

  @Test func `a name with nothing behind it is told there`() throws {
    let path = "content/packs/danyuan/k2.md"
    let portal = try SmallPortal.content.edited(path, "minutes: 90", "minutes:")
    #expect(ModelRun(portal).places == ["RF06 " + (try portal.label(path, "⟦minutes⟧:\n"))])
  }

  @Test(arguments: ["content/notes.txt", "content/packs/danyuan/bild.png", "content/x/y/z/w.md"])
  func `what is near to nothing is told where attachments go`(path: String) {
    let run = ModelRun(SmallPortal.content.adding(OneFilePortal("--- \(path) ---\nx\n")))
    #expect(run.places == ["FL07 \(path)"])
    #expect(run.diagnostics.first?.repair?.zh.contains("files/") == true)
  }
}
