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
  package var ofClass: Reference<Class>?
  package var sample: Reference<ExamSample>?
  package var result: Reference<Notice>?
  package var supersedes: Reference<Notice>?
  package var attachments: [Attachment] = []
  package var corrections: [Correction] = []
  package var withdrawals: [Withdrawal] = []
  package var objections: [Objection] = []
  package var awards: CalendarDate?
  package var approval: Approval?
  package var list: PublicList?
  package var pending: [Pending] = []

  package init() {}
  package static func store(in model: Model) -> RecordStore<Notice> { model.notices }
  /// Filled from the Markdown files of `notices/`.
  package static var shelf: any WritableKeyPath<Records, [Notice]> & Sendable { \.notices }

  package func isPublic(on day: CalendarDate) -> Bool { date <= day }

  /// `notice`: its fields, its seal and what it follows from, the workdays of the period, how many objections there are, and
  /// the list with those rows that are public on the day of the build.
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
      .optional("class", "班级", \.ofClass, "名单只属于一个班时，写这个班"),
      .optional("sample", "抽考", \.sample, "有关哪次抽考；名单是抽考名单的，写了就核对人数"),
      .optional("result", "结果", \.result, "公布结果的公告"),
      .optional("supersedes", "取代", \.supersedes, "所更正或取代的公告"),
      .list("attachments", "附件", \.attachments, "附件"),
      .list("corrections", "更正", \.corrections, "对名单的更正；增删人员不是更正，要另发公告"),
      .list("withdrawals", "撤下", \.withdrawals, "从名单撤下几人；不写姓名和原因"),
      .list("objections", "异议", \.objections, "公示期内收到的异议；不写姓名，网页只写几件"),
      .optional("awards", "颁发", \.awards, "哪天颁发证书、表彰；须在公示期满、异议办结以后"),
      .optional("approval", "审批", \.approval, "起草、审核、批准；网页上不写，report notices 里有").privately(),
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
      .init("seal", Seal.valueType, "状态章") { notice, model in Seal.of(notice, in: model).value },
      .init("open", .boolean, "是否公示中") { notice, model in .boolean(notice.stage(in: model) == .open) },
      .init("stage", .text, "名单走到哪一步：待公示、公示中、公示结束、结果公布、已归档、已撤下、已取代；没有名单也不是公示的为空") { notice, model in
        .text(notice.stage(in: model)?.rawValue ?? "")
      },
      .init("successor", .optional(Reference<Notice>.valueType), "取代本公告、另附名单的公告") { notice, model in
        notice.successor(in: model).map { .record(Entity(Notice.self, at: $0.origin.index, in: model)) }.orNone
      },
      .init("calendar_url", .optional(.link), "公示最后一天的日历文件；公示期满以后没有") { notice, model in
        notice.calendarPath(in: model).map { .link($0) }.orNone
      },
      .init("table_url", .optional(.link), "名单公开栏目的表格（CSV）；名单不公开时没有") { notice, model in
        notice.tablePath(in: model).map { .link($0) }.orNone
      },
      .init("corrections", .list(.record { Correction.table.recordType }), "到现在为止的更正") { notice, model in
        .list(notice.corrections.filter { $0.date <= model.asOf }.map { $0.value(in: model) })
      },
      .init("withdrawals", .list(.record { Withdrawal.table.recordType }), "到现在为止撤下的人数") { notice, model in
        .list(notice.withdrawals.filter { $0.date <= model.asOf }.map { $0.value(in: model) })
      },
      .init("objections", .record { Objection.countType }, "到现在为止异议有几件") { notice, model in
        Objection.counts(notice.objections, on: model.asOf)
      },
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

  /// 24:00 of `date`.
  init(endOf date: CalendarDate) { self.init(date: date, time: ClockTime(endOfDay: ())) }
}

extension ClockTime {
  /// 0:00.
  init(midnight: Void) { minutes = 0 }
  /// 24:00.
  init(endOfDay: Void) { minutes = 1440 }
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
