import Bytes
import Diagnostics
import Expressions
import Values

/// Runs a program: appends the page to a buffer. One per page, used by one thread.
final class Renderer: ProcedureCaller {
  /// Calls of macros inside each other.
  static let callLimit = 150

  private let program: Program
  private let text: [UInt8]
  private let stepLimit: Int
  private let outputLimit: Int
  let evaluation: Evaluation
  private var unit = 0
  /// Calls that are running: where they were made.
  private var calls: [(unit: Int, span: SourceSpan)] = []
  private var steps = 0
  private var addressStart = 0
  /// An error from inside a call, while it passes through the evaluator.
  private var pending: LayoutError?

  init(_ program: Program, text: [UInt8], _ options: LayoutOptions, _ evaluation: Evaluation) {
    self.program = program
    self.text = text
    stepLimit = options.stepLimit
    outputLimit = options.outputLimit
    self.evaluation = evaluation
    evaluation.caller = self
  }

  /// Appends the page to `output`, which is handed through: as a property of this object every byte would be guarded.
  func run(into output: inout [UInt8]) throws(LayoutError) { try run(program.operations, &output) }

  private func run(_ operations: [Operation], _ output: inout [UInt8]) throws(LayoutError) {
    for index in operations.indices { try run(operations[index], &output) }
  }

  private func run(_ operation: Operation, _ output: inout [UInt8]) throws(LayoutError) {
    switch operation {
    case .text(let range): try append(range, &output)
    case .output(let expression, let escape, let span): try print(expression, escape, span, &output)
    case .call(let call): try callDirectly(call, &output)
    case .addressBegins: addressStart = output.count
    case .addressEnds(let isList, let span):
      do throws(EvaluationFailure) { try AddressCheck.check(output, from: addressStart, isList: isList) } catch {
        throw failed(EvaluationError(error, span), nil)
      }
    case .branch(let branch): try self.branch(branch, &output)
    case .loop(let loop): try self.loop(loop, &output)
    case .assign(let place, let expression): store(try value(expression), place)
    case .clear(let place, let undefined): store(.undefined(undefined), place)
    case .unpack(let target, let expression, let span): try unpack(try value(expression), target, span)
    case .capture(let place, let body): store(.html(try capture(body)), place)
    case .unit(let index, let body):
      let outer = unit
      unit = index
      try run(body, &output)
      unit = outer
    case .mark(let mark): evaluation.reached.insert(mark)
    }
  }

  private func append(_ range: Range<Int>, _ output: inout [UInt8]) throws(LayoutError) {
    let text = text
    output.append(run: text.span, range)
    if output.count > outputLimit { throw failed(EvaluationError(.tooMuchOutput, SourceSpan(0, 0)), nil) }
  }

  private func value(_ expression: Resolved) throws(LayoutError) -> Value {
    do throws(EvaluationError) { return try evaluation.value(of: expression) } catch { throw failed(error, expression) }
  }

  private func store(_ value: Value, _ place: Place) { evaluation.store(value, at: place) }

  private func print(
    _ expression: Resolved, _ escape: Escape, _ span: SourceSpan, _ output: inout [UInt8]
  ) throws(LayoutError) {
    let value = try value(expression)
    do throws(EvaluationFailure) {
      try EscapedPrinting.append(value, escape, page: evaluation.page, to: &output)
    } catch {
      throw failed(EvaluationError(error, span), expression)
    }
    if output.count > outputLimit { throw failed(EvaluationError(.tooMuchOutput, span), nil) }
  }

  private func branch(_ branch: BranchOperation, _ output: inout [UInt8]) throws(LayoutError) {
    for index in branch.arms.indices {
      let holds: Bool
      do throws(EvaluationError) {
        holds = try evaluation.truth(of: branch.arms[index].test, branch.arms[index].span)
      } catch { throw failed(error, branch.arms[index].test) }
      if holds { return try run(branch.arms[index].body, &output) }
    }
    try run(branch.otherwise, &output)
  }

  /// Renders apart.
  private func capture(_ body: [Operation]) throws(LayoutError) -> Markup {
    let outerAddress = addressStart
    var output: [UInt8] = []
    try run(body, &output)
    addressStart = outerAddress
    return Markup(output)
  }

  // MARK: Loops

  private func loop(_ loop: LoopOperation, _ output: inout [UInt8]) throws(LayoutError) {
    let value = try value(loop.items)
    var items: [Value]
    do throws(EvaluationFailure) { items = try Access.items(of: value) } catch {
      throw failed(EvaluationError(error, loop.itemsSpan), loop.items)
    }
    if let filter = loop.filter { items = try filtered(items, loop, filter) }
    guard !items.isEmpty else { return try run(loop.otherwise, &output) }
    if let state = loop.state {
      store(.number(Decimal(items.count)), state.advanced(by: 1))
      store(.list(items), state.advanced(by: 2))
    }
    for index in items.indices {
      try step(loop.itemsSpan)
      if let state = loop.state { store(.number(Decimal(index)), state) }
      if case .place(let place) = loop.target {
        store(items[index], place)
      } else {
        try unpack(items[index], loop.target, loop.targetSpan)
      }
      if !loop.prologue.isEmpty { try run(loop.prologue, &output) }
      try run(loop.body, &output)
    }
  }

  private func filtered(
    _ items: [Value], _ loop: LoopOperation, _ filter: Resolved
  ) throws(LayoutError) -> [Value] {
    var kept: [Value] = []
    for item in items {
      try step(loop.itemsSpan)
      if case .place(let place) = loop.target {
        store(item, place)
      } else {
        try unpack(item, loop.target, loop.targetSpan)
      }
      do throws(EvaluationError) {
        if try evaluation.truth(of: filter, loop.filterSpan) { kept.append(item) }
      } catch { throw failed(error, filter) }
    }
    return kept
  }

  private func step(_ span: SourceSpan) throws(LayoutError) {
    steps += 1
    guard steps <= stepLimit else { throw failed(EvaluationError(.tooManySteps, span), nil) }
  }

  private func unpack(_ value: Value, _ target: CompiledTarget, _ span: SourceSpan) throws(LayoutError) {
    switch target {
    case .place(let place): store(value, place)
    case .list(let targets):
      let items: [Value]
      do throws(EvaluationFailure) { items = try Access.items(of: value) } catch {
        throw failed(EvaluationError(error, span), nil)
      }
      guard items.count == targets.count else {
        throw failed(EvaluationError(.unpacking(expected: targets.count, found: items.count), span), nil)
      }
      for (item, target) in zip(items, targets) { try unpack(item, target, span) }
    }
  }

  // MARK: Calls

  private func callDirectly(_ call: CallOperation, _ output: inout [UInt8]) throws(LayoutError) {
    let procedure = program.procedures[call.procedure]
    let frame = evaluation.open(slots: procedure.slots)
    for place in call.arguments.indices {
      guard let argument = call.arguments[place] else { continue }
      evaluation.store(try value(argument), at: place, ofFrame: frame)
    }
    try run(procedure, frame, isGiven: { call.arguments[$0] != nil }, call.span, &output)
  }

  func call(_ index: Int, arguments: [Value?], at span: SourceSpan) throws(EvaluationError) -> Value {
    do throws(LayoutError) {
      let outerAddress = addressStart
      var output: [UInt8] = []
      let procedure = program.procedures[index]
      let frame = evaluation.open(slots: procedure.slots)
      for (place, argument) in arguments.enumerated() {
        if let argument { evaluation.store(argument, at: place, ofFrame: frame) }
      }
      try run(procedure, frame, isGiven: { arguments[$0] != nil }, span, &output)
      addressStart = outerAddress
      return .html(Markup(output))
    } catch {
      pending = error
      throw EvaluationError(error.failure, span)
    }
  }

  /// Runs a procedure whose slots begin at `frame`; `isGiven` says which of its arguments stand there.
  private func run(
    _ procedure: Procedure, _ frame: Int, isGiven: (Int) -> Bool, _ span: SourceSpan, _ output: inout [UInt8]
  ) throws(LayoutError) {
    try step(span)
    guard calls.count < Self.callLimit else { throw failed(EvaluationError(.tooDeep, span), nil) }
    calls.append((unit, span))
    let outerUnit = unit
    unit = procedure.unit
    // Blocks use the slots that are in use.
    let outerFrame = evaluation.enter(procedure.isMacro ? frame : nil)
    for place in procedure.parameters.indices where !isGiven(place) {
      let parameter = procedure.parameters[place]
      let standard = try parameter.standard.map { standard throws(LayoutError) in try value(standard) }
      evaluation.store(standard ?? .undefined(Undefined(.parameter(parameter.name))), at: place, ofFrame: frame)
    }
    try run(procedure.body, &output)
    evaluation.leave(to: outerFrame, closing: procedure.slots)
    unit = outerUnit
    calls.removeLast()
  }

  // MARK: Failures

  /// The error with its place, the way there, and the values that took part.
  private func failed(_ error: EvaluationError, _ expression: Resolved?) -> LayoutError {
    if let pending { return pending }
    var chain: [SourceLocation] = []
    func walk(_ start: Int) {
      var current = program.units[start]
      while let parent = current.parent, let site = current.site {
        chain.append(SourceLocation(program.units[parent].path, site))
        current = program.units[parent]
      }
    }
    if let call = calls.last {
      chain.append(SourceLocation(program.units[call.unit].path, call.span))
      walk(call.unit)
    } else {
      walk(unit)
    }
    return LayoutError(
      failure: error.failure, location: SourceLocation(program.units[unit].path, error.span), chain: chain,
      values: expression.map { MentionedValues.of($0, evaluation) } ?? [])
  }
}

extension Place {
  /// The slot `distance` behind this one.
  func advanced(by distance: Int) -> Place {
    switch self {
    case .slot(let index): .slot(index + distance)
    case .local(let index): .local(index + distance)
    }
  }
}
