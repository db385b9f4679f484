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
      "SC08", ("有成绩的人在花名册里", "whoever has a mark is in the roster"),
      zh:
        "成绩表里的学员编号在花名册里找不到，多半是编号抄错，或者花名册没有更新。用 explain-result 查一个没有成绩的编号，也是这条。这条只涉及私有文件夹，与公开的内容无关。核对编号；确有其人的，先补进 roster.csv。",
      en:
        "A number among the marks that the roster lacks was mostly mistyped, or the roster is old. Asking explain-result for a number without marks gives this too. It is about the private folder alone. Check the number, or add the person to roster.csv first.",
      nil),
  ])
