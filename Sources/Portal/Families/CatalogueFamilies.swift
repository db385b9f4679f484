import Expressions
import Training
import Values

private let catalogueCrumb = Crumb("课程目录", SitePath("catalogue/"))

/// The catalogue and a page for every choice of facets that some course fits.
let catalogueFamily = PageFamily(
  "catalogue", layout: "catalogue.html",
  variables: [
    ("groups", .list(.record { CourseGroup.recordType })), ("facets", .list(.record { Catalogue.groupType })),
    ("total", .number), ("shown", .number), ("selection", .list(.text)), ("clear_url", .link),
    ("modules", Module.listType), ("packs", CoursePack.listType),
  ]
) { context in
  context.catalogue.selections.map { selection, courses in
    let chosen = selection.compactMap { $0 }
    let labels = chosen.map(\.label)
    var crumbs: [Crumb] = chosen.isEmpty ? [] : [catalogueCrumb]
    for length in 1..<max(1, chosen.count) {
      let upTo = selection.map { value in value.flatMap { chosen[..<length].contains($0) ? $0 : nil } }
      crumbs.append(Crumb(chosen[length - 1].label, Catalogue.path(of: upTo)))
    }
    return Page(
      Catalogue.path(of: selection), title: labels.last ?? "课程目录",
      description: (labels.isEmpty ? "全部" : labels.joined(separator: "·")) + "课程\(courses.count)门，可按学段、学科、层级、方式筛选。",
      section: .catalogue, crumbs: crumbs
    ) { context in
      [
        CourseGroup.value(of: courses, in: context.model), context.catalogue.groups(for: selection),
        .number(Decimal(context.model.courses.count)), .number(Decimal(courses.count)),
        .list(labels.map { .text($0) }), .link(SitePath("catalogue/")), context.entities(context.model.modules.records),
        context.entities(context.model.packs.records),
      ]
    }
  }
}

/// The page of each course pack.
let packFamily = PageFamily("pack", layout: "pack.html", variables: [("pack", CoursePack.entityType)]) { context in
  context.model.packs.records.map { pack in
    Page(
      context.path(of: pack), title: pack.title, description: pack.summary, section: .catalogue,
      crumbs: [catalogueCrumb], text: PageText(of: pack, scope: [("pack", CoursePack.entityType, context.entity(pack))])
    ) { [$0.entity(pack)] }
  }
}

/// The page of each module.
let moduleFamily = PageFamily("module", layout: "module.html", variables: [("module", Module.entityType)]) { context in
  context.model.modules.records.map { module in
    Page(
      context.path(of: module), title: module.name, description: module.summary, section: .catalogue,
      crumbs: [catalogueCrumb], source: module.origin.paths.first
    ) { [$0.entity(module)] }
  }
}

/// The page of each credit tier.
let tierFamily = PageFamily(
  "tier", layout: "tier.html",
  variables: [("tier", Tier.entityType), ("credit_rule", .optional(CreditRule.valueType))]
) { context in
  context.model.tiers.records.map { tier in
    Page(
      context.path(of: tier), title: tier.name,
      description: tier.summary ?? "\(tier.years)教师的学分要求：\(tier.credits.number)学分。", section: .catalogue,
      crumbs: [catalogueCrumb], source: tier.origin.paths.first
    ) { context in
      [
        context.entity(tier),
        tier.plan?.record(in: context.model)?.creditRule?.value(in: context.model) ?? .none,
      ]
    }
  }
}

/// The page of each course.
let courseFamily = PageFamily(
  "course", layout: "course.html",
  variables: [("course", Course.entityType), ("rule", .optional(CreditRule.valueType))]
) { context in
  let model = context.model
  return model.courses.records.map { course in
    var crumbs = [catalogueCrumb]
    if let module = course.module?.record(in: model) {
      crumbs.append(Crumb(module.name, context.path(of: module)))
    } else if let pack = course.pack.record(in: model) {
      crumbs.append(Crumb(pack.title, context.path(of: pack)))
    }
    return Page(
      context.path(of: course), title: course.title, description: course.summary, section: .catalogue, crumbs: crumbs,
      text: PageText(of: course, scope: [("course", Course.entityType, context.entity(course))])
    ) { context in
      let plan = course.module?.record(in: context.model)?.plan?.record(in: context.model)
      return [context.entity(course), plan?.creditRule?.value(in: context.model) ?? .none]
    }
  }
}
