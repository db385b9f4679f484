import Diagnostics
import Training
import Values

/// The derivation of somebody's points, for people.
struct ResultText {
  private let explanation: ResultExplanation
  private let scheme: Scheme
  private let language: Language
  /// The most that each scheme gives, by its id.
  private let mostByScheme: [String: Decimal]

  init(_ explanation: ResultExplanation, in model: Model, language: Language) {
    self.explanation = explanation
    scheme = model.schemes.records[explanation.scheme]
    self.language = language
    mostByScheme = Dictionary(
      model.schemes.records.map { ($0.id.text, $0.total.number) }, uniquingKeysWith: { first, _ in first })
  }

  private func say(_ zh: String, _ en: String) -> String { Message(zh: zh, en: en).text(in: language) }

  /// A head, a line for each item with one for each of its parts, the sum, the outcome with its reasons.
  var text: String {
    var lines = [say("\(scheme.title)（第 \(scheme.version) 版）", "\(scheme.title) (version \(scheme.version))")]
    for (index, item) in scheme.items.enumerated() {
      let own = explanation.lines.filter { $0.item == index }
      let points = explanation.assessment.points[index]
      let least = item.least > Decimal(0) ? say("，至少 \(item.least)", ", at least \(item.least)") : ""
      let made = mean(of: index) ?? derivation(own[0].mark, item)
      let how = item.parts.isEmpty ? say("：", ": ") + made : ""
      lines.append("  \(item.name)\(how) → \(points)/\(item.points.number)\(least)")
      for line in own {
        guard let part = line.part else { continue }
        lines.append("    \(item.parts[part].name)" + say("：", ": ") + derivation(line.mark, item))
      }
    }
    let assessment = explanation.assessment
    let sum = assessment.points.map(\.description).joined(separator: " + ")
    lines.append(say("合计 \(sum) = \(assessment.total)", "total \(sum) = \(assessment.total)"))
    lines.append(outcome)
    return lines.joined(separator: "\n") + "\n"
  }

  /// What an item is made of that the class's mean makes up.
  private func mean(of item: Int) -> String? {
    guard let result = explanation.classResults[item], let other = scheme.items[item].classMean else { return nil }
    guard let mean = result.mean else { return say("花名册里没有这个班的学员", "the roster has nobody of the class") }
    let most = mostByScheme[other.scheme.id] ?? Decimal(100)
    return say(
      "班级平均 \(mean) 分（\(result.enrolled) 人）× \(scheme.items[item].points.number) ÷ \(most)",
      "mean of the class \(mean) (\(result.enrolled) people) × \(scheme.items[item].points.number) ÷ \(most)")
  }

  private func derivation(_ mark: Mark?, _ item: Item) -> String {
    switch mark {
    case nil: return say("没有记录", "nothing entered")
    case .points(let points): return say("\(points) 分", "\(points) points")
    case .grade(let index): return item.grades[index].name
    case .noGrade: return "不合格"
    case .minutes(let minutes):
      guard let asked = item.threshold?.minutes.number else { return say("\(minutes) 分钟", "\(minutes) minutes") }
      if minutes >= asked { return say("\(minutes) 分钟，达到 \(asked)", "\(minutes) minutes, \(asked) are reached") }
      return item.partial == .proportional
        ? say(
          "\(minutes) 分钟，按 \(item.points.number) × \(minutes) ÷ \(asked)",
          "\(minutes) minutes: \(item.points.number) × \(minutes) ÷ \(asked)")
        : say("\(minutes) 分钟，不到 \(asked)，不计分", "\(minutes) minutes, fewer than \(asked), which are worth nothing")
    }
  }

  private var outcome: String {
    let shortfalls = explanation.assessment.shortfalls.map { shortfall in
      switch shortfall {
      case .missing(let item): say("必做的“\(scheme.items[item].name)”没有记录", "nothing for \(scheme.items[item].name)")
      case .belowMinimum(let item, let least):
        say("“\(scheme.items[item].name)”不到 \(least) 分", "\(scheme.items[item].name) has fewer than \(least)")
      case .nothingDone(let item): say("必做的“\(scheme.items[item].name)”是 0 分", "\(scheme.items[item].name) has 0")
      case .belowPassMark(let mark): say("合计不到合格线 \(mark) 分", "the total is below the pass mark of \(mark)")
      }
    }
    if shortfalls.isEmpty {
      return scheme.passMark == nil
        ? say("合格：各项都达到最低要求（方案没有写合格线）", "passed: each item has its minimum (the scheme states no pass mark)")
        : say("合格", "passed")
    }
    return say("不合格：", "not passed: ") + shortfalls.joined(separator: say("；", "; "))
  }
}
