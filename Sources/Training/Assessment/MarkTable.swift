/// The marks of all persons in one scheme, a row for each: what 23,000 of them have entered lies in one piece of memory.
package struct MarkTable: Sendable {
  private let places: MarkPlaces
  private var marks: [Mark?]
  private var isMarked: [Bool]

  /// Nothing entered for any of `count` persons.
  init(of scheme: Scheme, count: Int) {
    places = MarkPlaces(of: scheme)
    marks = Array(repeating: nil, count: places.count * count)
    isMarked = Array(repeating: false, count: count)
  }

  /// The sheet of a person; `nil` when nothing has been entered.
  package subscript(person: Int) -> ScoreSheet? {
    guard isMarked[person] else { return nil }
    return ScoreSheet(marks[person * places.count..<(person + 1) * places.count], at: places)
  }

  /// Those for whom anything has been entered, ascending.
  package var persons: [Int] { isMarked.indices.filter { isMarked[$0] } }

  /// Enters a mark for an item, or for its part at `part`; `false` when there is one.
  mutating func enter(_ mark: Mark, person: Int, item: Int, part: Int?) -> Bool {
    let index = person * places.count + places[item].lowerBound + (part ?? 0)
    guard marks[index] == nil else { return false }
    marks[index] = mark
    isMarked[person] = true
    return true
  }
}
