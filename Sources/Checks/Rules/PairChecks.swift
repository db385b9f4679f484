import Diagnostics
import Expressions
import Training

/// CL: masters and apprentices.
let pairChecks = [
  Check(
    "CL07",
    rule: Message(zh: "师傅不是徒弟自己；同一时间只有一位师傅", en: "nobody is the own master, or has two masters at a time")
  ) { model, findings in
    for project in model.projects.records {
      let pairs = model.pairsByProject[project.origin.index].map { model.pairs.records[$0] }
        .filter { $0.isSound("master", "apprentice") }
      for pair in pairs where pair.master == pair.apprentice {
        findings.error(
          "CL07", zh: "师傅和徒弟是同一个编号 \(pair.apprentice.text)",
          en: "master and apprentice have one number, \(pair.apprentice.text)", at: pair.location(of: "apprentice"),
          repair: Message(zh: "改正其中一个", en: "correct one of them"))
      }
      for own in Dictionary(grouping: pairs, by: \.apprentice).values where own.count > 1 {
        findings.severalMasters(of: own, model)
      }
    }
  },
  Check("DT01", "DT02", rule: Message(zh: "师徒结对的日期在项目的时间里", en: "the days of a pair lie in its project's time")) {
    model, findings in
    for pair in model.pairs.records where pair.isSound("from", "to") {
      guard let project = pair.project.record(in: model), project.isSound("when", "actual") else { continue }
      if let from = pair.from, let to = pair.to, to < from {
        findings.error(
          "DT01", zh: "结对结束（\(to)）早于开始（\(from)）", en: "the pair ends (\(to)) before it starts (\(from))",
          at: pair.location(of: "to"), repair: Message(zh: "改其中一个日期", en: "change one of the two"))
        continue
      }
      let span = project.actual ?? project.when
      for (field, day) in [("from", pair.from), ("to", pair.to)] {
        guard let day, day < span.first || day > span.last else { continue }
        findings.error(
          "DT02", zh: "结对的日期 \(day) 不在项目的时间里（\(span.text(in: day.year))）",
          en: "\(day) is outside of the project's time (\(span.fieldText))", at: pair.location(of: field),
          repair: Message(zh: "改日期；与项目同始终的不写", en: "change the day, or leave it out"),
          notes: [.init(Message(zh: "项目的时间在这里", en: "the project's time"), at: DatedItem(project).location)])
        break
      }
    }
  },
]

extension Findings {
  /// CL07 for each of `pairs`, which are of one apprentice, that begins while another master teaches.
  fileprivate mutating func severalMasters(of pairs: [Pair], _ model: Model) {
    let dated = pairs.compactMap { pair in pair.days(in: model).map { (pair: pair, days: $0) } }
      .sorted { ($0.days.lowerBound, $0.pair.origin.index) < ($1.days.lowerBound, $1.pair.origin.index) }
    for (index, own) in dated.enumerated() {
      guard let other = dated[..<index].first(where: { $0.days.overlaps(own.days) }) else { continue }
      error(
        "CL07",
        zh:
          "徒弟 \(own.pair.apprentice.text) 同时有两位师傅",
        en:
          "the apprentice \(own.pair.apprentice.text) has two masters at a time",
        at: own.pair.location(of: "apprentice"),
        repair: Message(zh: "写明各自的起止日期，或去掉一对", en: "write the days of each, or drop one of the pairs"),
        notes: [.init(Message(zh: "另一对在这里", en: "the other pair"), at: other.pair.location(of: "apprentice"))])
    }
  }
}
