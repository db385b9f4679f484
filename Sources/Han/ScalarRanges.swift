/// A set of Unicode scalars kept as sorted, disjoint ranges.
///
/// The tables in `Tables/` are generated; each states its source. Membership is a binary search, about seven steps;
/// callers ask only for scalars outside ASCII.
struct ScalarRanges: Sendable {
  /// First and last scalar of each range in turn, ascending.
  private let bounds: [UInt32]

  init(_ bounds: [UInt32]) { self.bounds = bounds }

  /// Whether the set holds `scalar`.
  ///
  /// - Complexity: O(log ranges).
  func contains(_ scalar: UInt32) -> Bool {
    var low = 0
    var high = bounds.count / 2
    while low < high {
      let middle = (low + high) / 2
      if scalar < bounds[middle * 2] {
        high = middle
      } else if scalar > bounds[middle * 2 + 1] {
        low = middle + 1
      } else {
        return true
      }
    }
    return false
  }
}
