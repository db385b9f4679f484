import Expressions
import Training
import Values

/// All assessment schemes.
let schemeIndexFamily = PageFamily("schemes", layout: "schemes.html", variables: [("schemes", Scheme.listType)]) { _ in
  [
    Page(SitePath("schemes/"), title: "考核办法", description: "学员、班级辅导教师、管理者和校级培训者的考核办法。", section: .plan) {
      [$0.entities($0.model.schemes.records)]
    }
  ]
}

/// The page of each scheme.
let schemeFamily = PageFamily("scheme", layout: "scheme.html", variables: [("scheme", Scheme.entityType)]) { context in
  context.model.schemes.records.map { scheme in
    Page(
      context.path(of: scheme), title: scheme.title, description: scheme.summary, section: .plan,
      crumbs: [Crumb("考核办法", SitePath("schemes/"))], source: scheme.origin.paths.first
    ) { [$0.entity(scheme)] }
  }
}

/// The published experts.
let expertFamily = PageFamily("experts", layout: "experts.html", variables: [("experts", Expert.listType)]) { _ in
  [
    Page(
      SitePath("experts/"), title: "专家", description: "培训专家库：姓名、单位、学科和主讲课程。", section: .plan,
      source: "content/people/experts.csv"
    ) { [$0.entities($0.model.experts.records)] }
  ]
}

/// The pages of help, in their order.
private func sortedHelp(_ context: PortalContext) -> [HelpPage] {
  context.model.helpPages.records.sorted { ($0.order, $0.id.text) < ($1.order, $1.id.text) }
}

/// The contents of help.
let helpIndexFamily = PageFamily("help-index", layout: "help-index.html", variables: [("pages", HelpPage.listType)]) {
  _ in
  [
    Page(SitePath("help/"), title: "帮助", description: "登录、选课、学时、名单、证书和常见问题。", section: .help) {
      [$0.entities(sortedHelp($0))]
    }
  ]
}

/// The page of each help text.
let helpFamily = PageFamily(
  "help", layout: "help.html", variables: [("help", HelpPage.entityType), ("others", HelpPage.listType)]
) { context in
  context.model.helpPages.records.map { page in
    Page(
      context.path(of: page), title: page.title, description: page.summary, section: .help,
      crumbs: [Crumb("帮助", SitePath("help/"))], text: PageText(of: page)
    ) { [$0.entity(page), $0.entities(sortedHelp($0).filter { $0.id != page.id })] }
  }
}

/// What was built from what: the one page that names a date and a version.
let buildFamily = PageFamily("build", layout: "build.html", variables: [("build", .record { BuildView.recordType })]) {
  _ in
  [
    Page(PortalRoutes.buildPage, title: "构建信息", description: "本门户的基准日、页数和记录数。", section: .other) {
      [BuildView.value($0)]
    }
  ]
}

/// The figures of a build.
enum BuildView {
  static let countType = RecordType(
    "record-count", [.init("name", .text, doc: "记录种类"), .init("count", .number, doc: "条数")])
  static let recordType = RecordType(
    "build",
    [
      .init("as_of", .date, doc: "基准日"), .init("pages", .number, doc: "页数"), .init("version", .text, doc: "程序版本"),
      .init("records", .list(.record { countType }), doc: "各种记录的条数"),
    ])

  static func value(_ context: PortalContext) -> Value {
    let model = context.model
    func count<R: IdentifiedRecord>(_ store: RecordStore<R>) -> Value {
      .record(View(countType, [.text(R.table.title), .number(Decimal(store.count))]))
    }
    let counts: [Value] = [
      count(model.plans), count(model.projects), count(model.phases), count(model.milestones), count(model.tiers),
      count(model.modules), count(model.packs), count(model.courses), count(model.streams), count(model.classes),
      count(model.groups), count(model.tutors), count(model.managers), count(model.experts), count(model.sessions),
      count(model.newsletters),
      count(model.schemes), count(model.notices), count(model.listRows), count(model.areas), count(model.institutions),
      count(model.contacts), count(model.helpPages),
    ]
    return .record(
      View(
        recordType,
        [.date(model.asOf), .number(Decimal(context.pageCount)), .text(context.version), .list(counts)]))
  }
}

/// What a server shows for an address that is not there; its links are absolute.
let notFoundFamily = PageFamily("404", layout: "404.html", variables: []) { context in
  let root = context.model.settings.hostRoot
  return [
    Page(SitePath("404.html", hostRoot: root), title: "没有这一页", description: "这个网址没有内容。", section: .other) { _ in [] }
  ]
}
