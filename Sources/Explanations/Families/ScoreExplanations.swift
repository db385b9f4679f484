private typealias Path = ExamplePath

let scoreExplanations = ExplanationFamily(
  "SC", ("成绩和结果", "marks and results"),
  [
    Explanation(
      "SC01", ("成绩符合考核方案", "a mark fits its scheme"),
      zh:
        "分数超过满分、等级不在方案所列之内、分项没有写明，这个成绩就算不进去。这条只在读私有文件夹的 scores.csv 时出现（explain-result、results、带 --private 的构建），只说哪个项目、哪一行，不显示成绩和姓名。核对原始成绩，按方案的写法改正那一行。",
      en:
        "A mark above the maximum, a grade that the scheme does not have, or a part that is not named cannot be counted. This is said only when scores.csv of the private folder is read (explain-result, results, builds with --private), with project and line and never with a mark or a name. Check the record and correct the line.",
      nil),
    Explanation(
      "SC02", ("发证、上榜的人都合格", "whoever gets a certificate or is on a list passes"),
      zh:
        "证书发给了按考核方案不合格的人：总分够了，必做的一项没有达到最低要求，也是不合格；没有成绩的同样不合格。合格、优秀名单里的人也这样核对。这条只在读私有文件夹时出现（certificates、带 --private 的构建），只说哪一行，不说是谁、多少分。用 explain-result 看那个人的分数是怎样来的；确实不合格的，收回证书，从名单里拿掉。",
      en:
        "A certificate was issued to somebody who does not pass by the scheme: a total above the pass mark is not enough where a mandatory item misses its minimum, and without marks nobody passes. Lists of those who passed or did best are compared as well. It is said only when the private folder is read (certificates, builds with --private), with the line and never with a name or a mark. See explain-result for how the points came about, take the certificate back, and take the person off the list.",
      nil),
    Explanation(
      "SC03", ("结果表与成绩一致，各行对得上", "results agree with the marks and with each other"),
      zh:
        "results.csv 是由成绩算出来、写进内容的人数、合格数和平均分。合格的多于有成绩的、各区县加起来多于全部、平均分高于总分，都说明有人手改过。带 --private 构建时，每个数还要与成绩重新算出来的相同。不要手改，运行 prospectus results --private 文件夹，重新写出这张表。",
      en:
        "results.csv holds sizes, passes and means that were reckoned from the marks. More passed than assessed, areas with more people than all, or a mean above the total show that somebody has edited it. A build with --private reckons each figure anew and compares. Run prospectus results --private DIR rather than editing.",
      Example(
        Path.results, before: "考核方案,版本,人数,有成绩,合格\nxueyuan,1,150,150,151",
        after: "考核方案,版本,人数,有成绩,合格\nxueyuan,1,150,150,149")),
    Explanation(
      "SC04", ("合格率达到方案的目标", "the pass rate reaches what the scheme asks for"),
      zh:
        "方案给辅导教师定了目标，如合格率不低于 98%，而这一组没有达到。按人数精确比较，不先四舍五入：49 人里有 1 人不合格是 97.96%，就是没有达到。50 人以上是警告；不满 50 人只提示，因为一人就占两个百分点以上。看是谁没有通过，安排补学；数抄错的，重新运行 prospectus results。",
      en:
        "A scheme asks for a rate, such as 98 % of passes, and this group does not reach it. Counts are compared exactly, without rounding: one of 49 leaves 97.96 %, which is less. From 50 people on it is a warning, below a note, as one person is more than two percent. See who has not passed, and plan a second chance.",
      Example(
        Path.results, before: "考核方案,版本,人数,有成绩,合格\nxueyuan,1,150,150,140",
        after: "考核方案,版本,人数,有成绩,合格\nxueyuan,1,150,150,149",
        .beside(
          Path.scheme, "    mode: 自动\n    target: {metric: 合格率, op: ≥, value: 98%}\n  - id: zuoye",
          over: "    mode: 自动\n  - id: zuoye"))),
    Explanation(
      "SC05", ("参加培训的人都有成绩", "everybody who takes part has marks"),
      zh:
        "一组人里有人一项成绩都没有：多半是没有注册、没有开始学，也可能是花名册里有已经退出的人。平均分和合格率都按全部人数算，没有成绩的算没有通过。核对花名册，提醒还没有开始的人。",
      en:
        "Somebody of a group has no mark at all: not registered, not begun, or left and still in the roster. Means and rates are of all, so they count as not passed. Check the roster and remind those who have not begun.",
      Example(
        Path.results, before: "考核方案,版本,人数,有成绩,合格\nxueyuan,1,150,149,149",
        after: "考核方案,版本,人数,有成绩,合格\nxueyuan,1,150,150,149")),
    Explanation(
      "SC06", ("人数合名额、合抽考的规则", "a list keeps to its quota, a sample to its rule"),
      zh:
        "名单的 quota 写了名额：至多、至少几人，或学员的百分之几（尾数舍去），总数不在里面。抽考名单的人数与 samples.yml 的规则算出来的不同也是这条，全部的和各区县（学科班）的都核对；带 --private 时，推荐名单、抽取名单也这样核对，只说哪一组应是几人、有几人。按名额增减；名额确实改了的，先改规则，写明依据。",
      en:
        "The quota of a list says how many it may have: at most, at least, or a share of the learners (fractions left out), and its total is outside. A list of a sample that has not as many as the rule of samples.yml gives, in all or of one area or stream, is told too; with --private the recommended and the drawn, by group and number alone. Name as many as the rule says, or change the rule first and state its ground.",
      Example(
        Path.disclosure, before: "  total: 2\n  quota: {max: 1}", after: "  total: 2\n  quota: {max: 2}",
        over: "  total: 2")),
    Explanation(
      "SC07", ("抽考能复算", "a sample can be drawn again"),
      zh:
        "抽考写 2%、1%，没有说尾数怎样办、用什么方法、种子是什么、哪天抽的，别人就无法复算，谁被抽到也说不清。7 个区县的 23,000 人，2% 是 458、460 还是 463 人，全看尾数怎样处理。还没有产生的种子和没有定的日期写待定：seed: {pending: {what, owner, by}}。带 --private 时，用公布的种子重新抽，抽出的人与 drawn.csv 不同，也是这条；draw 在缺种子、方法不是 SHA-256 时也这样说。",
      en:
        "A sample of 2 % and 1 % without rounding, method, seed and day cannot be drawn again, and nobody can tell why somebody is in it: of 23,000 people in seven areas 2 % are 458, 460 or 463, as fractions are treated. What is not settled yet is written as pending: seed: {pending: {what, owner, by}}. With --private this is also said when the published seed draws others than drawn.csv has, and by draw without a seed or with a method that is not SHA-256.",
      Example(
        Path.samples,
        before:
          "samples:\n  - {id: bijuan, title: 闭卷抽考, project: yuancheng, drawn: 2%, summary: 抽查。, method: SHA-256, seed: \"374182\", drawn_on: 2026-09-14}\n",
        after:
          "samples:\n  - {id: bijuan, title: 闭卷抽考, project: yuancheng, drawn: 2%, summary: 抽查。, method: SHA-256, seed: \"374182\", drawn_on: 2026-09-14, rounding: 最大余数}\n"
      )),
    Explanation(
      "SC08", ("有成绩、有证书、上名单的人在花名册里", "whoever has a mark or a certificate, or is on a list, is in the roster"),
      zh:
        "成绩、发证记录、推荐名单里的学员编号在花名册里找不到，或者合格名单上的人（姓名和单位）不在花名册里，多半是抄错，或者花名册没有更新。用 explain-result 查一个没有成绩的编号、用 certificates 印没有发证记录的项目，也是这条。这条只涉及私有文件夹，与公开的内容无关。核对编号；确有其人的，先补进 roster.csv。",
      en:
        "A number among marks, certificates or recommendations that the roster lacks, or a name and unit on a list of those who passed, was mostly mistyped, or the roster is old. Asking explain-result for a number without marks, or certificates for a project without any, gives this too. It is about the private folder alone. Check the number, or add the person to roster.csv first.",
      nil),
  ])
