import Bytes
import Diagnostics
import Values

extension Evaluation {
  mutating func negation(_ operand: Resolved, _ span: SourceSpan) throws(EvaluationError) -> Value {
    switch try defined(operand, span) {
    case .number(let number): .number(number.negated)
    case .quantity(let quantity): .quantity(Quantity(quantity.amount.negated, quantity.unit))
    case .boolean(let truth): .number(Decimal(truth ? -1 : 0))
    case let other:
      throw EvaluationError(.wrongValue(of: "-", found: other.kind, wanted: [.number, .quantity]), span)
    }
  }

  mutating func arithmetic(
    _ symbol: ArithmeticOperator, _ left: Resolved, _ right: Resolved, _ span: SourceSpan
  ) throws(EvaluationError) -> Value {
    let first = try defined(left, span)
    if symbol == .remainder, try fillsNothing(first, right) { return first }
    let second = try defined(right, span)
    do throws(EvaluationFailure) {
      let result = try Arithmetic.apply(symbol, first, second)
      try effort.spend(making: result)
      return result
    } catch { throw EvaluationError(error, span) }
  }

  /// As in Python, where a text without places to fill in takes whatever has names.
  private mutating func fillsNothing(_ left: Value, _ right: Resolved) throws(EvaluationError) -> Bool {
    guard case .text(let text) = left, !text.utf8.contains(UInt8(ascii: "%")) else { return false }
    return [.undefined, .mapping].contains(try value(of: right).kind)
  }

  /// `~`: markup when one part is markup, the others escaped; else text.
  mutating func concatenation(_ parts: Parts, _ span: SourceSpan) throws(EvaluationError) -> Value {
    let values = try values(of: parts)
    for case .undefined(let undefined) in values { throw EvaluationError(.undefined(undefined.reason), span) }
    if refusesLiterals, let literal = values.first(where: { ValueKinds.pythonLiteral.contains($0.kind) }) {
      throw EvaluationError(.notPrintable(literal.kind), span)
    }
    do throws(EvaluationFailure) {
      let result = try Concatenation.joined(values, page: page)
      try effort.spend(making: result)
      return result
    } catch { throw EvaluationError(error, span) }
  }

  mutating func comparison(_ use: Comparing) throws(EvaluationError) -> Bool {
    let left = try value(of: use.first)
    var right = try defined(use.second, use.span)
    guard try holds(left, use.symbol, right, use.span) else { return false }
    for index in use.others.range {
      let (symbol, operand) = code.comparisons[index]
      let next = try defined(operand, use.span)
      guard try holds(right, symbol, next, use.span) else { return false }
      right = next
    }
    return true
  }

  private mutating func holds(
    _ left: Value, _ symbol: ComparisonOperator, _ right: Value, _ span: SourceSpan
  ) throws(EvaluationError) -> Bool {
    if case .undefined(let undefined) = left {
      // In an empty list there is nothing to compare it with.
      guard symbol == .contained || symbol == .notContained, case .list(let items) = right, items.isEmpty else {
        throw EvaluationError(.undefined(undefined.reason), span)
      }
    }
    do throws(EvaluationFailure) {
      return try Comparison.holds(left, symbol, right, &effort)
    } catch { throw EvaluationError(error, span) }
  }

  mutating func and(_ left: Resolved, _ right: Resolved, _ span: SourceSpan) throws(EvaluationError) -> Value {
    let value = try defined(left, span)
    return value.isTrue ? try self.value(of: right) : value
  }

  mutating func or(_ left: Resolved, _ right: Resolved, _ span: SourceSpan) throws(EvaluationError) -> Value {
    let value = try defined(left, span)
    return value.isTrue ? value : try self.value(of: right)
  }

  mutating func conditional(
    _ test: Resolved, _ then: Resolved, _ otherwise: Resolved?, _ span: SourceSpan
  ) throws(EvaluationError) -> Value {
    if try truth(of: test, span) { return try value(of: then) }
    guard let otherwise else { return Self.noElse }
    return try value(of: otherwise)
  }

  mutating func marked(_ mark: Int, _ operand: Resolved) throws(EvaluationError) -> Value {
    reached.insert(mark)
    return try value(of: operand)
  }

  private static let noElse = Value.undefined(Undefined(.noElse))

  mutating func defaulted(
    _ first: Resolved, _ second: Resolved, _ whenFalse: Bool, _ whenNone: Bool
  ) throws(EvaluationError) -> Value {
    let value = try value(of: first)
    if case .undefined = value { return try self.value(of: second) }
    // Arguments are evaluated in any case, as in Jinja: what is wrong with them shows at once.
    if case .constant = code[second] {} else { _ = try self.value(of: second) }
    switch value {
    case .undefined: return try self.value(of: second)
    case .none where whenNone: return try self.value(of: second)
    case .none, .boolean, .number, .quantity, .text, .html, .date, .link, .list, .mapping, .record:
      return whenFalse && !value.isTrue ? try self.value(of: second) : value
    }
  }

  mutating func isDefined(_ operand: Resolved, _ noneIsUndefined: Bool) throws(EvaluationError) -> Bool {
    switch try value(of: operand) {
    case .undefined: false
    case .none: !noneIsUndefined
    case .boolean, .number, .quantity, .text, .html, .date, .link, .list, .mapping, .record: true
    }
  }

  /// A field of the loop whose state begins at `slot`: index from 0, number of items, the items.
  mutating func loop(_ field: LoopField, _ slot: Int) -> Value {
    guard case .number(let index) = slots[slot], case .number(let count) = slots[slot + 1],
      let position = index.integer, let total = count.integer
    else { return .undefined(Undefined(.variable("loop"))) }
    return LoopState(position: position, total: total, items: field.needsItems ? slots[slot + 2] : .none).value(field)
  }

  mutating func cycle(_ index: Resolved, _ items: Parts, _ span: SourceSpan) throws(EvaluationError) -> Value {
    guard case .number(let number) = try defined(index, span), let position = number.integer, items.count > 0,
      let item = code[items, position % Int(items.count)]
    else { throw EvaluationError(.wrongArgument(of: "loop.cycle", value: ""), span) }
    return try value(of: item)
  }

  mutating func mapping(_ pairs: Parts, _ span: SourceSpan) throws(EvaluationError) -> Value {
    var entries: [(name: String, value: Value)] = []
    for index in stride(from: 0, to: Int(pairs.count), by: 2) {
      guard let first = code[pairs, index], let second = code[pairs, index + 1] else { continue }
      let key = try defined(first, span)
      let name = try Self.located(span) { () throws(EvaluationFailure) in try printed(key) }
      let value = try value(of: second)
      if let known = entries.firstIndex(where: { $0.name == name }) {
        entries[known].value = value
      } else {
        entries.append((name, value))
      }
    }
    return .mapping(OrderedMapping(entries))
  }

  mutating func element(_ base: Resolved, _ index: Resolved, _ span: SourceSpan) throws(EvaluationError) -> Value {
    let container = try defined(base, span)
    let index = try defined(index, span)
    // The characters of a text are counted from its beginning.
    if case .text = container, index.numeric != nil {
      try Self.located(span) { () throws(EvaluationFailure) in try effort.spend(on: container) }
    }
    return Access.element(index, of: container, log)
  }

  mutating func slice(_ base: Resolved, _ parts: Parts, _ span: SourceSpan) throws(EvaluationError) -> Value {
    let container = try defined(base, span)
    var bounds: [Int?] = []
    for index in parts.range {
      guard let bound = code.parts[index] else {
        bounds.append(nil)
        continue
      }
      switch try defined(bound, span) {
      case .none: bounds.append(nil)
      case .number(let number) where number.integer != nil: bounds.append(number.integer)
      case let other: throw EvaluationError(.wrongValue(of: "[:]", found: other.kind, wanted: .number), span)
      }
    }
    do throws(EvaluationFailure) {
      try effort.spend(reading: container)
      let result = try Access.slice(container, start: bounds[0], stop: bounds[1], step: bounds[2])
      try effort.spend(making: result)
      return result
    } catch { throw EvaluationError(error, span) }
  }

  /// Applies a filter to a value: the common path of `x|filter` and `map('filter')`.
  mutating func apply(_ use: FilterUse, to value: Value) throws(EvaluationError) -> Value {
    if case .undefined(let undefined) = value, !use.filter.accepts.contains(.undefined) {
      throw EvaluationError(.undefined(undefined.reason), use.span)
    }
    var value = value
    // The pairs of `groupby` are lists too.
    if case .record(let record) = value, record is GroupRecord, use.filter.takesPairs {
      value = .list(
        try Self.located(use.span) { () throws(EvaluationFailure) in try Access.items(of: .record(record)) })
    }
    if refusesLiterals, case .none = value, !use.filter.takesAbsent {
      throw EvaluationError(.notPrintable(.none), use.span)
    }
    if !use.filter.accepts.contains(value.kind) {
      let given = value
      let other = try Self.located(use.span) { () throws(EvaluationFailure) in
        refusesLiterals ? nil : try use.filter.others.replacement(for: given, page: page)
      }
      guard let other else {
        throw EvaluationError(.wrongValue(of: use.filter.name, found: value.kind, wanted: use.filter.accepts), use.span)
      }
      value = other
    }
    let arguments: [Value?]
    switch use.arguments {
    case .constant(let constants): arguments = constants
    case .computed(let expressions): arguments = try values(of: expressions)
    }
    for case .undefined(let undefined)? in arguments {
      throw EvaluationError(.undefined(undefined.reason), use.span)
    }
    let call = FilterCall(
      value: value, arguments: arguments, nested: use.nested, page: page, assets: assets, log: log,
      refusesLiterals: refusesLiterals, span: use.span)
    do throws(EvaluationFailure) {
      try effort.spend(reading: value, itemWork: use.filter.itemUse.work)
      let result = try use.filter.apply(call, &self)
      try effort.spend(making: result)
      return result
    } catch {
      throw EvaluationError(error, use.span)
    }
  }

  /// Applies a test to a value: the common path of `x is test` and `select('test')`.
  mutating func apply(_ use: TestUse, to value: Value) throws(EvaluationError) -> Bool {
    let arguments: [Value?]
    switch use.arguments {
    case .constant(let constants): arguments = constants
    case .computed(let expressions): arguments = try values(of: expressions)
    }
    for (argument, parameter) in zip(arguments, use.test.parameters) {
      if case .undefined(let undefined)? = argument, !parameter.kinds.contains(.undefined) {
        throw EvaluationError(.undefined(undefined.reason), use.span)
      }
    }
    var value = value
    // An attribute that is not given is none for all tests but those that ask just that.
    if case .undefined(let undefined) = value, undefined.isOptional, !["defined", "undefined"].contains(use.test.name) {
      value = .none
    }
    if case .undefined(let undefined) = value, !use.test.accepts.contains(.undefined) {
      // In an empty list there is nothing to compare it with.
      if use.test.name == ValueTest.isIn.name, case .list(let items)?? = arguments.first, items.isEmpty { return false }
      throw EvaluationError(.undefined(undefined.reason), use.span)
    }
    do throws(EvaluationFailure) {
      try effort.spend(testing: arguments)
      if use.test.accepts.contains(value.kind) { return try use.test.apply(value, arguments) }
      guard use.test.takesOthersAsText else {
        throw .wrongValue(of: use.test.name, found: value.kind, wanted: use.test.accepts)
      }
      return try use.test.apply(.text(try Printing.text(value, page: page)), arguments)
    } catch {
      throw EvaluationError(error, use.span)
    }
  }

  mutating func translation(_ parts: Parts, _ span: SourceSpan) throws(EvaluationError) -> Value {
    var text = ""
    for index in parts.range {
      guard let part = code.parts[index] else { continue }
      let value = try defined(part, span)
      text += try Self.located(span) { () throws(EvaluationFailure) in try printed(value) }
    }
    return .text(text)
  }

  /// The plain text of what becomes part of a text or a name: what only Python prints is refused where types are known.
  func printed(_ value: Value) throws(EvaluationFailure) -> String {
    if refusesLiterals, ValueKinds.pythonLiteral.contains(value.kind) { throw .notPrintable(value.kind) }
    return try Printing.text(value, page: page)
  }
}
