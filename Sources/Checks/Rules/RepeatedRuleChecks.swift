import Diagnostics
import Training
import Values

/// RF: rules that stand in more than one place.
let repeatedRuleChecks = [
  Check(
    "RF09",
    rule: Message(zh: "同一条规定写了几处，各处一致", en: "a rule that is stated in several places is the same in all of them")
  ) { model, findings in
    for project in model.projects.records {
      let schemes = latest(model.schemes.records.filter { $0.project?.index == project.origin.index })
      let statements = classHours(of: project, schemes, model) + minutes(of: project, schemes) + counts(of: schemes)
      for own in Dictionary(grouping: statements, by: \.rule.zh).values {
        guard let first = own.first else { continue }
        var told: Set<String> = [first.value]
        for other in own where told.insert(other.value).inserted {
          findings.error(
            "RF09", zh: "\(first.rule.zh)这里写 \(other.value)，别处写 \(first.value)",
            en: "\(first.rule.en): \(other.value) here, \(first.value) elsewhere", at: other.location,
            repair: Message(zh: "核对文件，改成一致；说不定时按严的执行", en: "correct one of them; the stricter one counts until then"),
            notes: [.init(Message(zh: "另一处", en: "the other place"), at: first.location)])
        }
      }
    }
  }
]

/// That a rule has a value.
private struct Statement {
  /// What it is about; the same words for the same rule.
  var rule: Message
  var value: String
  var location: SourceLocation
}

/// Schemes without those that a later version for the same people has replaced.
private func latest(_ schemes: [Scheme]) -> [Scheme] {
  schemes.filter { scheme in
    !schemes.contains { $0.subject == scheme.subject && $0.version > scheme.version }
  }
}

/// How many class hours a project has: its own, and what the schemes of its trainees say.
private func classHours(of project: Project, _ schemes: [Scheme], _ model: Model) -> [Statement] {
  var statements: [Statement] = []
  func add(_ hours: ClassHours?, _ location: SourceLocation) {
    guard let hours else { return }
    statements.append(
      Statement(
        rule: Message(zh: "学时", en: "class hours"), value: hours.number.description, location: location))
  }
  // A total that does not fit its own stages has its message.
  if project.isSound("class_hours"), ClassHourSum(of: project, in: model)?.isRight ?? true {
    add(project.classHours, project.location(of: "class_hours"))
  }
  for scheme in schemes where scheme.subject == .trainee && scheme.isSound("class_hours", "items") {
    add(scheme.classHours, scheme.location(of: "class_hours"))
    for threshold in scheme.items.compactMap(\.threshold) where threshold.isSound("class_hours") {
      add(threshold.classHours, threshold.location(of: "class_hours"))
    }
  }
  return statements
}

/// How long a class hour is.
private func minutes(of project: Project, _ schemes: [Scheme]) -> [Statement] {
  let field = "minutes_per_class_hour"
  var statements: [Statement] = []
  func add(_ minutes: Int?, _ location: SourceLocation) {
    guard let minutes else { return }
    let rule = Message(zh: "每学时分钟", en: "minutes of a class hour")
    statements.append(Statement(rule: rule, value: "\(minutes)", location: location))
  }
  if project.isSound(field) { add(project.minutesPerClassHour, project.location(of: field)) }
  for scheme in schemes where scheme.isSound(field) { add(scheme.minutesPerClassHour, scheme.location(of: field)) }
  return statements
}

/// How often something is to be done at least: by one kind of people, for they have duties of their own.
private func counts(of schemes: [Scheme]) -> [Statement] {
  schemes.filter { $0.isSound("items", "subject") }.flatMap { scheme in
    scheme.items.compactMap(\.count).filter { $0.isSound("what", "min") }.map { count in
      Statement(
        rule: Message(
          zh: "\(scheme.subject.rawValue)的“\(count.what)”至少几次",
          en: "\(count.what) of \(scheme.subject.rawValue), at least"),
        value: "\(count.minimum)", location: count.location(of: "min"))
    }
  }
}
