package import Expressions

/// The year of a date is said where readers would take it for another: everything of a plan is of the plan's year unless it
/// says so.

extension CalendarDate {
  /// `9月1日`, or `2027年9月1日` when it is not of `year`.
  package func text(in year: Int?) -> String {
    TimeSpan(first: self, last: self, text: monthDayText).text(in: year)
  }
}

extension TimeSpan {
  /// As shown, or behind its year when that is not `year`: `2027年4月`. Nothing is added when there is no such year.
  package func text(in year: Int?) -> String {
    year == nil || first.year == year ? text : "\(first.year)年" + text
  }
}

extension Model {
  /// The year of the plan that `project` belongs to; `nil` when the plan has none.
  package func year(of project: Project) -> Int? { project.plan.record(in: self)?.year }

  /// The same for what belongs to a project.
  package func year(of project: Reference<Project>) -> Int? { project.record(in: self).flatMap { year(of: $0) } }
}
