import Files
import PortalTestSupport
import Testing

/// `explain-result`, with a small portal and a private folder in memory.
@Suite struct ExplainResultTests {
  private static let scheme = """
    title: 测试办法
    subject: 学员
    version: 2
    effective: 2026-08-15
    summary: 三项。
    total: 100
    pass_mark: 60
    items:
      - {id: shijian, name: 时间, text: 学满180分钟。, points: 30, category: 过程性, mandatory: true, min: 18, threshold: {minutes: 180, share: 100%, class_hours: 4}, partial: proportional, mode: 自动}
      - {id: hudong, name: 互动, text: 两类。, points: 20, category: 过程性, min: 5, parts: [{name: 发帖, cap: 10}, {name: 资源, cap: 10}], mode: 自动}
      - {id: zuoye, name: 作业, text: 作业。, points: 50, category: 终结性, mandatory: true, grades: [{name: 合格, points: 30}, {name: 优秀, points: 50}], mode: 人工}
    """

  private static let scores = """
    学员编号,考核方案,项目,分项,成绩
    T1000001,ceshi@2,shijian,,120
    T1000001,ceshi,hudong,发帖,10
    T1000001,ceshi,zuoye,,优秀
    T1000002,ceshi,zuoye,,合格
    """

  /// The portal at `/office/portal`, of which `/office` is the repository when `git` says so, and a private folder.
  private static func run(
    _ number: String, folder: String = "/private", root: String = "/office/portal", git: Bool = false, width: Int? = 80,
    scores: String = Self.scores
  ) -> ToolRun {
    let files = MemoryFiles()
    for (path, bytes) in SmallPortal.content.files { files.put("/office/portal/" + path, bytes) }
    files.put("/office/portal/content/schemes/ceshi.yml", Array(scheme.utf8))
    if git { files.put("/office/.git/HEAD", []) }
    files.put(folder + "/2026/yuancheng/roster.csv", Array("学员编号,姓名\nT1000001,戚未央\nT1000002,寇清和\n".utf8))
    files.put(folder + "/2026/yuancheng/scores.csv", Array(scores.utf8))
    return ToolRun(
      ["explain-result", number, "--root", root, "--private", folder], files: files, terminalWidth: width)
  }

  @Test func `the derivation names each mark, what it is worth, the sum and the outcome`() {
    let run = Self.run("T1000001")
    #expect(
      run.output == """
        测试办法（第 2 版）
          时间：120 分钟，按 30 × 120 ÷ 180 → 20/30，至少 18
          互动 → 10/20，至少 5
            发帖：10 分
            资源：没有记录
          作业：优秀 → 50/50，至少 30
        合计 20 + 10 + 50 = 80
        合格

        """)
    #expect(run.errors == "")
    #expect(run.status == 0)
  }

  @Test func `what is lacking is said`() {
    #expect(Self.run("T1000002").output.hasSuffix("不合格：必做的“时间”没有记录；“互动”不到 5 分；合计不到合格线 60 分\n"))
  }

  @Test func `no file and no other program gets it`() {
    let run = Self.run("T1000001", width: nil)
    #expect(run.status == 2)
    #expect(run.output == "")
    #expect(run.errors.contains("PV10"))
  }

  @Test(arguments: [
    ("/office/portal/private", false), ("/office/portal/content/private", false), ("/office/private", true),
    ("/office", false),
  ])
  func `a private folder that might be published is refused`(folder: String, git: Bool) {
    let run = Self.run("T1000001", folder: folder, git: git)
    #expect(run.status == 1)
    #expect(run.errors.contains("PV05"))
    #expect(!run.errors.contains(folder))
    #expect(run.output == "")
  }

  @Test func `beside a portal that is no repository it may lie`() {
    #expect(Self.run("T1000001", folder: "/office/private").status == 0)
  }

  @Test(arguments: ["T9999999", "戚未央"])
  func `a number that is not there is not repeated`(number: String) {
    let run = Self.run(number)
    #expect(run.status == 1)
    #expect(run.errors.contains("SC08"))
    #expect(!run.errors.contains(number))
  }

  @Test func `what is wrong in the scores is told beside it, by line`() {
    let run = Self.run("T1000001", scores: Self.scores + "\nT1000002,ceshi,hudong,发帖,12\n")
    #expect(run.output.contains("合计"))
    #expect(run.errors.contains("yuancheng 的成绩第 6 行：超过“互动”的最高分 10"))
    #expect(run.status == 1)
  }
}
