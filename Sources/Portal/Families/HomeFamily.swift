import Expressions
import Training
import Values

/// The home page: what ends next, the featured programme, ways to class and course.
let homeFamily = PageFamily(
  "home", layout: "home.html",
  variables: [
    ("leaf", .optional(.record { HomeViews.leafType })),
    ("attention", .list(.record { HomeViews.attentionType })),
    ("upcoming", Session.listType),
    ("thread", .list(.record { ThreadView.stepType })),
    ("areas", .list(.record { ClassViews.areaCountType })),
    ("class_total", .number),
    ("notices", Notice.listType),
    ("tiers", Tier.listType),
    ("facets", .list(.record { Catalogue.groupType })),
    ("course_total", .number),
    ("month", .record { Schedule.monthType }),
    ("newsletters", Newsletter.listType),
  ]
) { context in
  let settings = context.model.settings
  return [
    Page(
      SitePath(""), title: settings.shortName, description: settings.description, section: .home
    ) { context in
      let model = context.model
      let featured = settings.featuredProject.record(in: model)
      return [
        HomeViews.leaf(context), HomeViews.attention(context),
        context.entities(context.schedule.upcoming(from: model.asOf, limit: 6, in: model)),
        featured.map { ThreadView.steps(of: $0, context) } ?? .list([]),
        featured.map { ClassViews.areaCounts(of: $0, context) } ?? .list([]),
        .number(Decimal(featured.map { model.classesByProject[$0.origin.index].count } ?? 0)),
        context.entities(HomeViews.latestNotices(in: model).prefix(4)),
        context.entities(model.tiers.records),
        context.catalogue.groups(for: FacetKind.allCases.map { _ in nil }),
        .number(Decimal(model.courses.count)),
        context.schedule.month(model.asOf.year, model.asOf.month, of: nil, context),
        context.entities(NewsletterViews.latest(in: model).prefix(4)),
      ]
    }
  ]
}

/// What only the home page shows.
enum HomeViews {
  static let leafType = RecordType(
    "leaf",
    [
      .init("date", .date, doc: "下一个要紧的日期"), .init("month", .number, doc: "月"), .init("day", .number, doc: "日"),
      .init("weekday", .text, doc: "星期几"), .init("label", .optional(.text), doc: "节日或调休"),
      .init("session", .optional(Session.entityType), doc: "这一天的第一场"),
    ])
  static let attentionType = RecordType(
    "attention",
    [
      .init("state", State.valueType, doc: "状态"), .init("title", .text, doc: "什么事"),
      .init("url", .link, doc: "网址"), .init("when", .text, doc: "日期和时刻"),
    ])

  /// The day of the next session.
  static func leaf(_ context: PortalContext) -> Value {
    let model = context.model
    guard
      let session = context.schedule.upcoming(from: model.asOf, limit: 12, in: model).first(where: {
        $0.date >= model.asOf
      })
    else { return .none }
    let date = session.date
    let label =
      model.calendar.holiday(date).map { $0.isEmpty ? "放假" : $0 } ?? (model.calendar.isMakeUpDay(date) ? "调休上班" : nil)
    return .record(
      View(
        leafType,
        [
          .date(date), .number(Decimal(date.month)), .number(Decimal(date.day)), .text(date.weekdayText),
          label.map { .text($0) } ?? .none, context.entity(session),
        ]))
  }

  /// At most four things whose last day comes first: open disclosures, enrolment, what runs, what comes.
  static func attention(_ context: PortalContext) -> Value {
    let model = context.model
    let asOf = model.asOf
    var rows: [(date: CalendarDate, minute: Int, state: State, title: String, url: SitePath, when: String)] = []
    func closing(_ date: CalendarDate) -> State {
      State(date.dayNumber - asOf.dayNumber <= 3 ? .soon : .running, date: date)
    }
    for notice in model.notices.records where notice.isOpen(in: model) {
      guard let until = notice.period?.until else { continue }
      rows.append(
        (
          until.date, until.time.minutes, closing(until.date), notice.shortTitle ?? notice.title,
          context.path(of: notice),
          "\(until.date.monthDayText)\(until.time.text)止"
        ))
    }
    let closings = Set(model.courses.records.compactMap(\.enrolTo).filter { $0 >= asOf }).sorted()
    if let first = closings.first {
      let count = model.courses.records.count { $0.enrolTo == first }
      rows.append(
        (first, 1440, closing(first), "选课截止：\(count)门课程", SitePath("catalogue/"), "\(first.monthDayText)24:00止"))
    }
    // The next date of each project, not all its dates: a week of lectures would push everything else away.
    var projects: Set<Int> = []
    for session in context.schedule.upcoming(from: asOf, limit: 24, in: model) {
      guard let project = session.project.record(in: model), projects.insert(project.origin.index).inserted else {
        continue
      }
      let path = model.routes.path(of: "schedule", id: project.id.text)
      let when = session.date.monthDayText + (session.time.map { $0.start.text } ?? "")
      rows.append(
        (
          session.date, session.time?.start.minutes ?? 0, State.of(session, asOf: asOf), session.title,
          SitePath(path.path, fragment: "s-" + session.id.text), when
        ))
    }
    return .list(
      rows.sorted { ($0.date, $0.minute, $0.title) < ($1.date, $1.minute, $1.title) }.prefix(4).map { row in
        .record(View(attentionType, [row.state.value, .text(row.title), .link(row.url), .text(row.when)]))
      })
  }

  /// Open disclosures first, then by date, newest first.
  static func latestNotices(in model: Model) -> [Notice] {
    model.notices.records.filter { $0.date <= model.asOf }.sorted { left, right in
      let leftOpen = left.isOpen(in: model)
      let rightOpen = right.isOpen(in: model)
      if leftOpen != rightOpen { return leftOpen }
      return (right.date, right.id.text) < (left.date, left.id.text)
    }
  }
}
