import Diagnostics
package import Expressions
import Values

/// The people of a project who sit an exam for all: some drawn, some recommended. Its rule and its counts are public, who they
/// are is not.
package struct ExamSample: IdentifiedRecord {
  package var origin = Origin()
  package var id = Identifier()
  package var plan: Reference<Plan>?
  package var title = ""
  package var project = Reference<Project>(id: "", span: SourceSpan(0, 0))
  package var groups = SampleGroups.area
  package var drawn = Percent(Decimal(0))
  package var recommended: Percent?
  package var rounding: Rounding?
  package var method: String?
  package var seed: String?
  package var drawnOn: CalendarDate?
  package var exam: CalendarDate?
  package var time: TimeRange?
  package var place: String?
  package var summary = ""
  package var uses: [String] = []
  package var text: [String] = []
  package var contact: Reference<Contact>?

  package init() {}
  package static func store(in model: Model) -> RecordStore<ExamSample> { model.samples }
  /// Filled from `years/<plan>/samples.yml`, in the order of its list.
  package static var shelf: any WritableKeyPath<Records, [ExamSample]> & Sendable { \.samples }

  /// The method that `prospectus draw` knows.
  package static let digestMethod = "SHA-256"

  /// How people are drawn, for whoever wants to draw again.
  package var methodRule: String? {
    guard let method else { return nil }
    guard method == Self.digestMethod else { return method }
    return "每人取“种子:学员编号”的 SHA-256（UTF-8，小写十六进制），从小到大排，各组依次取够名额；已被推荐的跳过"
  }

  private static let shareType = RecordType(
    "sample-share",
    [
      .init("name", .text, doc: "区县或学科班"), .init("base", .number, doc: "学员几人"),
      .init("drawn", .number, doc: "抽取几人"), .init("recommended", .number, doc: "推荐几人"),
      .init("total", .number, doc: "合计几人"),
    ])

  /// `sample`: its fields, its rule in words, how many each group and all send, and the notices about it.
  package static let table = RecordTable<ExamSample>(
    "sample", "抽考",
    [
      .required("id", "编号", \.id, "编号"),
      .optional("plan", "计划", \.plan, "所属计划，取自路径"),
      .required("title", "标题", \.title, "抽考的名称"),
      .required("project", "项目", \.project, "抽哪个项目的学员"),
      .defaulted("by", "分组", \.groups, "名额按区县还是按学科班分；不写为区县"),
      .required("drawn", "抽取", \.drawn, "抽取的比例"),
      .optional("recommended", "推荐", \.recommended, "推荐的比例；没有推荐的不写"),
      .optional("rounding", "尾数", \.rounding, "舍去、四舍五入、进一、最大余数（先定总数再分，尾数大的先得）"),
      .optional("method", "方法", \.method, "怎样抽；写 SHA-256 可以用 prospectus draw 抽和复算"),
      .optional("seed", "种子", \.seed, "公开产生的随机种子；抽取以前写待定"),
      .optional("drawn_on", "抽取日期", \.drawnOn, "哪天抽；还没有定的写待定"),
      .optional("exam", "考试日期", \.exam, "哪天考；还没有定的写待定"),
      .optional("time", "时间", \.time, "起止时间"),
      .optional("place", "地点", \.place, "考点；还没有定的写待定"),
      .required("summary", "摘要", \.summary, "一两句话：是什么，影响不影响成绩"),
      .list("uses", "结果", \.uses, "结果怎样用，一条一项"),
      .list("text", "说明", \.text, "考什么、带什么，一段一项"),
      .optional("contact", "联系方式", \.contact, "组织考试的处室；不写为项目的"),
    ],
    derived: [
      .url(\.id),
      .init("contact", .optional(Reference<Contact>.valueType), "组织考试的处室，没有写时为项目的") { sample, model in
        (sample.contact ?? sample.project.record(in: model)?.contact).map { $0.value(in: model) } ?? .none
      },
      .init("rounding_rule", .optional(.text), "尾数怎样处理") { sample, _ in
        sample.rounding.map { .text($0.rule) }.orNone
      },
      .init("method_rule", .optional(.text), "怎样抽，可以照着复算") { sample, _ in
        sample.methodRule.map { .text($0) }.orNone
      },
      .init("shares", .list(.record { shareType }), "各组几人；没有写尾数怎样处理时为空") { sample, model in
        .list((sample.shares(in: model) ?? []).map { shareValue($0) })
      },
      .init("total", .record { shareType }, "全部几人") { sample, model in
        shareValue(SampleShare(totalOf: sample.shares(in: model) ?? []))
      },
      .init("notices", .list(Reference<Notice>.valueType), "有关的公告，新的在前") { sample, model in
        model.entities(Notice.self, at: model.noticesBySample[sample.origin.index])
      },
    ])

  private static func shareValue(_ share: SampleShare) -> Value {
    .record(
      View(
        shareType,
        [
          .text(share.name), .number(Decimal(share.base)), .number(Decimal(share.drawn)),
          .number(Decimal(share.recommended)), .number(Decimal(share.total)),
        ]))
  }
}
