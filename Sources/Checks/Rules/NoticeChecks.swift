import Diagnostics
import Expressions
import Han
import Training

/// LS01–LS03: what a notice says, how long it lasts, in which order its list stands.
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
      if let approval = notice.approval, approval.isSound("on"), notice.isSound("date"), notice.date < approval.on {
        findings.error(
          "LS01", zh: "批准（\(approval.on.monthDayText)）晚于发布（\(notice.date.monthDayText)）：先审查，后公开",
          en: "approved on \(approval.on), published on \(notice.date): nothing is published before it is approved",
          at: approval.location(of: "on"),
          repair: Message(zh: "核对两个日期；没有批准的，推迟 date", en: "check both days; move date when it was not approved by then")
        )
      }
    }
  },
  Check("OU02", rule: Message(zh: "附件的文件都在", en: "the files of attachments are there")) { model, findings in
    for notice in model.notices.records where notice.isSound("attachments") {
      for attachment in notice.attachments where attachment.isSound("file") {
        guard let path = attachment.path, !model.files.attachments.contains(path) else { continue }
        findings.error(
          "OU02", zh: "附件“\(attachment.title)”的文件不存在：content/\(path)",
          en: "the file of the attachment \"\(attachment.title)\" does not exist: content/\(path)",
          at: attachment.location(of: "file"),
          repair: model.files.repair(ofMissing: path))
      }
    }
  },
  Check("LS02", rule: Message(zh: "公示期不少于规定的工作日，次日起算", en: "a disclosure lasts the required workdays")) {
    model, findings in
    for notice in model.notices.records {
      guard notice.isSound("period"), let period = notice.period, period.isSound("from", "workdays", "until")
      else { continue }
      if notice.isSound("date"), period.from < notice.date {
        findings.error(
          "LS02", zh: "公示期从 \(period.from.monthDayText)起，公告 \(notice.date.monthDayText)才发布",
          en: "the period begins on \(period.from), before the notice is published on \(notice.date)",
          at: period.location(of: "from"),
          repair: Message(
            zh: "公示期从发布之日起；更正公示重新起算", en: "let it begin on the day of publication; a new list begins anew"))
        continue
      }
      let required = model.settings.notice.workdays
      if period.workdays < required {
        findings.error(
          "LS02", zh: "公示期 \(period.workdays) 个工作日，不少于 \(required) 个",
          en: "a period of \(period.workdays) workdays; at least \(required) are required",
          at: period.location(of: "workdays"),
          repair: Message(
            zh: "写 workdays: \(required)，截止日期跟着推迟", en: "write workdays: \(required) and move the last day"))
        continue
      }
      let years = Set([period.from.year, period.until.date.year])
      if let year = years.subtracting(model.calendar.years).min() {
        findings.warning(
          "LS02", zh: "没有 \(year) 年的工作日历，公示期里的节假日没有算",
          en: "without a work calendar of \(year) its holidays are not counted",
          at: period.location(of: "until"),
          repair: Message(zh: "补上 content/calendar/\(year).yml", en: "add content/calendar/\(year).yml"))
      }
      let counted = model.calendar.workdays(after: period.from, through: period.until.date).count
      guard counted != period.workdays else { continue }
      findings.error(
        "LS02",
        zh:
          "从 \(period.from.monthDayText)次日到 \(period.until.date.monthDayText)有 \(counted) 个工作日，写的是 \(period.workdays) 个",
        en:
          "from the day after \(period.from) to \(period.until.date) there are \(counted) workdays, not \(period.workdays)",
        at: period.location(of: "until"),
        repair: Message(zh: "改截止日期或工作日数", en: "change the last day or the number of workdays"))
    }
  },
  Check("LS03", rule: Message(zh: "名单按所写的笔画次序排列", en: "a list stands in the order of strokes it names")) {
    model, findings in
    guard model.isComplete(ListRow.self) else { return }
    for notice in model.notices.records {
      guard let list = notice.list, list.isSound("order"), let order = list.order.strokeOrder else { continue }
      let rows = notice.rows(in: model)
      guard rows.allSatisfy({ $0.isSound("name") && !$0.name.isEmpty }) else { continue }
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
  Check("LS03", rule: Message(zh: "按单位排列的名单，同一单位的人在一起", en: "a list by units has those of one unit together")) {
    model, findings in
    guard model.isComplete(ListRow.self) else { return }
    for notice in model.notices.records where notice.list?.order == .unit && notice.list?.isSound("order") == true {
      let rows = notice.rows(in: model)
      guard rows.allSatisfy({ $0.isSound("unit") }) else { continue }
      var last: [String: Int] = [:]
      for (index, row) in rows.enumerated() {
        if let earlier = last[row.unit], earlier != index - 1 {
          findings.error(
            "LS03", zh: "名单写明按单位排列，“\(row.unit)”却不在一起", en: "the list is by units, but those of \(row.unit) are apart",
            at: row.location(of: "unit"),
            repair: Message(
              zh: "把这一行移到同一单位的后面，或改 order", en: "move the row to the others of its unit, or change order"),
            notes: [
              .init(Message(zh: "同一单位的上一行", en: "the row before of that unit"), at: rows[earlier].location(of: "unit"))
            ])
          break
        }
        last[row.unit] = index
      }
    }
  },
]

/// The strokes of the first character, for a message; nothing when it is no Chinese one.
private func strokes(_ row: ListRow) -> Message {
  guard let count = StrokeOrder.strokes(ofFirstIn: row.name) else { return Message(zh: "", en: "") }
  return Message(zh: "（\(count)画）", en: " (\(count) strokes)")
}
