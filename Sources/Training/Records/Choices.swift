package import Diagnostics

/// How a course is taught.
package enum CourseMode: String, Choice {
  case online = "线上"
  case onSite = "线下"
  case blended = "混合"
  case shadowing = "跟岗"
  /// As RF08 says it: “不在方式的取值之内”, “not one of the course mode values”.
  package static var typeName: Message { Message(zh: "方式", en: "course mode") }
}

/// Whether a course must be taken.
package enum Obligation: String, Choice {
  case compulsory = "必修"
  case elective = "选修"
  case free = "自选"
  case additional = "加修"
  /// As RF08 says it: “不在修读要求的取值之内”, “not one of the obligation values”.
  package static var typeName: Message { Message(zh: "修读要求", en: "obligation") }
}

/// Stages of schooling, in their order.
package enum Stage: String, Choice {
  case kindergarten = "幼儿园"
  case primary = "小学"
  case junior = "初中"
  case senior = "高中"
  /// As RF08 says it: “不在学段的取值之内”, “not one of the stage values”. Streams use the same name.
  package static var typeName: Message { Message(zh: "学段", en: "stage") }
}

/// Stages of a stream: 中学 is junior and senior together.
package enum StreamStage: String, Choice {
  case kindergarten = "幼儿园"
  case primary = "小学"
  case junior = "初中"
  case senior = "高中"
  case secondary = "中学"
  /// As RF08 says it: “不在学段的取值之内”, “not one of the stage values”. The same as that of `Stage`; the repair lists 中学
  /// besides.
  package static var typeName: Message { Message(zh: "学段", en: "stage") }
}

/// Level of an authority.
package enum AuthorityLevel: String, Choice {
  case province = "省"
  case city = "市"
  case county = "县区"
  case group = "集团"
  case kindergarten = "园"
  /// As RF08 says it: “不在层级的取值之内”, “not one of the level values”. Experts use the same name with fewer words.
  package static var typeName: Message { Message(zh: "层级", en: "level") }
}

/// Level of an expert.
package enum ExpertLevel: String, Choice {
  case province = "省"
  case city = "市"
  case county = "县区"
  /// As RF08 says it: “不在层级的取值之内”, “not one of the level values”. The same as that of authorities; the repair lists
  /// fewer words.
  package static var typeName: Message { Message(zh: "层级", en: "level") }
}

/// Kinds of area.
package enum AreaKind: String, Choice {
  case county = "县"
  case city = "市"
  case district = "区"
  case direct = "市属"
  case township = "乡镇"
  case tutoring = "辅导区"
  case campus = "校区"
  /// As RF08 says it: “不在区域类别的取值之内”, “not one of the area kind values”.
  package static var typeName: Message { Message(zh: "区域类别", en: "area kind") }
}

/// Kinds of institution.
package enum InstitutionKind: String, Choice {
  case primary = "小学"
  case junior = "初中"
  case senior = "高中"
  case nineYear = "九年一贯"
  case secondary = "完全中学"
  case kindergarten = "幼儿园"
  case direct = "直属"
  /// As RF08 says it: “不在单位类别的取值之内”, “not one of the unit kind values”.
  package static var typeName: Message { Message(zh: "单位类别", en: "unit kind") }
}

/// Whether a plan is in force.
package enum PlanStatus: String, Choice {
  case draft = "草案"
  case issued = "印发"
  /// Nothing in the year's folder changes any more.
  case archived = "归档"
  /// As RF08 says it: “不在计划状态的取值之内”, “not one of the plan status values”.
  package static var typeName: Message { Message(zh: "计划状态", en: "plan status") }
}

/// Whether a time is certain.
package enum TimeStatus: String, Choice {
  case provisional = "暂定"
  case fixed = "已定"
  /// As RF08 says it: “不在时间状态的取值之内”, “not one of the time status values”.
  package static var typeName: Message { Message(zh: "时间状态", en: "time status") }
}

/// Whether a course page is a sample or final.
package enum CourseStatus: String, Choice {
  case sample = "样例"
  case final = "定稿"
  /// As RF08 says it: “不在课程状态的取值之内”, “not one of the course status values”.
  package static var typeName: Message { Message(zh: "课程状态", en: "course status") }
}

/// What kind of date a session is.
package enum SessionKind: String, Choice {
  case lecture = "讲座"
  case seminar = "研讨"
  case openLesson = "公开课"
  case observation = "观摩"
  case intensive = "集中研修"
  case questions = "集中答疑"
  case exam = "考试"
  case meeting = "会议"
  case deadline = "截止"
  case survey = "训前调研"
  /// As RF08 says it: “不在场次类型的取值之内”, “not one of the session kind values”.
  package static var typeName: Message { Message(zh: "场次类型", en: "session kind") }
}

/// Whether a session takes place as written.
package enum SessionStatus: String, Choice {
  case fixed = "已定"
  case provisional = "暂定"
  case moved = "改期"
  case cancelled = "取消"
  /// As RF08 says it: “不在场次状态的取值之内”, “not one of the session status values”.
  package static var typeName: Message { Message(zh: "场次状态", en: "session status") }
}

/// A weekday written beside a date, to be checked against it.
package enum WeekdayName: String, Choice {
  case monday = "星期一"
  case tuesday = "星期二"
  case wednesday = "星期三"
  case thursday = "星期四"
  case friday = "星期五"
  case saturday = "星期六"
  case sunday = "星期日"
  /// `周三`, `星期天` and `周日` are the same words shorter.
  package static func word(for text: String) -> String {
    let long = text.hasPrefix("周") ? "星期" + text.dropFirst() : text
    return long == "星期天" ? "星期日" : long
  }
  /// As RF08 says it: “不在星期的取值之内”, “not one of the weekday values”.
  package static var typeName: Message { Message(zh: "星期", en: "weekday") }
}

/// Whom a scheme assesses.
package enum SchemeSubject: String, Choice {
  case trainee = "学员"
  case tutor = "班级辅导教师"
  case manager = "培训管理者"
  case schoolTrainer = "校级培训者"
  case expert = "专家"
  /// As RF08 says it: “不在考核对象的取值之内”, “not one of the scheme subject values”.
  package static var typeName: Message { Message(zh: "考核对象", en: "scheme subject") }
}

/// Whether an item is assessed on the way or at the end.
package enum ItemCategory: String, Choice {
  case formative = "过程性"
  case summative = "终结性"
  /// As RF08 says it: “不在评价类别的取值之内”, “not one of the item category values”.
  package static var typeName: Message { Message(zh: "评价类别", en: "item category") }
}

/// Who or what assesses an item.
package enum EvaluationMode: String, Choice {
  case automatic = "自动"
  case manual = "人工"
  case combined = "结合"
  /// As WT06 says it: “不在评价方式的取值之内”, “not one of the evaluation mode values”.
  package static var typeName: Message { Message(zh: "评价方式", en: "evaluation mode") }
  /// WT06, of the family of schemes.
  package static var errorCode: DiagnosticCode { "WT06" }
}

/// What part of a threshold counts.
package enum PartialCredit: String, Choice {
  case none
  case proportional
  /// As RF08 says it: “不在部分得分规则的取值之内”, “not one of the partial credit rule values”.
  package static var typeName: Message { Message(zh: "部分得分规则", en: "partial credit rule") }
}

/// Comparison of a target.
package enum TargetOperator: String, Choice {
  case atLeast = "≥"
  case equal = "="
  case atMost = "≤"
  /// As RF08 says it: “不在比较符号的取值之内”, “not one of the comparison values”.
  package static var typeName: Message { Message(zh: "比较符号", en: "comparison") }
}

/// Kinds of notice.
package enum NoticeKind: String, Choice {
  case notice = "通知"
  case disclosure = "公示"
  case correction = "更正"
  case bulletin = "通报"
  case guidance = "导学"
  /// As RF08 says it: “不在公告类型的取值之内”, “not one of the notice kind values”.
  package static var typeName: Message { Message(zh: "公告类型", en: "notice kind") }
}

/// Kinds of public list.
package enum ListKind: String, Choice {
  case passed = "合格"
  case excellent = "优秀"
  case selection = "遴选"
  case honour = "荣誉"
  case sample = "抽考"
  case censure = "通报批评"
  case cheating = "舞弊"
  case makeUp = "补学"

  /// Whether it tells against those on it: then it has no names, unless the law wants them.
  package var isNegative: Bool {
    switch self {
    case .passed, .excellent, .selection, .honour, .sample: false
    case .censure, .cheating, .makeUp: true
    }
  }

  /// Whether those on it were chosen or have passed, which others may object to.
  package var isContested: Bool {
    switch self {
    case .passed, .excellent, .selection, .honour: true
    case .sample, .censure, .cheating, .makeUp: false
    }
  }

  /// As RF08 says it: “不在名单类型的取值之内”, “not one of the list kind values”.
  package static var typeName: Message { Message(zh: "名单类型", en: "list kind") }
}

/// Orders of a public list; never by score.
package enum ListOrder: String, Choice {
  /// After the family name a blank counts: 高富 before 高大富.
  case strokes = "姓氏笔画"
  /// Character by character: 高大富 before 高富.
  case fullNameStrokes = "姓名笔画"
  case unit = "单位"
  case number = "序号"
  /// As RF08 says it: “不在排列方式的取值之内”, “not one of the list order values”.
  package static var typeName: Message { Message(zh: "排列方式", en: "list order") }
}

/// Columns that a public list may have: an allow-list.
package enum ListColumn: String, Choice {
  case number = "序号"
  case name = "姓名"
  case unit = "单位"
  case subject = "学科"
  case result = "结果"
  /// As RF08 says it: “不在名单栏目的取值之内”, “not one of the list column values”.
  package static var typeName: Message { Message(zh: "名单栏目", en: "list column") }
}

/// The time that dates and times of a portal are in: all of China has one.
package enum PortalTimeZone: String, Choice {
  case shanghai = "Asia/Shanghai"
  /// As RF08 says it: “不在时区的取值之内”, “not one of the time zone values”.
  package static var typeName: Message { Message(zh: "时区", en: "time zone") }
}

/// An HTML tag that texts may hold: those of `AllowedTags`.
package enum AllowedTagName: String, Choice {
  case lineBreak = "br"
  case lowered = "sub"
  case raised = "sup"
  case key = "kbd"
  case underlined = "u"
  case marked = "mark"
  case small = "small"
  /// As RF08 says it: “不在标签的取值之内”, “not one of the HTML tag values”.
  package static var typeName: Message { Message(zh: "标签", en: "HTML tag") }
}

/// What becomes of a fraction of a person.
package enum Rounding: String, Choice {
  case down = "舍去"
  case nearest = "四舍五入"
  case up = "进一"
  /// The total first, then the largest fractions.
  case largestRemainder = "最大余数"

  /// The English words are read too.
  package static func word(for text: String) -> String {
    switch text {
    case "floor": down.rawValue
    case "round": nearest.rawValue
    case "ceil": up.rawValue
    case "largest-remainder": largestRemainder.rawValue
    default: text
    }
  }

  /// The rule as readers see it.
  package var rule: String {
    switch self {
    case .down: "各组的尾数一律舍去"
    case .nearest: "各组的尾数四舍五入"
    case .up: "各组有尾数就进一"
    case .largestRemainder: "先按全部人数四舍五入定总数，各组先取整数，剩下的名额给尾数最大的组"
    }
  }

  /// As RF08 says it: “不在尾数处理的取值之内”, “not one of the rounding values”.
  package static var typeName: Message { Message(zh: "尾数处理", en: "rounding") }
}

/// What the shares of a sample are reckoned by.
package enum SampleGroups: String, Choice {
  case area = "区县"
  case stream = "学科班"
  /// As RF08 says it: “不在抽考分组的取值之内”, “not one of the sample group values”.
  package static var typeName: Message { Message(zh: "抽考分组", en: "sample group") }
}
