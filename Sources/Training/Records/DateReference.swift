package import Diagnostics
package import Expressions
package import Values

/// A dated thing that another has to come before or after: `phase:yc-anli`, kind and id as links write them.
package struct DateReference: LinkedFieldValue {
  /// What has days of its own.
  package enum Kind: String, CaseIterable, Sendable {
    case project, phase, session, milestone

    /// What people call it.
    fileprivate var title: String {
      switch self {
      case .project: Project.table.title
      case .phase: Phase.table.title
      case .session: Session.table.title
      case .milestone: Milestone.table.title
      }
    }
  }

  package let kind: Kind
  package let id: String
  /// Of the whole text in its file.
  private let span: SourceSpan
  /// The place among the records of the kind; `nil` before linking, or when there is none.
  private var index: Int?

  /// As it is written.
  package var text: String { kind.rawValue + ":" + id }
  var target: String { text }

  package static func decode(_ node: Node, _ decoding: inout Decoding) -> DateReference? {
    guard let text = decoding.text(node, expecting: typeName) else { return nil }
    let parts = text.split(maxSplits: 1, omittingEmptySubsequences: false) { $0 == ":" || $0 == "：" }
    if parts.count == 2, let kind = Kind(rawValue: String(parts[0]).trimmed), !parts[1].isEmpty {
      return DateReference(kind: kind, id: String(parts[1]).trimmed, span: node.span)
    }
    decoding.report(
      "RF08", Message(zh: "“\(text)”不是有效的\(typeName.zh)", en: "\"\(text)\" is not a valid \(typeName.en)"),
      at: node.span,
      repair: Message(
        zh: "写 project:项目编号、phase:阶段编号、session:场次编号或 milestone:里程碑编号",
        en: "write project:ID, phase:ID, session:ID or milestone:ID"))
    return nil
  }

  private init(kind: Kind, id: String, span: SourceSpan) {
    self.kind = kind
    self.id = id
    self.span = span
  }

  private static let attributes = RecordType(
    "date-reference",
    [.init("title", .text, doc: "名称"), .init("when", .text, doc: "什么时候开始、到什么时候，如 8月15日—21日；没有定为 待定")])

  /// Name and days.
  package static var valueType: ValueType { .record { attributes } }
  /// Called by what it is for.
  package static var typeName: Message { Message(zh: "有日期的一项", en: "dated item") }
  /// A stage.
  package static var example: String { "phase:peixun-1" }
  /// Those of ids.
  package static var separators: String { Identifier.separatorsOfSeveral }
  /// As it is written.
  package var node: Node { .unplaced(text) }

  package func value(in model: Model) -> Value {
    guard let item = item(in: model) else { return .none }
    return .record(View(Self.attributes, [.text(item.title), .text(item.when)]))
  }

  /// RF02 when there is no such record.
  package mutating func resolve(_ linking: inout Linking, path: String) -> Bool {
    index = linking.mention(id, kind: kind.rawValue)
    if index == nil {
      linking.reportDangling(id, kind: kind.rawValue, title: kind.title, at: SourceLocation(path, span))
    }
    return index != nil
  }

  /// What it means; `nil` when it dangles.
  package func item(in model: Model) -> DatedItem? {
    guard let index else { return nil }
    switch kind {
    case .project: return DatedItem(model.projects.records[index])
    case .phase: return DatedItem(model.phases.records[index])
    case .session: return DatedItem(model.sessions.records[index])
    case .milestone: return DatedItem(model.milestones.records[index])
    }
  }
}

/// When something begins and ends, as far as it is known.
package struct DatedItem: Sendable {
  package let title: String
  /// As shown: `8月15日—21日`, `11月`, `待定`.
  package let when: String
  /// Of its first day; `nil` while that is open.
  private let year: Int?
  /// The day on which it begins is one of these; `nil` while nothing is settled.
  package let begins: ClosedRange<CalendarDate>?
  /// The same of its last day.
  package let ends: ClosedRange<CalendarDate>?
  /// Where its days are written.
  package let location: SourceLocation

  /// As shown, behind its year when that is not the one of the plan.
  package func when(in planYear: Int?) -> String {
    guard let year, let planYear, year != planYear else { return when }
    return "\(year)年" + when
  }

  /// A project begins with the day of its opening.
  package init(_ project: Project) {
    title = project.name
    let span = project.actual ?? project.when
    when = project.opensOn.map { $0.text(through: max($0, span.last)) } ?? span.text
    year = (project.opensOn ?? span.first).year
    let isSound = project.isSound("when", "actual", "opens_on")
    begins = isSound ? project.opening : nil
    ends = isSound ? span.end : nil
    location = project.location(
      of: project.opensOn != nil ? "opens_on" : project.actual != nil ? "actual" : "when")
  }

  package init(_ phase: Phase) {
    title = phase.name
    when = phase.period
    year = phase.start?.year
    let isSound = phase.isSound("start", "end", "when")
    begins = isSound ? phase.start.map { $0...$0 } : nil
    ends = isSound ? phase.end.map { $0...$0 } : nil
    location = phase.location(ofDay: "start")
  }

  /// One that does not take place has no days.
  package init(_ session: Session) {
    title = session.title
    when = session.date.text(through: max(session.date, session.lastDate))
    year = session.date.year
    let isSound = session.isSound("date", "end_date", "status") && session.status != .cancelled
    begins = isSound ? session.date...session.date : nil
    ends = isSound ? session.lastDate...session.lastDate : nil
    location = session.location(of: "date")
  }

  package init(_ milestone: Milestone) {
    title = milestone.title
    when = milestone.when?.text ?? "待定"
    year = milestone.when?.first.year
    let isSound = milestone.isSound("when")
    begins = isSound ? milestone.when?.start : nil
    ends = isSound ? milestone.when?.end : nil
    location = milestone.location(of: "when")
  }
}

extension TimeSpan {
  /// Whether it is written with days; of a month, a part of one or a year it is not known on which of them it begins.
  package var isExact: Bool { text.hasSuffix("日") }
  /// The days of which one is its first.
  package var start: ClosedRange<CalendarDate> { first...(isExact ? first : last) }
  /// The days of which one is its last.
  package var end: ClosedRange<CalendarDate> { (isExact ? last : first)...last }
}

extension Project {
  /// The days of which one is the first of learning: `opens_on`, or the first of when it took place or is to.
  package var opening: ClosedRange<CalendarDate> { opensOn.map { $0...$0 } ?? (actual ?? when).start }
}
