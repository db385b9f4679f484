import Diagnostics
import Expressions

extension ReportKind {
  /// What is still open, by owner and day: pending items, and dates and places that nobody has written.
  package static let pending = ReportKind(
    name: "pending",
    title: Message(zh: "还没有定的：待定事项，没有日期、时间或地点的", en: "what is open: pending items, missing dates, times and places"),
    explanation: Message(
      zh: "按负责的人、再按期限排列；没有写成待定事项的空项排在最后，没有负责的人。已经过去的项目和场次不列。",
      en:
        "By owner, then by day; what is empty without being a pending item comes last and has no owner. Projects and sessions that are over are left out."
    )
  ) { model in
    Report(
      [
        .text("owner", "负责", "owner") { $0.owner },
        .init("by", "期限", "by") { $0.by.map { .day($0) } ?? .none },
        .count("days", "还有几天", "days left") { item in item.by.map { $0.dayNumber - model.asOf.dayNumber } },
        .message("what", "什么", "what") { $0.what },
        .init("place", "写在哪里", "where") { .place($0.place) },
      ], OpenItem.all(in: model))
  }
}

/// Something that has yet to be decided.
private struct OpenItem {
  /// `nil` when nobody is named.
  var owner: String?
  /// The last day for it.
  var by: CalendarDate?
  var what: Message
  var place: SourceLocation

  /// By owner and day, those without an owner last.
  static func all(in model: Model) -> [OpenItem] {
    let said = model.pendingItems.map { OpenItem($0) }
    let unsaid = projects(in: model) + phases(in: model) + sessions(in: model)
    return (said + unsaid).enumerated()
      .sorted { left, right in key(left.element, left.offset) < key(right.element, right.offset) }
      .map(\.element)
  }

  private init(_ item: Pending) {
    (owner, by, place) = (item.owner, item.by, item.location(of: "what"))
    what = Message(zh: item.what, en: item.what)
  }

  private static func key(_ item: OpenItem, _ position: Int) -> (Int, String, Int, Int) {
    (item.owner == nil ? 1 : 0, item.owner ?? "", item.by?.dayNumber ?? Int.max, position)
  }

  /// What nobody has said is open: `gaps` of `record`, each with the field (English name) that is empty.
  private init?<R: IdentifiedRecord>(
    _ kind: Message, _ name: String, _ record: R, by day: CalendarDate?, _ gaps: [(field: String, what: Message)]
  ) {
    let gaps = gaps.filter { record.isSound($0.field) && !record.isOpen($0.field) }
    guard let first = gaps.first else { return nil }
    let zh = gaps.map(\.what.zh).joined(separator: "、")
    let en = gaps.map(\.what.en).joined(separator: ", ")
    by = day
    what = Message(zh: "\(kind.zh)“\(name)”：\(zh)", en: "\(kind.en) \(name): \(en)")
    place = record.location(of: first.field)
  }

  private static let provisional = Message(zh: "时间还是暂定", en: "the time is provisional")
  private static let noPlace = Message(zh: "没有地点", en: "no place")

  private static func projects(in model: Model) -> [OpenItem] {
    model.projects.records.filter { $0.isSound("when") && $0.when.last >= model.asOf }.compactMap { project in
      var gaps: [(String, Message)] = []
      if project.timeStatus == .provisional { gaps.append(("time_status", provisional)) }
      if project.place == nil { gaps.append(("place", noPlace)) }
      return OpenItem(Message(zh: "项目", en: "project"), project.name, project, by: project.when.first, gaps)
    }
  }

  private static func phases(in model: Model) -> [OpenItem] {
    model.phases.records.compactMap { phase in
      let project = phase.project?.record(in: model)
      if let project, project.isSound("when"), project.when.last < model.asOf { return nil }
      let name = [project.map { $0.shortName ?? $0.name }, phase.name].compactMap(\.self).joined(separator: " ")
      return OpenItem(
        Message(zh: "阶段", en: "stage"), name, phase, by: project?.when.first,
        phase.start == nil ? [("start", Message(zh: "没有日期", en: "no days"))] : [])
    }
  }

  private static func sessions(in model: Model) -> [OpenItem] {
    model.sessions.records.filter { $0.status != .cancelled && $0.isSound("date") && $0.lastDate >= model.asOf }
      .compactMap { session in
        var gaps: [(String, Message)] = []
        if session.status == .provisional { gaps.append(("status", provisional)) }
        // A deadline is a moment; nobody goes there.
        if session.kind != .deadline {
          if session.time == nil, session.endDate == nil {
            gaps.append(("time", Message(zh: "没有钟点", en: "no hour")))
          }
          if session.place == nil { gaps.append(("place", noPlace)) }
        }
        return OpenItem(Message(zh: "场次", en: "session"), session.title, session, by: session.date, gaps)
      }
  }
}
