import Diagnostics
import Expressions
import Training
import Values

/// All newsletters, series by series.
let newsletterIndexFamily = PageFamily(
  "newsletters", layout: "newsletters.html",
  variables: [("series", .list(.record { NewsletterViews.seriesType })), ("latest", Newsletter.listType)]
) { _ in
  [
    Page(
      SitePath("newsletters/"), title: "简报", description: "各班研修简报，按班级排列，新的在前。", section: .newsletters
    ) { context in
      [
        NewsletterViews.series(context), context.entities(NewsletterViews.latest(in: context.model).prefix(6)),
      ]
    }
  ]
}

/// The page of each issue.
let newsletterFamily = PageFamily(
  "newsletter", layout: "newsletter.html",
  variables: [("newsletter", Newsletter.entityType)]
) { context in
  let model = context.model
  let (classType, projectType) = (Class.entityType, Project.entityType)
  return model.newsletters.records.map { newsletter in
    // There are many of these pages: they keep what shows the record, not a copy of it.
    let entity = context.entity(newsletter)
    let record = newsletter.classReference.record(in: model)
    let project = newsletter.project.record(in: model)
    var text = PageText(
      of: newsletter,
      scope: [
        ("class", classType, record.map(context.entity) ?? .none),
        ("project", projectType, project.map(context.entity) ?? .none),
      ])
    text?.lacksRecords = record.map { !$0.isWhole } ?? true || project.map { !$0.isWhole } ?? true
    var crumbs = [Crumb("简报", SitePath("newsletters/"))]
    if let record { crumbs.append(Crumb(record.name, context.path(of: record))) }
    return Page(
      context.path(of: newsletter), title: newsletter.title,
      description: newsletter.summary,
      section: .newsletters, crumbs: crumbs,
      text: text
    ) { _ in [entity] }
  }
}
