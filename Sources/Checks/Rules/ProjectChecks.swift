import Diagnostics
import Training

/// RF: what a project should say and may still leave open.
let projectChecks = [
  Check("RF06", rule: Message(zh: "项目写明地点", en: "a project states its place")) { model, findings in
    for project in model.projects.records where project.no != nil && project.place == nil && project.isSound("place") {
      findings.warning(
        "RF06", zh: "“\(project.name)”没有写培训地点，页面显示“待定”",
        en: "\(project.id.text) states no place; pages show 待定", at: project.location(of: "id"),
        repair: Message(zh: "地点确定后填“培训地点”", en: "fill in 培训地点 once the place is known"))
    }
  }
]
