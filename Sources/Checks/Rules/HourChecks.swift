import Diagnostics
import Expressions
import Training
import Values

/// HR: minutes, class hours, credits.
let hourChecks = [
  Check("HR01", rule: Message(zh: "阶段的课程分钟数等于学时 × 每学时分钟", en: "course minutes match the stage's class hours")) {
    model, findings in
    // A course that cannot be read, or whose stage is not known, is missing in some sum.
    guard model.isComplete(Course.self, Stream.self), model.courses.records.allSatisfy({ $0.isSound("phase") })
    else { return }
    for phase in model.phases.records {
      guard phase.isSound("class_hours"), let hours = phase.classHours, let project = phase.project?.record(in: model),
        ClassHourSum(of: project, in: model)?.isRight ?? true,
        project.isSound("minutes_per_class_hour"), let perHour = project.minutesPerClassHour,
        let expected = hours.number.multiplied(by: Decimal(perHour))
      else { continue }
      let courses = model.coursesByPhase[phase.origin.index].map { model.courses.records[$0] }
      guard !courses.isEmpty, courses.allSatisfy({ $0.isSound("minutes", "streams", "pack") }) else { continue }
      let streams = model.streamsByProject[project.origin.index].map { model.streams.records[$0] }
      let audiences: [(name: String, courses: [Course])] =
        streams.isEmpty
        ? [("", courses)]
        : streams.map { stream in
          (
            stream.name,
            courses.filter { $0.streams.isEmpty || $0.streams.contains { $0.index == stream.origin.index } }
          )
        }
      for audience in audiences {
        guard let sum = Minutes.sum(audience.courses.map(\.minutes)), sum.number != expected else { continue }
        findings.error(
          "HR01",
          zh: "\(audience.name)“\(phase.name)”的课程共 \(sum.number) 分钟，\(hours.number) 学时 × \(perHour) = \(expected) 分钟",
          en:
            "\(audience.name) \(phase.name): courses of \(sum.number) minutes, but \(hours.number) class hours × \(perHour) = \(expected)",
          at: phase.location(of: "class_hours"),
          repair: Message(zh: "改课程的分钟或阶段的学时", en: "change the minutes of courses or the class hours of the stage"))
        break
      }
    }
  },
  Check("HR02", rule: Message(zh: "各阶段学时合计等于项目学时", en: "the stages' class hours add up to the project's")) {
    model, findings in
    for project in model.projects.records {
      guard let hours = ClassHourSum(of: project, in: model), !hours.isRight else { continue }
      let parts = hours.parts.map(\.number.description).joined(separator: "+")
      findings.error(
        "HR02",
        zh: "各阶段共 \(hours.sum.number) 学时，项目写的是 \(hours.total.number) 学时",
        en: "the stages add up to \(hours.sum.number) class hours, the project states \(hours.total.number)",
        at: hours.place,
        repair: Message(zh: "核对：\(parts) = \(hours.sum.number)", en: "check \(parts) = \(hours.sum.number)"),
        notes: [
          .init(Message(zh: "项目的学时在这里", en: "the project's class hours"), at: project.location(of: "class_hours"))
        ])
    }
  },
  Check("HR03", rule: Message(zh: "各阶段周数合计等于项目周数", en: "the stages' weeks add up to the project's")) {
    model, findings in
    guard model.isComplete(Phase.self) else { return }
    for project in model.projects.records where project.isSound("weeks") {
      let phases = model.phasesByProject[project.origin.index].map { model.phases.records[$0] }
      let weeks = phases.compactMap(\.weeks)
      guard let total = project.weeks, !weeks.isEmpty, weeks.count == phases.count,
        phases.allSatisfy({ $0.isSound("weeks") }), weeks.reduce(0, +) != total
      else { continue }
      let sum = weeks.reduce(0, +)
      let parts = weeks.map(String.init).joined(separator: "+")
      findings.error(
        "HR03", zh: "各阶段共 \(sum) 周，项目写的是 \(total) 周",
        en: "the stages add up to \(sum) weeks, the project states \(total)", at: project.location(of: "weeks"),
        repair: Message(zh: "核对：\(parts) = \(sum)", en: "check \(parts) = \(sum)"))
    }
  },
  Check("HR04", rule: Message(zh: "学分与时长相符，层级的学分修得满", en: "credits agree with minutes; tiers can be fulfilled")) {
    model, findings in
    for course in model.courses.records where course.isSound("minutes", "credits", "module") {
      guard let credits = course.credits, credits.number > Decimal(0),
        let rule = course.module?.record(in: model)?.plan?.record(in: model)?.creditRule,
        let expected = credits.number.multiplied(by: rule.taskHours.number)?.multiplied(by: Decimal(60)),
        expected != course.minutes.number
      else { continue }
      findings.error(
        "HR04",
        zh: "\(credits.number) 学分的任务学习应为 \(expected) 分钟，写的是 \(course.minutes.number)",
        en: "\(credits.number) credits need \(expected) minutes of task study, not \(course.minutes.number)",
        at: course.location(of: "minutes"),
        repair: Message(
          zh: "1 学分 = \(rule.taskHours.number) 小时任务学习", en: "1 credit = \(rule.taskHours.number) hours of task study"))
    }
    guard model.isComplete(Course.self, Module.self),
      model.courses.records.allSatisfy({ $0.isSound("module", "credits") })
    else { return }
    for tier in model.tiers.records where tier.isSound("credits", "modules") {
      let modules = tier.modules.compactMap { $0.record(in: model) }
      guard modules.count == tier.modules.count else { continue }
      let offered = modules.reduce(Decimal(0)) { $0.adding(model.credits(of: $1)) ?? $0 }
      guard offered < tier.credits.number else { continue }
      findings.error(
        "HR04", zh: "“\(tier.name)”要 \(tier.credits.number) 学分，所列模块只开出 \(offered) 学分",
        en: "\(tier.name) asks for \(tier.credits.number) credits, its modules offer \(offered)",
        at: tier.location(of: "credits"),
        repair: Message(zh: "加课程或模块，或改层级的学分", en: "add courses or modules, or change the credits"))
    }
  },
  Check("RF06", rule: Message(zh: "要修学分的计划写明 1 学分等于什么", en: "a plan with credits says what a credit is")) {
    model, findings in
    for plan in model.plans.records where plan.creditRule == nil && plan.isSound("credit_rule") {
      guard !plan.isOpen("credit_rule"), let tier = model.tiersByPlan[plan.origin.index].first else { continue }
      findings.warning(
        "RF06", zh: "要修学分，但没有写 1 学分等于什么；页面按 8 小时任务学习、2 小时跟岗、1 份证据折算，没有核对",
        en:
          "credits are asked for, but not what a credit is: pages take 8 hours of tasks, 2 of observation, 1 piece of evidence",
        at: model.tiers.records[tier].location(of: "credits"),
        repair: Message(
          zh: "在 plan.md 写 credit_rule: {task_hours: 8 h, observe_hours: 2 h, evidence: 1}",
          en: "write credit_rule: {task_hours: 8 h, observe_hours: 2 h, evidence: 1} in plan.md"))
    }
  },
  Check("HR05", rule: Message(zh: "文件里的人数合计等于年度表各项之和", en: "the total of heads is the sum of the year table")) {
    model, findings in
    for plan in model.plans.records where plan.isSound("heads_total") && model.isComplete(Project.self) {
      guard let total = plan.headsTotal else { continue }
      let projects = model.numberedProjects(of: plan).map { model.projects.records[$0] }
      guard projects.allSatisfy({ $0.isSound("heads") }) else { continue }
      // Everybody is in the other projects too, counted or not.
      let numbers = projects.filter { $0.heads.kind != .everybody }.compactMap(\.heads.number)
      let sum = numbers.reduce(0, +)
      guard sum != total else { continue }
      let others = projects.count - numbers.count
      findings.error(
        "HR05", zh: "人数合计写的是 \(total)，年度表各项之和是 \(sum)" + (others > 0 ? "（另有\(others)项为全员，不计入合计）" : ""),
        en: "the total of heads is \(total); the projects add up to \(sum)", at: plan.location(of: "heads_total"),
        repair: Message(
          zh: "核对：" + numbers.map(String.init).joined(separator: "+") + " = \(sum)",
          en: "check: " + numbers.map(String.init).joined(separator: "+") + " = \(sum)"))
    }
  },
  Check("HR05", rule: Message(zh: "项目人数等于各学科班报名人数之和", en: "the heads of a project are those of its streams")) {
    model, findings in
    guard model.isComplete(Stream.self), model.streams.records.allSatisfy({ $0.isSound("project") }) else { return }
    for project in model.projects.records where project.isSound("heads") && project.heads.kind != .approximate {
      let streams = model.streamsByProject[project.origin.index].map { model.streams.records[$0] }
      let sum = streams.reduce(0) { $0 + $1.enrolled }
      guard let heads = project.heads.number, !streams.isEmpty, streams.allSatisfy({ $0.isSound("enrolled") }),
        sum != heads
      else { continue }
      findings.error(
        "HR05", zh: "项目人数写的是 \(heads)，各学科班报名人数之和是 \(sum)",
        en: "the project has \(heads) heads, its streams add up to \(sum)", at: project.location(of: "heads"),
        repair: Message(
          zh: "核对：" + streams.map { String($0.enrolled) }.joined(separator: "+") + " = \(sum)",
          en: "check: " + streams.map { String($0.enrolled) }.joined(separator: "+") + " = \(sum)"))
    }
  },
  Check("HR05", rule: Message(zh: "一份计划里学段相同的全员，人数相同", en: "everybody of the same stages is one number in a plan")) {
    model, findings in
    for plan in model.plans.records {
      var known: [[String]: Project] = [:]
      for project in model.projects.records
      where project.plan.index == plan.origin.index && project.isSound("heads", "stages")
        && project.heads.kind == .everybody
      {
        guard let number = project.heads.number else { continue }
        guard let first = known[project.stages.sorted()], let other = first.heads.number else {
          known[project.stages.sorted()] = project
          continue
        }
        guard number != other else { continue }
        findings.error(
          "HR05", zh: "全员写的是 \(number) 人，“\(first.name)”的全员是 \(other) 人",
          en: "everybody is \(number) here and \(other) in \(first.id.text)", at: project.location(of: "heads"),
          repair: Message(zh: "改正其中一处；对象不同的，写明学段或写人数", en: "correct one of them, or write stages or a number"),
          notes: [.init(Message(zh: "另一处", en: "the other"), at: first.location(of: "heads"))])
      }
    }
  },
  Check(
    "HR01", rule: Message(zh: "不足 1 学时的课程，时长写明是分钟", en: "a course shorter than a class hour says that it is in minutes")
  ) {
    model, findings in
    for course in model.courses.records where course.isSound("minutes", "pack") {
      let perHour = model.minutesPerClassHour(of: course)
      guard course.minutes.number > Decimal(0), course.minutes.number < Decimal(perHour) else { continue }
      let place = course.location(of: "minutes")
      guard let span = place.span, let bytes = model.files.bytes(of: place.path), let last = bytes[span.range].last,
        last &- UInt8(ascii: "0") < 10
      else { continue }
      findings.warning(
        "HR01", zh: "“\(course.title)”不足 1 学时（\(perHour) 分钟），没有写明 \(course.minutes.number) 是分钟",
        en:
          "\(course.id.text) is shorter than a class hour (\(perHour) minutes) and does not say that \(course.minutes.number) are minutes",
        at: place,
        repair: Message(
          zh: "写 minutes: \(course.minutes.number)分钟；不足 1 学时的课程不折合学时",
          en: "write minutes: \(course.minutes.number)分钟; such a course is not counted in class hours"))
    }
  },
  Check("HR06", rule: Message(zh: "合计人数里没有“约”和“全员”", en: "head counts that are added up are exact")) {
    model, findings in
    for project in model.projects.records where project.no != nil && project.isSound("heads") {
      switch project.heads.kind {
      case .approximate:
        findings.warning(
          "HR06", zh: "人数是约数，年度合计按 \(project.heads.number ?? 0) 计",
          en: "an approximate head count; the year's sum takes \(project.heads.number ?? 0)",
          at: project.location(of: "heads"), repair: Message(zh: "人数确定后去掉“约”", en: "drop 约 once the number is known"))
      case .everybody:
        guard project.heads.number == nil else { continue }
        findings.note(
          "HR06", zh: "全员没有数字，不计入年度合计", en: "everybody has no number and is left out of the year's sum",
          at: project.location(of: "heads"),
          repair: Message(zh: "数过的写 全员（5230人）", en: "once they are counted, write 全员（5230人）"))
      case .exact: break
      }
    }
  },
]

/// The class hours of a project's stages beside those of the project.
struct ClassHourSum {
  let parts: [ClassHours]
  let sum: ClassHours
  let total: ClassHours
  /// The first stage that states its class hours.
  let place: SourceLocation
  var isRight: Bool { sum == total }

  /// `nil` when there is nothing to compare.
  init?(of project: Project, in model: Model) {
    guard model.isComplete(Phase.self), project.isSound("class_hours"), let total = project.classHours else {
      return nil
    }
    let phases = model.phasesByProject[project.origin.index].map { model.phases.records[$0] }
    guard phases.allSatisfy({ $0.isSound("class_hours") }),
      let first = phases.first(where: { $0.classHours != nil }),
      let sum = ClassHours.sum(phases.compactMap(\.classHours))
    else { return nil }
    parts = phases.compactMap(\.classHours)
    self.sum = sum
    self.total = total
    place = first.location(of: "class_hours")
  }
}
