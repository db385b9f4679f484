import Diagnostics
import Training
import Values

/// A figure of the data that a text may have typed by hand.
struct KnownFigure {
  /// What a text calls it; before the number, with nothing or a word such as `共` between.
  let names: [[UInt32]]
  let value: Decimal
  /// Words behind the number, one of which makes it this figure.
  let units: [[UInt32]]
  /// Whether the unit must end the phrase: `本班 12 人未交` is another figure than that of `本班 48 人`.
  let isWhole: Bool
  /// The figure to write instead; empty when texts cannot have it.
  let expression: String
  let location: SourceLocation

  init(
    _ names: [[UInt32]], _ value: Decimal, _ units: [[UInt32]], isWhole: Bool = false, expression: String = "",
    at location: SourceLocation
  ) {
    self.names = names
    self.value = value
    self.units = units
    self.isWhole = isWhole
    self.expression = expression
    self.location = location
  }

  /// A number of the text that is said to be this figure and is another.
  struct Contradiction {
    var written: Decimal
    /// The number in the scalars of the block.
    var range: Range<Int>
  }

  /// Where `scalars` state it otherwise.
  ///
  /// - Complexity: O(length × names).
  func contradictions(in scalars: [UInt32]) -> [Contradiction] {
    var found: [Contradiction] = []
    let firsts = names.compactMap(\.first)
    for index in scalars.indices where firsts.contains(scalars[index]) {
      for name in names where scalars.has(name, at: index) {
        guard !Self.isOther(scalars, before: index),
          let (number, range) = Self.number(scalars, behind: index + name.count), number != value,
          hasUnit(scalars, at: range.upperBound)
        else { continue }
        if found.last?.range != range { found.append(Contradiction(written: number, range: range)) }
      }
    }
    return found
  }

  /// Words of which one may stand between name and number.
  private static let fillers = [
    "一共", "共有", "共", "有", "学员", "人数", "为", "是", "达到", "达", "总计", "合计", "计", "：", ":", "按", "＝", "=", "等于", "折合",
  ]
  .map([UInt32].init)
  /// Words before the name that make it a figure of another time or kind.
  private static let others = [
    "新增", "增加", "减少", "提高", "其中", "上期", "上一期", "上周", "上次", "上月", "上年", "去年", "往年", "目标", "要求", "不低于", "非", "其他",
  ]
  .map([UInt32].init)

  private static func isOther(_ scalars: [UInt32], before index: Int) -> Bool {
    // A few characters before, within the clause.
    var start = index
    while start > 0, index - start < 6, !Scalars.isOne(of: "，。；！？、：（\n", scalars[start - 1]) { start -= 1 }
    let clause = Array(scalars[start..<index])
    // `到场的本班学员 12 人` are some of them.
    return clause.last == 0x7684 || others.contains { word in clause.indices.contains { clause.has(word, at: $0) } }
  }

  /// The number behind `start`, a filler between; `nil` for an approximate one, as `约` is none.
  private static func number(_ scalars: [UInt32], behind start: Int) -> (Decimal, Range<Int>)? {
    var index = start
    for _ in 0..<2 {
      while index < scalars.count, Scalars.isSpace(scalars[index]) { index += 1 }
      if let filler = fillers.first(where: { scalars.has($0, at: index) }) { index += filler.count }
    }
    while index < scalars.count, Scalars.isSpace(scalars[index]) { index += 1 }
    let first = index
    var digits = ""
    while index < scalars.count {
      if let digit = Scalars.digit(scalars[index]) {
        digits += "\(digit)"
      } else if Scalars.isOne(of: ".．", scalars[index]), !digits.isEmpty, !digits.contains("."),
        index + 1 < scalars.count, Scalars.digit(scalars[index + 1]) != nil
      {
        digits += "."
      } else if !(scalars[index] == 0x2C && index + 3 < scalars.count && Scalars.digit(scalars[index + 1]) != nil) {
        break
      }
      index += 1
    }
    return Decimal(digits).map { ($0, first..<index) }
  }

  private func hasUnit(_ scalars: [UInt32], at end: Int) -> Bool {
    var index = end
    while index < scalars.count, Scalars.isSpace(scalars[index]) { index += 1 }
    guard let unit = units.first(where: { scalars.has($0, at: index) }) else { return false }
    let behind = index + unit.count
    return !isWhole || behind == scalars.count || !Scalars.isHan(scalars[behind])
  }
}

extension KnownFigure {
  private static let people = words("名学员", "名教师", "名老师", "位老师", "位学员", "个学员", "个老师", "个教师", "个人", "名", "位", "人")
  private static let classHours = words("学时")
  private static let minutes = words("分钟")
  private static let credits = words("学分")

  /// Words as scalars: made once, because every text asks for its figures.
  private static func words(_ words: String...) -> [[UInt32]] { words.map([UInt32].init) }

  /// The figures that `text` may state.
  ///
  /// - Complexity: O(figures).
  static func figures(of text: RecordText, in model: Model) -> [KnownFigure] {
    switch text.kind {
    case Newsletter.table.name: newsletter(model.newsletters.records[text.record], model)
    case Course.table.name: course(model.courses.records[text.record])
    case Project.table.name: project(model.projects.records[text.record])
    case Notice.table.name: notice(model.notices.records[text.record], model)
    case Plan.table.name: plan(model.plans.records[text.record])
    default: []
    }
  }

  /// Everything that texts may call a figure.
  ///
  /// - Complexity: O(records).
  static func names(in model: Model) -> [[UInt32]] {
    let labels = Set(
      model.newsletters.records.flatMap { $0.figures.map(\.label) }
        + model.plans.records.flatMap { $0.diagnosis?.findings.map(\.text) ?? [] })
    return hours + minutesPerClassHour + heads + ownClass + ownMean + lists + ownCourse + duration + samples
      + labels.map([UInt32].init)
  }

  private static let hours = words("总学时", "项目共", "培训共", "全程共", "全程")
  private static let minutesPerClassHour = words("每学时", "1学时", "1 学时", "一学时", "每个学时")
  private static let heads = words("拟培训", "计划培训", "培训人数", "拟培训人数")
  // `全班43人` may as well be the pupils of a lesson that a newsletter tells of.
  private static let ownClass = words("本班", "我班", "全班学员", "全班共有学员")
  private static let ownMean = words("本班人均", "我班人均", "本班学员人均", "全班学员人均")
  private static let lists = words("名单", "名单中", "本次公示")
  private static let ownCourse = words("本课", "本课程")
  private static let samples = words("有效样本", "样本")
  private static let duration = words("时长", "课程时长")

  private static func course(_ record: Course) -> [KnownFigure] {
    guard record.isSound("minutes", "credits") else { return [] }
    var figures = [
      KnownFigure(
        ownCourse + duration, record.minutes.number, minutes, expression: "course.minutes",
        at: record.location(of: "minutes"))
    ]
    if let credits = record.credits {
      figures.append(
        KnownFigure(
          ownCourse, credits.number, Self.credits, expression: "course.credits",
          at: record.location(of: "credits")))
    }
    return figures
  }

  private static func plan(_ record: Plan) -> [KnownFigure] {
    guard record.isSound("diagnosis"), let diagnosis = record.diagnosis else { return [] }
    var figures: [KnownFigure] = []
    if diagnosis.isSound("sample"), let sample = diagnosis.sample {
      figures.append(
        KnownFigure(
          samples, Decimal(sample), words("份", "人", "个", "名"), expression: "plan.diagnosis.sample",
          at: diagnosis.location(of: "sample")))
    }
    // Short texts are words of sentences, too.
    for finding in diagnosis.findings where finding.isSound("text", "value", "unit") && finding.text.utf8.count >= 9 {
      let units = finding.value.isPercent ? ["%", "％"] : finding.unit.map { [$0] } ?? []
      guard !units.isEmpty else { continue }
      figures.append(
        KnownFigure(
          words(finding.text), finding.value.number, units.map([UInt32].init), at: finding.location(of: "value")))
    }
    return figures
  }

  private static func notice(_ record: Notice, _ model: Model) -> [KnownFigure] {
    var figures = record.project?.record(in: model).map { project($0) } ?? []
    if record.isSound("list"), let list = record.list, list.isSound("total") {
      figures.append(KnownFigure(lists, Decimal(list.total), people, isWhole: true, at: list.location(of: "total")))
    }
    return figures
  }

  private static func newsletter(_ record: Newsletter, _ model: Model) -> [KnownFigure] {
    var figures = record.project.record(in: model).map { project($0) } ?? []
    if let own = record.classReference.record(in: model), own.isSound("size") {
      figures.append(
        KnownFigure(
          ownClass, Decimal(own.size), people, isWhole: true, expression: "class.size",
          at: own.location(of: "size")))
    }
    if let own = record.classReference.record(in: model), own.isSound("minutes_mean"), let mean = own.minutesMean {
      figures.append(
        KnownFigure(
          ownMean, mean.number, minutes, expression: "class.minutes_mean", at: own.location(of: "minutes_mean")))
    }
    for figure in record.isSound("figures") ? record.figures : [] {
      // Short labels are words of sentences, too (`注册`, `观课`).
      guard let value = Decimal(figure.figure), let unit = figure.unit, !unit.isEmpty,
        figure.label.utf8.count >= (unit == "%" ? 6 : 9)
      else { continue }
      figures.append(KnownFigure(words(figure.label), value, words(unit), at: figure.location(of: "value")))
    }
    return figures
  }

  private static func project(_ record: Project) -> [KnownFigure] {
    var figures: [KnownFigure] = []
    if record.isSound("class_hours"), let hours = record.classHours {
      figures.append(
        KnownFigure(
          Self.hours, hours.number, classHours, expression: "project.class_hours",
          at: record.location(of: "class_hours")))
    }
    if record.isSound("minutes_per_class_hour"), let minutes = record.minutesPerClassHour {
      figures.append(
        KnownFigure(
          minutesPerClassHour, Decimal(minutes), Self.minutes,
          expression: "project.minutes_per_class_hour", at: record.location(of: "minutes_per_class_hour")))
    }
    if record.isSound("heads"), record.heads.kind == .exact, let heads = record.heads.number {
      figures.append(
        KnownFigure(
          Self.heads, Decimal(heads), people, isWhole: true, expression: "project.heads",
          at: record.location(of: "heads")))
    }
    return figures
  }
}
