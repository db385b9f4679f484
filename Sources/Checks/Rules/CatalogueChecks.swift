import Diagnostics
import Training

/// RF: modules, packs and courses belong to something.
let catalogueChecks = [
  Check("RF03", rule: Message(zh: "模块有层级或自愿参加，课程包有项目或模块", en: "modules and packs are used by something")) {
    model, findings in
    let tiersAreKnown = model.isComplete(Tier.self) && model.tiers.records.allSatisfy { $0.isSound("modules") }
    for module in model.modules.records where tiersAreKnown && module.isSound("optional") {
      if model.tiersByModule[module.origin.index].isEmpty, !module.optional {
        findings.warning(
          "RF03", zh: "模块“\(module.name)”没有层级要求它", en: "no tier asks for the module \(module.id.text)",
          at: module.location(of: "id"),
          repair: Message(zh: "列入某个层级，或写 optional: true", en: "list it in a tier, or write optional: true"))
      }
    }
    guard model.isComplete(Course.self, Project.self, Module.self) else { return }
    for pack in model.packs.records {
      let courses = model.coursesByPack[pack.origin.index]
      if courses.isEmpty {
        findings.warning(
          "RF03", zh: "课程包“\(pack.title)”没有课程", en: "the pack \(pack.id.text) has no course",
          at: pack.location(of: "title"),
          repair: Message(zh: "给课程包加一门课；不再需要就删去", en: "add a course to the pack, or delete it"))
      } else if model.projectsByPack[pack.origin.index].isEmpty,
        courses.allSatisfy({ model.courses.records[$0].module == nil && model.courses.records[$0].isSound("module") }),
        model.projects.records.allSatisfy({ $0.isSound("packs") })
      {
        findings.warning(
          "RF03", zh: "课程包“\(pack.title)”没有项目采用，课程也不属于任何模块",
          en: "no project uses the pack \(pack.id.text), and its courses belong to no module",
          at: pack.location(of: "title"),
          repair: Message(
            zh: "列入某个项目的 packs，或给课程写 module", en: "list it under packs of a project, or give its courses a module"))
      }
    }
  },
  Check(
    "RF03",
    rule: Message(zh: "登记了的专家、辅导教师、方案和学科班都有用处", en: "experts, tutors, schemes and streams are used by something")
  ) {
    model, findings in
    findings.unused(Expert.self, in: model, zh: "没有课程、场次或其他记录写到他", en: "no course, session or other record names the")
    // A tutor that has two classes may stand there for the one who has none, which is CL08, and so may a blank, CL04.
    let tutors = model.classes.records.flatMap { $0.tutors.compactMap(\.index) }
    if Set(tutors).count == tutors.count, model.classes.records.allSatisfy({ !$0.tutors.isEmpty || $0.isOpen("tutor") })
    {
      findings.unused(Tutor.self, in: model, zh: "没有班级由他辅导", en: "no class has the")
    }
    findings.unused(Scheme.self, in: model, zh: "没有项目采用", en: "no project uses the")
    findings.unused(Stream.self, in: model, zh: "没有班级、课程或场次", en: "no class, course or session belongs to the")
  },
  Check("RF08", rule: Message(zh: "层级的教龄前后相接，不重叠", en: "the years of tiers follow each other without overlap")) {
    model, findings in
    for plan in model.plans.records {
      let tiers = model.tiersByPlan[plan.origin.index].map { model.tiers.records[$0] }
        .filter { !$0.additive && $0.role == nil && ($0.yearsFrom != nil || $0.yearsTo != nil) }
      guard tiers.allSatisfy({ $0.isSound("years_from", "years_to", "additive", "role") }) else { continue }
      let reversed = tiers.filter { $0.yearsFrom ?? 0 > $0.yearsTo ?? Int.max }
      for tier in reversed {
        findings.error(
          "RF08", zh: "“\(tier.name)”的教龄写反了：\(tier.years)", en: "the years of \(tier.id.text) end before they begin",
          at: tier.location(of: "years_to"), repair: Message(zh: "起在前，止在后", en: "write the lower number first"))
      }
      guard reversed.isEmpty else { continue }
      let sorted = tiers.sorted { $0.yearsFrom ?? 0 < $1.yearsFrom ?? 0 }
      for (tier, next) in zip(sorted, sorted.dropFirst()) {
        let (end, start) = (tier.yearsTo ?? Int.max - 1, next.yearsFrom ?? 0)
        guard start != end + 1 else { continue }
        findings.error(
          "RF08",
          zh: start <= end
            ? "“\(tier.name)”（\(tier.years)）和“\(next.name)”（\(next.years)）的教龄重叠"
            : "“\(tier.name)”（\(tier.years)）和“\(next.name)”（\(next.years)）之间空了 \(end + 1)—\(start - 1) 年",
          en: start <= end
            ? "the years of \(tier.id.text) and \(next.id.text) overlap"
            : "nobody has the years \(end + 1) to \(start - 1) between \(tier.id.text) and \(next.id.text)",
          at: next.location(of: "years_from"),
          repair: tier.yearsTo.map { Message(zh: "写 years_from: \($0 + 1)", en: "write years_from: \($0 + 1)") },
          notes: [.init(Message(zh: "前一个层级在这里", en: "the tier before"), at: tier.location(of: "years_to"))])
      }
      // One tier by itself may be for some of the teachers only.
      guard sorted.count > 1, let first = sorted.first,
        let last = sorted.max(by: { $0.yearsTo ?? Int.max < $1.yearsTo ?? Int.max })
      else { continue }
      if let from = first.yearsFrom, from > 0 {
        findings.error(
          "RF08", zh: "教龄不到 \(from) 年的教师没有层级", en: "nobody with fewer than \(from) years has a tier",
          at: first.location(of: "years_from"), repair: Message(zh: "写 years_from: 0", en: "write years_from: 0"))
      }
      if let to = last.yearsTo {
        findings.error(
          "RF08", zh: "教龄超过 \(to) 年的教师没有层级", en: "nobody with more than \(to) years has a tier",
          at: last.location(of: "years_to"),
          repair: Message(zh: "最后一个层级不写 years_to", en: "leave out years_to of the last tier"))
      }
    }
  },
  Check("RF08", rule: Message(zh: "选做的作业不多于所列的", en: "no more assignments are chosen than there are")) {
    model, findings in
    for course in model.courses.records where course.isSound("assignment") {
      guard let assignment = course.assignment, assignment.isSound("choose", "options"),
        !(1...max(1, assignment.options.count)).contains(assignment.choose)
      else { continue }
      findings.error(
        "RF08", zh: "要选做 \(assignment.choose) 项，列出的有 \(assignment.options.count) 项",
        en: "\(assignment.choose) are to be chosen of \(assignment.options.count)",
        at: assignment.location(of: "choose"),
        repair: Message(zh: "改 choose，或补上作业", en: "change choose, or list more assignments"))
    }
  },
  Check("RF04", rule: Message(zh: "层级要求的模块开有课程", en: "a module that a tier asks for has courses")) { model, findings in
    guard model.isComplete(Course.self), model.courses.records.allSatisfy({ $0.isSound("module") }) else { return }
    for tier in model.tiers.records {
      for module in tier.modules {
        guard let index = module.index, model.coursesByModule[index].isEmpty else { continue }
        findings.error(
          "RF04", zh: "“\(tier.name)”要求的模块“\(model.modules.records[index].name)”没有课程",
          en: "\(tier.id.text) asks for the module \(module.id), which has no course", at: tier.location(of: "modules"),
          repair: Message(
            zh: "给模块加一门课（课程里写 module），或从层级里去掉这个模块",
            en: "add a course with this module, or take the module out of the tier"))
      }
    }
  },
]

extension Findings {
  /// RF03 for every record of `kind` that nothing refers to; silent while a file could not be read, which may be the one
  /// that does.
  fileprivate mutating func unused<R: IdentifiedRecord>(_ kind: R.Type, in model: Model, zh: String, en: String) {
    guard model.incompleteKinds.isEmpty else { return }
    let records = R.store(in: model).records
    for index in model.unmentioned[R.table.name] ?? [] where records[index].isWhole {
      warning(
        "RF03", zh: "\(R.table.title)“\(records[index].id.text)”：\(zh)",
        en: "\(en) \(R.table.name) \(records[index].id.text)", at: records[index].location(of: "id"),
        repair: Message(
          zh: "在用到的地方写上这个编号；不再需要就删去", en: "write this id where it is used, or delete what is no longer needed"))
    }
  }
}
