import Diagnostics
import Values

extension ReportKind {
  /// Whether minutes, class hours and credits agree, for each course and for what they add up to.
  package static let hours = ReportKind(
    name: "hours",
    title: Message(zh: "分钟、学时和学分是否相符", en: "whether minutes, class hours and credits agree"),
    explanation: Message(
      zh: "每门课程、每个阶段（有学科班的分学科班）、每个项目和每个学分层级一行：写了多少，应当是多少，差多少。",
      en:
        "A row for each course, each stage (for each stream where there are some), each project and each tier: what is written, what should be, and the difference."
    )
  ) { model in
    Report(
      [
        .message("kind", "类别", "kind") { $0.kind.title },
        .text("name", "名称", "name") { $0.name },
        .text("of", "所属", "part of") { $0.owner },
        .text("audience", "学科班", "stream") { $0.audience },
        .number("minutes", "分钟", "minutes") { $0.minutes },
        .number("expected_minutes", "应为分钟", "minutes expected") { $0.expectedMinutes },
        .number("class_hours", "折合学时", "class hours") { $0.classHours },
        .number("credits", "学分", "credits") { $0.credits },
        .number("expected_credits", "要求学分", "credits required") { $0.expectedCredits },
        .message("result", "结果", "result") { $0.result },
      ], HoursLine.all(in: model))
  }
}

/// What a course, or a group of them, takes.
private struct HoursLine {
  enum Kind {
    case course, phase, project, tier

    var title: Message {
      switch self {
      case .course: Message(zh: "课程", en: "course")
      case .phase: Message(zh: "阶段", en: "stage")
      case .project: Message(zh: "项目", en: "project")
      case .tier: Message(zh: "学分层级", en: "tier")
      }
    }
  }

  var kind: Kind
  var name: String
  /// The pack of a course, the project of a stage, the plan of a tier.
  var owner: String?
  var audience: String?
  var minutes: Decimal?
  var expectedMinutes: Decimal?
  var classHours: Decimal?
  var credits: Decimal?
  var expectedCredits: Decimal?

  /// `nil` when there is nothing to compare with.
  var result: Message? {
    if let minutes, let expectedMinutes {
      if minutes == expectedMinutes { return Message(zh: "相符", en: "agrees") }
      if minutes < expectedMinutes {
        return expectedMinutes.subtracting(minutes).map { Message(zh: "少 \($0) 分钟", en: "\($0) minutes short") }
      }
      return minutes.subtracting(expectedMinutes).map { Message(zh: "多 \($0) 分钟", en: "\($0) minutes over") }
    }
    if let credits, let expectedCredits {
      if credits >= expectedCredits { return Message(zh: "修得满", en: "can be fulfilled") }
      return expectedCredits.subtracting(credits).map { Message(zh: "差 \($0) 学分", en: "\($0) credits short") }
    }
    return nil
  }

  static func all(in model: Model) -> [HoursLine] {
    var lines = model.courses.records.filter { $0.isSound("minutes", "credits") }.map { course(of: $0, model) }
    for project in model.projects.records {
      let phases = model.phasesByProject[project.origin.index].map { model.phases.records[$0] }
      lines += phases.flatMap { phase(of: $0, project, model) }
      if let line = self.project(of: project, phases) { lines.append(line) }
    }
    return lines + model.tiers.records.filter { $0.isSound("credits", "modules") }.map { tier(of: $0, model) }
  }

  private static func course(of course: Course, _ model: Model) -> HoursLine {
    let rule = course.module?.record(in: model)?.plan?.record(in: model)?.creditRule
    let hours = course.credits.flatMap { credits in rule.flatMap { credits.number.multiplied(by: $0.taskHours.number) }
    }
    return HoursLine(
      kind: .course, name: course.title, owner: course.pack.record(in: model)?.title, minutes: course.minutes.number,
      expectedMinutes: hours.flatMap { $0.multiplied(by: Decimal(60)) },
      classHours: course.classHours(minutesPerClassHour: model.minutesPerClassHour(of: course)),
      credits: course.credits?.number)
  }

  /// A line for each stream of the project, or one when it has none; none without courses.
  private static func phase(of phase: Phase, _ project: Project, _ model: Model) -> [HoursLine] {
    let courses = model.coursesByPhase[phase.origin.index].map { model.courses.records[$0] }
      .filter { $0.isSound("minutes", "streams") }
    guard !courses.isEmpty, phase.isSound("class_hours"), project.isSound("minutes_per_class_hour") else { return [] }
    let perHour = Decimal(project.minutesPerClassHour ?? 45)
    let expected = phase.classHours.flatMap { $0.number.multiplied(by: perHour) }
    let streams = model.streamsByProject[project.origin.index].map { model.streams.records[$0] }
    func line(_ audience: String?, _ courses: [Course]) -> HoursLine {
      let minutes = Minutes.sum(courses.map(\.minutes))?.number
      return HoursLine(
        kind: .phase, name: phase.name, owner: project.shortName ?? project.name, audience: audience,
        minutes: minutes, expectedMinutes: expected,
        classHours: minutes?.divided(by: perHour)?.rounded(toPlaces: 2))
    }
    if streams.isEmpty { return [line(nil, courses)] }
    return streams.map { stream in
      line(
        stream.name,
        courses.filter { $0.streams.isEmpty || $0.streams.contains { $0.index == stream.origin.index } })
    }
  }

  /// The stages of a project added up; `nil` when none states class hours.
  private static func project(of project: Project, _ phases: [Phase]) -> HoursLine? {
    let parts = phases.filter { $0.isSound("class_hours") }.compactMap(\.classHours)
    guard !parts.isEmpty, parts.count == phases.count, project.isSound("class_hours", "minutes_per_class_hour"),
      let sum = ClassHours.sum(parts)
    else { return nil }
    let perHour = Decimal(project.minutesPerClassHour ?? 45)
    return HoursLine(
      kind: .project, name: project.name, minutes: sum.number.multiplied(by: perHour),
      expectedMinutes: project.classHours.flatMap { $0.number.multiplied(by: perHour) }, classHours: sum.number)
  }

  private static func tier(of tier: Tier, _ model: Model) -> HoursLine {
    let offered = tier.modules.compactMap { $0.record(in: model) }
      .reduce(Decimal(0)) { $0.adding(model.credits(of: $1)) ?? $0 }
    return HoursLine(
      kind: .tier, name: tier.name, owner: tier.plan?.record(in: model)?.title, credits: offered,
      expectedCredits: tier.credits.number)
  }
}
