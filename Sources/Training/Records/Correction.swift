import Diagnostics
package import Expressions
import Values

/// A correction of a public list, without names.
package struct Correction: NestedRecord {
  package var origin = Origin()
  package var date = CalendarDate(dayNumber: 0)
  package var places = 0
  package var text = ""
  package var digest: String?

  package init() {}

  /// An item of `corrections` of a notice: how many places and why, without names.
  package static let table = RecordTable<Correction>(
    "correction", "更正",
    [
      .required("date", "日期", \.date, "更正日期"),
      .required("places", "处数", \.places, "更正几处"),
      .required("text", "说明", \.text, "一句话说明，不写姓名"),
      .optional("digest", "摘要", \.digest, "更正以后名单的摘要；不知道就先不写，检查会说写什么").privately(),
    ])
}

/// Persons taken off a public list behind its publication: how many, never who and never why.
package struct Withdrawal: NestedRecord {
  package var origin = Origin()
  package var date = CalendarDate(dayNumber: 0)
  package var count = 0
  package var digest: String?

  package init() {}

  /// An item of `withdrawals` of a notice. It has no field for a name or a reason.
  package static let table = RecordTable<Withdrawal>(
    "withdrawal", "撤下",
    [
      .required("date", "日期", \.date, "撤下的日期"),
      .required("count", "人数", \.count, "撤下几人"),
      .optional("digest", "摘要", \.digest, "撤下以后名单的摘要；不知道就先不写，检查会说写什么").privately(),
    ])
}
