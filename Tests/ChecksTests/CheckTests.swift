import Checks
import Diagnostics
import PortalTestSupport
import Testing
import Training

/// Each rule: edits of the small portal that trigger it, and others beside them that do not.
@Suite struct CheckTests {
  private func portal(_ edits: [CheckCase.Edit]) throws -> OneFilePortal {
    var portal = SmallPortal.content
    for edit in edits { try portal.edit(edit.path, edit.old, edit.new) }
    return portal
  }

  @Test(arguments: allCases)
  func `a rule speaks when it is broken and only then`(own: CheckCase) throws {
    let broken = try portal(own.trigger)
    let message = "\(own.code) " + (try broken.label(own.place.path, own.place.text))
    let run = ModelRun(broken)
    #expect(run.places == [message])
    #expect(run.diagnostics.allSatisfy { $0.repair != nil }, "what should be written instead?")
    let nearPlaces = ModelRun(try portal(own.nearMiss)).places
    #expect(nearPlaces == [])
  }

  @Test func `every code of every rule has a case`() {
    // Archived years, results and samples have their own tests. A portal's own rules and what is unique in declared collections are tried in `TrainingTests`, some others with the contradictions.
    let tried = Set(allCases.map(\.code)).union(RuleCode.allCases.map(\.rawValue)).union([
      "NL04", "CL07", "CL11", "CO01", "RF05", "AY01", "AY02", "AY03", "SC03", "SC04",
      "SC05", "WT07", "SC06", "SC07",
    ])
    for code in allChecks.flatMap(\.codes) { #expect(tried.contains(code.text), "\(code)") }
  }

  @Test func `rules say what they demand in both languages`() {
    for check in allChecks {
      #expect(!check.codes.isEmpty)
      #expect(!check.rule.zh.isEmpty && !check.rule.en.isEmpty && check.rule.zh != check.rule.en)
    }
  }

  /// Each edit makes something unreadable; what sums and counts would then say is not said.
  @Test(arguments: [
    CheckCase("RF02", [(File.first, "phase: p1", "phase: p9")], at: (File.first, "phase: ⟦p9⟧")),
    CheckCase("RF02", [(File.credit, "module: beike", "module: beiko")], at: (File.credit, "module: ⟦beiko⟧")),
    CheckCase("YA21", [(File.credit, "title: 大概念", "title: \"大概念")], at: (File.credit, "title: ⟦\"大概念⟧")),
    CheckCase("RF02", [(File.tiers, "[beike]", "[beiko]")], at: (File.tiers, "[⟦beiko⟧]")),
    CheckCase("CV08", [(File.groups, "g2,c1,二组,45", "g2,c1,二,组,45")], at: (File.groups, "二,组,45,⟦临江县第一中学⟧")),
    CheckCase("RF02", [(File.groups, "g2,c1,", "g2,c7,")], at: (File.groups, "g2,⟦c7⟧,")),
    CheckCase("RF02", [(File.classes, "c2,zx,", "c2,zy,")], at: (File.classes, "c2,⟦zy⟧,")),
    CheckCase("RF08", [(File.classes, "t1,90", "t1,九十")], at: (File.classes, "t1,⟦九十⟧")),
    CheckCase("YA21", [(File.newsletter, "title: 第一期", "title: '第一期")], at: (File.newsletter, "title: ⟦'第一期⟧")),
    CheckCase("YA21", [(File.phases, "name: 通识", "name: '通识")], at: (File.phases, "name: ⟦'通识⟧")),
    CheckCase("RF08", [(File.scheme, "points: 60\n", "points: 六十\n")], at: (File.scheme, "points: ⟦六十⟧")),
    CheckCase("DT01", [(File.sessions, "2026-09-22,,", "2026-09-31,,")], at: (File.sessions, ",⟦2026-09-31⟧,")),
    CheckCase("CV08", [(File.rows, "2,于娟,", "2,于娟,女,")], at: (File.rows, "女,⟦临江县第二中学⟧")),
  ])
  func `rules wait until what they count could be read`(own: CheckCase) throws {
    let broken = try portal(own.trigger)
    let message = "\(own.code) " + (try broken.label(own.place.path, own.place.text))
    let places = ModelRun(broken).places
    #expect(places == [message])
  }

  @Test func `an area with classes has one manager where managers are listed`() throws {
    var portal = SmallPortal.content
    let file = "content/years/2026/projects/yuancheng/managers.csv"
    let head = "id,姓名,单位,区县\n"
    portal[file] = head + "m1,祁云舟,临江县教师进修学校,linjiang\n"
    #expect(ModelRun(portal).places == [])
    portal[file] = head + "m1,祁云舟,临江县教师进修学校,linjiang\nm2,易怀瑾,临江县教师进修学校,linjiang\n"
    #expect(ModelRun(portal).places == ["CL11 " + (try portal.label(file, "易怀瑾,临江县教师进修学校,⟦linjiang⟧"))])
    portal[file] = head + "m2,易怀瑾,白鹭市教师进修学校,bailu\n"
    #expect(ModelRun(portal).places == ["CL11 " + (try portal.label(File.classes, "c1,zx,⟦linjiang⟧"))])
    portal[file] = head
    #expect(ModelRun(portal).places == ["CL11 " + (try portal.label(File.classes, "c1,zx,⟦linjiang⟧"))])
    portal[file] = head + "m2,易怀瑾,白鹭市教师进修学校,bailou\n"
    #expect(ModelRun(portal).places == ["RF02 " + (try portal.label(file, "⟦bailou⟧"))])
  }

  @Test(arguments: [
    ("d2,s2,x1,2026-09-01,\n", "CL07", "s2,⟦x1⟧"), ("d2,s2,x1,2026-09-02,\n", "", ""),
    ("d2,x2,x2,,\n", "CL07", "x2,⟦x2⟧"),
    ("d2,s1,x2,,\n", "", ""), ("d2,s2,x2,2026-09-02,2026-10-01\n", "DT02", "09-02,⟦2026-10-01⟧"),
    ("d2,s2,x2,2026-09-02,2026-09-01\n", "DT01", "09-02,⟦2026-09-01⟧"), ("d2,沈知远,x2,,\n", "RF08", "d2,⟦沈知远⟧"),
  ])
  func `an apprentice has one master at a time, by number`(row: String, code: String, place: String) throws {
    var portal = SmallPortal.content
    let file = "content/years/2026/projects/yuancheng/pairs.csv"
    portal[file] = "id,师傅,徒弟,起,止\nd1,s1,x1,2026-08-15,2026-09-01\n" + row
    let expected = code.isEmpty ? [] : ["\(code) " + (try portal.label(file, place))]
    #expect(ModelRun(portal).places == expected)
  }

  @Test(arguments: [("2025-03", true), ("2025-11", false), ("2024-11", true), ("2028-01", true)])
  func `what is prepared in the autumn before is a warning, another year an error`(month: String, isError: Bool) throws
  {
    let run = ModelRun(try SmallPortal.content.edited(File.milestones, "m1,2026-03", "m1," + month))
    // What comes after the next milestone stands out of order besides.
    #expect(run.diagnostics.map(\.code.text).filter { $0 != "DT12" } == ["DT02"])
    #expect(run.diagnostics.hasErrors == isError)
  }

  @Test(arguments: [("4月底", "2026-04-28", true), ("4月底", "2026-04-18", false), ("4月底前", "2026-04-10", true)])
  func `what is planned for the end of a month may take place on one of its last days`(
    planned: String, actual: String, isAsPlanned: Bool
  ) throws {
    let portal = try SmallPortal.content.edited(File.projects, "集中培训,2026-04,", "集中培训,\(planned),")
      .edited("content/years/2026/projects/gugan-peixun/index.md", "summary:", "actual: \(actual)\nsummary:")
    #expect(ModelRun(portal).diagnostics.contains { $0.code == "DT07" } != isAsPlanned)
  }

  @Test func `issues of a newsletter run on from the first`() throws {
    var portal = SmallPortal.content
    portal[File.newsletter] = nil
    let message = "NL04 " + (try portal.label(File.secondNewsletter, "title: ⟦第二期⟧"))
    let places = ModelRun(portal).places
    #expect(places == [message])
    portal[File.secondNewsletter] = nil
    #expect(ModelRun(portal).places == [])
  }

  /// What files are by their names, and what a line of `privacy.yml` says of them.
  @Test(arguments: [
    ("花名册.xlsx", "PV05"), ("花名册模板.xlsx", ""), ("皮质醇检测结果.xlsx", "PV07"), ("皮质醇检测方案.docx", ""), ("情绪日记.docx", "PV07"),
    ("情绪日记模板.docx", ""), ("学生语音样本.m4a", "PV07"), ("学生朗读录音.mp3", "PV09"), ("幼儿合影.jpg", "PV09"), ("学生作品评价表.png", ""),
    ("学生人数.png", ""), ("学生作品.svg", ""), ("huizhi.csv", ""),
  ])
  func `attachments are what their names say`(name: String, code: String) {
    var portal = SmallPortal.content
    portal["content/help/files/" + name] = "学校,人数\n"
    let place = "content/help/files/" + name
    #expect(ModelRun(portal).places.filter { $0.hasPrefix("PV") } == (code.isEmpty ? [] : [code + " " + place]))
    portal["content/privacy.yml"] = "releases:\n  - {value: help/files/\(name), reason: 监护人同意书，2026年5月，存园务室}\n"
    #expect(ModelRun(portal).places.filter { $0.hasPrefix("PV") } == [])
  }

  @Test(arguments: ["content/花名册.xlsx", "content/years/2026/projects/yuancheng/roster.csv", "content/people/成长档案.docx"])
  func `registers of persons have no place in the content`(path: String) {
    var portal = SmallPortal.content
    portal[path] = "学员编号,姓名\n"
    #expect(ModelRun(portal).places.filter { !$0.hasPrefix("CV") } == ["PV05 " + path])
  }
}
