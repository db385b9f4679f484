import Diagnostics
package import Expressions
package import Values

/// An assessment scheme: how points are made.
package struct Scheme: IdentifiedRecord {
  package var origin = Origin()
  package var id = Identifier()
  package var title = ""
  package var subject = SchemeSubject.trainee
  package var version = 1
  package var effective = CalendarDate(dayNumber: 0)
  package var project: Reference<Project>?
  package var summary = ""
  package var total = Points(Decimal(100))
  package var passMark: Points?
  package var classHours: ClassHours?
  package var minutesPerClassHour: Int?
  package var dimensions: [String] = []
  package var items: [Item] = []
  package var outcomes: [Outcome] = []
  package var open: [Pending] = []
  package var questions: [Question] = []

  package init() {}
  package static func store(in model: Model) -> RecordStore<Scheme> { model.schemes }
  /// Filled from the files `schemes/<id>.yml`.
  package static var shelf: any WritableKeyPath<Records, [Scheme]> & Sendable { \.schemes }

  /// The least that every mandatory item asks for, added up.
  package var least: Decimal { Points.sum(items.map { Points($0.least) })?.number ?? Decimal(0) }

  private static let group = RecordType(
    "item-group",
    [
      .init("category", .text, doc: "过程性或终结性"),
      .init("items", .list(Item.valueType), doc: "考核项目"),
      .init("points", .number, doc: "分值合计"),
    ])

  /// `scheme`: its fields, the least that its mandatory items ask for, and the items by category. That the points add
  /// up is for the checks.
  package static let table = RecordTable<Scheme>(
    "scheme", "考核方案",
    [
      .required("id", "编号", \.id, "编号，取自文件名"),
      .required("title", "标题", \.title, "方案名称"),
      .required("subject", "对象", \.subject, "考核谁"),
      .required("version", "版本", \.version, "版本号"),
      .required("effective", "生效", \.effective, "生效日期"),
      .optional("project", "项目", \.project, "所属项目"),
      .required("summary", "摘要", \.summary, "一两句话"),
      .required("total", "总分", \.total, "总分，通常 100"),
      .optional("pass_mark", "合格线", \.passMark, "合格线"),
      .optional("class_hours", "学时", \.classHours, "总学时"),
      .optional("minutes_per_class_hour", "每学时分钟", \.minutesPerClassHour, "1 学时几分钟"),
      .list("dimensions", "维度", \.dimensions, "考核维度"),
      .list("items", "考核项目", \.items, "考核项目", .required),
      .list("outcomes", "结果应用", \.outcomes, "结果怎样用"),
      .list("open", "待定", \.open, "待定的规则"),
      .list("questions", "常问", \.questions, "常问"),
    ],
    derived: [
      .url(\.id),
      .init("least", .number, "必做项目最低分合计") { scheme, _ in .number(scheme.least) },
      .init("groups", .list(.record { group }), "按评价类别分组的项目") { scheme, model in
        .list(
          ItemCategory.allCases.compactMap { category in
            let items = scheme.items.filter { $0.category == category }
            guard !items.isEmpty else { return nil }
            return .record(
              View(
                group,
                [
                  .text(category.rawValue), .list(items.map { $0.value(in: model) }),
                  .number(Points.sum(items.map(\.points))?.number ?? Decimal(0)),
                ]))
          })
      },
    ])

  /// Sets each item's place in the stacked bar.
  package mutating func complete() {
    guard total.number > Decimal(0) else { return }
    var left = Decimal(0)
    for index in items.indices {
      let share = items[index].points.number.multiplied(by: Decimal(100))?.divided(by: total.number) ?? Decimal(0)
      items[index].left = left
      items[index].width = share.rounded(toPlaces: 2)
      left = left.adding(items[index].width) ?? left
    }
  }
}

/// One line of a scheme.
package struct Item: ReferringRecord {
  package var origin = Origin()
  package var id = Identifier()
  package var name = ""
  package var text = ""
  package var points = Points(Decimal(0))
  package var stage: String?
  package var dimension: String?
  package var category = ItemCategory.formative
  package var mandatory = false
  package var minimum: Points?
  package var capNote: String?
  package var parts: [ItemPart] = []
  package var grades: [Grade] = []
  package var threshold: Threshold?
  package var partial: PartialCredit?
  package var mode = EvaluationMode.automatic
  package var target: Target?
  package var count: RequiredCount?
  package var classMean: ClassMean?
  package var amended: Amendment?
  /// Where the item begins in the scheme's bar and how wide it is, in percent of the total.
  var left = Decimal(0)
  var width = Decimal(0)

  package init() {}

  /// The points that the item asks for at least: its minimum; its lowest grade; all points of a mandatory all-or-nothing
  /// threshold; else nothing.
  package var least: Decimal {
    if let minimum { return minimum.number }
    guard mandatory else { return Decimal(0) }
    if let lowest = grades.map(\.points.number).min() { return lowest }
    return threshold != nil && partial != .proportional ? points.number : Decimal(0)
  }

  /// An item of `items` of a scheme, with its place in the scheme's bar.
  package static let table = RecordTable<Item>(
    "item", "考核项目",
    [
      .required("id", "编号", \.id, "编号"),
      .required("name", "名称", \.name, "项目名称"),
      .required("text", "说明", \.text, "怎样算"),
      .required("points", "分值", \.points, "分值"),
      .optional("stage", "环节", \.stage, "环节"),
      .optional("dimension", "维度", \.dimension, "属于方案的哪个维度"),
      .required("category", "类别", \.category, "过程性或终结性"),
      .defaulted("mandatory", "必做", \.mandatory, "是否必做"),
      .optional("min", "至少", \.minimum, "至少几分"),
      .optional("cap_note", "上限说明", \.capNote, "上限说明"),
      .list("parts", "分项", \.parts, "分项及上限"),
      .list("grades", "等级", \.grades, "等级及分数"),
      .optional("threshold", "门槛", \.threshold, "要达到的分钟数"),
      .optional("partial", "部分得分", \.partial, "未达到时怎样算"),
      .required("mode", "评价方式", \.mode, "自动、人工、结合"),
      .optional("target", "目标", \.target, "目标率"),
      .optional("count", "次数", \.count, "至少几次"),
      .optional("class_mean", "班级平均", \.classMean, "班级辅导教师的一项由本班学员的平均分折算时，写学员的方案"),
      .optional("amended", "修订", \.amended, "对来源文件的修订"),
    ],
    derived: [
      .init("least", .number, "最低要求的分数") { item, _ in .number(item.least) },
      .init("left", .number, "在构成图里的起点，占总分的百分数") { item, _ in .number(item.left) },
      .init("width", .number, "在构成图里的宽度，占总分的百分数") { item, _ in .number(item.width) },
    ])
}

/// A part of an item with its own cap.
package struct ItemPart: NestedRecord {
  package var origin = Origin()
  package var name = ""
  package var cap = Points(Decimal(0))

  package init() {}

  /// An item of `parts` of a scheme's item.
  package static let table = RecordTable<ItemPart>(
    "part", "分项", [.required("name", "名称", \.name, "分项名称"), .required("cap", "上限", \.cap, "最高几分")])
}

/// A grade and what it is worth.
package struct Grade: NestedRecord {
  package var origin = Origin()
  package var name = ""
  package var points = Points(Decimal(0))

  package init() {}

  /// An item of `grades` of a scheme's item.
  package static let table = RecordTable<Grade>(
    "grade", "等级", [.required("name", "名称", \.name, "等级"), .required("points", "分数", \.points, "得几分")])
}

/// Viewing time that must be reached: share × class hours × minutes per class hour.
package struct Threshold: NestedRecord {
  package var origin = Origin()
  package var minutes = Minutes(Decimal(0))
  package var share = Percent(Decimal(0))
  package var classHours = ClassHours(Decimal(0))

  package init() {}

  /// `threshold` of a scheme's item. The product is written out beside its factors, and WT05 compares them.
  package static let table = RecordTable<Threshold>(
    "threshold", "门槛",
    [
      .required("minutes", "分钟", \.minutes, "要达到的分钟数"),
      .required("share", "比例", \.share, "占总学时的比例"),
      .required("class_hours", "学时", \.classHours, "总学时"),
    ])
}

/// A rate to be reached.
package struct Target: NestedRecord {
  package var origin = Origin()
  package var metric = ""
  package var comparison = TargetOperator.atLeast
  package var rate = Percent(Decimal(0))

  package init() {}

  /// `target` of a scheme's item; the rate must have its %.
  package static let table = RecordTable<Target>(
    "target", "目标",
    [
      .required("metric", "指标", \.metric, "什么率"),
      .required("op", "比较", \.comparison, "≥、=、≤"),
      .required("value", "数值", \.rate, "目标率"),
    ])
}

/// A number of things to be done at least.
package struct RequiredCount: NestedRecord {
  package var origin = Origin()
  package var what = ""
  package var minimum = 0

  package init() {}

  /// `count` of a scheme's item.
  package static let table = RecordTable<RequiredCount>(
    "count", "次数", [.required("what", "什么", \.what, "数什么"), .required("min", "至少", \.minimum, "至少几次")])
}

/// The scheme of the trainees whose mean makes up an item of their tutor's: mean ÷ the most of that scheme × the item's points.
package struct ClassMean: ReferringRecord {
  package var origin = Origin()
  package var scheme = Reference<Scheme>(id: "", span: SourceSpan(0, 0))
  package var version = 1

  package init() {}

  /// `class_mean` of a scheme's item. The version is written out, so that a scheme that is edited in force is told (WT07).
  package static let table = RecordTable<ClassMean>(
    "class-mean", "班级平均",
    [
      .required("scheme", "方案", \.scheme, "学员的考核方案"),
      .required("version", "版本", \.version, "那个方案的版本"),
    ])
}

/// A figure of the source document that the authority changed, with the reason.
package struct Amendment: NestedRecord {
  package var origin = Origin()
  package var from = Points(Decimal(0))
  package var reason = ""
  package var on: CalendarDate?

  package init() {}

  /// `amended` of a scheme's item: the points before, and why they were changed.
  package static let table = RecordTable<Amendment>(
    "amendment", "修订",
    [
      .required("from", "原值", \.from, "原来的分值"),
      .required("reason", "理由", \.reason, "为什么改"),
      .optional("on", "日期", \.on, "哪天改的"),
    ])
}

/// What a result is good for.
package struct Outcome: NestedRecord {
  package var origin = Origin()
  package var grade = ""
  package var effects: [String] = []

  package init() {}

  /// An item of `outcomes` of a scheme.
  package static let table = RecordTable<Outcome>(
    "outcome", "结果应用",
    [.required("grade", "结果", \.grade, "哪种结果"), .list("effects", "用处", \.effects, "用处", .required)])
}

/// A question often asked, with its answer.
package struct Question: NestedRecord {
  package var origin = Origin()
  package var question = ""
  package var answer = ""

  package init() {}

  /// An item of `questions` of a scheme, written as `q` and `a`.
  package static let table = RecordTable<Question>(
    "question", "常问", [.required("q", "问", \.question, "问"), .required("a", "答", \.answer, "答")])
}
