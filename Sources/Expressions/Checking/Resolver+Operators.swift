import Diagnostics
import Values

/// Operators and conditions.
extension Resolver {
  func sign(_ operand: Expression, _ span: SourceSpan, negates: Bool) -> Typed {
    let typed = required(operand)
    let wanted: ValueKinds = [.number, .quantity, .boolean]
    guard accepts(typed.type, wanted, operator: negates ? "-" : "+", operand.span) else { return .failed }
    // A sign that changes nothing still asks for a number: where types are not known it is two of the other.
    let negated = Typed(folded(.negation(typed.code, span), [typed]), typed.type)
    guard !negates else { return negated }
    return !wanted.contains(typed.type.kinds) || scope.isDynamic
      ? Typed(folded(.negation(negated.code, span), [negated]), typed.type) : typed
  }

  /// Whether a value of this type may be of one of the kinds; says so if not.
  func accepts(_ type: ValueType, _ wanted: ValueKinds, operator symbol: String, _ span: SourceSpan) -> Bool {
    guard type.kinds.isDisjoint(with: wanted) else { return true }
    return !reportsType(.wrongOperand(operator: symbol, found: .init(type), wanted: wanted), span)
  }

  func arithmetic(
    _ symbol: ArithmeticOperator, _ left: Expression, _ right: Expression, _ span: SourceSpan
  ) -> Typed {
    let (first, second) = (required(left), required(right))
    let code = folded(.arithmetic(symbol, first.code, second.code, span), [first, second])
    if reportsFailure(of: code, [first.code, second.code], span) { return .failed }
    if symbol.divides, !scope.isDynamic, let divisor = self.code.constant(second.code),
      divisor.numeric?.coefficient == 0,
      ValueKinds([.number, .boolean, .quantity]).contains(first.type.kinds)
    {
      report(.failing(.divisionByZero), span)
      return .failed
    }
    if first.type.isUnsure || second.type.isUnsure { return Typed(code, .any) }
    if symbol == .remainder, first.type.kinds == .text {
      report(.leftOut(.percentFormat), span)
      return .failed
    }
    guard let type = Self.resultType(symbol, first.type.alike, second.type.alike) else {
      let kind = ExpressionError.Kind.differentOperands(
        operator: symbol.rawValue, left: .init(first.type), right: .init(second.type))
      return reportsType(kind, span) ? .failed : Typed(code, .any)
    }
    return Typed(code, type)
  }

  /// `nil` when the operator has no meaning for these types.
  static func resultType(_ symbol: ArithmeticOperator, _ left: ValueType, _ right: ValueType) -> ValueType? {
    let numbers: ValueKinds = [.number, .boolean]
    if numbers.contains(left.kinds), numbers.contains(right.kinds) { return .number }
    switch (symbol, left, right) {
    case (.add, .text, .text): return .text
    case (.add, .html, .text), (.add, .text, .html), (.add, .html, .html): return .html
    case (.add, .list(let one), .list(let other)): return .list(one.joined(with: other))
    case (.multiply, .text, .number), (.multiply, .number, .text): return .text
    case (.multiply, .html, .number), (.multiply, .number, .html): return .html
    case (.multiply, .list, .number): return left
    case (.multiply, .number, .list): return right
    case (.add, .quantity(let one), .quantity(let other)), (.subtract, .quantity(let one), .quantity(let other)),
      (.remainder, .quantity(let one), .quantity(let other)):
      return one == other ? left : nil
    case (.divide, .quantity(let one), .quantity(let other)),
      (.floorDivide, .quantity(let one), .quantity(let other)):
      return one == other ? .number : nil
    case (.multiply, .quantity, .number), (.divide, .quantity, .number): return left
    case (.multiply, .number, .quantity): return right
    default: return nil
    }
  }

  func concatenation(_ parts: [Expression], _ span: SourceSpan) -> Typed {
    let typed = parts.map { required($0) }
    var type: ValueType = .text
    for (part, expression) in zip(typed, parts) {
      if part.type.kinds == .html {
        type = .html
      } else if part.type.kinds.contains(.html), type.kinds != .html {
        type = .any
      }
      if !scope.isDynamic, !part.type.fits(.printable) {
        report(.wrongOperand(operator: "~", found: .init(part.type), wanted: .printable), expression.span)
      }
    }
    return Typed(folded(.concatenation(code.add(parts: typed.map(\.code)), span), typed), type)
  }

  func comparison(
    _ first: Expression, _ rest: [(symbol: ComparisonOperator, operand: Expression)], _ span: SourceSpan
  ) -> Typed {
    let start = operand(first, beside: rest[0].symbol)
    var left = start
    var operands: [(symbol: ComparisonOperator, operand: Resolved)] = []
    var all = [start]
    for (symbol, expression) in rest {
      let right = operand(expression, beside: symbol)
      check(symbol, left.type, right.type, span)
      operands.append((symbol, right.code))
      all.append(right)
      left = right
    }
    let use = Comparing(
      first: start.code, symbol: operands[0].symbol, second: operands[0].operand,
      others: code.add(others: Array(operands.dropFirst())), span: span)
    let typed = Typed(folded(.comparison(use), all), .boolean)
    guard rest.count == 1 else { return typed }
    return typed.telling(facts(rest[0].symbol, start, left, isNone: rest[0].operand.isNone))
  }

  /// Whether everything that is in a value of this type is there.
  static func holdsPresent(_ type: ValueType) -> Bool {
    guard !type.kinds.isDisjoint(with: .iterable), !type.isAny else { return false }
    return !type.element.isAny && !type.element.isOptional
  }

  /// Optional values may be compared for equality only.
  private func operand(_ expression: Expression, beside symbol: ComparisonOperator) -> Typed {
    switch symbol {
    case .equal, .notEqual, .contained, .notContained: condition(expression)
    case .less, .lessOrEqual, .greater, .greaterOrEqual: required(expression)
    }
  }

  func check(_ symbol: ComparisonOperator, _ left: ValueType, _ right: ValueType, _ span: SourceSpan) {
    guard !left.isAny, !right.isAny else { return }
    switch symbol {
    case .contained, .notContained:
      if right.kinds.isDisjoint(with: .iterable) {
        _ = reportsType(.wrongOperand(operator: symbol.rawValue, found: .init(right), wanted: .iterable), span)
      } else if ValueKinds.textual.contains(right.kinds), left.kinds.isDisjoint(with: .textual) {
        _ = reportsType(.wrongOperand(operator: symbol.rawValue, found: .init(left), wanted: .textual), span)
      } else if right.kinds == .list, !right.element.isAny, !right.element.kinds.isEmpty, !scope.isDynamic,
        Self.areNeverEqual(left, right.element)
      {
        report(
          .differentOperands(operator: symbol.rawValue, left: .init(left), right: .init(right.element)), span)
      }
    case .equal, .notEqual:
      guard !scope.isDynamic, Self.areNeverEqual(left, right) else { return }
      report(.differentOperands(operator: symbol.rawValue, left: .init(left), right: .init(right)), span)
    case .less, .lessOrEqual, .greater, .greaterOrEqual:
      let fits = ValueKinds.orders.contains { !left.kinds.isDisjoint(with: $0) && !right.kinds.isDisjoint(with: $0) }
      guard !fits, !Self.isAmountAndNumber(left, right), !scope.isDynamic else { return }
      report(.differentOperands(operator: symbol.rawValue, left: .init(left), right: .init(right)), span)
    }
  }

  private static func areNeverEqual(_ left: ValueType, _ right: ValueType) -> Bool {
    let textual = !left.kinds.isDisjoint(with: .textual) && !right.kinds.isDisjoint(with: .textual)
    let numeric =
      !left.kinds.isDisjoint(with: [.number, .boolean]) && !right.kinds.isDisjoint(with: [.number, .boolean])
    return !textual && !numeric && !isAmountAndNumber(left, right) && left.kinds.isDisjoint(with: right.kinds)
  }

  /// An amount may be compared with a bare number (`amount > 0`): it is the amount's unit that is meant. They are never
  /// added.
  private static func isAmountAndNumber(_ left: ValueType, _ right: ValueType) -> Bool {
    (left.kinds.contains(.quantity) && right.kinds.contains(.number))
      || (left.kinds.contains(.number) && right.kinds.contains(.quantity))
  }

  func and(_ left: Expression, _ right: Expression, _ span: SourceSpan) -> Typed {
    let first = condition(left)
    let second = assuming(first.whenTrue) { condition(right) }
    let type = first.type.whenFalse.map { $0.joined(with: second.type) } ?? second.type
    var typed = Typed(code.add(.and(first.code, second.code, left.span)), type)
    typed.typeWhenTrue = second.whenTrueType
    return typed.telling(
      whenTrue: first.whenTrue.union(second.whenTrue),
      whenFalse: first.whenFalse.intersection(first.whenTrue.union(second.whenFalse)))
  }

  func or(_ left: Expression, _ right: Expression, _ span: SourceSpan) -> Typed {
    let first = condition(left)
    let second = assuming(first.whenFalse) { condition(right) }
    // `subtitle or ''` counts as true only if the first one does.
    let isNeverTrue = code.constant(second.code).map { !$0.isTrue } ?? false
    let type = first.whenTrueType.joined(with: second.type)
    var typed = Typed(code.add(.or(first.code, second.code, left.span)), type)
    typed.typeWhenTrue = isNeverTrue ? first.whenTrueType : first.whenTrueType.joined(with: second.whenTrueType)
    return typed.telling(
      whenTrue: isNeverTrue ? first.whenTrue : first.whenTrue.intersection(first.whenFalse.union(second.whenTrue)),
      whenFalse: first.whenFalse.union(second.whenFalse))
  }

  func conditional(
    _ test: Expression, _ then: Expression, _ otherwise: Expression?, _ span: SourceSpan
  ) -> Typed {
    let decision = condition(test)
    let first = assuming(decision.whenTrue) { condition(then) }
    let thenCode = marked(first.code, isThen: true, span)
    guard let otherwise else {
      let absent = scope.isDynamic ? nil : Resolved.none
      return Typed(
        code.add(.conditional(test: decision.code, then: thenCode, otherwise: absent, test.span)),
        .optional(first.type.present))
    }
    let second = assuming(decision.whenFalse) { condition(otherwise) }
    return Typed(
      code.add(
        .conditional(
          test: decision.code, then: thenCode, otherwise: marked(second.code, isThen: false, span), test.span)),
      first.type.joined(with: second.type))
  }

  /// The arm of a conditional expression, with its mark when branches are recorded.
  private func marked(_ arm: Resolved, isThen: Bool, _ span: SourceSpan) -> Resolved {
    scope.mark(ofArm: isThen, at: span).map { code.add(.marked($0, arm)) } ?? arm
  }
}
