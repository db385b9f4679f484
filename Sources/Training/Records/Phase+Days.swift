import Expressions

extension Phase {
  /// `phases` with the days that those with a relative time have by the days of their projects; days that are written stay.
  ///
  /// - Complexity: O(phases × log phases).
  static func dated(_ phases: [Phase], of projects: [Project]) -> [Phase] {
    guard phases.contains(where: { $0.when != nil }) else { return phases }
    var phases = phases
    let owned = phases.indices.filter { phases[$0].project?.index != nil }
    for (project, indices) in Dictionary(grouping: owned, by: { phases[$0].project?.index }) {
      guard let project, let opening = projects[project].openingDay else { continue }
      let closing = projects[project].closingDay
      /// The end of the last stage of learning so far.
      var previous: CalendarDate?
      for index in indices.sorted(by: { (phases[$0].no, $0) < (phases[$1].no, $1) }) {
        phases[index].reckon(opening: opening, closing: closing, previous: previous)
        let phase = phases[index]
        guard phase.isSound("start", "end", "when"), let end = phase.end else {
          // What begins before learning does, or is told to, is no stage of it.
          if let start = phase.start, start < opening { continue }
          if phase.when?.anchor == .before || phase.when?.anchor == .after { continue }
          // Of what follows a stage without an end nothing is known.
          break
        }
        if phase.when?.anchor != .before, phase.when?.anchor != .after, end >= opening {
          previous = max(previous ?? end, end)
        }
      }
    }
    return phases
  }

  /// Fills in what `when` says of the days.
  private mutating func reckon(opening: CalendarDate, closing: CalendarDate?, previous: CalendarDate?) {
    guard let when, isSound("when", "start", "end"), !isOpen("start"), !isOpen("end"),
      let days = when.days(opening: opening, closing: closing, previous: previous)
    else { return }
    reckoned = days
    end = end ?? (start.map(when.days(from:)) ?? days).upperBound
    start = start ?? days.lowerBound
  }
}

extension Project {
  /// The first day of learning; `nil` when only a month of it is known, or it is open.
  fileprivate var openingDay: CalendarDate? {
    guard isSound("when", "actual", "opens_on"), !isOpen("opens_on"), opening.lowerBound == opening.upperBound
    else { return nil }
    return opening.lowerBound
  }

  /// The last day of the project; `nil` when only a month of it is known.
  fileprivate var closingDay: CalendarDate? {
    let end = (actual ?? when).end
    return end.lowerBound == end.upperBound ? end.upperBound : nil
  }
}
