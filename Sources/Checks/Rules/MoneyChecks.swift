import Diagnostics
import Training
import Values

/// HR: money.
let moneyChecks = [
  Check("HR07", rule: Message(zh: "人均经费 × 人数 = 总额 = 各项用途之和", en: "the budget per head × heads = total = sum of uses")) {
    model, findings in
    for plan in model.plans.records where plan.isSound("budget", "budget_per_head") {
      guard let budget = plan.budget else { continue }
      if let perHead = plan.budgetPerHead, let product = perHead.number.multiplied(by: Decimal(budget.heads)),
        product != budget.total.number
      {
        findings.error(
          "HR07", zh: "人均 \(perHead.number) 元 × \(budget.heads) 人 = \(product) 元，总额写的是 \(budget.total.number) 元",
          en:
            "\(perHead.number) yuan × \(budget.heads) heads = \(product) yuan, the total is \(budget.total.number)",
          at: budget.location(of: "total"),
          repair: Message(zh: "核对人均、人数和总额", en: "check the budget per head, the heads and the total"),
          notes: [.init(Message(zh: "人均经费在这里", en: "the budget per head"), at: plan.location(of: "budget_per_head"))])
      }
      guard !budget.lines.isEmpty, let sum = Money.sum(budget.lines.map(\.amount)), sum != budget.total else {
        continue
      }
      let parts = budget.lines.map(\.amount.number.description).joined(separator: "+")
      findings.error(
        "HR07", zh: "各项用途共 \(sum.number) 元，总额写的是 \(budget.total.number) 元",
        en: "the uses add up to \(sum.number) yuan, the total is \(budget.total.number)",
        at: budget.location(of: "lines"),
        repair: Message(zh: "核对：\(parts) = \(sum.number)", en: "check \(parts) = \(sum.number)"))
    }
  },
  Check("HR08", rule: Message(zh: "收费标准 × 人数 = 合计", en: "a fee × heads = its total")) { model, findings in
    for fee in model.projects.records.filter({ $0.isSound("fees") }).flatMap(\.fees) {
      guard let heads = fee.heads, let total = fee.total,
        let product = fee.amount.number.multiplied(by: Decimal(heads)),
        product != total.number
      else { continue }
      findings.error(
        "HR08", zh: "\(fee.amount.number) 元 × \(heads) 人 = \(product) 元，合计写的是 \(total.number) 元",
        en: "\(fee.amount.number) yuan × \(heads) heads = \(product) yuan, the total is \(total.number)",
        at: fee.location(of: "total"), repair: Message(zh: "核对标准、人数和合计", en: "check the fee, the heads and the total"))
    }
  },
]
