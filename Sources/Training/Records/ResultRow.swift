import Diagnostics
import Expressions
import Values

/// What a class, an area or all of a project have reached by one scheme: numbers that are reckoned from scores which only the
/// private folder has, written down for builds without it.
package struct ResultRow: IdentifiedRecord {
  package var origin = Origin()
  package var id = Identifier()
  package var plan: Reference<Plan>?
  package var project = Reference<Project>(id: "", span: SourceSpan(0, 0))
  package var scheme = Reference<Scheme>(id: "", span: SourceSpan(0, 0))
  package var version = 1
  package var area: Reference<Area>?
  package var classReference: Reference<Class>?
  package var enrolled = 0
  package var assessed: Int?
  package var passed: Int?
  package var mean: MeanPoints?

  package init() {}
  package static func store(in model: Model) -> RecordStore<ResultRow> { model.results }
  /// Filled from `results.csv` of the projects, a row each.
  package static var shelf: any WritableKeyPath<Records, [ResultRow]> & Sendable { \.results }

  /// Of fewer people nothing is published but that they are few.
  package static let least = 10

  /// Whether what the group has reached may be told: not of few people, and not where it is left out so that the few of another
  /// group cannot be reckoned.
  package var isTold: Bool { enrolled >= Self.least && passed != nil }

  /// The group in words: the class, the area, or 全部.
  package func group(in model: Model) -> String {
    if let classReference { return classReference.record(in: model)?.name ?? classReference.id }
    return area.map { $0.record(in: model)?.name ?? $0.id } ?? "全部"
  }

  /// How many of a hundred have passed, as readers see it: exact as long as those who have not are none or at least ten, else the
  /// nearest of a few marks below, so that nobody is counted out beside a list of those who have.
  ///
  /// `100%`, `96.5%`, `98%以上`; `nil` when it is not told.
  package var passRate: String? {
    guard isTold, let passed else { return nil }
    let failed = enrolled - passed
    guard failed > 0 else { return "100%" }
    if failed >= Self.least {
      return Decimal(passed * 100).divided(by: Decimal(enrolled), places: 1).map { "\($0)%" }
    }
    let mark = [98, 95, 90, 80, 70, 60, 50].first { passed * 100 >= enrolled * $0 }
    return mark.map { "\($0)%以上" } ?? "50%以下"
  }

  /// `result`: its fields, the group in words, and the pass rate as it may be told. It has no id field.
  package static let table = RecordTable<ResultRow>(
    "result", "考核结果",
    [
      .optional("plan", "计划", \.plan, "所属计划，取自路径"),
      .required("project", "项目", \.project, "所属项目，取自路径"),
      .required("scheme", "考核方案", \.scheme, "按哪个方案"),
      .required("version", "版本", \.version, "方案的版本"),
      .optional("area", "区县", \.area, "哪个区县；与班级都不写是全部"),
      .optional("class", "班级", \.classReference, "哪个班"),
      .required("enrolled", "人数", \.enrolled, "有几人"),
      .optional("assessed", "有成绩", \.assessed, "有成绩的几人"),
      Field.optional("passed", "合格", \.passed, "合格几人；不满10人的一组不写").privately(),
      .optional("mean", "平均分", \.mean, "平均分，两位小数；不满10人的一组不写"),
    ],
    derived: [
      .init("group", .text, "班级、区县，或 全部") { row, model in .text(row.group(in: model)) },
      .init("pass_rate", .optional(.text), "合格率；不满10人的一组没有，不合格的不满10人时只说在哪个数以上") { row, _ in
        row.passRate.map { .text($0) }.orNone
      },
    ])
}
