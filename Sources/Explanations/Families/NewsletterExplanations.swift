private typealias Path = ExamplePath

let newsletterExplanations = ExplanationFamily(
  "NL", ("简报和正文里的数", "newsletters and figures in texts"),
  [
    Explanation(
      "NL04", ("简报的期号连续", "issue numbers run on"),
      zh:
        "一个班的简报从第 1 期起连续编号，缺一期，读者会以为漏看了。期号就是文件名：01.md 是第 1 期。每个班只报第一处。给文件改名，或补上缺的一期。",
      en:
        "The newsletters of a class are numbered from 1 without a gap, or readers think they missed one. The number is the name of the file: 01.md is issue 1. The first place of a class is told. Rename the file, or add the issue.",
      Example(
        Path.project + "newsletters/c1/04.md", before: "---\ntitle: 第三期\ndate: 2026-09-05\n---\n备好了第二个单元。\n", after: "",
        .also(
          Path.project + "newsletters/c1/03.md", before: "",
          after: "---\ntitle: 第三期\ndate: 2026-09-05\n---\n备好了第二个单元。\n"))),
    Explanation(
      "NL05", ("后一期的日期不早于前一期", "an issue is not dated before the one before it"),
      zh: "第 2 期的日期早于第 1 期，多半是日期抄错，或者两期的文件名颠倒了。同一天的两期可以。改日期，或改文件名（期号）。",
      en:
        "An issue that is dated before the one before it has a wrong date, or the two files have each other's names. Two issues of one day are right. Change the date or the name of the file.",
      Example(
        Path.issue, before: "date: 2026-08-15", after: "date: 2026-08-29", .beside(Path.firstIssue, "date: 2026-08-22"))
    ),
    Explanation(
      "NL07", ("正文里的数与数据一致", "figures in prose are those of the data"),
      zh:
        "正文手写“本班 88 人”，班级表里是 90 人，总有一个是错的。本班人数、人均分钟、总学时、每学时分钟、培训人数、名单人数、课程时长、有效样本和本期数据（figures）都核对；约数、“上期”“其中”“目标”之类的数不比。这是警告。最好不写数，写 {{ class.size }}，数据改了正文跟着改；或者改正其中一处。",
      en:
        "A text with “本班 88 人” and a table with 90: one of them is wrong. Compared are the members and mean minutes of the class, class hours and the minutes of one, heads, rows of a list, length of a course, samples, and the figures of an issue; approximate numbers and those of another time (上期, 目标) are not. It is a warning. Best write {{ class.size }}, which follows the data, or correct one of the two.",
      Example(
        Path.firstIssue, before: "本班 88 人，学[第一课](course:k1)。", after: "本班 {{ class.size }} 人，学[第一课](course:k1)。")),
  ])
