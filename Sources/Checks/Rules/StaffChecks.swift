import Diagnostics
import Training

/// CL: tutors, leaders and sizes of groups, experts, managers.
let staffChecks = [
  Check("CL04", rule: Message(zh: "每班有一名辅导教师，不多不少", en: "a class has one tutor, no more and no fewer")) {
    model, findings in
    for project in model.projects.records {
      let classes = model.classesByProject[project.origin.index].map { model.classes.records[$0] }
        .filter { $0.isSound("tutor") }
      let without = classes.filter { $0.tutors.isEmpty && !$0.isOpen("tutor") }
      if let first = without.first {
        findings.error(
          "CL04",
          zh: without.count == 1
            ? "\(first.name)没有辅导教师" : "\(first.name)等 \(without.count) 个班没有辅导教师",
          en: without.count == 1
            ? "\(first.name) has no tutor" : "\(first.name) and \(without.count - 1) more classes have no tutor",
          at: first.location(of: "id"),
          repair: Message(
            zh: "写上辅导教师的编号；还没有定的，写 待定（负责部门，日期）", en: "write the tutor's id, or 待定（owner，day） while it is open"))
      }
      for record in classes where record.tutors.count > 1 {
        findings.error(
          "CL04", zh: "\(record.name)有 \(record.tutors.count) 名辅导教师，一个班只有一名",
          en: "\(record.name) has \(record.tutors.count) tutors; a class has one", at: record.location(of: "tutor"),
          repair: Message(zh: "只留负责本班的一名", en: "keep the one who answers for the class"))
      }
    }
  },
  Check("CL05", rule: Message(zh: "小组有组长", en: "a group has a leader")) { model, findings in
    for group in model.groups.records where group.leaderUnit == nil && group.isSound("leader_unit") {
      guard !group.isOpen("leader_unit") else { continue }
      findings.warning(
        "CL05", zh: "\(group.name)没有组长", en: "\(group.name) has no leader", at: group.location(of: "id"),
        repair: Message(
          zh: "写组长所在单位，不写姓名；还没有定的，写 待定（负责部门，日期）",
          en: "write the leader's unit, no name, or 待定（owner，day） while it is open"))
    }
  },
  Check(
    "CL09", "RF08", rule: Message(zh: "小组人数在规定的范围里", en: "the size of a group is within its range")
  ) { model, findings in
    for group in model.groups.records where group.isSound("size", "size_min", "size_max", "class") {
      let limits = group.classReference.record(in: model)?.project.record(in: model)?.classLimits
      let least = group.sizeMinimum ?? limits?.groupMinimum
      let most = group.sizeMaximum ?? limits?.groupMaximum
      if let least, let most, least > most {
        // A range of the project is told there.
        guard group.sizeMinimum != nil || group.sizeMaximum != nil else { continue }
        findings.error(
          "RF08", zh: "\(group.name)最少 \(least) 人，多于最多 \(most) 人",
          en: "\(group.name) has at least \(least) and at most \(most) members",
          at: group.location(of: group.sizeMaximum == nil ? "size_min" : "size_max"),
          repair: Message(zh: "size_min 不大于 size_max", en: "size_min is not above size_max"))
        continue
      }
      guard group.size < least ?? 0 || group.size > most ?? Int.max else { continue }
      let range = range(least, most)
      findings.error(
        "CL09", zh: "\(group.name)有 \(group.size) 人，应\(range.zh)",
        en: "\(group.name) has \(group.size) members, not \(range.en)", at: group.location(of: "size"),
        repair: Message(zh: "调整小组，或改范围", en: "change the group, or its range"))
    }
  },
  Check("CL10", rule: Message(zh: "专家人数与学员人数相称", en: "there are enough experts for the learners")) { model, findings in
    for project in model.projects.records where project.isSound("expert_team", "heads") {
      guard let team = project.expertTeam, let trainees = project.trainees(in: model) else { continue }
      guard team.traineesPerExpert > 0 else {
        findings.error(
          "RF08", zh: "一名专家至少带 1 名学员", en: "an expert has one learner at least",
          at: team.location(of: "trainees_per_expert"), repair: Message(zh: "写 1 或更大的数", en: "write 1 or more"))
        continue
      }
      let least = (trainees + team.traineesPerExpert - 1) / team.traineesPerExpert
      guard team.experts < least else { continue }
      findings.warning(
        "CL10",
        zh: "\(trainees) 名学员，一名专家最多带 \(team.traineesPerExpert) 名，专家应不少于 \(least) 名，写的是 \(team.experts) 名",
        en:
          "\(trainees) learners, at most \(team.traineesPerExpert) for an expert, need \(least) experts, not \(team.experts)",
        at: team.location(of: "experts"),
        repair: Message(zh: "增加专家，或改 trainees_per_expert", en: "add experts, or change trainees_per_expert"))
    }
  },
  Check(
    "CL11",
    rule: Message(
      zh: "列了培训管理者的项目，每个有班级的区县恰有一名", en: "where managers are listed, each area with classes has exactly one")
  ) { model, findings in
    guard model.isComplete(Manager.self, Class.self) else { return }
    for project in model.projects.records {
      let managers = model.managersByProject[project.origin.index].map { model.managers.records[$0] }
      let classes = model.classesByProject[project.origin.index].map { model.classes.records[$0] }
      // A table that lists nobody is there all the same.
      let isListed = !managers.isEmpty || model.files.hasTable("managers.csv", of: project)
      guard isListed, managers.allSatisfy({ $0.isSound("area") }) else { continue }
      for area in model.areas.records {
        let own = managers.filter { $0.area.index == area.origin.index }
        if own.count > 1 {
          findings.error(
            "CL11", zh: "\(area.name)有 \(own.count) 名培训管理者，一个区县只有一名",
            en: "\(area.id.text) has \(own.count) managers; an area has one", at: own[1].location(of: "area"),
            repair: Message(zh: "留下一名，或改区县", en: "keep one of them, or correct the area"),
            notes: [.init(Message(zh: "第一名在这里", en: "the first of them"), at: own[0].location(of: "area"))])
        } else if own.isEmpty, let first = classes.first(where: { $0.area.index == area.origin.index }) {
          findings.error(
            "CL11", zh: "\(area.name)有班级，没有培训管理者", en: "\(area.id.text) has classes and no manager",
            at: first.location(of: "area"),
            repair: Message(zh: "在 managers.csv 给这个区县列一名", en: "list one for this area in managers.csv"))
        }
      }
    }
  },
]

/// `为 6—8 人`, `不少于 6 人`, `不超过 8 人`.
private func range(_ least: Int?, _ most: Int?) -> Message {
  switch (least, most) {
  case (let least?, let most?): Message(zh: "为 \(least)—\(most) 人", en: "\(least) to \(most)")
  case (let least?, nil): Message(zh: "不少于 \(least) 人", en: "at least \(least)")
  case (nil, let most?): Message(zh: "不超过 \(most) 人", en: "at most \(most)")
  case (nil, nil): Message(zh: "", en: "")
  }
}

extension Project {
  /// Its learners: the number of heads, or for everybody those who have enrolled; `nil` when neither is known.
  fileprivate func trainees(in model: Model) -> Int? {
    if let number = heads.number { return number }
    let streams = model.streamsByProject[origin.index].map { model.streams.records[$0] }
    guard !streams.isEmpty, streams.allSatisfy({ $0.isSound("enrolled") }) else { return nil }
    return streams.reduce(0) { $0 + $1.enrolled }
  }
}
