package import Diagnostics
package import Expressions
import Values

/// Something brought up against a disclosure, without anybody's name: when it came, what it is about, and what was decided.
package struct Objection: NestedRecord {
  package var origin = Origin()
  package var received = CalendarDate(dayNumber: 0)
  package var kind = ObjectionKind.other
  package var decided: CalendarDate?
  package var outcome: ObjectionOutcome?

  package init() {}

  /// An item of `objections` of a notice. It has no field for a name: who objected is known to the office alone.
  package static let table = RecordTable<Objection>(
    "objection", "异议",
    [
      .required("received", "收到", \.received, "哪天收到"),
      .required("kind", "类别", \.kind, "对什么有异议：资格条件、材料真实、评审程序、其他"),
      .optional("decided", "办结", \.decided, "哪天办结；没有办结不写"),
      .optional("outcome", "结论", \.outcome, "成立、部分成立、不成立、撤回、不予受理"),
    ])

  /// Whether it had come by `day` and was not decided then.
  package func isOpen(on day: CalendarDate) -> Bool { received <= day && decided.map { day < $0 } ?? true }

  static let countType = RecordType(
    "objection-counts",
    [.init("received", .number, doc: "收到几件"), .init("open", .number, doc: "其中几件没有办结")])

  /// How many of `objections` had come by `day`, and how many of them were open then.
  static func counts(_ objections: [Objection], on day: CalendarDate) -> Value {
    let known = objections.filter { $0.received <= day }
    return .record(
      View(
        countType,
        [.number(Decimal(known.count)), .number(Decimal(known.count { $0.isOpen(on: day) }))]))
  }
}

/// What an objection is about. Wrong characters are none: they are corrected at once.
package enum ObjectionKind: String, Choice {
  case eligibility = "资格条件"
  case truth = "材料真实"
  case procedure = "评审程序"
  case other = "其他"
  /// As RF08 says it: “不在异议类别的取值之内”, “not one of the kind of objection values”.
  package static var typeName: Message { Message(zh: "异议类别", en: "kind of objection") }
}

/// How an objection was decided.
package enum ObjectionOutcome: String, Choice {
  case upheld = "成立"
  case partlyUpheld = "部分成立"
  case dismissed = "不成立"
  case withdrawn = "撤回"
  /// Anonymous, or behind the last day.
  case refused = "不予受理"
  /// As RF08 says it: “不在异议结论的取值之内”, “not one of the outcome of an objection values”.
  package static var typeName: Message { Message(zh: "异议结论", en: "outcome of an objection") }
}
