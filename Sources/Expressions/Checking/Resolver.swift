package import Diagnostics
import Values

/// Gives every name, attribute, filter and test of an expression its meaning and its type, and collects what is wrong.
///
/// An expression with an error gets the type `any`, so that one mistake is told once.
package final class Resolver {
  package let scope: any ResolverScope
  /// What was resolved so far.
  package var code = Code()
  /// What was found wrong, in the order of the text.
  package var problems: [ExpressionError] = []
  /// Paths (`s3.summary`) of optional values known to be there at this point.
  package var present: Set<String> = []

  /// How much of the stack is in use: levels of expressions, statements and calls that are being compiled inside each other,
  /// each weighed by what it takes.
  package private(set) var nesting = 0
  /// Levels of the expression being resolved.
  package var level = 0
  /// Levels of lists and mappings inside each other that the expression resolved last may have: those written out in it, and
  /// those of the variables that it mentions.
  package private(set) var depth = 0
  /// How many conditions decide whether what is being resolved is ever looked at.
  package private(set) var conditions = 0
  /// Whether that was told.
  package private(set) var wasTooDeep = false
  /// The most that `nesting` may be, so that a thread's stack of 8 MiB holds it in every build. Statements alone reach as deep
  /// as they may while rendering (1,000), macros that call each other deeper (235).
  private static let nestingLimit = 4_000

  package init(_ scope: any ResolverScope) { self.scope = scope }

  func report(_ kind: ExpressionError.Kind, _ span: SourceSpan) { problems.append(ExpressionError(kind, span)) }

  /// Reports a wrong type; where types are not known beforehand it is left to the run, as in Jinja.
  ///
  /// - Returns: whether the expression is to be given up.
  func reportsType(_ kind: ExpressionError.Kind, _ span: SourceSpan) -> Bool {
    if !scope.isDynamic { report(kind, span) }
    return !scope.isDynamic
  }

  /// Begins something that is compiled inside what is open; told once when that is too deep. `leave` ends it in any case.
  ///
  /// - Parameters:
  ///   - weight: 4 for a body of statements, 5 for a level of an expression.
  ///   - span: where it begins.
  /// - Returns: whether there is room for it.
  package func enter(_ weight: Int, _ span: SourceSpan) -> Bool {
    nesting += weight
    guard nesting > Self.nestingLimit else { return true }
    refuseDepth(span)
    return false
  }

  /// Says, once, that something is too deep.
  package func refuseDepth(_ span: SourceSpan) {
    if !wasTooDeep { report(.nestedTooDeep, span) }
    wasTooDeep = true
  }

  /// Ends what `enter` began, whether there was room for it or not.
  package func leave(_ weight: Int) { nesting -= weight }

  /// The expression, resolved; it may be undefined or optional.
  package func resolve(_ expression: Expression) -> Typed {
    level += 1
    defer {
      level -= 1
      leave(5)
    }
    guard enter(5, expression.span) else { return .failed }
    let around = depth
    depth = 0
    let typed = meaning(of: expression)
    if typed.type.kinds.isDisjoint(with: [.list, .mapping]) {
      depth = 0
    } else if expression.makesLevel {
      depth += 1
    }
    depth = max(depth, around)
    return typed
  }

  private func meaning(of expression: Expression) -> Typed {
    let span = expression.span
    switch expression.kind {
    case .none: return Typed(.none, .optional(.any))
    case .boolean(let truth): return constant(.boolean(truth), .boolean)
    case .number(let number): return constant(.number(number), .number)
    case .text(let text): return constant(.text(text), .text)
    case .name(let name): return variable(name, span)
    case .attribute(let base, let name, let nameSpan): return attribute(base, name, nameSpan, span)
    case .element(let base, let index): return element(base, index, span)
    case .slice(let base, let start, let stop, let step): return slice(base, start, stop, step, span)
    case .list(let items), .tuple(let items): return list(items)
    case .mapping(let pairs): return mapping(pairs, span)
    case .negation(let operand): return sign(operand, span, negates: true)
    case .affirmation(let operand): return sign(operand, span, negates: false)
    case .arithmetic(let symbol, let left, let right): return arithmetic(symbol, left, right, span)
    case .concatenation(let parts): return concatenation(parts, span)
    case .comparison(let first, let rest): return comparison(first, rest, span)
    case .not(let operand):
      let typed = condition(operand)
      return Typed(code.add(.not(typed.code, operand.span)), .boolean)
        .telling(whenTrue: typed.whenFalse, whenFalse: typed.whenTrue)
    case .and(let left, let right): return and(left, right, span)
    case .or(let left, let right): return or(left, right, span)
    case .conditional(let test, let then, let otherwise): return conditional(test, then, otherwise, span)
    case .filter(let input, let name, let nameSpan, let arguments):
      return filter(input, name, nameSpan, arguments, span)
    case .test(let input, let name, let nameSpan, let arguments): return test(input, name, nameSpan, arguments, span)
    case .call(let callee, let arguments): return call(callee, arguments, span)
    }
  }

  /// The expression as a value that must be there: neither unset nor optional.
  package func required(_ expression: Expression) -> Typed {
    var typed = resolve(expression)
    if typed.isUnset, !scope.isDynamic {
      reportUnset(typed, expression)
      return .failed
    }
    if typed.type.isOptional, !scope.isDynamic {
      reportAbsent(typed, expression)
      typed.type = .any
    }
    return typed
  }

  /// The expression as a condition, or as a part of something: optional ones may be absent, unset ones may not be asked.
  package func condition(_ expression: Expression) -> Typed {
    let typed = resolve(expression)
    if typed.isUnset, !scope.isDynamic { reportUnset(typed, expression) }
    return typed
  }

  /// Says that something is used that may not be there. Apart, as all that reports something takes room on the stack.
  private func reportAbsent(_ typed: Typed, _ expression: Expression) {
    if case .conditional(_, _, nil) = expression.kind {
      report(.noElse, expression.span)
    } else if expression.isNone {
      report(.noneUsed, expression.span)
    } else {
      report(.optionalUsed(Self.path(expression), ExpressionError.TypeName(typed.type.present)), expression.span)
    }
  }

  /// Says that something is used that is certainly not there.
  func reportUnset(_ typed: Typed, _ expression: Expression) {
    report(typed.lack?.kind ?? .unsetVariable(Self.path(expression)), expression.span)
  }

  /// A value that is written out.
  func constant(_ value: Value, _ type: ValueType) -> Typed { Typed(code.add(constant: value), type) }

  /// Something that is certainly not there.
  func missing(_ reason: Undefined.Reason, isUnset: Bool = true, key: String? = nil) -> Typed {
    Typed(code.add(constant: .undefined(Undefined(reason))), .any, isUnset: isUnset, key: key)
  }

  /// Whether the value with this key is known to be there.
  func isPresent(_ key: String?) -> Bool {
    guard let key else { return false }
    scope.asks(whether: key)
    return present.contains(key)
  }

  /// A value with this key: what may be absent is known to be there, or it is not. A value of several kinds that was asked for is
  /// taken on trust, as which of them it is was the question.
  func known(_ code: Resolved, _ type: ValueType, key: String?) -> Typed {
    let isAsked = if case .either = type.present { true } else { type.isOptional }
    guard isAsked, isPresent(key) else { return Typed(code, type, key: key) }
    if case .either = type.present { return Typed(code, .any, key: key) }
    return Typed(code, type.present, key: key)
  }

  private func variable(_ name: String, _ span: SourceSpan) -> Typed {
    switch scope.binding(of: name) {
    case .value(let place, let type)?:
      depth = max(depth, scope.depth(of: place))
      return known(code.add(variable: place, name), type, key: place.key)
    case .unset(let place)?:
      let key = place.key
      guard !scope.isDynamic else { return Typed(code.add(variable: place, name), .any, isUnset: true, key: key) }
      return missing(.variable(name), isUnset: !isPresent(key), key: key)
    case .loop(let place, _)?: return Typed(loopRecord(place, span), .record { LoopRecord.type })
    case .callable?:
      report(.leftOut(.macroAsValue), span)
      return .failed
    case .module?:
      report(.leftOut(.recordAsModule), span)
      return .failed
    case .leftOut(let construct)?: return leftOut(construct, span)
    case .failed?: return .failed
    case nil: break
    }
    // Behind `x is defined` an unknown `x` is never looked at: a partial may take what only some pages give.
    let key = "?" + name
    if isPresent(key) { return missing(.variable(name), isUnset: false, key: key) }
    if scope.isDynamic { return missing(.variable(name), key: key) }
    return unknown(name, span)
  }

  /// A name that nothing has.
  func unknown(_ name: String, _ span: SourceSpan) -> Typed {
    report(.unknownVariable(name, suggestion: Suggestion.nearest(to: name, among: scope.names)), span)
    return .failed
  }

  /// A name that stands for something left out.
  func leftOut(_ construct: LeftOut, _ span: SourceSpan) -> Typed {
    report(.leftOut(construct), span)
    return .failed
  }

  /// All of the loop's state as one value.
  private func loopRecord(_ place: Place, _ span: SourceSpan) -> Resolved {
    code.add(
      Function(
        name: "loop", parameters: [], doc: Message(zh: "", en: ""), example: "", result: .any,
        apply: { [place] _, evaluation throws(EvaluationFailure) in
          let slot = evaluation.index(of: place)
          guard case .number(let index) = evaluation.slots[slot], let position = index.integer,
            case .number(let count) = evaluation.slots[slot + 1], let total = count.integer
          else { throw .undefined(.variable("loop")) }
          return .record(LoopRecord(LoopState(position: position, total: total, items: evaluation.slots[slot + 2])))
        }), [], span)
  }

  /// `course.title`: what the message calls the expression.
  static func path(_ expression: Expression) -> String {
    switch expression.kind {
    case .name(let name): name
    case .attribute(let base, let name, _): path(base) + "." + name
    case .element(let base, let index):
      switch index.kind {
      case .number(let number): path(base) + "[" + number.description + "]"
      case .text(let text): path(base) + "['" + text + "']"
      default: path(base) + "[…]"
      }
    case .filter(let input, let name, _, _): path(input) + "|" + name
    case .call(let callee, _): path(callee) + "(…)"
    default: "…"
    }
  }

  /// Runs `body`, of which a condition decides whether it is ever looked at.
  package func conditionally<Result>(_ body: () -> Result) -> Result {
    conditions += 1
    defer { conditions -= 1 }
    return body()
  }

  /// The same behind a condition that told something, which is forgotten afterwards.
  func assuming<Result>(_ facts: Set<String>, _ body: () -> Result) -> Result {
    let before = present
    present.formUnion(facts)
    defer { present = before }
    return conditionally(body)
  }
}
