import Diagnostics
import PortalTestSupport
import Testing
import Training
import Values

/// Rosters and scores of the private folder, read beside a small portal.
@Suite struct GradebookTests {
  private static let portal = SmallPortal.content.adding(
    OneFilePortal(
      """
      --- content/schemes/ceshi.yml ---
      title: 测试办法
      subject: 学员
      version: 2
      effective: 2026-08-15
      summary: 三项。
      total: 100
      items:
        - {id: shijian, name: 时间, text: 学满100分钟。, points: 30, category: 过程性, mandatory: true, threshold: {minutes: 100, share: 50%, class_hours: 4}, mode: 自动}
        - {id: hudong, name: 互动, text: 两类。, points: 20, category: 过程性, min: 5, parts: [{name: 发帖, cap: 10}, {name: 资源, cap: 10}], mode: 自动}
        - {id: zuoye, name: 作业, text: 作业。, points: 50, category: 终结性, mandatory: true, grades: [{name: 合格, points: 30}, {name: 优秀, points: 50}], mode: 人工}
      """))

  private static let roster = """
    学员编号,姓名,班级,单位,身份证号,手机号
    T1000001,戚未央,c1,临江县第一中学,110101199003070134,13900001111
    T1000002,寇清和,c1,临江县第二中学,,
    """

  private static func books(roster: String = Self.roster, scores: String) -> (PrivateFolder, [Gradebook]) {
    let folder = PrivateFolder(
      [
        ("2026/yuancheng/roster.csv", Array(roster.utf8)), ("2026/yuancheng/scores.csv", Array(scores.utf8)),
        ("2026/yuancheng/photos/x.jpg", []),
      ], jobs: 2)
    return (folder, Gradebook.all(in: folder, ModelRun(portal).model, jobs: 2))
  }

  private static let header = "学员编号,考核方案,项目,分项,成绩\n"

  @Test func `marks become points of the person whose number they bear`() throws {
    let (folder, books) = Self.books(
      scores: Self.header + """
        T1000001,ceshi@2,shijian,,120分钟
        T1000001,ceshi,hudong,发帖,10
        T1000001,ceshi,hudong,资源,2.5
        T1000001,ceshi,zuoye,,优秀
        T1000002,ceshi,zuoye,,30
        """)
    #expect(folder.diagnostics == [])
    let book = try #require(books.first)
    #expect(books.count == 1)
    #expect(book.diagnostics == [])
    let model = ModelRun(Self.portal).model
    let scheme = try #require(model.schemes.index(of: "ceshi"))
    let assessments = book.assessments(by: scheme, in: model)
    #expect(assessments.map { book.people[$0.person].number } == ["T1000001", "T1000002"])
    #expect(assessments.map(\.assessment.total.description) == ["92.5", "30"])
    #expect(assessments.map(\.assessment.isPassed) == [true, false])
    let result = GroupResult(enrolled: book.people.count, assessments.map(\.assessment))
    #expect(result.mean?.description == "61.25")
    #expect(result.passRate?.description == "50")
  }

  @Test(arguments: [
    ("T1000009,ceshi,zuoye,,合格", "SC08", "花名册里没有这个编号"), ("T1000001,ceshi@1,zuoye,,合格", "WT07", "现在是第 2 版"),
    ("T1000001,meiyou,zuoye,,合格", "RF02", "没有这个考核方案"), ("T1000001,ceshi,meiyou,,合格", "RF02", "没有这一项"),
    ("T1000001,ceshi,hudong,听课,5", "RF02", "没有这个分项"), ("T1000001,ceshi,hudong,,5", "SC01", "要写明分项：发帖、资源"),
    ("T1000001,ceshi,hudong,发帖,11", "SC01", "最高分 10"), ("T1000001,ceshi,zuoye,,40", "SC01", "只有 30、50 分或 0 分"),
    ("T1000001,ceshi,zuoye,,良好", "SC01", "合格、优秀"), ("T1000001,ceshi,shijian,,许多", "SC01", "分钟数"),
  ])
  func `what cannot be taken is told by its line alone`(row: String, code: String, says: String) throws {
    let (_, books) = Self.books(scores: Self.header + "T1000002,ceshi,zuoye,,合格\n" + row + "\n")
    let problem = try #require(books.first?.diagnostics.first)
    #expect(books.first?.diagnostics.count == 1)
    #expect(problem.code.text == code)
    #expect(problem.message.zh.hasPrefix("yuancheng 的成绩第 3 行："))
    #expect(problem.message.zh.contains(says))
    #expect(problem.location == nil)
    for secret in ["T1000001", "T1000009", "许多", "良好"] {
      #expect(!problem.message.zh.contains(secret) && !problem.message.en.contains(secret))
    }
  }

  @Test func `a mark or a person that is written twice counts once`() throws {
    let (_, books) = Self.books(
      roster: Self.roster + "\nT1000001,戚未央,c1,,,\n",
      scores: Self.header + "T1000002,ceshi,zuoye,,合格\nT1000002,ceshi,zuoye,,优秀\n")
    let book = try #require(books.first)
    #expect(book.people.count == 2)
    #expect(book.diagnostics.map(\.code.text) == ["RF01", "RF01"])
  }

  @Test(arguments: [
    ("学员编号,姓名,班级\nT1000003,申屠远\n", "CV08"), ("学员编号,班级\nT1000003,c1\n", "RF06"),
    ("学员编号,姓名,绰号\nT1000003,申屠远,阿远\n", "RF07"), ("学员编号,姓名\nT1000003,\n", "RF06"),
  ])
  func `messages about a table hold nothing that stands in it`(roster: String, code: String) throws {
    let (folder, _) = Self.books(roster: roster, scores: Self.header)
    #expect(folder.diagnostics.map(\.code.text) == [code])
    let said = folder.diagnostics.flatMap { [$0.message.zh, $0.message.en, $0.repair?.zh ?? "", "\($0)"] }.joined()
    for secret in ["申屠", "阿远", "绰号", "T1000003", "private"] { #expect(!said.contains(secret)) }
    #expect(said.contains("yuancheng"))
  }

  @Test func `a person with two numbers is told, by the identity number`() {
    let (_, books) = Self.books(
      roster: Self.roster + "\nT1000005,戚未央,c2,,110101199003070134,\nT1000006,戚未央,c2,,11010119900307015X,\n",
      scores: Self.header)
    #expect(books.first?.diagnostics.map(\.code.text) == ["CL07"])
    #expect(books.first?.diagnostics.first?.message.zh.hasPrefix("yuancheng 的花名册第 4 行") ?? false)
  }

  @Test func `a class that is not one of the project is told`() {
    let (_, books) = Self.books(
      roster: "学员编号,姓名,班级\nT1000004,乐正秋,meiyou\n", scores: Self.header)
    #expect(books.first?.diagnostics.map(\.code.text) == ["RF02"])
  }

  private static let tutors = OneFilePortal(
    """
    --- content/schemes/fudao.yml ---
    title: 辅导教师考核办法
    subject: 班级辅导教师
    version: 1
    effective: 2026-08-15
    summary: 本人工作和班级平均各50分。
    total: 100
    pass_mark: 60
    items:
      - {id: gongzuo, name: 本人工作, text: 由培训办评定。, points: 50, category: 过程性, mandatory: true, mode: 人工}
      - {id: pingjun, name: 班级平均, text: 本班学员的平均分折算。, points: 50, category: 终结性, mandatory: true, mode: 自动, class_mean: {scheme: ceshi, version: 2}}
    """)

  private static func tutorBook(_ marks: String) throws -> (book: Gradebook, model: Model) {
    let folder = PrivateFolder(
      [
        ("2026/yuancheng/roster.csv", Array((roster + "\nT1000003,申屠远,c1,,,\n").utf8)),
        (
          "2026/yuancheng/scores.csv",
          Array((header + "T1000001,ceshi,zuoye,,优秀\nT1000002,ceshi,zuoye,,合格\nT1000002,ceshi,hudong,发帖,3\n").utf8)
        ),
        ("2026/yuancheng/tutor-scores.csv", Array(("班级,考核方案,项目,成绩\n" + marks).utf8)),
      ], jobs: 2)
    #expect(folder.diagnostics == [])
    let model = ModelRun(portal.adding(tutors)).model
    return (try #require(Gradebook.all(in: folder, model, jobs: 2).first), model)
  }

  /// 50 + 33 points of three people, one of whom has none: 83 ÷ 300 × 50 = 13.8333….
  @Test func `half of a tutor's points come of the class's mean, rounded once`() throws {
    let (book, model) = try Self.tutorBook("c1,fudao@1,gongzuo,46.5\n")
    #expect(book.diagnostics == [])
    let own = try #require(book.explanations(ofTutorOf: "c1", in: model).first)
    #expect(own.assessment.points.map(\.description) == ["46.5", "13.83"])
    #expect(own.assessment.total.description == "60.33")
    #expect(own.assessment.isPassed)
    #expect(own.classResults[1]?.mean?.description == "27.67")
    #expect(own.classResults[1]?.enrolled == 3)
    #expect(book.explanations(ofTutorOf: "c2", in: model).isEmpty)
    #expect(book.explanations(of: "c1", in: model).isEmpty)
  }

  @Test(arguments: [
    ("meiyou,fudao,gongzuo,40", "SC08", "没有这个班级"), ("c1,fudao,pingjun,40", "SC01", "由班级平均分折算"),
    ("c1,ceshi,zuoye,合格", "RF02", "考核学员"), ("c1,fudao,gongzuo,51", "SC01", "最高分 50"),
    ("c1,fudao@2,gongzuo,40", "WT07", "现在是第 1 版"),
  ])
  func `marks of tutors that cannot be taken are told by line`(row: String, code: String, says: String) throws {
    let problem = try #require(try Self.tutorBook(row).book.diagnostics.first)
    #expect(problem.code.text == code)
    #expect(problem.message.zh.hasPrefix("yuancheng 的班级辅导教师成绩第 2 行："))
    #expect(problem.message.zh.contains(says))
  }

  @Test func `a tutors' scheme is not for trainees`() throws {
    let folder = PrivateFolder(
      [
        ("2026/yuancheng/roster.csv", Array(Self.roster.utf8)),
        ("2026/yuancheng/scores.csv", Array((Self.header + "T1000001,fudao,gongzuo,,40\n").utf8)),
      ], jobs: 1)
    let books = Gradebook.all(in: folder, ModelRun(Self.portal.adding(Self.tutors)).model, jobs: 1)
    #expect(books.first?.diagnostics.map(\.code.text) == ["RF02"])
  }

  /// What threads make of 20,000 rows is what one makes of them, the messages in the order of the rows.
  @Test func `threads change nothing`() throws {
    var rows = Self.header
    for index in 0..<20_000 {
      rows +=
        "T\(index % 300),ceshi,\(index % 7 == 0 ? "hudong" : "zuoye"),\(index % 7 == 0 ? "发帖" : ""),\(index % 11)\n"
    }
    let roster = "学员编号,姓名\n" + (0..<290).map { "T\($0),某\n" }.joined()
    let folder = PrivateFolder(
      [("2026/yuancheng/roster.csv", Array(roster.utf8)), ("2026/yuancheng/scores.csv", Array(rows.utf8))], jobs: 3)
    let model = ModelRun(Self.portal).model
    let (one, three) = (Gradebook.all(in: folder, model, jobs: 1)[0], Gradebook.all(in: folder, model, jobs: 3)[0])
    #expect(one.diagnostics == three.diagnostics)
    #expect(one.diagnostics.count > 1000)
    let scheme = try #require(model.schemes.index(of: "ceshi"))
    #expect(
      one.assessments(by: scheme, in: model).map(\.assessment)
        == three.assessments(by: scheme, in: model).map(\.assessment))
  }
}
