import Expressions
import Training
import Values

/// Classes arranged for readers: by area, by stream.
enum ClassViews {
  static let areaCountType = RecordType(
    "area-count",
    [
      .init("area", Area.entityType, doc: "区域"), .init("classes", .number, doc: "班数"),
      .init("url", .link, doc: "班级页上这个区域的位置"),
    ])
  static let streamClassesType = RecordType(
    "stream-classes", [.init("stream", Stream.entityType, doc: "学科班"), .init("classes", Class.listType, doc: "班级")])
  static let areaClassesType = RecordType(
    "area-classes",
    [
      .init("area", Area.entityType, doc: "区域"), .init("anchor", .text, doc: "锚点"),
      .init("streams", .list(.record { streamClassesType }), doc: "各学科班的班级"),
      .init("total", .number, doc: "班数"),
    ])
  static let todoType = RecordType(
    "todo",
    [
      .init("what", .text, doc: "做什么"), .init("how", .text, doc: "什么时候、在哪里、怎样做"),
      .init("url", .link, doc: "网址"), .init("due", .optional(Moment.valueType), doc: "截止时刻；只有截止事项有"),
    ])

  private static func areas(of project: Project, in model: Model) -> [(area: Area, classes: [Class])] {
    let classes = model.classesByProject[project.origin.index].map { model.classes.records[$0] }
    return model.areas.records.sorted { $0.order < $1.order }.compactMap { area in
      let own = classes.filter { $0.area.index == area.origin.index }
      return own.isEmpty ? nil : (area, own)
    }
  }

  static func areaCounts(of project: Project, _ context: PortalContext) -> Value {
    let page = context.model.routes.path(of: "classes", id: project.id.text).path
    return .list(
      areas(of: project, in: context.model).map { area, classes in
        .record(
          View(
            areaCountType,
            [
              context.entity(area), .number(Decimal(classes.count)),
              .link(SitePath(page, fragment: "area-" + area.id.text)),
            ]))
      })
  }

  static func areaClasses(of project: Project, _ context: PortalContext) -> Value {
    let model = context.model
    let streams = model.streamsByProject[project.origin.index].map { model.streams.records[$0] }
    return .list(
      areas(of: project, in: model).map { area, classes in
        let rows: [Value] = streams.compactMap { stream in
          let own = classes.filter { $0.streams.contains { $0.index == stream.origin.index } }
          return own.isEmpty
            ? nil : .record(View(streamClassesType, [context.entity(stream), context.entities(own)]))
        }
        return .record(
          View(
            areaClassesType,
            [context.entity(area), .text("area-" + area.id.text), .list(rows), .number(Decimal(classes.count))]))
      })
  }

  /// What a class has to do next: at most four dates that lie ahead, the nearest first.
  static func todo(of record: Class, _ context: PortalContext) -> Value {
    let model = context.model
    let ahead = model.sessions(of: record).map { model.sessions.records[$0] }
      .filter { $0.lastDate >= model.asOf && $0.status != .cancelled }
    return .list(
      ahead.prefix(4).map { session in
        let isDeadline = session.kind == .deadline
        let when = isDeadline ? nil : session.date.monthDayText + (session.time.map { " " + $0.text } ?? "")
        let how = [when, session.place, session.note].compactMap { $0 }.joined(separator: "；")
        let due = isDeadline ? Moment(fieldText: "\(session.date) 24:00", year: nil) : nil
        let page = model.routes.path(of: "schedule", id: session.project.id)
        return .record(
          View(
            todoType,
            [
              .text(session.title), .text(how),
              .link(SitePath(page.path, fragment: "s-" + session.id.text)),
              due?.value(in: model) ?? .none,
            ]))
      })
  }
}
