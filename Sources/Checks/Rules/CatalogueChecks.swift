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
    for pack in model.packs.records
    where model.isComplete(Course.self) && model.coursesByPack[pack.origin.index].isEmpty {
      findings.warning(
        "RF03", zh: "课程包“\(pack.title)”没有课程", en: "the pack \(pack.id.text) has no course",
        at: pack.location(of: "title"))
    }
  },
  Check("RF04", rule: Message(zh: "层级要求的模块开有课程", en: "a module that a tier asks for has courses")) { model, findings in
    guard model.isComplete(Course.self), model.courses.records.allSatisfy({ $0.isSound("module") }) else { return }
    for tier in model.tiers.records {
      for module in tier.modules {
        guard let index = module.index, model.coursesByModule[index].isEmpty else { continue }
        findings.error(
          "RF04", zh: "“\(tier.name)”要求的模块“\(model.modules.records[index].name)”没有课程",
          en: "\(tier.id.text) asks for the module \(module.id), which has no course", at: tier.location(of: "modules"))
      }
    }
  },
]
