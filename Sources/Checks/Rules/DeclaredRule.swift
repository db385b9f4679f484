import Diagnostics
import Expressions
import Training

/// One declared rule at work.
///
/// All its evaluations share one limit: a rule that compares everything with everything ends with a message, however many
/// records there are.
struct DeclaredRule {
  private let rule: RuleDeclaration
  private let records: RuleSubject
  private let scope: RuleScope

  /// `nil` for a rule without an expression, which has its own message.
  init?(_ rule: RuleDeclaration, about records: RuleSubject, in scope: RuleScope) {
    guard rule.each != nil || rule.all != nil else { return nil }
    self.rule = rule
    self.records = records
    self.scope = scope
  }

  /// Reports each record, or all of them, for which the rule does not hold.
  func run(_ findings: inout Findings) {
    let type = records.recordType
    var own = type.attributes.map { (name: $0.name, type: $0.type) }
    own.append(collections)
    guard let condition = expression("when", rule.when, own, &findings) else { return }
    var effort = Effort.ofRule
    if let each = rule.each {
      guard let demand = expression("each", each, own, &findings) else { return }
      runForEach(condition, demand, &effort, &findings)
    } else if let all = rule.all {
      let rows: [(name: String, type: ValueType)] = [("rows", .list(.record { type })), collections]
      guard let demand = expression("all", all, rows, &findings) else { return }
      runForAll(condition, demand, &effort, &findings)
    }
  }

  private var collections: (name: String, type: ValueType) {
    let type = scope.collections.recordType
    return ("collections", .record { type })
  }

  private func runForEach(
    _ condition: RuleExpression, _ demand: RuleExpression, _ effort: inout Effort, _ findings: inout Findings
  ) {
    let shared = sharedValue(for: condition, demand)
    for index in 0..<records.count where records.isSound(index) {
      for expression in [condition, demand] {
        let slots = slots(of: index, for: expression, shared)
        let outcome = expression.outcome(slots, &effort)
        if case .holds = outcome { continue }
        if case .fails = outcome, expression.isCondition { break }
        guard isCertain(outcome, of: expression, slots, [index]) else { break }
        guard report(outcome, of: expression, at: records.place(of: index), isDeclared: false, &findings) else {
          return
        }
        break
      }
    }
  }

  private func runForAll(
    _ condition: RuleExpression, _ demand: RuleExpression, _ effort: inout Effort, _ findings: inout Findings
  ) {
    guard records.isComplete else { return }
    let shared = sharedValue(for: condition, demand)
    var wanted: [Int] = []
    for index in 0..<records.count {
      let slots = slots(of: index, for: condition, shared)
      switch condition.outcome(slots, &effort) {
      case .holds: wanted.append(index)
      case .fails: continue
      case let outcome:
        guard isCertain(outcome, of: condition, slots, [index]) else { return }
        _ = report(outcome, of: condition, at: records.place(of: index), isDeclared: false, &findings)
        return
      }
    }
    let slots: [Value] = [.list(wanted.map { .record(records.record(at: $0)) }), shared]
    let outcome = demand.outcome(slots, &effort)
    if case .holds = outcome { return }
    // What a condition left out may have been left out for what could not be read.
    guard isCertain(outcome, of: demand, slots, []), rule.when == nil || isCertainOfEach(condition, shared) else {
      return
    }
    _ = report(outcome, of: demand, at: demand.place, isDeclared: true, &findings)
  }

  /// `collections`, made when an expression looks at it.
  private func sharedValue(for expressions: RuleExpression...) -> Value {
    let isUsed = expressions.contains { $0.reads("collections") }
    return isUsed ? .record(scope.collections.view(in: scope.model)) : .none
  }

  /// The attributes of the record at `index` that `expression` reads, and `collections`.
  private func slots(of index: Int, for expression: RuleExpression, _ shared: Value) -> [Value] {
    let record = records.record(at: index)
    let count = records.recordType.attributes.count
    var slots = Array(repeating: Value.none, count: count + 1)
    slots[count] = shared
    for variable in expression.variables where variable < count { slots[variable] = record.value(at: variable) }
    return slots
  }

  /// Whether `outcome` would be the same had everything been read that `expression` looks at for `slots`; `own` are the records
  /// whose attributes they are. That something takes too much is said in any case.
  private func isCertain(
    _ outcome: RuleExpression.Outcome, of expression: RuleExpression, _ slots: [Value], _ own: [Int]
  ) -> Bool {
    if case .isTooMuch = outcome { return true }
    let attributes = records.recordType.attributes
    guard
      own.isEmpty
        || expression.variables.allSatisfy({ $0 >= attributes.count || scope.isComplete(attributes[$0].type) })
    else { return false }
    return scope.isSound(expression.reads(slots))
  }

  private func isCertainOfEach(_ condition: RuleExpression, _ shared: Value) -> Bool {
    (0..<records.count).allSatisfy {
      isCertain(.holds, of: condition, slots(of: $0, for: condition, shared), [$0])
    }
  }

  /// Reports that `expression` does not hold or cannot be computed; `false` when no other record is worth a try.
  private func report(
    _ outcome: RuleExpression.Outcome, of expression: RuleExpression, at location: SourceLocation, isDeclared: Bool,
    _ findings: inout Findings
  ) -> Bool {
    let notes =
      isDeclared
      ? []
      : [Diagnostic.Note(Message(zh: "规则：\(expression.text)", en: "rule: \(expression.text)"), at: expression.place)]
    switch outcome {
    case .holds: return true
    case .fails:
      let says = Message(zh: rule.says, en: rule.says)
      findings.add(Diagnostic(rule.code.diagnosticCode, rule.severity, says, at: location, notes: notes, repair: nil))
      return true
    case .isTooMuch:
      findings.error(
        "CO02", zh: "规则“\(expression.text)”要算的太多", en: "the rule \(expression.text) has too much to compute",
        at: expression.place, repair: Message(zh: "写一条简单些的规则", en: "write a simpler rule"))
      return false
    case .isUnknown:
      findings.error(
        "CO02", zh: "规则“\(expression.text)”在这里算不出结果", en: "the rule \(expression.text) cannot be computed here",
        at: location,
        repair: Message(zh: "先判断这一项有没有，如 x is defined and x > 0", en: "test first whether the field is there"),
        notes: notes)
      return true
    }
  }

  /// The expression `text` of `field`, one that always holds when it is not written; `nil` after reporting what is wrong with it.
  private func expression(
    _ field: String, _ text: String?, _ scope: [(name: String, type: ValueType)], _ findings: inout Findings
  ) -> RuleExpression? {
    if text?.contains(collections.name) == true, !self.scope.knowsAllCollections { return nil }
    return RuleExpression(text ?? "true", isCondition: field == "when", at: rule.location(of: field), scope, &findings)
  }
}
