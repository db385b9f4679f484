package import Values

/// How many one group of a sample sends.
package struct SampleShare: Hashable, Sendable {
  /// The place of the area, or the stream, in the model; -1 for all.
  package let group: Int
  /// What people call it; empty for all.
  package let name: String
  /// Its learners: the sizes of its classes added up.
  package let base: Int
  package let drawn: Int
  package let recommended: Int

  /// Both together.
  package var total: Int { drawn + recommended }

  init(group: Int, name: String, base: Int, drawn: Int, recommended: Int) {
    self.group = group
    self.name = name
    self.base = base
    self.drawn = drawn
    self.recommended = recommended
  }

  /// All of them.
  package init(totalOf shares: [SampleShare]) {
    group = -1
    name = ""
    base = shares.reduce(0) { $0 + $1.base }
    drawn = shares.reduce(0) { $0 + $1.drawn }
    recommended = shares.reduce(0) { $0 + $1.recommended }
  }
}

extension Rounding {
  /// What `rate` percent of each of `bases` are, in whole people. Exact: nothing is rounded on the way.
  ///
  /// By largest remainder the total is that of all, rounded half up; each gets the whole part, and what is left goes to the
  /// largest fractions, of equal ones to the first.
  ///
  /// - Complexity: O(bases × log bases).
  package func shares(of bases: [Int], rate: Decimal) -> [Int] {
    var whole = Int128(100)
    for _ in 0..<rate.scale { whole *= 10 }
    let parts = bases.map { (Int128($0) * rate.coefficient).quotientAndRemainder(dividingBy: whole) }
    switch self {
    case .down: return parts.map { Int($0.quotient) }
    case .up: return parts.map { Int($0.quotient) + ($0.remainder > 0 ? 1 : 0) }
    case .nearest: return parts.map { Int($0.quotient) + ($0.remainder * 2 >= whole ? 1 : 0) }
    case .largestRemainder:
      let all = (Int128(bases.reduce(0, +)) * rate.coefficient).quotientAndRemainder(dividingBy: whole)
      let total = all.quotient + (all.remainder * 2 >= whole ? 1 : 0)
      var shares = parts.map { Int($0.quotient) }
      let left = Int(total) - shares.reduce(0, +)
      let order = parts.indices.sorted { (-parts[$0].remainder, $0) < (-parts[$1].remainder, $1) }
      for index in order.prefix(max(left, 0)) { shares[index] += 1 }
      return shares
    }
  }
}

extension ExamSample {
  /// The place in the model of the group that the learners of `record` belong to; of a class of several streams the first.
  package func group(of record: Class) -> Int? {
    switch groups {
    case .area: record.area.index
    case .stream: record.stream.index
    }
  }

  /// How many each group sends, areas in their official order and streams in that of their table; `nil` while the rule does not
  /// say how to round, or a size could not be read.
  ///
  /// - Complexity: linear in the classes of the project.
  package func shares(in model: Model) -> [SampleShare]? {
    guard let rounding, let project = project.index, isSound("drawn", "recommended", "rounding", "by") else {
      return nil
    }
    let classes = model.classesByProject[project].map { model.classes.records[$0] }
    guard classes.allSatisfy({ $0.isSound("size", "area", "stream") }) else { return nil }
    var bases: [Int: Int] = [:]
    for record in classes { if let group = group(of: record) { bases[group, default: 0] += record.size } }
    let order: [(group: Int, name: String)] =
      switch groups {
      case .area:
        bases.keys.sorted { (model.areas.records[$0].order, $0) < (model.areas.records[$1].order, $1) }
          .map { ($0, model.areas.records[$0].name) }
      case .stream: bases.keys.sorted().map { ($0, model.streams.records[$0].name) }
      }
    let sizes = order.map { bases[$0.group] ?? 0 }
    let drawn = rounding.shares(of: sizes, rate: drawn.number)
    let recommended = recommended.map { rounding.shares(of: sizes, rate: $0.number) } ?? sizes.map { _ in 0 }
    return order.indices.map {
      SampleShare(
        group: order[$0].group, name: order[$0].name, base: sizes[$0], drawn: drawn[$0], recommended: recommended[$0])
    }
  }
}
