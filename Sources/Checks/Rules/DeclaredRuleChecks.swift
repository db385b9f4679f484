import Diagnostics
import Training

/// CO and the codes that a portal's own rules speak under: what it demands of its records, in `rules.yml` and in the
/// declarations of collections.
let declaredRuleChecks = [
  Check(
    ["CO01"] + RuleCode.allCases.map(\.diagnosticCode),
    rule: Message(zh: "门户自己写的规则成立", en: "the rules that the portal writes itself hold")
  ) { model, findings in
    guard !model.rules.isEmpty || model.collections.contains(where: { !$0.declaration.rules.isEmpty }) else { return }
    let scope = RuleScope(model)
    for (number, collection) in model.collections.enumerated() {
      for rule in collection.declaration.rules {
        DeclaredRule(rule, about: scope.rows(ofCollection: number), in: scope)?.run(&findings)
      }
    }
    for rule in model.rules where rule.isWhole {
      if let (location, message) = rule.contradiction(inCollection: false) {
        findings.add(Diagnostic("CO01", .error, message, at: location))
      } else if let records = scope.subject(of: rule, &findings) {
        DeclaredRule(rule, about: records, in: scope)?.run(&findings)
      }
    }
  }
]
