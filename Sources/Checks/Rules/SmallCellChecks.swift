import Diagnostics
import Expressions
import Training

/// LS10: numbers from which readers learn about one person.
let smallCellChecks = [
  Check("LS10", rule: Message(zh: "合格名单与人数的差不是1到9", en: "a list of those who passed does not tell who failed")) {
    model, findings in
    guard model.isComplete(Notice.self), model.isComplete(Class.self) else { return }
    let lists = model.notices.records.filter {
      $0.list?.kind == .passed && $0.list?.columns.contains(.name) ?? false
        && $0.listEnd.map { model.asOf <= $0.date } ?? true && $0.isSound("list", "class", "withdrawals")
    }
    for notice in lists {
      guard let own = notice.ofClass?.record(in: model), own.isSound("size"), let list = notice.list else { continue }
      findings.complement(
        notice.listTotal(in: model), of: own.size, at: list.location(of: "total"), own.location(of: "size"))
    }
    // Several lists of one project are on several pages, and readers add them up.
    let byProject = Dictionary(grouping: lists.filter { $0.ofClass == nil }) { $0.project?.index ?? -1 }
    for (index, own) in byProject.sorted(by: { $0.key < $1.key }) where index >= 0 {
      let classes = model.classesByProject[index].map { model.classes.records[$0] }
      guard let first = classes.first, classes.allSatisfy({ $0.isSound("size") }), let last = own.last?.list else {
        continue
      }
      // The list of the result repeats that of its disclosure.
      let repeated = Set(own.compactMap { $0.result?.index })
      let passed = own.filter { !repeated.contains($0.origin.index) }.reduce(0) { $0 + $1.listTotal(in: model) }
      let size = classes.reduce(0) { $0 + $1.size }
      findings.complement(passed, of: size, at: last.location(of: "total"), first.location(of: "size"))
    }
  },
  Check("LS10", rule: Message(zh: "不到10人的不公布比例和平均数", en: "no shares or means of fewer than 10 people")) {
    model, findings in
    for own in model.classes.records where own.isSound("size") && (1..<smallest).contains(own.size) {
      guard let field = ["registered", "learning_rate", "minutes_mean"].first(where: { own.isGiven($0) }) else {
        continue
      }
      findings.smallCell(own.size, at: own.location(of: field))
    }
    for newsletter in model.newsletters.records where newsletter.isSound("figures") {
      for figure in newsletter.figures
      where figure.isSound("value", "base") && figure.figure.contains("%") || figure.unit == "%" {
        guard let base = figure.base, let whole = denominator(of: base), (1..<smallest).contains(whole) else {
          continue
        }
        findings.smallCell(whole, at: figure.location(of: "base"))
      }
    }
  },
]

/// From so many people on figures tell nothing about one of them.
private let smallest = 10

/// The 92 of `84 / 92人`, and `92人` alone; `nil` for anything else.
private func denominator(of base: String) -> Int? {
  guard let last = base.split(whereSeparator: { $0 == "/" || $0 == "／" }).last else { return nil }
  let digits = last.drop { $0 == " " }.prefix { $0.isASCII && $0.isNumber }
  return last.contains("人") ? Int(String(digits)) : nil
}

extension Findings {
  fileprivate mutating func complement(
    _ passed: Int, of size: Int, at total: SourceLocation, _ other: SourceLocation
  ) {
    guard (1..<smallest).contains(size - passed) else { return }
    warning(
      "LS10", zh: "合格名单 \(passed) 人，公开的班级人数 \(size) 人：差 \(size - passed) 人，看得出谁没有合格",
      en: "\(passed) passed, and the pages say that \(size) took part: the \(size - passed) missing can be told",
      at: total,
      repair: Message(
        zh: "按单位或区县公布名单，不按班；或者不公布班级人数", en: "publish the list by unit or area, not by class, or leave out the size"),
      notes: [.init(Message(zh: "人数写在这里", en: "the size is here"), at: other)])
  }

  fileprivate mutating func smallCell(_ count: Int, at location: SourceLocation) {
    warning(
      "LS10", zh: "只有 \(count) 人，比例和平均数会说出个人的情况", en: "of \(count) people a share or mean tells about each of them",
      at: location, repair: Message(zh: "不到10人的不写，或与别的合并", en: "leave it out below 10 people, or join them with others")
    )
  }
}
