import Diagnostics
import Expressions
import Training

/// DT: dates and their order.
let dateChecks = [
  Check("DT01", rule: Message(zh: "结束不早于开始", en: "an end is not before its start")) { model, findings in
    for phase in model.phases.records where phase.isSound("start", "end") {
      // A start that nobody wrote is compared with what is written by DT11.
      guard let start = phase.start, let end = phase.end, end < start, phase.isGiven("start") else { continue }
      findings.error(
        "DT01", zh: "阶段结束（\(end)）早于开始（\(start)）", en: "the stage ends (\(end)) before it starts (\(start))",
        at: phase.location(of: "end"), repair: Message(zh: "改其中一个日期", en: "change one of the two"))
    }
    for session in model.sessions.records where session.isSound("date", "end_date") {
      guard let end = session.endDate, end < session.date else { continue }
      findings.error(
        "DT01", zh: "结束日期（\(end)）早于日期（\(session.date)）",
        en: "the end date (\(end)) is before the date (\(session.date))",
        at: session.location(of: "end_date"), repair: Message(zh: "改其中一个日期", en: "change one of the two"))
    }
    for course in model.courses.records where course.isSound("enrol_from", "enrol_to") {
      guard let from = course.enrolFrom, let to = course.enrolTo, to < from else { continue }
      findings.error(
        "DT01", zh: "选课截止（\(to)）早于选课开始（\(from)）", en: "enrolment closes (\(to)) before it opens (\(from))",
        at: course.location(of: "enrol_to"), repair: Message(zh: "改其中一个日期", en: "change one of the two"))
    }
  },
  Check("DT06", rule: Message(zh: "写出的星期与日期相符", en: "a weekday that is written fits its date")) { model, findings in
    for session in model.sessions.records where session.isSound("date", "weekday") {
      guard let weekday = session.weekday, weekday.rawValue != session.date.weekdayText else { continue }
      findings.error(
        "DT06", zh: "\(session.date.monthDayText)是\(session.date.weekdayText)，不是\(weekday.rawValue)",
        en: "\(session.date) is a \(session.date.weekdayText), not \(weekday.rawValue)",
        at: session.location(of: "weekday"),
        repair: Message(zh: "改日期或星期；星期可以不写", en: "change the date or the weekday, which may be left out"))
    }
  },
  Check("DT07", rule: Message(zh: "问题征集在答疑之前截止", en: "questions are collected before the Q&A begins")) {
    model, findings in
    for session in model.sessions.records where session.isSound("date", "time", "collect_until") {
      guard let until = session.collectUntil else { continue }
      let start = session.time?.start.minutes ?? 0
      guard (until.date, until.time.minutes) > (session.date, start) else { continue }
      findings.error(
        "DT07", zh: "问题征集截止晚于答疑开始", en: "questions are collected until after the Q&A has begun",
        at: session.location(of: "collect_until"), repair: Message(zh: "把截止改到答疑以前", en: "move it before the Q&A"))
    }
  },
  Check("DT09", rule: Message(zh: "专家、班级不在同一时间有两场；场次不在放假日", en: "no expert or class is in two places at once")) {
    model, findings in
    for session in model.sessions.records where session.isSound("date") && session.kind != .deadline {
      guard session.status != .cancelled, let holiday = model.calendar.holiday(session.date) else { continue }
      findings.warning(
        "DT09", zh: "\(session.date.monthDayText)是放假日（\(holiday)）",
        en: "\(session.date) is a public holiday (\(holiday))",
        at: session.location(of: "date"),
        repair: Message(
          zh: "换一天；日历不对的，改 calendar/ 里的日历", en: "choose another day, or correct the calendar in calendar/"))
    }
    var taken: [String: Session] = [:]
    for session in model.sessions.records.sorted(by: Session.isEarlier)
    where session.isSound("date", "time", "experts", "chair") && session.status != .cancelled {
      guard let time = session.time else { continue }
      for expert in Set(session.experts.map(\.id) + [session.chair?.id].compactMap { $0 }) {
        let key = "\(session.date) \(expert)"
        guard let first = taken[key], let end = first.time?.end, end > time.start, first.title != session.title else {
          taken[key] = session
          continue
        }
        findings.error(
          "DT09", zh: "专家 \(expert) 在这个时间已有另一场", en: "the expert \(expert) has another session at this time",
          at: session.location(of: "time"),
          repair: Message(zh: "改其中一场的时间，或换专家", en: "move one of the two, or name another expert"),
          notes: [.init(Message(zh: "另一场", en: "the other session"), at: first.location(of: "time"))])
      }
    }
  },
  Check("DT12", rule: Message(zh: "年度表按时间先后排列", en: "the year table is in time order")) { model, findings in
    for plan in model.plans.records {
      let rows = model.numberedProjects(of: plan).map { model.projects.records[$0] }.filter { $0.isSound("when") }
      // What goes on all year begins on its first day, however many rows of months stand around it.
      let dated = rows.filter { $0.when.text != "全年" }
      var found = TimeOrder(dated.map(\.when.start)).misplaced.map { (own: dated[$0.row], other: dated[$0.other]) }
      let moved = Set(found.map(\.own.origin.index))
      var latest: Project?
      for project in rows where !moved.contains(project.origin.index) {
        if project.when.text != "全年" {
          if project.when.first >= latest?.when.first ?? project.when.first { latest = project }
        } else if let latest, project.when.first < latest.when.first {
          found.append((project, latest))
        }
      }
      for (project, other) in found.sorted(by: { $0.own.no ?? 0 < $1.own.no ?? 0 }) {
        let (own, when) = (project.when.text(in: plan.year), other.when.text(in: plan.year))
        let isBehind = other.no ?? 0 < project.no ?? 0
        findings.note(
          "DT12", zh: "第\(project.no ?? 0)项（\(own)）排在第\(other.no ?? 0)项（\(when)）之\(isBehind ? "后" : "前")",
          en: "row \(project.no ?? 0) (\(own)) stands \(isBehind ? "behind" : "before") row \(other.no ?? 0) (\(when))",
          at: project.location(of: "when"),
          repair: Message(zh: "按时间移这一行，或改时间", en: "move the row to its place, or change the time"))
      }
    }
  },
  Check("DT12", rule: Message(zh: "里程碑按时间先后排列", en: "milestones are in time order")) { model, findings in
    for plan in model.plans.records {
      // As they stand in the file: the model has them sorted.
      let rows = model.milestones.records.filter { $0.plan?.index == plan.origin.index }
        .compactMap { row in row.isSound("when") ? row.when.map { (milestone: row, when: $0) } : nil }
      for misplaced in TimeOrder(rows.map(\.when.start)).misplaced {
        let (own, other) = (rows[misplaced.row], rows[misplaced.other])
        let (when, otherWhen) = (own.when.text(in: plan.year), other.when.text(in: plan.year))
        let isBehind = misplaced.other < misplaced.row
        findings.note(
          "DT12",
          zh: "“\(own.milestone.title)”（\(when)）排在“\(other.milestone.title)”（\(otherWhen)）之\(isBehind ? "后" : "前")",
          en:
            "\(own.milestone.id.text) (\(when)) stands \(isBehind ? "behind a later" : "before an earlier") milestone (\(otherWhen))",
          at: own.milestone.location(of: "when"),
          repair: Message(zh: "按时间移这一行，或改时间", en: "move the row to its place, or change the time"))
      }
    }
  },
  Check("OU02", rule: Message(zh: "过了的里程碑，成果有公告可看", en: "the outcome of a milestone that is over has its notice")) {
    model, findings in
    for milestone in model.milestones.records where milestone.isSound("when", "outcome", "notice") {
      guard let outcome = milestone.outcome, milestone.notice == nil, let when = milestone.when, when.last < model.asOf
      else { continue }
      findings.note(
        "OU02", zh: "里程碑已过，成果“\(outcome)”还没有公告可看",
        en: "the milestone is over, and no notice shows its outcome (\(outcome))",
        at: milestone.location(of: "outcome"),
        repair: Message(zh: "发布公告，把编号填在“公告”一栏", en: "publish a notice and write its id in the column notice"))
    }
  },
  Check("TX01", rule: Message(zh: "项目开始以后，课程不再是样例", en: "courses are no samples any more once their project has begun"))
  {
    model, findings in
    for project in model.projects.records where project.isSound("when", "packs") && project.when.first <= model.asOf {
      let samples = project.packs.compactMap(\.index).flatMap { model.coursesByPack[$0] }
        .map { model.courses.records[$0] }.filter { $0.status == .sample }
      guard let first = samples.first else { continue }
      let others = Message.others(samples.count, "门课")
      findings.warning(
        "TX01", zh: "“\(project.name)”\(project.when.text)已经开始，“\(first.title)”\(others.zh)还是样例",
        en: "\(project.name) has begun (\(project.when.text)), and \(first.title)\(others.en) is a sample still",
        at: first.location(of: "status"), repair: Message(zh: "内容定了就写 定稿", en: "write 定稿 once it is final"))
    }
  },
  Check("TX01", rule: Message(zh: "待定事项过了期限应已确定", en: "what is pending is settled by its date")) { model, findings in
    for item in model.pendingItems where item.isSound("by") && item.by < model.asOf {
      findings.error(
        "TX01", zh: "“\(item.what)”应在 \(item.by) 前由\(item.owner)确定",
        en: "\(item.what) was to be settled by \(item.by)",
        at: item.location(of: "by"),
        repair: Message(zh: "写上结果，或改期限", en: "write the result, or a new date"))
    }
  },
]
