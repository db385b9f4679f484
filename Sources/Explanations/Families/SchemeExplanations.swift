private typealias Path = ExamplePath

let schemeExplanations = ExplanationFamily(
  "WT", ("考核方案", "assessment schemes"),
  [
    Explanation(
      "WT01", ("各项分值合计等于总分", "the points of the items add up to the total"),
      zh:
        "总分 100 分，各项加起来 105 分，谁也算不对自己的成绩，所以是错误。消息里有算式和相差多少。方案是发文的内容，改哪一项由主管单位定；改过的项写 amended，说明哪天、怎样改的。有一项的分值读不出来时不算。",
      en:
        "A total of 100 with items that add up to 105 makes every result wrong, so it is an error. The message has the sum and the difference. A scheme is an official document: the authority decides which item changes, and amended says when and how. Nothing is added up while the points of an item cannot be read.",
      Example(
        Path.scheme, before: "    name: 作业\n    text: 一份作业。\n    points: 45",
        after: "    name: 作业\n    text: 一份作业。\n    points: 40",
        .beside(Path.scheme, "total: 100"))),
    Explanation(
      "WT02", ("等级分和分项上限不超过本项分值", "grades and caps do not exceed the item's points"),
      zh:
        "一项满分 40 分，“优秀”却记 45 分，总分就会超。等级（grades）的分数和分项（parts）的上限都不能大于本项的 points，等于可以。核对发文，改等级、上限或本项的分值。",
      en:
        "An item of 40 points with a grade of 45 lets totals go beyond the scheme. Grades and the caps of parts may equal the item's points and not exceed them. Check the document and correct the grade, the cap or the points.",
      Example(Path.scheme, before: "- {name: 优秀, points: 45}", after: "- {name: 优秀, points: 40}")),
    Explanation(
      "WT03", ("分项上限之和等于本项分值", "the caps of the parts add up to the item's points"),
      zh:
        "一项分成几个分项，各分项的上限加起来就应是本项的分值：少了，满分谁也拿不到；多了，说明有一个数写错。本项的最低要求（min）也不能高于各分项合计。没有分项的项不查。改上限或分值。",
      en:
        "The caps of an item's parts add up to its points: with less nobody reaches them, with more a number is wrong. Nor may the minimum of the item be above that sum. Items without parts are passed over. Change the caps or the points.",
      Example(
        Path.scheme, before: "      - {name: 初稿, cap: 15}\n      - {name: 修改稿, cap: 20}",
        after: "      - {name: 初稿, cap: 20}\n      - {name: 修改稿, cap: 20}")),
    Explanation(
      "WT04", ("合格线在必做最低分与总分之间", "the pass mark lies between the mandatory minima and the total"),
      zh:
        "必做项目的最低分加起来已经 70 分，合格线写 60 分就没有意义；合格线高于总分，则谁也不能合格。写了 min 的项算 min；没有写的必做项目，有等级的算最低一级，只有达到门槛才得分的算全部分值。分值合计不对时先看 WT01。写两者之间的一个分数。",
      en:
        "When the mandatory items need 70 points, a pass mark of 60 means nothing, and above the total nobody passes. An item counts with its min; a mandatory one without it with its lowest grade, or with all points when a threshold gives all or nothing. While the points do not add up, WT01 comes first. Write a mark in between.",
      Example(Path.scheme, before: "pass_mark: 50", after: "pass_mark: 70")),
    Explanation(
      "WT05", ("门槛分钟 = 比例 × 学时 × 每学时分钟", "threshold = share × class hours × minutes"),
      zh:
        "“学满 60% 共 108 分钟”里的 108 是算出来的：60% × 4 学时 × 45 分钟。学时或比例改了，这个数往往忘了跟着改。门槛的三个数和方案的 minutes_per_class_hour 都写了才查。消息里有应写的分钟数。",
      en:
        "The 108 in “60 %, that is 108 minutes” is computed: 60 % × 4 class hours × 45 minutes. When share or hours change, it is easily forgotten. It is compared when the threshold has all three and the scheme minutes_per_class_hour. The message has the right number.",
      Example(
        Path.scheme, before: "threshold: {minutes: 100, share: 60%, class_hours: 4}",
        after: "threshold: {minutes: 108, share: 60%, class_hours: 4}")),
    Explanation(
      "WT06", ("评价方式是自动、人工或结合", "an item is marked automatically, by hand or by both"),
      zh:
        "学员要知道一项分数是平台记的，还是老师评的，有疑问找谁。mode 只写三个词：自动（平台统计）、人工（有人评）、结合（两者都有）。写成别的词，页面上就说不清。改成其中一个。由班级平均分折算的一项（class_mean）没有人评，只写自动，只在班级辅导教师的方案里，而且折算的是学员的方案。",
      en:
        "Trainees should know whether points come of the platform or of somebody's judgement. mode takes three words: 自动 (counted by the platform), 人工 (marked by somebody) and 结合 (both). Write one of them. What a class's mean makes up (class_mean) is judged by nobody: it is 自动, stands in schemes of tutors, and names a scheme of trainees.",
      Example(Path.scheme, before: "    mode: 平台", after: "    mode: 自动")),
    Explanation(
      "WT07", ("成绩和结果按现在的方案版本", "marks and results are by the version of the scheme"),
      zh:
        "成绩、results.csv 或辅导教师方案里的 class_mean 是按方案的某一版算的，而方案已经改到另一版，分数就不能照旧算。已经有成绩的方案不要改：改动另存为新的方案文件，给下一期用。方案确实要改的，按新版重新核对成绩，再运行 prospectus results --private 文件夹。",
      en:
        "Marks, results.csv or class_mean of a tutors' scheme were reckoned by one version of a scheme, which has another one now. Leave a scheme alone once there are marks: write changes as another scheme, for those who come next. If it has to change, check the marks anew and run prospectus results --private DIR.",
      Example(Path.results, before: "考核方案,版本,人数\nxueyuan,2,150", after: "考核方案,版本,人数\nxueyuan,1,150")),
    Explanation(
      "WT08", ("学员的必做项目写明怎样算完成", "a trainee's mandatory item says what counts as done"),
      zh:
        "必做的项目没有完成就不能合格，所以要写清楚怎样算完成。等级 grades、时长门槛 threshold、最低分 min、至少几次 count、目标 target，写一个即可。只查对学员的方案，辅导教师、专家的方案不查。",
      en:
        "Whoever does not complete a mandatory item cannot pass, so it has to say what completes it: one of grades, threshold, min, count and target. Only schemes for trainees are looked at.",
      Example(
        Path.scheme,
        before: "    mandatory: true\n    mode: 自动",
        after: "    mandatory: true\n    threshold: {minutes: 108, share: 60%, class_hours: 4}\n    mode: 自动",
        over: "    mandatory: true\n    threshold: {minutes: 108, share: 60%, class_hours: 4}\n    mode: 自动")),
    Explanation(
      "WT09", ("学员方案写明合格线", "a trainee scheme states a pass mark"),
      zh:
        "学员最先想知道多少分合格。这是警告：写 pass_mark；还没有定的，在 open 里写明由谁、何时定。对辅导教师、专家等的方案可以没有合格线。",
      en:
        "The first thing trainees want to know is the mark that passes. It is a warning: write pass_mark, or say in open who decides it by when. Schemes for tutors, experts and others may do without.",
      Example(Path.scheme, before: "total: 100", after: "total: 100\npass_mark: 70", over: "total: 100\npass_mark: 70")),
  ])
