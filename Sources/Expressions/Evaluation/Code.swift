import Diagnostics
import Values

/// Expressions ready to run: one array of steps that name each other by their places in it, and tables for what does not fit
/// into a step.
///
/// Steps hold nothing that is counted, so that running one costs no reference, however deep the expression. Made by `Resolver`,
/// one for all expressions of a layout with everything it draws in; then immutable and shared by all threads.
package struct Code: Sendable {
  private var steps: [Step] = [.constant(0)]
  private(set) var parts: [Resolved?] = []
  private(set) var constants: [Value] = [.none]
  private(set) var names: [String] = []
  /// The types of records whose attributes are read, by their identity: what steps compare with must not go away.
  private(set) var types: [ObjectIdentifier: RecordType] = [:]
  private(set) var comparisons: [(symbol: ComparisonOperator, operand: Resolved)] = []
  private(set) var functions: [Function] = []
  private(set) var filters: [FilterUse] = []
  private(set) var tests: [TestUse] = []

  /// Nothing but `none`.
  package init() {}

  /// What is done at this place.
  package subscript(expression: Resolved) -> Step { steps[Int(expression.index)] }

  /// The operands at these places of the table of parts; `nil` for arguments not given.
  package subscript(parts: Parts) -> ArraySlice<Resolved?> { self.parts[parts.range] }

  /// One of them.
  package subscript(parts: Parts, index: Int) -> Resolved? { self.parts[Int(parts.start) + index] }

  /// The name that a step refers to.
  package func name(_ index: Int) -> String { names[index] }

  /// The filter that a step applies.
  package func filter(_ index: Int) -> FilterUse { filters[index] }

  /// The test that a step asks for.
  package func test(_ index: Int) -> TestUse { tests[index] }

  /// What follows the second operand of a comparison.
  package subscript(others: Comparing) -> ArraySlice<(symbol: ComparisonOperator, operand: Resolved)> {
    comparisons[others.others.range]
  }

  /// The attribute's name.
  package func name(of use: AttributeUse) -> String {
    types[use.identity]?.attributes[Int(use.index)].name ?? ""
  }

  /// The value when it is written out.
  package func constant(_ expression: Resolved) -> Value? {
    if case .constant(let index) = self[expression] { constants[index] } else { nil }
  }
}

// MARK: Making it

extension Code {
  /// The place of a new step.
  package mutating func add(_ step: Step) -> Resolved {
    steps.append(step)
    return Resolved(index: Int32(steps.count - 1))
  }

  /// A value that is written out, or known to be undefined.
  package mutating func add(constant: Value) -> Resolved {
    constants.append(constant)
    return add(.constant(constants.count - 1))
  }

  /// The variable at `place`, called `name` in messages; an empty name is not mentioned.
  package mutating func add(variable place: Place, _ name: String) -> Resolved {
    add(.variable(place, name: add(name: name)))
  }

  /// Operands side by side; `nil` for arguments not given.
  package mutating func add(parts: [Resolved?]) -> Parts {
    self.parts += parts
    return Parts(start: Int32(self.parts.count - parts.count), count: Int32(parts.count))
  }

  mutating func add(name: String) -> Int {
    names.append(name)
    return names.count - 1
  }

  mutating func add(_ base: Resolved, attribute index: Int, of type: RecordType, _ span: SourceSpan) -> Resolved {
    types[type.identity] = type
    var variable: Place?
    if case .variable(let place, _) = self[base] { variable = place }
    let use = AttributeUse(
      base: base, variable: variable, identity: type.identity, index: Int32(index), span: span)
    return add(.attribute(use))
  }

  mutating func add(others: [(symbol: ComparisonOperator, operand: Resolved)]) -> Parts {
    comparisons += others
    return Parts(start: Int32(comparisons.count - others.count), count: Int32(others.count))
  }

  mutating func add(_ function: Function, _ arguments: [Resolved?], _ span: SourceSpan) -> Resolved {
    functions.append(function)
    return add(.function(functions.count - 1, add(parts: arguments), span))
  }

  mutating func add(_ use: FilterUse, of input: Resolved) -> Resolved {
    filters.append(use)
    return add(.filter(input, filters.count - 1))
  }

  mutating func add(_ use: TestUse, of input: Resolved) -> Resolved {
    tests.append(use)
    return add(.test(input, tests.count - 1))
  }

  /// Arguments in the order of the parameters, ready when all of them are written out.
  func arguments(_ arguments: [Resolved?]) -> ResolvedArguments {
    var constants: [Value?] = []
    for argument in arguments {
      guard let argument else {
        constants.append(nil)
        continue
      }
      guard let value = constant(argument) else { return .computed(arguments) }
      constants.append(value)
    }
    return .constant(constants)
  }
}
