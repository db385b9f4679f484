import Diagnostics
import Expressions

extension ReportKind {
  /// How far each disclosure and public list has come, and which posts answered for it.
  package static let notices = ReportKind(
    name: "notices",
    title: Message(zh: "公示和名单：走到哪一步，谁审批", en: "disclosures and lists: how far, and who approved"),
    explanation: Message(
      zh: "每份公示、每份有名单的公告一行：状态、公示期、人数、异议、起草、审核、批准、何时撤下。只有处室和岗位，没有姓名。",
      en:
        "A row for each disclosure and each notice with a list: stage, period, rows, objections, who drafted, reviewed and approved it, and when the list is taken down. Offices and posts, no names."
    )
  ) { model in
    Report(
      [
        .text("id", "编号", "id") { $0.notice.id.text },
        .text("title", "标题", "title") { $0.notice.title },
        .text("kind", "类型", "kind") { $0.notice.kind.rawValue },
        .text("stage", "状态", "stage") { $0.stage },
        ReportColumn("date", "日期", "date") { .day($0.notice.date) },
        ReportColumn("until", "公示至", "open until") { line in
          line.notice.period.map { .day($0.until.date) } ?? .none
        },
        .count("total", "人数", "people") { $0.total },
        .count("open_objections", "未办结异议", "open objections") { $0.openObjections },
        .text("drafted", "起草", "drafted by") { $0.notice.approval?.drafted },
        .text("reviewed", "审核", "reviewed by") { $0.notice.approval?.reviewed },
        .text("approved", "批准", "approved by") { $0.notice.approval?.approved },
        ReportColumn("approved_on", "批准日期", "approved on") { line in
          line.notice.approval.map { .day($0.on) } ?? .none
        },
        ReportColumn("expires", "名单撤下", "list taken down") { line in
          line.notice.listEnd.map { .day($0.date) } ?? .none
        },
        ReportColumn("place", "写在", "written in") { .place($0.notice.origin.location) },
      ],
      model.notices.records.filter { $0.kind == .disclosure || $0.list != nil }.map { NoticeLine($0, in: model) })
  }
}

/// A notice as the report shows it.
private struct NoticeLine {
  let notice: Notice
  let stage: String
  let total: Int?
  let openObjections: Int?

  init(_ notice: Notice, in model: Model) {
    self.notice = notice
    stage = notice.stage(in: model)?.rawValue ?? ""
    total = notice.list.map { _ in notice.listTotal(in: model) }
    openObjections =
      notice.period == nil
      ? nil : notice.objections.count { $0.isOpen(on: model.asOf) }
  }
}
