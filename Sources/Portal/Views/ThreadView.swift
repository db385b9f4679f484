import Expressions
import Training
import Values

/// A line of steps of which at most one is the next.
enum ThreadView {
  static let stepType = RecordType(
    "step-of-thread",
    [
      .init("name", .text, doc: "步骤"), .init("date", .text, doc: "日期的文字"),
      .init("state", State.valueType, doc: "状态"), .init("note", .optional(.text), doc: "说明"),
      .init("url", .optional(.link), doc: "网址"),
    ])

  private struct Step {
    var name: String
    var first: CalendarDate
    var last: CalendarDate
    var text: String
    var note: String?
    var url: SitePath?
  }

  /// A project's stages and what follows them: deadlines, exams and meetings of the whole project; at most six.
  static func steps(of project: Project, _ context: PortalContext) -> Value {
    let model = context.model
    let phases = model.phasesByProject[project.origin.index].map { model.phases.records[$0] }
    var steps = phases.compactMap { phase -> Step? in
      guard let start = phase.start else { return nil }
      return Step(name: phase.name, first: start, last: phase.end ?? start, text: phase.period, note: phase.theme)
    }
    let begin = steps.map(\.first).max() ?? CalendarDate(dayNumber: 0)
    for session in dated(model.sessionsByProject[project.origin.index], [.deadline, .exam, .meeting], in: model)
    where session.stream == nil && session.classReference == nil && session.date > begin {
      steps.append(step(session, in: model))
    }
    return value(Array(steps.prefix(6)), asOf: model.asOf)
  }

  /// The dates of a class that are not ordinary lessons.
  static func steps(of record: Class, _ context: PortalContext) -> Value {
    let model = context.model
    let sessions = dated(model.sessions(of: record), [.questions, .deadline, .exam, .meeting], in: model)
    return value(sessions.map { step($0, in: model) }, asOf: model.asOf)
  }

  private static func dated(_ indices: [Int], _ kinds: Set<SessionKind>, in model: Model) -> [Session] {
    indices.map { model.sessions.records[$0] }.filter { kinds.contains($0.kind) && $0.status != .cancelled }
  }

  private static func step(_ session: Session, in model: Model) -> Step {
    let details = [session.time?.text, session.place].compactMap { $0 }.joined(separator: " ")
    let path = session.project.record(in: model).map { model.routes.path(of: "schedule", id: $0.id.text) }
    return Step(
      name: session.title, first: session.date, last: session.lastDate,
      text: session.date.monthDayText + (session.kind == .deadline ? "止" : ""),
      note: details.isEmpty ? session.note : details,
      url: path.map { SitePath($0.path, fragment: "s-" + session.id.text) })
  }

  private static func value(_ steps: [Step], asOf: CalendarDate) -> Value {
    let next = steps.firstIndex { $0.last >= asOf }
    return .list(
      steps.enumerated().map { index, step in
        .record(
          View(
            stepType,
            [
              .text(step.name), .text(step.text), State.step(isPast: step.last < asOf, isNext: index == next).value,
              step.note.map { .text($0) } ?? .none, step.url.map { .link($0) } ?? .none,
            ]))
      })
  }
}
