import Files
import PortalTestSupport
import Testing

/// `report`, with small portals in memory.
@Suite struct ReportCommandTests {
  private static let sessions = "content/years/2026/projects/yuancheng/sessions.csv"
  private static let classes = "content/years/2026/projects/yuancheng/classes.csv"
  private static let course = "content/packs/danyuan/k1.md"

  private static func run(_ portal: OneFilePortal, _ words: String...) -> ToolRun {
    ToolRun(["report"] + words + ["--root", "/"], files: portal.inMemory())
  }

  /// The rows of a report as CSV, without the header.
  private static func rows(_ portal: OneFilePortal, _ name: String, _ words: String...) -> [String] {
    let run = ToolRun(["report", name, "--format=csv", "--root", "/"] + words, files: portal.inMemory())
    return run.output.split(separator: "\r\n").dropFirst().map(String.init)
  }

  @Test func `what is open comes by owner and day, what nobody has said last`() throws {
    let portal = try SmallPortal.content
      .edited(
        Self.course, "title: 第一课",
        "pending:\n  - {what: 教室, owner: 教务处, by: 2026-10-09}\n  - {what: 主讲, owner: 教务处, by: 2026-09-20}\ntitle: 第一课"
      )
      .edited(Self.sessions, "s4,集中研修,集中研修,2026-09-28,2026-09-30,,,,,,,已定", "s4,交作业,截止,2026-09-28,,,,,,,,暂定")
      .edited(
        "content/years/2026/projects.csv", "线上研修,2026-08-15..2026-09-30,线上",
        "线上研修,2026-08-15..2026-09-30,待定（培训办，2026-09-19）"
      )
      .edited("content/years/2026/projects.csv", "集中培训,2026-08,小城", "集中培训,2026-08,")
      .edited("content/years/2026/projects/yuancheng/phases.yml", "start: 2026-08-22, end: 2026-09-04, ", "")
    #expect(
      Self.rows(portal, "pending") == [
        "培训办,2026-09-19,1,培训地点,content/years/2026/projects.csv:4",
        "教务处,2026-09-20,2,主讲,\(Self.course):4",
        "教务处,2026-10-09,21,教室,\(Self.course):3",
        ",2026-08-15,-34,阶段“远程培训 备课”：没有日期,content/years/2026/projects/yuancheng/phases.yml:3",
        ",2026-09-22,4,场次“第1次答疑”：没有地点,\(Self.sessions):2",
        ",2026-09-23,5,场次“讲座”：没有地点,\(Self.sessions):3",
        ",2026-09-23,5,场次“另一场讲座”：没有地点,\(Self.sessions):4",
        ",2026-09-28,10,场次“交作业”：时间还是暂定,\(Self.sessions):5",
      ])
    // The day counts: what is over needs no place, and the project that is to come does.
    let august = Self.rows(portal, "pending", "--as-of=2026-07-01")
    #expect(august.contains(",2026-08-01,31,项目“新教师培训”：没有地点,content/years/2026/projects.csv:3"))
    #expect(Self.rows(portal, "pending", "--as-of=2026-12-01").allSatisfy { !$0.hasPrefix(",") })
  }

  @Test func `hours are compared course by course and as they add up`() throws {
    let whole = Self.rows(SmallPortal.content, "hours")
    #expect(whole.count == 7 && whole.filter { $0.hasSuffix("相符") }.count == 4, "\(whole)")
    let portal = try SmallPortal.content
      .edited("content/years/2026/projects/yuancheng/index.md", "class_hours: 4", "class_hours: 5")
    #expect(Self.rows(portal, "hours").contains("项目,远程培训,,,180,225,4,,,少 45 分钟"), "\(Self.rows(portal, "hours"))")
    let tier = try SmallPortal.content.edited("content/years/2026/tiers.yml", "credits: 3", "credits: 30")
    #expect(Self.rows(tier, "hours").last?.hasSuffix("学分") ?? false)
  }

  @Test func `classes come with their sums`() throws {
    let portal = try SmallPortal.content.edited(Self.classes, "辅导教师,人数", "辅导教师,人数,破例")
      .edited(Self.classes, "t1,90", "t1,90,").edited(
        Self.classes, "t2,60", "t1,60,\"{reason: 学校远, approved_by: 教育局}\"")
    #expect(
      Self.rows(portal, "staffing") == [
        "班级,远程培训,中学数学1班,1,90,,100,贺明岚,2,2,,,", "班级,远程培训,中学数学2班,1,60,,100,贺明岚,2,0,,,学校远；教育局",
        "学科班,远程培训,中学数学,2,150,150,,,,2,,,", "区县,远程培训,临江县,2,150,,,,,2,,,",
        "项目,远程培训,远程培训,2,150,150,,,,2,2,75,",
      ])
  }

  @Test func `a table is aligned, and leaves out columns without anything in them`() throws {
    let run = Self.run(SmallPortal.content, "staffing")
    #expect(run.status == 0 && run.errors.isEmpty)
    let lines = run.output.split(separator: "\n").map(String.init)
    #expect(lines[0] == "类别    项目      名称         班数  人数  报名人数  每班最多  辅导教师  带班数  小组数  专家数  每名专家人数")
    #expect(lines[1] == "班级    远程培训  中学数学1班     1    90                 100  贺明岚         1       2")
    #expect(
      Self.run(OneFilePortal("--- content/site.yml ---\n").adding(Self.settingsOnly), "staffing").output == "（没有）\n")
    #expect(Self.run(SmallPortal.content, "staffing", "--lang=en").output.hasPrefix("kind     project"))
  }

  private static let settingsOnly: OneFilePortal = {
    var portal = SmallPortal.content
    for path in portal.files.keys
    where !path.hasSuffix("site.yml") && !path.contains("/org/") && !path.hasSuffix("plan.md") {
      portal.files[path] = nil
    }
    return portal
  }()

  @Test func `programs get numbers as numbers, and no empty values`() throws {
    let run = Self.run(SmallPortal.content, "staffing", "--format=json")
    #expect(
      run.output.hasPrefix(
        "[\n  {\n    \"kind\": \"班级\",\n    \"project\": \"远程培训\",\n    \"name\": \"中学数学1班\",\n    \"classes\": 1,"))
    #expect(!run.output.contains("null") && !run.output.contains("\"waiver\""))
  }

  @Test func `errors elsewhere do not keep the report back`() throws {
    let portal = try SmallPortal.content.edited(Self.course, "title: 第一课", "titel: 第一课")
    let run = Self.run(portal, "pending")
    #expect(run.status == 1 && run.output.contains("第1次答疑") && run.errors.contains("处错误"))
    #expect(Self.run(portal, "pending", "--quiet").errors.isEmpty)
    var empty = SmallPortal.content
    empty.files["content/site.yml"] = nil
    let without = Self.run(empty, "pending")
    #expect(without.status == 1 && without.output.isEmpty && !without.errors.isEmpty)
    #expect(Self.run(SmallPortal.content, "other").status == 2)
  }
}
