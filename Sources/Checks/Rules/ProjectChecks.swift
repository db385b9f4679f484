import Diagnostics
import Expressions
import Training
import Values

/// RF: what a project should say and may still leave open.
let projectChecks = [
  Check("RF06", rule: Message(zh: "项目写明地点", en: "a project states its place")) { model, findings in
    for project in model.projects.records
    where project.no != nil && project.place == nil && project.isSound("place") && !project.isOpen("place") {
      findings.warning(
        "RF06", zh: "“\(project.name)”没有写培训地点，页面显示“待定”",
        en: "\(project.id.text) states no place; pages show 待定", at: project.location(of: "id"),
        repair: Message(
          zh: "地点确定后填“培训地点”；或写 待定（负责部门，日期）", en: "fill in 培训地点 once the place is known, or write 待定（owner，day）"))
    }
  },
  Check("RF08", "RF06", rule: Message(zh: "需求诊断的指数写明满分，不超过它", en: "an index of a diagnosis is within its scale")) {
    model, findings in
    for plan in model.plans.records where plan.isSound("diagnosis") {
      for finding in plan.diagnosis?.findings ?? [] where finding.isSound("value", "unit", "scale") {
        guard !finding.value.isPercent else { continue }
        guard let scale = finding.scale else {
          guard finding.unit == nil else { continue }
          findings.warning(
            "RF06", zh: "“\(finding.text)”\(finding.value.fieldText)：没有写单位，也没有写满分",
            en: "\(finding.value.fieldText) has neither a unit nor a scale", at: finding.location(of: "value"),
            repair: Message(
              zh: "百分数加 %，指数写 scale: 5（满分），别的数写 unit: 年", en: "add %, or write scale: 5 for an index, or a unit"))
          continue
        }
        guard finding.value.number > Decimal(scale) else { continue }
        findings.error(
          "RF08", zh: "指数 \(finding.value.fieldText) 超过满分 \(scale)",
          en: "the index \(finding.value.fieldText) is beyond its scale of \(scale)", at: finding.location(of: "value"),
          repair: Message(zh: "核对数值和满分", en: "check the value and the scale"))
      }
    }
  },
  Check(
    "RF05", rule: Message(zh: "计划正文和年度表对同一项目说法相同", en: "the plan's text and the year table call a project the same")
  ) {
    model, findings in
    for plan in model.plans.records where plan.isSound("listed") && model.isComplete(Project.self) {
      for item in plan.listed where item.isSound("no", "name", "modes") {
        guard
          let project = model.numberedProjects(of: plan).map({ model.projects.records[$0] }).first(where: {
            $0.no == item.no
          })
        else {
          findings.error(
            "RF02", zh: "年度表里没有序号为 \(item.no) 的项目", en: "the year table has no project number \(item.no)",
            at: item.location(of: "no"),
            repair: Message(zh: "改序号，或在年度表里补上", en: "correct the number, or add the project to the year table"))
          continue
        }
        compare(item, project, &findings)
      }
    }
  },
]

/// RF05 for a name that the table has otherwise and does not give as an alias, and for modes that differ.
private func compare(_ item: ListedProject, _ project: Project, _ findings: inout Findings) {
  if project.isSound("name", "alias"), item.name != project.name, !project.alias.contains(item.name) {
    findings.warning(
      "RF05", zh: "正文里第\(item.no)项叫“\(item.name)”，年度表里叫“\(project.name)”",
      en: "number \(item.no) is \(item.name) in the text and \(project.name) in the table",
      at: item.location(of: "name"),
      repair: Message(zh: "统一名称，或把正文里的叫法写进项目的 alias", en: "use one name, or add this one to the project's alias"),
      notes: [.init(Message(zh: "年度表里的在这里", en: "in the table"), at: project.location(of: "name"))])
  }
  if !item.modes.isEmpty, project.isSound("modes"), Set(item.modes) != Set(project.modes) {
    findings.warning(
      "RF05",
      zh: "正文里第\(item.no)项的方式是\(item.modes.joined(separator: "、"))，年度表里是\(project.modes.joined(separator: "、"))",
      en: "number \(item.no) has other modes in the text than in the table", at: item.location(of: "modes"),
      repair: Message(zh: "由主管单位决定改哪一处", en: "the authority decides which of the two to change"),
      notes: [.init(Message(zh: "年度表里的在这里", en: "in the table"), at: project.location(of: "modes"))])
  }
}
