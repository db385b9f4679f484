import Diagnostics
import Expressions
import Values

/// A field of study of the plan: a group of courses.
package struct Module: IdentifiedRecord {
  package var origin = Origin()
  package var id = Identifier()
  package var plan: Reference<Plan>?
  package var name = ""
  package var summary = ""
  package var order = 0
  package var optional = false
  package var remark: String?

  package init() {}
  package static func store(in model: Model) -> RecordStore<Module> { model.modules }
  /// Filled from `years/<plan>/modules.yml`, in the order of its list.
  package static var shelf: any WritableKeyPath<Records, [Module]> & Sendable { \.modules }

  /// `module`: its fields, its page, the courses and tiers that name it, and its credits added up.
  package static let table = RecordTable<Module>(
    "module", "模块",
    [
      .required("id", "编号", \.id, "编号"),
      .optional("plan", "计划", \.plan, "所属计划，取自路径"),
      .required("name", "名称", \.name, "模块名称"),
      .required("summary", "摘要", \.summary, "一两句话"),
      .required("order", "顺序", \.order, "目录里的顺序"),
      .defaulted("optional", "自愿", \.optional, "是否自愿参加"),
      .optional("remark", "备注", \.remark, "目录里的小字"),
    ],
    derived: [
      .url(\.id),
      .init("courses", .list(Reference<Course>.valueType), "模块的课程") { module, model in
        model.entities(Course.self, at: model.coursesByModule[module.origin.index])
      },
      .init("tiers", .list(Reference<Tier>.valueType), "要求本模块的层级") { module, model in
        model.entities(Tier.self, at: model.tiersByModule[module.origin.index])
      },
      .init("credits", .number, "模块学分合计") { module, model in
        .number(model.credits(of: module))
      },
    ])
}

/// Who must earn how many credits in which modules.
package struct Tier: IdentifiedRecord {
  package var origin = Origin()
  package var id = Identifier()
  package var plan: Reference<Plan>?
  package var name = ""
  package var short = ""
  package var yearsFrom: Int?
  package var yearsTo: Int?
  package var role: String?
  package var mode = Obligation.compulsory
  package var credits = Credits(Decimal(0))
  package var additive = false
  package var modules: [Reference<Module>] = []
  package var summary: String?

  package init() {}
  package static func store(in model: Model) -> RecordStore<Tier> { model.tiers }
  /// Filled from `years/<plan>/tiers.yml`, in the order of its list.
  package static var shelf: any WritableKeyPath<Records, [Tier]> & Sendable { \.tiers }

  /// `0–3年`, `11年以上`, or the role.
  package var years: String {
    switch (yearsFrom, yearsTo) {
    case (let from?, let to?): "\(from)–\(to)年"
    case (let from?, nil): "\(from)年以上"
    case (nil, let to?): "\(to)年以内"
    case (nil, nil): role ?? ""
    }
  }

  private static func part(
    _ name: String, _ doc: String, _ amount: @escaping @Sendable (CreditRule) -> Decimal
  ) -> RecordTable<Tier>.Derived {
    .init(name, .number, doc) { tier, model in
      let rule = tier.plan?.record(in: model)?.creditRule ?? CreditRule()
      return .number(tier.credits.number.multiplied(by: amount(rule)) ?? Decimal(0))
    }
  }

  /// `tier`: its fields, and what its credits come to in hours and evidence by the plan's `CreditRule` (8 h, 2 h and 1
  /// piece a credit when the plan has none).
  package static let table = RecordTable<Tier>(
    "tier", "学分层级",
    [
      .required("id", "编号", \.id, "编号"),
      .optional("plan", "计划", \.plan, "所属计划，取自路径"),
      .required("name", "名称", \.name, "层级名称"),
      .required("short", "简称", \.short, "目录里的简称"),
      .optional("years_from", "教龄起", \.yearsFrom, "教龄从几年"),
      .optional("years_to", "教龄止", \.yearsTo, "教龄到几年"),
      .optional("role", "岗位", \.role, "按岗位划分时的岗位"),
      .required("mode", "修读要求", \.mode, "必修、选修、自选、加修"),
      .required("credits", "学分", \.credits, "要修的学分"),
      .defaulted("additive", "叠加", \.additive, "是否加在别的层级之上"),
      .list("modules", "模块", \.modules, "要修的模块", .required),
      .optional("summary", "摘要", \.summary, "一两句话"),
    ],
    derived: [
      .url(\.id),
      .init("years", .text, "教龄或岗位的文字") { tier, _ in .text(tier.years) },
      .init("courses", .list(Reference<Course>.valueType), "可修的课程") { tier, model in
        .list(
          tier.modules.compactMap(\.index).flatMap { model.coursesByModule[$0] }
            .map { .record(Entity(model.courses.records[$0], in: model)) })
      },
      part("task_hours", "任务学习小时合计") { $0.taskHours.number },
      part("observe_hours", "跟岗小时合计") { $0.observeHours.number },
      part("evidence", "证据份数合计") { Decimal($0.evidence) },
    ])
}

/// A package of courses.
package struct CoursePack: IdentifiedRecord {
  package var origin = Origin()
  package var id = Identifier()
  package var title = ""
  package var summary = ""
  package var audience: String?
  package var tags: [String] = []
  package var order: Int?

  package init() {}
  package static func store(in model: Model) -> RecordStore<CoursePack> { model.packs }
  /// Filled from `packs/<id>/index.md`, a file each.
  package static var shelf: any WritableKeyPath<Records, [CoursePack]> & Sendable { \.packs }

  /// `pack`: its fields, and the courses, groups of courses and projects that belong to it.
  package static let table = RecordTable<CoursePack>(
    "pack", "课程包",
    [
      .required("id", "编号", \.id, "编号，取自文件夹名"),
      .required("title", "标题", \.title, "课程包名称"),
      .required("summary", "摘要", \.summary, "一两句话"),
      .optional("audience", "对象", \.audience, "给谁学"),
      .list("tags", "标签", \.tags, "标签"),
      .optional("order", "顺序", \.order, "目录里的顺序"),
    ],
    derived: [
      .url(\.id),
      .init("courses", .list(Reference<Course>.valueType), "课程") { pack, model in
        model.entities(Course.self, at: model.coursesByPack[pack.origin.index])
      },
      .init("groups", .list(.record { CourseGroup.recordType }), "按模块或阶段分组的课程") { pack, model in
        CourseGroup.value(of: model.coursesByPack[pack.origin.index], in: model)
      },
      .init("projects", .list(Reference<Project>.valueType), "使用本包的项目") { pack, model in
        model.entities(Project.self, at: model.projectsByPack[pack.origin.index])
      },
    ])
}
