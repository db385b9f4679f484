package import Diagnostics
package import Expressions
package import Values

/// What a survey before the training has found, in figures: sums only, never of one school or person.
package struct Diagnosis: NestedRecord {
  package var origin = Origin()
  package var period = ""
  package var body = ""
  package var methods: [String] = []
  package var sample: Int?
  package var findings: [Finding] = []

  package init() {}

  /// `diagnosis` of a plan.
  package static let table = RecordTable<Diagnosis>(
    "diagnosis", "需求诊断",
    [
      .required("period", "时间", \.period, "什么时候做的，如 2025年秋季学期"),
      .required("body", "单位", \.body, "谁做的"),
      .list("methods", "方法", \.methods, "怎样做的，如 匿名问卷、随堂听课"),
      .optional("sample", "样本", \.sample, "有效样本多少份"),
      .list("findings", "结果", \.findings, "查出什么，一项一个数", .required),
    ])
}

/// One figure of a survey.
package struct Finding: NestedRecord {
  package var origin = Origin()
  package var text = ""
  package var value = SurveyFigure()
  package var unit: String?
  package var scale: Int?

  package init() {}

  /// An item of `findings` of a diagnosis.
  package static let table = RecordTable<Finding>(
    "finding", "诊断结果",
    [
      .required("text", "内容", \.text, "这个数是什么"),
      .required("value", "数值", \.value, "百分数连同%，如 82.4%；指数或别的数只写数字"),
      .optional("unit", "单位", \.unit, "别的数的单位，如 年"),
      .optional("scale", "满分", \.scale, "指数的满分，如 5 分制写 5；指数不能超过它"),
    ])
}

/// A figure of a survey: a percentage with its sign, 0–100, or a bare number; four digits behind the point at most.
package struct SurveyFigure: TextualFieldValue, Hashable {
  /// Without the sign: 82.4 of `82.4%`.
  package private(set) var number = Decimal(0)
  /// Whether the sign stands behind it.
  package private(set) var isPercent = false

  init() {}

  /// `82.4%`, `3.81`; `nil` for a percentage above 100, a negative number and anything else.
  package init?(fieldText text: String, year: Int?) {
    let (clean, hadSign) = numberText(text, units: ["%"])
    guard let number = Decimal(clean), number.coefficient >= 0, number.scale <= 4, !hadSign || number <= Decimal(100)
    else { return nil }
    self.number = number
    isPercent = hadSign
  }

  /// A percentage beyond the whole.
  package static func reason(against text: String) -> Message? {
    let (clean, hadSign) = numberText(text, units: ["%"])
    guard hadSign, let number = Decimal(clean), number > Decimal(100) else { return nil }
    return Message(zh: "“\(text)”超过了 100%", en: "\"\(text)\" is more than 100%")
  }

  /// With its sign.
  package var fieldText: String { number.description + (isPercent ? "%" : "") }
  /// A percentage.
  package static var example: String { "82.4%" }
  /// As it is written.
  package static var valueType: ValueType { .text }
  /// Whichever of the two it is.
  package static var typeName: Message { Message(zh: "百分数或数", en: "percentage or number") }
  package func value(in model: Model) -> Value { .text(fieldText) }
}
