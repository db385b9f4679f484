import Diagnostics
import Training

/// RF01, TX03: what people call things by beside their ids — numbers and names — stands for one of them.
let numberChecks = [
  Check("RF01", "TX03", rule: Message(zh: "年度表的序号不重复、不跳号", en: "the numbers of the year table run on")) {
    model, findings in
    guard model.isComplete(Project.self) else { return }
    for plan in model.plans.records {
      let projects = model.numberedProjects(of: plan).map { model.projects.records[$0] }.filter { $0.isSound("no") }
      findings.repeated(projects, "no", Message(zh: "序号", en: "number")) { project in
        project.no.map { ($0, String($0)) }
      }
      for (project, next) in zip(projects, projects.dropFirst()) {
        guard let no = project.no, let other = next.no, other > no + 1 else { continue }
        findings.warning(
          "TX03", zh: "序号从 \(no) 跳到 \(other)", en: "the numbers go from \(no) to \(other)", at: next.location(of: "no"),
          repair: Message(zh: "写 \(no + 1)，或补上缺的项目", en: "write \(no + 1), or add what is missing"))
      }
    }
  },
  Check("RF01", rule: Message(zh: "一个计划或项目里阶段的序号不重复", en: "the numbers of stages are unique")) { model, findings in
    for phases in model.phasesByPlan + model.phasesByProject {
      findings.repeated(
        phases.map { model.phases.records[$0] }.filter { $0.isSound("no") }, "no",
        Message(zh: "阶段序号", en: "stage number")
      ) { ($0.no, String($0.no)) }
    }
  },
  Check("RF01", rule: Message(zh: "一个项目里学科班不重复", en: "a project has a stream of a stage and subject once")) {
    model, findings in
    for project in model.projects.records {
      let streams = model.streamsByProject[project.origin.index].map { model.streams.records[$0] }
      findings.repeated(
        streams.filter { $0.isSound("stage", "subject") }, "subject", Message(zh: "学科班", en: "stream")
      ) { ($0.name, $0.name) }
    }
  },
  Check("RF01", rule: Message(zh: "一个项目里班级的名称、一个区县一个学科里的班号不重复", en: "names and numbers of classes are unique")) {
    model, findings in
    for project in model.projects.records {
      let classes = model.classesByProject[project.origin.index].map { model.classes.records[$0] }
      let named = classes.filter { $0.isSound("name") }
      findings.repeated(named, "name", Message(zh: "班级名称", en: "class name")) { ($0.name, $0.name) }
      // Two classes with one name are one mistake, even where the number is the same as well.
      let names = Dictionary(grouping: named, by: \.name)
      let others = classes.filter { $0.isSound("no", "stream", "other_streams", "area") && names[$0.name]?.count == 1 }
      findings.repeated(others, "no", Message(zh: "班号", en: "class number")) { record in
        ([record.area.id, String(record.no)] + record.streams.map(\.id), String(record.no))
      }
    }
  },
]

extension Findings {
  /// RF01 at each of `records` whose key an earlier one has: the field, what it is called, the key with its text.
  fileprivate mutating func repeated<R: Record, Key: Hashable>(
    _ records: [R], _ field: String, _ what: Message, key: (R) -> (Key, text: String)?
  ) {
    var first: [Key: R] = [:]
    for record in records {
      guard let (key, text) = key(record), let other = first[key] else {
        if let (key, _) = key(record) { first[key] = record }
        continue
      }
      error(
        "RF01", zh: "\(what.zh)“\(text)”重复", en: "the \(what.en) \"\(text)\" is used twice",
        at: record.location(of: field),
        repair: Message(zh: "改正其中一个", en: "correct one of them"),
        notes: [.init(Message(zh: "第一次用在这里", en: "first used here"), at: other.location(of: field))])
    }
  }
}
