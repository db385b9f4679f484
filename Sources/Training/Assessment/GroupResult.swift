package import Values

/// What a class, an area or a whole project has reached: numbers, nobody's own.
package struct GroupResult: Hashable, Sendable {
  /// How many belong to it.
  package let enrolled: Int
  /// How many of them have any mark.
  package let assessed: Int
  /// How many have passed.
  package let passed: Int
  /// The sum of their totals; somebody without marks counts with 0.
  package let sum: Decimal

  /// From figures that somebody else has reckoned.
  package init(enrolled: Int, passed: Int, assessed: Int, sum: Decimal) {
    self.enrolled = enrolled
    self.assessed = assessed
    self.passed = passed
    self.sum = sum
  }

  /// The mean of all who belong to it, to two places; `nil` for nobody.
  package var mean: Decimal? { sum.divided(by: Decimal(enrolled), places: 2) }

  /// The share of `points` that the mean is of `most`, rounded once, to two places; `nil` for nobody.
  package func share(of points: Decimal, most: Decimal) -> Decimal? {
    guard let all = most.multiplied(by: Decimal(enrolled)) else { return nil }
    return points.multiplied(by: sum)?.divided(by: all, places: 2)
  }

  /// How many of a hundred have passed, to two places; `nil` for nobody. For comparing, use `passes(atLeast:)`: this one is rounded.
  package var passRate: Decimal? { Decimal(passed * 100).divided(by: Decimal(enrolled), places: 2) }

  /// Whether the pass rate reaches `percent`, compared exactly: 48 of 49 are not 98 %.
  package func passes(atLeast percent: Decimal) -> Bool {
    guard let asked = percent.multiplied(by: Decimal(enrolled)) else { return false }
    return Decimal(passed * 100) >= asked
  }
}

extension GroupResult {
  /// Those of `assessments`, of whom `enrolled` belong to the group; the others have no marks at all.
  package init(enrolled: Int, _ assessments: [Assessment]) {
    self.init(
      enrolled: enrolled, passed: assessments.count { $0.isPassed }, assessed: assessments.count,
      sum: assessments.reduce(Decimal(0)) { $0.adding($1.total) ?? $0 })
  }
}
