package import Expressions

extension Notice {
  /// Where the table of its list is, while its rows are shown: `notices/2026-09-16-gongshi/mingdan.csv`.
  package func tablePath(in model: Model) -> SitePath? {
    guard model.readership == .everyone, showsList(in: model), !model.rowsByNotice[origin.index].isEmpty else {
      return nil
    }
    return SitePath(model.routes.path(of: "notice", id: id.text).path + "mingdan.csv")
  }

  /// Where the calendar with the last day of its period is, until that day is over: `notices/2026-09-16-gongshi/jiezhi.ics`.
  package func calendarPath(in model: Model) -> SitePath? {
    switch stage(in: model) {
    case .upcoming, .open: SitePath(model.routes.path(of: "notice", id: id.text).path + "jiezhi.ics")
    case .draft, .approved, .closed, .final, .archived, .takenDown, .superseded, nil: nil
    }
  }
}
