import Diagnostics
import Expressions
import Values

/// How many a list may have: of an honour, a selection.
package struct ListQuota: NestedRecord {
  package var origin = Origin()
  package var least: Int?
  package var most: Int?
  package var share: Percent?

  package init() {}

  /// `quota` of a list: `{min: 1, max: 3}`, or `{share: 10%}` of the learners of the project, the fraction left out.
  package static let table = RecordTable<ListQuota>(
    "list-quota", "名额",
    [
      .optional("min", "至少", \.least, "至少几人"),
      .optional("max", "至多", \.most, "至多几人"),
      .optional("share", "比例", \.share, "不超过项目学员的百分之几，尾数舍去"),
    ])
}

extension Model {
  /// The learners of `project`: the sizes of its classes added up, else how many it plans for; `nil` when that is everybody or open.
  package func learners(of project: Project) -> Int? {
    let sizes = classesByProject[project.origin.index].map { classes.records[$0].size }
    return sizes.isEmpty ? project.heads.number : sizes.reduce(0, +)
  }
}
