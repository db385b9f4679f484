import Diagnostics
import Expressions
import Values

/// What a public list shows and how long.
package struct PublicList: NestedRecord {
  package var origin = Origin()
  package var title = ""
  package var kind = ListKind.passed
  package var order = ListOrder.strokes
  package var columns: [ListColumn] = []
  package var total = 0
  package var quota: ListQuota?
  package var expires: Moment?
  package var ground: String?
  package var digest: String?

  package init() {}

  /// `list` of a notice, without its rows, which are `ListRow`s.
  package static let table = RecordTable<PublicList>(
    "list", "名单",
    [
      .required("title", "标题", \.title, "名单标题"),
      .required("kind", "类型", \.kind, "合格、优秀、遴选、荣誉、抽考；通报批评、舞弊、补学默认不写姓名"),
      .required("order", "排列", \.order, "姓氏笔画（同姓的单名在前）、姓名笔画（逐字比较）、单位、序号"),
      .list("columns", "栏目", \.columns, "公开哪些栏目", .required),
      .required("total", "总数", \.total, "发布时共几人；撤下的人数另记在 withdrawals，这里不改"),
      .optional("quota", "名额", \.quota, "最多、最少几人，或学员的百分之几；写了就核对总数"),
      .optional("expires", "撤下", \.expires, "名单何时撤下；不写，公示名单到公示期满，结果名单到第90天，荣誉名单长期保留"),
      .optional("ground", "姓名依据", \.ground, "通报批评、舞弊名单公开姓名的依据；没有就不写姓名").privately(),
      .optional("digest", "摘要", \.digest, "发布时公开各行的 SHA-256；先不写，检查会说写什么").privately(),
    ])
}
