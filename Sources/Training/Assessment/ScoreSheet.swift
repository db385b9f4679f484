import Values

/// The marks of one person in one scheme.
package struct ScoreSheet: Hashable, Sendable {
  /// For each item its mark, or one for each of its parts; `nil` where nothing has been entered.
  private var marks: [[Mark?]]

  /// Nothing entered yet.
  package init(for scheme: Scheme) {
    marks = scheme.items.map { Array(repeating: nil, count: max($0.parts.count, 1)) }
  }

  /// The mark of the item at `item`, or of its part at `part`.
  package subscript(item: Int, part: Int? = nil) -> Mark? {
    get { marks[item][part ?? 0] }
    set { marks[item][part ?? 0] = newValue }
  }

  /// Whether anything has been entered for the item at `item`.
  package func hasMark(at item: Int) -> Bool { marks[item].contains { $0 != nil } }

  /// The points of the item at `index`, to two places; nothing entered counts as nothing done.
  ///
  /// Minutes below a threshold are worth nothing, or their share of the points when the item says `proportional`.
  func points(of item: Item, at index: Int) -> Decimal {
    var sum = Decimal(0)
    for mark in marks[index] {
      sum = sum.adding(mark.map { $0.points(in: item) } ?? Decimal(0)) ?? sum
    }
    return sum
  }
}

extension Mark {
  fileprivate func points(in item: Item) -> Decimal {
    switch self {
    case .points(let points): return points
    case .grade(let index): return item.grades[index].points.number
    case .noGrade: return Decimal(0)
    case .minutes(let minutes):
      guard let threshold = item.threshold?.minutes.number else { return Decimal(0) }
      if minutes >= threshold { return item.points.number }
      guard item.partial == .proportional else { return Decimal(0) }
      return item.points.number.multiplied(by: minutes)?.divided(by: threshold, places: 2) ?? Decimal(0)
    }
  }
}
