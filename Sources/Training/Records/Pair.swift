import Diagnostics
package import Expressions
import Values

/// A master and an apprentice who work together for a while: checked and counted, never shown.
package struct Pair: IdentifiedRecord {
  package var origin = Origin()
  package var id = Identifier()
  package var plan: Reference<Plan>?
  package var project = Reference<Project>(id: "", span: SourceSpan(0, 0))
  package var master = Identifier()
  package var apprentice = Identifier()
  package var from: CalendarDate?
  package var to: CalendarDate?
  package var subject: String?

  package init() {}
  package static func store(in model: Model) -> RecordStore<Pair> { model.pairs }
  /// Filled from `pairs.csv` of the projects, a row each.
  package static var shelf: any WritableKeyPath<Records, [Pair]> & Sendable { \.pairs }

  /// Nobody: readers are told how many there are.
  package func isPublic(on day: CalendarDate) -> Bool { false }
  /// Not even without the two numbers: who is paired with whom could be guessed from subject and days.
  package func isExported(from model: Model) -> Bool { false }

  /// `pair`: two numbers that say nothing of the persons. There is no field for a name, and every field beside the two that
  /// the path gives is private.
  package static let table = RecordTable<Pair>(
    "pair", "师徒结对",
    [
      .required("id", "编号", \.id, "编号，与姓名无关"),
      .optional("plan", "计划", \.plan, "所属计划，取自路径"),
      .required("project", "项目", \.project, "所属项目，取自路径"),
      Field.required("master", "师傅", \.master, "师傅的编号，与姓名无关").privately(),
      Field.required("apprentice", "徒弟", \.apprentice, "徒弟的编号，与姓名无关；同一时间只有一位师傅").privately(),
      Field.optional("from", "起", \.from, "第一天；不写为项目的第一天").privately(),
      Field.optional("to", "止", \.to, "最后一天；不写为项目的最后一天").privately(),
      Field.optional("subject", "内容", \.subject, "带什么，如 班级管理").privately(),
    ])

  /// The days on which the two work together, as far as they are known; `nil` for an end before the start.
  package func days(in model: Model) -> ClosedRange<CalendarDate>? {
    guard isSound("from", "to", "project"), let project = project.record(in: model), project.isSound("when", "actual")
    else { return nil }
    let span = project.actual ?? project.when
    let (first, last) = (from ?? span.first, to ?? span.last)
    return first <= last ? first...last : nil
  }
}
