import Diagnostics
package import Expressions
import Values

/// An issue of a class newsletter (简报).
package struct Newsletter: IdentifiedRecord {
  package var origin = Origin()
  package var id = Identifier()
  package var plan: Reference<Plan>?
  package var project = Reference<Project>(id: "", span: SourceSpan(0, 0))
  package var classReference = Reference<Class>(id: "", span: SourceSpan(0, 0))
  package var no = 0
  package var title = ""
  package var subtitle: String?
  package var date = CalendarDate(dayNumber: 0)
  package var period: Period?
  package var editor: String?
  package var summary: String?
  package var figures: [Figure] = []

  package init() {}

  /// The id is the class's and the number: `yc-linjiang-xx-yingyu-01/03`.
  package mutating func complete() { id = Identifier(classReference.id + "/" + (no < 10 ? "0\(no)" : "\(no)")) }

  package static func store(in model: Model) -> RecordStore<Newsletter> { model.newsletters }
  /// Filled from `newsletters/<class>/<no>.md` of the projects.
  package static var shelf: any WritableKeyPath<Records, [Newsletter]> & Sendable { \.newsletters }

  /// `newsletter`: its fields, how long it takes to read, and the issues before and after in the series of the class.
  /// The id is no field: it follows from class and number.
  package static let table = RecordTable<Newsletter>(
    "newsletter", "简报",
    [
      .required("project", "项目", \.project, "所属项目，取自路径"),
      .optional("plan", "计划", \.plan, "所属计划，取自路径"),
      .required("class", "班级", \.classReference, "班级，取自文件夹名"),
      .required("no", "期号", \.no, "期号，取自文件名"),
      .required("title", "标题", \.title, "标题"),
      .optional("subtitle", "副题", \.subtitle, "副题"),
      .required("date", "日期", \.date, "编发日期"),
      .optional("period", "时段", \.period, "数据的时段"),
      .optional("editor", "编发", \.editor, "编发岗位，不写姓名"),
      .optional("summary", "摘要", \.summary, "一两句话"),
      .list("figures", "数据", \.figures, "刊头的四个数据"),
    ],
    derived: [
      .url(\.id),
      .init("main_title", .text, "—— 之前的标题", from: \.title) { title, _ in .text(Title.parts(of: title).main) },
      .init("series_name", .text, "系列名称", from: \.classReference) { reference, model in
        .text((reference.index.map { model.classes.records[$0].name } ?? "") + "简报")
      },
      .init("summary", .text, "摘要；没有写时为空", from: \.summary) { summary, _ in .text(summary ?? "") },
      neighbour("previous", "上一期", -1),
      neighbour("next", "下一期", 1),
    ])

  /// The issue before or behind in the series of the class, where the newest comes first.
  private static func neighbour(_ name: String, _ doc: String, _ step: Int) -> RecordTable<Newsletter>.Derived {
    .init(name, .optional(Reference<Newsletter>.valueType), doc) { newsletter, model in
      guard let series = newsletter.classReference.index.map({ model.newslettersByClass[$0] }),
        let position = series.firstIndex(of: newsletter.origin.index), series.indices.contains(position - step)
      else { return .none }
      return .record(Entity(Newsletter.self, at: series[position - step], in: model))
    }
  }
}

/// From one day to another.
package struct Period: NestedRecord {
  package var origin = Origin()
  package var from = CalendarDate(dayNumber: 0)
  package var to = CalendarDate(dayNumber: 0)

  package init() {}

  /// `period` of a newsletter: the days its figures are about, both included.
  package static let table = RecordTable<Period>(
    "period", "时段", [.required("from", "起", \.from, "第一天"), .required("to", "止", \.to, "最后一天")])
}

/// One of the figures of a newsletter's masthead.
package struct Figure: NestedRecord {
  package var origin = Origin()
  package var label = ""
  package var figure = ""
  package var unit: String?
  package var base: String?

  package init() {}

  /// An item of `figures` of a newsletter. The value is text, printed as written.
  package static let table = RecordTable<Figure>(
    "figure", "数据",
    [
      .required("label", "名称", \.label, "名称"),
      .required("value", "数值", \.figure, "数值"),
      .optional("unit", "单位", \.unit, "单位"),
      .optional("base", "基数", \.base, "如 84 / 92人"),
    ])
}
