import Expressions
package import Values

extension Model {
  /// Whether every record of these kinds could be read: only then may a rule say that something is missing among them.
  package func isComplete(_ kinds: any IdentifiedRecord.Type...) -> Bool {
    kinds.allSatisfy { !incompleteKinds.contains(name(of: $0)) }
  }

  private func name<R: IdentifiedRecord>(of kind: R.Type) -> String { R.table.name }

  /// The plan of the home page.
  package var currentPlan: Plan? { settings.currentPlan.record(in: self) }

  /// The projects of the year table of `plan`, by number.
  package func numberedProjects(of plan: Plan) -> [Int] {
    projects.records.indices
      .filter { projects.records[$0].plan.index == plan.origin.index && projects.records[$0].no != nil }
      .sorted { projects.records[$0].no ?? 0 < projects.records[$1].no ?? 0 }
  }

  /// The first milestone of `plan` that is not over; `nil` when all are.
  func nextMilestone(of plan: Plan) -> Int? {
    milestonesByPlan[plan.origin.index].first { milestones.records[$0].when.map { $0.last >= asOf } ?? false }
  }

  /// The credits of a module's courses added up.
  package func credits(of module: Module) -> Decimal {
    Credits.sum(coursesByModule[module.origin.index].compactMap { courses.records[$0].credits })?.number ?? Decimal(0)
  }

  /// Minutes of a class hour for `course`: those of the project that uses its pack, else 45.
  package func minutesPerClassHour(of course: Course) -> Int {
    let project = course.pack.index.flatMap { projectsByPack[$0].first }.map { projects.records[$0] }
    return project?.minutesPerClassHour ?? 45
  }

  /// The sessions that concern a class: its own, its streams', its whole project's; in time order.
  package func sessions(of record: Class) -> [Int] {
    guard let project = record.project.index else { return [] }
    return sessionsByProject[project].filter { index in
      let session = sessions.records[index]
      if let only = session.classReference { return only.index == record.origin.index }
      if let stream = session.stream { return record.streams.contains { $0.index == stream.index } }
      return true
    }
  }

  /// The first of the managers that the class's project has for its area.
  func manager(of record: Class) -> Int? {
    guard let project = record.project.index, let area = record.area.index else { return nil }
    return managersByProject[project].first { managers.records[$0].area.index == area }
  }

  /// The sessions that begin between the first and the last day of `phase`, of its project or else of its plan's projects;
  /// in time order. None while the days are open.
  func sessions(in phase: Phase) -> [Int] {
    guard let start = phase.start, let end = phase.end else { return [] }
    let all =
      phase.project?.index.map { sessionsByProject[$0] }
      ?? sessions.records.indices.filter { index in
        let project = sessions.records[index].project.record(in: self)
        return phase.plan?.index != nil && project?.plan.index == phase.plan?.index
      }
    return all.filter { (start...end).contains(sessions.records[$0].date) }
      .sorted { Session.isEarlier(sessions.records[$0], sessions.records[$1]) }
  }

  /// The first session of `record` that is not over and fits.
  func nextSession(of record: Class, where fits: (Session) -> Bool) -> Session? {
    sessions(of: record).lazy.map { self.sessions.records[$0] }
      .first { $0.lastDate >= self.asOf && $0.status != .cancelled && fits($0) }
  }
}

extension Model {
  /// Everything that is said to be open: in the lists of records, and in the place of single values.
  ///
  /// - Complexity: O(records).
  package var pendingItems: [Pending] {
    projects.records.flatMap(\.pending) + courses.records.flatMap(\.pending) + notices.records.flatMap(\.pending)
      + plans.records.flatMap(\.pending) + schemes.records.flatMap(\.open) + open
  }
}
