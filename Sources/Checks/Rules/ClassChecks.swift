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
      model.classes.records.allSatisfy({ $0.isSound("stream", "other_streams", "area", "project", "waiver") })
    else { return }
    for area in model.areas.records {
      for bundle in bundles(in: area, model) {
        let (own, limits) = (bundle.classes, bundle.limits)
        guard let last = own.last, own.count > 1, own.allSatisfy({ $0.isSound("size") }) else { continue }
        let heads = own.reduce(0) { $0 + $1.size }
        if bundle.isPooled {
          let least = ClassRule.leastClasses(of: heads, maximum: limits.maximum)
          if own.count > least {
            guard own.allSatisfy({ $0.waiver == nil }) else { continue }
            findings.error(
              "CL03", zh: "\(area.name)不足 \(limits.maximum) 人的学科共 \(heads) 人，合班只要 \(least) 个班，编了 \(own.count) 个",
              en:
                "the small subjects of \(area.id.text) have \(heads) members together: \(least) classes are enough, not \(own.count)",
              at: last.location(of: "size"),
              repair: Message(
                zh: "合成 \(least) 个班，在“合班学科班”（other_streams）写另外的学科班；一科一班的，在项目的编班规则写 small_subject: per-subject",
                en:
                  "make \(least) of them, with the other streams in other_streams; or write small_subject: per-subject in the project's class_rule"
              ))
            continue
          }
        } else if heads < limits.maximum {
          guard own.allSatisfy({ $0.waiver == nil }) else { continue }
          findings.error(
            "CL03", zh: "\(area.name)这一学科共 \(heads) 人，不足 \(limits.maximum) 人，应编一个班",
            en:
              "\(heads) members of this subject in \(area.id.text) are fewer than \(limits.maximum) and form one class",
            at: last.location(of: "size"),
            repair: Message(zh: "合成一个班；确有理由的写 waiver（理由、谁批准）", en: "make one class of them, or write a waiver"))
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
  Check(
    "CL03",
    rule: Message(zh: "小学科一科一班还是几科合班，由编班规则写明", en: "the rule of classes says whether small subjects are pooled")
  ) { model, findings in
    for record in model.classes.records where record.isSound("other_streams", "waiver") {
      guard !record.otherStreams.isEmpty, record.waiver == nil, let project = record.project.record(in: model),
        project.isSound("class_rule"), project.classLimits.smallSubjects != .pooled
      else { continue }
      findings.error(
        "CL03", zh: "\(record.name)有 \(record.streams.count) 个学科的学员，而编班规则是一科一班",
        en: "\(record.name) has members of \(record.streams.count) subjects; by the rule each subject is a class",
        at: record.location(of: "other_streams"),
        repair: Message(
          zh: "分成几个班，或在项目的编班规则（class_rule）写 small_subject: pooled",
          en: "split it, or write small_subject: pooled in the project's class_rule"))
    }
    guard model.isComplete(Class.self),
      model.classes.records.allSatisfy({ $0.isSound("stream", "other_streams", "area", "size") })
    else { return }
    for project in model.projects.records where project.isSound("class_rule") {
      guard project.classLimits.smallSubjects == nil else { continue }
      for area in model.areas.records {
        let small = smallSubjects(in: area, of: project, model)
        guard small > 1 else { continue }
        findings.note(
          "CL03",
          zh:
            "没有写不足 \(project.classLimits.maximum) 人的学科怎样编班，按一科一班核对；\(area.name)就有 \(small) 个这样的学科",
          en:
            "not said whether subjects with fewer than \(project.classLimits.maximum) members are pooled; \(area.id.text) has \(small) of them, taken for a class each",
          at: project.location(of: project.isGiven("class_rule") ? "class_rule" : "id"),
          repair: Message(
            zh: "在项目的编班规则（class_rule）写 small_subject: per-subject（一科一班）或 pooled（几科合班）",
            en: "write small_subject: per-subject or pooled in the project's class_rule"))
        break
      }
    }
  },
  Check("RF08", rule: Message(zh: "编班规则对任何人数都编得成班", en: "every number of members can obey the rule of classes")) {
    model, findings in
    for project in model.projects.records where project.isSound("class_rule") {
      let limits = project.classLimits
      let largest = ClassRule.largestTailMinimum(for: limits.maximum)
      if let least = limits.groupMinimum, let most = limits.groupMaximum, least > most {
        findings.error(
          "RF08", zh: "小组最少 \(least) 人，多于最多 \(most) 人", en: "groups of at least \(least) and at most \(most) members",
          at: project.location(of: "class_rule"),
          repair: Message(zh: "group_min 不大于 group_max", en: "group_min is not above group_max"))
      }
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
      // A class of two tutors is told as such.
      guard record.tutors.count == 1, let tutor = record.tutors[0].index else { continue }
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
        repair: Message(
          zh: "换一名辅导教师；可以带几个班的，在 class_rule 写 tutor_classes",
          en: "name another tutor, or write tutor_classes in class_rule"),
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
          en: "\(record.name) has \(record.size) members, its groups \(sum)", at: record.location(of: "size"),
          repair: Message(zh: "改班级人数或小组人数", en: "change the size of the class or of a group"))
      }
    }
    guard model.isComplete(Class.self),
      model.classes.records.allSatisfy({ $0.isSound("stream", "other_streams") })
    else { return }
    for streams in streamsSharingClasses(in: model) where streams.allSatisfy({ $0.isSound("enrolled") }) {
      let indices = Set(streams.flatMap { model.classesByStream[$0.origin.index] })
      let classes = indices.sorted().map { model.classes.records[$0] }
      guard let stream = streams.first, !classes.isEmpty,
        classes.allSatisfy({ $0.isSound("size") && !told.contains($0.origin.index) })
      else {
        continue
      }
      let sum = classes.reduce(0) { $0 + $1.size }
      let enrolled = streams.reduce(0) { $0 + $1.enrolled }
      guard sum != enrolled else { continue }
      let names = streams.map(\.name).joined(separator: "、")
      findings.error(
        "CL06", zh: "\(names)报名 \(enrolled) 人，各班合计 \(sum) 人",
        en: "\(names): \(enrolled) enrolled, \(sum) in classes", at: stream.location(of: "enrolled"),
        repair: Message(
          zh: "核对：" + classes.map { String($0.size) }.joined(separator: "+") + " = \(sum)",
          en: "check " + classes.map { String($0.size) }.joined(separator: "+") + " = \(sum)"))
    }
  },
]

/// Classes of an area among which members are spread: those of one subject, or of all small ones that are pooled.
private struct ClassBundle {
  var classes: [Class]
  let limits: ClassLimits
  let isPooled: Bool
}

/// The bundles of an area, those of one subject first, in the order of the streams.
private func bundles(in area: Area, _ model: Model) -> [ClassBundle] {
  let classes = model.classesByArea[area.origin.index].map { model.classes.records[$0] }
  var bundles: [ClassBundle] = []
  var pools: [Int: ClassBundle] = [:]
  for (_, own) in Dictionary(grouping: classes, by: { $0.stream.index ?? -1 }).sorted(by: { $0.key < $1.key }) {
    let limits = limits(of: own[0], model)
    guard limits.smallSubjects == .pooled else {
      bundles.append(ClassBundle(classes: own.filter(\.otherStreams.isEmpty), limits: limits, isPooled: false))
      continue
    }
    // A class that could not be read is no reason to call its subject small.
    let single = own.filter(\.otherStreams.isEmpty)
    let isSmall = single.allSatisfy { $0.isSound("size") } && single.reduce(0) { $0 + $1.size } < limits.maximum
    if !isSmall { bundles.append(ClassBundle(classes: single, limits: limits, isPooled: false)) }
    let project = own[0].project.index ?? -1
    let pooled = isSmall ? own : own.filter { !$0.otherStreams.isEmpty }
    pools[project, default: ClassBundle(classes: [], limits: limits, isPooled: true)].classes += pooled
  }
  return bundles + pools.sorted { $0.key < $1.key }.map(\.value)
}

/// How many subjects of `project` have fewer members in `area` than a class may have.
private func smallSubjects(in area: Area, of project: Project, _ model: Model) -> Int {
  let classes = model.classesByArea[area.origin.index].map { model.classes.records[$0] }
    .filter { $0.project.index == project.origin.index && $0.otherStreams.isEmpty }
  return Dictionary(grouping: classes, by: { $0.stream.index ?? -1 }).values
    .count { $0.reduce(0) { $0 + $1.size } < project.classLimits.maximum }
}

/// The streams, those with members in one class together.
///
/// - Complexity: O(streams × classes of several streams + classes).
private func streamsSharingClasses(in model: Model) -> [[Stream]] {
  var group = Array(model.streams.records.indices)
  for record in model.classes.records where !record.otherStreams.isEmpty {
    let groups = Set(record.streams.compactMap(\.index).map { group[$0] })
    guard let first = groups.min() else { continue }
    for index in group.indices where groups.contains(group[index]) { group[index] = first }
  }
  return Dictionary(grouping: model.streams.records, by: { group[$0.origin.index] })
    .sorted { $0.key < $1.key }.map(\.value)
}

/// What the project of a class says of the sizes of its classes.
private func limits(of record: Class, _ model: Model) -> ClassLimits {
  record.project.record(in: model)?.classLimits ?? ClassLimits()
}
