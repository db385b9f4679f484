import PortalTestSupport
import Testing

/// One thing made wrong in the demonstration, and the one message it must give.
struct Fault: Sendable, CustomTestStringConvertible {
  var name: String
  var edits: [Edit]
  var code: String
  var at: Place
  /// Parts of the message in each language.
  var zh: String
  var en: String
  /// Part of the repair in each language.
  var repair: (zh: String, en: String)?
  /// Second places.
  var notes: [Place] = []

  var testDescription: String { name }
}

extension DemonstrationTests {
  /// What bad input gets: one message at the right place, exit status 1, and a portal that is as it was.
  @Suite struct FaultTests {
    @Test(arguments: thirteenFaults + otherFaults)
    func `each fault gives one error and leaves the portal alone`(fault: Fault) throws {
      let site = try DemonstrationSite.current
      try site.edited(fault.edits) {
        let place = try fault.at.label(in: site)
        let chinese = site.run("build", "--jobs", "2")
        let english = site.run("check", "--jobs", "1", lang: "en")
        #expect(chinese.status == 1)
        #expect(english.status == 1)
        let told = (try chinese.messages(), try english.messages())
        let errors = (told.0.errors, told.1.errors)
        #expect(errors.0.map(\.place) == ["\(fault.code) \(place)"])
        #expect(errors.1.map(\.place) == ["\(fault.code) \(place)"])
        // Nothing else is said that the demonstration does not say anyway.
        let usual = Set(site.messages.map(\.message))
        #expect(told.1.filter { $0.severity != "error" && !usual.contains($0.message) }.map(\.place) == [])
        if let zh = errors.0.first, let en = errors.1.first { try expect(zh, en, fault, site) }
      }
      try site.expectUntouched()
    }

    private func expect(
      _ zh: ToolRun.Message, _ en: ToolRun.Message, _ fault: Fault, _ site: DemonstrationSite
    ) throws {
      #expect(zh.message.contains(fault.zh), "\(zh.message)")
      #expect(en.message.contains(fault.en), "\(en.message)")
      #expect(zh.message != en.message)
      if let repair = fault.repair {
        #expect(zh.repair?.contains(repair.zh) ?? false, "\(zh.repair ?? "none")")
        #expect(en.repair?.contains(repair.en) ?? false, "\(en.repair ?? "none")")
      }
      let notes = try fault.notes.map { try $0.label(in: site) }
      for message in [zh, en] {
        #expect(message.notes.map { "\($0.file ?? ""):\($0.line ?? 0):\($0.column ?? 0)" } == notes)
        for note in message.notes { #expect(!note.message.isEmpty) }
      }
      #expect(zip(zh.notes, en.notes).allSatisfy { $0.message != $1.message })
    }
  }
}

private let yuancheng = "content/years/2026/projects/2026-yuancheng/"
private let course = "content/packs/danyuan-beike/danyuan-beike-04.md"
private let newsletter = yuancheng + "newsletters/yc-linjiang-zx-shuxue-04/01.md"

/// The thirteen of the issue.
private let thirteenFaults = [
  Fault(
    name: "weights of 105",
    edits: [Edit("content/schemes/yuancheng-school-trainer.yml", "    points: 5\n", "    points: 10\n")],
    code: "WT01", at: Place("content/schemes/yuancheng-school-trainer.yml", "\ntotal: ⟦100⟧"), zh: "合计 105，应为 100",
    en: "add up to 105, not 100", repair: ("15+15+30+15+20+10 = 105", "15+15+30+15+20+10 = 105")),
  Fault(
    name: "a field's name misspelt", edits: [Edit(course, "minutes: 80", "minuts: 80")], code: "RF07",
    at: Place(course, "⟦minuts⟧: 80"), zh: "没有“minuts”", en: "no field \"minuts\"",
    repair: ("是不是“minutes”", "did you mean minutes")),
  Fault(
    name: "a course in a pack that does not exist",
    edits: [
      Edit(
        "content/packs/nowhere/x.md", nil,
        """
        ---
        title: 一门课
        no: 1
        summary: 一门课。
        phase: yc-danyuan
        mode: 线上
        minutes: 80
        required: 必修
        ---
        正文。

        """)
    ], code: "RF02", at: Place("content/packs/nowhere/x.md", "⟦---⟧\ntitle"), zh: "没有编号为“nowhere”的课程包",
    en: "no pack with the id \"nowhere\""),
  Fault(
    name: "two classes with one id",
    edits: [Edit(yuancheng + "classes.csv", "yc-linjiang-zx-shuxue-05,", "yc-linjiang-zx-shuxue-04,")], code: "RF01",
    at: Place(yuancheng + "classes.csv", "\n⟦yc-linjiang-zx-shuxue-04⟧,zx-shuxue,linjiang,5,"), zh: "重复",
    en: "used twice", notes: [Place(yuancheng + "classes.csv", "\n⟦yc-linjiang-zx-shuxue-04⟧,zx-shuxue,linjiang,4,")]),
  Fault(
    name: "25:70 as a time", edits: [Edit(yuancheng + "sessions.csv", "2026-08-12,,09:00-11:30", "2026-08-12,,25:70")],
    code: "DT01", at: Place(yuancheng + "sessions.csv", ",,⟦25:70⟧,"), zh: "“25:70”不是有效的时间",
    en: "\"25:70\" is not a valid time", repair: ("19:00-21:00", "19:00-21:00")),
  Fault(
    name: "a day that February has not", edits: [Edit(newsletter, "date: 2026-08-22", "date: 2026-02-30")],
    code: "DT01",
    at: Place(newsletter, "date: ⟦2026-02-30⟧"), zh: "“2026-02-30”不是有效的日期", en: "\"2026-02-30\" is not a valid date"),
  Fault(
    name: "a row with a field too many",
    edits: [Edit(yuancheng + "tutors.csv", "t04,苗志航,临江县南塘学校,", "t04,苗志航,临江县南塘学校,是,")], code: "CV08",
    at: Place(yuancheng + "tutors.csv", "t04,苗志航,临江县南塘学校,是,临江县教师进修学校,⟦2026-08-14⟧"), zh: "有 6 个", en: "has 6 fields"),
  Fault(
    name: "a quote that is never closed", edits: [Edit(newsletter, "value: \"55\"", "value: \"55")], code: "YA21",
    at: Place(newsletter, "value: ⟦\"55⟧, unit: 人"), zh: "引号", en: "quote is never closed"),
  Fault(
    name: "a byte that is no UTF-8", edits: [Edit(newsletter, "，白沙组。同一个", "，白沙‹FF›组。同一个")], code: "MD01",
    at: Place(newsletter, "，白沙⟦‹FF›⟧组"), zh: "UTF-8", en: "UTF-8"),
  Fault(
    name: "a tab as indentation",
    edits: [Edit("content/years/2026/tiers.yml", "    name: 骨干教师", "\tname: 骨干教师")], code: "YA15",
    at: Place("content/years/2026/tiers.yml", "⟦\t⟧name: 骨干教师"), zh: "制表符", en: "tabs"),
  Fault(
    name: "a layout that names no field",
    edits: [Edit("layouts/course.html", "<p class=\"lead\">{{ course.summary }}</p>", "<p>{{ course.tilte }}</p>")],
    code: "LT05", at: Place("layouts/course.html", "{{ course.⟦tilte⟧ }}"), zh: "tilte", en: "tilte",
    repair: ("title", "did you mean")),
  Fault(
    name: "a link to nowhere", edits: [Edit(newsletter, "(course:danyuan-beike-06)", "(course:nowhere)")], code: "OU01",
    at: Place(newsletter, "[单元作业](⟦course:nowhere⟧)"), zh: "“course:nowhere”不存在",
    en: "\"course:nowhere\" does not exist"),
  Fault(
    name: "stages that do not add up", edits: [Edit(yuancheng + "phases.yml", "class_hours: 16", "class_hours: 15")],
    code: "HR02", at: Place(yuancheng + "phases.yml", "class_hours: ⟦5⟧\n"), zh: "共 24 学时", en: "add up to 24",
    repair: ("5+15+4 = 24", "5+15+4 = 24"), notes: [Place(yuancheng + "index.md", "class_hours: ⟦25⟧")]),
]

/// Other ways to go wrong, and the consequences that must not be told.
private let otherFaults = [
  Fault(
    name: "an output that is never closed", edits: [Edit("layouts/course.html", "<li>{{ aim }}", "<li>{{ aim")],
    code: "LT01", at: Place("layouts/course.html", "<li>⟦{{⟧ aim<"), zh: "标签未结束", en: "the tag has no end"),
  Fault(
    name: "a link to a heading that is not there",
    edits: [Edit(newsletter, "(course:danyuan-beike-06)", "(course:danyuan-beike-06#nowhere)")], code: "OU01",
    at: Place(newsletter, "[单元作业](⟦course:danyuan-beike-06#nowhere⟧)"), zh: "没有标题“nowhere”",
    en: "no heading \"nowhere\""),
  Fault(
    name: "a link to a Chinese heading that is not there",
    edits: [Edit(newsletter, "(course:danyuan-beike-06)", "(course:danyuan-beike-06#没有的)")], code: "OU01",
    at: Place(newsletter, "[单元作业](⟦course:danyuan-beike-06#没有的⟧)"), zh: "没有标题“没有的”", en: "no heading \"没有的\""),
  Fault(
    name: "a comma too many before an empty last column",
    edits: [Edit("content/years/2026/projects.csv", ",400,集中培训,2026-04,,高中,", ",400,集中培训,2026-04,,,高中,")],
    code: "CV08", at: Place("content/years/2026/projects.csv", "2026-04,,,高中,⟦\n⟧2026-05"), zh: "有 10 个",
    en: "has 10 fields"),
  Fault(
    name: "a figure whose field is wrong",
    edits: [Edit(yuancheng + "classes.csv", "98.2%", "0.982")], code: "RF08",
    at: Place(yuancheng + "classes.csv", ",⟦0.982⟧,"), zh: "不是有效的百分数", en: "not a valid percentage"),
  Fault(
    name: "a day that is none as the day of the build",
    edits: [Edit("content/site.yml", "as_of: 2026-09-18", "as_of: 2026-13-01")], code: "DT01",
    at: Place("content/site.yml", "as_of: ⟦2026-13-01⟧"), zh: "不是有效的日期", en: "not a valid date"),
  Fault(
    name: "a row that repeats an id",
    edits: [
      Edit(
        "content/years/2026/projects.csv", "\n2026-04-gaozhong-suyang,",
        "\n2026-03-chuzhong-shuxue,4,重复,50,,2026-04,,初中,\n2026-04-gaozhong-suyang,")
    ], code: "RF01", at: Place("content/years/2026/projects.csv", "\n⟦2026-03-chuzhong-shuxue⟧,4,"), zh: "重复",
    en: "used twice",
    notes: [Place("content/years/2026/projects.csv", "\n⟦2026-03-chuzhong-shuxue⟧,3,")]),
  Fault(
    name: "an address of another kind",
    edits: [Edit("content/site.yml", "base_url: https:", "base_url: ftp:")], code: "RF08",
    at: Place("content/site.yml", "base_url: ⟦ftp://peixun.qinglan.example/⟧"), zh: "不是有效的网址",
    en: "not a valid web address"),
  Fault(
    name: "an address for editing without a place for the path",
    edits: [Edit("content/site.yml", "edit/main/{path}", "edit/main/")], code: "RF08",
    at: Place("content/site.yml", "edit_url: ⟦https://git.qinglan.example/portal/edit/main/⟧"), zh: "{path}",
    en: "{path}"),
  Fault(
    name: "an attachment that is not there",
    edits: [
      Edit(
        "content/notices/2026-09-14-biaozhang-hui-tongzhi.md", "file: files/2026-09-14-huizhi.csv",
        "file: files/2026-09-14-huizi.csv")
    ], code: "OU02",
    at: Place("content/notices/2026-09-14-biaozhang-hui-tongzhi.md", "file: ⟦files/2026-09-14-huizi.csv⟧"),
    zh: "的文件不存在", en: "does not exist"),
  Fault(
    name: "an attachment of a directive that is not there",
    edits: [
      Edit(
        "content/notices/2026-09-14-biaozhang-hui-tongzhi.md", "file=files/2026-09-14-huizhi.csv",
        "file=files/2026-09-14-huizi.csv")
    ], code: "OU02",
    at: Place("content/notices/2026-09-14-biaozhang-hui-tongzhi.md", "file=⟦files/2026-09-14-huizi.csv⟧"),
    zh: "不存在", en: "does not exist"),
  Fault(
    name: "an attribute of a directive misspelt",
    edits: [Edit("content/help/denglu.md", "::contact{of=jishu title=", "::contact{of=jishu titel=")], code: "MD20",
    at: Place("content/help/denglu.md", "of=jishu ⟦titel⟧="), zh: "没有属性", en: "has no attribute"),
  Fault(
    name: "a required field missing", edits: [Edit(course, "minutes: 80\n", "")], code: "RF06",
    at: Place(course, "⟦title⟧: 目标和证据一起定"), zh: "缺少必填项“时长”", en: "lacks the required field minutes"),
  Fault(
    name: "a column that nobody knows", edits: [Edit(yuancheng + "tutors.csv", "id,姓名,单位,审定单位,", "id,姓名,单位,审批,")],
    code: "RF07", at: Place(yuancheng + "tutors.csv", "id,姓名,单位,⟦审批⟧,"), zh: "没有“审批”", en: "no field \"审批\""),
  Fault(
    name: "a column missing",
    edits: [
      Edit("content/years/2026/projects/2026-04-gaozhong-suyang/tutors.csv", nil, "id,姓名\nt90,齐正\nt91,鲁直\n")
    ], code: "RF06", at: Place("content/years/2026/projects/2026-04-gaozhong-suyang/tutors.csv", "⟦id⟧,姓名"),
    zh: "缺少“单位”", en: "lacks the column unit"),
  Fault(
    name: "a column twice", edits: [Edit(yuancheng + "tutors.csv", ",审定单位,培训日期\n", ",单位,培训日期\n")], code: "RF09",
    at: Place(yuancheng + "tutors.csv", "单位,⟦单位⟧,"), zh: "写了两次", en: "written twice",
    notes: [Place(yuancheng + "tutors.csv", "姓名,⟦单位⟧,单位")]),
  Fault(
    name: "an id that nothing has", edits: [Edit(course, "lecturers: [e20]", "lecturers: [e2O]")], code: "RF02",
    at: Place(course, "lecturers: [⟦e2O⟧]"), zh: "没有编号为“e2O”的专家", en: "no expert with the id \"e2O\""),
  Fault(
    name: "a stage that nothing has", edits: [Edit(course, "phase: yc-danyuan", "phase: yc-danyuam")], code: "RF02",
    at: Place(course, "phase: ⟦yc-danyuam⟧"), zh: "没有编号为“yc-danyuam”的阶段", en: "no phase with the id \"yc-danyuam\"",
    repair: ("yc-danyuan", "yc-danyuan")),
]
