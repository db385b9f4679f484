import Diagnostics
import Training
import Values

/// WT: assessment schemes.
let schemeChecks = [
  Check("WT01", rule: Message(zh: "各项目的分值合计等于总分", en: "the points of the items add up to the total")) {
    model, findings in
    for scheme in model.schemes.records where scheme.isSound("total", "items") {
      guard scheme.items.allSatisfy({ $0.isSound("points") }),
        let sum = Points.sum(scheme.items.map(\.points)), sum != scheme.total
      else { continue }
      let excess = sum.number.subtracting(scheme.total.number) ?? Decimal(0)
      let difference = (excess > Decimal(0) ? "+" : "") + excess.description
      let parts = scheme.items.map { $0.points.number.description }.joined(separator: "+")
      findings.error(
        "WT01",
        zh: "各项分值合计 \(sum.number)，应为 \(scheme.total.number)（相差 \(difference)）",
        en: "the points add up to \(sum.number), not \(scheme.total.number) (off by \(difference))",
        at: scheme.location(of: "total"),
        repair: Message(
          zh: "核对各项：\(parts) = \(sum.number)；由主管单位决定改哪一项，并用 amended 写明",
          en: "check \(parts) = \(sum.number); the authority decides which item changes, and says so with amended"))
    }
  },
  Check("RF01", rule: Message(zh: "一个方案里项目编号不重复", en: "item ids of a scheme are unique")) { model, findings in
    for scheme in model.schemes.records {
      var first: [String: Item] = [:]
      for item in scheme.items where item.isSound("id") {
        guard let other = first.updateValue(item, forKey: item.id.text) else { continue }
        findings.error(
          "RF01", zh: "考核项目编号“\(item.id.text)”重复", en: "the item id \"\(item.id.text)\" is used twice",
          at: item.location(of: "id"), repair: Message(zh: "给其中一个换一个编号", en: "give one of them another id"),
          notes: [.init(Message(zh: "第一次用在这里", en: "first used here"), at: other.location(of: "id"))])
      }
    }
  },
  Check("RF02", rule: Message(zh: "项目的维度是方案写明的", en: "the dimension of an item is one of its scheme's")) {
    model, findings in
    for scheme in model.schemes.records where scheme.isSound("dimensions", "items") {
      for item in scheme.items {
        guard let dimension = item.dimension, item.isSound("dimension"), !scheme.dimensions.contains(dimension) else {
          continue
        }
        findings.error(
          "RF02", zh: "方案的维度里没有“\(dimension)”", en: "\(dimension) is none of the scheme's dimensions",
          at: item.location(of: "dimension"),
          repair: scheme.dimensions.isEmpty
            ? Message(zh: "在方案里写 dimensions", en: "state the dimensions of the scheme")
            : Message(
              zh: "写\(scheme.dimensions.joined(separator: "、"))之一",
              en: "write one of \(scheme.dimensions.joined(separator: ", "))"))
      }
    }
  },
  Check("WT02", rule: Message(zh: "等级分和分项上限不超过项目分值", en: "grades and caps do not exceed the item's points")) {
    model, findings in
    for item in model.schemes.records.flatMap(\.items) where item.isSound("points", "grades", "parts") {
      for grade in item.grades where grade.points > item.points {
        findings.error(
          "WT02", zh: "“\(grade.name)”记 \(grade.points.number) 分，超过本项的 \(item.points.number) 分",
          en: "the grade \(grade.name) gives \(grade.points.number) points, more than the item's \(item.points.number)",
          at: grade.location(of: "points"),
          repair: Message(zh: "改等级的分数或本项的分值", en: "change the points of the grade or of the item"))
      }
      for part in item.parts where part.cap > item.points {
        findings.error(
          "WT02", zh: "“\(part.name)”上限 \(part.cap.number) 分，超过本项的 \(item.points.number) 分",
          en: "the part \(part.name) is capped at \(part.cap.number), above the item's \(item.points.number)",
          at: part.location(of: "cap"), repair: Message(zh: "改上限或本项的分值", en: "change the cap or the points of the item")
        )
      }
    }
  },
  Check(
    "WT03", rule: Message(zh: "分项上限之和等于分值，且不低于最低要求", en: "caps add up to the points and reach the minimum")
  ) { model, findings in
    for item in model.schemes.records.flatMap(\.items) where !item.parts.isEmpty {
      guard item.isSound("points", "parts", "min"), item.parts.allSatisfy({ $0.isSound("cap") }),
        let sum = Points.sum(item.parts.map(\.cap))
      else { continue }
      if sum != item.points {
        findings.error(
          "WT03", zh: "分项上限合计 \(sum.number) 分，本项为 \(item.points.number) 分",
          en: "the caps add up to \(sum.number), the item has \(item.points.number) points",
          at: item.location(of: "parts"),
          repair: Message(zh: "改上限，使合计等于分值", en: "change the caps to add up to the points"))
      } else if let minimum = item.minimum, minimum > sum {
        findings.error(
          "WT03", zh: "最低要求 \(minimum.number) 分，分项合计只有 \(sum.number) 分",
          en: "the minimum is \(minimum.number), the parts give at most \(sum.number)", at: item.location(of: "min"),
          repair: Message(zh: "改 min 或各上限", en: "change min or the caps"))
      }
    }
  },
  Check("WT04", rule: Message(zh: "合格线在必做最低分与总分之间", en: "the pass mark lies between the least and the total")) {
    model, findings in
    for scheme in model.schemes.records where scheme.isSound("total", "items", "pass_mark") {
      // When points or minima are wrong themselves, that is the message.
      guard let mark = scheme.passMark, scheme.least <= scheme.total.number,
        Points.sum(scheme.items.map(\.points)) == scheme.total
      else { continue }
      if mark > scheme.total || mark.number < scheme.least {
        findings.error(
          "WT04", zh: "合格线 \(mark.number) 应在 \(scheme.least)（必做项目最低分合计）和 \(scheme.total.number) 之间",
          en:
            "the pass mark \(mark.number) must lie between \(scheme.least) (the mandatory minima) and \(scheme.total.number)",
          at: scheme.location(of: "pass_mark"), repair: Message(zh: "写其间的一个分数", en: "write a mark in between"))
      }
    }
  },
  Check("WT05", rule: Message(zh: "门槛分钟 = 比例 × 学时 × 每学时分钟", en: "threshold = share × class hours × minutes")) {
    model, findings in
    for scheme in model.schemes.records where scheme.isSound("items", "minutes_per_class_hour") {
      for item in scheme.items {
        guard let threshold = item.threshold, let minutes = scheme.minutesPerClassHour,
          threshold.isSound("minutes", "share", "class_hours"),
          let whole = threshold.classHours.number.multiplied(by: Decimal(minutes)),
          let expected = whole.multiplied(by: threshold.share.number)?.divided(by: Decimal(100)),
          expected != threshold.minutes.number
        else { continue }
        findings.error(
          "WT05",
          zh:
            "门槛 \(threshold.minutes.number) 分钟，而 \(threshold.share.number)% × \(threshold.classHours.number) 学时 × \(minutes) 分钟 = \(expected) 分钟",
          en:
            "the threshold is \(threshold.minutes.number) minutes, but \(threshold.share.number)% × \(threshold.classHours.number) class hours × \(minutes) minutes = \(expected)",
          at: threshold.location(of: "minutes"), repair: Message(zh: "写成 \(expected)", en: "write \(expected)"))
      }
    }
  },
  Check("WT08", rule: Message(zh: "学员的必做项目写明怎样算完成", en: "a trainee's mandatory item says what counts as done")) {
    model, findings in
    for item in model.schemes.records.filter({ $0.subject == .trainee }).flatMap(\.items) where item.mandatory {
      guard item.grades.isEmpty, item.threshold == nil, item.minimum == nil, item.count == nil, item.target == nil
      else { continue }
      findings.error(
        "WT08", zh: "必做项目“\(item.name)”没有写怎样算完成",
        en: "the mandatory item \(item.name) does not say what counts as done", at: item.location(of: "mandatory"),
        repair: Message(
          zh: "写 grades、threshold、min、count 或 target 之一", en: "give one of grades, threshold, min, count, target"))
    }
  },
  Check("WT09", rule: Message(zh: "学员方案写明合格线", en: "a trainee scheme states a pass mark")) { model, findings in
    for scheme in model.schemes.records where scheme.subject == .trainee && scheme.passMark == nil {
      guard scheme.isSound("pass_mark") else { continue }
      findings.warning(
        "WT09", zh: "没有写合格线；必做项目的最低分合计 \(scheme.least)",
        en: "no pass mark is stated; the mandatory minima add up to \(scheme.least)", at: scheme.location(of: "title"),
        repair: Message(
          zh: "写 pass_mark，或在 open 里写明由谁何时定", en: "state pass_mark, or say in open who decides it by when")
      )
    }
  },
  Check(
    "WT06",
    rule: Message(
      zh: "由班级平均分折算的项目只在班级辅导教师的方案里，自动评价", en: "means of classes make up points of tutors alone, and by themselves")
  ) {
    model, findings in
    for scheme in model.schemes.records where scheme.isSound("subject", "items") {
      for item in scheme.items where item.classMean != nil && item.isSound("mode", "class_mean") {
        let isTutors = scheme.subject == .tutor
        guard
          !isTutors || item.mode != .automatic || !item.parts.isEmpty || !item.grades.isEmpty || item.threshold != nil
        else { continue }
        findings.error(
          "WT06", zh: isTutors ? "由班级平均分折算，就不用人评，也没有分项、等级和门槛" : "班级平均分只折算给班级辅导教师",
          en: isTutors
            ? "what a class's mean makes up is not judged, and has no parts, grades or threshold"
            : "a class's mean makes up points of its tutor alone",
          at: isTutors && item.mode != .automatic ? item.location(of: "mode") : item.location(of: "class_mean"),
          repair: isTutors
            ? Message(zh: "mode 写自动；删去分项、等级和门槛", en: "write mode: 自动, without parts, grades and threshold")
            : Message(zh: "删去 class_mean，或把 subject 改为班级辅导教师", en: "delete class_mean, or make subject 班级辅导教师"))
      }
    }
  },
  Check(
    "WT07",
    rule: Message(zh: "班级平均分按学员方案现在的版本折算", en: "class means are by the version in force of the trainees' scheme")
  ) {
    model, findings in
    for item in model.schemes.records.flatMap(\.items) {
      guard let mean = item.classMean, mean.isSound("scheme", "version"), let other = mean.scheme.record(in: model)
      else {
        continue
      }
      if other.subject != .trainee {
        findings.error(
          "WT06", zh: "“\(other.title)”考核的不是学员", en: "\(other.id.text) does not assess trainees",
          at: mean.location(of: "scheme"),
          repair: Message(zh: "写学员的考核方案", en: "name the scheme of the trainees"))
      } else if other.version != mean.version {
        findings.error(
          "WT07", zh: "“\(other.title)”现在是第 \(other.version) 版，这里按第 \(mean.version) 版折算",
          en: "\(other.id.text) is at version \(other.version); the mean is taken by \(mean.version)",
          at: mean.location(of: "version"),
          repair: Message(
            zh: "核对以后写 \(other.version)；本方案已经施行的，version 也加 1",
            en: "check it and write \(other.version); where this scheme is in force, raise its version too"))
      }
    }
  },
]
