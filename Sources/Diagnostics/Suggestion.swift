/// "Did you mean": the nearest of the names in scope.
package enum Suggestion {
  /// The candidate nearest to `name` by edit distance (insert, delete, replace, swap of neighbours), at most a third of
  /// its length away and at least one step.
  ///
  /// - Complexity: O(candidates × length²); called only when a name is unknown.
  package static func nearest(to name: String, among candidates: some Sequence<String>) -> String? {
    let wanted = Array(name.unicodeScalars)
    let limit = Swift.max(1, (wanted.count + 1) / 3)
    var best: (name: String, distance: Int)?
    for candidate in candidates where candidate != name {
      let scalars = Array(candidate.unicodeScalars)
      // It takes as many steps at least.
      guard abs(scalars.count - wanted.count) <= limit else { continue }
      let distance = editDistance(wanted, scalars)
      guard distance <= limit else { continue }
      if let current = best, (current.distance, current.name) <= (distance, candidate) { continue }
      best = (candidate, distance)
    }
    return best?.name
  }

  /// How many scalars are put in, left out, changed or swapped with their neighbour to make `right` of `left`.
  ///
  /// - Complexity: O(length²).
  package static func distance(_ left: String, _ right: String) -> Int {
    editDistance(Array(left.unicodeScalars), Array(right.unicodeScalars))
  }

  /// Optimal string alignment distance.
  private static func editDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    guard !left.isEmpty, !right.isEmpty else { return Swift.max(left.count, right.count) }
    var beforePrevious: [Int] = []
    var previous = Array(0...right.count)
    for row in 1...left.count {
      var current = [row] + Array(repeating: 0, count: right.count)
      for column in 1...right.count {
        let cost = left[row - 1] == right[column - 1] ? 0 : 1
        current[column] = Swift.min(previous[column] + 1, current[column - 1] + 1, previous[column - 1] + cost)
        if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1] {
          current[column] = Swift.min(current[column], beforePrevious[column - 2] + 1)
        }
      }
      beforePrevious = previous
      previous = current
    }
    return previous[right.count]
  }
}
