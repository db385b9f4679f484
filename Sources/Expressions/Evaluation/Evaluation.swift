package import Diagnostics
import Values

/// Runs procedures (macros, blocks) that expressions call; the renderer of layouts.
package protocol ProcedureCaller: AnyObject {
  /// The markup that procedure `index` renders; while it runs, so many levels of the expression wait for it.
  func call(
    _ index: Int, _ arguments: Parts, level: Int, at span: SourceSpan, _ evaluation: inout Evaluation
  ) throws(EvaluationError) -> Value
}

/// How far a renderer has come. It is handed through with the state of expressions, because these may call macros.
package struct Progress {
  /// The part of the layout that runs.
  package var unit = 0
  /// Calls that are running: where they were made.
  package var calls: [(unit: Int, span: SourceSpan)] = []
  /// Bodies of statements, calls and levels of expressions with calls that are running inside each other.
  package var depth = 0
  /// Rounds of loops and calls so far.
  package var steps = 0
  /// Where the last address attribute began in the output.
  package var addressStart = 0
  /// Bytes of the page and of all that is captured for it just now.
  package var written = 0
  /// A failure of a called macro, while it passes through the evaluation that called it.
  package var failure: (any Error)?
}

/// The state in which expressions are evaluated: slots, page, assets. One per rendering, handed through as `inout`: no access
/// to it is guarded.
package struct Evaluation {
  /// The expressions.
  package let code: Code
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
  /// Whether nothing is printed that only Python prints (`None`, `True`, lists): what is not known beforehand is caught here. Off
  /// where Jinja's rules hold.
  package var refusesLiterals = false
  /// Marks that were passed, when branches are recorded.
  package var reached: Set<Int> = []
  /// How far the rendering of a layout has come.
  package var progress = Progress()
  /// What may still be made.
  package var effort = Effort.ofRendering
  /// Where reads of shared records are noted; `nil` when nobody asks.
  package let log: ReadLog?
  /// `nil` unless a layout is rendered.
  private let caller: (any ProcedureCaller)?

  package init(
    _ code: Code, slots: [Value], page: SitePath = SitePath(""), assets: [String: SitePath] = [:],
    strings: [String: InterfaceText] = [:], log: ReadLog? = nil, caller: (any ProcedureCaller)? = nil
  ) {
    self.code = code
    self.slots = slots
    self.page = page
    self.assets = assets
    self.strings = strings
    self.log = log
    self.caller = caller
  }

  /// Sets the variable at `place`.
  package mutating func store(_ value: consuming Value, at place: Place) { slots[index(of: place)] = value }

  /// The slot of the variable at `place`.
  func index(of place: Place) -> Int {
    switch place {
    case .slot(let index): Int(index)
    case .local(let index): base + Int(index)
    }
  }

  /// Adds slots for a macro that is about to run; until it is entered, expressions see those of the one that runs now.
  ///
  /// - Returns: where they begin.
  package mutating func open(slots count: Int) -> Int {
    for _ in 0..<count { slots.append(.none) }
    return slots.count - count
  }

  /// Sets a slot of a macro whose slots begin at `frame`.
  package mutating func store(_ value: consuming Value, at index: Int, ofFrame frame: Int) {
    slots[frame + index] = value
  }

  /// Makes the slots that begin at `frame` those of the running macro; `nil` leaves them.
  ///
  /// - Returns: where those of the one before begin.
  package mutating func enter(_ frame: Int?) -> Int {
    let outer = base
    if let frame { base = frame }
    return outer
  }

  /// Goes back to the macro whose slots begin at `outer`, and gives up the last `count` slots.
  package mutating func leave(to outer: Int, closing count: Int) {
    for _ in 0..<count { slots.removeLast() }
    base = outer
  }

  /// The value of `expression`.
  ///
  /// - Throws: what cannot be computed, with its place.
  /// - Complexity: that of the operations; no allocation for variables, attributes and tests.
  package mutating func value(of expression: Resolved) throws(EvaluationError) -> Value {
    switch code[expression] {
    case .constant(let index): code.constants[index]
    case .variable(let place, _): slots[index(of: place)]
    case .attribute(let use): try attribute(use)
    case .lookup(let base, let name, let span): Access.lookup(code.names[name], in: try defined(base, span), log)
    case .element(let base, let index, let span): try element(base, index, span)
    case .slice(let base, let bounds, let span): try slice(base, bounds, span)
    case .loop(let field, let place): loop(field, index(of: place))
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
    case .filter(let input, let use): try apply(code.filters[use], to: try value(of: input))
    case .test(let input, let use): .boolean(try apply(code.tests[use], to: try value(of: input)))
    case .defaulted(let first, let second, let whenFalse, let whenNone):
      try defaulted(first, second, whenFalse, whenNone)
    case .isDefined(let operand, let noneIsUndefined): .boolean(try isDefined(operand, noneIsUndefined))
    case .call(let procedure, let arguments, let level, let span): try call(procedure, arguments, Int(level), span)
    case .function(let function, let arguments, let span): try self.function(function, arguments, span)
    case .translation(let parts, let span): try translation(parts, span)
    case .plural(let count, let one, let other, let span):
      try translation(InterfaceText.isOne(try defined(count, span)) ? one : other, span)
    }
  }

  /// Whether `expression` counts as true: not false, none, zero or empty.
  package mutating func truth(of expression: Resolved, _ span: SourceSpan) throws(EvaluationError) -> Bool {
    switch code[expression] {
    case .not(let operand, let span): return !(try truth(of: operand, span))
    case .test(let input, let use): return try apply(code.tests[use], to: try value(of: input))
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
  package mutating func defined(_ expression: Resolved, _ span: SourceSpan) throws(EvaluationError) -> Value {
    let value = try value(of: expression)
    if case .undefined(let undefined) = value { throw EvaluationError(.undefined(undefined.reason), span) }
    return value
  }

  /// Runs an operation that knows no places and adds the place to its failure.
  static func located<Result>(
    _ span: SourceSpan, _ operation: () throws(EvaluationFailure) -> Result
  ) throws(EvaluationError) -> Result {
    do throws(EvaluationFailure) { return try operation() } catch { throw EvaluationError(error, span) }
  }

  /// The values of operands that are all there.
  mutating func values(of parts: Parts) throws(EvaluationError) -> [Value] {
    var values: [Value] = []
    values.reserveCapacity(parts.range.count)
    for index in parts.range { if let part = code.parts[index] { values.append(try value(of: part)) } }
    return values
  }

  mutating func values(of arguments: some Collection<Resolved?>) throws(EvaluationError) -> [Value?] {
    var values: [Value?] = []
    values.reserveCapacity(arguments.count)
    for argument in arguments {
      if let argument { values.append(try value(of: argument)) } else { values.append(nil) }
    }
    return values
  }

  @inline(__always)
  private mutating func attribute(_ use: AttributeUse) throws(EvaluationError) -> Value {
    if let variable = use.variable, case .record(let record) = slots[index(of: variable)],
      let value = record.value(at: Int(use.index), of: use.identity)
    {
      if let log { record.note(readOf: Int(use.index), in: log) }
      return value
    }
    let value = try defined(use.base, use.span)
    if case .record(let record) = value, let found = record.value(at: Int(use.index), of: use.identity) {
      if let log { record.note(readOf: Int(use.index), in: log) }
      return found
    }
    return Access.lookup(code.name(of: use), in: value, log)
  }

  private mutating func call(
    _ procedure: Int, _ arguments: Parts, _ level: Int, _ span: SourceSpan
  ) throws(EvaluationError) -> Value {
    guard let caller else { throw EvaluationError(.emptyTemplate, span) }
    return try caller.call(procedure, arguments, level: level, at: span, &self)
  }

  private mutating func function(
    _ function: Int, _ arguments: Parts, _ span: SourceSpan
  ) throws(EvaluationError) -> Value {
    let values = try values(of: code[arguments])
    do throws(EvaluationFailure) {
      let result = try code.functions[function].apply(values, self)
      try effort.spend(making: result)
      return result
    } catch { throw EvaluationError(error, span) }
  }
}
