/// Words that are looked for all at once.
struct Phrases {
  private let byFirst: [UInt32: [[UInt32]]]

  init(_ phrases: [String]) {
    var byFirst: [UInt32: [[UInt32]]] = [:]
    for phrase in phrases.map([UInt32].init) {
      guard let first = phrase.first else { continue }
      byFirst[first, default: []].append(phrase)
    }
    // The longest that fits counts.
    self.byFirst = byFirst.mapValues { $0.sorted { $0.count > $1.count } }
  }

  var isEmpty: Bool { byFirst.isEmpty }

  /// Where they stand in `scalars`; none lies inside another.
  ///
  /// - Complexity: O(length × phrases with the same first character).
  func places(in scalars: [UInt32]) -> [Range<Int>] {
    var places: [Range<Int>] = []
    var index = 0
    while index < scalars.count {
      let found = byFirst[scalars[index]]?.first { scalars.has($0, at: index) }
      if let found { places.append(index..<index + found.count) }
      index += found?.count ?? 1
    }
    return places
  }
}
