import Diagnostics
package import Expressions
import Values

/// A date of a project: a lecture, a Q&A, an exam, a deadline.
package struct Session: IdentifiedRecord {
  package var origin = Origin()
  package var id = Identifier()
  package var plan: Reference<Plan>?
  package var project = Reference<Project>(id: "", span: SourceSpan(0, 0))
  package var title = ""
  package var kind = SessionKind.lecture
  package var date = CalendarDate(dayNumber: 0)
  package var endDate: CalendarDate?
  package var time: TimeRange?
  package var weekday: WeekdayName?
  package var place: String?
  package var stream: Reference<Stream>?
  package var classReference: Reference<Class>?
  package var course: Reference<Course>?
  package var experts: [Reference<Expert>] = []
  package var chair: Reference<Expert>?
  package var collectUntil: Moment?
  package var status = SessionStatus.fixed
  package var movedFrom: CalendarDate?
  package var note: String?
  package var before: [DateReference] = []
  package var after: [DateReference] = []

  package init() {}
  package static func store(in model: Model) -> RecordStore<Session> { model.sessions }
  /// Filled from `sessions.csv` of the projects, a row each.
  package static var shelf: any WritableKeyPath<Records, [Session]> & Sendable { \.sessions }

  /// The last day.
  package var lastDate: CalendarDate { endDate ?? date }

  /// In time order; on one day by time, then id.
  package static func isEarlier(_ left: Session, _ right: Session) -> Bool {
    left.timeKey < right.timeKey
  }

  /// What `isEarlier` compares.
  var timeKey: (CalendarDate, Int, String) { (date, time?.start.minutes ?? -1, id.text) }

  /// `session`: its fields, its state on the day of the build, and its anchor on the schedule, for sessions have no
  /// page of their own.
  package static let table = RecordTable<Session>(
    "session", "场次",
    [
      .required("id", "编号", \.id, "编号"),
      .optional("plan", "计划", \.plan, "所属计划，取自路径"),
      .required("project", "项目", \.project, "所属项目，取自路径"),
      .required("title", "内容", \.title, "内容"),
      .required("kind", "类型", \.kind, "讲座、研讨、集中答疑、考试……；训前调研要在开课以前"),
      .required("date", "日期", \.date, "日期"),
      .optional("end_date", "结束日期", \.endDate, "跨天时的最后一天"),
      .optional("time", "时间", \.time, "起止时间"),
      .optional("weekday", "星期", \.weekday, "写了就核对"),
      .optional("place", "地点", \.place, "地点；空为待定"),
      .optional("stream", "学科班", \.stream, "只给哪个学科班"),
      .optional("class", "班级", \.classReference, "只给哪个班"),
      .optional("course", "课程", \.course, "属于哪门课程"),
      .list("experts", "专家", \.experts, "专家"),
      .optional("chair", "主持", \.chair, "主持"),
      .optional("collect_until", "问题征集截止", \.collectUntil, "问题征集截止"),
      .required("status", "状态", \.status, "已定、暂定、改期、取消"),
      .optional("moved_from", "原日期", \.movedFrom, "改期前的日期"),
      .optional("note", "说明", \.note, "说明"),
      .list("before", "须早于", \.before, "要在什么开始以前：project:项目编号（开课）、phase:、session: 或 milestone: 加编号；写了就核对"),
      .list("after", "须晚于", \.after, "要在什么结束以后，写法相同；写了就核对"),
    ],
    derived: [
      .init("start", .optional(.text), "开始时刻") { session, _ in session.time.map { .text($0.start.text) }.orNone },
      .init("state", State.valueType, "状态") { session, model in State.of(session, asOf: model.asOf).value },
      .init("deadline", .boolean, "是否截止日") { session, _ in .boolean(session.kind == .deadline) },
      .init("several_days", .boolean, "是否跨天") { session, _ in .boolean(session.lastDate > session.date) },
      .init("anchor", .text, "日程页上的锚点") { session, _ in .text("s-" + session.id.text) },
    ])
}
