import Foundation
import PortalTestSupport
import TestSupport
import Testing

/// What editors ask (domain §5.2), each answered as an editor would find the answer: by a command, or on a page.
@Suite struct EditorQuestionTests {
  private static let year = "content/years/2026/"
  private static let yuancheng = year + "projects/yuancheng/"
  private static let projects = year + "projects.csv"
  private static let course = "content/packs/danyuan/k1.md"
  private static let scheme = "content/schemes/xueyuan.yml"
  private static let notice = "content/notices/2026-09-16-gongshi.md"
  /// The rows of its list, and the page that shows them.
  private static let rows = "content/notices/2026-09-16-gongshi.csv"
  private static let list = "notices/2026-09-16-gongshi/index.html"

  private func check(_ portal: OneFilePortal) -> ToolRun {
    ToolRun(["check", "--root", "/", "--format=json"], files: portal.inMemory())
  }

  /// Codes of warnings and errors.
  private func codes(_ portal: OneFilePortal) throws -> [String] {
    try check(portal).messages().filter { $0.severity != "note" }.map(\.code)
  }

  /// The pages of the portal with the shipped layouts, by their paths, blanks and tags taken out.
  private func pages(_ portal: OneFilePortal) throws -> [String: String] {
    let folder = try TemporaryFolder()
    let run = ToolRun(
      ["build", "--root", "/", "--quiet", "--output", folder.path("site")], files: portal.inMemory())
    #expect(run.status == 0, "\(run.output)")
    return try publishedFiles(in: folder.path("site")).mapValues { bytes in
      let html = String(decoding: bytes, as: UTF8.self)
      return html.replacing(/<[^>]*>/, with: "").replacing(/\s+/, with: " ")
    }
  }

  @Test func `E2: a project with classes is a row and a folder`() throws {
    var portal = try SmallPortal.shipped()
    portal[Self.projects]? += "jiaoyan,3,教研员培训,120,线上研修,2026-10,线上\n"
    let folder = Self.year + "projects/jiaoyan/"
    portal[folder + "index.md"] = "---\nsummary: 教研员的培训。\n---\n正文。\n"
    portal[folder + "streams.csv"] = "id,学段,学科,报名人数\njy,小学,语文,120\n"
    portal[folder + "tutors.csv"] = "id,姓名,单位\n" + (1...9).map { "jt\($0),卞若\($0),临江县第二中学\n" }.joined()
    portal[folder + "classes.csv"] =
      "id,学科班,区县,班号,班级名称,辅导教师,人数\njy1,jy,linjiang,1,教研1班,jt1,60\njy2,jy,linjiang,2,教研2班,jt2,60\n"
    let pages = try pages(portal)
    #expect(pages["projects/jiaoyan/index.html"]?.contains("教研员培训") ?? false)
    #expect(pages["classes/jy2/index.html"]?.contains("教研2班") ?? false)
  }

  @Test func `E6: weights that do not add up are told with their sum`() throws {
    let portal = try SmallPortal.whole.edited(Self.scheme, "points: 60\n", "points: 65\n")
    let message = try #require(check(portal).messages().first { $0.code == "WT01" })
    #expect(message.message == "各项分值合计 105，应为 100（相差 +5）")
    #expect(message.repair?.contains("65+40 = 105") ?? false)
  }

  @Test func `E7: minutes, hours and credits are compared course by course`() throws {
    let portal = try SmallPortal.content.edited(Self.course, "minutes: 90", "minutes: 80")
    let run = ToolRun(["report", "hours", "--root", "/"], files: portal.inMemory())
    #expect(run.output.contains("少 10 分钟") && run.status == 1)
  }

  @Test func `E8: what has no date or place yet is a list by owner and day`() throws {
    let portal = try SmallPortal.content.edited(
      Self.projects, "集中培训,2026-08,小城", "集中培训,2026-10,待定（培训办，2026-09-25）")
    let run = ToolRun(["report", "pending", "--root", "/"], files: portal.inMemory())
    #expect(run.status == 0)
    #expect(run.output.split(separator: "\n")[1].hasPrefix("培训办  2026-09-25         7  培训地点"), "\(run.output)")
  }

  @Test func `E12: times and numbers may be as vague as they are`() throws {
    let portal = try SmallPortal.shipped()
      .edited(Self.projects, "300,集中培训,2026-04", "约120,集中培训,2026-07 上中旬")
      .edited(Self.projects, "50,集中培训,2026-08", "全员,集中培训,8月")
    let pages = try pages(portal)
    let table = try #require(pages["projects/index.html"])
    for text in ["约120", "7月上中旬", "全员"] { #expect(table.contains(text), "\(text)") }
  }

  @Test func `E13: 149 members become 75 and 74`() throws {
    var portal = OneFilePortal("")
    portal["a.csv"] = "学科,人数\n语文,149\n"
    let run = ToolRun(["form-classes", "/a.csv"], files: portal.inMemory())
    #expect(run.output.contains(",语文,1,75,") && run.output.contains(",语文,2,74,"))
  }

  @Test func `E14: a class of 103 needs a reason and somebody who allows it`() throws {
    let large = try SmallPortal.whole.edited(Self.yuancheng + "classes.csv", "t1,90", "t1,103")
      .edited(Self.yuancheng + "classes.csv", "t2,60", "t2,47").edited(Self.yuancheng + "groups.csv", "一组,45", "一组,58")
    #expect(try codes(large).contains("CL01"))
    let message = try #require(check(large).messages().first { $0.code == "CL01" })
    #expect(message.repair?.contains("waiver") ?? false)
    var allowed = large
    allowed[Self.yuancheng + "classes.csv"] = """
      id,学科班,区县,班号,班级名称,辅导教师,人数,破例
      c1,zx,linjiang,1,中学数学1班,t1,103,"{reason: 同一所学校, approved_by: 市教育局}"
      c2,zx,linjiang,2,中学数学2班,t2,47,"{reason: 同一所学校, approved_by: 市教育局}"

      """
    #expect(try codes(allowed).filter { $0.hasPrefix("CL0") } == [])
  }

  @Test func `E15: a list shows the columns it may, and no identity number gets into it`() throws {
    let table = try SmallPortal.whole.edited(Self.rows, "姓名,单位\n", "姓名,单位,身份证号\n")
      .edited(Self.rows, "1,丁亦然,临江县第一中学\n", "1,丁亦然,临江县第一中学,11010519491231002X\n")
      .edited(Self.rows, "2,于娟,临江县第二中学\n", "2,于娟,临江县第二中学,\n")
    let asked = try SmallPortal.whole.edited(Self.notice, "单位]", "单位, 身份证号]")
    for portal in [table, asked] {
      let run = check(portal)
      let message = try #require(run.messages().first { $0.code == "LS04" })
      #expect(message.message == "公开的名单不能有“身份证号”：证件号码不公开")
      #expect(message.repair?.hasSuffix("可以公开的栏目：序号、姓名、单位、学科、结果") ?? false)
      #expect(!run.output.contains("11010519491231002X"))
    }
    // What the notice does not ask for stays in the table.
    let more = try SmallPortal.shipped().edited(Self.rows, "姓名,单位\n", "姓名,单位,学科\n")
      .edited(Self.rows, "1,丁亦然,临江县第一中学\n", "1,丁亦然,临江县第一中学,天文\n")
      .edited(Self.rows, "2,于娟,临江县第二中学\n", "2,于娟,临江县第二中学,天文\n")
    let pages = try pages(more)
    #expect(pages[Self.list]?.contains("丁亦然") ?? false)
    #expect(pages.filter { $0.value.contains("天文") }.keys.sorted() == [])
  }

  @Test func `E16: the order of a list is named, and a row out of it is told`() throws {
    let rows = "1,丁亦然,临江县第一中学\n2,于娟,临江县第二中学\n"
    let turned = try SmallPortal.whole.edited(Self.rows, rows, "1,于娟,临江县第二中学\n2,丁亦然,临江县第一中学\n")
    let message = try #require(check(turned).messages().first { $0.code == "LS03" })
    #expect(message.message == "姓氏笔画次序不对：丁亦然（2画）排在于娟（3画）之后")
    #expect(message.repair == "把丁亦然移到于娟之前，重新编序号")
    let unknown = try SmallPortal.whole.edited(Self.notice, "order: 姓氏笔画", "order: 拼音")
    let choice = try #require(check(unknown).messages().first { $0.code == "RF08" })
    #expect(choice.repair == "可写：姓氏笔画、姓名笔画、单位、序号")
    #expect(try pages(SmallPortal.shipped())[Self.list]?.contains("按姓氏笔画排列，单名在前") ?? false)
  }

  @Test func `E17: a name in a list that is public is corrected with a line that says so`() throws {
    let changed = try SmallPortal.shipped().edited(Self.rows, "于娟", "于涓")
    let message = try #require(check(changed).messages().first { $0.code == "LS09" })
    #expect(message.message == "名单与发布时不同，没有更正记录")
    let repair = try #require(message.repair)
    let digest = try #require(repair.firstMatch(of: /digest: ([0-9a-f]{64})/)).1
    let corrected = try changed.edited(
      Self.notice, "\nlist:\n",
      "\ncorrections: [{date: 2026-09-17, places: 1, text: 第2号的名字更正一字。, digest: \(digest)}]\nlist:\n")
    #expect(try codes(corrected) == [])
    let page = try #require(try pages(corrected)[Self.list])
    for text in ["第2号的名字更正一字。", "公示中", "于涓"] { #expect(page.contains(text), "\(text)") }
    #expect(!page.contains("于娟"))
  }

  @Test(arguments: ["  expires: 2026-09-22 17:30\n", ""])
  func `E19: a list goes by itself when its time is over, and the day is known before`(expires: String) throws {
    let portal = try SmallPortal.shipped().edited(Self.notice, "  expires: 2026-09-22 17:30\n", expires)
    for (day, isListed) in [("2026-09-22", true), ("2026-09-23", false)] {
      let page = try #require(
        try pages(portal.edited("content/site.yml", "as_of: 2026-09-18", "as_of: \(day)"))[Self.list])
      #expect(page.contains("丁亦然") == isListed && page.contains("名单已到期撤下，原公示2人。") == !isListed, "\(day)")
    }
    let run = ToolRun(["next-change", "--root", "/", "--as-of", "2026-09-22"], files: portal.inMemory())
    #expect(run.output.hasPrefix("2026-09-23\n") && run.output.contains(Self.list), "\(run.output)")
  }

  @Test func `E24: two editors do not meet in one file`() throws {
    // A class is a row, its newsletters a folder: what one writes for a class leaves the files of the other as they are.
    var (one, other) = (SmallPortal.whole, SmallPortal.whole)
    one[Self.yuancheng + "newsletters/c1/03.md"] = "---\ntitle: 第三期\ndate: 2026-09-05\n---\n正文。\n"
    other[Self.yuancheng + "newsletters/c2/01.md"] = "---\ntitle: 第一期\ndate: 2026-09-05\n---\n正文。\n"
    let changed = [one, other].map { Set($0.files.filter { SmallPortal.whole.files[$0.key] != $0.value }.keys) }
    #expect(changed[0].isDisjoint(with: changed[1]) && changed.allSatisfy { !$0.isEmpty })
    #expect(try codes(one.adding(other)).isEmpty)
  }

  @Test func `E25: the glossary says which name is used`() throws {
    var portal = SmallPortal.whole
    portal["content/glossary.yml"] = "terms:\n  - {word: 班级辅导教师, variants: [辅导员, 辅导者]}\n"
    try portal.edit(Self.course, "看[第二课]", "问辅导员，看[第二课]")
    let message = try #require(check(portal).messages().first { $0.code == "RF05" })
    #expect(message.message.contains("班级辅导教师") && message.file == Self.course)
  }

  @Test func `E26: samples and provisional times are marked on the pages`() throws {
    let portal = try SmallPortal.shipped()
      .edited("content/packs/xuefen/x1.md", "required: 选修", "required: 选修\nstatus: 样例")
      .edited(Self.year + "projects/xinjiaoshi/index.md", "summary: 新教师的培训。", "summary: 新教师的培训。\ntime_status: 暂定")
    let pages = try pages(portal)
    #expect(pages["courses/x1/index.html"]?.contains("样例") ?? false)
    #expect(pages["projects/xinjiaoshi/index.html"]?.contains("暂定") ?? false)
    #expect(pages["courses/k1/index.html"]?.contains("样例") == false)
  }

  @Test func `E27: a scheme that is in force stays, and its new version is a file of its own`() throws {
    var portal = try SmallPortal.shipped()
    portal[Self.yuancheng + "results.csv"] = "考核方案,版本,区县,班级,人数,有成绩,合格,平均分\nxueyuan,1,,,150,150,141,83.5\n"
    #expect(try codes(portal) == [])
    let moved = try portal.edited(Self.scheme, "version: 1\n", "version: 2\n")
    let message = try #require(check(moved).messages().first { $0.code == "WT07" })
    #expect(message.message == "结果按“学员考核办法”第 1 版算，方案现在是第 2 版")
    #expect(message.repair == "改动过的方案另存为新的文件，已有成绩的不改")

    portal["content/schemes/xueyuan-2.yml"] = portal[Self.scheme]?
      .replacing("version: 1\n", with: "version: 2\n").replacing("effective: 2026-08-15", with: "effective: 2026-10-15")
      .replacing("title: 学员考核办法\n", with: "title: 学员考核办法（修订）\n")
    try portal.edit(Self.yuancheng + "index.md", "schemes: [xueyuan]", "schemes: [xueyuan, xueyuan-2]")
    #expect(try codes(portal) == [])
    let pages = try pages(portal)
    #expect(pages["schemes/xueyuan-2/index.html"]?.contains("第2版，自2026年10月15日") ?? false)
    #expect(pages["schemes/xueyuan/index.html"]?.contains("第1版，自2026年8月15日") ?? false)
  }
}
