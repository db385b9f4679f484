import Files
import Foundation
import PortalTestSupport
import TestSupport
import Testing

/// What those who publish ask (domain §5.3) of private folders, approvals and going back, each answered by a command.
/// People are invented.
@Suite struct PublisherQuestionTests {
  private static let notice = "content/notices/2026-09-16-gongshi.md"
  private static let list = "notices/2026-09-16-gongshi/index.html"
  private static let help = "content/help/denglu.md"
  /// Somebody of the roster, of whom the portal says nothing.
  private static let person = (name: "戚映渺", identity: "11010519491231002X", phone: "13900001234")

  /// `portal` with the shipped layouts at `/office/portal`, of which `/office` is the repository, and a roster at `private`.
  private static func files(_ portal: OneFilePortal = SmallPortal.content, roster: String = "/private") throws
    -> MemoryFiles
  {
    let files = MemoryFiles()
    for file in try Demonstration.files(["layouts"]) { files.put("/office/portal/" + file.path, file.bytes) }
    for (path, bytes) in portal.files { files.put("/office/portal/" + path, bytes) }
    files.put("/office/.git/HEAD", [])
    let rows = """
      学员编号,班级,姓名,单位,身份证号,手机号
      YC26-0001,c1,\(person.name),临江县第一中学,\(person.identity),\(person.phone)
      YC26-0002,c1,于娟,临江县第二中学,,

      """
    files.put(roster + "/2026/yuancheng/roster.csv", Array(rows.utf8))
    return files
  }

  /// Builds what is at `/office/portal` into the folder `site`.
  private static func build(_ files: MemoryFiles, to site: String, _ words: [String] = []) -> ToolRun {
    ToolRun(["build", "--root", "/office/portal", "--output", site] + words, files: files)
  }

  /// The paths below `folder`, hidden ones too, that hold one of `values` in their bytes or are named after it.
  private static func paths(holding values: [String], in folder: String) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder).filter { path in
      let data = FileManager.default.contents(atPath: folder + "/" + path) ?? Data()
      return values.contains { path.contains($0) || data.range(of: Data($0.utf8)) != nil }
    }
  }

  @Test func `C8: numbers tell themselves, names are found with the roster`() throws {
    let folder = try TemporaryFolder()
    let clean = Self.build(try Self.files(), to: folder.path("site"), ["--private", "/private"])
    #expect(clean.status == 0, "\(clean.output)\(clean.errors)")
    let site = try publishedFiles(in: folder.path("site"))

    let number = try Self.files(SmallPortal.content.edited(Self.help, "打开云书院。", "号码110105 19491231 002X。"))
    for words in [[], ["--private", "/private"]] {
      let run = Self.build(number, to: folder.path("site"), words)
      #expect(run.status == 1 && run.output.contains("错误[PV01]"), "\(run.output)")
    }
    let named = try Self.files(SmallPortal.content.edited(Self.help, "打开云书院。", "有事问\(Self.person.name)。"))
    let run = Self.build(named, to: folder.path("site"), ["--private", "/private"])
    #expect(run.status == 1 && run.output.contains("content/help/denglu.md: 错误[PV06]"), "\(run.output)")
    #expect(differences(site, try publishedFiles(in: folder.path("site"))) == [])
    // Without the roster nobody can know.
    #expect(Self.build(named, to: folder.path("site")).status == 0)
  }

  @Test func `C9: a fork without the private folder builds the same from the numbers that were written down`() throws {
    let folder = try TemporaryFolder()
    let files = try Self.files()
    let scheme = """
      title: 测试办法
      subject: 学员
      version: 2
      effective: 2026-08-15
      summary: 一项。
      total: 100
      pass_mark: 60
      items:
        - {id: zuoye, name: 作业, text: 作业。, points: 100, category: 终结性, mandatory: true, min: 0, mode: 自动, parts: [{name: 上, cap: 50}, {name: 下, cap: 50}]}

      """
    files.put("/office/portal/content/schemes/ceshi.yml", Array(scheme.utf8))
    let roster = (0..<20).map { "T\($0),c1,\(Self.person.name)\n" }.joined()
    files.put("/private/2026/yuancheng/roster.csv", Array(("学员编号,班级,姓名\n" + roster).utf8))
    let scores = (0..<20).map { "T\($0),ceshi@2,zuoye,上,40\n" + ($0 < 15 ? "T\($0),ceshi@2,zuoye,下,40\n" : "") }
      .joined()
    files.put("/private/2026/yuancheng/scores.csv", Array(("学员编号,考核方案,项目,分项,成绩\n" + scores).utf8))
    #expect(ToolRun(["results", "--root", "/office/portal", "--private", "/private"], files: files).status == 0)

    #expect(Self.build(files, to: folder.path("site"), ["--private", "/private"]).status == 0)
    let own = try publishedFiles(in: folder.path("site"))
    let fork = Self.build(files, to: folder.path("site"))
    #expect(fork.status == 0, "\(fork.output)")
    #expect(differences(own, try publishedFiles(in: folder.path("site"))) == [])
    #expect(try folder.read("site/projects/yuancheng/index.html").contains("70%以上"))
  }

  @Test(arguments: ["/office/secret", "/office/portal/content/private", "/office"])
  func `C10: a private folder in the repository, or around it, is refused`(place: String) throws {
    let folder = try TemporaryFolder()
    let files = try Self.files(roster: place)
    let run = Self.build(files, to: folder.path("site"), ["--private", place, "--format", "json"])
    #expect(run.status == 1)
    let places = try run.messages().map(\.place)
    #expect(places.contains("PV05 -"), "\(run.output)")
    let isPublished = folder.exists("site")
    #expect(!isPublished)
  }

  @Test(arguments: ["zh", "en"], ["human", "json", "github"])
  func `C11: neither messages nor what lies beside the site hold names or numbers`(language: String, format: String)
    throws
  {
    let folder = try TemporaryFolder()
    #expect(Self.build(try Self.files(), to: folder.path("site"), ["--private", "/private"]).status == 0)
    var portal = try SmallPortal.content.edited(
      Self.help, "title: 登录\n", "title: 登录问\(Self.person.name)\n")
    try portal.edit(
      Self.help, "打开云书院。", "问\(Self.person.name)，\(Self.person.phone)，\(Self.person.identity)。见[表](files/biao.csv)。")
    portal["content/help/files/biao.csv"] = "学校,姓名,电话\n一校,\(Self.person.name),\(Self.person.phone)\n"
    let run = Self.build(
      try Self.files(portal), to: folder.path("site"),
      ["--private", "/private", "--lang", language, "--format", format])
    #expect(run.status == 1)
    for code in ["PV01", "PV02", "PV06"] { #expect(run.output.contains(code), "\(run.output)") }
    let values = [Self.person.name, Self.person.phone, Self.person.identity]
    for value in values {
      #expect(!run.output.contains(value) && !run.errors.contains(value), "\(run.output)\(run.errors)")
    }
    #expect(try Self.paths(holding: values, in: folder.path) == [])
  }

  @Test func `C17: no list is published that nobody has approved, and pages do not say who it was`() throws {
    let approval = "approval: {drafted: 项目办, reviewed: 办公室, approved: 主任, on: 2026-09-16}\n"
    for (new, message) in [
      ("", "错误[LS01]: 公示没有写 approval"),
      ("approval: {drafted: 项目办, reviewed: 办公室, on: 2026-09-16}\n", "错误[RF06]: 审批缺少必填项“批准”（approved）"),
      (approval.replacing("09-16", with: "09-17"), "错误[LS01]: 批准（9月17日）晚于发布（9月16日）：先审查，后公开"),
    ] {
      let folder = try TemporaryFolder()
      let run = Self.build(
        try Self.files(SmallPortal.content.edited(Self.notice, approval, new)), to: folder.path("site"))
      #expect(run.status == 1 && run.output.contains(message), "\(run.output)")
    }
    let folder = try TemporaryFolder()
    #expect(Self.build(try Self.files(), to: folder.path("site")).status == 0)
    #expect(try Self.paths(holding: ["主任"], in: folder.path) == [])
  }

  @Test(arguments: [
    ("2026-09-15", "起草中"), ("2026-09-16", "公示中"), ("2026-09-22", "公示中"), ("2026-09-23", "公示结束"),
  ])
  func `C13, C17: a report tells how far each list has come and which posts answered for it`(day: String, stage: String)
    throws
  {
    let run = ToolRun(
      ["report", "notices", "--format", "csv", "--root", "/office/portal", "--as-of", day], files: try Self.files())
    #expect(run.status == 0, "\(run.errors)")
    #expect(
      run.output.split(separator: "\r\n").dropFirst() == [
        "2026-09-16-gongshi,优秀学员公示,公示,\(stage),2026-09-16,2026-09-22,2,0,项目办,办公室,主任,2026-09-16,2026-09-22,\(Self.notice):2"
      ])
    #expect(!run.output.contains("丁亦然"))
  }

  @Test func `C18: going back to the content of yesterday does not bring back a list that is over`() throws {
    let folder = try TemporaryFolder()
    let yesterday = try SmallPortal.content.edited("content/site.yml", "as_of: 2026-09-18", "as_of: 2026-09-22")
    let today = try yesterday.edited(Self.help, "打开云书院。", "打开新的云书院。")
    #expect(Self.build(try Self.files(yesterday), to: folder.path("site")).status == 0)
    #expect(try folder.read("site/" + Self.list).contains("丁亦然"))
    let next = ToolRun(
      ["next-change", "--root", "/office/portal", "--as-of", "2026-09-22"], files: try Self.files(yesterday))
    #expect(next.output.hasPrefix("2026-09-23\n") && next.output.contains(Self.list), "\(next.output)")

    for portal in [today, yesterday] {
      #expect(Self.build(try Self.files(portal), to: folder.path("site"), ["--as-of", "2026-09-23"]).status == 0)
      #expect(try Self.paths(holding: ["丁亦然"], in: folder.path("site")) == [])
      #expect(try folder.read("site/" + Self.list).contains("名单已到期撤下，原公示2人。"))
    }
    #expect(try folder.read("site/help/denglu/index.html").contains("打开云书院。"))
  }
}
