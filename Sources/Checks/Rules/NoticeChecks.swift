import Diagnostics
import Expressions
import Training

/// LS: notices and public lists.
let noticeChecks = [
  Check("LS01", rule: Message(zh: "公示写明公示期、受理处室和依据", en: "a disclosure states period, contact and basis")) {
    model, findings in
    for notice in model.notices.records where notice.kind == .disclosure {
      for (field, isMissing) in [
        ("period", notice.period == nil), ("contact", notice.contact == nil), ("basis", notice.basis.isEmpty),
        ("approval", notice.approval == nil), ("list", notice.list == nil),
      ] where isMissing && notice.isSound(field) {
        findings.error(
          "LS01", zh: "公示没有写 \(field)", en: "a disclosure without \(field)", at: notice.location(of: "kind"),
          repair: Message(zh: "补上 \(field)", en: "add \(field)"))
      }
    }
  },
  Check("LS02", rule: Message(zh: "公示期不少于规定的工作日，次日起算", en: "a disclosure lasts the required workdays")) {
    model, findings in
    for notice in model.notices.records {
      guard notice.isSound("period"), let period = notice.period, period.isSound("from", "workdays", "until")
      else { continue }
      let required = model.settings.notice.workdays
      if period.workdays < required {
        findings.error(
          "LS02", zh: "公示期 \(period.workdays) 个工作日，不少于 \(required) 个",
          en: "a period of \(period.workdays) workdays; at least \(required) are required",
          at: period.location(of: "workdays"))
        continue
      }
      let counted = model.calendar.workdays(after: period.from, through: period.until.date).count
      guard counted != period.workdays else { continue }
      findings.error(
        "LS02",
        zh:
          "从 \(period.from.monthDayText)次日到 \(period.until.date.monthDayText)有 \(counted) 个工作日，写的是 \(period.workdays) 个",
        en:
          "from the day after \(period.from) to \(period.until.date) there are \(counted) workdays, not \(period.workdays)",
        at: period.location(of: "until"))
    }
  },
  Check("LS11", rule: Message(zh: "“共几人”等于名单的行数", en: "the stated total equals the rows")) { model, findings in
    guard model.isComplete(ListRow.self) else { return }
    for notice in model.notices.records {
      guard let list = notice.list, list.isSound("total") else { continue }
      let rows = model.rowsByNotice[notice.origin.index]
      if rows.isEmpty {
        guard notice.showsList(asOf: model.asOf) else { continue }
        findings.error(
          "LS11", zh: "名单在公开期内，却没有 \(notice.id.text).csv",
          en: "the list is public now, but there is no \(notice.id.text).csv",
          at: list.location(of: "title"))
      } else if rows.count != list.total {
        findings.error(
          "LS11", zh: "写明共 \(list.total) 人，名单有 \(rows.count) 行",
          en: "the total says \(list.total), the list has \(rows.count) rows",
          at: list.location(of: "total"))
      }
    }
  },
]
