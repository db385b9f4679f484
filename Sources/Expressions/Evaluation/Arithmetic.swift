import Values

/// `+ - * / // % **` with Python's meaning on exact decimals.
enum Arithmetic {
  static func apply(
    _ symbol: ArithmeticOperator, _ left: Value, _ right: Value
  ) throws(EvaluationFailure) -> Value {
    if let first = left.numeric, let second = right.numeric {
      return .number(try numbers(symbol, first, second))
    }
    if let quantity = try quantities(symbol, left, right) { return quantity }
    switch (symbol, left, right) {
    case (.add, .text(let first), .text(let second)):
      _ = try EvaluationLimits.sum(first.utf8.count, second.utf8.count)
      return .text(first + second)
    case (.add, .html, .text), (.add, .text, .html), (.add, .html, .html):
      return try Concatenation.joined([left, right], page: SitePath(""))
    case (.add, .list(let first), .list(let second)):
      _ = try EvaluationLimits.sum(first.count, second.count)
      return .list(first + second)
    case (.multiply, .text, _), (.multiply, .html, _), (.multiply, .list, _):
      guard let times = right.numeric else { break }
      return try repeated(left, times)
    case (.multiply, _, .text), (.multiply, _, .html), (.multiply, _, .list):
      guard let times = left.numeric else { break }
      return try repeated(right, times)
    default: break
    }
    throw .differentValues(of: symbol.rawValue, left: left.kind, right: right.kind)
  }

  private static func numbers(
    _ symbol: ArithmeticOperator, _ left: Decimal, _ right: Decimal
  ) throws(EvaluationFailure) -> Decimal {
    let result: Decimal?
    switch symbol {
    case .add: result = left.adding(right)
    case .subtract: result = left.subtracting(right)
    case .multiply: result = left.multiplied(by: right)
    case .divide:
      guard right.coefficient != 0 else { throw .divisionByZero }
      result = left.divided(by: right)
    case .floorDivide: result = try floorQuotient(left, right)
    case .remainder:
      let quotient = try floorQuotient(left, right)
      result = quotient.multiplied(by: right).flatMap { left.subtracting($0) }
    case .power: result = power(left, right)
    }
    guard let result else { throw .numberRange }
    return result
  }

  /// The largest whole number not above the exact quotient.
  private static func floorQuotient(_ left: Decimal, _ right: Decimal) throws(EvaluationFailure) -> Decimal {
    guard right.coefficient != 0 else { throw .divisionByZero }
    // Whole numbers are divided as such: the decimal quotient is rounded and could cross a whole number.
    let scale = max(left.scale, right.scale)
    guard let first = raised(left, scale), let second = raised(right, scale) else { throw .numberRange }
    let (quotient, remainder) = first.quotientAndRemainder(dividingBy: second)
    let floor = remainder != 0 && (remainder < 0) != (second < 0) ? quotient - 1 : quotient
    guard let result = Decimal(coefficient: floor, scale: 0) else { throw .numberRange }
    return result
  }

  private static func raised(_ number: Decimal, _ scale: Int) -> Int128? {
    var coefficient = number.coefficient
    for _ in number.scale..<scale {
      let (product, overflow) = coefficient.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      coefficient = product
    }
    return coefficient
  }

  private static func power(_ base: Decimal, _ exponent: Decimal) -> Decimal? {
    guard let times = exponent.integer, abs(times) <= 200 else { return nil }
    var result = Decimal(1)
    for _ in 0..<abs(times) {
      guard let product = result.multiplied(by: base) else { return nil }
      result = product
    }
    return times < 0 ? Decimal(1).divided(by: result) : result
  }

  private static func quantities(
    _ symbol: ArithmeticOperator, _ left: Value, _ right: Value
  ) throws(EvaluationFailure) -> Value? {
    switch (left, right) {
    case (.quantity(let first), .quantity(let second)) where first.unit == second.unit:
      switch symbol {
      case .add, .subtract, .remainder:
        return .quantity(Quantity(try numbers(symbol, first.amount, second.amount), first.unit))
      case .divide, .floorDivide: return .number(try numbers(symbol, first.amount, second.amount))
      case .multiply, .power: return nil
      }
    case (.quantity(let quantity), .number(let number)) where symbol == .multiply || symbol == .divide:
      return .quantity(Quantity(try numbers(symbol, quantity.amount, number), quantity.unit))
    case (.number(let number), .quantity(let quantity)) where symbol == .multiply:
      return .quantity(Quantity(try numbers(symbol, number, quantity.amount), quantity.unit))
    default: return nil
    }
  }

  private static func repeated(_ value: Value, _ times: Decimal) throws(EvaluationFailure) -> Value {
    guard let count = times.integer else {
      throw .wrongArgument(of: "*", value: times.description)
    }
    func checked(_ length: Int) throws(EvaluationFailure) -> Int {
      let (product, overflow) = length.multipliedReportingOverflow(by: max(0, count))
      guard !overflow, product <= 1 << 20 else { throw .tooLarge }
      // Nothing, however often, is nothing.
      return length == 0 ? 0 : max(0, count)
    }
    switch value {
    case .text(let text): return .text(String(repeating: text, count: try checked(text.utf8.count)))
    case .html(let markup):
      return .html(Markup(Array(repeatElement(markup.bytes, count: try checked(markup.bytes.count)).joined())))
    case .list(let items): return .list(Array(repeatElement(items, count: try checked(items.count)).joined()))
    default: throw .wrongValue(of: "*", found: value.kind, wanted: [.text, .list, .number])
    }
  }
}

extension Value {
  /// Python counts booleans as 1 and 0.
  var numeric: Decimal? {
    switch self {
    case .number(let number): number
    case .boolean(let truth): Decimal(truth ? 1 : 0)
    case .none, .quantity, .text, .html, .date, .link, .list, .mapping, .record, .undefined: nil
    }
  }

  /// Whether the value counts as true in `if`. Undefined counts as false; callers refuse it before.
  package var isTrue: Bool {
    switch self {
    case .none, .undefined: false
    case .boolean(let truth): truth
    case .number(let number): number.coefficient != 0
    case .quantity(let quantity): quantity.amount.coefficient != 0
    case .text(let text): !text.isEmpty
    case .html(let markup): !markup.bytes.isEmpty
    case .date, .record: true
    case .link: true
    case .list(let items): !items.isEmpty
    case .mapping(let mapping): !mapping.entries.isEmpty
    }
  }
}
