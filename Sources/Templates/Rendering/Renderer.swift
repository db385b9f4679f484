import Bytes
import Diagnostics
import Expressions
import Values

/// Runs a program: appends pages to a buffer. One per program, shared by all threads.
///
/// What changes while it runs is handed through, the buffer and the state: as properties of this object they would be guarded
/// at every access.
final class Renderer: ProcedureCaller, Sendable {
  /// Calls of macros inside each other.
  static let callLimit = 150
  /// Bodies inside each other, those of called macros counted with the levels of the expressions that call them: what a
  /// thread's stack of 8 MiB holds in every build.
  static let depthLimit = 1_000

  let program: Program
  private let stepLimit: Int
  private let outputLimit: Int

  init(_ program: Program, _ options: LayoutOptions) {
    self.program = program
    stepLimit = options.stepLimit
    outputLimit = options.outputLimit
  }

  /// The state at the start of a page whose variables have these values.
  func state(
    _ values: [Value], page: SitePath, assets: [String: SitePath], strings: [String: InterfaceText], log: ReadLog?
  ) -> Evaluation {
    var slots: [Value] = []
    // With room for some macros: growing would copy them all.
    slots.reserveCapacity(program.slots.count + 32)
    slots += values.prefix(program.slots.count)
    slots += program.slots.dropFirst(slots.count)
    var state = Evaluation(
      program.code, slots: slots, page: page, assets: assets, strings: strings, log: log, caller: self)
    state.refusesLiterals = program.refusesLiterals
    return state
  }

  /// Appends the page to `output`.
  func run(_ state: inout Evaluation, into output: inout [UInt8]) throws(LayoutError) {
    try run(program.main, &state, &output)
  }

  private func run(_ body: Stretch, _ state: inout Evaluation, _ output: inout [UInt8]) throws(LayoutError) {
    state.progress.depth += 1
    guard state.progress.depth <= Self.depthLimit else {
      throw tooDeep(&state)
    }
    defer { state.progress.depth -= 1 }
    for index in body.range {
      switch program.operations[index] {
      case .text(let start, let end): try append(start..<end, &state, &output)
      case .output(let expression, let escape, let span): try print(expression, escape, span, &state, &output)
      case .call(let procedure, let arguments, let span): try call(procedure, arguments, span, &state, &output)
      case .addressBegins: state.progress.addressStart = output.count
      case .addressEnds(let form, let span):
        do throws(EvaluationFailure) {
          try AddressCheck.check(output, from: state.progress.addressStart, form)
        } catch { throw failed(EvaluationError(error, span), nil, &state) }
      case .branch(let arms, let otherwise): try branch(arms, otherwise, &state, &output)
      case .loop(let loop): try self.loop(program.loops[loop], &state, &output)
      case .assign(let place, let expression): state.store(try value(expression, &state), at: place)
      case .unpack(let target, let expression, let span):
        try unpack(try value(expression, &state), target, span, &state)
      case .capture(let place, let body, let span): state.store(.html(try capture(body, span, &state)), at: place)
      case .unit(let unit, let body):
        let outer = state.progress.unit
        state.progress.unit = unit
        try run(body, &state, &output)
        state.progress.unit = outer
      case .mark(let mark): state.reached.insert(mark)
      }
    }
  }

  private func append(_ range: Range<Int>, _ state: inout Evaluation, _ output: inout [UInt8]) throws(LayoutError) {
    let text = program.text
    output.append(run: text.span, range)
    try note(range.count, nil, &state)
  }

  private func value(_ expression: Resolved, _ state: inout Evaluation) throws(LayoutError) -> Value {
    do throws(EvaluationError) { return try state.value(of: expression) } catch {
      throw failed(error, expression, &state)
    }
  }

  private func print(
    _ expression: Resolved, _ escape: Escape, _ span: SourceSpan, _ state: inout Evaluation, _ output: inout [UInt8]
  ) throws(LayoutError) {
    let value = try value(expression, &state)
    let before = output.count
    if case .text(let text) = value, escape.isPlainForText {
      HTMLEscaping.append(text: text, to: &output)
    } else {
      do throws(EvaluationFailure) {
        if program.refusesLiterals, escape != .json, ValueKinds.pythonLiteral.contains(value.kind) {
          throw .notPrintable(value.kind)
        }
        try EscapedPrinting.append(value, escape, page: state.page, to: &output)
      } catch { throw failed(EvaluationError(error, span), expression, &state) }
    }
    try note(output.count - before, span, &state)
  }

  /// Counts bytes that were written; `span` is the tag that wrote them, if one did.
  private func note(_ count: Int, _ span: SourceSpan?, _ state: inout Evaluation) throws(LayoutError) {
    state.progress.written += count
    if state.progress.written > outputLimit {
      throw failed(EvaluationError(.tooMuchOutput, span ?? SourceSpan(0, 0)), nil, &state)
    }
  }

  private func branch(
    _ arms: Stretch, _ otherwise: Stretch, _ state: inout Evaluation, _ output: inout [UInt8]
  ) throws(LayoutError) {
    for index in arms.range {
      let arm = program.arms[index]
      let holds: Bool
      do throws(EvaluationError) { holds = try state.truth(of: arm.test, arm.span) } catch {
        throw failed(error, arm.test, &state)
      }
      if holds { return try run(arm.body, &state, &output) }
    }
    try run(otherwise, &state, &output)
  }

  /// Renders apart.
  private func capture(_ body: Stretch, _ span: SourceSpan, _ state: inout Evaluation) throws(LayoutError) -> Markup {
    let outerAddress = state.progress.addressStart
    var output: [UInt8] = []
    try run(body, &state, &output)
    state.progress.addressStart = outerAddress
    do throws(EvaluationFailure) { return try finish(output, &state) } catch {
      throw failed(EvaluationError(error, span), nil, &state)
    }
  }

  /// What was captured, a value of its own now.
  private func finish(_ output: [UInt8], _ state: inout Evaluation) throws(EvaluationFailure) -> Markup {
    state.progress.written -= output.count
    let markup = Markup(output)
    try state.effort.spend(making: .html(markup))
    return markup
  }

  // MARK: Loops

  private func loop(_ loop: Loop, _ state: inout Evaluation, _ output: inout [UInt8]) throws(LayoutError) {
    let value = try value(loop.items, &state)
    var items: [Value]
    do throws(EvaluationFailure) { items = try Access.items(of: value) } catch {
      throw failed(EvaluationError(error, loop.itemsSpan), loop.items, &state)
    }
    if let filter = loop.filter { items = try filtered(items, loop, filter, &state) }
    guard !items.isEmpty else { return try run(loop.otherwise, &state, &output) }
    if let place = loop.state {
      state.store(.number(Decimal(items.count)), at: place.advanced(by: 1))
      state.store(.list(items), at: place.advanced(by: 2))
    }
    for index in items.indices {
      try step(loop.itemsSpan, &state)
      if let place = loop.state { state.store(.number(Decimal(index)), at: place) }
      try assign(items[index], to: loop, &state)
      try run(loop.body, &state, &output)
    }
  }

  private func filtered(
    _ items: [Value], _ loop: Loop, _ filter: Resolved, _ state: inout Evaluation
  ) throws(LayoutError) -> [Value] {
    var kept: [Value] = []
    for item in items {
      try step(loop.itemsSpan, &state)
      try assign(item, to: loop, &state)
      do throws(EvaluationError) {
        if try state.truth(of: filter, loop.filterSpan) { kept.append(item) }
      } catch { throw failed(error, filter, &state) }
    }
    return kept
  }

  private func step(_ span: SourceSpan, _ state: inout Evaluation) throws(LayoutError) {
    state.progress.steps += 1
    guard state.progress.steps <= stepLimit else { throw failed(EvaluationError(.tooManySteps, span), nil, &state) }
  }

  private func assign(_ item: Value, to loop: Loop, _ state: inout Evaluation) throws(LayoutError) {
    if case .place(let place) = loop.target {
      state.store(item, at: place)
    } else {
      try unpack(item, loop.target, loop.targetSpan, &state)
    }
  }

  private func unpack(
    _ value: Value, _ target: CompiledTarget, _ span: SourceSpan, _ state: inout Evaluation
  ) throws(LayoutError) {
    switch target {
    case .place(let place): state.store(value, at: place)
    case .list(let targets):
      let items: [Value]
      do throws(EvaluationFailure) { items = try Access.items(of: value) } catch {
        throw failed(EvaluationError(error, span), nil, &state)
      }
      guard items.count == targets.range.count else {
        let failure = EvaluationFailure.unpacking(expected: targets.range.count, found: items.count)
        throw failed(EvaluationError(failure, span), nil, &state)
      }
      for (item, target) in zip(items, targets.range) { try unpack(item, program.targets[target], span, &state) }
    }
  }

  // MARK: Calls

  private func call(
    _ index: Int, _ arguments: Parts, _ span: SourceSpan, _ state: inout Evaluation, _ output: inout [UInt8]
  ) throws(LayoutError) {
    let procedure = program.procedures[index]
    let frame = state.open(slots: procedure.slots)
    for place in 0..<Int(arguments.count) {
      guard let argument = state.code[arguments, place] else { continue }
      state.store(try value(argument, &state), at: place, ofFrame: frame)
    }
    try run(procedure, frame, arguments, span, &state, &output)
  }

  func call(
    _ index: Int, _ arguments: Parts, level: Int, at span: SourceSpan, _ state: inout Evaluation
  ) throws(EvaluationError) -> Value {
    let procedure = program.procedures[index]
    let frame = state.open(slots: procedure.slots)
    for place in 0..<Int(arguments.count) {
      guard let argument = state.code[arguments, place] else { continue }
      state.store(try state.value(of: argument), at: place, ofFrame: frame)
    }
    do throws(LayoutError) {
      let outerAddress = state.progress.addressStart
      var output: [UInt8] = []
      state.progress.depth += level
      try run(procedure, frame, arguments, span, &state, &output)
      state.progress.depth -= level
      state.progress.addressStart = outerAddress
      do throws(EvaluationFailure) { return .html(try finish(output, &state)) } catch {
        throw failed(EvaluationError(error, span), nil, &state)
      }
    } catch {
      state.progress.failure = error
      throw EvaluationError(error.failure, span)
    }
  }

  /// Runs a procedure whose slots begin at `frame`, where the arguments that are given stand already.
  private func run(
    _ procedure: Procedure, _ frame: Int, _ arguments: Parts, _ span: SourceSpan, _ state: inout Evaluation,
    _ output: inout [UInt8]
  ) throws(LayoutError) {
    try step(span, &state)
    guard state.progress.calls.count < Self.callLimit else {
      throw failed(EvaluationError(.tooDeep, span), nil, &state)
    }
    let outerUnit = state.progress.unit
    state.progress.calls.append((outerUnit, span))
    state.progress.unit = procedure.unit
    // Blocks use the slots that are in use.
    let outerFrame = state.enter(procedure.isMacro ? frame : nil)
    for place in 0..<Int(procedure.standards.count) where state.code[arguments, place] == nil {
      guard let standard = state.code[procedure.standards, place] else { continue }
      state.store(try value(standard, &state), at: place, ofFrame: frame)
    }
    try run(procedure.body, &state, &output)
    state.leave(to: outerFrame, closing: procedure.slots)
    state.progress.unit = outerUnit
    state.progress.calls.removeLast()
  }

  // MARK: Failures

  /// What runs inside the last call is too deep: told where that was made.
  private func tooDeep(_ state: inout Evaluation) -> LayoutError {
    let call = state.progress.calls.popLast()
    if let call { state.progress.unit = call.unit }
    return failed(EvaluationError(.tooDeep, call?.span ?? SourceSpan(0, 0)), nil, &state)
  }

  /// The error with its place, the way there, and the values that took part.
  private func failed(
    _ error: EvaluationError, _ expression: Resolved?, _ state: inout Evaluation
  ) -> LayoutError {
    if let failure = state.progress.failure as? LayoutError { return failure }
    let unit = state.progress.unit
    var chain: [SourceLocation] = []
    func walk(_ start: Int) {
      var current = program.units[start]
      while let parent = current.parent, let site = current.site {
        chain.append(SourceLocation(program.units[parent].path, site))
        current = program.units[parent]
      }
    }
    if let call = state.progress.calls.last {
      chain.append(SourceLocation(program.units[call.unit].path, call.span))
      walk(call.unit)
    } else {
      walk(unit)
    }
    return LayoutError(
      failure: error.failure, location: SourceLocation(program.units[unit].path, error.span), chain: chain,
      values: expression.map { MentionedValues.of($0, state) } ?? [])
  }
}

extension Place {
  /// The slot `distance` behind this one.
  func advanced(by distance: Int32) -> Place {
    switch self {
    case .slot(let index): .slot(index + distance)
    case .local(let index): .local(index + distance)
    }
  }
}
