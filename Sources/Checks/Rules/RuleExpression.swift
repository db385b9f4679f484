import Diagnostics
import Expressions

/// One expression of a declared rule.
struct RuleExpression {
  /// What came out for one record.
  enum Outcome {
    case holds, fails
    /// It takes more than the limit.
    case isTooMuch
    /// Something that it looks at is not there.
    case isUnknown
  }

  let text: String
  /// Whether it says for which records the rule is, not what must be true of them.
  let isCondition: Bool
  /// Where it is written.
  let place: SourceLocation
  private let compiled: CompiledExpression
  private let names: [String]

  /// Reports what is wrong with `text` where it stands in its file, and gives `nil`.
  init?(
    _ text: String, isCondition: Bool, at place: SourceLocation, _ scope: [(name: String, type: ValueType)],
    _ findings: inout Findings
  ) {
    let bytes = Array(text.utf8)
    let (compiled, problems) = CompiledExpression.compile(
      bytes, SourceSpan(0, bytes.count), path: place.path, scope: scope)
    guard let compiled else {
      if let problem = problems.first { findings.add(Self.moved(problem, text, to: place)) }
      return nil
    }
    switch compiled.type {
    case .boolean, .any: break
    default:
      findings.error(
        "CO01", zh: "规则要得出是或否", en: "a rule is true or false", at: place,
        repair: Message(zh: "写一个比较，如 amount > 0", en: "write a comparison such as amount > 0"))
      return nil
    }
    self.text = text
    self.isCondition = isCondition
    self.place = place
    self.compiled = compiled
    names = scope.map(\.name)
  }

  /// The places in its scope of the variables that it reads.
  var variables: Set<Int> { compiled.variables }
  /// Whether it reads the variable `name`.
  func reads(_ name: String) -> Bool { variables.contains { names[$0] == name } }

  /// What comes out for `slots`, with what is left of `effort`.
  func outcome(_ slots: [Value], _ effort: inout Effort) -> Outcome {
    do throws(EvaluationError) {
      if case .boolean(true) = try compiled.evaluate(slots, effort: &effort) { return .holds }
      return .fails
    } catch {
      switch error.failure {
      case .tooDeep, .tooManySteps, .tooMuchOutput, .tooLarge: return .isTooMuch
      default: return .isUnknown
      }
    }
  }

  /// What it reads of records for `slots`, as far as it comes.
  func reads(_ slots: [Value]) -> [FieldRead] {
    let log = ReadLog()
    _ = try? compiled.evaluate(slots, log: log)
    return log.reads
  }

  /// A problem of the rule's text, told where the text stands in its file; of a text with escapes only the whole is known.
  private static func moved(_ problem: Diagnostic, _ text: String, to place: SourceLocation) -> Diagnostic {
    var problem = problem
    if problem.code == LayoutCode.optional.code {
      // The repair for layouts is a statement, of which rules have none.
      problem.repair = Message(
        zh: "先判断有没有，如 class_hours is defined and class_hours >= 60",
        en: "ask first whether it is there: class_hours is defined and class_hours >= 60")
    }
    var location = place
    if let span = place.span, let inner = problem.location?.span {
      // Between quotes the text begins behind the first of them.
      let quotes = Int(span.end - span.start) - text.utf8.count
      if quotes == 0 || quotes == 2 {
        let start = Int(span.start) + quotes / 2
        location.span = SourceSpan(start + Int(inner.start), start + Int(inner.end))
      }
    }
    problem.location = location
    return problem
  }
}
