import Diagnostics
import Expressions
import Training

/// DT: what belongs to a year or a stage lies in it.
let periodChecks = [
  Check("DT01", "DT02", rule: Message(zh: "项目、阶段、里程碑和场次在计划的年度里", en: "what belongs to a plan lies in its year")) {
    model, findings in
    for plan in model.plans.records {
      guard let year = plan.year else { continue }
      if plan.isSound("cycle"), let cycle = plan.cycle, cycle.from > cycle.to {
        findings.error(
          "DT01", zh: "周期的起（\(cycle.from)）在止（\(cycle.to)）以后", en: "the cycle ends before it begins",
          at: plan.location(of: "cycle"), repair: Message(zh: "起在前，止在后", en: "write the first year first"))
      } else if plan.isSound("cycle"), let cycle = plan.cycle, year < cycle.from || year > cycle.to {
        findings.error(
          "DT02", zh: "计划是 \(year) 年的，不在周期 \(cycle.from)—\(cycle.to) 年里",
          en: "the plan is of \(year), outside its cycle \(cycle.from)–\(cycle.to)", at: plan.location(of: "cycle"),
          repair: Message(zh: "改周期的起止", en: "change the years of the cycle"))
      }
      for phase in model.phasesByPlan[plan.origin.index].map({ model.phases.records[$0] }) {
        phase.outside(year, isProvisional: false, &findings)
      }
      for milestone in model.milestonesByPlan[plan.origin.index].map({ model.milestones.records[$0] })
      where milestone.isSound("when") {
        guard let when = milestone.when else { continue }
        findings.outside(
          year, when.first, when.last, of: ("里程碑", "the milestone"), at: milestone.location(of: "when"),
          isProvisional: false)
      }
    }
    for project in model.projects.records {
      guard let year = project.plan.record(in: model)?.year else { continue }
      let isProvisional = project.timeStatus == .provisional
      if project.isSound("when", "time_status") {
        findings.outside(
          year, project.when.first, project.when.last, of: ("项目", "the project"), at: project.location(of: "when"),
          isProvisional: isProvisional)
      }
      if project.isSound("actual"), let actual = project.actual {
        // What has taken place is not provisional.
        findings.outside(
          year, actual.first, actual.last, of: ("项目实际", "what took place of the project"),
          at: project.location(of: "actual"), isProvisional: false)
      }
      for phase in model.phasesByProject[project.origin.index].map({ model.phases.records[$0] }) {
        phase.outside(year, isProvisional: isProvisional, &findings)
      }
      for session in model.sessionsByProject[project.origin.index].map({ model.sessions.records[$0] })
      where session.isSound("date", "status") && session.status != .cancelled {
        findings.outside(
          year, session.date, session.date, of: ("场次", "the session"), at: session.location(of: "date"),
          isProvisional: session.status == .provisional)
      }
    }
  },
  Check("DT02", rule: Message(zh: "项目在所属的阶段里，课程的场次不早于课程的阶段", en: "projects and sessions lie in their stages")) {
    model, findings in
    for project in model.projects.records where project.isSound("when", "phase", "time_status") {
      // What goes on all year does so beside the stages.
      guard project.when.text != "全年", let phase = project.phase?.record(in: model), phase.isSound("start", "end"),
        let start = phase.start, let end = phase.end, project.when.first < start || project.when.last > end
      else { continue }
      let year = model.year(of: project)
      findings.add(
        Diagnostic(
          "DT02", project.timeStatus == .provisional ? .warning : .error,
          Message(
            zh: "项目在\(project.when.text(in: year))，所属阶段“\(phase.name)”是\(DatedItem(phase).when(in: year))",
            en:
              "the project is \(project.when.first) to \(project.when.last), its stage \(phase.name) \(start) to \(end)"
          ),
          at: project.location(of: "when"),
          notes: [.init(Message(zh: "阶段在这里", en: "the stage"), at: phase.location(ofDay: "start"))],
          repair: Message(zh: "改时间，或改所属阶段", en: "change the time or the stage")))
    }
    for project in model.projects.records where project.isSound("when", "actual", "opens_on") {
      let (span, year) = (project.actual ?? project.when, model.year(of: project))
      guard let day = project.opensOn, day < span.first || day > span.last else { continue }
      findings.error(
        "DT02", zh: "开课日期\(day.text(in: year))不在项目的时间里（\(span.text(in: year))）",
        en: "the day of opening, \(day), is outside of the project's time", at: project.location(of: "opens_on"),
        repair: Message(zh: "改开课日期，或改培训时间", en: "change opens_on, or the time"))
    }
    for session in model.sessions.records where session.isSound("date", "course", "status") {
      guard session.status != .cancelled, let phase = session.course?.record(in: model)?.phase?.record(in: model),
        phase.project?.index == session.project.index, phase.isSound("start"), let start = phase.start,
        session.date < start
      else { continue }
      let year = model.year(of: session.project)
      findings.add(
        Diagnostic(
          "DT02", session.status == .provisional ? .warning : .error,
          Message(
            zh: "课程的阶段“\(phase.name)”\(start.text(in: year))才开始，场次在\(session.date.text(in: year))",
            en: "the course's stage \(phase.name) begins on \(start), the session is on \(session.date)"),
          at: session.location(of: "date"),
          notes: [.init(Message(zh: "阶段在这里", en: "the stage"), at: phase.location(ofDay: "start"))],
          repair: Message(zh: "改场次的日期，或改阶段", en: "change the day of the session, or the stage")))
    }
  },
  Check("DT13", rule: Message(zh: "当前计划还有没到的日子", en: "something of the current plan lies ahead")) { model, findings in
    guard let plan = model.currentPlan, model.isComplete(Phase.self, Milestone.self, Project.self, Session.self) else {
      return
    }
    let projects = model.projects.records.filter { $0.plan.index == plan.origin.index }
    let phases =
      (model.phasesByPlan[plan.origin.index] + projects.flatMap { model.phasesByProject[$0.origin.index] })
      .map { model.phases.records[$0] }
    let milestones = model.milestonesByPlan[plan.origin.index].map { model.milestones.records[$0] }
    let sessions = projects.flatMap { model.sessionsByProject[$0.origin.index] }.map { model.sessions.records[$0] }
    guard projects.allSatisfy({ $0.isSound("when") }), milestones.allSatisfy({ $0.isSound("when") }),
      phases.allSatisfy({ $0.isSound("start", "end") }), sessions.allSatisfy({ $0.isSound("date", "end_date") })
    else { return }
    // A stage without an end may go on, and what has no day yet is not over.
    let days: [CalendarDate] =
      projects.map(\.when.last) + milestones.map { $0.when?.last ?? model.asOf } + phases.map { $0.end ?? model.asOf }
      + sessions.map(\.lastDate)
    guard let last = days.max(), last < model.asOf else { return }
    findings.note(
      "DT13", zh: "“\(plan.title)”的日程都已过去，最后一天是 \(last)",
      en: "everything of \(plan.title) is over since \(last)",
      at: model.settings.location(of: "current_plan"),
      repair: Message(zh: "current_plan 换成下一份计划；或改基准日 as_of", en: "name the next plan in current_plan, or change as_of")
    )
  },
]

extension Phase {
  /// DT02 for days of another year than `year` of the plan.
  fileprivate func outside(_ year: Int, isProvisional: Bool, _ findings: inout Findings) {
    guard isSound("start", "end"), let first = start ?? end, let last = end ?? start else { return }
    // An end before its start is DT01.
    let isTooLate = last.year > year + 1 && first <= last && first.year >= year
    findings.outside(
      year, first, max(first, last), of: ("阶段", "the stage"),
      at: location(ofDay: isTooLate || start == nil ? "end" : "start"), isProvisional: isProvisional)
  }
}

extension Findings {
  /// DT02 for what begins before the year of its plan, or ends after the year that follows: what begins late in a year
  /// may go on into the next, and what begins in the autumn before may be its preparation, which is a warning.
  fileprivate mutating func outside(
    _ year: Int, _ first: CalendarDate, _ last: CalendarDate, of item: (zh: String, en: String),
    at location: SourceLocation, isProvisional: Bool
  ) {
    guard first.year < year || last.year > year + 1 else { return }
    let found = first.year < year ? first.year : last.year
    let isPreparation = first.year == year - 1 && first.month >= 9 && last.year <= year + 1
    add(
      Diagnostic(
        "DT02", isProvisional || isPreparation ? .warning : .error,
        Message(
          zh: "\(item.zh)在 \(found) 年，计划是 \(year) 年的", en: "\(item.en) is in \(found), the plan is of \(year)"),
        at: location, repair: Message(zh: "核对年份，或移到那一年的计划里", en: "check the year, or move it to the plan of that year"))
    )
  }
}
