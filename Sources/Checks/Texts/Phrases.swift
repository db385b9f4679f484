/// Words that are looked for all at once.
struct Phrases {
  private let byFirst: [UInt32: [[UInt32]]]
  /// Whether one begins with a scalar of the basic plane: nearly every character of a text is asked for here only.
  private let begins: [Bool]

  /// All of them.
  let all: [[UInt32]]

  init(_ phrases: [String]) {
    all = phrases.map([UInt32].init)
    var byFirst: [UInt32: [[UInt32]]] = [:]
    for phrase in all {
      guard let first = phrase.first else { continue }
      byFirst[first, default: []].append(phrase)
    }
    var begins = [Bool](repeating: false, count: 0x1_0000)
    for first in byFirst.keys where first < 0x1_0000 { begins[Int(first)] = true }
    self.begins = begins
    // The longest that fits counts.
    self.byFirst = byFirst.mapValues { $0.sorted { $0.count > $1.count } }
  }

  /// Where they stand in `scalars`; none lies inside another.
  ///
  /// - Complexity: O(length × phrases with the same first character).
  func places(in scalars: [UInt32]) -> [Range<Int>] {
    var places: [Range<Int>] = []
    var index = 0
    while index < scalars.count {
      guard scalars[index] >= 0x1_0000 || begins[Int(scalars[index])] else {
        index += 1
        continue
      }
      let found = byFirst[scalars[index]]?.first { scalars.has($0, at: index) }
      if let found { places.append(index..<index + found.count) }
      index += found?.count ?? 1
    }
    return places
  }
}
