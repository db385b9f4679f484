import Diagnostics
import Expressions
import Training

/// SC06, SC07: how many a list may have, and whether a sample can be drawn again.
let sampleChecks = [
  Check(
    "SC07", rule: Message(zh: "抽考写明尾数、方法、种子和抽取日期", en: "a sample states rounding, method, seed and day of the draw")
  ) {
    model, findings in
    for sample in model.samples.records {
      let lacking = [
        ("rounding", sample.rounding == nil), ("method", sample.method == nil), ("seed", sample.seed == nil),
        ("drawn_on", sample.drawnOn == nil),
      ].filter { $0.1 && sample.isSound($0.0) && !sample.isOpen($0.0) }.map(\.0)
      guard !lacking.isEmpty else { continue }
      let names = lacking.map { "\($0)（\(header($0))）" }.joined(separator: "、")
      findings.error(
        "SC07", zh: "“\(sample.title)”没有写 \(names)，别人无法复算",
        en: "\(sample.title) lacks \(lacking.joined(separator: ", ")), so nobody can draw it again",
        at: sample.location(of: "title"),
        repair: Message(
          zh: "补上；还没有定的，写 {pending: {what, owner, by}}，例如 rounding: 最大余数、method: SHA-256",
          en: "add them, or write {pending: {what, owner, by}}; such as rounding: largest-remainder and method: SHA-256"
        ))
    }
  },
  Check("SC06", rule: Message(zh: "抽考名单的人数合抽考的规则", en: "a list of a sample has as many as its rule says")) {
    model, findings in
    guard model.isComplete(ListRow.self, Class.self) else { return }
    for notice in model.notices.records where notice.isSound("sample", "list") {
      guard let list = notice.list, list.kind == .sample, list.isSound("kind", "total"),
        let sample = notice.sample?.record(in: model), let shares = sample.shares(in: model)
      else { continue }
      let all = SampleShare(totalOf: shares)
      guard list.total == all.total else {
        findings.error(
          "SC06", zh: "抽考名单有 \(list.total) 人，按规则是 \(all.total) 人（抽取 \(all.drawn)、推荐 \(all.recommended)）",
          en:
            "the list has \(list.total), the rule gives \(all.total) (\(all.drawn) drawn, \(all.recommended) recommended)",
          at: list.location(of: "total"), repair: byTheRule,
          notes: [.init(Message(zh: "规则在这里", en: "the rule is here"), at: sample.origin.location)])
        continue
      }
      let rows = notice.rows(in: model)
      let groups = rows.map { sample.group(of: $0, in: model) }
      // Of units that nobody knows nothing is said: a kindergarten may belong to any area.
      guard !rows.isEmpty, groups.allSatisfy({ $0 != nil }) else { continue }
      let sizes = Dictionary(grouping: groups) { $0 ?? -1 }.mapValues(\.count)
      for share in shares where sizes[share.group] ?? 0 != share.total {
        findings.error(
          "SC06", zh: "“\(share.name)”按规则是 \(share.total) 人，名单里有 \(sizes[share.group] ?? 0) 人",
          en: "\(share.name) sends \(share.total) by the rule, the list has \(sizes[share.group] ?? 0)",
          at: list.location(of: "total"), repair: byTheRule,
          notes: [.init(Message(zh: "规则在这里", en: "the rule is here"), at: sample.origin.location)])
        break
      }
    }
  },
  Check("SC06", "RF08", rule: Message(zh: "名单不超过名额", en: "a list keeps to its quota")) { model, findings in
    for notice in model.notices.records where notice.isSound("list", "project") {
      guard let list = notice.list, list.isSound("total", "quota"), let quota = list.quota, quota.isWhole else {
        continue
      }
      if let least = quota.least, let most = quota.most, least > most {
        findings.error(
          "RF08", zh: "名额至少 \(least) 人，至多 \(most) 人", en: "a quota of at least \(least) and at most \(most)",
          at: quota.location(of: "max"), repair: Message(zh: "核对两个数", en: "check both numbers"))
        continue
      }
      let learners = notice.project?.record(in: model).flatMap { model.learners(of: $0) }
      let shared = quota.share.flatMap { share in
        learners.map { Rounding.down.shares(of: [$0], rate: share.number)[0] }
      }
      for (field, limit) in [("max", quota.most), ("share", shared)] {
        guard let limit, list.total > limit else { continue }
        let rule = quota.share.map { field == "share" ? "（\(learners ?? 0) 人的 \($0.number)%）" : "" } ?? ""
        findings.error(
          "SC06", zh: "名单有 \(list.total) 人，名额至多 \(limit) 人\(rule)",
          en: "a list of \(list.total) with a quota of \(limit)",
          at: list.location(of: "total"),
          repair: Message(zh: "减到名额以内；名额改了的，写改后的并附依据", en: "keep to the quota, or state the new one and its ground"),
          notes: [.init(Message(zh: "名额在这里", en: "the quota is here"), at: quota.location(of: field))])
        break
      }
      if let least = quota.least, list.total < least {
        findings.error(
          "SC06", zh: "名单有 \(list.total) 人，名额至少 \(least) 人",
          en: "a list of \(list.total) with a quota of at least \(least)",
          at: list.location(of: "total"), repair: Message(zh: "核对名单和名额", en: "check list and quota"),
          notes: [.init(Message(zh: "名额在这里", en: "the quota is here"), at: quota.location(of: "min"))])
      }
    }
  },
]

private let byTheRule = Message(
  zh: "按规则增减；规则改了的，先改 samples.yml", en: "name as many as the rule says, or change the rule first")

private func header(_ field: String) -> String {
  ExamSample.table.index(of: field).map { ExamSample.table.fields[$0].header } ?? field
}

extension ExamSample {
  /// The group that a row of a public list belongs to: by the area of its unit, or by its subject; `nil` when that is not known.
  fileprivate func group(of row: ListRow, in model: Model) -> Int? {
    switch groups {
    case .area:
      model.areas.records.firstIndex { $0.name == row.unit || $0.short == row.unit }
        ?? model.institutions.records.first { $0.name == row.unit }?.area.index
    case .stream:
      project.index.flatMap { project in
        model.streamsByProject[project].first {
          row.subject == model.streams.records[$0].name || row.subject == model.streams.records[$0].subject
        }
      }
    }
  }
}
