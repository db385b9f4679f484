import Diagnostics
import Expressions
import Training

/// DT: the stages of a plan or a project, one after the other.
let phaseChecks = [
  Check("DT03", "DT04", rule: Message(zh: "阶段前后相接，重叠要写明", en: "stages follow each other; overlaps are declared")) {
    model, findings in
    guard model.isComplete(Phase.self) else { return }
    for phases in phasesOfOwners(in: model) {
      let dated = phases.compactMap(DatedPhase.init)
      let isWhole = dated.count == phases.count
      var before: [DatedPhase] = []
      for phase in dated.sorted(by: { ($0.start, $0.record.no) < ($1.start, $1.record.no) }) {
        defer { before.append(phase) }
        if let other = before.first(where: { $0.end >= phase.start && !$0.record.overlap }), !phase.record.overlap {
          findings.overlap(of: phase, with: other)
        } else if isWhole, let last = before.max(by: { $0.end < $1.end }) {
          findings.gap(between: last, and: phase, model.calendar)
        }
      }
    }
  },
  Check("DT05", rule: Message(zh: "里程碑写明时间", en: "a milestone says when it is")) { model, findings in
    for milestone in model.milestones.records where milestone.when == nil && milestone.isSound("when") {
      guard !milestone.isOpen("when") else { continue }
      findings.warning(
        "DT05", zh: "里程碑“\(milestone.title)”没有写时间", en: "the milestone \(milestone.title) has no date",
        at: milestone.location(of: "id"),
        repair: Message(zh: "写上时间；还没有定的，写 待定（负责部门，日期）", en: "write when it is, or 待定（owner，day） while it is open"))
    }
  },
  Check("DT05", rule: Message(zh: "阶段写明开始和结束的日期", en: "a stage says when it begins and ends")) { model, findings in
    for phases in phasesOfOwners(in: model) {
      var previousEnd: CalendarDate?
      for phase in phases {
        defer { previousEnd = phase.end ?? previousEnd }
        guard phase.isSound("start", "end", "when", "weeks") else { continue }
        if let when = phase.when, phase.project == nil {
          findings.unreckoned(when, of: phase, in: model)
          continue
        }
        let missing = [("start", phase.start), ("end", phase.end)].filter { $0.1 == nil && !phase.isOpen($0.0) }
        guard !missing.isEmpty, !phase.isOpen("when") else { continue }
        let begins = phase.start ?? previousEnd?.adding(days: 1)
        let isNear = begins.map { (0...7).contains($0.dayNumber - model.asOf.dayNumber) } ?? false
        let plan = phase.plan?.record(in: model)
        if let when = phase.when {
          findings.unreckoned(when, of: phase, in: model)
          continue
        }
        findings.add(
          Diagnostic(
            "DT05", isNear && plan?.status == .issued ? .error : .warning,
            Message(
              zh: "阶段“\(phase.name)”没有写\(missing.map { $0.0 == "start" ? "开始" : "结束" }.joined(separator: "和"))的日期",
              en: "the stage \(phase.name) has no \(missing.map(\.0).joined(separator: " and no "))"),
            at: phase.location(of: "id"), repair: repair(of: phase, begins)))
      }
    }
  },
  Check("DT11", rule: Message(zh: "写出的日期与所写的时间要求相符", en: "dates that are written fit the relative time")) {
    model, findings in
    for phase in model.phases.records where phase.isSound("start", "end", "when") {
      guard let when = phase.when, let days = phase.reckoned, let start = phase.start, let end = phase.end,
        start != days.lowerBound || end != days.upperBound
      else { continue }
      let span = days.lowerBound.text(through: days.upperBound)
      findings.warning(
        "DT11", zh: "“\(when.text)”按开课日期推算是\(span)，写的是\(phase.period)",
        en: "\(when.text) means \(days.lowerBound) to \(days.upperBound), written is \(start) to \(end)",
        at: phase.location(ofDay: start != days.lowerBound ? "start" : "end"),
        repair: Message(
          zh: "去掉 start 和 end，由开课日期推算；或改成\(span)；确实不同的，去掉 when",
          en: "take out start and end, or correct them; without when nothing is compared"),
        notes: [.init(Message(zh: "时间要求在这里", en: "the relative time"), at: phase.location(of: "when"))])
    }
  },
  Check("DT11", rule: Message(zh: "写出的周数与日期相符", en: "weeks that are written fit the dates")) { model, findings in
    for phase in model.phases.records where phase.isSound("start", "end", "weeks") {
      guard let weeks = phase.weeks, let dated = DatedPhase(phase), !fits(weeks, dated.days) else { continue }
      findings.warning(
        "DT11", zh: "写的是 \(weeks) 周，\(phase.period)是 \(dated.days) 天",
        en: "\(weeks) weeks are written, \(dated.start) to \(dated.end) are \(dated.days) days",
        at: phase.location(of: "weeks"),
        repair: Message(zh: "\(weeks) 周是 \(weeks * 7) 天", en: "\(weeks) weeks are \(weeks * 7) days"))
    }
    guard model.isComplete(Phase.self) else { return }
    // Stages that have weeks and no dates are compared with the days of the project.
    for project in model.projects.records where project.isSound("when") && project.when.text.hasSuffix("日") {
      let phases = model.phasesByProject[project.origin.index].map { model.phases.records[$0] }
      let weeks = phases.compactMap(\.weeks)
      let days = project.when.last.dayNumber - project.when.first.dayNumber + 1
      guard !weeks.isEmpty, weeks.count == phases.count, days > 1,
        phases.allSatisfy({ $0.isSound("start", "end", "weeks") && $0.start == nil && $0.end == nil }),
        !fits(weeks.reduce(0, +), days)
      else { continue }
      let sum = weeks.reduce(0, +)
      findings.warning(
        "DT11", zh: "各阶段共 \(sum) 周（\(sum * 7) 天），项目的时间\(project.when.text)是 \(days) 天",
        en: "the stages have \(sum) weeks (\(sum * 7) days), the project \(days) days",
        at: project.location(of: "when"),
        repair: Message(
          zh: "核对：" + weeks.map(String.init).joined(separator: "+") + " = \(sum) 周",
          en: "check: " + weeks.map(String.init).joined(separator: "+") + " = \(sum) weeks"))
    }
  },
]

/// A stage whose days are known.
private struct DatedPhase {
  let record: Phase
  let start: CalendarDate
  let end: CalendarDate

  /// `nil` for one without days, or with an end before its start, which is DT01.
  init?(_ record: Phase) {
    guard record.isSound("start", "end", "overlap", "gap"), let start = record.start, let end = record.end, start <= end
    else { return nil }
    self.record = record
    self.start = start
    self.end = end
  }

  var days: Int { end.dayNumber - start.dayNumber + 1 }
}

/// Whether `days` days are `weeks` weeks, the last of them with or without its weekend.
private func fits(_ weeks: Int, _ days: Int) -> Bool { (weeks * 7 - 2...weeks * 7).contains(days) }

/// The stages of each plan and of each project, in their order.
private func phasesOfOwners(in model: Model) -> [[Phase]] {
  (model.phasesByPlan + model.phasesByProject).filter { !$0.isEmpty }.map { $0.map { model.phases.records[$0] } }
}

/// When a stage without an end is over, if its weeks say so.
private func repair(of phase: Phase, _ begins: CalendarDate?) -> Message {
  if phase.start != nil, let begins, let weeks = phase.weeks, weeks > 0 {
    let end = begins.adding(days: weeks * 7 - 1)
    return Message(zh: "按 \(weeks) 周，写 end: \(end)", en: "by its \(weeks) weeks, write end: \(end)")
  }
  return Message(
    zh: "写上日期；还没有定的，写 {pending: {what: …, owner: 负责部门, by: 日期}}",
    en: "write the dates, or {pending: {what: …, owner: …, by: …}} while they are open")
}

extension Project {
  /// Whether only a month of its last day is known.
  fileprivate var hasNoClosingDay: Bool {
    let end = (actual ?? when).end
    return end.lowerBound != end.upperBound
  }
}

extension Findings {
  /// DT05 for a relative time that nothing can be counted from.
  fileprivate mutating func unreckoned(_ when: RelativePeriod, of phase: Phase, in model: Model) {
    guard let project = phase.project?.record(in: model) else {
      guard phase.project == nil else { return }
      warning(
        "DT05", zh: "“\(when.text)”只能写在项目的阶段里，计划没有开课日期",
        en: "\(when.text) is for stages of projects: a plan has no day of opening", at: phase.location(of: "when"),
        repair: Message(zh: "写 start 和 end", en: "write start and end"))
      return
    }
    // Without a day of opening nothing is known; a stage before that has no end has its own message.
    guard project.isSound("when", "actual", "opens_on"), !project.isOpen("opens_on"),
      project.opening.lowerBound != project.opening.upperBound || when.anchor == .after && project.hasNoClosingDay
    else { return }
    warning(
      "DT05", zh: "“\(when.text)”推算不出日期：项目的时间只写到\((project.actual ?? project.when).text)",
      en: "\(when.text) gives no days: the project has no day of opening", at: phase.location(of: "when"),
      repair: Message(
        zh: "把项目的时间写成日期，或写 opens_on: 开课日期；或在这里写 start 和 end",
        en: "write the project's time with days, or its opens_on; or write start and end here"),
      notes: [.init(Message(zh: "项目的时间在这里", en: "the time of the project"), at: project.location(of: "when"))])
  }

  fileprivate mutating func overlap(of phase: DatedPhase, with other: DatedPhase) {
    let days = min(phase.end, other.end).dayNumber - phase.start.dayNumber + 1
    warning(
      "DT04",
      zh:
        "“\(phase.record.name)”从\(phase.start.monthDayText)开始，“\(other.record.name)”到\(other.end.monthDayText)才结束，重叠 \(days) 天",
      en:
        "\(phase.record.name) begins on \(phase.start), \(other.record.name) ends on \(other.end): \(days) days of both",
      at: phase.record.location(ofDay: "start"),
      repair: Message(zh: "改日期；可以同时进行的，写 overlap: true", en: "change a date, or write overlap: true if both may run"),
      notes: [.init(Message(zh: "前一个阶段的结束在这里", en: "the other ends here"), at: other.record.location(ofDay: "end"))])
  }

  /// Says nothing of days on which nobody works.
  fileprivate mutating func gap(between last: DatedPhase, and phase: DatedPhase, _ calendar: WorkCalendar) {
    let days = phase.start.dayNumber - last.end.dayNumber - 1
    // A relative time with room in it says so itself.
    let isDeclared =
      phase.record.when?.hasOffset ?? false
      || last.record.when?.anchor == .before && last.record.when?.hasOffset ?? false
    guard days > 0, !phase.record.gap, !isDeclared else { return }
    if days < 32, calendar.workdays(after: last.end, through: phase.start.adding(days: -1)).isEmpty { return }
    warning(
      "DT03",
      zh:
        "“\(last.record.name)”到\(last.end.monthDayText)结束，“\(phase.record.name)”从\(phase.start.monthDayText)开始，中间空 \(days) 天",
      en:
        "\(last.record.name) ends on \(last.end), \(phase.record.name) begins on \(phase.start): \(days) days of neither",
      at: phase.record.location(ofDay: "start"),
      repair: Message(zh: "改日期；确实要空着的，在后一个阶段写 gap: true", en: "change a date, or write gap: true in the later stage"),
      notes: [
        .init(Message(zh: "前一个阶段的结束在这里", en: "the stage before ends here"), at: last.record.location(ofDay: "end"))
      ])
  }
}
