extension ValueTest {
  /// Every test there is; the order is that of the reference.
  package static let all: [ValueTest] =
    [
      .isDefined, .isUndefined, .isNone, .isTrue, .isFalse, .isBoolean, .isNumber, .isInteger, .isFloat, .isString,
      .isSequence, .isMapping, .isIterable, .isEscaped, .isOdd, .isEven, .isDivisible, .isLower, .isUpper, .isIn,
      .isSame, .isFilter, .isTest,
    ] + comparisons

  private static let byName: [String: ValueTest] = {
    var table: [String: ValueTest] = [:]
    for test in all { for name in [test.name] + test.aliases { table[name] = test } }
    return table
  }()

  /// The test called `name`.
  package static func named(_ name: String) -> ValueTest? { byName[name] }

  /// All names and aliases, sorted.
  package static var names: [String] { byName.keys.sorted() }
}
