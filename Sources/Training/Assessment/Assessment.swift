package import Values

/// What comes of one person's marks: points, and what is lacking.
package struct Assessment: Hashable, Sendable {
  /// Why somebody does not pass.
  package enum Shortfall: Hashable, Sendable {
    /// Nothing was entered for a mandatory item; its place among the items.
    case missing(item: Int)
    /// An item has fewer points than it asks for at least.
    case belowMinimum(item: Int, least: Decimal)
    /// A mandatory item that states no minimum has no points.
    case nothingDone(item: Int)
    /// All together are fewer than the pass mark.
    case belowPassMark(Decimal)
  }

  /// Of each item, to two places.
  package let points: [Decimal]
  /// Their sum.
  package let total: Decimal
  /// In the order of the items, the pass mark last.
  package let shortfalls: [Shortfall]

  /// Whether nothing is lacking. A scheme without a pass mark is passed by whoever reaches what each item asks for.
  package var isPassed: Bool { shortfalls.isEmpty }

  /// Applies `scheme` to `sheet`, which was made for it.
  ///
  /// - Complexity: linear in the items and their parts.
  package init(of sheet: ScoreSheet, by scheme: Scheme) {
    points = scheme.items.enumerated().map { sheet.points(of: $1, at: $0) }
    total = points.reduce(Decimal(0)) { $0.adding($1) ?? $0 }
    var shortfalls: [Shortfall] = []
    for (index, item) in scheme.items.enumerated() where item.mandatory || item.minimum != nil {
      if item.mandatory, !sheet.hasMark(at: index) {
        shortfalls.append(.missing(item: index))
      } else if points[index] < item.least {
        shortfalls.append(.belowMinimum(item: index, least: item.least))
      } else if item.mandatory, points[index] <= Decimal(0) {
        shortfalls.append(.nothingDone(item: index))
      }
    }
    if let mark = scheme.passMark, total < mark.number { shortfalls.append(.belowPassMark(mark.number)) }
    self.shortfalls = shortfalls
  }
}
