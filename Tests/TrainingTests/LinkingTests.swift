import Diagnostics
import Expressions
import PortalTestSupport
import Testing
import Training
import Values

/// From files to linked records, and what is said when they do not fit.
@Suite struct LinkingTests {
  private static let classes = "content/years/2026/projects/yuancheng/classes.csv"
  private static let course = "content/packs/danyuan/k2.md"

  private func places(_ path: String, _ old: String, _ new: String) throws -> [String] {
    ModelRun(try SmallPortal.content.edited(path, old, new)).places
  }

  @Test func `the small portal is in order`() {
    let run = ModelRun(SmallPortal.content)
    #expect(run.places == [])
    #expect(run.model.incompleteKinds == [])
  }

  @Test func `ids become references and reverse references`() throws {
    let model = ModelRun(SmallPortal.content).model
    let first = try #require(model.courses["k1"])
    let second = try #require(model.courses["k2"])
    #expect(second.prerequisites.first?.record(in: model)?.id == first.id)
    #expect(first.lecturers.first?.record(in: model)?.name == "沈知远")
    #expect(first.pack.record(in: model)?.title == "单元备课")
    let stream = try #require(model.streams["zx"])
    #expect(model.classesByStream[stream.origin.index].map { model.classes.records[$0].id.text } == ["c1", "c2"])
    let record = try #require(model.classes["c1"])
    #expect(model.newslettersByClass[record.origin.index].map { model.newsletters.records[$0].no } == [2, 1])
    #expect(model.newsletters["c1/02"]?.classReference.record(in: model)?.id == record.id)
    #expect(model.sessions["s3"]?.experts.map(\.id) == ["e01", "e02"])
  }

  @Test func `an order names dated things of four kinds`() throws {
    let path = "content/years/2026/milestones.csv"
    let whole = "id,时间,事项\nm1,2026-03,春季研修\nm2,2026-11,抽测"
    let row = "id,时间,事项,须早于\nm1,2026-03,春季研修,project:yuancheng、phase:p1；session：s4；milestone:m2\nm2,2026-11,抽测,"
    let model = ModelRun(
      try SmallPortal.content.edited(path, whole, row)
    ).model
    let items = try #require(model.milestones["m1"]).before.compactMap { $0.item(in: model) }
    #expect(items.map(\.title) == ["远程培训", "通识", "集中研修", "抽测"])
    #expect(items.map(\.when) == ["8月15日—9月30日", "8月15日—21日", "9月28日—30日", "11月"])
    #expect(
      items.map { $0.begins.map { "\($0.lowerBound) \($0.upperBound)" } ?? "" } == [
        "2026-08-15 2026-08-15", "2026-08-15 2026-08-15", "2026-09-28 2026-09-28", "2026-11-01 2026-11-30",
      ])
    #expect(try places(path, whole, row.replacing("：s4", with: "：s9")).count == 1)
  }

  @Test func `pairs are counted and never handed on`() throws {
    var portal = SmallPortal.content
    portal["content/years/2026/projects/yuancheng/pairs.csv"] = "id,师傅,徒弟,内容\nd1,s1,x1,班级管理\nd2,s1,x2,\n"
    let run = ModelRun(portal)
    #expect(run.places == [])
    let model = run.model
    let project = try #require(model.projects["yuancheng"])
    #expect(model.pairsByProject[project.origin.index].count == 2)
    let kind = try #require(allRecordKinds.first { $0.name == "pair" })
    #expect(kind.export(model).isEmpty)
    #expect(Pair.table.recordType.attributes.map(\.name) == ["id", "plan", "project", "pending"])
  }

  @Test func `a project is a row and a document`() throws {
    let project = try #require(ModelRun(SmallPortal.content).model.projects["yuancheng"])
    #expect(project.heads.number == 150)
    #expect(project.classHours?.number.description == "4")
    #expect(project.location(of: "heads").path == "content/years/2026/projects.csv")
    #expect(project.location(of: "class_hours").path == "content/years/2026/projects/yuancheng/index.md")
  }

  @Test func `a field stands in the row or in the document`() throws {
    let document = "content/years/2026/projects/yuancheng/index.md"
    #expect(try places(document, "summary: 远程培训。", "summary: 远程培训。\nplace: 小城") == ["RF09 \(document):3:8"])
  }

  @Test func `what the path says is not written again`() throws {
    #expect(try places(Self.course, "title: 第二课", "title: 第二课\npack: danyuan") == ["RF09 \(Self.course):3:1"])
  }

  @Test func `both names of a field are one field`() throws {
    #expect(try places(Self.course, "title: 第二课", "标题: 第二课") == [])
    #expect(try places(Self.course, "title: 第二课", "title: 第二课\n标题: 又一课") == ["RF09 \(Self.course):3:1"])
  }

  @Test func `for a name where an id belongs, the message has the id`() throws {
    let run = ModelRun(try SmallPortal.content.edited(Self.classes, "数学1班,t1,90", "数学1班,贺明岚,90"))
    #expect(run.places == ["RF02 \(Self.classes):2:25"])
    #expect(run.diagnostics.first?.repair?.en == "write the id; \"贺明岚\" is the name of t1")
  }

  @Test func `a dangling id is told at its place, with the nearest one`() throws {
    let run = ModelRun(try SmallPortal.content.edited(Self.course, "[k1]", "[k1, k7]"))
    #expect(run.places == ["RF02 \(Self.course):9:21"])
    #expect(run.diagnostics.first?.repair?.en == "did you mean \"k1\"?")
  }

  @Test func `an id used twice is told once, and nothing of what it upsets`() throws {
    let run = ModelRun(try SmallPortal.content.edited(Self.classes, "\nc2,", "\nc1,"))
    #expect(run.places == ["RF01 \(Self.classes):3:1"])
    #expect(run.diagnostics.first?.notes.count == 1)
    #expect(run.model.incompleteKinds == ["class"])
  }

  @Test func `an id that cannot be one is told once`() throws {
    #expect(try places(Self.classes, "\nc1,", "\nC1,") == ["RF08 \(Self.classes):2:1"])
  }

  @Test func `a folder without its record is told once for all files in it`() {
    var portal = SmallPortal.content
    portal["content/packs/danyuan/index.md"] = nil
    // For the first file of the folder, and where the project names the pack.
    #expect(
      ModelRun(portal).places == [
        "RF02 content/packs/danyuan/k1.md:1:1", "RF02 content/years/2026/projects/yuancheng/index.md:3:9",
      ])
  }

  @Test func `what refers to an unreadable file is not called dangling`() throws {
    let tutors = "content/years/2026/projects/yuancheng/tutors.csv"
    #expect(try places(tutors, "t2,卞文卿,", "t2,卞文卿,是,") == ["CV08 \(tutors):3:10"])
    let first = "content/packs/danyuan/k1.md"
    #expect(try places(first, "title: 第一课", "title: \"第一课") == ["YA21 \(first):2:8"])
  }

  @Test func `a table may use either name of a column, in any order`() throws {
    #expect(try places(Self.classes, "id,学科班,区县,班号,", "id,stream,区县,no,") == [])
    #expect(
      try places("content/people/experts.csv", "id,姓名,单位,学科,层级\ne01,沈知远,", "姓名,id,单位,学科,层级\n沈知远,e01,")
        == ["RF08 content/people/experts.csv:3:5"])
  }

  @Test func `a table without a required column is told once`() throws {
    #expect(
      try places(
        Self.classes, "区县,班号,班级名称,辅导教师,人数\nc1,zx,linjiang,1,中学数学1班,t1,90\nc2,zx,linjiang,2,中学数学2班,t2,60",
        "区县,班级名称,辅导教师,人数\nc1,zx,linjiang,中学数学1班,t1,90\nc2,zx,linjiang,中学数学2班,t2,60") == [
          "RF06 \(Self.classes):1:1"
        ])
  }

  @Test func `a column with a wrong name is told once and not missing as well`() throws {
    #expect(try places(Self.classes, "班级名称", "班级名") == ["RF07 \(Self.classes):1:14"])
  }

  @Test func `a value of another form is told at its place`() throws {
    #expect(try places(Self.classes, "中学数学1班,t1,90", "中学数学1班,t1,九十") == ["RF08 \(Self.classes):2:28"])
    #expect(try places(Self.course, "mode: 线上", "mode: 线尚") == ["RF08 \(Self.course):6:7"])
    #expect(try places(Self.course, "title: 第二课", "title: [第二课]") == ["RF08 \(Self.course):2:8"])
  }

  @Test func `a list in a cell is cut at the enumeration comma, each part at its own place`() throws {
    let sessions = "content/years/2026/projects/yuancheng/sessions.csv"
    #expect(try places(sessions, "e01、e02", "e01、e09") == ["RF02 \(sessions):4:46"])
    // No id holds a comma or a semicolon: people write them between ids.
    for between in ["，", "；", "; ", " 、 "] { #expect(try places(sessions, "e01、e02", "e01\(between)e02") == []) }
    #expect(try places(sessions, "e01、e02", "\"e01, e02\"") == [])
    #expect(try places(sessions, "e01、e02", "e01； e09") == ["RF02 \(sessions):4:47"])
  }

  @Test func `a file without a place is told`() {
    var portal = SmallPortal.content
    portal["content/org/notes.txt"] = "…"
    #expect(ModelRun(portal).places == ["FL07 content/org/notes.txt"])
  }
}
