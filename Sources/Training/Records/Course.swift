import Diagnostics
package import Expressions
package import Values

/// A course of a pack: what one learns, hands in, and when one may choose it.
package struct Course: IdentifiedRecord {
  package var origin = Origin()
  package var id = Identifier()
  package var pack = Reference<CoursePack>(id: "", span: SourceSpan(0, 0))
  package var title = ""
  package var no = 0
  package var summary = ""
  package var module: Reference<Module>?
  package var phase: Reference<Phase>?
  package var mode = CourseMode.online
  package var minutes = Minutes(Decimal(0))
  package var credits: Credits?
  package var required = Obligation.compulsory
  package var stages: [Stage] = []
  package var subjects: [String] = []
  package var streams: [Reference<Stream>] = []
  package var aims: [String] = []
  package var deliverables: [Deliverable] = []
  package var deliverableNote: String?
  package var assignment: Assignment?
  package var steps: [Step] = []
  package var lecturers: [Reference<Expert>] = []
  package var prerequisites: [Reference<Course>] = []
  package var revises: [Reference<Course>] = []
  package var seats: Int?
  package var enrolFrom: CalendarDate?
  package var enrolTo: CalendarDate?
  package var status: CourseStatus?
  package var pending: [Pending] = []

  package init() {}
  package static func store(in model: Model) -> RecordStore<Course> { model.courses }
  /// Filled from the Markdown files of `packs/<pack>/` other than `index.md`.
  package static var shelf: any WritableKeyPath<Records, [Course]> & Sendable { \.courses }

  /// The title cut at `——`: main title and subtitle.
  package var titleParts: (main: String, subtitle: String?) { Title.parts(of: title) }

  /// Class hours of `minutes` at `minutesPerClassHour`, two digits.
  package func classHours(minutesPerClassHour: Int) -> Decimal {
    (minutes.number.divided(by: Decimal(minutesPerClassHour)) ?? Decimal(0)).rounded(toPlaces: 2)
  }

  /// `course`: its fields, its class hours by the first project that uses its pack (45 minutes each when that says
  /// nothing), what its credits come to, whether it can be chosen, and where it is used.
  package static let table = RecordTable<Course>(
    "course", "课程",
    [
      .required("id", "编号", \.id, "编号，取自文件名"),
      .required("pack", "课程包", \.pack, "所属课程包，取自文件夹名"),
      .required("title", "标题", \.title, "课程名称；—— 之后是副题"),
      .required("no", "序号", \.no, "在模块、阶段或课程包里的次序"),
      .required("summary", "摘要", \.summary, "一两句话"),
      .optional("module", "模块", \.module, "所属模块"),
      .optional("phase", "阶段", \.phase, "所属阶段"),
      .required("mode", "方式", \.mode, "线上、线下、混合、跟岗"),
      .required("minutes", "时长", \.minutes, "任务学习的分钟数"),
      .optional("credits", "学分", \.credits, "学分计划课程的学分"),
      .required("required", "修读要求", \.required, "必修、选修、自选"),
      .list("stages", "学段", \.stages, "适用学段；不写则各学段"),
      .list("subjects", "学科", \.subjects, "适用学科；不写则各学科"),
      .list("streams", "学科班", \.streams, "只给哪些学科班"),
      .list("aims", "目标", \.aims, "学完能做到什么"),
      .list("deliverables", "要交什么", \.deliverables, "要交的成果"),
      .optional("deliverable_note", "成果说明", \.deliverableNote, "对成果的总说明"),
      .optional("assignment", "作业", \.assignment, "可选择的作业"),
      .list("steps", "怎样学", \.steps, "学习步骤"),
      .list("lecturers", "主讲", \.lecturers, "主讲专家"),
      .list("prerequisites", "先修", \.prerequisites, "先修课程"),
      .list("revises", "修改的作业", \.revises, "本课程要交的是哪门课程作业的修改稿；截止不能比那门课程早"),
      .optional("seats", "名额", \.seats, "名额"),
      .optional("enrol_from", "选课开始", \.enrolFrom, "可选的第一天"),
      .optional("enrol_to", "选课截止", \.enrolTo, "可选的最后一天"),
      .optional("status", "状态", \.status, "样例或定稿"),
      .list("pending", "待定事项", \.pending, "待定的事"),
    ],
    derived: [
      .url(\.id),
      .init("main_title", .text, "—— 之前的标题") { course, _ in .text(course.titleParts.main) },
      .init("subtitle", .optional(.text), "—— 之后的副题") { course, _ in course.titleParts.subtitle.map { .text($0) }.orNone
      },
      .init("sample", .boolean, "是否样例，还不是定稿") { course, _ in .boolean(course.status == .sample) },
      .init("class_hours", .number, "折合学时，两位小数") { course, model in
        .number(course.classHours(minutesPerClassHour: model.minutesPerClassHour(of: course)))
      },
      credit("task_hours", "任务学习小时") { $0.taskHours.number },
      credit("observe_hours", "跟岗小时") { $0.observeHours.number },
      credit("evidence", "证据份数") { Decimal($0.evidence) },
      .init("tiers", .list(Reference<Tier>.valueType), "可修本课程的层级") { course, model in
        model.entities(Tier.self, at: course.module?.index.map { model.tiersByModule[$0] } ?? [])
      },
      .init("enrolment", State.valueType, "选课状态") { course, model in
        State.enrolment(from: course.enrolFrom, to: course.enrolTo, asOf: model.asOf).value
      },
      .init("sessions", .list(Reference<Session>.valueType), "场次") { course, model in
        model.entities(Session.self, at: model.sessionsByCourse[course.origin.index])
      },
      .init("projects", .list(Reference<Project>.valueType), "使用本课程的项目") { course, model in
        model.entities(Project.self, at: course.pack.index.map { model.projectsByPack[$0] } ?? [])
      },
    ])

  private static func credit(
    _ name: String, _ doc: String, _ amount: @escaping @Sendable (CreditRule) -> Decimal
  ) -> RecordTable<Course>.Derived {
    .init(name, .optional(.number), doc) { course, model in
      guard let credits = course.credits else { return .none }
      let rule = course.module?.record(in: model)?.plan?.record(in: model)?.creditRule ?? CreditRule()
      return credits.number.multiplied(by: amount(rule)).map { .number($0) }.orNone
    }
  }
}

/// Titles with a subtitle behind `——`.
package enum Title {
  /// `title` cut at its first `——`, blanks at the cut removed; no subtitle when there is no such dash.
  package static func parts(of title: String) -> (main: String, subtitle: String?) {
    let bytes = Array(title.utf8)
    let dash = Array("——".utf8)
    guard bytes.contains(dash[0]), let start = bytes.indices.first(where: { bytes[$0...].starts(with: dash) }) else {
      return (title, nil)
    }
    return (
      String(decoding: bytes[..<start], as: UTF8.self).trimmed,
      String(decoding: bytes[(start + dash.count)...], as: UTF8.self).trimmed
    )
  }
}

/// A thing to hand in.
package struct Deliverable: NestedRecord {
  package var origin = Origin()
  package var name = ""
  package var how: String?
  package var form: String?
  package var due: Moment?

  package init() {}

  /// An item of `deliverables` of a course; only the name is required.
  package static let table = RecordTable<Deliverable>(
    "deliverable", "成果",
    [
      .required("name", "名称", \.name, "交什么"),
      .optional("how", "怎样做", \.how, "一句话说明怎样做"),
      .optional("form", "形式", \.form, "文件形式"),
      .optional("due", "截止", \.due, "截止时刻"),
    ])
}

/// Assignments of which some are chosen.
package struct Assignment: NestedRecord {
  package var origin = Origin()
  package var choose = 1
  package var options: [String] = []
  package var due: Moment?

  package init() {}

  /// `assignment` of a course: how many of the options are to be chosen, and until when.
  package static let table = RecordTable<Assignment>(
    "assignment", "作业",
    [
      .required("choose", "选做", \.choose, "选做几项"),
      .list("options", "选项", \.options, "可选的作业", .required),
      .optional("due", "截止", \.due, "截止时刻"),
    ])
}

/// One step of a way of learning.
package struct Step: NestedRecord {
  package var origin = Origin()
  package var name = ""
  package var text = ""

  package init() {}

  /// An item of `steps` of a course.
  package static let table = RecordTable<Step>(
    "step", "步骤", [.required("name", "名称", \.name, "步骤"), .required("text", "说明", \.text, "一句话说明")])
}
