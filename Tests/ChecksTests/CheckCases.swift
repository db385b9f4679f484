import Testing

/// Edits of the small portal and the one message they give.
struct CheckCase: Sendable, CustomTestStringConvertible {
  struct Edit: Sendable {
    var path: String
    var old: String
    var new: String
  }

  var code: String
  var trigger: [Edit]
  /// Where the message points: the text there, marked with ⟦⟧, in the edited portal.
  var place: (path: String, text: String)
  /// Edits that come near and give nothing.
  var nearMiss: [Edit]

  var testDescription: String { "\(code) \(place.text)" }

  init(
    _ code: String, _ trigger: [(String, String, String)], at place: (String, String),
    nearMiss: [(String, String, String)] = []
  ) {
    self.code = code
    self.trigger = trigger.map { Edit(path: $0.0, old: $0.1, new: $0.2) }
    self.place = place
    self.nearMiss = nearMiss.map { Edit(path: $0.0, old: $0.1, new: $0.2) }
  }
}

/// Files of the small portal.
enum File {
  private static let year = "content/years/2026/"
  private static let project = year + "projects/yuancheng/"
  static let site = "content/site.yml"
  static let milestones = year + "milestones.csv"
  static let classes = project + "classes.csv"
  static let streams = project + "streams.csv"
  static let experts = "content/people/experts.csv"
  static let tutors = project + "tutors.csv"
  static let groups = project + "groups.csv"
  static let sessions = project + "sessions.csv"
  static let phases = project + "phases.yml"
  static let document = project + "index.md"
  static let newsletter = project + "newsletters/c1/01.md"
  static let secondNewsletter = project + "newsletters/c1/02.md"
  static let projects = year + "projects.csv"
  static let plan = year + "plan.md"
  static let tiers = year + "tiers.yml"
  static let modules = year + "modules.yml"
  static let first = "content/packs/danyuan/k1.md"
  static let credit = "content/packs/xuefen/x1.md"
  static let pack = "content/packs/xuefen/index.md"
  static let scheme = "content/schemes/xueyuan.yml"
  static let disclosure = "content/notices/2026-09-16-gongshi.md"
  static let rows = "content/notices/2026-09-16-gongshi.csv"
}

let allCases: [CheckCase] =
  schemeCases + hourCases + classCases + staffCases + dateCases + orderCases + pairCases + privateDataCases
  + numberCases
  + periodCases + otherCases + listCases + textCases

private let threshold = "    threshold: {minutes: 108, share: 60%, class_hours: 4}\n"
private let draft = "{name: 初稿, cap: 20}"
private let revised = "{name: 修改稿, cap: 20}"

private let schemeCases = [
  CheckCase(
    "WT01", [(File.scheme, "points: 60\n", "points: 65\n")], at: (File.scheme, "\ntotal: ⟦100⟧"),
    nearMiss: [(File.scheme, "points: 60\n", "points: 60.0分\n")]),
  CheckCase(
    "RF01", [(File.scheme, "- id: zuoye\n", "- id: shijian\n")], at: (File.scheme, "- id: ⟦shijian⟧\n    name: 作业"),
    nearMiss: [(File.scheme, "- id: zuoye\n", "- id: zuoye-er\n")]),
  CheckCase(
    "WT02", [(File.scheme, "{name: 优秀, points: 40}", "{name: 优秀, points: 41}")], at: (File.scheme, "points: ⟦41⟧"),
    nearMiss: [(File.scheme, "{name: 优秀, points: 40}", "{name: 优秀, points: 39.5}")]),
  CheckCase(
    "WT03", [(File.scheme, draft, "{name: 初稿, cap: 15}")], at: (File.scheme, "parts:\n      ⟦- {name: 初稿⟧"),
    nearMiss: [(File.scheme, draft, "{name: 初稿, cap: 15}"), (File.scheme, revised, "{name: 修改稿, cap: 25}")]),
  CheckCase(
    "WT03", [(File.scheme, "min: 10\n", "min: 41\n"), (File.scheme, "pass_mark: 70", "pass_mark: 100")],
    at: (File.scheme, "min: ⟦41⟧"), nearMiss: [(File.scheme, "min: 10\n", "min: 5\n")]),
  CheckCase(
    "WT04", [(File.scheme, "pass_mark: 70", "pass_mark: 69")], at: (File.scheme, "pass_mark: ⟦69⟧"),
    nearMiss: [(File.scheme, "pass_mark: 70", "pass_mark: 100")]),
  CheckCase(
    "WT04", [(File.scheme, "pass_mark: 70", "pass_mark: 100.5")], at: (File.scheme, "pass_mark: ⟦100.5⟧"),
    nearMiss: [(File.scheme, "pass_mark: 70", "pass_mark: 70分")]),
  CheckCase(
    "WT05", [(File.scheme, "minutes: 108, share", "minutes: 107, share")], at: (File.scheme, "{minutes: ⟦107⟧"),
    nearMiss: [(File.scheme, "minutes: 108, share: 60%", "minutes: 90, share: 50%")]),
  CheckCase(
    "WT06", [(File.scheme, "mode: 自动", "mode: 全自动")], at: (File.scheme, "mode: ⟦全自动⟧"),
    nearMiss: [(File.scheme, "mode: 自动", "mode: 结合")]),
  CheckCase(
    "WT08", [(File.scheme, threshold, ""), (File.scheme, "pass_mark: 70", "pass_mark: 60")],
    at: (File.scheme, "mandatory: ⟦true⟧"),
    nearMiss: [(File.scheme, threshold, "    count: {what: 次数, min: 2}\n")]),
  CheckCase(
    "WT09", [(File.scheme, "pass_mark: 70\n", "")], at: (File.scheme, "title: ⟦学员考核办法⟧"),
    nearMiss: [(File.scheme, "pass_mark: 70\n", ""), (File.scheme, "subject: 学员", "subject: 专家")]),
]

private func budget(_ text: String) -> (String, String, String) {
  (File.plan, "credit_rule:", "budget_per_head: 1800元\nbudget: \(text)\ncredit_rule:")
}

private let hourCases = [
  CheckCase(
    "HR05", [(File.projects, "远程培训,约150,", "远程培训,151,")], at: (File.projects, "远程培训,⟦151⟧"),
    nearMiss: [(File.projects, "远程培训,约150,", "远程培训,150,")]),
  CheckCase(
    "RF06", [(File.plan, "credit_rule: {task_hours: 8 h, observe_hours: 2 h, evidence: 1}\n", "")],
    at: (File.tiers, "credits: ⟦3⟧"),
    nearMiss: [
      (
        File.plan, "credit_rule: {task_hours: 8 h, observe_hours: 2 h, evidence: 1}",
        "credit_rule: {pending: {what: 折算办法, owner: 教研室, by: 2026-12-01}}"
      )
    ]),
  CheckCase(
    "RF09", [(File.scheme, "minutes_per_class_hour: 45", "class_hours: 5\nminutes_per_class_hour: 45")],
    at: (File.scheme, "class_hours: ⟦5⟧"),
    nearMiss: [(File.scheme, "minutes_per_class_hour: 45", "class_hours: 4.0学时\nminutes_per_class_hour: 45")]),
  CheckCase(
    "RF09",
    [
      (File.scheme, "    mode: 人工", "    mode: 人工\n    count: {what: 作业, min: 2}"),
      (File.scheme, "    mode: 自动", "    mode: 自动\n    count: {what: 作业, min: 3}"),
    ],
    at: (File.scheme, "mode: 人工\n    count: {what: 作业, min: ⟦2⟧"),
    nearMiss: [
      (File.scheme, "    mode: 人工", "    mode: 人工\n    count: {what: 作业, min: 2}"),
      (File.scheme, "    mode: 自动", "    mode: 自动\n    count: {what: 听课, min: 3}"),
    ]),
  CheckCase(
    "HR01", [(File.first, "minutes: 90", "minutes: 91")], at: (File.phases, "08-21, class_hours: ⟦2⟧"),
    nearMiss: [(File.first, "minutes: 90", "minutes: 90分钟")]),
  CheckCase(
    "HR02", [(File.document, "class_hours: 4", "class_hours: 5")], at: (File.phases, "08-21, class_hours: ⟦2⟧"),
    nearMiss: [(File.document, "class_hours: 4", "class_hours: 4.00学时")]),
  CheckCase(
    "HR02", [(File.phases, "09-04, class_hours: 2", "09-04, class_hours: 3")],
    at: (File.phases, "08-21, class_hours: ⟦2⟧"), nearMiss: []),
  CheckCase(
    "HR03",
    [
      (File.document, "packs:", "weeks: 4\npacks:"), (File.phases, "end: 2026-08-21,", "end: 2026-08-21, weeks: 1,"),
      (File.phases, "end: 2026-09-04,", "end: 2026-09-04, weeks: 2,"),
    ], at: (File.document, "weeks: ⟦4⟧"),
    nearMiss: [
      (File.document, "packs:", "weeks: 3\npacks:"), (File.phases, "end: 2026-08-21,", "end: 2026-08-21, weeks: 1,"),
      (File.phases, "end: 2026-09-04,", "end: 2026-09-04, weeks: 2,"),
    ]),
  CheckCase(
    "HR07", [budget("{heads: 6400, total: 11250000元}")], at: (File.plan, "total: ⟦11250000元⟧"),
    nearMiss: [budget("{heads: 6400, total: 11520000}")]),
  CheckCase(
    "HR07", [budget("{heads: 10, total: 18000元, lines: [{use: 课程, amount: 9600}, {use: 设备, amount: 8000}]}")],
    at: (File.plan, "lines: ⟦[{use: 课程, amount: 9600}, {use: 设备, amount: 8000}]⟧"),
    nearMiss: [budget("{heads: 10, total: 18000元, lines: [{use: 课程, amount: 9600}, {use: 设备, amount: 8400}]}")]),
  CheckCase(
    "HR08", [(File.document, "packs:", "fees: [{audience: 高中, amount: 75元, heads: 120, total: 9500元}]\npacks:")],
    at: (File.document, "total: ⟦9500元⟧"),
    nearMiss: [(File.document, "packs:", "fees: [{audience: 高中, amount: 75元, heads: 120, total: 9000元}]\npacks:")]),
  CheckCase(
    "HR04", [(File.credit, "minutes: 1440", "minutes: 1400")], at: (File.credit, "minutes: ⟦1400⟧"),
    nearMiss: [(File.credit, "minutes: 1440", "minutes: 1,440")]),
  CheckCase(
    "HR04", [(File.tiers, "credits: 3", "credits: 4")], at: (File.tiers, "credits: ⟦4⟧"),
    nearMiss: [(File.tiers, "credits: 3", "credits: 2.5")]),
  CheckCase(
    "HR06", [(File.projects, "新教师培训,50,", "新教师培训,约50,")], at: (File.projects, ",⟦约50⟧,"),
    nearMiss: [(File.projects, "远程培训,约150,", "远程培训,约200,")]),
  CheckCase(
    "HR06", [(File.projects, "新教师培训,50,", "新教师培训,全员,")], at: (File.projects, ",⟦全员⟧,"),
    nearMiss: [(File.projects, "远程培训,约150,", "远程培训,全员,")]),
]

/// The second class is of another subject; neither fills a class.
private let twoSubjects = [(File.classes, "c2,zx", "c2,zy"), (File.streams, ",150", ",90\nzy,中学,语文,60")]

/// The second class has members of another subject besides.
private let pooledClass = [
  (File.classes, "辅导教师,人数", "辅导教师,人数,合班学科班"), (File.classes, "t1,90", "t1,90,"),
  (File.classes, "t2,60", "t2,60,zy"), (File.streams, ",150", ",110\nzy,中学,语文,40"),
]

private let classCases = [
  CheckCase(
    "CL01", [(File.classes, "t2,60", "t2,101"), (File.streams, ",150", ",191")], at: (File.classes, "t2,⟦101⟧"),
    nearMiss: [(File.classes, "t2,60", "t2,100"), (File.streams, ",150", ",190")]),
  CheckCase(
    "CL01", [(File.document, "packs:", "class_rule: {max: 80, tail_min: 40}\npacks:")], at: (File.classes, "t1,⟦90⟧"),
    nearMiss: [(File.document, "packs:", "class_rule: {max: 90, tail_min: 40}\npacks:")]),
  CheckCase(
    "CL01",
    [
      (File.classes, "辅导教师,人数", "辅导教师,人数,破例"), (File.classes, "t1,90", "t1,90,"),
      (File.classes, "t2,60", "t2,103,"), (File.streams, ",150", ",193"),
    ], at: (File.classes, "t2,⟦103⟧"),
    nearMiss: [
      (File.classes, "辅导教师,人数", "辅导教师,人数,破例"), (File.classes, "t1,90", "t1,90,"),
      (File.classes, "t2,60", "t2,103,\"{reason: 三人随原校编班, approved_by: 市教育局}\""), (File.streams, ",150", ",193"),
    ]),
  CheckCase(
    "RF06",
    [
      (File.classes, "辅导教师,人数", "辅导教师,人数,破例"), (File.classes, "t1,90", "t1,90,"),
      (File.classes, "t2,60", "t2,103,{reason: 三人随原校编班}"), (File.streams, ",150", ",193"),
    ], at: (File.classes, "⟦{reason: 三人随原校编班}⟧")),
  CheckCase(
    "RF08", [(File.document, "packs:", "class_rule: {max: 90, tail_min: 46}\npacks:")],
    at: (File.document, "class_rule: ⟦{max: 90, tail_min: 46}⟧"),
    nearMiss: [(File.document, "packs:", "class_rule: {max: 91, tail_min: 46}\npacks:")]),
  CheckCase(
    "CL02", [(File.classes, "t2,60", "t2,49"), (File.streams, ",150", ",139")], at: (File.classes, "t2,⟦49⟧"),
    nearMiss: [(File.classes, "t2,60", "t2,50"), (File.streams, ",150", ",140")]),
  CheckCase(
    "CL03",
    [
      (File.classes, "t1,90", "t1,49"), (File.classes, "t2,60", "t2,50"), (File.streams, ",150", ",99"),
      (File.groups, "一组,45", "一组,4"),
    ], at: (File.classes, "t2,⟦50⟧"),
    nearMiss: [
      (File.classes, "t1,90", "t1,50"), (File.classes, "t2,60", "t2,50"), (File.streams, ",150", ",100"),
      (File.groups, "一组,45", "一组,5"),
    ]),
  CheckCase(
    "CL03", twoSubjects, at: (File.projects, "⟦yuancheng⟧,,远程培训"),
    nearMiss: twoSubjects + [(File.document, "packs:", "class_rule: {small_subject: per-subject}\npacks:")]),
  CheckCase(
    "CL03",
    [
      (File.classes, "t1,90", "t1,49"), (File.classes, "c2,zx", "c2,zy"), (File.classes, "t2,60", "t2,50"),
      (File.streams, ",150", ",49\nzy,中学,语文,50"), (File.groups, "一组,45", "一组,4"),
      (File.document, "packs:", "class_rule: {small_subject: pooled}\npacks:"),
    ], at: (File.classes, "t2,⟦50⟧"),
    nearMiss: [
      (File.classes, "t1,90", "t1,50"), (File.classes, "c2,zx", "c2,zy"), (File.classes, "t2,60", "t2,51"),
      (File.streams, ",150", ",50\nzy,中学,语文,51"), (File.groups, "一组,45", "一组,5"),
      (File.document, "packs:", "class_rule: {small_subject: pooled}\npacks:"),
    ]),
  CheckCase(
    "CL03", pooledClass, at: (File.classes, "t2,60,⟦zy⟧"),
    nearMiss: pooledClass + [(File.document, "packs:", "class_rule: {small_subject: pooled}\npacks:")]),
  CheckCase(
    "CL06",
    pooledClass + [
      (File.streams, "语文,40", "语文,41"), (File.document, "packs:", "class_rule: {small_subject: pooled}\npacks:"),
    ],
    at: (File.streams, "数学,⟦110⟧")),
  CheckCase(
    "CL06", [(File.streams, ",150", ",151")], at: (File.streams, ",⟦151⟧"),
    nearMiss: [(File.streams, ",150", ",１５０")]),
  CheckCase(
    "CL06", [(File.groups, "一组,45", "一组,44")], at: (File.classes, "t1,⟦90⟧"),
    nearMiss: [(File.groups, "一组,45", "一组,44"), (File.groups, "二组,45", "二组,46")]),
  CheckCase(
    "CL08", [(File.classes, "t2,60", "t1,60")], at: (File.classes, "2班,⟦t1⟧,60"),
    nearMiss: [(File.classes, "t2,60", "t2, 60")]),
  CheckCase(
    "CL08", [(File.classes, "t2,60", "t1,60")], at: (File.classes, "2班,⟦t1⟧,60"),
    nearMiss: [
      (File.classes, "t2,60", "t1,60"), (File.document, "packs:", "class_rule: {tutor_classes: 2}\npacks:"),
    ]),
]

private let staffCases = [
  CheckCase(
    "CL04", [(File.classes, "t2,60", ",60"), (File.tutors, "t2,卞文卿,临江县第二中学\n", "")],
    at: (File.classes, "⟦c2⟧,zx"),
    nearMiss: [
      (File.classes, "t2,60", "待定（办公室，2026-10-09）,60"), (File.tutors, "t2,卞文卿,临江县第二中学\n", ""),
    ]),
  CheckCase(
    "CL04",
    [
      (File.classes, "t1,90", ",90"), (File.classes, "t2,60", ",60"),
      (File.tutors, "t1,贺明岚,临江县第一中学\nt2,卞文卿,临江县第二中学\n", ""),
    ], at: (File.classes, "⟦c1⟧,zx")),
  CheckCase(
    "CL04",
    [(File.classes, "t2,60", "t2、t3,60"), (File.tutors, "t2,卞文卿,临江县第二中学\n", "t2,卞文卿,临江县第二中学\nt3,卜元青,临江县第二中学\n")],
    at: (File.classes, "2班,⟦t2、t3⟧"), nearMiss: [(File.classes, "t2,60", "t2、,60")]),
  CheckCase(
    "CL05", [(File.groups, "二组,45,临江县第一中学", "二组,45,")], at: (File.groups, "⟦g2⟧,c1"),
    nearMiss: [(File.groups, "二组,45,临江县第一中学", "二组,45,待定（办公室，2026-10-09）")]),
  CheckCase(
    "CL09",
    [
      (File.groups, "人数,组长单位", "人数,最少,最多,组长单位"), (File.groups, "一组,45,", "一组,81,,,"),
      (File.groups, "二组,45,", "二组,9,6,8,"),
    ], at: (File.groups, "二组,⟦9⟧,6"),
    nearMiss: [
      (File.groups, "人数,组长单位", "人数,最少,最多,组长单位"), (File.groups, "一组,45,", "一组,82,,,"),
      (File.groups, "二组,45,", "二组,8,6,8,"),
    ]),
  CheckCase(
    "CL09",
    [
      (File.groups, "一组,45", "一组,46"), (File.groups, "二组,45", "二组,44"),
      (File.document, "packs:", "class_rule: {group_max: 45}\npacks:"),
    ], at: (File.groups, "一组,⟦46⟧"),
    nearMiss: [(File.document, "packs:", "class_rule: {group_min: 45, group_max: 45}\npacks:")]),
  CheckCase(
    "RF08", [(File.document, "packs:", "class_rule: {group_min: 46, group_max: 45}\npacks:")],
    at: (File.document, "class_rule: ⟦{group_min: 46, group_max: 45}⟧")),
  CheckCase(
    "RF08",
    [
      (File.groups, "人数,组长单位", "人数,最少,最多,组长单位"), (File.groups, "一组,45,", "一组,45,,,"),
      (File.groups, "二组,45,", "二组,45,46,8,"),
    ], at: (File.groups, "二组,45,46,⟦8⟧")),
  CheckCase(
    "CL10",
    [
      (File.document, "packs:", "expert_team: {experts: 1, trainees_per_expert: 149}\npacks:")
    ], at: (File.document, "{experts: ⟦1⟧"),
    nearMiss: [(File.document, "packs:", "expert_team: {experts: 1, trainees_per_expert: 150}\npacks:")]),
  CheckCase(
    "CL10",
    [
      (File.document, "packs:", "expert_team: {experts: 0}\npacks:"), (File.projects, "远程培训,约150,", "远程培训,全员,"),
    ], at: (File.document, "{experts: ⟦0⟧"),
    nearMiss: [
      (File.document, "packs:", "expert_team: {experts: 1}\npacks:"), (File.projects, "远程培训,约150,", "远程培训,全员,"),
    ]),
]

private let dateCases = [
  CheckCase(
    "DT12", [(File.milestones, "m2,2026-11,抽测", "m2,2026-02,抽测")], at: (File.milestones, "m2,⟦2026-02⟧"),
    nearMiss: [(File.milestones, "m2,2026-11,抽测", "m2,2026-03,抽测")]),
  CheckCase(
    "TX01", [(File.first, "required: 必修", "required: 必修\nstatus: 样例")], at: (File.first, "status: ⟦样例⟧"),
    nearMiss: [
      (File.first, "required: 必修", "required: 必修\nstatus: 定稿"),
      (File.credit, "required: 选修", "required: 选修\nstatus: 样例"),
    ]),
  CheckCase(
    "DT01", [(File.phases, "end: 2026-08-21", "end: 2026-08-14")], at: (File.phases, "end: ⟦2026-08-14⟧"),
    nearMiss: [
      (File.phases, "end: 2026-08-21", "end: 2026-08-15"), (File.phases, "start: 2026-08-22", "start: 2026-08-16"),
    ]),
  CheckCase(
    "DT01", [(File.sessions, "2026-09-28,2026-09-30", "2026-09-28,2026-09-27")],
    at: (File.sessions, ",⟦2026-09-27⟧,"), nearMiss: [(File.sessions, "2026-09-28,2026-09-30", "2026-09-28,2026-09-28")]
  ),
  CheckCase(
    "DT01", [(File.credit, "enrol_to: 2026-09-20", "enrol_to: 2026-09-10")],
    at: (File.credit, "enrol_to: ⟦2026-09-10⟧"),
    nearMiss: [(File.credit, "enrol_to: 2026-09-20", "enrol_to: 2026-09-11")]),
  CheckCase(
    "DT06", [(File.sessions, "星期二", "星期三")], at: (File.sessions, "⟦星期三⟧"), nearMiss: [(File.sessions, "星期二", "周二")]),
  CheckCase(
    "DT07", [(File.sessions, "2026-09-22 17:30", "2026-09-22 19:01")], at: (File.sessions, "⟦2026-09-22 19:01⟧"),
    nearMiss: [(File.sessions, "2026-09-22 17:30", "2026-09-22 19:00")]),
  CheckCase(
    "DT09", [(File.sessions, "20:00-21:00", "19:59-21:00")], at: (File.sessions, "⟦19:59-21:00⟧"),
    nearMiss: [(File.sessions, "20:00-21:00", "19:59-21:00"), (File.sessions, "e01、e02", "e02")]),
  CheckCase(
    "DT09", [(File.sessions, "2026-09-22,,19:00-21:00,星期二", "2026-09-25,,19:00-21:00,星期五")],
    at: (File.sessions, "⟦2026-09-25⟧,,"),
    nearMiss: [(File.sessions, "2026-09-22,,19:00-21:00,星期二", "2026-09-24,,19:00-21:00,星期四")]),
  CheckCase(
    "DT12", [(File.projects, "集中培训,2026-08,", "集中培训,2026-03,")], at: (File.projects, "⟦2026-03⟧"),
    nearMiss: [(File.projects, "集中培训,2026-08,", "集中培训,2026-04,")]),
  CheckCase(
    "TX01",
    [(File.first, "minutes: 90\n", "minutes: 90\npending: [{what: 主讲, owner: 教科院, by: 2026-09-17}]\n")],
    at: (File.first, "by: ⟦2026-09-17⟧"),
    nearMiss: [(File.first, "minutes: 90\n", "minutes: 90\npending: [{what: 主讲, owner: 教科院, by: 2026-09-18}]\n")]),
]

private let sessionHead = "问题征集截止,状态\n"
private let exam = "s5,检测,考试,2026-09-24,,,,,,,,已定"

/// The small portal's sessions with a column more, which the first of `rows` has to fill.
private func ordered(_ column: String, _ last: String, _ rows: String...) -> [(String, String, String)] {
  [
    (File.sessions, sessionHead, "问题征集截止,状态,\(column)\n"),
    (File.sessions, "2026-09-22 17:30,已定", "2026-09-22 17:30,已定,"), (File.sessions, "zx,k1,e01,,已定", "zx,k1,e01,,已定,"),
    (File.sessions, "e01、e02,,已定", "e01、e02,,已定,"),
    (
      File.sessions, "2026-09-30,,,,,,,已定\n",
      "2026-09-30,,,,,,,已定,\n" + rows.enumerated().map { $1 + ($0 == 0 ? "," + last : ",") + "\n" }.joined()
    ),
  ]
}

private let deadline = "s6,报名截止,截止,2026-09-24,,,,,,,,已定"

private func trained(_ first: String, _ second: String) -> [(String, String, String)] {
  [
    (File.tutors, "id,姓名,单位", "id,姓名,单位,培训日期"),
    (File.tutors, "临江县第一中学\nt2,卞文卿,临江县第二中学", "临江县第一中学,\(first)\nt2,卞文卿,临江县第二中学,\(second)"),
  ]
}

private func approved(_ first: String, _ second: String) -> [(String, String, String)] {
  [
    (File.tutors, "id,姓名,单位", "id,姓名,单位,审定单位"),
    (File.tutors, "临江县第一中学\nt2,卞文卿,临江县第二中学", "临江县第一中学,\(first)\nt2,卞文卿,临江县第二中学,\(second)"),
  ]
}

private let orderCases = [
  CheckCase(
    "DT07", ordered("须早于", "session:s5", deadline, exam), at: (File.sessions, "截止,⟦2026-09-24⟧"),
    nearMiss: ordered("须早于", "session:s5", "s6,报名截止,截止,2026-09-23,,,,,,,,已定", exam)),
  CheckCase(
    "DT07",
    ordered("须早于", "project:yuancheng、phase:p1", "s6,领卡截止,截止,2026-08-15,,,,,,,,已定") + [
      (File.document, "packs:", "opens_on: 2026-08-16\npacks:")
    ], at: (File.sessions, "截止,⟦2026-08-15⟧"),
    nearMiss: ordered("须早于", "project:yuancheng", "s6,领卡截止,截止,2026-08-15,,,,,,,,已定") + [
      (File.document, "packs:", "opens_on: 2026-08-16\npacks:")
    ]),
  CheckCase(
    "DT07",
    [
      (File.milestones, milestoneRows, "id,时间,事项,须晚于\nm1,2026-03,春季研修,\nm2,2026-09,学时登记,project:yuancheng")
    ], at: (File.milestones, "m2,⟦2026-09⟧"),
    nearMiss: [
      (File.milestones, milestoneRows, "id,时间,事项,须晚于\nm1,2026-03,春季研修,\nm2,2026-10,学时登记,project:yuancheng")
    ]),
  CheckCase(
    "RF02",
    [(File.milestones, milestoneRows, "id,时间,事项,须早于\nm1,2026-03,春季研修,phase:p9\nm2,2026-11,抽测,")],
    at: (File.milestones, "春季研修,⟦phase:p9⟧"),
    nearMiss: [
      // A month that may come before the stage, or after its first day.
      (File.milestones, milestoneRows, "id,时间,事项,须早于\nm1,2026-08,春季研修,phase:p1\nm2,2026-11,抽测,")
    ]),
  CheckCase(
    "RF08",
    [(File.milestones, milestoneRows, "id,时间,事项,须早于\nm1,2026-03,春季研修,开课\nm2,2026-11,抽测,")],
    at: (File.milestones, "春季研修,⟦开课⟧")),
  CheckCase(
    "DT07", [(File.sessions, "s2,讲座,讲座,2026-09-23", "s2,调研,训前调研,2026-08-15")],
    at: (File.sessions, "训前调研,⟦2026-08-15⟧"),
    nearMiss: [
      (File.sessions, "s2,讲座,讲座,2026-09-23", "s2,调研,训前调研,2026-08-15"),
      (File.document, "packs:", "opens_on: 2026-08-16\npacks:"),
    ]),
  CheckCase(
    "DT02", [(File.document, "packs:", "opens_on: 2026-08-14\npacks:")],
    at: (File.document, "opens_on: ⟦2026-08-14⟧"),
    nearMiss: [(File.document, "packs:", "opens_on: 2026-09-30\npacks:")]),
  CheckCase(
    "DT07",
    [
      (File.first, "required: 必修", "required: 必修\nassignment: {choose: 1, options: [甲], due: 2026-09-15 24:00}"),
      (
        File.credit, "required: 选修",
        "required: 选修\nrevises: [k1]\ndeliverables: [{name: 修改稿, due: 2026-09-15 23:59}]"
      ),
    ], at: (File.credit, "revises: ⟦[⟧k1]"),
    nearMiss: [
      (File.first, "required: 必修", "required: 必修\nassignment: {choose: 1, options: [甲], due: 2026-09-15 24:00}"),
      (
        File.credit, "required: 选修",
        "required: 选修\nrevises: [k1]\ndeliverables: [{name: 修改稿, due: 2026-09-15 24:00}]"
      ),
    ]),
  CheckCase(
    "RF02", [(File.credit, "required: 选修", "required: 选修\nrevises: [k1]")], at: (File.credit, "revises: ⟦[⟧k1]"),
    nearMiss: [
      (File.credit, "required: 选修", "required: 选修\nrevises: [k1]"),
      (File.first, "required: 必修", "required: 必修\ndeliverables: [{name: 教案}]"),
    ]),
  CheckCase(
    "DT07", trained("2026-08-14", "2026-08-15"), at: (File.tutors, "第二中学,⟦2026-08-15⟧"),
    nearMiss: trained("2026-08-13", "2026-08-14")),
  CheckCase(
    "DT07", trained("2026-08-14", ""), at: (File.tutors, "⟦t2⟧,卞文卿"),
    nearMiss: trained("2026-08-14", "待定（项目办，2026-10-09）")),
  CheckCase(
    "DT07", approved("", "临江县教师进修学校"), at: (File.tutors, "⟦t1⟧,贺明岚"),
    nearMiss: approved("临江县教师进修学校", "临江县教师进修学校")),
  CheckCase(
    "DT07",
    [
      (
        File.document, "class_hours: 4\n",
        "class_hours: {pending: {what: 学时, owner: 市教育局, by: 2026-10-09}}\n"
      )
    ], at: (File.document, "by: ⟦2026-10-09⟧"),
    nearMiss: [
      (
        File.document, "class_hours: 4\n",
        "class_hours: {pending: {what: 学时, owner: 市教育局, by: 2026-09-21}}\nopens_on: 2026-09-22\n"
      )
    ]),
  CheckCase(
    "DT07", [(File.document, "packs:", "actual: 2026-08-20..2026-09-30\npacks:")],
    at: (File.document, "actual: ⟦2026-08-20..2026-09-30⟧"),
    nearMiss: [
      (
        File.document, "packs:",
        "actual: 2026-08-20..2026-09-30\nchanges: [{date: 2026-08-10, text: 推迟五天。}]\npacks:"
      )
    ]),
  CheckCase(
    "DT07", [(File.sessions, "e01、e02,,已定", "e01、e02,,改期")], at: (File.sessions, "e02,,⟦改期⟧"),
    nearMiss: [
      (File.sessions, "e01、e02,,已定", "e01、e02,,改期"),
      (File.document, "packs:", "changes: [{date: 2026-09-10, text: 讲座推迟一小时。}]\npacks:"),
    ]),
  CheckCase(
    "HR01", [(File.credit, "minutes: 1440\ncredits: 3", "minutes: 30"), (File.tiers, "credits: 3", "credits: 0")],
    at: (File.credit, "minutes: ⟦30⟧"),
    nearMiss: [
      (File.credit, "minutes: 1440\ncredits: 3", "minutes: 30 min"), (File.tiers, "credits: 3", "credits: 0"),
    ]),
]

private func everybody(_ first: String, _ second: String) -> [(String, String, String)] {
  [(File.projects, "培训,300,", "培训,\(first),"), (File.projects, "培训,50,", "培训,\(second),")]
}

private func diagnosis(_ finding: String) -> (String, String, String) {
  (
    File.plan, "credit_rule:",
    "diagnosis: {period: 2025年, body: 教科院, sample: 480, findings: [\(finding)]}\ncredit_rule:"
  )
}

private let pairCases = [
  CheckCase(
    "HR05", everybody("全员（6400人）", "全员（6399人）"), at: (File.projects, "⟦全员（6399人）⟧"),
    nearMiss: everybody("全员（6400人）", "全员6400")),
  CheckCase(
    "HR05", [(File.projects, "约150", "全员（151人）")], at: (File.projects, "⟦全员（151人）⟧"),
    nearMiss: [(File.projects, "约150", "全员（150人）")]),
  CheckCase(
    "RF08", [diagnosis("{text: 倦怠指数, value: 5.1, scale: 5}")], at: (File.plan, "value: ⟦5.1⟧"),
    nearMiss: [diagnosis("{text: 倦怠指数, value: 5, scale: 5}")]),
  CheckCase(
    "RF08", [diagnosis("{text: 只盯知识点的教师, value: 100.1%}")], at: (File.plan, "value: ⟦100.1%⟧"),
    nearMiss: [diagnosis("{text: 只盯知识点的教师, value: 100%}")]),
  CheckCase(
    "RF06", [diagnosis("{text: 倦怠指数, value: 3.8}")], at: (File.plan, "value: ⟦3.8⟧"),
    nearMiss: [diagnosis("{text: 倦怠指数连续下降, value: 3, unit: 年}")]),
  CheckCase(
    "NL07",
    [diagnosis("{text: 只盯知识点的教师, value: 82.4%}"), (File.plan, "见[目录]", "收到有效样本500份，见[目录]")],
    at: (File.plan, "样本⟦500⟧份"),
    nearMiss: [diagnosis("{text: 只盯知识点的教师, value: 82.4%}"), (File.plan, "见[目录]", "收到有效样本480份，见[目录]")]),
]

private let milestoneRows = "id,时间,事项\nm1,2026-03,春季研修\nm2,2026-11,抽测"
private let delay = "changes: [{date: 2026-08-10, text: 推迟。}]\npacks:"
private let preTask = "pre_task: {from: 2026-09-14, to: 2026-09-26}"

private let periodCases = [
  CheckCase(
    "DT02", [(File.milestones, "m1,2026-03", "m1,2024-03")], at: (File.milestones, "m1,⟦2024-03⟧"),
    nearMiss: [(File.milestones, "m2,2026-11", "m2,2027-02")]),
  CheckCase(
    "DT02", [(File.projects, "集中培训,2026-04,", "集中培训,2025-04,")], at: (File.projects, "⟦2025-04⟧"),
    nearMiss: [(File.projects, "..2026-09-30", "..2027-01-30")]),
  CheckCase(
    "DT02", [(File.document, "packs:", "actual: 2029-08-20\n" + delay)], at: (File.document, "actual: ⟦2029-08-20⟧"),
    nearMiss: [(File.document, "packs:", "actual: 2027-08-20\n" + delay)]),
  CheckCase(
    "DT02", [(File.sessions, "2026-09-28,2026-09-30", "2025-09-28,2025-09-30")],
    at: (File.sessions, "⟦2025-09-28⟧,2025-09-30"),
    nearMiss: [(File.sessions, "2026-09-28,2026-09-30", "2027-09-28,2027-09-30")]),
  CheckCase(
    "DT02", [(File.phases, "end: 2026-09-04", "end: 2028-09-04")], at: (File.phases, "end: ⟦2028-09-04⟧"),
    nearMiss: [(File.phases, "end: 2026-09-04", "end: 2027-09-04")]),
  CheckCase(
    "DT02", [(File.plan, "credit_rule:", "cycle: {from: 2021, to: 2025}\ncredit_rule:")],
    at: (File.plan, "cycle: ⟦{from: 2021, to: 2025}⟧"),
    nearMiss: [(File.plan, "credit_rule:", "cycle: {from: 2021, to: 2026}\ncredit_rule:")]),
  CheckCase(
    "DT02", [(File.document, "packs:", "phase: p1\npacks:")], at: (File.projects, "⟦2026-08-15..2026-09-30⟧"),
    nearMiss: [
      (File.document, "packs:", "phase: p1\npacks:"),
      (File.projects, "2026-08-15..2026-09-30", "2026-08-15..2026-08-21"),
    ]),
  CheckCase(
    "DT02", [(File.sessions, "s2,讲座,讲座,2026-09-23", "s2,讲座,讲座,2026-08-14")],
    at: (File.sessions, "⟦2026-08-14⟧"),
    nearMiss: [(File.sessions, "s2,讲座,讲座,2026-09-23", "s2,讲座,讲座,2026-08-15")]),
  CheckCase(
    "DT03", [(File.phases, "start: 2026-08-22", "start: 2026-08-25")], at: (File.phases, "start: ⟦2026-08-25⟧"),
    nearMiss: [(File.phases, "start: 2026-08-22", "start: 2026-08-24")]),
  CheckCase(
    "DT03", [(File.phases, "end: 2026-08-21", "end: 2026-08-19")], at: (File.phases, "start: ⟦2026-08-22⟧"),
    nearMiss: [
      (File.phases, "end: 2026-08-21", "end: 2026-08-19"),
      (File.phases, "name: 备课", "name: 备课, gap: true"),
    ]),
  CheckCase(
    "DT04", [(File.phases, "start: 2026-08-22", "start: 2026-08-21")], at: (File.phases, "start: ⟦2026-08-21⟧"),
    nearMiss: [(File.phases, "start: 2026-08-22", "overlap: true, start: 2026-08-21")]),
  CheckCase(
    "DT05", [(File.phases, "end: 2026-09-04, ", "")], at: (File.phases, "id: ⟦p2⟧"),
    nearMiss: [
      (File.phases, "end: 2026-09-04, ", "end: {pending: {what: 结束, owner: 办公室, by: 2026-10-09}}, ")
    ]),
  CheckCase(
    "DT05",
    [
      (File.phases, "start: 2026-08-15, end: 2026-08-21", "when: 训中1周"),
      (File.projects, "2026-08-15..2026-09-30", "8月"),
    ], at: (File.phases, "when: ⟦训中1周⟧"),
    nearMiss: [
      (File.phases, "start: 2026-08-15, end: 2026-08-21", "when: 训中1周"),
      (File.projects, "2026-08-15..2026-09-30", "2026-08-15..2026-08-30"),
    ]),
  CheckCase(
    "DT11", [(File.phases, "end: 2026-08-21, ", "end: 2026-08-21, when: 训中8天, ")],
    at: (File.phases, "end: ⟦2026-08-21⟧"),
    nearMiss: [(File.phases, "end: 2026-08-21, ", "end: 2026-08-21, when: 训中1周, ")]),
  CheckCase(
    "DT05", [(File.milestones, "m2,2026-11", "m2,")], at: (File.milestones, "⟦m2⟧,"),
    nearMiss: [(File.milestones, "m2,2026-11", "m2,待定（办公室，2026-10-09）")]),
  CheckCase(
    "DT11", [(File.phases, "end: 2026-09-04, ", "end: 2026-09-04, weeks: 3, ")], at: (File.phases, "weeks: ⟦3⟧"),
    nearMiss: [(File.phases, "end: 2026-09-04, ", "end: 2026-09-04, weeks: 2, ")]),
  CheckCase(
    "DT10", [(File.document, "packs:", "intensive: {days: 5}\npacks:")], at: (File.sessions, "⟦2026-09-28⟧,2026-09-30"),
    nearMiss: [(File.document, "packs:", "intensive: {days: 3, slots: 3}\npacks:")]),
  CheckCase(
    "DT10",
    [
      (File.document, "packs:", "intensive: {days: 1, slots: 2}\npacks:"),
      (File.sessions, "2026-09-28,2026-09-30,,", "2026-09-28,,9:00-11:00,"),
    ], at: (File.sessions, "⟦2026-09-28⟧,,9"),
    nearMiss: [
      (File.document, "packs:", "intensive: {days: 1, slots: 1}\npacks:"),
      (File.sessions, "2026-09-28,2026-09-30,,", "2026-09-28,,9:00-11:00,"),
    ]),
  CheckCase(
    "DT10", [(File.document, "packs:", preTask + "\npacks:")], at: (File.document, "to: ⟦2026-09-26⟧"),
    nearMiss: [(File.document, "packs:", "pre_task: {from: 2026-09-13, to: 2026-09-26}\npacks:")]),
  CheckCase(
    "DT10", [(File.document, "packs:", "pre_task: {from: 2026-09-15, to: 2026-09-28}\npacks:")],
    at: (File.document, "to: ⟦2026-09-28⟧"),
    nearMiss: [(File.document, "packs:", "pre_task: {from: 2026-09-14, to: 2026-09-27}\npacks:")]),
  CheckCase(
    "DT10", [(File.document, "packs:", "follow_up: {evidence: 3, peer_reviews: 2, until: 2026-10-31}\npacks:")],
    at: (File.document, "until: ⟦2026-10-31⟧"),
    nearMiss: [(File.document, "packs:", "follow_up: {evidence: 3, peer_reviews: 2, until: 2026-10-30}\npacks:")]),
  CheckCase(
    "DT10",
    [(File.milestones, milestoneRows, "id,时间,事项,回访项目\nm1,2026-03,春季研修,\nm2,2026-11,回访,yuancheng")],
    at: (File.milestones, "m2,⟦2026-11⟧"),
    nearMiss: [(File.milestones, milestoneRows, "id,时间,事项,回访项目\nm1,2026-03,春季研修,\nm2,2026-12 下旬,回访,yuancheng")]),
  CheckCase(
    "DT13", [(File.site, "as_of: 2026-09-18", "as_of: 2026-12-01")], at: (File.site, "current_plan: ⟦\"2026\"⟧"),
    nearMiss: [(File.site, "as_of: 2026-09-18", "as_of: 2026-11-30")]),
]

private let module = "{id: beike, name: 备课, summary: 备一个单元。, order: 1}"
private let otherModule = "\n  - {id: xinli, name: 心理, summary: 认出情绪。, order: 2"

private let firstTier = "  - {id: xin, name: 新教师, short: 新, mode: 必修, credits: 3, modules: [beike], years_from: 0, "

private let otherCases = [
  CheckCase(
    "RF08", [(File.tiers, "modules: [beike]}", "modules: [beike]}\n" + firstTier + "years_to: 4}")],
    at: (File.tiers, "years_from: ⟦4⟧"),
    nearMiss: [(File.tiers, "modules: [beike]}", "modules: [beike]}\n" + firstTier + "years_to: 3}")]),
  CheckCase(
    "RF08", [(File.tiers, "modules: [beike]}", "modules: [beike]}\n" + firstTier + "years_to: 2}")],
    at: (File.tiers, "years_from: ⟦4⟧"),
    nearMiss: [
      (File.tiers, "modules: [beike]}", "modules: [beike]}\n" + firstTier + "years_to: 2, additive: true}")
    ]),
  CheckCase(
    "RF08", [(File.first, "required: 必修", "required: 必修\nassignment: {choose: 3, options: [甲, 乙]}")],
    at: (File.first, "choose: ⟦3⟧"),
    nearMiss: [(File.first, "required: 必修", "required: 必修\nassignment: {choose: 2, options: [甲, 乙]}")]),
  CheckCase(
    "RF03", [(File.modules, module, module + otherModule + "}")], at: (File.modules, "{id: ⟦xinli⟧"),
    nearMiss: [(File.modules, module, module + otherModule + ", optional: true}")]),
  CheckCase(
    "RF03", [(File.sessions, "e01、e02", "e01")], at: (File.experts, "⟦e02⟧,单立诚"),
    nearMiss: [(File.sessions, "e01、e02", "e02")]),
  CheckCase(
    "RF03", [(File.tutors, "t2,卞文卿,临江县第二中学\n", "t2,卞文卿,临江县第二中学\nt3,卜元青,临江县第二中学\n")],
    at: (File.tutors, "⟦t3⟧,卜元青")),
  CheckCase(
    "OU02",
    [
      (
        File.disclosure, "contact: office\n",
        "contact: office\nattachments:\n  - {title: 办法, file: files/banfa.pdf}\n"
      )
    ],
    at: (File.disclosure, "file: ⟦files/banfa.pdf⟧}"),
    nearMiss: [(File.disclosure, "contact: office\n", "contact: office\nattachments:\n  - {title: 名单}\n")]),
  CheckCase(
    "RF04",
    [(File.modules, module, module + otherModule + "}"), (File.tiers, "modules: [beike]", "modules: [beike, xinli]")],
    at: (File.tiers, "modules: ⟦[⟧beike, xinli]"),
    nearMiss: [(File.tiers, "modules: [beike]", "modules: [ beike ]")]),
  CheckCase(
    "RF06", [(File.projects, "2026-08,小城", "2026-08,")], at: (File.projects, "⟦xinjiaoshi⟧,2"),
    nearMiss: [(File.projects, "2026-09-30,线上", "2026-09-30,")]),
  CheckCase(
    "NL05", [(File.newsletter, "date: 2026-08-22", "date: 2026-08-30")],
    at: (File.secondNewsletter, "date: ⟦2026-08-29⟧"),
    nearMiss: [(File.newsletter, "date: 2026-08-22", "date: 2026-08-29")]),
]
