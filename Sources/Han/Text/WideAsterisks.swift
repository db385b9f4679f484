/// What full-width asterisks are meant for: `＊＊重要＊＊`, `张＊＊`, `＊＊县`.
package enum WideAsterisks {
  /// What one run is meant for.
  package enum Meaning {
    /// They stand on both sides of words that were to be bold.
    case emphasis
    /// They hide part of a name or a number.
    case mask
    /// They stand for what is not known yet.
    case gap
  }

  /// `＊`.
  package static let scalar: UInt32 = 0xFF0A

  /// Scalars between two runs that belong together, at most.
  package static let distance = 40

  /// The runs of two or more in `scalars`, in order.
  ///
  /// - Complexity: O(length).
  package static func runs(in scalars: [UInt32]) -> [(range: Range<Int>, meaning: Meaning)] {
    var result: [(range: Range<Int>, meaning: Meaning)] = []
    var index = 0
    while index < scalars.count {
      let start = index
      while index < scalars.count, scalars[index] == scalar { index += 1 }
      if index - start > 1 {
        if let last = result.last, last.meaning == .gap, isBold(last.range, start..<index, scalars) {
          result[result.count - 1].meaning = .emphasis
          result.append((start..<index, .emphasis))
        } else {
          result.append((start..<index, isMask(start..<index, scalars) ? .mask : .gap))
        }
      }
      index += 1
    }
    return result
  }

  private static func isBold(_ first: Range<Int>, _ second: Range<Int>, _ scalars: [UInt32]) -> Bool {
    let isBehindDigit = first.lowerBound > 0 && isDigit(scalars[first.lowerBound - 1])
    // `＊＊年＊＊月` has gaps.
    return first.count == second.count && !isBehindDigit
      && 2...distance ~= second.lowerBound - first.upperBound
  }

  private static func isMask(_ run: Range<Int>, _ scalars: [UInt32]) -> Bool {
    guard run.lowerBound > 0 else { return false }
    let before = scalars[run.lowerBound - 1]
    if isDigit(before) { return run.count > 2 }
    let isBeforeHan = run.upperBound < scalars.count && HanClass.isIdeograph(scalars[run.upperBound])
    return Surnames.contains(before) && !isBeforeHan
  }

  private static func isDigit(_ scalar: UInt32) -> Bool { 0x30...0x39 ~= scalar }
}
