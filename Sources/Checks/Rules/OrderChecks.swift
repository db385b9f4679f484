import Diagnostics
import Expressions
import Training

/// DT07: what depends on something else comes before or after it.
let orderChecks = [
  Check("DT07", rule: Message(zh: "写了须早于、须晚于什么的，日期合得上", en: "dates keep the order that before and after ask for")) {
    model, findings in
    for session in model.sessions.records where session.isSound("before", "after") {
      findings.order(
        of: DatedItem(session), before: session.before, after: session.after,
        isProvisional: session.status == .provisional, of: model.year(of: session.project), in: model)
    }
    for milestone in model.milestones.records where milestone.isSound("before", "after") {
      findings.order(
        of: DatedItem(milestone), before: milestone.before, after: milestone.after, isProvisional: false,
        of: milestone.plan?.record(in: model)?.year, in: model)
    }
  },
  Check("DT07", rule: Message(zh: "训前调研在开课以前", en: "a survey before the training ends before its project opens")) {
    model, findings in
    for session in model.sessions.records where session.isSound("kind", "status", "date", "end_date", "project") {
      guard session.kind == .survey, session.status != .cancelled, let project = session.project.record(in: model),
        project.isSound("when", "actual", "opens_on"), session.lastDate >= project.opening.upperBound
      else { continue }
      let (start, year) = (project.opening.upperBound, model.year(of: project))
      findings.error(
        "DT07", zh: "训前调研在\(session.lastDate.text(in: year))，项目\(start.text(in: year))已经开课",
        en: "the survey before the training is on \(session.lastDate), the project has begun by \(start)",
        at: session.location(of: session.endDate == nil ? "date" : "end_date"),
        repair: Message(
          zh: "调研改到开课以前；开课比培训时间的第一天晚的，在项目写 opens_on（开课日期）",
          en: "move the survey, or write opens_on in a project that opens later than its first day"),
        notes: [.init(Message(zh: "项目的时间在这里", en: "the project's time"), at: DatedItem(project).location)])
    }
  },
  Check("DT07", rule: Message(zh: "修改稿的截止不早于所改的作业", en: "a revision is not due before what it revises")) {
    model, findings in
    for course in model.courses.records where course.isSound("revises", "deliverables", "assignment") {
      for reference in course.revises {
        guard let first = reference.record(in: model), first.isSound("deliverables", "assignment") else { continue }
        if first.assignment == nil, first.deliverables.isEmpty {
          findings.error(
            "RF02", zh: "“\(first.title)”没有作业，也没有要交的成果，没有什么可修改",
            en: "\(first.id.text) has no assignment and no deliverables to revise", at: course.location(of: "revises"),
            repair: Message(zh: "改成布置作业的那门课程", en: "name the course that sets the assignment"))
          continue
        }
        guard let own = course.lastDue, let other = first.assignment?.due ?? first.lastDue, own < other else {
          continue
        }
        findings.error(
          "DT07",
          zh:
            "修改稿\(own.date.text(in: other.date.year)) \(own.time.text)截止，所改的“\(first.title)”\(other.date.text(in: own.date.year)) \(other.time.text)才截止",
          en: "the revision is due on \(own.fieldText), what it revises (\(first.id.text)) on \(other.fieldText)",
          at: course.location(of: "revises"), repair: Message(zh: "改其中一个截止", en: "change one of the two"),
          notes: [
            .init(
              Message(zh: "作业在这里", en: "the assignment"),
              at: first.location(of: first.assignment == nil ? "deliverables" : "assignment"))
          ])
      }
    }
  },
  Check("DT07", rule: Message(zh: "辅导教师开课以前审定、培训", en: "tutors are approved and trained before their project opens")) {
    model, findings in
    guard model.isComplete(Tutor.self) else { return }
    let tutors = Dictionary(grouping: model.tutors.records) { $0.project?.index ?? -1 }
    for project in model.projects.records where project.isSound("when", "actual", "opens_on") {
      guard let own = tutors[project.origin.index] else { continue }
      findings.tutors(own, of: project, model)
    }
  },
  Check("DT07", rule: Message(zh: "待定的学时开课以前定下", en: "class hours that are open are settled before the project opens"))
  {
    model, findings in
    for project in model.projects.records where project.isSound("when", "actual", "opens_on") {
      // What should have been settled by now is told as such (TX01).
      guard let open = project.open("class_hours"), open.by >= model.asOf, open.by >= project.opening.upperBound
      else { continue }
      let (start, year) = (project.opening.upperBound, model.year(of: project))
      findings.error(
        "DT07", zh: "学时最迟\(open.by.text(in: year))才定，项目\(start.text(in: year))已经开课",
        en: "the class hours are settled by \(open.by), the project has begun by \(start)", at: open.location(of: "by"),
        repair: Message(zh: "开课以前定下学时", en: "settle the class hours before"),
        notes: [.init(Message(zh: "项目的时间在这里", en: "the project's time"), at: DatedItem(project).location)])
    }
  },
  Check("DT07", rule: Message(zh: "改了时间有变更记录", en: "a changed time has an entry in the change log")) {
    model, findings in
    for project in model.projects.records where project.isSound("when", "actual", "changes") && project.changes.isEmpty
    {
      guard let actual = project.actual, !project.when.covers(actual) else { continue }
      let year = model.year(of: project)
      findings.error(
        "DT07", zh: "实际时间\(actual.text(in: year))，拟定时间是\(project.when.text(in: year))，没有变更记录",
        en: "the project took place \(actual.fieldText), not \(project.when.fieldText), and no change says so",
        at: project.location(of: "actual"),
        repair: Message(
          zh: "在“变更”（changes）写 {date: 哪天改的, text: 改了什么}", en: "write changes: [{date: …, text: …}]"))
    }
    for project in model.projects.records where project.isSound("changes") && project.changes.isEmpty {
      let moved = model.sessionsByProject[project.origin.index].map { model.sessions.records[$0] }
        .filter { $0.isSound("status") && $0.status == .moved }
      // A correction that has been published tells of the change, too.
      let isTold = model.noticesByProject[project.origin.index]
        .contains { model.notices.records[$0].kind == .correction }
      guard let first = moved.first, !isTold else { continue }
      let others = Message.others(moved.count, "场")
      findings.error(
        "DT07", zh: "“\(first.title)”\(others.zh)改了期，项目没有变更记录，也没有更正公告",
        en: "\(first.id.text)\(others.en) has been moved, and neither a change of the project nor a correction says so",
        at: first.location(of: "status"),
        repair: Message(
          zh: "在项目的“变更”（changes）写 {date: 哪天改的, text: 改了什么}，或发更正公告",
          en: "write changes: [{date: …, text: …}] in the project, or publish a correction"))
    }
  },
]

extension TimeSpan {
  /// Whether `actual` is when this says: the same days, or within a month or year that names none.
  fileprivate func covers(_ actual: TimeSpan) -> Bool {
    if isExact { return first == actual.first && last == actual.last }
    // The end of a month is its last day; whoever says so means the days before it, too.
    let isEnd = first == last && first.dayNumber - actual.first.dayNumber < 10
    return (isEnd || first <= actual.first) && actual.last <= last
  }
}

extension Course {
  /// When the last of what is to be handed in is due; `nil` when nothing says it.
  fileprivate var lastDue: Moment? { (deliverables.compactMap(\.due) + [assignment?.due].compactMap { $0 }).max() }
}

extension Findings {
  /// DT07 for `own`, when it surely does not end before what is to follow it, or begin after what is to precede it.
  fileprivate mutating func order(
    of own: DatedItem, before: [DateReference], after: [DateReference], isProvisional: Bool, of year: Int?,
    in model: Model
  ) {
    for reference in before {
      guard let ends = own.ends?.lowerBound, let other = reference.item(in: model), let begins = other.begins,
        ends >= begins.upperBound
      else { continue }
      let days = ends.dayNumber - begins.upperBound.dayNumber
      // Of a month it is not known on which day it begins.
      let isExact = begins.lowerBound == begins.upperBound
      let when = isExact ? begins.upperBound.text(in: year) + "开始" : other.when(in: year)
      disorder(
        of: own, and: other, "须早于", "before", reference, isProvisional,
        Message(
          zh:
            "“\(own.title)”到\(own.when(in: year))，应早于“\(other.title)”（\(when)），\(days == 0 ? "正是同一天" : "晚 \(days) 天")",
          en:
            "this ends on \(ends) and has to end before \(reference.text) begins (\(begins.upperBound)): \(days == 0 ? "the same day" : "\(days) days late")"
        ))
    }
    for reference in after {
      guard let begins = own.begins?.upperBound, let other = reference.item(in: model), let ends = other.ends,
        begins <= ends.lowerBound
      else { continue }
      let days = ends.lowerBound.dayNumber - begins.dayNumber
      let isExact = ends.lowerBound == ends.upperBound
      let when = isExact ? ends.lowerBound.text(in: year) + "结束" : other.when(in: year)
      disorder(
        of: own, and: other, "须晚于", "after", reference, isProvisional,
        Message(
          zh:
            "“\(own.title)”在\(own.when(in: year))，应晚于“\(other.title)”（\(when)），\(days == 0 ? "正是同一天" : "早 \(days) 天")",
          en:
            "this begins on \(begins) and has to begin after \(reference.text) has ended (\(ends.lowerBound)): \(days == 0 ? "the same day" : "\(days) days early")"
        ))
    }
  }

  /// DT07 for `own`, which `reference` in the column `header` (`field`) wants on the other side of `other`.
  private mutating func disorder(
    of own: DatedItem, and other: DatedItem, _ header: String, _ field: String, _ reference: DateReference,
    _ isProvisional: Bool, _ message: Message
  ) {
    add(
      Diagnostic(
        "DT07", isProvisional ? .warning : .error, message, at: own.location,
        notes: [.init(Message(zh: "另一项在这里", en: "the other"), at: other.location)],
        repair: Message(
          zh: "改其中一个日期，或去掉“\(header)”（\(field)）里的 \(reference.text)",
          en: "change a date, or drop \(reference.text) from \(field)")))
  }

  /// DT07 once for all tutors of `project` who are trained too late; where days of training or approvals are listed, once for
  /// those who lack them although the project has begun.
  fileprivate mutating func tutors(_ tutors: [Tutor], of project: Project, _ model: Model) {
    let (start, year) = (project.opening.upperBound, model.year(of: project))
    let note = Diagnostic.Note(Message(zh: "项目的时间在这里", en: "the project's time"), at: DatedItem(project).location)
    let trained = tutors.filter { $0.isSound("trained_on") }
    let late = trained.filter { $0.trainedOn.map { $0 >= start } ?? false }
    if let first = late.first, let day = first.trainedOn {
      let others = Message.others(late.count, "名")
      error(
        "DT07", zh: "辅导教师 \(first.id.text) \(others.zh)\(day.text(in: year))才培训，项目\(start.text(in: year))已经开课",
        en: "the tutor \(first.id.text)\(others.en) is trained on \(day), the project has begun by \(start)",
        at: first.location(of: "trained_on"),
        repair: Message(
          zh: "开课以前培训；开课比培训时间的第一天晚的，在项目写 opens_on（开课日期）",
          en: "train them before, or write opens_on in a project that opens later than its first day"), notes: [note])
    }
    guard start <= model.asOf else { return }
    if trained.contains(where: { $0.trainedOn != nil }) {
      lacking(trained.filter { $0.trainedOn == nil && !$0.isOpen("trained_on") }, ("培训日期", "day of training"), note)
    }
    let approved = tutors.filter { $0.isSound("approved_by") }
    if approved.contains(where: { $0.approvedBy != nil }) {
      lacking(approved.filter { $0.approvedBy == nil && !$0.isOpen("approved_by") }, ("审定单位", "approval"), note)
    }
  }

  private mutating func lacking(_ tutors: [Tutor], _ what: (zh: String, en: String), _ note: Diagnostic.Note) {
    guard let first = tutors.first else { return }
    let others = Message.others(tutors.count, "名")
    error(
      "DT07", zh: "项目已经开课，辅导教师 \(first.id.text) \(others.zh)没有\(what.zh)",
      en: "the project has begun, and the tutor \(first.id.text)\(others.en) has no \(what.en)",
      at: first.location(of: "id"),
      repair: Message(zh: "补上；还没有定的，写 待定（负责部门，日期）", en: "add it, or write 待定（owner，day） while it is open"),
      notes: [note])
  }
}
