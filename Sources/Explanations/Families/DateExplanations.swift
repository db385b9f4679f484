private typealias Path = ExamplePath

let dateExplanations = ExplanationFamily(
  "DT", ("日期和时间", "dates and times"),
  [
    Explanation(
      "DT01", ("日期真有这一天，结束不早于开始", "dates exist, and an end is not before its start"),
      zh:
        "9月31日、13月这样的日期不存在，多半是打错了；结束写在开始以前也一样。阶段、场次、选课、师徒结对的起止和计划的周期都查。日期写成 2026-09-01，时间写成 19:00-21:00，年度表里还可以写 4月、4月底、全年。阶段离培训多远写在 when，如 训前1个月、学习阶段内2个月、训后半年：开头是训前（培训前、开班前、开课前）、训中（培训期间、学习阶段内）、训后（培训后、结业后、学习阶段结束后），后面是几天、几周、几个月、半年、几年，最长十年；中间隔开的，写成 训后1个月起2周。消息的“改法”里有这一项的写法。",
      en:
        "31 September is no day, and an end before its start no period: mostly a typing error. Looked at are all dates and times, and the two ends of stages, sessions, enrolment, pairs and the cycle of a plan. Write days as 2026-09-01 and times as 19:00-21:00. How far a stage is from the training stands in when: 训前1个月, 学习阶段内2个月, 训后半年, or 训后1个月起2周 with a month between; it begins with 训前, 训中 or 训后 (or 培训前, 开班前, 开课前, 培训期间, 学习阶段内, 培训后, 结业后, 学习阶段结束后) and goes on with days (天), weeks (周), months (个月) or years (年), ten years at most. The message has an example for its field.",
      Example(
        Path.sessions, before: "s1,第1次答疑,集中答疑,2026-09-31,,19:00-21:00,星期二,zx,,e01,2026-09-22 17:30,已定",
        after: "s1,第1次答疑,集中答疑,2026-09-22,,19:00-21:00,星期二,zx,,e01,2026-09-22 17:30,已定")),
    Explanation(
      "DT02", ("日期在所属的年度、项目和阶段里", "dates lie in their year, project and stage"),
      zh:
        "2026 年的计划里出现 2025 年的场次，多半是抄去年的表忘了改年份。项目、阶段、里程碑、场次不早于计划的年份，也不晚于下一年；所属阶段、开课日期、师徒结对也要在范围里，课程的场次不早于课程的阶段。头一年九月以后开始的准备工作，和标明“暂定”的时间，只是警告；取消的场次不查。改年份，或者把它移到那一年的计划里。",
      en:
        "A session of 2025 in the plan of 2026 mostly comes from last year's table. Projects, stages, milestones and sessions may not begin before the year of their plan, nor end after the year that follows; a project lies in its stage, a day of opening or of a pair in its project, and a session not before the stage of its course. Preparations from September before on and times marked as provisional are warnings; cancelled sessions are passed over. Correct the year, or move the entry to the plan of that year.",
      Example(
        Path.sessions, before: "s2,讲座,讲座,2025-09-23,,19:00-20:00,,zx,k1,e01,,已定",
        after: "s2,讲座,讲座,2026-09-23,,19:00-20:00,,zx,k1,e01,,已定")),
    Explanation(
      "DT03", ("阶段之间不留空档", "there is no gap between stages"),
      zh:
        "一个阶段结束、下一个阶段还没有开始，中间的日子学员不知道该做什么。空档里有工作日才提醒；只隔着周末和放假日的不算，调休照工作日历。改日期；确实要空着的，在后一个阶段写 gap: true。有阶段没写日期时不查；when 里写了隔多久的（训后1个月起2周），隔的那段不算。",
      en:
        "Between the end of one stage and the beginning of the next, learners do not know what to do. A gap is told when it has a workday in it; weekends and holidays of the work calendar do not count. Change a date, or write gap: true in the later stage. Nothing is said while a stage has no dates, nor of the room that when declares (训后1个月起2周).",
      Example(
        Path.phases, before: "  - {id: p2, no: 2, name: 备课, start: 2026-08-25, end: 2026-09-04, class_hours: 2}",
        after: "  - {id: p2, no: 2, name: 备课, start: 2026-08-22, end: 2026-09-04, class_hours: 2}")),
    Explanation(
      "DT04", ("阶段不重叠，重叠的要写明", "stages overlap only where they say so"),
      zh:
        "两个阶段有几天重在一起，多半是日期写错了一天。改其中一个日期。有的单位让两个阶段同时进行，这时在其中一个写 overlap: true，就不再提醒。",
      en:
        "Two stages that share some days are mostly a date that is off by one. Change a date. Where both are meant to run at a time, write overlap: true in one of them, and nothing is said.",
      Example(
        Path.phases, before: "  - {id: p2, no: 2, name: 备课, start: 2026-08-20, end: 2026-09-04, class_hours: 2}",
        after: "  - {id: p2, no: 2, name: 备课, start: 2026-08-22, end: 2026-09-04, class_hours: 2}")),
    Explanation(
      "DT05", ("里程碑和阶段写明日期", "milestones and stages have dates"),
      zh:
        "没有日期的里程碑和阶段排不进日程，也提醒不到人。平时是警告；计划已经印发、阶段七天以内就要开始的，是错误。还没有定的，写 待定（负责部门，2026-09-30），阶段里写 {pending: {what: …, owner: …, by: …}}，页面就显示待定和由谁何时定。阶段写了 when（如 训前1个月），日期由项目的开课日期推算：项目的时间要写到日，或者写 opens_on；计划的阶段没有开课日期，要写 start 和 end。",
      en:
        "A milestone or stage without dates has no place in the schedule. It is a warning, and an error when the plan is issued and the stage begins within seven days. While it is open, write 待定（owner，2026-09-30）, in a stage {pending: {what: …, owner: …, by: …}}: pages then say who decides it by when. A stage with when, such as 训前1个月, has its days from the project's opening: the project's time needs days, or opens_on. Stages of a plan, which has no opening, need start and end.",
      Example(Path.milestones, before: "m2,,抽测", after: "m2,2026-11,抽测")),
    Explanation(
      "DT06", ("写出的星期与日期相符", "a weekday fits its date"),
      zh:
        "日期和星期对不上，就有一半的人会走错一天。改日期或者改星期，先弄清哪一个是对的。星期可以不写，页面会按日期自己算。",
      en:
        "When date and weekday disagree, half of the people come on the wrong day. Find out which one is right and correct the other. The weekday may be left out: pages find it from the date.",
      Example(
        Path.sessions, before: "s1,第1次答疑,集中答疑,2026-09-22,,19:00-21:00,星期三,zx,,e01,2026-09-22 17:30,已定",
        after: "s1,第1次答疑,集中答疑,2026-09-22,,19:00-21:00,星期二,zx,,e01,2026-09-22 17:30,已定")),
    Explanation(
      "DT07", ("有先后的事，日期按先后", "what depends on something has its date before or after it"),
      zh:
        "有些事必须有先后：问题征集截止在答疑以前，训前调研和辅导教师的培训在开课以前，待定的学时在开课以前定下，修改稿不早于所改的作业截止，发证不早于培训结束。写了“须早于”“须晚于”的，也照着核对。改了期的场次、实际时间与拟定时间不同的项目，要有变更记录（changes）或更正公告，读者才知道改过。改日期；开课比培训时间的第一天晚的，在项目里写 opens_on。",
      en:
        "Some things have an order: questions are collected before the Q&A, surveys and the training of tutors come before the project opens, open class hours are settled before it does, a revision is not due before what it revises, and certificates are not issued before the training ends. What a table asks for in its columns 须早于 and 须晚于 is compared too. A session or project that was moved needs an entry in changes or a correction. Change a date; a project that opens later than its first day says so in opens_on.",
      Example(
        Path.sessions, before: "s1,第1次答疑,集中答疑,2026-09-22,,19:00-21:00,星期二,zx,,e01,2026-09-22 19:30,已定",
        after: "s1,第1次答疑,集中答疑,2026-09-22,,19:00-21:00,星期二,zx,,e01,2026-09-22 17:30,已定")),
    Explanation(
      "DT09", ("专家不同时在两场，场次不在放假日", "no expert is in two sessions at once, and none is on a holiday"),
      zh:
        "同一位专家（包括主持人）在重叠的时间有两场，总有一场没有人，是错误；排在放假日的场次可能没有人来，是警告。一场正好接着另一场不算冲突，同名的场次（几个分会场）不算，取消的场次和只是截止日期的条目也不算。放假和调休按 content/calendar/ 里的工作日历。改一场的时间或换专家；日历不对就改日历。",
      en:
        "An expert, or a chair, with two sessions at overlapping times misses one of them: an error. A session on a public holiday may stay empty: a warning. One session right behind another is no clash, nor are those of one name in several rooms, cancelled ones, or mere deadlines. Holidays are those of content/calendar/. Move a session, name another expert, or correct the calendar.",
      Example(
        Path.sessions,
        before: "s2,讲座,讲座,2026-09-23,,19:00-20:00,,zx,k1,e01,,已定\ns3,另一场讲座,讲座,2026-09-23,,19:30-20:30,,,k2,e01、e02,,已定",
        after: "s2,讲座,讲座,2026-09-23,,19:00-20:00,,zx,k1,e01,,已定\ns3,另一场讲座,讲座,2026-09-23,,20:00-21:00,,,k2,e01、e02,,已定")),
    Explanation(
      "DT10", ("要几天就是几天，隔多久就隔多久", "what has a length or a distance keeps it"),
      zh:
        "文件规定了时长的，日程要照着排：集中研修连续几天、每天几段（intensive），前置任务几天并在集中研修以前完成（pre_task，不写天数按 14 天），跟岗实践到集中研修后第几天为止（follow_up，不写按 30 天），回访在项目结束几个月以后（不写按 3 个月）。项目里没有写这些规定，就不查。改日程，或改规定的天数；消息里写着应该是哪一天。",
      en:
        "Where a document sets a length, the schedule keeps it: so many days of an intensive course on end and slots a day (intensive), the days of the task before, which ends before the course (pre_task, 14 unless it says otherwise), the last day of what follows (follow_up, 30), the months until a follow-up visit (3). Nothing is looked at where the project does not say so. Change the schedule or the rule; the message names the right day.",
      Example(
        Path.document, before: "pre_task: {from: 2026-09-15, to: 2026-09-26}\npacks: [danyuan]",
        after: "pre_task: {from: 2026-09-13, to: 2026-09-26}\npacks: [danyuan]", over: "packs: [danyuan]")),
    Explanation(
      "DT11", ("写出的周数、时间要求与日期相符", "weeks and relative times fit the dates that are written"),
      zh:
        "写了 3 周，日期却只有 14 天，读者不知道信哪一个。一周按七天算，最后一周有没有周末都可以，例如 2 周是 12 到 14 天。阶段只写周数、不写日期的，用各阶段的周数合计与项目的时间比。阶段写了 when（如 训前1个月），又写了 start 或 end 的，与由开课日期推算的日子比。这是警告；改周数、改日期，或去掉不对的一项。",
      en:
        "Three weeks that are fourteen days leave readers in doubt. A week has seven days, the last one with or without its weekend: two weeks are 12 to 14 days. Stages with weeks and no dates are added up and compared with the project's time. A stage that has when, such as 训前1个月, beside start or end is compared with the days that follow from the opening. It is a warning; change the weeks or the dates, or take out what is wrong.",
      Example(
        Path.phases,
        before: "  - {id: p2, no: 2, name: 备课, start: 2026-08-22, end: 2026-09-04, weeks: 3, class_hours: 2}",
        after: "  - {id: p2, no: 2, name: 备课, start: 2026-08-22, end: 2026-09-04, weeks: 2, class_hours: 2}",
        over: "  - {id: p2, no: 2, name: 备课, start: 2026-08-22, end: 2026-09-04, class_hours: 2}")),
    Explanation(
      "DT12", ("表格按时间先后排列", "tables are in time order"),
      zh:
        "年度表和里程碑从前往后读，一行排错，容易看漏。只报最少的几行：移动它们，整张表就顺了。时间是整月或“全年”的，只要可能合得上就不报。这是提示，不影响发布：把这一行移到它的位置，或者改时间。",
      en:
        "People read the year table and the milestones from top to bottom, and overlook a row in the wrong place. As few rows as possible are told: with those moved, the table is in order. A whole month or all year may stand wherever it can be right. It is a note; move the row, or change its time.",
      Example(Path.milestones, before: "m2,2026-02,抽测", after: "m2,2026-11,抽测")),
    Explanation(
      "DT13", ("当前计划还有没到的日子", "something of the current plan lies ahead"),
      zh:
        "site.yml 的 current_plan 指的计划，日程全都过去了，首页就只剩旧事。常见的原因是新的一年没有换计划，或者基准日 as_of 写得太晚。还有没定日期的里程碑或没写结束的阶段时不提示。这是提示：换成下一份计划，或改 as_of。",
      en:
        "When everything of the plan that site.yml calls current is over, the home page shows old things only. Mostly nobody named the plan of the new year, or as_of is too late. A milestone without a day or a stage without an end is not over. It is a note; name the next plan in current_plan, or change as_of.",
      Example(Path.site, before: "as_of: 2026-12-01", after: "as_of: 2026-09-18")),
  ])
