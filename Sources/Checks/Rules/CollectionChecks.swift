import Diagnostics
import Expressions
import Training

/// CO, RF01: what a portal demands of the collections it declares itself.
let collectionChecks = [
  Check("RF01", rule: Message(zh: "自建表里标明唯一的项不重复", en: "fields of declared collections said to be unique are")) {
    model, findings in
    for collection in model.collections {
      for key in collection.uniqueKeys {
        var first: [[String]: CollectionRow] = [:]
        for row in collection.rows where row.isSound(key.fields) {
          let values = key.fields.map { row.exportedText(of: $0, in: collection) }
          guard let earlier = first[values] else {
            first[values] = row
            continue
          }
          let place = key.fields[0]
          findings.error(
            "RF01", zh: "\(collection.table.title)的“\(key.name)”重复：\(values.joined(separator: "，"))",
            en: "\(key.name) of \(collection.name) is used twice: \(values.joined(separator: ", "))",
            at: row.location(ofField: place), repair: Message(zh: "改正其中一条，或删去", en: "correct or remove one of them"),
            notes: [
              .init(Message(zh: "第一次在这里", en: "first used here"), at: earlier.location(ofField: place))
            ])
        }
      }
    }
  },
  Check("CO01", "CO02", rule: Message(zh: "自建表的规则成立", en: "the rules of declared collections hold")) {
    model, findings in
    for collection in model.collections {
      for rule in collection.declaration.rules {
        DeclaredRule(rule, of: collection, in: model)?.run(&findings)
      }
    }
  },
]

/// One declared rule at work.
private struct DeclaredRule {
  private let rule: RuleDeclaration
  private let collection: DeclaredCollection
  private let model: Model
  private let text: String
  private let place: SourceLocation

  init?(_ rule: RuleDeclaration, of collection: DeclaredCollection, in model: Model) {
    guard let text = rule.each ?? rule.all else { return nil }
    self.rule = rule
    self.collection = collection
    self.model = model
    self.text = text
    place = rule.location(of: rule.each != nil ? "each" : "all")
  }

  func run(_ findings: inout Findings) {
    let type = collection.table.recordType
    let rows: [(name: String, type: ValueType)] = [("rows", .list(.record { type }))]
    let scope = rule.each != nil ? type.attributes.map { ($0.name, $0.type) } : rows
    let bytes = Array(text.utf8)
    let (expression, problems) = CompiledExpression.compile(
      bytes, SourceSpan(0, bytes.count), path: place.path, scope: scope)
    guard let expression else {
      if let problem = problems.first { findings.add(moved(problem)) }
      return
    }
    switch expression.type {
    case .boolean, .any: break
    default:
      findings.error(
        "CO01", zh: "规则要得出是或否", en: "a rule is true or false", at: place,
        repair: Message(zh: "写一个比较，如 amount > 0", en: "write a comparison such as amount > 0"))
      return
    }
    if rule.each == nil {
      guard !model.incompleteKinds.contains(collection.name), collection.rows.allSatisfy(\.isSound) else { return }
      let values = collection.entities(collection.rows.indices, in: model)
      _ = demand(expression, [.list(values)], at: place, nil, &findings)
    } else {
      for (row, value) in zip(collection.rows, collection.entities(collection.rows.indices, in: model)) {
        guard row.isSound, case .record(let record) = value else { continue }
        let slots = type.attributes.indices.map { record.value(at: $0) }
        guard demand(expression, slots, at: row.place, place, &findings) else { return }
      }
    }
  }

  /// Reports the rule unless it holds for the values of its scope; `false` when it cannot hold for any others either.
  private func demand(
    _ expression: CompiledExpression, _ slots: [Value], at location: SourceLocation, _ declared: SourceLocation?,
    _ findings: inout Findings
  ) -> Bool {
    let notes = declared.map { [Diagnostic.Note(Message(zh: "规则：\(text)", en: "rule: \(text)"), at: $0)] } ?? []
    do throws(EvaluationError) {
      if case .boolean(true) = try expression.evaluate(slots) { return true }
      let says = Message(zh: rule.says, en: rule.says)
      findings.add(
        Diagnostic("CO02", rule.isAdvice ? .warning : .error, says, at: location, notes: notes, repair: nil))
      return true
    } catch {
      switch error.failure {
      case .tooDeep, .tooManySteps, .tooMuchOutput, .tooLarge:
        findings.error(
          "CO02", zh: "规则“\(text)”要算的太多", en: "the rule \(text) has too much to compute", at: place,
          repair: Message(zh: "写一条简单些的规则", en: "write a simpler rule"))
        return false
      default: break
      }
      findings.error(
        "CO02", zh: "规则“\(text)”在这里算不出结果", en: "the rule \(text) cannot be computed here", at: location,
        repair: Message(zh: "先判断这一项有没有，如 x is defined and x > 0", en: "test first whether the field is there"),
        notes: notes)
      return true
    }
  }

  /// A problem of the rule's text, told where the text stands in its file.
  private func moved(_ problem: Diagnostic) -> Diagnostic {
    var problem = problem
    var location = place
    if let span = place.span, span.end - span.start == text.utf8.count, let inner = problem.location?.span {
      location.span = SourceSpan(Int(span.start + inner.start), Int(span.start + inner.end))
    }
    problem.location = location
    return problem
  }
}
