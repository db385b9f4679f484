package import Diagnostics
package import Expressions
import Values

/// The training plan of a year.
package struct Plan: IdentifiedRecord {
  package var origin = Origin()
  package var id = Identifier()
  package var title = ""
  package var shortTitle: String?
  package var theme: String?
  package var claims: [String] = []
  package var goals: [String] = []
  package var basis: [Basis] = []
  package var cycle: Cycle?
  package var status = PlanStatus.draft
  package var issuedOn: CalendarDate?
  package var creditRule: CreditRule?
  package var budgetPerHead: Money?
  package var budget: Budget?
  package var headsTotal: Int?
  package var listed: [ListedProject] = []
  package var diagnosis: Diagnosis?
  package var summary = ""
  package var pending: [Pending] = []

  package init() {}
  package static func store(in model: Model) -> RecordStore<Plan> { model.plans }
  /// Filled from `years/<id>/plan.md`.
  package static var shelf: any WritableKeyPath<Records, [Plan]> & Sendable { \.plans }

  /// The year, when the id begins with one (`2026`, `2026-credit`).
  package var year: Int? { Int(id.text.prefix(4)) }

  /// `plan`: its fields and what belongs to it; `projects` are only those with a number in the year table.
  package static let table = RecordTable<Plan>(
    "plan", "年度计划",
    [
      .required("id", "编号", \.id, "年份，取自文件夹名"),
      .required("title", "标题", \.title, "计划全称"),
      .optional("short_title", "短标题", \.shortTitle, "导航里用的短名"),
      .optional("theme", "主题", \.theme, "年度主题"),
      .list("claims", "主张", \.claims, "核心主张"),
      .list("goals", "目标", \.goals, "目标"),
      .list("basis", "依据", \.basis, "依据的文件"),
      .optional("cycle", "周期", \.cycle, "所在周期"),
      .defaulted("status", "状态", \.status, "草案、印发或归档；不写为草案；归档的年度不再改动，见 prospectus archive"),
      .optional("issued_on", "印发日期", \.issuedOn, "印发日期"),
      .optional("credit_rule", "学分规则", \.creditRule, "1 学分等于什么"),
      .optional("budget_per_head", "人均经费", \.budgetPerHead, "每人每年经费"),
      .optional("budget", "经费总额", \.budget, "多少人、共多少、分几项；写了就与人均经费核对"),
      .optional("heads_total", "人数合计", \.headsTotal, "文件里写的各项目人数合计；写了就与年度表核对"),
      .list("listed", "项目列表", \.listed, "文件正文里列的项目；写了就与年度表核对名称和方式"),
      .optional("diagnosis", "需求诊断", \.diagnosis, "训前的调查：什么时候、谁做的、多少份、查出什么"),
      .required("summary", "摘要", \.summary, "一两句话的摘要"),
      .list("pending", "待定事项", \.pending, "待定的事"),
    ],
    derived: [
      .url(\.id),
      .init("phases", .list(Reference<Phase>.valueType), "计划的阶段") { plan, model in
        model.entities(Phase.self, at: model.phasesByPlan[plan.origin.index])
      },
      .init("milestones", .list(Reference<Milestone>.valueType), "里程碑") { plan, model in
        model.entities(Milestone.self, at: model.milestonesByPlan[plan.origin.index])
      },
      .init("projects", .list(Reference<Project>.valueType), "列入年度表的项目，按序号") { plan, model in
        model.entities(Project.self, at: model.numberedProjects(of: plan))
      },
      .init("modules", .list(Reference<Module>.valueType), "模块") { plan, model in
        model.entities(Module.self, at: model.modulesByPlan[plan.origin.index])
      },
      .init("tiers", .list(Reference<Tier>.valueType), "学分层级") { plan, model in
        model.entities(Tier.self, at: model.tiersByPlan[plan.origin.index])
      },
    ])
}

/// A document on which a plan or notice rests.
package struct Basis: NestedRecord {
  package var origin = Origin()
  package var title = ""
  package var docno: DocumentNumber?

  package init() {}

  /// An item of `basis` of plans and notices: a document, with its number when it has one.
  package static let table = RecordTable<Basis>(
    "basis", "依据",
    [.required("title", "文件", \.title, "文件名称"), .optional("docno", "文号", \.docno, "文号")])
}

/// A project as the text of the plan lists it, to be compared with the year table.
package struct ListedProject: NestedRecord {
  package var origin = Origin()
  package var no = 0
  package var name = ""
  package var modes: [String] = []

  package init() {}

  /// An item of `listed` of a plan.
  package static let table = RecordTable<ListedProject>(
    "listed-project", "所列项目",
    [
      .required("no", "序号", \.no, "文件里的序号"), .required("name", "名称", \.name, "文件里的叫法"),
      .list("modes", "方式", \.modes, "文件里写的培训方式；没有写就不核对"),
    ])
}

/// The years of a training cycle.
package struct Cycle: NestedRecord {
  package var origin = Origin()
  package var from = 0
  package var to = 0

  package init() {}

  /// `cycle` of a plan: the first and last year, both included.
  package static let table = RecordTable<Cycle>(
    "cycle", "周期", [.required("from", "起", \.from, "第一年"), .required("to", "止", \.to, "最后一年")])
}

/// What one credit is made of.
package struct CreditRule: NestedRecord {
  package var origin = Origin()
  package var taskHours = Hours(Decimal(8))
  package var observeHours = Hours(Decimal(2))
  package var evidence = 1

  package init() {}

  /// `credit_rule` of a plan: hours of tasks, hours of observing and pieces of evidence for one credit.
  package static let table = RecordTable<CreditRule>(
    "credit-rule", "学分规则",
    [
      .required("task_hours", "任务学习", \.taskHours, "任务学习小时数"),
      .required("observe_hours", "课堂跟岗", \.observeHours, "课堂跟岗小时数"),
      .required("evidence", "证据", \.evidence, "证据份数"),
    ])
}

/// What a plan's training costs in all.
package struct Budget: NestedRecord {
  package var origin = Origin()
  package var heads = 0
  package var total = Money(Decimal(0))
  package var lines: [BudgetLine] = []

  package init() {}

  /// `budget` of a plan.
  package static let table = RecordTable<Budget>(
    "plan-budget", "经费总额",
    [
      .required("heads", "人数", \.heads, "按多少人安排"), .required("total", "总额", \.total, "共多少"),
      .list("lines", "用途", \.lines, "每项用途多少，合起来是总额"),
    ])
}

/// One use of a plan's money.
package struct BudgetLine: NestedRecord {
  package var origin = Origin()
  package var use = ""
  package var amount = Money(Decimal(0))

  package init() {}

  /// An item of `lines` of a budget.
  package static let table = RecordTable<BudgetLine>(
    "budget-line", "用途",
    [.required("use", "用途", \.use, "用在哪里"), .required("amount", "金额", \.amount, "多少")])
}

/// A stage of a plan or of a project.
package struct Phase: IdentifiedRecord {
  package var origin = Origin()
  package var id = Identifier()
  package var plan: Reference<Plan>?
  package var project: Reference<Project>?
  package var no = 0
  package var name = ""
  package var alias: [String] = []
  package var theme: String?
  package var start: CalendarDate?
  package var end: CalendarDate?
  package var when: RelativePeriod?
  /// The days that `when` means, once the records are linked; `nil` while the training has no days either.
  package internal(set) var reckoned: ClosedRange<CalendarDate>?
  package var weeks: Int?
  package var classHours: ClassHours?
  package var tasks: [String] = []
  package var modes: [String] = []
  package var results: [String] = []
  package var overlap = false
  package var gap = false

  package init() {}
  package static func store(in model: Model) -> RecordStore<Phase> { model.phases }
  /// Filled from `phases.yml` of the plans and of their projects.
  package static var shelf: any WritableKeyPath<Records, [Phase]> & Sendable { \.phases }

  /// `8月15日—21日`, or 待定.
  package var period: String {
    guard let start else { return "待定" }
    return start.text(through: end ?? start)
  }

  /// Where its days are written: `field`, `start` or `end`, or else `when`.
  package func location(ofDay field: String) -> SourceLocation {
    location(of: isGiven(field) || !isGiven("when") ? field : "when")
  }

  /// `phase`: its fields, its days in words, its state, its courses and its dates.
  package static let table = RecordTable<Phase>(
    "phase", "阶段",
    [
      .required("id", "编号", \.id, "编号"),
      .optional("plan", "计划", \.plan, "所属计划，取自路径"),
      .optional("project", "项目", \.project, "所属项目，取自路径"),
      .required("no", "序号", \.no, "第几阶段"),
      .required("name", "名称", \.name, "阶段名称"),
      .list("alias", "别名", \.alias, "其他叫法"),
      .optional("theme", "主题", \.theme, "阶段主题"),
      .optional("start", "开始", \.start, "第一天"),
      .optional("end", "结束", \.end, "最后一天"),
      .optional("when", "时间要求", \.when, "离培训多远、多长；不写开始和结束时按开课日期推算，写了就核对"),
      .optional("weeks", "周数", \.weeks, "几周"),
      .optional("class_hours", "学时", \.classHours, "本阶段学时"),
      .list("tasks", "任务", \.tasks, "任务"),
      .list("modes", "方式", \.modes, "方式"),
      .list("results", "成果", \.results, "成果"),
      .defaulted("overlap", "可重叠", \.overlap, "是否可与别的阶段同时进行"),
      .defaulted("gap", "可间断", \.gap, "与前一个阶段之间是否可以空着"),
    ],
    derived: [
      .init("courses", .list(Reference<Course>.valueType), "本阶段的课程") { phase, model in
        model.entities(Course.self, at: model.coursesByPhase[phase.origin.index])
      },
      .init("sessions", .list(Reference<Session>.valueType), "本阶段日子里的场次，按时间") { phase, model in
        model.entities(Session.self, at: model.sessions(in: phase))
      },
      .init("period", .text, "起止日期的文字") { phase, _ in .text(phase.period) },
      .init("state", State.valueType, "状态") { phase, model in
        State.of(from: phase.start, to: phase.end, asOf: model.asOf).value
      },
    ])
}

/// A dated promise of the plan.
package struct Milestone: IdentifiedRecord {
  package var origin = Origin()
  package var id = Identifier()
  package var plan: Reference<Plan>?
  package var when: TimeSpan?
  package var title = ""
  package var who: String?
  package var outcome: String?
  package var notice: Reference<Notice>?
  package var follows: Reference<Project>?
  package var monthsAfter: Int?
  package var awardOf: Reference<Milestone>?
  package var before: [DateReference] = []
  package var after: [DateReference] = []

  package init() {}
  package static func store(in model: Model) -> RecordStore<Milestone> { model.milestones }
  /// Filled from `years/<plan>/milestones.csv`, a row each.
  package static var shelf: any WritableKeyPath<Records, [Milestone]> & Sendable { \.milestones }

  /// `milestone`: its fields, its month and its state, in which the first of a plan that is not over is the next one.
  package static let table = RecordTable<Milestone>(
    "milestone", "里程碑",
    [
      .required("id", "编号", \.id, "编号"),
      .optional("plan", "计划", \.plan, "所属计划，取自路径"),
      .optional("when", "时间", \.when, "什么时候；还没有定的写 待定（负责部门，日期）"),
      .required("title", "事项", \.title, "做什么"),
      .optional("who", "负责", \.who, "谁负责"),
      .optional("outcome", "成果", \.outcome, "留下什么"),
      .optional("notice", "公告", \.notice, "相关公告"),
      .optional("follows", "回访项目", \.follows, "回访的是哪个项目；写了就核对时间"),
      .optional("months_after", "几个月后", \.monthsAfter, "项目结束几个月后回访，不写为3"),
      .optional("award_of", "表彰的评选", \.awardOf, "表彰哪一项评选（里程碑的编号）；写了就核对中间容得下公示期"),
      .list("before", "须早于", \.before, "要在什么开始以前：project:项目编号（开课）、phase:、session: 或 milestone: 加编号；写了就核对"),
      .list("after", "须晚于", \.after, "要在什么结束以后，写法相同；写了就核对"),
    ],
    derived: [
      .init("month", .optional(.number), "月份；时间没有定时没有") { milestone, _ in
        milestone.when.map { .number(Decimal($0.first.month)) }.orNone
      },
      .init("state", State.valueType, "状态；定了时间的里恰有一个是下一个") { milestone, model in
        guard let when = milestone.when else { return State(.provisional).value }
        let next = milestone.plan?.record(in: model).flatMap { model.nextMilestone(of: $0) }
        return State.step(isPast: when.last < model.asOf, isNext: next == milestone.origin.index).value
      },
    ])
}
