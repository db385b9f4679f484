import Diagnostics
import Expressions
import Han
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
  Check("LS03", rule: Message(zh: "名单按所写的笔画次序排列", en: "a list stands in the order of strokes it names")) {
    model, findings in
    guard model.isComplete(ListRow.self) else { return }
    for notice in model.notices.records {
      guard let list = notice.list, list.isSound("order"), let order = list.order.strokeOrder else { continue }
      let rows = model.rowsByNotice[notice.origin.index].map { model.listRows.records[$0] }
      guard rows.allSatisfy({ $0.isSound("name") }) else { continue }
      let keys = rows.map { order.key(of: $0.name) }
      guard let index = keys.indices.dropFirst().first(where: { keys[$0] < keys[$0 - 1] }) else { continue }
      let (row, above) = (rows[index], rows[index - 1])
      // The rows above are in order: the first one that belongs behind is where the row goes.
      let place = rows[keys[..<index].firstIndex { keys[index] < $0 } ?? index - 1]
      var notes = [
        Diagnostic.Note(Message(zh: "这一行应当在后", en: "this row belongs behind"), at: above.location(of: "name"))
      ]
      if order == .familyName, StrokeOrder.fullName.key(of: above.name) < StrokeOrder.fullName.key(of: row.name) {
        notes.append(
          Diagnostic.Note(
            Message(
              zh: "姓氏笔画同姓的单名在前；要逐字比较，order 写姓名笔画",
              en: "in 姓氏笔画 a given name of one character comes first; for character by character write 姓名笔画")))
      }
      findings.error(
        "LS03",
        zh: "\(list.order.rawValue)次序不对：\(row.name)\(strokes(row).zh)排在\(above.name)\(strokes(above).zh)之后",
        en: "not in the order \(list.order.rawValue): \(row.name)\(strokes(row).en) stands behind "
          + "\(above.name)\(strokes(above).en)",
        at: row.location(of: "name"),
        repair: Message(
          zh: "把\(row.name)移到\(place.name)之前，重新编序号",
          en: "move \(row.name) before \(place.name) and number the rows anew"),
        notes: notes)
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

/// The strokes of the first character, for a message; nothing when it is no Chinese one.
private func strokes(_ row: ListRow) -> Message {
  guard let count = StrokeOrder.strokes(ofFirstIn: row.name) else { return Message(zh: "", en: "") }
  return Message(zh: "（\(count)画）", en: " (\(count) strokes)")
}
