/// LS: notices and public lists.
let listCases =
  noticeCases + listRowCases + negativeListCases + listLifeCases + changedListCases + smallCellCases

private let approval = "approval: {drafted: 项目办, reviewed: 办公室, approved: 主任, on: 2026-09-16}\n"
/// Before the list is public its rows may change without a record.
private let early = (File.site, "as_of: 2026-09-18", "as_of: 2026-09-15")
private let otherNotice = "content/notices/2026-09-01-tongzhi.md"
private let digest = "733e77183289fbd67a2ebc63d3c8d9c3023d78e21d89b8f71fcde2e742167333"

private func add(_ lines: String) -> (String, String, String) {
  (File.disclosure, "project: yuancheng\n", "project: yuancheng\n" + lines)
}

private let noticeCases = [
  CheckCase(
    "LS01", [(File.disclosure, approval, "")], at: (File.disclosure, "kind: ⟦公示⟧"),
    nearMiss: [(File.disclosure, approval, approval.replacing("09-16", with: "09-11"))]),
  CheckCase(
    "LS02", [(File.disclosure, "until: 2026-09-22 17:30}", "until: 2026-09-21 17:30}")],
    at: (File.disclosure, "until: ⟦2026-09-21 17:30⟧}"),
    nearMiss: [(File.disclosure, "workdays: 5, until: 2026-09-22 17:30}", "workdays: 6, until: 2026-09-23 17:30}")]),
  CheckCase(
    "LS02", [(File.disclosure, "workdays: 5, until: 2026-09-22 17:30}", "workdays: 4, until: 2026-09-21 17:30}")],
    at: (File.disclosure, "workdays: ⟦4⟧"),
    nearMiss: [(File.disclosure, "until: 2026-09-22 17:30}", "until: 2026-09-22 24:00}")]),
  CheckCase(
    "LS03", [early, (File.rows, "1,丁亦然", "1,文静"), (File.rows, "2,于娟", "2,王芳")], at: (File.rows, "2,⟦王芳⟧"),
    nearMiss: [early, (File.rows, "1,丁亦然", "1,王　芳"), (File.rows, "2,于娟", "2,文静")]),
  CheckCase(
    "LS03", [early, (File.rows, "1,丁亦然", "1,高大富"), (File.rows, "2,于娟", "2,高富")], at: (File.rows, "2,⟦高富⟧"),
    nearMiss: [
      early,
      (File.rows, "1,丁亦然", "1,高大富"), (File.rows, "2,于娟", "2,高富"), (File.disclosure, "order: 姓氏笔画", "order: 姓名笔画"),
    ]),
  CheckCase("LS07", [early, (File.rows, "2,于娟,", "3,于娟,")], at: (File.rows, "⟦3⟧,于娟,")),
  CheckCase(
    "LS07", [early, (File.rows, "2,于娟,临江县第二中学", "2,丁亦然,临江县第一中学")], at: (File.rows, "2,⟦丁亦然⟧,"),
    nearMiss: [early, (File.rows, "2,于娟,", "2,丁亦然,")]),
  CheckCase(
    "LS07", [early, (File.rows, "2,于娟,临江县第二中学", "2,丁　亦然,临江县第一中学")], at: (File.rows, "2,⟦丁　亦然⟧,")),
  CheckCase(
    "LS03",
    [
      early,
      (File.disclosure, "order: 姓氏笔画", "order: 单位"), (File.disclosure, "total: 2", "total: 3"),
      (File.rows, "2,于娟,临江县第二中学\n", "2,于娟,临江县第二中学\n3,王芳,临江县第一中学\n"),
    ],
    at: (File.rows, "3,王芳,⟦临江县第一中学⟧"),
    nearMiss: [
      early,
      (File.disclosure, "order: 姓氏笔画", "order: 单位"), (File.disclosure, "total: 2", "total: 3"),
      (File.rows, "2,于娟,临江县第二中学\n", "2,王芳,临江县第一中学\n3,于娟,临江县第二中学\n"),
    ]),
  CheckCase(
    "LS11", [(File.disclosure, "total: 2", "total: 3")], at: (File.disclosure, "total: ⟦3⟧"),
    nearMiss: [(File.disclosure, "total: 2", "total: ２")]),
  CheckCase(
    "LS01", [(File.disclosure, approval, approval.replacing("09-16", with: "09-17"))],
    at: (File.disclosure, "on: ⟦2026-09-17⟧}")),
  CheckCase(
    "LS02", [(File.disclosure, "date: 2026-09-16\n", "date: 2026-09-17\n")],
    at: (File.disclosure, "period: {from: ⟦2026-09-16⟧"),
    nearMiss: [
      (File.disclosure, "date: 2026-09-16\n", "date: 2026-09-15\n"),
      (File.disclosure, approval, approval.replacing("09-16", with: "09-15")),
    ]),
]

private let listRowCases = [
  CheckCase(
    "LS04", [(File.disclosure, "[序号, 姓名, 单位]", "[序号, 姓名, 单位, 手机号]")], at: (File.disclosure, "单位, ⟦手机号⟧]"),
    nearMiss: [(File.disclosure, "[序号, 姓名, 单位]", "[ 序号, 姓名, 单位 ]")]),
  CheckCase(
    "LS04",
    [
      (
        File.rows, "序号,姓名,单位\n1,丁亦然,临江县第一中学\n2,于娟,临江县第二中学\n",
        "序号,姓名,单位,考试 成绩\n1,丁亦然,临江县第一中学,91\n2,于娟,临江县第二中学,90\n"
      )
    ], at: (File.rows, "单位,⟦考试 成绩⟧"),
    nearMiss: [
      (
        File.rows, "序号,姓名,单位\n1,丁亦然,临江县第一中学\n2,于娟,临江县第二中学\n",
        "序号,姓名,单位,学科\n1,丁亦然,临江县第一中学,语文\n2,于娟,临江县第二中学,数学\n"
      )
    ]),
  CheckCase(
    "LS04",
    [
      early, (File.disclosure, "[序号, 姓名, 单位]", "[序号, 姓名, 单位, 结果]"),
      (
        File.rows, "序号,姓名,单位\n1,丁亦然,临江县第一中学\n2,于娟,临江县第二中学\n",
        "序号,姓名,单位,结果\n1,丁亦然,临江县第一中学,合格\n2,于娟,临江县第二中学,不合格\n"
      ),
    ], at: (File.rows, "第二中学,⟦不合格⟧"),
    nearMiss: [
      early, (File.disclosure, "[序号, 姓名, 单位]", "[序号, 姓名, 单位, 结果]"),
      (
        File.rows, "序号,姓名,单位\n1,丁亦然,临江县第一中学\n2,于娟,临江县第二中学\n",
        "序号,姓名,单位,结果\n1,丁亦然,临江县第一中学,合格\n2,于娟,临江县第二中学,优秀\n"
      ),
    ]),
  CheckCase(
    "LS07",
    [
      early, (File.disclosure, "[序号, 姓名, 单位]", "[序号, 姓名, 单位, 学科]"),
      (
        File.rows, "序号,姓名,单位\n1,丁亦然,临江县第一中学\n2,于娟,临江县第二中学\n",
        "序号,姓名,单位,学科\n1,丁亦然,临江县第一中学,语文\n2,丁亦然,临江县第一中学,语文\n"
      ),
    ], at: (File.rows, "2,⟦丁亦然⟧"),
    nearMiss: [
      early, (File.disclosure, "[序号, 姓名, 单位]", "[序号, 姓名, 单位, 学科]"),
      (
        File.rows, "序号,姓名,单位\n1,丁亦然,临江县第一中学\n2,于娟,临江县第二中学\n",
        "序号,姓名,单位,学科\n1,丁亦然,临江县第一中学,语文\n2,丁亦然,临江县第一中学,数学\n"
      ),
    ]),
  CheckCase(
    "RF06", [early, (File.rows, "2,于娟,", "2,,")], at: (File.rows, "⟦2⟧,,"),
    nearMiss: [early, (File.rows, "2,于娟,", "2, 于娟 ,")]),
  CheckCase(
    "LS12", [(File.site, "notice: {tracks_lists: true}\n", "")], at: (File.rows, "1,⟦丁亦然⟧"),
    nearMiss: [(File.site, "notice: {tracks_lists: true}\n", "notice: {tracks_lists: 是}\n")]),
]

private let listOfTwo = "      kind: 优秀\n"
private let nameless: [(String, String, String)] = [
  early, (File.disclosure, "columns: [序号, 姓名, 单位]", "columns: [序号, 单位]"),
  (
    File.rows, "序号,姓名,单位\n1,丁亦然,临江县第一中学\n2,于娟,临江县第二中学\n",
    "序号,单位\n1,临江县第一中学\n2,临江县第二中学\n"
  ),
]
private let negativeListCases = [
  CheckCase(
    "LS08", [(File.disclosure, "kind: 优秀", "kind: 舞弊")], at: (File.disclosure, "columns: ⟦[⟧序号"),
    nearMiss: [(File.disclosure, "kind: 优秀", "kind: 舞弊\n  ground: 管理办法第二十条")]),
  CheckCase(
    "LS08",
    [
      (File.disclosure, "kind: 优秀", "kind: 通报批评"), early,
      (File.disclosure, "columns: [序号, 姓名, 单位]", "columns: [序号, 单位]"),
    ], at: (File.rows, "1,⟦丁亦然⟧"), nearMiss: nameless + [(File.disclosure, "kind: 优秀", "kind: 通报批评")]),
  CheckCase(
    "LS08",
    nameless + [(File.disclosure, "kind: 优秀", "kind: 通报批评"), (File.disclosure, "  expires: 2026-09-22 17:30\n", "")],
    at: (File.disclosure, "kind: ⟦通报批评⟧")),
  CheckCase(
    "LS04", [(File.disclosure, "kind: 优秀", "kind: 补学\n  ground: 管理办法第二十条")],
    at: (File.disclosure, "columns: ⟦[⟧序号"), nearMiss: nameless + [(File.disclosure, "kind: 优秀", "kind: 补学")]),
]

private let listLifeCases = [
  CheckCase(
    "LS05", [add("result: 2026-09-01-tongzhi\n")], at: (otherNotice, "date: ⟦2026-09-01⟧"),
    nearMiss: [add("result: 2026-09-01-tongzhi\n"), (otherNotice, "date: 2026-09-01", "date: 2026-09-23")]),
  CheckCase(
    "LS05",
    [
      add(
        "result: 2026-09-01-tongzhi\nobjections: [{received: 2026-09-22, kind: 其他, decided: 2026-09-29, outcome: 不成立}]\n"
      ),
      (otherNotice, "date: 2026-09-01", "date: 2026-09-28"),
    ], at: (otherNotice, "date: ⟦2026-09-28⟧"),
    nearMiss: [
      add(
        "result: 2026-09-01-tongzhi\nobjections: [{received: 2026-09-22, kind: 其他, decided: 2026-09-28, outcome: 不成立}]\n"
      ),
      (otherNotice, "date: 2026-09-01", "date: 2026-09-28"),
    ]),
  CheckCase(
    "LS05",
    [
      add("result: 2026-09-01-tongzhi\nobjections: [{received: 2026-09-22, kind: 其他}]\n"),
      (otherNotice, "date: 2026-09-01", "date: 2026-09-28"), (File.site, "as_of: 2026-09-18", "as_of: 2026-09-28"),
    ], at: (otherNotice, "date: ⟦2026-09-28⟧"),
    nearMiss: [
      add("result: 2026-09-01-tongzhi\nobjections: [{received: 2026-09-22, kind: 其他}]\n"),
      (otherNotice, "date: 2026-09-01", "date: 2026-09-28"),
    ]),
  CheckCase(
    "LS05", [add("awards: 2026-09-22\n")], at: (File.disclosure, "awards: ⟦2026-09-22⟧"),
    nearMiss: [add("awards: 2026-09-23\n")]),
  CheckCase(
    "LS05",
    [
      (
        otherNotice, "summary: 远程培训开班。\n",
        "summary: 远程培训开班。\nlist: {title: 名单, kind: 荣誉, order: 单位, columns: [姓名, 单位], total: 2}\n"
      ),
      (otherNotice, "date: 2026-09-01", "date: 2026-09-28"),
    ], at: (otherNotice, "kind: ⟦荣誉⟧"),
    nearMiss: [
      (
        otherNotice, "summary: 远程培训开班。\n",
        "summary: 远程培训开班。\nlist: {title: 名单, kind: 荣誉, order: 单位, columns: [姓名, 单位], total: 2}\n"
      ),
      (otherNotice, "date: 2026-09-01", "date: 2026-09-28"), add("result: 2026-09-01-tongzhi\n"),
    ]),
  CheckCase(
    "LS05",
    [
      (
        File.milestones, "id,时间,事项\nm1,2026-03,春季研修\nm2,2026-11,抽测\n",
        "id,时间,事项,表彰的评选\nm1,2026-09-25,评优,\nm2,2026-09-30,表彰,m1\n"
      )
    ],
    at: (File.milestones, "m2,⟦2026-09-30⟧"),
    nearMiss: [
      (
        File.milestones, "id,时间,事项\nm1,2026-03,春季研修\nm2,2026-11,抽测\n",
        "id,时间,事项,表彰的评选\nm1,2026-09-21,评优,\nm2,2026-09-30,表彰,m1\n"
      )
    ]),
  CheckCase(
    "LS05", [(otherNotice, "summary: 远程培训开班。\n", "summary: 远程培训开班。\nobjections: [{received: 2026-09-03, kind: 其他}]\n")],
    at: (otherNotice, "received: ⟦2026-09-03⟧"), nearMiss: [add("objections: [{received: 2026-09-17, kind: 其他}]\n")]),
  CheckCase(
    "RF06", [add("objections: [{received: 2026-09-17, kind: 其他, outcome: 成立}]\n")],
    at: (File.disclosure, "outcome: ⟦成立⟧")),
  CheckCase(
    "DT01", [add("objections: [{received: 2026-09-17, kind: 其他, decided: 2026-09-16, outcome: 撤回}]\n")],
    at: (File.disclosure, "decided: ⟦2026-09-16⟧"),
    nearMiss: [add("objections: [{received: 2026-09-17, kind: 其他, decided: 2026-09-17, outcome: 撤回}]\n")]),
]

private let changed = (File.rows, "2,于娟,临江县第二中学\n", "2,于涓,临江县第二中学\n")
private let changedDigest = "df9cd95b767fa70708b4019040420cb5d98ea573452262231bc3e5c24f7e7adb"
private let shortened = (File.rows, "2,于娟,临江县第二中学\n", "")
private let shortenedDigest = "4e82a2dd87167e7ceb595bef7e7cb2d193be0039bf3aff99b4a780350b0c1273"
private let changedListCases = [
  CheckCase(
    "LS09", [changed], at: (File.disclosure, "digest: ⟦733e⟧"),
    nearMiss: [changed, add("corrections: [{date: 2026-09-17, places: 1, text: 改一字。, digest: \(changedDigest)}]\n")]),
  CheckCase(
    "LS09", [changed, add("corrections: [{date: 2026-09-17, places: 1, text: 改一字。}]\n")],
    at: (File.disclosure, "corrections: [⟦{⟧date: 2026-09-17")),
  CheckCase(
    "LS09",
    [changed, add("corrections: [{date: 2026-09-17, places: 1, text: 改一字。, digest: \(digest)}]\n")],
    at: (File.disclosure, "改一字。, digest: ⟦733e⟧")),
  CheckCase(
    "LS09", [(File.disclosure, "  digest: \(digest)\n", "")], at: (File.disclosure, "title: ⟦优秀学员名单⟧"),
    nearMiss: [early, (File.disclosure, "  digest: \(digest)\n", "")]),
  CheckCase(
    "LS11", [shortened, add("withdrawals: [{date: 2026-09-17, count: 2, digest: \(shortenedDigest)}]\n")],
    at: (File.disclosure, "total: ⟦2⟧"),
    nearMiss: [shortened, add("withdrawals: [{date: 2026-09-17, count: 1, digest: \(shortenedDigest)}]\n")]),
  CheckCase(
    "LS09", [add("withdrawals: [{date: 2026-09-15, count: 0, digest: \(digest)}]\n")],
    at: (File.disclosure, "count: 0, digest: ⟦733e⟧")),
]

/// A list of `count` persons of the second class, which has 60.
private func passed(_ count: Int) -> [(String, String, String)] {
  [
    early, add("class: c2\n"), (File.disclosure, "kind: 优秀", "kind: 合格"),
    (File.disclosure, "order: 姓氏笔画", "order: 序号"), (File.disclosure, "total: 2\n", "total: \(count)\n"),
    (
      File.rows, "1,丁亦然,临江县第一中学\n2,于娟,临江县第二中学\n",
      (1...count).map { "\($0),于娟,临江县第\($0)中学\n" }.joined()
    ),
  ]
}

/// The second class with `size` members, of whom a share is published.
private func smallClass(_ size: Int) -> [(String, String, String)] {
  [
    (
      File.classes, "班级名称,辅导教师,人数\nc1,zx,linjiang,1,中学数学1班,t1,90\nc2,zx,linjiang,2,中学数学2班,t2,60\n",
      """
      班级名称,辅导教师,人数,破例,注册率
      c1,zx,linjiang,1,中学数学1班,t1,90,,
      c2,zx,linjiang,2,中学数学2班,t2,\(size),"{reason: 山区单独编班, approved_by: 县教育局}",98%

      """
    ), (File.streams, "150", "\(90 + size)"), (File.projects, "约150", "\(90 + size)"),
  ]
}

private func figures(_ base: String) -> [(String, String, String)] {
  [
    (
      File.newsletter, "date: 2026-08-22\n",
      "date: 2026-08-22\nfigures: [{label: 完成率, value: \"75\", unit: \"%\", base: \(base)}]\n"
    )
  ]
}

private let smallCellCases = [
  CheckCase("LS10", passed(52), at: (File.disclosure, "total: ⟦52⟧"), nearMiss: passed(50)),
  CheckCase("LS10", smallClass(9), at: (File.classes, "\",⟦98%⟧"), nearMiss: smallClass(10)),
  CheckCase("LS10", figures("6 / 8人"), at: (File.newsletter, "base: ⟦6 / 8人⟧"), nearMiss: figures("9 / 12人")),
]
