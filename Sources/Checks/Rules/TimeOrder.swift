import Expressions

/// Which rows of a table stand out of time order: as few as can be, so that the one that is wrong is told and not all that
/// stand behind it.
///
/// Two rows are in order when they can be: a month and a part of it may stand either way.
struct TimeOrder {
  /// A row that has to move.
  struct Misplaced: Equatable {
    let row: Int
    /// A row that may stay, before which or behind which it should stand.
    let other: Int
  }

  /// Ascending. Of two ways with as many rows, the one in which earlier rows stay.
  let misplaced: [Misplaced]

  /// Rows that are in order with each other.
  private struct Chain {
    var count = 0
    /// Its last row; -1 before the first.
    var last = -1
    /// Its last link; `nil` before the first.
    var link: Int?

    func isBetter(than other: Chain) -> Bool { (count, -last) > (other.count, -other.last) }
  }

  /// - Parameter starts: for each row the days on one of which it begins.
  /// - Complexity: O(rows) when all are in order, else O(rows · different first days), and of the misplaced rows each is
  ///   compared with the others.
  init(_ starts: [ClosedRange<CalendarDate>]) {
    guard !Self.areInOrder(starts) else {
      misplaced = []
      return
    }
    let stay = Self.staying(starts)
    let kept = starts.indices.filter { stay[$0] }
    misplaced = starts.indices.filter { !stay[$0] }.compactMap { row in
      let own = starts[row]
      let other =
        kept.last { $0 < row && starts[$0].lowerBound > own.upperBound }
        ?? kept.first { $0 > row && starts[$0].upperBound < own.lowerBound }
      return other.map { Misplaced(row: row, other: $0) }
    }
  }

  private static func areInOrder(_ starts: [ClosedRange<CalendarDate>]) -> Bool {
    guard var latest = starts.first?.lowerBound else { return true }
    for start in starts {
      guard start.upperBound >= latest else { return false }
      latest = max(latest, start.lowerBound)
    }
    return true
  }

  /// For each row whether it is of the longest chain. A row can follow a chain whose latest first day is not behind its own
  /// last: so of all chains with the same latest first day only the best is kept.
  private static func staying(_ starts: [ClosedRange<CalendarDate>]) -> [Bool] {
    let days = Set(starts.map(\.lowerBound)).sorted()
    var links: [(row: Int, previous: Int?)] = []
    var chains: [Chain?] = Array(repeating: nil, count: days.count)
    func appending(_ row: Int, to chain: Chain) -> Chain {
      links.append((row, chain.link))
      return Chain(count: chain.count + 1, last: row, link: links.count - 1)
    }
    for (row, start) in starts.enumerated() {
      var best = Chain()
      var own = 0
      for (index, day) in days.enumerated() {
        guard day <= start.upperBound else { break }
        if day <= start.lowerBound {
          own = index
          if let chain = chains[index], chain.isBetter(than: best) { best = chain }
        } else if let chain = chains[index] {
          chains[index] = appending(row, to: chain)
        }
      }
      chains[own] = appending(row, to: best)
    }
    var stay = Array(repeating: false, count: starts.count)
    var link = chains.compactMap { $0 }.reduce(Chain()) { $1.isBetter(than: $0) ? $1 : $0 }.link
    while let place = link {
      stay[links[place].row] = true
      link = links[place].previous
    }
    return stay
  }
}
