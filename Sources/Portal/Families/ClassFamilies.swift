import Expressions
import Training
import Values

/// The schedule of the portal, and one for each project with sessions.
let scheduleFamily = PageFamily(
  "schedule", layout: "schedule.html",
  variables: [
    ("months", .list(.record { Schedule.monthType })), ("weeks", .list(.record { Schedule.weekType })),
    ("projects", Project.listType), ("project", .optional(Project.entityType)),
  ]
) { context in
  let model = context.model
  func page(_ path: SitePath, _ title: String, _ crumbs: [Crumb], _ project: Project?) -> Page {
    Page(path, title: title, description: "\(title)：讲座、研讨、答疑、考试和截止日期。", section: .schedule, crumbs: crumbs) { context in
      [
        context.schedule.months(of: project, context), context.schedule.weeks(of: project, context),
        context.entities(
          context.model.projects.records.filter { !context.model.sessionsByProject[$0.origin.index].isEmpty }),
        project.map(context.entity) ?? .none,
      ]
    }
  }
  return [page(SitePath("schedule/"), "日程", [], nil)]
    + model.projects.records.map { project in
      page(
        model.routes.path(of: "schedule", id: project.id.text), (project.shortName ?? project.name) + "日程",
        [Crumb("日程", SitePath("schedule/"))], project)
    }
}

/// The classes of each project that has some; those of the featured one stand at `classes/`.
let classIndexFamily = PageFamily(
  "classes", layout: "classes.html",
  variables: [
    ("project", Project.entityType), ("rule", .text), ("areas", .list(.record { ClassViews.areaClassesType })),
    ("streams", Stream.listType), ("class_total", .number),
  ]
) { context in
  let model = context.model
  return model.projects.records.filter { !model.classesByProject[$0.origin.index].isEmpty }.map { project in
    Page(
      model.routes.path(of: "classes", id: project.id.text), title: "班级",
      description: "\(project.shortName ?? project.name)的班级：先选区县，再选任教学科。", section: .classes,
      source: model.classesByProject[project.origin.index].first.flatMap {
        model.classes.records[$0].origin.paths.first
      }
    ) { context in
      let model = context.model
      return [
        context.entity(project), .text("按学科编班，每班不超过100人，大学科尾班不少于50人；每班一名班级辅导教师。"),
        ClassViews.areaClasses(of: project, context),
        model.entities(Stream.self, at: model.streamsByProject[project.origin.index]),
        .number(Decimal(model.classesByProject[project.origin.index].count)),
      ]
    }
  }
}

/// The page of each class; never its members.
let classFamily = PageFamily(
  "class", layout: "class.html",
  variables: [
    ("class", Class.entityType), ("todo", .list(.record { ClassViews.todoType })),
    ("thread", .list(.record { ThreadView.stepType })),
  ]
) { context in
  let model = context.model
  return model.classes.records.map { record in
    let project = record.project.record(in: model)
    let index = project.map { model.routes.path(of: "classes", id: $0.id.text) } ?? SitePath("classes/")
    var crumbs = [Crumb("班级", index)]
    if let area = record.area.record(in: model) {
      crumbs.append(Crumb(area.name, SitePath(index.path, fragment: "area-" + area.id.text)))
    }
    return Page(
      context.path(of: record), title: record.name,
      description: "\(record.name)：\(record.size)人，本班的日程、简报和辅导教师。", section: .classes, crumbs: crumbs,
      source: record.origin.paths.first
    ) { context in
      [context.entity(record), ClassViews.todo(of: record, context), ThreadView.steps(of: record, context)]
    }
  }
}
