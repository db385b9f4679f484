import Values

/// What a condition tells: the keys of values that are there when it holds, and when it does not.
struct Facts {
  var whenTrue: Set<String> = []
  var whenFalse: Set<String> = []

  /// The same of the opposite.
  var negated: Facts { Facts(whenTrue: whenFalse, whenFalse: whenTrue) }
}

/// What comparisons tell.
extension Resolver {
  /// What a comparison with one operator tells; `isNone` says that its right side is the literal `none`.
  func facts(_ symbol: ComparisonOperator, _ left: Typed, _ right: Typed, isNone: Bool) -> Facts {
    var facts = presence(symbol, left, right, isNone: isNone)
    func tell(_ neutral: (value: Value, facts: Set<String>), _ holds: Bool?) {
      // What does not hold of the neutral value holds of another one.
      if holds == false { facts.whenTrue.formUnion(neutral.facts) }
      if holds == true { facts.whenFalse.formUnion(neutral.facts) }
    }
    var effort = Effort.ofOperation
    if let neutral = neutral(of: left), let constant = code.constant(right.code) {
      tell(neutral, try? Comparison.holds(neutral.value, symbol, constant, &effort))
    }
    if let neutral = neutral(of: right), let constant = code.constant(left.code) {
      tell(neutral, try? Comparison.holds(constant, symbol, neutral.value, &effort))
    }
    return facts
  }

  /// `x == 'a'` says that x is there; `x != none` and `x in ['a', 'b']` too. Two values that may be absent are equal when both
  /// are.
  private func presence(_ symbol: ComparisonOperator, _ left: Typed, _ right: Typed, isNone: Bool) -> Facts {
    guard let key = left.key else { return Facts() }
    let isThere = Facts(whenTrue: [key])
    switch symbol {
    case .contained: return Self.holdsPresent(right.type) ? isThere : Facts()
    case .notContained: return Self.holdsPresent(right.type) ? isThere.negated : Facts()
    case .less, .lessOrEqual, .greater, .greaterOrEqual: return Facts()
    case .equal where isNone, .notEqual where !isNone && !right.mayBeAbsent && !right.type.isAny: return isThere.negated
    case .notEqual where isNone, .equal where !right.mayBeAbsent && !right.type.isAny: return isThere
    case .equal, .notEqual: return Facts()
    }
  }

  /// A value of the expression, and what is there when it has any other one: `loop.index` is 1 at the first item alone, and of
  /// numbers, texts and lists one alone counts as false.
  private func neutral(of typed: Typed) -> (value: Value, facts: Set<String>)? {
    if case .loop(let field, let place) = code[typed.code], let neighbour = field.neighbourAboveOne {
      return (.number(Decimal(1)), [place.key + "." + neighbour.rawValue])
    }
    guard !typed.whenTrue.isEmpty else { return nil }
    switch typed.type {
    case .number: return (.number(Decimal(0)), typed.whenTrue)
    case .text, .html: return (.text(""), typed.whenTrue)
    case .list, .parts: return (.list([]), typed.whenTrue)
    case .any, .boolean, .date, .link, .quantity, .mapping, .either, .record, .optional: return nil
    }
  }
}

extension Expression {
  /// Whether it is the literal `none`.
  var isNone: Bool { if case .none = kind { true } else { false } }
}
