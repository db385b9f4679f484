import Diagnostics
package import Expressions
import Values

/// A subject of a stage in a project.
package struct Stream: IdentifiedRecord {
  package var origin = Origin()
  package var id = Identifier()
  package var plan: Reference<Plan>?
  package var project = Reference<Project>(id: "", span: SourceSpan(0, 0))
  package var stage = StreamStage.primary
  package var subject = ""
  package var enrolled = 0

  package init() {}
  package static func store(in model: Model) -> RecordStore<Stream> { model.streams }
  /// Filled from `streams.csv` of the projects, a row each.
  package static var shelf: any WritableKeyPath<Records, [Stream]> & Sendable { \.streams }

  /// `中学数学`.
  package var name: String { stage.rawValue + subject }

  /// `stream`: its fields, its name put together, its classes and the courses kept for it.
  package static let table = RecordTable<Stream>(
    "stream", "学科班",
    [
      .required("id", "编号", \.id, "编号"),
      .optional("plan", "计划", \.plan, "所属计划，取自路径"),
      .required("project", "项目", \.project, "所属项目，取自路径"),
      .required("stage", "学段", \.stage, "学段"),
      .required("subject", "学科", \.subject, "学科"),
      .required("enrolled", "报名人数", \.enrolled, "报名人数"),
    ],
    derived: [
      .init("name", .text, "学段加学科") { stream, _ in .text(stream.name) },
      .init("classes", .list(Reference<Class>.valueType), "班级") { stream, model in
        model.entities(Class.self, at: model.classesByStream[stream.origin.index])
      },
      .init("courses", .list(Reference<Course>.valueType), "只给本学科班的课程") { stream, model in
        model.entities(Course.self, at: model.coursesByStream[stream.origin.index])
      },
    ])
}

/// A class of a stream; its members are never public.
package struct Class: IdentifiedRecord {
  package var origin = Origin()
  package var id = Identifier()
  package var plan: Reference<Plan>?
  package var project = Reference<Project>(id: "", span: SourceSpan(0, 0))
  package var stream = Reference<Stream>(id: "", span: SourceSpan(0, 0))
  package var otherStreams: [Reference<Stream>] = []
  package var area = Reference<Area>(id: "", span: SourceSpan(0, 0))
  package var no = 0
  package var name = ""
  package var tutors: [Reference<Tutor>] = []
  package var size = 0
  package var waiver: Waiver?
  package var units: Int?
  package var workshopURL: LinkAddress?
  package var registered: Percent?
  package var learningRate: Percent?
  package var minutesMean: Minutes?

  package init() {}
  package static func store(in model: Model) -> RecordStore<Class> { model.classes }
  /// Filled from `classes.csv` of the projects, a row each.
  package static var shelf: any WritableKeyPath<Records, [Class]> & Sendable { \.classes }

  /// The streams of its members: one, or several small ones.
  package var streams: [Reference<Stream>] { [stream] + otherStreams }

  /// `class`: its fields, its groups and newsletters, and its dates with those of its stream and project, of which the
  /// next ones are picked by the day of the build.
  package static let table = RecordTable<Class>(
    "class", "班级",
    [
      .required("id", "编号", \.id, "编号"),
      .optional("plan", "计划", \.plan, "所属计划，取自路径"),
      .required("project", "项目", \.project, "所属项目，取自路径"),
      .required("stream", "学科班", \.stream, "学科班"),
      .list("other_streams", "合班学科班", \.otherStreams, "几个小学科合成一个班时，另外几个学科班；编班规则要写 small_subject: pooled"),
      .required("area", "区县", \.area, "区县"),
      .required("no", "班号", \.no, "班号"),
      .required("name", "班级名称", \.name, "班级名称"),
      .list("tutor", "辅导教师", \.tutors, "辅导教师的编号，每班一名；还没有定的写 待定（负责部门，日期）"),
      .required("size", "人数", \.size, "人数"),
      .optional("waiver", "破例", \.waiver, "不合编班规则时的理由和批准单位"),
      .optional("units", "学校数", \.units, "学员来自几所学校"),
      .optional("workshop_url", "工作坊", \.workshopURL, "工作坊网址"),
      .optional("registered", "注册率", \.registered, "注册率"),
      .optional("learning_rate", "学习率", \.learningRate, "学习率"),
      .optional("minutes_mean", "人均分钟", \.minutesMean, "人均学习分钟"),
    ],
    derived: [
      .url(\.id),
      .init("tutor", .optional(Reference<Tutor>.valueType), "辅导教师；还没有定时没有") { record, model in
        record.tutors.first?.value(in: model) ?? .none
      },
      .init("manager", .optional(Reference<Manager>.valueType), "本区县的培训管理者；项目没有列时没有") { record, model in
        model.manager(of: record).map { .record(Entity(Manager.self, at: $0, in: model)) }.orNone
      },
      .init("groups", .list(Reference<Group>.valueType), "学习小组") { record, model in
        model.entities(Group.self, at: model.groupsByClass[record.origin.index])
      },
      .init("sessions", .list(Reference<Session>.valueType), "本班、本学科和全项目的场次，按时间") { record, model in
        model.entities(Session.self, at: model.sessions(of: record))
      },
      .init("next_session", .optional(Reference<Session>.valueType), "下一场") { record, model in
        model.nextSession(of: record) { $0.kind != .deadline }.map { .record(Entity($0, in: model)) }.orNone
      },
      .init("next_qa", .optional(Reference<Session>.valueType), "下一次集中答疑") { record, model in
        model.nextSession(of: record) { $0.kind == .questions }.map { .record(Entity($0, in: model)) }.orNone
      },
      .init("newsletters", .list(Reference<Newsletter>.valueType), "简报，新的在前") { record, model in
        model.entities(Newsletter.self, at: model.newslettersByClass[record.origin.index])
      },
      .init("results", .list(Reference<ResultRow>.valueType), "考核结果，每个方案一项") { record, model in
        model.entities(ResultRow.self, at: model.resultsByClass[record.origin.index])
      },
    ])
}

/// Why a class may be larger or smaller than the rule says, and who has allowed it.
package struct Waiver: NestedRecord {
  package var origin = Origin()
  package var reason = ""
  package var approvedBy = ""

  package init() {}

  /// `waiver` of a class; both fields are required.
  package static let table = RecordTable<Waiver>(
    "waiver", "破例",
    [
      .required("reason", "理由", \.reason, "为什么这样编班"), .required("approved_by", "批准", \.approvedBy, "谁批准"),
    ])
}

/// What a project says of the sizes of its classes; what it does not say is as everywhere.
package struct ClassLimits: NestedRecord {
  package var origin = Origin()
  package var maximum = ClassRule.standard.maximum
  package var tailMinimum = ClassRule.standard.tailMinimum
  package var smallSubjects: ClassRule.SmallSubjects?
  package var classesOfTutor = 1
  package var groupMinimum: Int?
  package var groupMaximum: Int?

  package init() {}

  /// `class_rule` of a project.
  package static let table = RecordTable<ClassLimits>(
    "class-rule", "编班规则",
    [
      .defaulted("max", "每班最多", \.maximum, "一个班最多几人，不写为100；不到这个数的学科编一个班"),
      .defaulted("tail_min", "尾班最少", \.tailMinimum, "大学科的尾班最少几人，不写为50"),
      .optional(
        "small_subject", "小学科", \.smallSubjects, "一个区县里人数不够一个班的学科：per-subject 一科一班，pooled 几科合班；不写按一科一班"),
      .defaulted("tutor_classes", "辅导教师带班", \.classesOfTutor, "一名辅导教师最多带几个班，不写为1"),
      .optional("group_min", "小组最少", \.groupMinimum, "一个学习小组最少几人；不写不查"),
      .optional("group_max", "小组最多", \.groupMaximum, "一个学习小组最多几人；不写不查"),
    ])
}

/// A study group of a class: counts only.
package struct Group: IdentifiedRecord {
  package var origin = Origin()
  package var id = Identifier()
  package var plan: Reference<Plan>?
  package var project: Reference<Project>?
  package var classReference = Reference<Class>(id: "", span: SourceSpan(0, 0))
  package var name = ""
  package var size = 0
  package var sizeMinimum: Int?
  package var sizeMaximum: Int?
  package var leaderUnit: String?

  package init() {}
  package static func store(in model: Model) -> RecordStore<Group> { model.groups }
  /// Filled from `groups.csv` of the projects, a row each.
  package static var shelf: any WritableKeyPath<Records, [Group]> & Sendable { \.groups }

  /// `group`: only what may be public, a size and the leader's unit; there is no field for a member's name.
  package static let table = RecordTable<Group>(
    "group", "学习小组",
    [
      .required("id", "编号", \.id, "编号"),
      .optional("plan", "计划", \.plan, "所属计划，取自路径"),
      .optional("project", "项目", \.project, "所属项目，取自路径"),
      .required("class", "班级", \.classReference, "班级"),
      .required("name", "小组", \.name, "小组名称"),
      .required("size", "人数", \.size, "人数"),
      .optional("size_min", "最少", \.sizeMinimum, "这个小组最少几人，如树洞小组6人；不写按项目的编班规则"),
      .optional("size_max", "最多", \.sizeMaximum, "这个小组最多几人，如树洞小组8人；不写按项目的编班规则"),
      .optional("leader_unit", "组长单位", \.leaderUnit, "组长所在单位；没有组长的小组会提醒"),
    ])
}

/// The tutor of a class: name and unit are public, nothing else is.
package struct Tutor: IdentifiedRecord {
  package var origin = Origin()
  package var id = Identifier()
  package var plan: Reference<Plan>?
  package var project: Reference<Project>?
  package var name = ""
  package var unit = ""
  package var approvedBy: String?
  package var trainedOn: CalendarDate?

  package init() {}
  package static func store(in model: Model) -> RecordStore<Tutor> { model.tutors }
  /// Filled from `tutors.csv` of the projects, a row each.
  package static var shelf: any WritableKeyPath<Records, [Tutor]> & Sendable { \.tutors }

  /// `tutor`: fields only. There is none for telephone or mail, so a column with one is RF07.
  package static let table = RecordTable<Tutor>(
    "tutor", "辅导教师",
    [
      .required("id", "编号", \.id, "编号，与姓名无关"),
      .optional("plan", "计划", \.plan, "所属计划，取自路径"),
      .optional("project", "项目", \.project, "所属项目，取自路径"),
      .required("name", "姓名", \.name, "公开的姓名"),
      .required("unit", "单位", \.unit, "单位"),
      .optional("approved_by", "审定单位", \.approvedBy, "谁审定"),
      .optional("trained_on", "培训日期", \.trainedOn, "参加培训的日期"),
    ])
}

/// Who answers for the training in one area: name and unit are public, nothing else is.
package struct Manager: IdentifiedRecord {
  package var origin = Origin()
  package var id = Identifier()
  package var plan: Reference<Plan>?
  package var project = Reference<Project>(id: "", span: SourceSpan(0, 0))
  package var name = ""
  package var unit = ""
  package var area = Reference<Area>(id: "", span: SourceSpan(0, 0))
  package var approvedBy: String?

  package init() {}
  package static func store(in model: Model) -> RecordStore<Manager> { model.managers }
  /// Filled from `managers.csv` of the projects, a row each.
  package static var shelf: any WritableKeyPath<Records, [Manager]> & Sendable { \.managers }

  /// `manager`: fields only, as of tutors.
  package static let table = RecordTable<Manager>(
    "manager", "培训管理者",
    [
      .required("id", "编号", \.id, "编号，与姓名无关"),
      .optional("plan", "计划", \.plan, "所属计划，取自路径"),
      .required("project", "项目", \.project, "所属项目，取自路径"),
      .required("name", "姓名", \.name, "公开的姓名"),
      .required("unit", "单位", \.unit, "单位"),
      .required("area", "区县", \.area, "管理哪个区县；一个区县一名"),
      .optional("approved_by", "审定单位", \.approvedBy, "谁审定"),
    ])
}
