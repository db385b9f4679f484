import Expressions
import Training
import Values

/// All sessions in time order, and the calendars made of them.
struct Schedule: Sendable {
  /// Indices of the model's sessions that are not cancelled, in time order.
  private let sessions: [Int]

  init(_ model: Model) {
    sessions = model.sessions.records.indices
      .sorted { Session.isEarlier(model.sessions.records[$0], model.sessions.records[$1]) }
  }

  /// Those of `project`, or all.
  func sessions(of project: Project?, in model: Model) -> [Int] {
    project.map { model.sessionsByProject[$0.origin.index] } ?? sessions
  }

  /// The first `limit` sessions whose last day is `day` or later.
  func upcoming(from day: CalendarDate, limit: Int, in model: Model) -> [Session] {
    Array(
      sessions.lazy.map { model.sessions.records[$0] }
        .filter { $0.lastDate >= day && $0.status != .cancelled }.prefix(limit))
  }

  static let dayType = RecordType(
    "day",
    [
      .init("date", .date, doc: "日期"), .init("number", .number, doc: "几号"),
      .init("outside", .boolean, doc: "属于前后的月"), .init("rest", .boolean, doc: "不上班"),
      .init("holiday", .optional(.text), doc: "节日名称"), .init("off", .boolean, doc: "放假：休"),
      .init("on", .boolean, doc: "调休上班：班"), .init("events", Session.listType, doc: "当天的场次"),
      .init("marks", .list(.text), doc: "标记，至多三个：event、deadline、several"),
      .init("anchor", .optional(.text), doc: "日程页上当天第一场的锚点"),
    ])
  static let monthType = RecordType(
    "month-grid",
    [
      .init("year", .number, doc: "年"), .init("month", .number, doc: "月"), .init("title", .text, doc: "如 9月"),
      .init("url", .link, doc: "日程页"),
      .init("rows", .list(.list(.record { dayType })), doc: "每周一行，从星期一起"),
    ])
  static let weekType = RecordType(
    "week",
    [
      .init("title", .text, doc: "如 9月14日—20日"), .init("from", .date, doc: "星期一"), .init("to", .date, doc: "星期日"),
      .init("sessions", Session.listType, doc: "这一周的场次"),
    ])

  /// The grid of one month with the sessions of `project`, or all.
  func month(_ year: Int, _ month: Int, of project: Project?, _ context: PortalContext) -> Value {
    let model = context.model
    guard let first = CalendarDate(year: year, month: month, day: 1) else { return .none }
    let start = first.adding(days: 1 - first.weekday)
    let last = first.adding(days: CalendarDate.days(inMonth: month, of: year) - 1)
    let rowCount = (last.dayNumber - start.dayNumber) / 7 + 1
    var byDay: [CalendarDate: [Session]] = [:]
    for index in sessions(of: project, in: model) {
      let session = model.sessions.records[index]
      guard session.status != .cancelled, session.lastDate >= start, session.date <= last.adding(days: 7) else {
        continue
      }
      for number in session.date.dayNumber...min(session.lastDate.dayNumber, session.date.dayNumber + 60) {
        byDay[CalendarDate(dayNumber: number), default: []].append(session)
      }
    }
    let page = project.map { model.routes.path(of: "schedule", id: $0.id.text) } ?? SitePath("schedule/")
    let rows: [Value] = (0..<rowCount).map { row in
      .list(
        (0..<7).map { column in
          let date = start.adding(days: row * 7 + column)
          return day(date, isOutside: date.month != month, byDay[date] ?? [], context)
        })
    }
    return .record(
      View(
        Self.monthType, [.number(Decimal(year)), .number(Decimal(month)), .text("\(month)月"), .link(page), .list(rows)])
    )
  }

  private func day(_ date: CalendarDate, isOutside: Bool, _ events: [Session], _ context: PortalContext) -> Value {
    let calendar = context.model.calendar
    var marks: [String] = []
    for event in events {
      let mark = event.kind == .deadline ? "deadline" : event.lastDate > event.date ? "several" : "event"
      if !marks.contains(mark) { marks.append(mark) }
    }
    let holiday = calendar.holiday(date)
    return .record(
      View(
        Self.dayType,
        [
          .date(date), .number(Decimal(date.day)), .boolean(isOutside), .boolean(!calendar.isWorkday(date)),
          holiday.flatMap { $0.isEmpty ? nil : .text($0) } ?? .none, .boolean(holiday != nil),
          .boolean(calendar.isMakeUpDay(date)), context.entities(events), .list(marks.prefix(3).map { .text($0) }),
          events.first.map { .text("s-" + $0.id.text) } ?? .none,
        ]))
  }

  /// The months in which `project` (or any) has sessions, from the one before `asOf` on when `recent`.
  func months(of project: Project?, _ context: PortalContext) -> Value {
    let model = context.model
    let months = Set(
      sessions(of: project, in: model).map { model.sessions.records[$0] }
        .map { $0.date.year * 12 + $0.date.month - 1 })
    return .list(months.sorted().map { month($0 / 12, $0 % 12 + 1, of: project, context) })
  }

  /// The weeks with sessions of `project`, or of all.
  func weeks(of project: Project?, _ context: PortalContext) -> Value {
    let model = context.model
    var weeks: [(monday: CalendarDate, sessions: [Session])] = []
    for index in sessions(of: project, in: model) {
      let session = model.sessions.records[index]
      let monday = session.date.adding(days: 1 - session.date.weekday)
      if weeks.last?.monday == monday {
        weeks[weeks.count - 1].sessions.append(session)
      } else {
        weeks.append((monday, [session]))
      }
    }
    return .list(
      weeks.map { week in
        let sunday = week.monday.adding(days: 6)
        let end = sunday.month == week.monday.month ? "\(sunday.day)日" : sunday.monthDayText
        return .record(
          View(
            Self.weekType,
            [
              .text(week.monday.monthDayText + "—" + end), .date(week.monday), .date(sunday),
              context.entities(week.sessions),
            ]))
      })
  }
}
