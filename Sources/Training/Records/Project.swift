import Diagnostics
package import Expressions
import Values

/// A training project: a row of the year table and its text.
package struct Project: IdentifiedRecord {
  package var origin = Origin()
  package var id = Identifier()
  package var plan = Reference<Plan>(id: "", span: SourceSpan(0, 0))
  package var no: Int?
  package var name = ""
  package var shortName: String?
  package var alias: [String] = []
  package var heads = HeadCount.unknown
  package var modes: [String] = []
  package var when = TimeSpan(first: CalendarDate(dayNumber: 0), last: CalendarDate(dayNumber: 0), text: "待定")
  package var actual: TimeSpan?
  package var opensOn: CalendarDate?
  package var place: String?
  package var stages: [String] = []
  package var remark: String?
  package var summary = ""
  package var audience: String?
  package var packs: [Reference<CoursePack>] = []
  package var schemes: [Reference<Scheme>] = []
  package var classHours: ClassHours?
  package var minutesPerClassHour: Int?
  package var weeks: Int?
  package var phase: Reference<Phase>?
  package var timeStatus: TimeStatus?
  package var contact: Reference<Contact>?
  package var platform: String?
  package var topics: [String] = []
  package var fees: [Fee] = []
  package var changes: [Change] = []
  package var preTask: PreTask?
  package var intensive: Intensive?
  package var followUp: FollowUp?
  package var classLimits = ClassLimits()
  package var expertTeam: ExpertTeam?
  package var pending: [Pending] = []

  package init() {}
  package static func store(in model: Model) -> RecordStore<Project> { model.projects }
  /// Filled from `years/<plan>/projects.csv` and `years/<plan>/projects/<id>/index.md`, which complete each other.
  package static var shelf: any WritableKeyPath<Records, [Project]> & Sendable { \.projects }

  /// The month strip of the year table.
  private static let month = RecordType(
    "month",
    [
      .init("number", .number, doc: "月份"), .init("running", .boolean, doc: "项目在这个月进行"),
      .init("current", .boolean, doc: "基准日所在的月"),
    ])

  private func months(asOf: CalendarDate) -> Value {
    let span = (when.first.year * 12 + when.first.month)...(when.last.year * 12 + when.last.month)
    let year = Int(plan.id.prefix(4)) ?? when.first.year
    return .list(
      (1...12).map { month in
        .record(
          View(
            Self.month,
            [
              .number(Decimal(month)), .boolean(span.contains(year * 12 + month)),
              .boolean(asOf.year == year && asOf.month == month),
            ]))
      })
  }

  /// `project`: its fields, each written in the year table or the project's document; its months, state and pages; and
  /// everything that takes place in it.
  package static let table = RecordTable<Project>(
    "project", "项目",
    [
      .required("id", "编号", \.id, "编号"),
      .required("plan", "计划", \.plan, "所属计划，取自路径"),
      .optional("no", "序号", \.no, "年度表里的序号"),
      .required("name", "培训项目名称", \.name, "项目全称"),
      .optional("short_name", "简称", \.shortName, "简称"),
      .list("alias", "别名", \.alias, "文件里的其他叫法"),
      .required("heads", "拟培训人数", \.heads, "人数：300、约120、全员、全员（5230人）"),
      .list("modes", "培训方式", \.modes, "方式", .required),
      .required("when", "拟培训时间", \.when, "月份、日期或全年"),
      .optional("actual", "实际时间", \.actual, "实际什么时候办的；与拟定时间不同的，要有变更记录"),
      .optional("opens_on", "开课日期", \.opensOn, "学员开始学的那天，报名、准备也算在培训时间里时写；不写为培训时间的第一天"),
      .optional("place", "培训地点", \.place, "地点；空为待定"),
      .list("stages", "学段", \.stages, "学段"),
      .optional("remark", "备注", \.remark, "备注"),
      .required("summary", "摘要", \.summary, "一两句话"),
      .optional("audience", "对象", \.audience, "培训对象"),
      .list("packs", "课程包", \.packs, "使用的课程包"),
      .list("schemes", "考核方案", \.schemes, "考核方案"),
      .optional("class_hours", "学时", \.classHours, "总学时"),
      .optional("minutes_per_class_hour", "每学时分钟", \.minutesPerClassHour, "1 学时几分钟"),
      .optional("weeks", "周数", \.weeks, "一共几周；写了就与各阶段核对"),
      .optional("phase", "所属阶段", \.phase, "在年度计划的哪个阶段进行；写了就核对时间"),
      .optional("time_status", "时间状态", \.timeStatus, "暂定或已定"),
      .optional("contact", "联系方式", \.contact, "联系处室"),
      .optional("platform", "平台", \.platform, "学习平台"),
      .list("topics", "专题", \.topics, "专题"),
      .list("fees", "收费", \.fees, "谁每人交多少；写了人数和合计就核对"),
      .list("changes", "变更", \.changes, "时间地点的变更记录"),
      .optional("pre_task", "前置任务", \.preTask, "集中研修以前要完成的任务"),
      .optional("intensive", "集中研修", \.intensive, "集中研修连续几天、一天几段；写了就与日程核对"),
      .optional("follow_up", "跟岗实践", \.followUp, "训后的“1+A+B”"),
      .defaulted("class_rule", "编班规则", \.classLimits, "每班最多几人、尾班最少几人；不写就按 100 人和 50 人"),
      .optional("expert_team", "专家团队", \.expertTeam, "有几名专家指导，一名专家最多带多少学员"),
      .list("pending", "待定事项", \.pending, "待定的事"),
    ],
    derived: [
      .url(\.id),
      .init("short_name", .text, "简称，没有时为全称") { project, _ in .text(project.shortName ?? project.name) },
      .init("heads_number", .optional(.number), "人数的数值；全员没有") { project, _ in
        project.heads.kind == .everybody ? .none : project.heads.number.map { .number(Decimal($0)) }.orNone
      },
      .init("months", .list(.record { month }), "十二个月的进行情况") { project, model in
        project.months(asOf: model.asOf)
      },
      .init("phases", .list(Reference<Phase>.valueType), "阶段") { project, model in
        model.entities(Phase.self, at: model.phasesByProject[project.origin.index])
      },
      .init("streams", .list(Reference<Stream>.valueType), "学科班") { project, model in
        model.entities(Stream.self, at: model.streamsByProject[project.origin.index])
      },
      .init("classes", .list(Reference<Class>.valueType), "班级") { project, model in
        model.entities(Class.self, at: model.classesByProject[project.origin.index])
      },
      .init("results", .list(Reference<ResultRow>.valueType), "考核结果：全部和各区县的，按表里的次序") { project, model in
        let rows = model.resultsByProject[project.origin.index]
        return model.entities(ResultRow.self, at: rows.filter { model.results.records[$0].classReference == nil })
      },
      .init("certificates", .list(Reference<CertificateRule>.valueType), "证书的规则") { project, model in
        model.entities(CertificateRule.self, at: model.certificatesByProject[project.origin.index])
      },
      .init("samples", .list(Reference<ExamSample>.valueType), "抽考") { project, model in
        model.entities(ExamSample.self, at: model.samplesByProject[project.origin.index])
      },
      .init("pairs", .number, "师徒结对几对；只有对数，不给名单") { project, model in
        .number(Decimal(model.pairsByProject[project.origin.index].count))
      },
      .init("sessions", .list(Reference<Session>.valueType), "场次，按时间") { project, model in
        model.entities(Session.self, at: model.sessionsByProject[project.origin.index])
      },
      .init("notices", .list(Reference<Notice>.valueType), "公告，新的在前") { project, model in
        model.entities(Notice.self, at: model.noticesByProject[project.origin.index])
      },
      .init("newsletters", .list(Reference<Newsletter>.valueType), "简报，新的在前") { project, model in
        model.entities(Newsletter.self, at: model.newslettersByProject[project.origin.index])
      },
      .init("schedule_url", .link, "日程页") { project, model in
        .link(model.routes.path(of: "schedule", id: project.id.text))
      },
      .init("classes_url", .optional(.link), "班级页") { project, model in
        model.classesByProject[project.origin.index].isEmpty
          ? .none : .link(model.routes.path(of: "classes", id: project.id.text))
      },
      .init("state", State.valueType, "状态") { project, model in
        let span = project.actual ?? project.when
        return State.of(from: span.first, to: span.last, asOf: model.asOf).value
      },
    ])
}

/// What a learner pays.
package struct Fee: NestedRecord {
  package var origin = Origin()
  package var audience = ""
  package var amount = Money(Decimal(0))
  package var heads: Int?
  package var total: Money?

  package init() {}

  /// An item of `fees` of a project.
  package static let table = RecordTable<Fee>(
    "fee", "收费",
    [
      .required("audience", "对象", \.audience, "谁交"), .required("amount", "标准", \.amount, "每人多少"),
      .optional("heads", "人数", \.heads, "多少人交"), .optional("total", "合计", \.total, "共多少"),
    ])
}

/// An entry of a change log.
package struct Change: NestedRecord {
  package var origin = Origin()
  package var date = CalendarDate(dayNumber: 0)
  package var text = ""

  package init() {}

  /// An item of `changes` of a project; both fields are required.
  package static let table = RecordTable<Change>(
    "change", "变更", [.required("date", "日期", \.date, "哪天改的"), .required("text", "内容", \.text, "改了什么")])
}

/// What follows an intensive course, the “1+A+B”: open lessons, pieces of pupils' evidence, reviews by peers.
package struct FollowUp: NestedRecord {
  package var origin = Origin()
  package var days = 30
  package var openLessons = 1
  package var evidence = 0
  package var peerReviews = 0
  package var until: CalendarDate?

  package init() {}

  /// `follow_up` of a project. A and B are required: a plan that only says “1+A+B” leaves teachers guessing.
  package static let table = RecordTable<FollowUp>(
    "follow-up", "跟岗实践",
    [
      .defaulted("days", "天数", \.days, "返岗后几天内完成，不写为30"),
      .defaulted("open_lessons", "公开课", \.openLessons, "公开课几节，不写为1"),
      .required("evidence", "学生证据", \.evidence, "A：学生作品等证据几份"),
      .required("peer_reviews", "同伴评议", \.peerReviews, "B：同伴评议几份"),
      .optional("until", "截止日期", \.until, "最迟哪天完成；写了就按集中研修的最后一天加天数核对"),
    ])
}

/// How many experts guide the learners of a project.
package struct ExpertTeam: NestedRecord {
  package var origin = Origin()
  package var experts = 0
  package var traineesPerExpert = 800

  package init() {}

  /// `expert_team` of a project.
  package static let table = RecordTable<ExpertTeam>(
    "expert-team", "专家团队",
    [
      .required("experts", "专家人数", \.experts, "指导本项目的专家几名"),
      .defaulted("trainees_per_expert", "每名专家学员", \.traineesPerExpert, "一名专家最多带多少学员，不写为800"),
    ])
}

/// What is done before an intensive course.
package struct PreTask: NestedRecord {
  package var origin = Origin()
  package var from = CalendarDate(dayNumber: 0)
  package var to = CalendarDate(dayNumber: 0)
  package var days = 14

  package init() {}

  /// `pre_task` of a project.
  package static let table = RecordTable<PreTask>(
    "pre-task", "前置任务",
    [
      .required("from", "起", \.from, "第一天"), .required("to", "止", \.to, "最后一天，在集中研修以前"),
      .defaulted("days", "天数", \.days, "应有几天，不写为14"),
    ])
}

/// How long an intensive course is: days on end, and parts of a day.
package struct Intensive: NestedRecord {
  package var origin = Origin()
  package var days = 0
  package var slots: Int?

  package init() {}

  /// `intensive` of a project.
  package static let table = RecordTable<Intensive>(
    "intensive", "集中研修",
    [
      .required("days", "连续天数", \.days, "连续几天"),
      .optional("slots", "每天几段", \.slots, "一天排几段，如上午、下午、晚上是3段"),
    ])
}
