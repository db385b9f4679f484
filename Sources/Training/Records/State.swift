package import Expressions

/// A state as readers see it: a word and a shape. It changes only on days when something opens or closes.
package struct State: Hashable, Sendable {
  /// Every state there is; the word, shape and tone follow from it (look §5).
  package enum Key: String, Hashable, Sendable, CaseIterable {
    case open, soon, upcoming, notYetOpen = "not-yet-open", running, fixed, provisional, moved, cancelled, done, ended,
      closed, next, always

    var appearance: (word: String, shape: String, tone: String) {
      switch self {
      case .open, .always: ("可选", "filled", "green")
      case .soon: ("将截止", "half", "ochre")
      case .upcoming: ("未开始", "hollow", "ink2")
      case .notYetOpen: ("未开放", "hollow", "ink2")
      case .running: ("进行中", "filled", "green")
      case .fixed: ("已定", "filled", "green")
      case .provisional: ("时间暂定", "dashed", "ink2")
      case .moved: ("改期", "half", "ochre")
      case .cancelled: ("已取消", "dash", "ink2")
      case .done: ("已完成", "tick", "ink2")
      case .ended: ("已结束", "tick", "ink2")
      case .closed: ("已截止", "dash", "ink2")
      case .next: ("下一步", "diamond", "red")
      }
    }
  }

  package var key: Key
  /// The day with which the state is bound up: the last one of an enrolment, the first of what has not begun.
  package var date: CalendarDate?

  package init(_ key: Key, date: CalendarDate? = nil) {
    self.key = key
    self.date = date
  }

  /// What lasts from one day to another; without a first day nothing is settled.
  package static func of(from: CalendarDate?, to: CalendarDate?, asOf: CalendarDate) -> State {
    guard let from else { return State(.provisional) }
    if asOf < from { return State(.upcoming, date: from) }
    guard let to else { return State(.running, date: from) }
    return asOf > to ? State(.ended, date: to) : State(.running, date: to)
  }

  /// Whether a course can be chosen: open until its last day, 将截止 in the last three.
  package static func enrolment(from: CalendarDate?, to: CalendarDate?, asOf: CalendarDate) -> State {
    if let from, asOf < from { return State(.notYetOpen, date: from) }
    guard let to else { return State(.always) }
    if asOf > to { return State(.closed, date: to) }
    return State(to.dayNumber - asOf.dayNumber <= 3 ? .soon : .open, date: to)
  }

  /// A session: past ones have ended, others are as their row says.
  package static func of(_ session: Session, asOf: CalendarDate) -> State {
    if session.status == .cancelled { return State(.cancelled, date: session.date) }
    if session.lastDate < asOf { return State(.ended, date: session.lastDate) }
    if session.date <= asOf, session.lastDate > session.date { return State(.running, date: session.lastDate) }
    switch session.status {
    case .fixed: return State(.fixed, date: session.date)
    case .provisional: return State(.provisional, date: session.date)
    case .moved: return State(.moved, date: session.movedFrom)
    case .cancelled: return State(.cancelled, date: session.date)
    }
  }

  /// A step of a line of which exactly one is the next.
  package static func step(isPast: Bool, isNext: Bool) -> State {
    State(isNext ? .next : isPast ? .done : .upcoming)
  }

  private static let recordType = RecordType(
    "state",
    [
      .init("key", .text, doc: "open、soon、upcoming……"), .init("word", .text, doc: "读者看到的词"),
      .init("shape", .text, doc: "filled、half、diamond、hollow、dashed、tick、dash"),
      .init("tone", .text, doc: "green、ochre、red、ink2"), .init("date", .optional(.date), doc: "与状态有关的日期"),
    ])

  /// A record of key, word, shape and tone, with the date when there is one.
  package static var valueType: ValueType { .record { recordType } }

  /// The state as layouts see it, its word and shape looked up by the key (look §5).
  package var value: Value {
    let appearance = key.appearance
    return .record(
      View(
        Self.recordType,
        [
          .text(key.rawValue), .text(appearance.word), .text(appearance.shape), .text(appearance.tone),
          date.map { .date($0) }.orNone,
        ]))
  }
}

/// The seal of a notice: its word, and how it is drawn.
package struct Seal: Hashable, Sendable {
  /// The seals there are; the raw value is the word on the seal.
  package enum Key: String, Hashable, Sendable {
    case draft = "起草中"
    case approved = "已批准"
    case upcoming = "待公示"
    case open = "公示中"
    case closed = "公示结束"
    case published = "结果公布"
    case archived = "已归档"
    case takenDown = "已撤下"
    case superseded = "已取代"
    case notice = "通知"
    case correction = "更正"
    case bulletin = "通报"
    case guidance = "导学"

    var appearance: (style: String, tone: String) {
      switch self {
      case .open: ("filled", "red")
      case .correction: ("outlined", "red")
      case .draft, .approved, .upcoming, .closed, .archived, .takenDown, .superseded: ("outlined", "ink2")
      case .published, .notice, .bulletin, .guidance: ("outlined", "link")
      }
    }
  }

  package var key: Key

  private init(key: Key) { self.key = key }

  /// What is true of `notice` on the day of `model`: how far its list has come, or what kind it is.
  package static func of(_ notice: Notice, in model: Model) -> Seal {
    let stage = notice.stage(in: model)
    switch notice.kind {
    case .disclosure: return Seal(stage ?? .closed)
    case .bulletin:
      guard let stage, let list = notice.list else { return Seal(key: .bulletin) }
      return list.kind.isNegative && stage == .final ? Seal(key: .bulletin) : Seal(stage)
    // A list belongs to them, but they are about something else.
    case .notice: return Seal(stage, otherwise: .notice)
    case .correction: return Seal(stage, otherwise: .correction)
    case .guidance: return Seal(stage, otherwise: .guidance)
    }
  }

  private init(_ stage: NoticeStage) {
    key =
      switch stage {
      case .draft: .draft
      case .approved: .approved
      case .upcoming: .upcoming
      case .open: .open
      case .closed: .closed
      case .final: .published
      case .archived: .archived
      case .takenDown: .takenDown
      case .superseded: .superseded
      }
  }

  /// That of the list once it is gone, else `kind`.
  private init(_ stage: NoticeStage?, otherwise kind: Key) {
    self.init(key: kind)
    if let stage, stage == .takenDown || stage == .superseded { self.init(stage) }
  }

  private static let recordType = RecordType(
    "seal",
    [
      .init("word", .text, doc: "章上的字"), .init("style", .text, doc: "filled、outlined"),
      .init("tone", .text, doc: "red、ink2、link"),
    ])

  /// A record of word, style and tone.
  package static var valueType: ValueType { .record { recordType } }

  /// The seal as layouts see it, its style and tone looked up by the key.
  package var value: Value {
    let appearance = key.appearance
    return .record(View(Self.recordType, [.text(key.rawValue), .text(appearance.style), .text(appearance.tone)]))
  }
}
