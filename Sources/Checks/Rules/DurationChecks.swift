import Diagnostics
import Expressions
import Training

/// DT: how long things last, and how long before or after others.
let durationChecks = [
  Check(
    "DT10", rule: Message(zh: "集中研修连续规定的天数，每天排满", en: "intensive courses have their days on end, each of them filled")
  ) {
    model, findings in
    guard model.isComplete(Session.self) else { return }
    for project in model.projects.records where project.isSound("intensive") {
      guard let rule = project.intensive else { continue }
      for run in intensives(of: project, model) {
        let last = run.first.adding(days: run.days.count - 1)
        if run.days.count != rule.days {
          findings.error(
            "DT10",
            zh: "集中研修从\(run.first.monthDayText)到\(last.monthDayText)连续 \(run.days.count) 天，应连续 \(rule.days) 天",
            en: "the intensive course has \(run.days.count) days on end from \(run.first), not \(rule.days)",
            at: run.days[0][0].location(of: "date"),
            repair: Message(zh: "改日程，或改 intensive 的 days", en: "change the sessions, or days of intensive"),
            notes: [.init(Message(zh: "应有几天写在这里", en: "how many it has"), at: rule.location(of: "days"))])
        }
        guard let slots = rule.slots else { continue }
        for day in run.days where day.allSatisfy({ $0.time != nil && $0.endDate == nil }) {
          // Rooms at one time are one slot.
          let found = Set(day.compactMap { $0.time?.start }).count
          guard found != slots else { continue }
          findings.error(
            "DT10", zh: "\(day[0].date.monthDayText)排了 \(found) 段，应有 \(slots) 段",
            en: "\(day[0].date) has \(found) slots, not \(slots)", at: day[0].location(of: "date"),
            repair: Message(zh: "改日程，或改 intensive 的 slots", en: "change the sessions, or slots of intensive"),
            notes: [.init(Message(zh: "一天几段写在这里", en: "how many a day has"), at: rule.location(of: "slots"))])
        }
      }
    }
  },
  Check(
    "DT10",
    rule: Message(zh: "前置任务够天数，在集中研修以前完成", en: "the task before an intensive course is long enough and ends in time")
  ) { model, findings in
    for project in model.projects.records where project.isSound("pre_task") {
      guard let task = project.preTask else { continue }
      let days = task.to.dayNumber - task.from.dayNumber + 1
      if days != task.days {
        findings.error(
          "DT10", zh: "前置任务是 \(max(days, 0)) 天，应有 \(task.days) 天",
          en: "the task before has \(max(days, 0)) days, not \(task.days)", at: task.location(of: "to"),
          repair: Message(
            zh: "\(task.from) 起 \(task.days) 天，到 \(task.from.adding(days: task.days - 1))",
            en: "\(task.days) days from \(task.from) end on \(task.from.adding(days: task.days - 1))"))
      }
      guard let first = intensives(of: project, model).map(\.first).min(), task.to >= first else { continue }
      findings.error(
        "DT10", zh: "前置任务到\(task.to.monthDayText)，集中研修\(first.monthDayText)已经开始",
        en: "the task before ends on \(task.to), the intensive course begins on \(first)", at: task.location(of: "to"),
        repair: Message(zh: "让前置任务在集中研修以前结束", en: "end the task before the intensive course"))
    }
  },
  Check(
    "DT10", rule: Message(zh: "跟岗实践的截止是集中研修以后规定的天数", en: "what follows an intensive course ends so many days after it")
  ) { model, findings in
    for project in model.projects.records where project.isSound("follow_up") {
      guard let task = project.followUp, let until = task.until else { continue }
      let ends = intensives(of: project, model).map { $0.first.adding(days: $0.days.count - 1 + task.days) }
      guard let right = ends.max(), !ends.contains(until) else { continue }
      findings.error(
        "DT10", zh: "跟岗实践的截止是 \(until)，集中研修以后 \(task.days) 天是 \(right)",
        en: "what follows ends on \(until); \(task.days) days after the intensive course is \(right)",
        at: task.location(of: "until"), repair: Message(zh: "写 until: \(right)", en: "write until: \(right)"))
    }
  },
  Check("DT10", rule: Message(zh: "回访在项目结束后规定的月份", en: "a follow-up is so many months after its project")) {
    model, findings in
    for milestone in model.milestones.records where milestone.isSound("when", "follows", "months_after") {
      guard let when = milestone.when, let project = milestone.follows?.record(in: model), project.isSound("when")
      else { continue }
      let months = milestone.monthsAfter ?? 3
      let right = month(of: project.when.last) + months
      guard !(month(of: when.first)...month(of: when.last)).contains(right) else { continue }
      findings.error(
        "DT10",
        zh:
          "“\(project.name)”\(project.when.last.monthDayText)结束，\(months) 个月后是 \(text(ofMonth: right))，回访写在\(when.text)",
        en: "\(project.id.text) ends on \(project.when.last); \(months) months later is \(text(ofMonth: right))",
        at: milestone.location(of: "when"),
        repair: Message(zh: "写 \(text(ofMonth: right))", en: "write \(text(ofMonth: right))"))
    }
  },
]

/// Intensive sessions on days that follow each other.
private struct Run {
  let first: CalendarDate
  /// Of each day from the first on, its sessions; none is empty.
  var days: [[Session]]
}

/// The intensive courses of `project`, in time order; those for one class or stream by themselves.
private func intensives(of project: Project, _ model: Model) -> [Run] {
  let sessions = model.sessionsByProject[project.origin.index].map { model.sessions.records[$0] }
    .filter { $0.kind == .intensive && $0.status != .cancelled && $0.isSound("date", "end_date", "kind", "status") }
  let groups = Dictionary(grouping: sessions) { [$0.stream?.index, $0.classReference?.index] }
  var runs: [Run] = []
  for group in groups.values {
    var days: [CalendarDate: [Session]] = [:]
    for session in group where session.lastDate.dayNumber - session.date.dayNumber < 100 {
      for day in session.date.dayNumber...max(session.date.dayNumber, session.lastDate.dayNumber) {
        days[CalendarDate(dayNumber: day), default: []].append(session)
      }
    }
    var own: [Run] = []
    for (day, sessions) in days.sorted(by: { $0.key < $1.key }) {
      if let last = own.last, last.first.adding(days: last.days.count) == day {
        own[own.count - 1].days.append(sessions)
      } else {
        own.append(Run(first: day, days: [sessions]))
      }
    }
    runs += own
  }
  return runs.sorted { ($0.first, $0.days[0][0].id.text) < ($1.first, $1.days[0][0].id.text) }
}

/// Months since the year 0.
private func month(of date: CalendarDate) -> Int { date.year * 12 + date.month - 1 }

/// `2026-12`.
private func text(ofMonth month: Int) -> String {
  let number = month % 12 + 1
  return "\(month / 12)-" + (number < 10 ? "0" : "") + "\(number)"
}
