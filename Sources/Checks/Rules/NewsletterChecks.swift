import Diagnostics
import Training

/// NL: newsletters of a class.
let newsletterChecks = [
  Check("NL04", "NL05", rule: Message(zh: "期号连续，日期先后有序", en: "issue numbers run on and dates follow them")) {
    model, findings in
    guard model.isComplete(Newsletter.self) else { return }
    for series in model.newslettersByClass {
      let issues = series.reversed().map { model.newsletters.records[$0] }
      guard issues.allSatisfy({ $0.isSound("no", "date") }) else { continue }
      for (expected, issue) in zip(1..., issues) {
        if issue.no != expected {
          findings.error(
            "NL04", zh: "期号 \(issue.no)，应为 \(expected)", en: "issue \(issue.no) where \(expected) is due",
            at: issue.location(of: "title"), repair: Message(zh: "文件名即期号", en: "the file name is the number"))
          break
        }
        if expected > 1, issue.date < issues[expected - 2].date {
          findings.error(
            "NL05", zh: "第 \(issue.no) 期的日期早于上一期", en: "issue \(issue.no) is dated before the one before it",
            at: issue.location(of: "date"),
            repair: Message(zh: "改日期或期号", en: "change the date or the number"),
            notes: [.init(Message(zh: "上一期", en: "the issue before"), at: issues[expected - 2].location(of: "date"))])
        }
      }
    }
  }
]
