import Expressions
import PortalTestSupport
import TestSupport
import Testing
import Training

/// How far a list has come on a day, and for how long its rows are shown.
@Suite struct NoticeLifeTests {
  private static let notice = "2026-09-16-gongshi"
  private static let file = "content/notices/2026-09-16-gongshi.md"
  private static let period = "period: {from: 2026-09-16, workdays: 5, until: 2026-09-22 17:30}\n"
  private static let expires = "  expires: 2026-09-22 17:30\n"

  private func model(_ day: String, _ edits: [(String, String)] = [], adding files: String = "") throws -> Model {
    var portal = SmallPortal.content
    for (old, new) in edits { try portal.edit(Self.file, old, new) }
    return ModelRun(portal.adding(OneFilePortal(files)), asOf: try #require(CalendarDate(fieldText: day, year: nil)))
      .model
  }

  private func stage(_ model: Model) throws -> NoticeStage? {
    try #require(model.notices[Self.notice]).stage(in: model)
  }

  private func isShown(_ model: Model) throws -> Bool {
    try #require(model.notices[Self.notice]).showsList(in: model)
  }

  @Test(arguments: [
    ("2026-09-15", NoticeStage.draft, false), ("2026-09-16", .open, true), ("2026-09-21", .open, true),
    // The list is withdrawn at 17:30 of the last day: a portal built for that day still shows it, the next day's does not.
    ("2026-09-22", .open, true), ("2026-09-23", .closed, false),
  ])
  func `a disclosure goes by its days`(day: String, stage: NoticeStage, isShown: Bool) throws {
    let model = try model(day)
    #expect(try self.stage(model) == stage)
    #expect(try self.isShown(model) == isShown)
    #expect(Seal.of(try #require(model.notices[Self.notice]), in: model).key.rawValue == stage.rawValue)
  }

  @Test func `before its date it is a draft until it is approved`() throws {
    let edit = ("approved: 主任, on: 2026-09-16", "approved: 主任, on: 2026-09-14")
    #expect(try stage(model("2026-09-13", [edit])) == .draft)
    #expect(try stage(model("2026-09-14", [edit])) == .approved)
  }

  @Test func `published before the period it waits`() throws {
    let edit = (Self.period, "period: {from: 2026-09-17, workdays: 5, until: 2026-09-23 17:30}\n")
    #expect(try stage(model("2026-09-16", [edit])) == .upcoming)
    #expect(try stage(model("2026-09-17", [edit])) == .open)
  }

  /// The result of the disclosure, a list of the kind `kind` with `more` fields of the list.
  private static func result(_ kind: String, _ more: String = "") -> String {
    """
    --- content/notices/2026-09-24-jieguo.md ---
    ---
    title: 结果
    kind: 通报
    date: 2026-09-24
    summary: 无异议。
    project: yuancheng
    list: {title: 名单, kind: \(kind), order: 姓氏笔画, columns: [序号, 姓名, 单位, 结果], total: 1\(more)}
    ---
    无异议。
    --- content/notices/2026-09-24-jieguo.csv ---
    序号,姓名,单位,结果
    1,丁亦然,临江县第一中学,一等
    """
  }
  private static let resultLine = ("project: yuancheng\n", "project: yuancheng\nresult: 2026-09-24-jieguo\n")

  @Test(arguments: [
    ("2026-09-23", NoticeStage.closed, NoticeStage.draft, false), ("2026-09-24", .final, .final, true),
    ("2026-12-23", .final, .final, true), ("2026-12-24", .takenDown, .takenDown, false),
  ])
  func `a list that stands is shown for ninety days, and its disclosure goes with it`(
    day: String, disclosure: NoticeStage, result: NoticeStage, isShown: Bool
  ) throws {
    let model = try model(day, [Self.resultLine], adding: Self.result("合格"))
    let notice = try #require(model.notices["2026-09-24-jieguo"])
    #expect(try stage(model) == disclosure)
    #expect(notice.stage(in: model) == result)
    #expect(notice.showsList(in: model) == isShown)
  }

  @Test func `what is written about the end of a list wins`() throws {
    let model = try model("2026-12-24", [Self.resultLine], adding: Self.result("合格", ", expires: 2026-12-31 24:00"))
    #expect(try #require(model.notices["2026-09-24-jieguo"]).showsList(in: model))
    #expect(try isShown(self.model("2026-09-22", [(Self.expires, "")])))
    #expect(try !isShown(self.model("2026-09-23", [(Self.expires, "")])))
    #expect(try isShown(self.model("2026-09-25", [(Self.expires, "  expires: 2026-09-25 12:00\n")])))
  }

  @Test func `honours stay, after ninety days with name and unit alone`() throws {
    for (day, columns) in [
      ("2026-12-23", [ListColumn.number, .name, .unit, .result]), ("2027-12-24", [.number, .name, .unit]),
    ] {
      let model = try model(day, [Self.resultLine], adding: Self.result("荣誉"))
      let notice = try #require(model.notices["2026-09-24-jieguo"])
      #expect(notice.showsList(in: model))
      #expect(notice.publicColumns(in: model) == columns)
      let row = try #require(model.listRows.records.first { $0.notice.index == notice.origin.index })
      #expect(row.exported(from: model).result == (columns.contains(.result) ? "一等" : nil))
    }
  }

  @Test func `another list in its place leaves a stub`() throws {
    let other = """
      --- content/notices/2026-09-18-gengzheng.md ---
      ---
      title: 更正公示
      kind: 公示
      date: 2026-09-18
      summary: 重新公示。
      supersedes: 2026-09-16-gongshi
      period: {from: 2026-09-18, workdays: 5, until: 2026-09-28 17:30}
      list: {title: 名单, kind: 优秀, order: 姓氏笔画, columns: [序号, 姓名, 单位], total: 1}
      ---
      重新公示。
      """
    #expect(try stage(model("2026-09-17", adding: other)) == .open)
    let later = try model("2026-09-18", adding: other)
    #expect(try stage(later) == .superseded && !isShown(later))
    #expect(later.notices["2026-09-18-gengzheng"]?.stage(in: later) == .open)
    // A correction of a word has no list of its own and replaces nothing.
    let withoutList = other.split(separator: "\n").filter { !$0.contains("list:") }.joined(separator: "\n")
    #expect(try stage(model("2026-09-18", adding: withoutList)) == .open)
  }

  @Test func `a year that is archived archives its lists`() throws {
    var portal = SmallPortal.content
    try portal.edit("content/years/2026/plan.md", "status: 印发", "status: 归档")
    let model = ModelRun(portal, asOf: try #require(CalendarDate(fieldText: "2027-01-10", year: nil))).model
    #expect(try stage(model) == .archived)
  }

  @Test func `persons that were withdrawn count from their day on`() throws {
    let edit = ("project: yuancheng\n", "project: yuancheng\nwithdrawals: [{date: 2026-09-18, count: 1}]\n")
    for (day, total) in [("2026-09-17", 2), ("2026-09-18", 1)] {
      let model = try model(day, [edit])
      #expect(try #require(model.notices[Self.notice]).listTotal(in: model) == total)
    }
  }

  @Test(arguments: [
    (NoticeKind.notice, Seal.Key.notice), (.correction, .correction), (.guidance, .guidance), (.bulletin, .published),
  ])
  func `other notices are sealed by their kind`(kind: NoticeKind, key: Seal.Key) throws {
    let model = try model("2026-09-18")
    var notice = try #require(model.notices[Self.notice])
    notice.kind = kind
    #expect(Seal.of(notice, in: model).key == key)
    notice.list = nil
    if kind == .bulletin { #expect(Seal.of(notice, in: model).key == .bulletin) }
  }

  @Test func `an objection is open from the day it came until it was decided`() throws {
    let edit = (
      "project: yuancheng\n",
      "project: yuancheng\nobjections: [{received: 2026-09-17, kind: 其他, decided: 2026-09-21, outcome: 不成立}]\n"
    )
    let objection = try #require(try model("2026-09-18", [edit]).notices[Self.notice]?.objections.first)
    for (day, isOpen) in [("2026-09-16", false), ("2026-09-17", true), ("2026-09-20", true), ("2026-09-21", false)] {
      #expect(objection.isOpen(on: try #require(CalendarDate(fieldText: day, year: nil))) == isOpen)
    }
  }
}
