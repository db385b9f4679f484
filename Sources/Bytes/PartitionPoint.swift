extension Range<Int> {
  /// The first number for which `isReached` holds, when it holds for all behind that one; the upper bound when for none.
  ///
  /// - Complexity: O(log count) calls.
  @inlinable
  package func partitionPoint(_ isReached: (Int) -> Bool) -> Int {
    var (low, high) = (lowerBound, upperBound)
    while low < high {
      let middle = low + (high - low) / 2
      if isReached(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
