import Diagnostics
import Training

/// CL: classes, groups, tutors.
let classChecks = [
  Check(
    "CL01",
    rule: Message(zh: "每班不超过规定的人数，一般是 100 人；超过的写明谁批准", en: "a class has at most 100 members, or what its project says")
  ) { model, findings in
    for record in model.classes.records where record.isSound("size", "waiver") && record.waiver == nil {
      let maximum = limits(of: record, model).maximum
      guard record.size > maximum else { continue }
      findings.error(
        "CL01", zh: "\(record.name)有 \(record.size) 人，每班不超过 \(maximum) 人",
        en: "\(record.name) has \(record.size) members, at most \(maximum) are allowed",
        at: record.location(of: "size"),
        repair: Message(
          zh: "分成两个班；已经批准的，在“破例”（waiver）写 {reason: 理由, approved_by: 批准单位}",
          en: "split it into two classes; if it was allowed, write waiver: {reason: …, approved_by: …}"))
    }
  },
  Check(
    "CL02", "CL03",
    rule: Message(
      zh: "大学科的尾班不少于 50 人；一个区县不足 100 人的学科编一个班",
      en: "no class of a large subject has fewer than 50 members; a subject with fewer than 100 in an area is one class"
    )
  ) { model, findings in
    guard model.isComplete(Class.self),
      model.classes.records.allSatisfy({ $0.isSound("stream", "area", "project", "waiver") })
    else { return }
    for area in model.areas.records {
      let classes = model.classesByArea[area.origin.index].map { model.classes.records[$0] }
      for (_, own) in Dictionary(grouping: classes, by: { $0.stream.index ?? -1 }).sorted(by: { $0.key < $1.key }) {
        guard let last = own.last, own.count > 1, own.allSatisfy({ $0.isSound("size") }) else { continue }
        let heads = own.reduce(0) { $0 + $1.size }
        let limits = limits(of: last, model)
        if heads < limits.maximum {
          guard own.allSatisfy({ $0.waiver == nil }) else { continue }
          findings.error(
            "CL03", zh: "\(area.name)这一学科共 \(heads) 人，不足 \(limits.maximum) 人，应编一个班",
            en:
              "\(heads) members of this subject in \(area.id.text) are fewer than \(limits.maximum) and form one class",
            at: last.location(of: "size"))
          continue
        }
        for record in own where record.size < limits.tailMinimum && record.waiver == nil {
          findings.error(
            "CL02", zh: "\(record.name)只有 \(record.size) 人，尾班不少于 \(limits.tailMinimum) 人",
            en: "\(record.name) has only \(record.size) members; the last class has at least \(limits.tailMinimum)",
            at: record.location(of: "size"),
            repair: Message(
              zh: "与前一个班平分；已经批准的，在“破例”（waiver）写 {reason: 理由, approved_by: 批准单位}",
              en:
                "share the members with the class before; if it was allowed, write waiver: {reason: …, approved_by: …}")
          )
        }
      }
    }
  },
  Check("RF08", rule: Message(zh: "编班规则对任何人数都编得成班", en: "every number of members can obey the rule of classes")) {
    model, findings in
    for project in model.projects.records where project.isSound("class_rule") {
      let limits = project.classLimits
      let largest = ClassRule.largestTailMinimum(for: limits.maximum)
      guard limits.maximum < 1 || limits.tailMinimum > largest else { continue }
      findings.error(
        "RF08", zh: "每班最多 \(limits.maximum) 人、尾班最少 \(limits.tailMinimum) 人：\(limits.maximum + 1) 人就编不成班",
        en:
          "\(limits.maximum + 1) members cannot be classes of at most \(limits.maximum) and at least \(limits.tailMinimum)",
        at: project.location(of: "class_rule"),
        repair: Message(zh: "tail_min 不超过 \(largest)", en: "tail_min is at most \(largest)"))
    }
  },
  Check(
    "CL08", rule: Message(zh: "一名辅导教师只带一个班，或项目允许的几个", en: "a tutor has one class, or as many as the project allows")
  ) {
    model, findings in
    var classes: [Int: [Class]] = [:]
    for record in model.classes.records {
      guard let tutor = record.tutor.index else { continue }
      classes[tutor, default: []].append(record)
      let own = classes[tutor, default: []]
      let most = limits(of: record, model).classesOfTutor
      guard own.count > most else { continue }
      findings.warning(
        "CL08",
        zh: most == 1
          ? "\(own[0].name)和\(record.name)是同一名辅导教师" : "\(record.name)的辅导教师已经带了 \(own.count - 1) 个班，最多 \(most) 个",
        en: most == 1
          ? "\(own[0].name) and \(record.name) share a tutor"
          : "the tutor of \(record.name) has \(own.count - 1) other classes, at most \(most) are allowed",
        at: record.location(of: "tutor"),
        notes: [.init(Message(zh: "另一个班", en: "the other class"), at: own[0].location(of: "tutor"))])
    }
  },
  Check("CL06", rule: Message(zh: "各班人数合计等于学科报名人数", en: "class sizes add up to the stream's enrolment")) {
    model, findings in
    // A class whose groups say otherwise is told; the sum of its stream, wrong for the same reason, is not.
    var told: Set<Int> = []
    if model.isComplete(Group.self), model.groups.records.allSatisfy({ $0.isSound("class") }) {
      for record in model.classes.records where record.isSound("size") {
        let groups = model.groupsByClass[record.origin.index].map { model.groups.records[$0] }
        guard !groups.isEmpty, groups.allSatisfy({ $0.isSound("size") }) else { continue }
        let sum = groups.reduce(0) { $0 + $1.size }
        guard sum != record.size else { continue }
        told.insert(record.origin.index)
        findings.error(
          "CL06", zh: "\(record.name) \(record.size) 人，各小组合计 \(sum) 人",
          en: "\(record.name) has \(record.size) members, its groups \(sum)", at: record.location(of: "size"))
      }
    }
    guard model.isComplete(Class.self), model.classes.records.allSatisfy({ $0.isSound("stream") }) else { return }
    for stream in model.streams.records where stream.isSound("enrolled") {
      let classes = model.classesByStream[stream.origin.index].map { model.classes.records[$0] }
      guard !classes.isEmpty, classes.allSatisfy({ $0.isSound("size") && !told.contains($0.origin.index) }) else {
        continue
      }
      let sum = classes.reduce(0) { $0 + $1.size }
      guard sum != stream.enrolled else { continue }
      findings.error(
        "CL06", zh: "\(stream.name)报名 \(stream.enrolled) 人，各班合计 \(sum) 人",
        en: "\(stream.name): \(stream.enrolled) enrolled, \(sum) in classes", at: stream.location(of: "enrolled"),
        repair: Message(
          zh: "核对：" + classes.map { String($0.size) }.joined(separator: "+") + " = \(sum)",
          en: "check " + classes.map { String($0.size) }.joined(separator: "+") + " = \(sum)"))
    }
  },
]

/// What the project of a class says of the sizes of its classes.
private func limits(of record: Class, _ model: Model) -> ClassLimits {
  record.project.record(in: model)?.classLimits ?? ClassLimits()
}
