import Diagnostics
import Expressions
import PortalTestSupport
import Testing
import Training

/// Days that are told by how far they are from the training.
@Suite struct RelativePeriodTests {
  private static let phases = "content/years/2026/projects/yuancheng/phases.yml"
  private static let projects = "content/years/2026/projects.csv"
  private static let first = "start: 2026-08-15, end: 2026-08-21"
  private static let second = "start: 2026-08-22, end: 2026-09-04"

  /// The days of the stages of the small portal with `first` and `second` for their times.
  private func days(
    _ first: String, _ second: String, opening: String = "2026-08-15..2026-09-30"
  ) throws -> [String] {
    let portal = try SmallPortal.content.edited(Self.phases, Self.first, first).edited(Self.phases, Self.second, second)
      .edited(Self.projects, "2026-08-15..2026-09-30", opening)
    return ModelRun(portal).model.phases.records.map {
      "\($0.start?.description ?? "?")..\($0.end?.description ?? "?")"
    }
  }

  @Test(arguments: [
    "训前1个月", "训前一个月", "训前半个月", "训前2周", "训前10天", "开班前2周", "学习阶段内2个月", "训中两周", "培训期间1年", "训后半年", "结业后3个月",
    "学习阶段结束后1个月", "训后1个月起2周", "训前十五天", "训前二十个月", "训后1个星期",
  ])
  func `forms that are read`(text: String) {
    #expect(RelativePeriod(fieldText: text, year: nil)?.fieldText == text)
  }

  @Test(arguments: [
    "训前", "1个月", "训前0天", "训前半天", "训前半周", "训前1月", "训前-1天", "训前1个月起", "训前起1个月", "训前1个月起1周起1天", "训前99999999999999999999天",
    "训前11年", "期中1周", "训前1.5个月", "",
  ])
  func `forms that are refused`(text: String) { #expect(RelativePeriod(fieldText: text, year: nil) == nil) }

  @Test(arguments: ["训前 1 个月", "训前１个月", " 训前1个月"]) func `blanks and wide digits do not count`(text: String) {
    #expect(RelativePeriod(fieldText: text, year: nil) == RelativePeriod(fieldText: "训前1个月", year: nil))
  }

  @Test func `days are told to be days`() {
    #expect(RelativePeriod.reason(against: "2026-08-15..2026-09-30")?.zh.contains("start") == true)
    #expect(RelativePeriod.reason(against: "不久")?.zh.contains("训前") == true)
    #expect(RelativePeriod.reason(against: "训前11年")?.zh.contains("十年") == true)
  }

  @Test func `what is before learning ends the day before it opens`() throws {
    #expect(try days("when: 训前1个月", Self.second) == ["2026-07-15..2026-08-14", "2026-08-22..2026-09-04"])
    #expect(try days("when: 训前3周起1周", Self.second) == ["2026-07-25..2026-07-31", "2026-08-22..2026-09-04"])
  }

  @Test func `stages of learning follow one another`() throws {
    #expect(try days("when: 训中2周", "when: 训中1个月") == ["2026-08-15..2026-08-28", "2026-08-29..2026-09-28"])
    #expect(try days("when: 训前1周", "when: 训中1周") == ["2026-08-08..2026-08-14", "2026-08-15..2026-08-21"])
    #expect(try days(Self.first, "when: 训中2周") == ["2026-08-15..2026-08-21", "2026-08-22..2026-09-04"])
    #expect(try days("when: 训中2周", "when: 训中1周起2周") == ["2026-08-15..2026-08-28", "2026-08-22..2026-09-04"])
  }

  @Test func `what is after learning begins the day after it ends`() throws {
    #expect(try days(Self.first, "when: 训后半年") == ["2026-08-15..2026-08-21", "2026-08-22..2027-02-21"])
    #expect(try days(Self.first, "when: 训后1个月起1天") == ["2026-08-15..2026-08-21", "2026-09-22..2026-09-22"])
  }

  @Test func `without a stage of learning it is after the project`() throws {
    #expect(
      try days("when: 训前1个月", "when: 训后1个月", opening: "2026-08-17..2026-08-21")
        == ["2026-07-17..2026-08-16", "2026-08-22..2026-09-21"])
    #expect(
      try days("when: 训前1个月", "when: 训后1个月", opening: "2026-08-17")
        == ["2026-07-17..2026-08-16", "2026-08-18..2026-09-17"])
  }

  @Test func `what has no end before learning holds up nothing`() throws {
    #expect(try days("start: 2026-08-01", "when: 训中1周") == ["2026-08-01..?", "2026-08-15..2026-08-21"])
    #expect(try days("when: 训后1周", "when: 训中1周") == ["2026-10-01..2026-10-07", "2026-08-15..2026-08-21"])
  }

  @Test func `months end with their last day where the next is shorter`() throws {
    #expect(
      try days("when: 训前1个月", Self.second, opening: "2026-03-31..2026-09-30")
        == ["2026-02-28..2026-03-30", "2026-08-22..2026-09-04"])
    #expect(
      try days("when: 训中1个月", Self.second, opening: "2026-01-31..2026-09-30")
        == ["2026-01-31..2026-02-27", "2026-08-22..2026-09-04"])
  }

  @Test func `written days stay, and one of them is enough`() throws {
    #expect(
      try days("start: 2026-08-16, when: 训中1周", Self.second) == ["2026-08-16..2026-08-22", "2026-08-22..2026-09-04"])
    #expect(
      try days("end: 2026-08-20, when: 训中1周", Self.second) == ["2026-08-15..2026-08-20", "2026-08-22..2026-09-04"])
  }

  @Test func `without a day to count from there are none`() throws {
    #expect(try days("when: 训前1个月", Self.second, opening: "8月") == ["?..?", "2026-08-22..2026-09-04"])
    #expect(try days("start: 2026-08-15", "when: 训中1周") == ["2026-08-15..?", "?..?"])
  }

  /// Whatever the day of opening: what comes before ends on the eve, and the stages leave no day out.
  @Test func `stages touch whatever the day`() throws {
    for number in stride(from: 740_200, to: 741_000, by: 13) {
      let day = CalendarDate(dayNumber: number)
      let opening = "\(day)..\(day.adding(days: 200))"
      let portal = try SmallPortal.content.edited(Self.phases, Self.first, "when: 训前1个月")
        .edited(Self.phases, Self.second, "when: 训中2个月").edited(Self.projects, "2026-08-15..2026-09-30", opening)
      let phases = ModelRun(portal).model.phases.records
      #expect(phases[0].end == day.adding(days: -1) && phases[1].start == day)
      let length = try #require(phases[1].end).dayNumber - number + 1
      #expect((58...62).contains(length), "\(day)")
      let before = number - (try #require(phases[0].start).dayNumber)
      #expect((28...31).contains(before), "\(day)")
    }
  }
}
