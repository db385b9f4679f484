private typealias Path = ExamplePath

let hourExplanations = ExplanationFamily(
  "HR", ("学时、学分、人数和经费", "hours, credits, heads and money"),
  [
    Explanation(
      "HR01", ("课程的分钟数与学时相符", "course minutes match the class hours"),
      zh:
        "一个阶段写了几学时，它的课程加起来就应是学时 × 每学时分钟。分学科班的，每个学科班各算各的：只给几个学科班上的课，只算在它们里面。项目没有写学时或 minutes_per_class_hour 时不查；学时合计本身不对的，先看 HR02。另外，不足 1 学时的课程要写明是分钟，如 30分钟，否则警告：只写 30，容易被当成 30 学时。",
      en:
        "The courses of a stage add up to its class hours times the minutes of one. Each stream counts the courses it has; a course for some streams counts in those only. Nothing is compared where class hours or minutes_per_class_hour are missing, and a sum of stages that is wrong is HR02 first. A course shorter than a class hour has to say that it is in minutes, as in 30分钟, or there is a warning.",
      Example(
        .beside(Path.phases, "  - {id: p1, no: 1, name: 通识, start: 2026-08-15, end: 2026-08-21, class_hours: 2}"),
        .also(Path.course, before: "minutes: 80", after: "minutes: 90"))),
    Explanation(
      "HR02", ("各阶段学时合计等于项目学时", "the stages' class hours add up to the project's"),
      zh:
        "项目写 4 学时，阶段加起来是 5 学时，证书上就不知道写几学时。只要有一个阶段写了学时，就把各阶段加起来与项目的比。改阶段或项目的学时；消息里写着各阶段的数，可以逐个核对。项目或阶段的学时读不出来时不比。",
      en:
        "When a project has 4 class hours and its stages 5, nobody knows what goes on the certificate. As soon as one stage states class hours, those of all are added up and compared. Change a stage or the project; the message shows the numbers that were added. Nothing is compared while one of them cannot be read.",
      Example(
        Path.phases,
        before:
          "  - {id: p1, no: 1, name: 通识, start: 2026-08-15, end: 2026-08-21, class_hours: 2}\n  - {id: p2, no: 2, name: 备课, start: 2026-08-22, end: 2026-09-04, class_hours: 3}",
        after:
          "  - {id: p1, no: 1, name: 通识, start: 2026-08-15, end: 2026-08-21, class_hours: 2}\n  - {id: p2, no: 2, name: 备课, start: 2026-08-22, end: 2026-09-04, class_hours: 2}",
        .beside(Path.document, "class_hours: 4"))),
    Explanation(
      "HR03", ("各阶段周数合计等于项目周数", "the stages' weeks add up to the project's"),
      zh:
        "每个阶段都写了周数、项目也写了 weeks 时，两边要相等。有一个阶段没有写周数，就不比。改项目的周数或某个阶段的周数。周数与日期不符是 DT11。",
      en:
        "When each stage and the project state weeks, both have to agree. A stage without weeks leaves nothing to compare. Change the weeks of the project or of a stage. Weeks that do not fit the dates are DT11.",
      Example(
        Path.document, before: "weeks: 4\npacks: [danyuan]", after: "weeks: 3\npacks: [danyuan]",
        over: "packs: [danyuan]",
        .beside(
          Path.phases,
          "  - {id: p1, no: 1, name: 通识, start: 2026-08-15, end: 2026-08-21, weeks: 1, class_hours: 2}\n  - {id: p2, no: 2, name: 备课, start: 2026-08-22, end: 2026-09-04, weeks: 2, class_hours: 2}",
          over:
            "  - {id: p1, no: 1, name: 通识, start: 2026-08-15, end: 2026-08-21, class_hours: 2}\n  - {id: p2, no: 2, name: 备课, start: 2026-08-22, end: 2026-09-04, class_hours: 2}"
        ))),
    Explanation(
      "HR04", ("学分与时长相符，层级要的学分修得满", "credits agree with minutes, and tiers can be fulfilled"),
      zh:
        "1 学分等于几小时任务学习，写在计划的 credit_rule 里；课程写 3 学分，时长就应是 3 个这么多。没有写折算办法、或没有学分的课程不比。层级要求的学分，也要由它所列模块的课程开得出来，否则谁也修不满。改课程的时长或学分；学分不够的，加课程、加模块，或改层级的学分。",
      en:
        "credit_rule of the plan says how many hours of task study a credit is; a course of 3 credits has three times as many. Courses without credits, and plans without a rule, are not compared. The credits that a tier asks for must be on offer in its modules, or nobody could earn them. Change the minutes or the credits of the course; add courses or modules, or ask for fewer credits.",
      Example(
        Path.creditCourse, before: "minutes: 1400\ncredits: 3", after: "minutes: 1440\ncredits: 3")),
    Explanation(
      "HR05", ("人数合得起来", "head counts agree"),
      zh:
        "同样一群人，几处写的人数要相同。计划的人数合计等于年度表各项之和（全员的项目不计入）；项目的人数等于各学科班报名人数之和（人数写“约”的不比）；一份计划里学段相同的“全员”是同一个数；draw 抽取以前，花名册的人数等于各班人数之和。消息里有算式，照着核对，改正其中一处。",
      en:
        "The same people are the same number everywhere. The plan's total is the sum of its year table, without projects for everybody; the heads of a project are those of its streams, unless they are approximate (约); everybody of the same stages is one number in a plan; and before draw a roster is as large as the classes say. The message shows the sum; correct one of the places.",
      Example(
        Path.projects, before: "yuancheng,,远程培训,151,线上研修,2026-08-15..2026-09-30,线上",
        after: "yuancheng,,远程培训,150,线上研修,2026-08-15..2026-09-30,线上",
        over: "yuancheng,,远程培训,约150,线上研修,2026-08-15..2026-09-30,线上", .beside(Path.streams, "zx,中学,数学,150"))),
    Explanation(
      "HR06", ("合计的人数都是确数", "numbers that are added up are exact"),
      zh:
        "“约50”加进年度合计，合计就也只是约数，文件里却写得像确数；这是警告，合计按 50 算。“全员”没有数字时不计入合计，只提示一声。只看年度表里有序号的项目。人数定了就去掉“约”；全员数过的，写 全员（5230人）。",
      en:
        "An approximate number (约50) makes the year's sum approximate, though it does not look so: a warning, and the sum takes 50. Everybody (全员) without a number is left out of the sum, which is noted. Only projects with a number in the year table are looked at. Drop 约 once the number is known, and write 全员（5230人） once they are counted.",
      Example(
        Path.projects, before: "xinjiaoshi,2,新教师培训,约50,集中培训,2026-08,小城", after: "xinjiaoshi,2,新教师培训,50,集中培训,2026-08,小城")
    ),
    Explanation(
      "HR07", ("人均经费 × 人数 = 总额 = 各项用途之和", "per head × heads = total = sum of uses"),
      zh:
        "经费写了人均、人数、总额和各项用途，这几个数必须互相合得上，一分也不差：先比人均 × 人数，再比各项用途之和。没有写人均或没有列用途的，那一边就不比。按批准的文件核对，改正写错的那个数。",
      en:
        "A budget with an amount per head, heads, a total and uses has to agree to the last fen: per head times heads, and the sum of the uses, are both the total. What is not stated is not compared. Check the approved document and correct the number that is wrong.",
      Example(
        Path.plan, before: "status: 印发\nbudget_per_head: 1800元\nbudget: {heads: 6400, total: 11250000元}",
        after: "status: 印发\nbudget_per_head: 1800元\nbudget: {heads: 6400, total: 11520000元}", over: "status: 印发")),
    Explanation(
      "HR08", ("收费标准 × 人数 = 合计", "a fee × heads = its total"),
      zh:
        "项目的收费（fees）写了每人多少、多少人、合计多少，三个数要合得上。没有写人数或合计的，就不比。消息里有乘积，核对是标准、人数还是合计写错了。",
      en:
        "A fee of a project with an amount, heads and a total has to multiply right. Without heads or a total nothing is compared. The message has the product: see which of the three is wrong.",
      Example(
        Path.document, before: "fees: [{audience: 高中, amount: 75元, heads: 120, total: 9500元}]\npacks: [danyuan]",
        after: "fees: [{audience: 高中, amount: 75元, heads: 120, total: 9000元}]\npacks: [danyuan]",
        over: "packs: [danyuan]")),
  ])
