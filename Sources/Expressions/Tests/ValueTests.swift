import Diagnostics
import Values

/// Tests of how a value compares.
extension ValueTest {
  private static func whole(_ value: Value, _ name: String) throws(EvaluationFailure) -> Decimal {
    guard let number = value.numeric else { throw .wrongValue(of: name, found: value.kind, wanted: .number) }
    return number
  }

  private static func remainder(
    _ value: Value, _ divisor: Value, _ name: String
  ) throws(EvaluationFailure) -> Bool {
    let rest = try Arithmetic.apply(.remainder, .number(try whole(value, name)), .number(try whole(divisor, name)))
    return !rest.isTrue
  }

  static let isEven = ValueTest(
    "even", accepts: [.number, .boolean], doc: Message(zh: "偶数", en: "An even number"), example: "{{ 2 is even }}"
  ) {
    value, _ throws(EvaluationFailure) in
    try remainder(value, .number(Decimal(2)), "even")
  }
  static let isOdd = ValueTest(
    "odd", accepts: [.number, .boolean], doc: Message(zh: "奇数", en: "An odd number"), example: "{{ 3 is odd }}"
  ) {
    value, _ throws(EvaluationFailure) in
    try Arithmetic.apply(.remainder, value, .number(Decimal(2))).numeric == Decimal(1)
  }
  static let isDivisible = ValueTest(
    "divisibleby", accepts: [.number, .boolean], [Parameter("number", .number, required: true)],
    doc: Message(zh: "能整除", en: "Divisible without rest"), example: "{{ 6 is divisibleby 3 }}"
  ) { value, arguments throws(EvaluationFailure) in
    try remainder(value, arguments.first.flatMap { $0 } ?? .none, "divisibleby")
  }

  static let isLower = ValueTest(
    "lower", accepts: .textual, takesOthersAsText: true, doc: Message(zh: "全是小写字母", en: "Small letters only"),
    example: "{{ 'a' is lower }}"
  ) {
    value, _ throws(EvaluationFailure) in
    let text = value.textual ?? ""
    return text.contains(where: \.isCased) && text == SmallLetters.of(text)
  }
  static let isUpper = ValueTest(
    "upper", accepts: .textual, takesOthersAsText: true, doc: Message(zh: "全是大写字母", en: "Capital letters only"),
    example: "{{ 'A' is upper }}"
  ) {
    value, _ throws(EvaluationFailure) in
    let text = value.textual ?? ""
    return text.contains(where: \.isCased) && text == text.uppercased()
  }

  static let isIn = ValueTest(
    "in", accepts: .any.subtracting(.undefined), comparing: .contained, [Parameter("seq", .iterable, required: true)],
    doc: Message(zh: "是其中一项，或是文字的一部分", en: "Is one of the items, or part of the text"),
    example: "{{ 1 is in [1, 2] }}"
  ) { value, arguments throws(EvaluationFailure) in
    var effort = Effort.ofOperation
    return try Comparison.contains(arguments.first.flatMap { $0 } ?? .none, value, &effort)
  }

  static let isSame = ValueTest(
    "sameas", [Parameter("other", .any, required: true)],
    doc: Message(zh: "相等而且种类相同", en: "Equal and of the same kind"),
    example: "{{ x is sameas true }}"
  ) { value, arguments throws(EvaluationFailure) in
    let other = arguments.first.flatMap { $0 } ?? .none
    var effort = Effort.ofOperation
    guard value.kind == other.kind else { return false }
    return try Comparison.areEqual(value, other, &effort)
  }

  static let isEqual = comparison("eq", ["==", "equalto"], .equal)

  /// `eq ne lt le gt ge` and their spellings.
  static let comparisons: [ValueTest] = [
    isEqual, comparison("ne", ["!="], .notEqual),
    comparison("lt", ["<", "lessthan"], .less), comparison("le", ["<="], .lessOrEqual),
    comparison("gt", [">", "greaterthan"], .greater), comparison("ge", [">="], .greaterOrEqual),
  ]

  private static func comparison(_ name: String, _ aliases: [String], _ symbol: ComparisonOperator) -> ValueTest {
    ValueTest(
      name, aliases: aliases,
      accepts: [.equal, .notEqual].contains(symbol) ? .any.subtracting(.undefined) : .present, comparing: symbol,
      [Parameter("other", .any.subtracting(.undefined), required: true)],
      doc: Message(
        zh: "比较 `\(symbol.rawValue)`，用于 `selectattr`", en: "The comparison `\(symbol.rawValue)`, for `selectattr`"),
      example: "{{ x is \(name)(3) }}"
    ) { value, arguments throws(EvaluationFailure) in
      var effort = Effort.ofOperation
      return try Comparison.holds(value, symbol, arguments.first.flatMap { $0 } ?? .none, &effort)
    }
  }
}
