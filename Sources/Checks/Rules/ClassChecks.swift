import Diagnostics
import Training

/// CL: classes, groups, tutors.
let classChecks = [
  Check("CL01", rule: Message(zh: "每班不超过 100 人", en: "a class has at most 100 members")) { model, findings in
    for record in model.classes.records where record.isSound("size") && record.size > ClassRule.standard.maximum {
      findings.error(
        "CL01", zh: "\(record.name)有 \(record.size) 人，每班不超过 \(ClassRule.standard.maximum) 人",
        en: "\(record.name) has \(record.size) members, at most \(ClassRule.standard.maximum) are allowed",
        at: record.location(of: "size"), repair: Message(zh: "分成两个班", en: "split it into two classes"))
    }
  },
  Check(
    "CL02", "CL03",
    rule: Message(
      zh: "大学科的尾班不少于 50 人；一个区县不足 100 人的学科编一个班",
      en: "no class of a large subject has fewer than 50 members; a subject with fewer than 100 in an area is one class"
    )
  ) { model, findings in
    guard model.isComplete(Class.self), model.classes.records.allSatisfy({ $0.isSound("stream", "area") }) else {
      return
    }
    for area in model.areas.records {
      let classes = model.classesByArea[area.origin.index].map { model.classes.records[$0] }
      for (_, own) in Dictionary(grouping: classes, by: { $0.stream.index ?? -1 }).sorted(by: { $0.key < $1.key }) {
        guard own.count > 1, own.allSatisfy({ $0.isSound("size") }) else { continue }
        let heads = own.reduce(0) { $0 + $1.size }
        if heads < ClassRule.standard.maximum, let last = own.last {
          findings.error(
            "CL03", zh: "\(area.name)这一学科共 \(heads) 人，不足 \(ClassRule.standard.maximum) 人，应编一个班",
            en:
              "\(heads) members of this subject in \(area.id.text) are fewer than \(ClassRule.standard.maximum) and form one class",
            at: last.location(of: "size"))
          continue
        }
        for record in own where record.size < ClassRule.standard.tailMinimum {
          findings.error(
            "CL02", zh: "\(record.name)只有 \(record.size) 人，尾班不少于 \(ClassRule.standard.tailMinimum) 人",
            en:
              "\(record.name) has only \(record.size) members; the last class has at least \(ClassRule.standard.tailMinimum)",
            at: record.location(of: "size"),
            repair: Message(zh: "与前一个班平分", en: "share the members with the class before"))
        }
      }
    }
  },
  Check("CL08", rule: Message(zh: "一名辅导教师只带一个班", en: "a tutor has one class")) {
    model, findings in
    var classes: [Int: Class] = [:]
    for record in model.classes.records {
      guard let tutor = record.tutor.index else { continue }
      guard let first = classes.updateValue(record, forKey: tutor) else { continue }
      findings.warning(
        "CL08", zh: "\(first.name)和\(record.name)是同一名辅导教师", en: "\(first.name) and \(record.name) share a tutor",
        at: record.location(of: "tutor"),
        notes: [.init(Message(zh: "另一个班", en: "the other class"), at: first.location(of: "tutor"))])
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
