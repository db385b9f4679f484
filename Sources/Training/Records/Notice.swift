import Diagnostics
package import Expressions
import Values

/// A notice: announcement, disclosure (公示), correction, bulletin, guidance.
package struct Notice: IdentifiedRecord {
  package var origin = Origin()
  package var id = Identifier()
  package var title = ""
  package var shortTitle: String?
  package var kind = NoticeKind.notice
  package var date = CalendarDate(dayNumber: 0)
  package var docno: DocumentNumber?
  package var addressee: String?
  package var basis: [Basis] = []
  package var issuer: String?
  package var summary = ""
  package var contact: Reference<Contact>?
  package var period: DisclosurePeriod?
  package var project: Reference<Project>?
  package var result: Reference<Notice>?
  package var supersedes: Reference<Notice>?
  package var attachments: [Attachment] = []
  package var corrections: [Correction] = []
  package var approval: Approval?
  package var list: PublicList?
  package var pending: [Pending] = []

  package init() {}
  package static func store(in model: Model) -> RecordStore<Notice> { model.notices }
  /// Filled from the Markdown files of `notices/`.
  package static var shelf: any WritableKeyPath<Records, [Notice]> & Sendable { \.notices }

  package func isPublic(on day: CalendarDate) -> Bool { date <= day }

  /// Whether objections are being taken on `asOf`: from the day of publication to the last day.
  package func isOpen(asOf: CalendarDate) -> Bool {
    guard kind == .disclosure, let period else { return false }
    return period.from <= asOf && asOf <= period.until.date
  }

  /// Whether the rows of the list may be shown on `asOf`: until the list expires (without that: until the period ends).
  package func showsList(asOf: CalendarDate) -> Bool {
    guard let list, date <= asOf else { return false }
    // A portal is built once a day: the rows stay through the last day and leave with the next day's build.
    if let expires = list.expires { return asOf <= expires.date }
    return period.map { asOf <= $0.until.date } ?? true
  }

  /// `notice`: its fields, its seal, the workdays of the period, and the list with those rows that are public on the
  /// day of the build.
  package static let table = RecordTable<Notice>(
    "notice", "公告",
    [
      .required("id", "编号", \.id, "编号，取自文件名：日期-拼音"),
      .required("title", "标题", \.title, "标题"),
      .optional("short_title", "短标题", \.shortTitle, "面包屑里的短标题"),
      .required("kind", "类型", \.kind, "通知、公示、更正、通报、导学"),
      .required("date", "日期", \.date, "发布日期"),
      .optional("docno", "文号", \.docno, "文号"),
      .optional("addressee", "主送", \.addressee, "主送单位"),
      .list("basis", "依据", \.basis, "依据的文件"),
      .optional("issuer", "落款", \.issuer, "落款单位，不写为主管单位"),
      .required("summary", "摘要", \.summary, "一两句话"),
      .optional("contact", "联系方式", \.contact, "受理的处室"),
      .optional("period", "公示期", \.period, "公示期"),
      .optional("project", "项目", \.project, "所属项目"),
      .optional("result", "结果", \.result, "公布结果的公告"),
      .optional("supersedes", "取代", \.supersedes, "所更正或取代的公告"),
      .list("attachments", "附件", \.attachments, "附件"),
      .list("corrections", "更正", \.corrections, "对名单的更正"),
      .optional("approval", "审批", \.approval, "起草、审核、批准；只进构建报告").privately(),
      .optional("list", "名单", \.list, "所附名单；行在同名 CSV 里"),
      .list("pending", "待定事项", \.pending, "待定的事"),
    ],
    derived: [
      .url(\.id),
      .init("short_title", .text, "短标题，没有时为标题") { notice, _ in .text(notice.shortTitle ?? notice.title) },
      .init("title_lines", .list(.text), "在标点处断开的标题") { notice, _ in
        .list(Title.lines(of: notice.title).map { .text($0) })
      },
      .init("issuer", .text, "落款单位，没有写时为主管单位") { notice, model in .text(notice.issuer ?? model.settings.name) },
      .init("seal", Seal.valueType, "状态章") { notice, model in Seal.of(notice, asOf: model.asOf).value },
      .init("open", .boolean, "是否公示中") { notice, model in .boolean(notice.isOpen(asOf: model.asOf)) },
      .init("period", .optional(.record { periodType }), "公示期和其中的工作日") { notice, model in
        notice.period(in: model)
      },
      .init("list", .optional(.record { PublicList.rollType }), "名单，连同现在可公开的行") { notice, model in
        notice.roll(in: model)
      },
    ])

  private static let periodType = RecordType(
    "period-of-notice",
    [
      .init("from", .date, doc: "发布之日"), .init("until", Moment.valueType, doc: "截止时刻"),
      .init("workdays", .number, doc: "几个工作日"), .init("days", .list(.record { dayTick }), doc: "各个工作日"),
    ])
  private static let dayTick = RecordType(
    "day-tick",
    [
      .init("date", .date, doc: "工作日"), .init("past", .boolean, doc: "已过"),
      .init("last", .boolean, doc: "最后一天"),
    ])

  private func period(in model: Model) -> Value {
    guard let period else { return .none }
    let days = model.calendar.workdays(after: period.from, through: period.until.date)
    let ticks: [Value] = days.map { day in
      .record(View(Self.dayTick, [.date(day), .boolean(day < model.asOf), .boolean(day == period.until.date)]))
    }
    return .record(
      View(
        Self.periodType,
        [.date(period.from), period.until.value(in: model), .number(Decimal(period.workdays)), .list(ticks)]))
  }

  /// The list with its rows while they are public; `nil` rows afterwards.
  private func roll(in model: Model) -> Value {
    guard let list else { return .none }
    let isPublic = showsList(asOf: model.asOf)
    let isShown = isPublic && model.readership == .everyone
    let rows = isShown ? model.rowsByNotice[origin.index].map { model.listRows.records[$0] } : []
    func has(_ column: ListColumn) -> Bool { list.columns.contains(column) }
    let rowValues: [Value] = rows.map { row in
      .record(
        View(
          PublicList.rowType,
          [
            .number(Decimal(row.no)), .text(has(.name) ? row.name : ""), .text(has(.unit) ? row.unit : ""),
            has(.subject) ? row.subject.map { .text($0) }.orNone : .none,
            has(.result) ? row.result.map { .text($0) }.orNone : .none,
          ]))
    }
    return .record(
      View(
        PublicList.rollType,
        [
          .text(list.title), .text(list.kind.rawValue), .text(list.order.rawValue), .number(Decimal(list.total)),
          .boolean(isShown), .boolean(isPublic && !isShown), .list(list.columns.map { .text($0.rawValue) }),
          .list(rowValues),
          list.groups(of: rows, rowValues), list.expires.map { $0.value(in: model) }.orNone,
        ]))
  }
}

extension Title {
  /// A long official title cut into lines at 、，： where every piece has at most 14 characters; else one line.
  static func lines(of title: String) -> [String] {
    var lines: [String] = []
    var line = ""
    for character in title {
      line.append(character)
      if "、，：".contains(character), line.count >= 6 {
        lines.append(line)
        line = ""
      }
    }
    if !line.isEmpty { lines.append(line) }
    return lines.allSatisfy { $0.count <= 22 } ? lines : [title]
  }
}

/// How long objections are taken.
package struct DisclosurePeriod: NestedRecord {
  package var origin = Origin()
  package var from = CalendarDate(dayNumber: 0)
  package var workdays = 0
  package var until = Moment.endOfTime

  package init() {}

  /// `period` of a notice. All three are written out, so that checks can count the workdays again.
  package static let table = RecordTable<DisclosurePeriod>(
    "disclosure-period", "公示期",
    [
      .required("from", "起", \.from, "发布之日；次日起算"),
      .required("workdays", "工作日", \.workdays, "几个工作日"),
      .required("until", "止", \.until, "截止时刻"),
    ])
}

extension Moment {
  /// Stands for a moment not yet read.
  static let endOfTime = Moment(date: CalendarDate(dayNumber: 0), time: ClockTime(midnight: ()))
  init(date: CalendarDate, time: ClockTime) {
    self.date = date
    self.time = time
  }
}

extension ClockTime {
  /// 0:00.
  init(midnight: Void) { minutes = 0 }
}

/// A file that belongs to a notice.
package struct Attachment: NestedRecord {
  package var origin = Origin()
  package var title = ""
  package var file: String?

  package init() {}

  /// Below `content/`: `file` seen from the folder of the notice.
  package var path: String? {
    guard let file else { return nil }
    let folder = origin.location.path.split(separator: "/").dropFirst().dropLast()
    return (folder + file.split(separator: "/")).joined(separator: "/")
  }

  /// An item of `attachments` of a notice, with the address of its file; none when it is the list of the notice itself.
  package static let table = RecordTable<Attachment>(
    "attachment", "附件",
    [
      .required("title", "名称", \.title, "附件名称"),
      .optional("file", "文件", \.file, "相对于本文件的路径，如 files/huizhi.csv；附件就是本页名单时不写"),
    ],
    derived: [
      .init("url", .optional(.link), "文件网址") { attachment, model in
        attachment.path.map { .link(model.routes.path(of: "file", id: $0)) }.orNone
      }
    ])
}

/// A correction of a public list, without names.
package struct Correction: NestedRecord {
  package var origin = Origin()
  package var date = CalendarDate(dayNumber: 0)
  package var places = 0
  package var text = ""

  package init() {}

  /// An item of `corrections` of a notice: how many places and why, without names.
  package static let table = RecordTable<Correction>(
    "correction", "更正",
    [
      .required("date", "日期", \.date, "更正日期"),
      .required("places", "处数", \.places, "更正几处"),
      .required("text", "说明", \.text, "一句话说明，不写姓名"),
    ])
}

/// Who answered for a publication: offices and posts, never shown to readers.
package struct Approval: NestedRecord {
  package var origin = Origin()
  package var drafted = ""
  package var reviewed = ""
  package var approved = ""
  package var on = CalendarDate(dayNumber: 0)

  package init() {}

  /// `approval` of a notice: offices and posts, with no field for a name.
  package static let table = RecordTable<Approval>(
    "approval", "审批",
    [
      .required("drafted", "起草", \.drafted, "起草处室"),
      .required("reviewed", "审核", \.reviewed, "审核处室"),
      .required("approved", "批准", \.approved, "批准岗位"),
      .required("on", "日期", \.on, "批准日期"),
    ])
}

/// What a public list shows and how long.
package struct PublicList: NestedRecord {
  package var origin = Origin()
  package var title = ""
  package var kind = ListKind.passed
  package var order = ListOrder.strokes
  package var columns: [ListColumn] = []
  package var total = 0
  package var expires: Moment?

  package init() {}

  static let rowType = RecordType(
    "list-row",
    [
      .init("no", .number, doc: "序号"), .init("name", .text, doc: "姓名；不公开时为空"),
      .init("unit", .text, doc: "单位；不公开时为空"), .init("subject", .optional(.text), doc: "学科"),
      .init("result", .optional(.text), doc: "结果"),
    ])
  static let rollType = RecordType(
    "roll",
    [
      .init("title", .text, doc: "名单标题"), .init("kind", .text, doc: "名单类型"),
      .init("order", .text, doc: "排列方式"), .init("total", .number, doc: "总人数"),
      .init("shown", .boolean, doc: "现在是否公开"), .init("left_out", .boolean, doc: "是否公开而预览里略去"),
      .init("columns", .list(.text), doc: "栏目"),
      .init("rows", .list(.record { rowType }), doc: "行；不公开时为空"),
      .init("groups", .list(.record { groupType }), doc: "按单位排列时每个单位一组，按笔画排列的长名单每个画数一组，否则只有一组"),
      .init("expires", .optional(Moment.valueType), doc: "何时撤下"),
    ])

  static let groupType = RecordType(
    "row-group",
    [.init("head", .text, doc: "组名；只有一组时为空"), .init("rows", .list(.record { rowType }), doc: "行")])

  /// `list` of a notice, without its rows, which are `ListRow`s.
  package static let table = RecordTable<PublicList>(
    "list", "名单",
    [
      .required("title", "标题", \.title, "名单标题"),
      .required("kind", "类型", \.kind, "合格、优秀、遴选、荣誉、抽考"),
      .required("order", "排列", \.order, "姓氏笔画（同姓的单名在前）、姓名笔画（逐字比较）、单位、序号"),
      .list("columns", "栏目", \.columns, "公开哪些栏目", .required),
      .required("total", "总数", \.total, "共几人"),
      .optional("expires", "撤下", \.expires, "名单何时撤下"),
    ])
}

/// A row of a public list: the public columns and nothing else.
package struct ListRow: IdentifiedRecord {
  package var origin = Origin()
  package var id = Identifier()
  package var notice = Reference<Notice>(id: "", span: SourceSpan(0, 0))
  package var no = 0
  package var name = ""
  package var unit = ""
  package var subject: String?
  package var result: String?

  package init() {}
  package static func store(in model: Model) -> RecordStore<ListRow> { model.listRows }
  /// Filled from the CSV file beside each notice that has a list, in the order of its rows.
  package static var shelf: any WritableKeyPath<Records, [ListRow]> & Sendable { \.listRows }

  /// As long as its list is shown.
  package func isExported(from model: Model) -> Bool {
    notice.record(in: model)?.showsList(asOf: model.asOf) ?? false
  }

  /// `list-row`: the columns of `ListColumn` and no others, so that telephone or identity numbers in the file are RF07.
  /// It has no id field.
  package static let table = RecordTable<ListRow>(
    "list-row", "名单行",
    [
      .required("notice", "公告", \.notice, "所属公告，取自文件名"),
      .required("no", "序号", \.no, "序号"),
      .required("name", "姓名", \.name, "姓名"),
      .required("unit", "单位", \.unit, "单位"),
      .optional("subject", "学科", \.subject, "学科"),
      .optional("result", "结果", \.result, "结果"),
    ])
}

/// A page of help.
package struct HelpPage: IdentifiedRecord {
  package var origin = Origin()
  package var id = Identifier()
  package var title = ""
  package var summary = ""
  package var order = 0

  package init() {}
  package static func store(in model: Model) -> RecordStore<HelpPage> { model.helpPages }
  /// Filled from the Markdown files of `help/`.
  package static var shelf: any WritableKeyPath<Records, [HelpPage]> & Sendable { \.helpPages }

  /// `help`: its fields and its page.
  package static let table = RecordTable<HelpPage>(
    "help", "帮助",
    [
      .required("id", "编号", \.id, "编号，取自文件名"),
      .required("title", "标题", \.title, "标题"),
      .required("summary", "摘要", \.summary, "一两句话"),
      .required("order", "顺序", \.order, "帮助目录里的顺序"),
    ],
    derived: [.url(\.id)])
}
