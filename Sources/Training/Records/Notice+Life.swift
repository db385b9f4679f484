import Expressions

/// How far a public list has come. Nobody writes it: it follows from dates, the approval and other notices.
///
/// A portal is built once a day, so a stage lasts whole days: until 17:30 of the last day means until the build of the next day.
/// The page tells the time beside the day.
///
///     draft → approved → upcoming → open → closed → final → archived → takenDown
///
/// The disclosure and the notice of its result go this way together: behind its last day the disclosure shows what has
/// become of it. From any stage behind its publication it can become `superseded`.
package enum NoticeStage: String, Hashable, Sendable, CaseIterable {
  /// Dated for a later day, and nobody has approved it.
  case draft = "起草中"
  /// Dated for a later day.
  case approved = "已批准"
  /// Published; the period has not begun.
  case upcoming = "待公示"
  case open = "公示中"
  /// Behind the last day; the result is not there yet.
  case closed = "公示结束"
  /// The list stands, and its rows are shown.
  case final = "结果公布"
  /// The year that it belongs to is archived.
  case archived = "已归档"
  /// Of the list no row is shown any more.
  case takenDown = "已撤下"
  /// Another notice has another list in its place.
  case superseded = "已取代"
}

extension Notice {
  /// How far its list, or its period, has come on the day of `model`; `nil` for notices that have neither.
  ///
  /// - Complexity: O(notices that refer to it).
  package func stage(in model: Model) -> NoticeStage? {
    guard kind == .disclosure || list != nil else { return nil }
    guard date <= model.asOf else {
      return approval.map { $0.on <= model.asOf } ?? false ? .approved : .draft
    }
    if successor(in: model) != nil { return .superseded }
    guard kind == .disclosure else { return stageOfResult(in: model) }
    guard let period else { return .closed }
    if model.asOf < period.from { return .upcoming }
    if model.asOf <= period.until.date { return .open }
    if let result = result?.record(in: model), result.date <= model.asOf {
      return result.kind == .disclosure ? .final : result.stageOfResult(in: model)
    }
    return isOfArchivedYear(in: model) ? .archived : .closed
  }

  /// The stage of a list that stands, or of a result that has none.
  private func stageOfResult(in model: Model) -> NoticeStage {
    if list != nil, !showsList(in: model) { return .takenDown }
    return isOfArchivedYear(in: model) ? .archived : .final
  }

  private func isOfArchivedYear(in model: Model) -> Bool {
    project?.record(in: model)?.plan.record(in: model)?.status == .archived
  }

  /// Whether objections are being taken on the day of `model`: from the first day of the period to the last.
  package func isOpen(in model: Model) -> Bool { stage(in: model) == .open }

  /// The notice whose list stands in the place of this one's: the latest that names it in `supersedes`, has a list and is public
  /// on the day of `model`.
  package func successor(in model: Model) -> Notice? {
    model.noticesBySuperseded[origin.index].map { model.notices.records[$0] }
      .last { $0.list != nil && $0.date <= model.asOf && $0.origin.index != origin.index }
  }

  /// The disclosures that name it as their result.
  package func disclosures(in model: Model) -> [Notice] {
    model.noticesByResult[origin.index].map { model.notices.records[$0] }.filter { $0.kind == .disclosure }
  }

  /// Whether the rows of the list may be shown on the day of `model`: from the date of the notice to the last day of the list,
  /// unless another list stands in its place.
  package func showsList(in model: Model) -> Bool {
    guard list != nil, date <= model.asOf, successor(in: model) == nil else { return false }
    return listEnd.map { model.asOf <= $0.date } ?? true
  }

  /// How many days a list that stands is shown when nothing is written.
  private static let resultDays = 90

  /// The last moment of the list: as written; else the end of the period, or the ninetieth day behind the date of a list that
  /// stands. `nil` for honours, which stay, and when there is no list.
  package var listEnd: Moment? {
    guard let list else { return nil }
    if let expires = list.expires { return expires }
    if kind == .disclosure, let period { return period.until }
    return list.kind == .honour ? nil : Moment(endOf: date.adding(days: Self.resultDays))
  }

  /// The columns that may be shown on the day of `model`: those that are written; of honours that stay only who and where, once
  /// any other list would have been taken down.
  package func publicColumns(in model: Model) -> [ListColumn] {
    guard let list else { return [] }
    guard list.kind == .honour, listEnd == nil, model.asOf > date.adding(days: Self.resultDays) else {
      return list.columns
    }
    return list.columns.filter { $0 == .number || $0 == .name || $0 == .unit }
  }

  /// How many persons, or cases, the list has on the day of `model`: those of its publication, less those withdrawn since.
  package func listTotal(in model: Model) -> Int {
    (list?.total ?? 0) - withdrawals.filter { $0.date <= model.asOf }.reduce(0) { $0 + $1.count }
  }

  /// What the table of the list says, shown or not.
  package func rows(in model: Model) -> [ListRow] {
    model.rowsByNotice[origin.index].map { model.listRows.records[$0] }
  }
}
