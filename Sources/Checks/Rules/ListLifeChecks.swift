import Diagnostics
import Expressions
import Training

/// LS05: nothing is final while others may still object. LS09: what changes in a public list is told.
let listLifeChecks = [
  Check(
    "LS05", rule: Message(zh: "公示期满、异议办结以后才公布结果", en: "a result waits for the end of the period and of all objections")
  ) {
    model, findings in
    for notice in model.notices.records where notice.isSound("period", "result", "date") {
      guard let result = notice.result?.record(in: model), result.isSound("date"), let period = notice.period else {
        continue
      }
      guard !findings.refuses(result.date, at: result.location(of: "date"), what: resultWord, behind: period) else {
        continue
      }
      findings.refuses(result.date, at: result.location(of: "date"), what: resultWord, despite: notice, in: model)
    }
    for notice in model.notices.records where notice.isSound("awards", "period", "result") {
      guard let awards = notice.awards else { continue }
      for disclosure in notice.kind == .disclosure ? [notice] : notice.disclosures(in: model) {
        guard let period = disclosure.period,
          !findings.refuses(awards, at: notice.location(of: "awards"), what: awardWord, behind: period)
        else { continue }
        findings.refuses(awards, at: notice.location(of: "awards"), what: awardWord, despite: disclosure, in: model)
      }
    }
  },
  Check("LS05", rule: Message(zh: "具名的结果名单先经过公示", en: "a list of names that stands went through a disclosure")) {
    model, findings in
    guard model.isComplete(Notice.self), model.notices.records.allSatisfy({ $0.isSound("result") }) else { return }
    for notice in model.notices.records where notice.kind != .disclosure {
      guard let list = notice.list, list.isSound("kind", "columns"), list.kind.isContested,
        list.columns.contains(.name),
        notice.disclosures(in: model).isEmpty
      else { continue }
      findings.error(
        "LS05", zh: "“\(list.kind.rawValue)”名单没有经过公示：没有一份公示的 result 是这份公告",
        en: "no disclosure says that this notice is its result, so nobody could object to the list",
        at: list.location(of: "kind"),
        repair: Message(
          zh: "先发公示；已经公示过的，在公示里写 result: \(notice.id.text)",
          en: "publish a disclosure first, or write result: \(notice.id.text) in the one there was"))
    }
  },
  Check("LS05", rule: Message(zh: "表彰留出公示的时间", en: "an award leaves time for a disclosure")) { model, findings in
    let required = model.settings.notice.workdays
    for award in model.milestones.records where award.isSound("when", "award_of", "notice") {
      guard let when = award.when else { continue }
      if let notice = award.notice?.record(in: model), award.awardOf != nil, notice.isSound("period"),
        let period = notice.period
      {
        findings.refuses(when.last, at: award.location(of: "when"), what: awardWord, behind: period)
      }
      guard let choice = award.awardOf?.record(in: model), choice.isSound("when"), let chosen = choice.when else {
        continue
      }
      // Of months the best days are taken: what is told then never fits.
      let eve = when.last.adding(days: -1)
      let between = model.calendar.workdays(after: chosen.first, through: eve).count
      guard between < required else { continue }
      let latest = model.calendar.lastDay(before: required, workdaysThrough: eve)
      findings.error(
        "LS05",
        zh: "\(chosen.first.monthDayText)评选、\(when.last.monthDayText)表彰，中间有 \(between) 个工作日，容不下 \(required) 个工作日的公示",
        en:
          "chosen on \(chosen.first), awarded on \(when.last): the \(between) workdays between leave no room for a disclosure of \(required)",
        at: award.location(of: "when"),
        repair: Message(
          zh: "评选和公示最迟放在 \(latest.monthDayText)，或推迟表彰", en: "choose and publish by \(latest), or move the award"),
        notes: [.init(Message(zh: "评选在这里", en: "the choice is here"), at: choice.location(of: "when"))])
    }
  },
  Check(
    "LS05", "RF06", "DT01",
    rule: Message(zh: "异议有公示、有办结日期和结论", en: "an objection belongs to a disclosure and ends with an outcome")
  ) {
    model, findings in
    for notice in model.notices.records where notice.isSound("objections", "period") {
      for objection in notice.objections where objection.isSound("received", "decided", "outcome") {
        guard let period = notice.period else {
          findings.error(
            "LS05", zh: "没有公示期的公告，不会收到异议", en: "objections to a notice without a period",
            at: objection.location(of: "received"),
            repair: Message(zh: "记到公示那份公告里", en: "note them in the notice that is the disclosure"))
          break
        }
        if period.isSound("from"), objection.received < period.from {
          findings.error(
            "DT01", zh: "异议的收到日期早于公示期", en: "the objection came before the period began",
            at: objection.location(of: "received"),
            repair: Message(zh: "核对日期", en: "check the day"))
        } else if let decided = objection.decided, decided < objection.received {
          findings.error(
            "DT01", zh: "办结早于收到", en: "decided before it came", at: objection.location(of: "decided"),
            repair: Message(zh: "核对两个日期", en: "check both days"))
        } else if (objection.decided == nil) != (objection.outcome == nil) {
          let missing = objection.decided == nil ? "decided" : "outcome"
          findings.error(
            "RF06", zh: "异议的办结日期和结论要一起写，缺 \(missing)",
            en: "the day of the decision and its outcome go together; \(missing) is missing",
            at: objection.location(of: missing == "decided" ? "outcome" : "decided"),
            repair: Message(zh: "补上 \(missing)；没有办结的，两项都不写", en: "add \(missing), or neither while it is open"))
        }
      }
    }
  },
  Check("LS09", rule: Message(zh: "公开的名单有改动，就有更正或撤下的记录", en: "what changes in a public list is told")) {
    model, findings in
    guard model.isComplete(ListRow.self) else { return }
    for notice in model.notices.records where notice.isSound("corrections", "withdrawals", "list") {
      guard let list = notice.list, list.isSound("columns", "digest"), notice.showsList(in: model) else { continue }
      let rows = notice.rows(in: model)
      guard !rows.isEmpty, rows.allSatisfy(\.isWhole) else { continue }
      let changes = notice.listChanges
      if let early = changes.first(where: { $0.date < notice.date }) {
        findings.error(
          "LS09", zh: "更正、撤下的日期早于公告", en: "a change is noted for a day before the notice", at: early.location,
          repair: Message(zh: "核对日期", en: "check the day"))
        continue
      }
      let digest = notice.listDigest(in: model)
      guard let last = changes.last else {
        noteFirst(digest, of: list, &findings)
        continue
      }
      let latest = changes.filter { $0.date == last.date }
      guard !latest.contains(where: { $0.digest?.lowercased() == digest }) else { continue }
      if let open = latest.first(where: { $0.digest == nil }) {
        findings.error(
          "LS09", zh: "这次改动以后的名单，没有记下摘要", en: "the digest of the list behind this change is not noted",
          at: open.location,
          repair: Message(zh: "在这一条里写 digest: \(digest)", en: "write digest: \(digest) in this item"))
      } else {
        findings.error(
          "LS09", zh: "名单与最近一次改动时记下的不同，没有更正记录",
          en: "the list is not as it was noted at the latest change, and nothing tells why",
          at: last.location, repair: repair(of: digest))
      }
    }
  },
]

private let resultWord = Message(zh: "结果公布", en: "the result is published")
private let awardWord = Message(zh: "颁发", en: "the award is given")

/// LS09 for a list without changes: its digest is missing, or another one.
private func noteFirst(_ digest: String, of list: PublicList, _ findings: inout Findings) {
  guard let noted = list.digest else {
    findings.warning(
      "LS09", zh: "名单已经公开，还没有记下它的摘要，以后改动了看不出来",
      en: "the list is public and its digest is not noted, so nothing would tell that it changed",
      at: list.location(of: "title"),
      repair: Message(zh: "在 list 里写 digest: \(digest)", en: "write digest: \(digest) in list"))
    return
  }
  guard noted.lowercased() != digest else { return }
  findings.error(
    "LS09", zh: "名单与发布时不同，没有更正记录", en: "the list is not as it was published, and nothing tells why",
    at: list.location(of: "digest"), repair: repair(of: digest))
}

private func repair(of digest: String) -> Message {
  Message(
    zh:
      "改错字的，在 corrections 里加一条 {date, places, text, digest: \(digest)}；撤下人的，在 withdrawals 里加 {date, count, digest: \(digest)}；增加、换人的，另发公告，写 supersedes",
    en:
      "for wrong characters add {date, places, text, digest: \(digest)} to corrections, for persons taken off {date, count, digest: \(digest)} to withdrawals; for others publish a new notice that supersedes this one"
  )
}

extension Findings {
  /// LS05 when `day` is not behind the last day of `period`; whether it was told.
  @discardableResult
  fileprivate mutating func refuses(
    _ day: CalendarDate, at location: SourceLocation, what: Message, behind period: DisclosurePeriod
  ) -> Bool {
    guard period.isSound("until"), day <= period.until.date else { return false }
    let last = period.until
    error(
      "LS05", zh: "\(day.monthDayText)\(what.zh)，公示到 \(last.date.monthDayText) \(last.time.text) 才结束",
      en: "\(what.en) on \(day), but objections are taken until \(last.date) \(last.time.text)", at: location,
      repair: Message(zh: "推迟到 \(last.date.monthDayText)以后", en: "move it behind \(last.date)"),
      notes: [.init(Message(zh: "公示期在这里", en: "the period is here"), at: period.location(of: "until"))])
    return true
  }

  /// LS05 when an objection to `disclosure` is open on `day`. One that nobody has decided may still be decided before a day to come.
  fileprivate mutating func refuses(
    _ day: CalendarDate, at location: SourceLocation, what: Message, despite disclosure: Notice, in model: Model
  ) {
    guard disclosure.isSound("objections") else { return }
    let open = disclosure.objections.filter {
      $0.isSound("received", "decided") && $0.isOpen(on: day) && ($0.decided != nil || day <= model.asOf)
    }
    guard let first = open.first else { return }
    error(
      "LS05", zh: "\(day.monthDayText)\(what.zh)，还有 \(open.count) 件异议没有办结",
      en: "\(what.en) on \(day), when \(open.count) objection(s) had not been decided", at: location,
      repair: Message(zh: "异议办结以后再\(what.zh)；已经办结的，补上日期和结论", en: "wait for the decision, or note it where it was made"),
      notes: [.init(Message(zh: "异议在这里", en: "the objection is here"), at: first.location(of: "received"))])
  }
}
