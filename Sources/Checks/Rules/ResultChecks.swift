import Diagnostics
import Expressions
import Training
import Values

/// SC, WT, LS: what is written of results, compared with itself and with the model.
let resultChecks = [
  Check(
    "SC03", rule: Message(zh: "结果表的各行对得上：合格的不多于有成绩的，各区县、各班加起来不多于全部", en: "the rows of results agree with each other")
  ) { model, findings in
    for row in model.results.records where row.isSound("enrolled", "assessed", "passed", "mean") {
      let counts = [("assessed", row.assessed), ("passed", row.passed)].compactMap { field, count in
        count.map { (field, $0) }
      }
      var limit = (field: "enrolled", count: row.enrolled)
      for (field, count) in counts {
        guard count > limit.count else {
          limit = (field, count)
          continue
        }
        findings.error(
          "SC03", zh: "\(header(field))（\(count)）多于\(header(limit.field))（\(limit.count)）",
          en: "\(field) (\(count)) is more than \(limit.field) (\(limit.count))", at: row.location(of: field),
          repair: rewrite)
        break
      }
      if let mean = row.mean, let scheme = row.scheme.record(in: model), scheme.isSound("total"),
        mean.number > scheme.total.number
      {
        findings.error(
          "SC03", zh: "平均分 \(mean.number) 高于总分 \(scheme.total.number)",
          en: "a mean of \(mean.number) out of \(scheme.total.number)", at: row.location(of: "mean"), repair: rewrite)
      }
    }
    guard model.isComplete(ResultRow.self) else { return }
    for project in model.projects.records {
      let rows = model.resultsByProject[project.origin.index].map { model.results.records[$0] }
        .filter { $0.isSound("scheme", "area", "class", "enrolled", "assessed", "passed") }
      for own in Dictionary(grouping: rows, by: \.scheme.index).values {
        findings.parts(of: own, in: model)
      }
    }
  },
  Check("WT07", rule: Message(zh: "结果按方案现在的版本算", en: "results are by the present version of their scheme")) {
    model, findings in
    for row in model.results.records where row.isSound("scheme", "version") {
      guard let scheme = row.scheme.record(in: model), scheme.isSound("version"), row.version != scheme.version else {
        continue
      }
      findings.error(
        "WT07", zh: "结果按“\(scheme.title)”第 \(row.version) 版算，方案现在是第 \(scheme.version) 版",
        en: "the result is by version \(row.version) of \(scheme.id.text), which is at \(scheme.version) now",
        at: row.location(of: "version"),
        repair: Message(
          zh: "改动过的方案另存为新的文件，已有成绩的不改", en: "keep the scheme as it was and write changes as another scheme"),
        notes: [.init(Message(zh: "方案的版本在这里", en: "the scheme's version"), at: scheme.location(of: "version"))])
    }
  },
  Check(
    "SC04", "SC05", rule: Message(zh: "合格率和参加率达到方案的目标", en: "pass and learning rates reach what the scheme asks for")
  ) {
    model, findings in
    for row in model.results.records where row.isSound("scheme", "enrolled", "assessed", "passed") {
      guard row.isTold, let assessed = row.assessed, let passed = row.passed else { continue }
      let group = row.group(in: model)
      if assessed < row.enrolled {
        findings.warning(
          "SC05", zh: "“\(group)”有 \(row.enrolled - assessed) 人没有任何成绩",
          en: "\(row.enrolled - assessed) of \(group) have no marks at all", at: row.location(of: "assessed"),
          repair: Message(zh: "核对名单，或提醒还没有开始的人", en: "check the roster, or remind those who have not begun"))
      }
      let result = GroupResult(enrolled: row.enrolled, passed: passed, assessed: assessed, sum: Decimal(0))
      guard let target = row.project.record(in: model)?.passTarget(in: model),
        !result.passes(atLeast: target.rate.number)
      else { continue }
      let message = Message(
        zh: "“\(group)”的合格率不到目标 \(target.rate.number)%",
        en: "\(group) does not reach the target of \(target.rate.number) %")
      let place = row.location(of: "passed")
      // One person of a small group is more than the target leaves.
      if row.enrolled < 50 {
        findings.note(
          "SC04", zh: message.zh + "；\(row.enrolled) 人里一人就占 \(share(row.enrolled))%", en: message.en, at: place,
          repair: Message(zh: "人数少，看人数，不看比例", en: "look at the count rather than the rate"))
      } else {
        findings.warning(
          "SC04", zh: message.zh, en: message.en, at: place,
          repair: Message(zh: "看是谁没有通过，安排补学", en: "see who has not passed and plan their second chance"))
      }
    }
  },
  Check("LS10", rule: Message(zh: "不满10人的一组不写结果", en: "of fewer than ten people nothing is written")) {
    model, findings in
    for row in model.results.records where row.isSound("enrolled", "assessed", "passed", "mean") {
      guard row.enrolled < ResultRow.least,
        let field = ["assessed", "passed", "mean"].first(where: { row.isGiven($0) })
      else { continue }
      findings.error(
        "LS10", zh: "“\(row.group(in: model))”只有 \(row.enrolled) 人，写出\(header(field))就看得出是谁",
        en: "\(row.group(in: model)) are \(row.enrolled) people: \(field) tells who", at: row.location(of: field),
        repair: Message(zh: "这一行只写人数；prospectus results 会这样写", en: "write the size alone, as prospectus results does"))
    }
  },
]

private let rewrite = Message(
  zh: "运行 prospectus results --private 文件夹，重新写出这张表", en: "run prospectus results --private DIR")

private func header(_ field: String) -> String {
  ResultRow.table.index(of: field).map { ResultRow.table.fields[$0].header } ?? field
}

/// How many percent one of `count` is.
private func share(_ count: Int) -> String {
  Decimal(100).divided(by: Decimal(count), places: 1).map { "\($0)" } ?? ""
}

extension Project {
  /// What a scheme of the project, mostly that of its tutors, asks of the pass rate.
  fileprivate func passTarget(in model: Model) -> Target? {
    schemes.lazy.compactMap { $0.record(in: model) }.flatMap(\.items).compactMap(\.target)
      .first { $0.metric.contains("合格") && $0.comparison == .atLeast }
  }
}

extension Findings {
  /// SC03 when the areas, or the classes, of `rows`, which are by one scheme, have more people than all.
  fileprivate mutating func parts(of rows: [ResultRow], in model: Model) {
    guard let all = rows.first(where: { $0.area == nil && $0.classReference == nil }) else { return }
    for (name, parts) in [
      (Message(zh: "各区县", en: "the areas"), rows.filter { $0.area != nil && $0.classReference == nil }),
      (Message(zh: "各班", en: "the classes"), rows.filter { $0.classReference != nil }),
    ] where !parts.isEmpty {
      for (field, sum, whole) in [
        ("enrolled", parts.reduce(0) { $0 + $1.enrolled }, all.enrolled),
        ("assessed", parts.reduce(0) { $0 + ($1.assessed ?? 0) }, all.assessed ?? Int.max),
        ("passed", parts.reduce(0) { $0 + ($1.passed ?? 0) }, all.passed ?? Int.max),
      ] where sum > whole {
        error(
          "SC03", zh: "\(name.zh)的\(header(field))合计 \(sum)，全部只有 \(whole)",
          en: "\(field) of \(name.en) adds up to \(sum), of all it is \(whole)", at: all.location(of: field),
          repair: rewrite)
        break
      }
    }
  }
}
