package import Diagnostics
import Values

/// Runs procedures (macros, blocks) that expressions call; the renderer of layouts.
package protocol ProcedureCaller: AnyObject {
  /// The markup that procedure `index` renders.
  func call(_ index: Int, arguments: [Value?], at span: SourceSpan) throws(EvaluationError) -> Value
}

/// The state in which expressions are evaluated: slots, page, assets. One per rendering, used by one thread.
package final class Evaluation {
  /// Values of the variables: first those of the program, then those of the running macros.
  private(set) var slots: [Value]
  /// Where the slots of the running macro begin.
  private(set) var base = 0
  /// The page being rendered: links are printed relative to it.
  package let page: SitePath
  /// File names of assets to their published places.
  package let assets: [String: SitePath]
  /// Interface strings, for keys computed at run time.
  package let strings: [String: InterfaceText]
  /// Marks that were passed, when branches are recorded.
  package var reached: Set<Int> = []
  /// What was made so far, against `EvaluationLimits.work`.
  var work = 0
  /// Set while a layout is rendered.
  package weak var caller: (any ProcedureCaller)?

  package init(
    slots: [Value], page: SitePath = SitePath(""), assets: [String: SitePath] = [:],
    strings: [String: InterfaceText] = [:]
  ) {
    self.slots = slots
    self.page = page
    self.assets = assets
    self.strings = strings
  }

  /// Sets the variable at `place`.
  package func store(_ value: Value, at place: Place) { slots[index(of: place)] = value }

  private func index(of place: Place) -> Int {
    switch place {
    case .slot(let index): index
    case .local(let index): base + index
    }
  }

  /// Adds slots for a macro that is about to run; until it is entered, expressions see those of the one that runs now.
  ///
  /// - Returns: where they begin.
  package func open(slots count: Int) -> Int {
    slots.append(contentsOf: repeatElement(.none, count: count))
    return slots.count - count
  }

  /// Sets a slot of a macro whose slots begin at `frame`.
  package func store(_ value: Value, at index: Int, ofFrame frame: Int) { slots[frame + index] = value }

  /// Makes the slots that begin at `frame` those of the running macro; `nil` leaves them.
  ///
  /// - Returns: where those of the one before begin.
  package func enter(_ frame: Int?) -> Int {
    let outer = base
    if let frame { base = frame }
    return outer
  }

  /// Goes back to the macro whose slots begin at `outer`, and gives up the last `count` slots.
  package func leave(to outer: Int, closing count: Int) {
    slots.removeLast(count)
    base = outer
  }

  /// The value of `expression`.
  ///
  /// - Throws: what cannot be computed, with its place.
  /// - Complexity: that of the operations; no allocation for variables, attributes and tests.
  package func value(of expression: Resolved) throws(EvaluationError) -> Value {
    switch expression {
    case .constant(let value): value
    case .slot(let index, _, _): slots[index]
    case .local(let index, _, _): slots[base + index]
    case .attribute(let use): try attribute(use)
    case .lookup(let base, let name, let span):
      Access.lookup(name, in: try defined(base, span))
    case .element(let base, let index, let span): try element(base, index, span)
    case .slice(let base, let start, let stop, let step, let span): try slice(base, start, stop, step, span)
    case .loop(let field, let slot, let isLocal, _): loop(field, isLocal ? base + slot : slot)
    case .cycle(let index, let items, let span): try cycle(index, items, span)
    case .list(let items): .list(try values(of: items))
    case .mapping(let pairs, let span): try mapping(pairs, span)
    case .negation(let operand, let span): try negation(operand, span)
    case .arithmetic(let symbol, let left, let right, let span): try arithmetic(symbol, left, right, span)
    case .concatenation(let parts, let span): try concatenation(parts, span)
    case .comparison(let use): .boolean(try comparison(use))
    case .not(let operand, let span): .boolean(!(try truth(of: operand, span)))
    case .and(let left, let right, let span): try and(left, right, span)
    case .or(let left, let right, let span): try or(left, right, span)
    case .conditional(let test, let then, let otherwise, let span): try conditional(test, then, otherwise, span)
    case .marked(let mark, let operand): try marked(mark, operand)
    case .filter(let input, let use): try filter(input, use)
    case .test(let input, let use): .boolean(try test(input, use))
    case .defaulted(let first, let second, let whenFalse, let whenNone, let span):
      try defaulted(first, second, whenFalse, whenNone, span)
    case .isDefined(let operand, let noneIsUndefined): .boolean(try isDefined(operand, noneIsUndefined))
    case .call(let procedure, let arguments, let span): try call(procedure, arguments, span)
    case .function(let function, let arguments, let span): try self.function(function, arguments, span)
    case .translation(let parts, let span): try translation(parts, span)
    case .plural(let count, let one, let other, let span):
      try translation(InterfaceText.isOne(try defined(count, span)) ? one : other, span)
    }
  }

  /// Whether `expression` counts as true: not false, none, zero or empty.
  package func truth(of expression: Resolved, _ span: SourceSpan) throws(EvaluationError) -> Bool {
    switch expression {
    case .not(let operand, let span): return !(try truth(of: operand, span))
    case .test(let input, let use): return try test(input, use)
    case .isDefined(let operand, let noneIsUndefined): return try isDefined(operand, noneIsUndefined)
    case .comparison(let use): return try comparison(use)
    default: break
    }
    let value = try value(of: expression)
    if case .undefined(let undefined) = value, !undefined.isOptional {
      throw EvaluationError(.undefined(undefined.reason), span)
    }
    return value.isTrue
  }

  /// The value of `expression`, which may not be undefined.
  package func defined(_ expression: Resolved, _ span: SourceSpan) throws(EvaluationError) -> Value {
    let value = try value(of: expression)
    if case .undefined(let undefined) = value { throw EvaluationError(.undefined(undefined.reason), span) }
    return value
  }

  /// Runs an operation that knows no places and adds the place to its failure.
  func located<Result>(
    _ span: SourceSpan, _ operation: () throws(EvaluationFailure) -> Result
  ) throws(EvaluationError) -> Result {
    do throws(EvaluationFailure) { return try operation() } catch { throw EvaluationError(error, span) }
  }

  func values(of expressions: [Resolved]) throws(EvaluationError) -> [Value] {
    var values: [Value] = []
    values.reserveCapacity(expressions.count)
    for expression in expressions { values.append(try value(of: expression)) }
    return values
  }

  func values(of arguments: [Resolved?]) throws(EvaluationError) -> [Value?] {
    var values: [Value?] = []
    values.reserveCapacity(arguments.count)
    for argument in arguments {
      if let argument { values.append(try value(of: argument)) } else { values.append(nil) }
    }
    return values
  }

  private func attribute(_ use: AttributeUse) throws(EvaluationError) -> Value {
    if let variable = use.variable, case .record(let record) = slots[index(of: variable)], record.isOf(use.type) {
      return record.value(at: use.index)
    }
    let value = try defined(use.base, use.span)
    if case .record(let record) = value, record.isOf(use.type) { return record.value(at: use.index) }
    return Access.lookup(use.type.attributes[use.index].name, in: value)
  }

  private func call(
    _ procedure: Int, _ arguments: [Resolved?], _ span: SourceSpan
  ) throws(EvaluationError) -> Value {
    guard let caller else { throw EvaluationError(.emptyTemplate, span) }
    return try caller.call(procedure, arguments: try values(of: arguments), at: span)
  }

  private func function(
    _ function: Function, _ arguments: [Resolved?], _ span: SourceSpan
  ) throws(EvaluationError) -> Value {
    let values = try values(of: arguments)
    return try located(span) { () throws(EvaluationFailure) in
      let result = try function.apply(values, self)
      try charge(result)
      return result
    }
  }
}
