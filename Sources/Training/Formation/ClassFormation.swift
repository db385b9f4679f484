/// Classes as a rule proposes them for what has been enrolled.
package struct ClassFormation: Sendable {
  /// One class of the proposal.
  package struct ProposedClass: Hashable, Sendable {
    /// Members of one subject in it.
    package struct Part: Hashable, Sendable {
      /// `小学音乐`.
      package let subject: String
      package let members: Int
      /// Enrolled in all.
      package let enrolled: Int
    }

    package let area: String
    /// Empty for a class of several subjects.
    package let stage: String
    package let subject: String
    /// From 1 within the subject and area.
    package let number: Int
    package let size: ClassRule.Size
    /// The subjects of a class of several.
    package let parts: [Part]
  }

  /// In the order of the enrolments; classes of several subjects behind them, by area.
  package private(set) var classes: [ProposedClass] = []

  /// Forms classes of `enrolments`, each subject of an area by itself; small ones as `rule` says.
  ///
  /// - Complexity: O(enrolments + classes).
  package init(_ enrolments: [Enrolment], by rule: ClassRule) {
    var pools: [(area: String, subjects: [Enrolment])] = []
    var places: [String: Int] = [:]
    for enrolment in enrolments {
      guard enrolment.members < rule.maximum, rule.smallSubjects == .pooled else {
        for (index, size) in rule.classes(of: enrolment.members).enumerated() {
          classes.append(
            ProposedClass(
              area: enrolment.area, stage: enrolment.stage, subject: enrolment.subject, number: index + 1, size: size,
              parts: []))
        }
        continue
      }
      let place = places[enrolment.area] ?? pools.count
      if place == pools.count {
        places[enrolment.area] = place
        pools.append((enrolment.area, []))
      }
      pools[place].subjects.append(enrolment)
    }
    for pool in pools { append(pool.subjects, of: pool.area, rule) }
  }

  /// Classes of several small subjects: one subject behind the other, so that few are parted.
  private mutating func append(_ subjects: [Enrolment], of area: String, _ rule: ClassRule) {
    var waiting = subjects.map { ($0, left: $0.members) }[...]
    for (index, size) in rule.classes(of: subjects.reduce(0) { $0 + $1.members }).enumerated() {
      var parts: [ProposedClass.Part] = []
      var free = size.members
      while free > 0, let (enrolment, left) = waiting.first {
        let members = min(free, left)
        if members > 0 {
          parts.append(
            .init(subject: enrolment.subjectOfStage, members: members, enrolled: enrolment.members))
        }
        free -= members
        if members == left { waiting.removeFirst() } else { waiting[waiting.startIndex].left -= members }
      }
      classes.append(
        ProposedClass(
          area: area, stage: "", subject: parts.map(\.subject).joined(separator: "、"), number: index + 1, size: size,
          parts: parts))
    }
  }

  /// Members of all classes.
  package var members: Int { classes.reduce(0) { $0 + $1.size.members } }
}
