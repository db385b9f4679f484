import Expressions
import Training
import Values

/// The page of each plan.
let planFamily = PageFamily("plan", layout: "plan.html", variables: [("plan", Plan.entityType)]) { context in
  context.model.plans.records.map { plan in
    Page(
      context.path(of: plan), title: plan.title, description: plan.summary, section: .plan,
      text: PageText(of: plan, scope: [("plan", Plan.entityType, context.entity(plan))])
    ) { [$0.entity(plan)] }
  }
}

/// The year table of the current plan.
let projectTableFamily = PageFamily(
  "projects", layout: "projects.html",
  variables: [
    ("plan", Plan.entityType), ("projects", Project.listType), ("total", .record { ProjectTable.totalType }),
    ("places_pending", .boolean),
  ]
) { context in
  guard let plan = context.model.currentPlan else { return [] }
  return [
    Page(
      SitePath("projects/"), title: "\(plan.year.map { "\($0)年" } ?? "")培训项目",
      description: "年度培训项目一览：人数、时间、方式、地点和状态。", section: .plan,
      crumbs: [Crumb(plan.shortTitle ?? plan.title, context.path(of: plan))],
      source: "content/years/\(plan.id.text)/projects.csv"
    ) { context in
      let projects = context.model.numberedProjects(of: plan).map { context.model.projects.records[$0] }
      return [
        context.entity(plan), context.entities(projects), ProjectTable.total(of: projects),
        .boolean(projects.allSatisfy { $0.place == nil }),
      ]
    }
  ]
}

/// Sums of the year table.
enum ProjectTable {
  static let totalType = RecordType(
    "total",
    [
      .init("heads", .number, doc: "写明的人数合计"), .init("all", .number, doc: "全员的项目数"),
      .init("approximate", .boolean, doc: "合计里有约数"),
    ])

  static func total(of projects: [Project]) -> Value {
    .record(
      View(
        totalType,
        [
          .number(Decimal(projects.reduce(0) { $0 + ($1.heads.kind == .everybody ? 0 : $1.heads.number ?? 0) })),
          .number(Decimal(projects.count { $0.heads.kind == .everybody })),
          .boolean(projects.contains { $0.heads.kind == .approximate }),
        ]))
  }
}

/// The page of each project.
let projectFamily = PageFamily("project", layout: "project.html", variables: [("project", Project.entityType)]) {
  context in
  let model = context.model
  return model.projects.records.map { project in
    Page(
      context.path(of: project), title: project.name, description: project.summary, section: .plan,
      crumbs: [Crumb("培训项目", SitePath("projects/"))],
      text: PageText(of: project, scope: [("project", Project.entityType, context.entity(project))])
    ) { [$0.entity(project)] }
  }
}
