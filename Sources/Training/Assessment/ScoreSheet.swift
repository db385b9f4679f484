import Values

/// Where the marks of a scheme's items and parts stand in a row of marks.
struct MarkPlaces: Hashable, Sendable {
  /// Of each item the place of its first mark, and behind the last item how many places there are.
  private let starts: [Int]

  init(of scheme: Scheme) {
    var starts = [0]
    for item in scheme.items { starts.append(starts[starts.count - 1] + max(item.parts.count, 1)) }
    self.starts = starts
  }

  /// How many marks a row has.
  var count: Int { starts[starts.count - 1] }

  /// The places of the item at `item`.
  subscript(item: Int) -> Range<Int> { starts[item]..<starts[item + 1] }
}

/// The marks of one person in one scheme.
package struct ScoreSheet: Hashable, Sendable {
  /// For each item its mark, or one for each of its parts; `nil` where nothing has been entered.
  private var marks: ArraySlice<Mark?>
  private let places: MarkPlaces

  /// Nothing entered yet.
  package init(for scheme: Scheme) {
    places = MarkPlaces(of: scheme)
    marks = ArraySlice(repeating: nil, count: places.count)
  }

  /// A row of marks.
  init(_ marks: ArraySlice<Mark?>, at places: MarkPlaces) {
    self.marks = marks
    self.places = places
  }

  /// The mark of the item at `item`, or of its part at `part`.
  package subscript(item: Int, part: Int? = nil) -> Mark? {
    get { marks[marks.startIndex + places[item].lowerBound + (part ?? 0)] }
    set { marks[marks.startIndex + places[item].lowerBound + (part ?? 0)] = newValue }
  }

  /// Whether anything has been entered for the item at `item`.
  package func hasMark(at item: Int) -> Bool { places[item].contains { marks[marks.startIndex + $0] != nil } }

  /// The points of the item at `index`, to two places; nothing entered counts as nothing done.
  ///
  /// Minutes below a threshold are worth nothing, or their share of the points when the item says `proportional`.
  func points(of item: Item, at index: Int) -> Decimal {
    var sum = Decimal(0)
    for place in places[index] {
      guard let mark = marks[marks.startIndex + place] else { continue }
      sum = sum.adding(mark.points(in: item)) ?? sum
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
