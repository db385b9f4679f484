let scoreExplanations = ExplanationFamily(
  "SC", ("成绩（私有文件夹）", "marks (private folder)"),
  [
    Explanation(
      "SC01", ("成绩符合考核方案", "a mark fits its scheme"),
      zh:
        "分数超过满分、等级不在方案所列之内、分项没有写明，这个成绩就算不进去。这条只在读私有文件夹的 scores.csv（explain-result）时出现，只说哪个项目、哪一行，不显示成绩和姓名。核对原始成绩，按方案的写法改正那一行。",
      en:
        "A mark above the maximum, a grade that the scheme does not have, or a part that is not named cannot be counted. This is said only when scores.csv of the private folder is read (explain-result), with project and line and never with a mark or a name. Check the record and correct the line.",
      nil),
    Explanation(
      "SC08", ("有成绩的人在花名册里", "whoever has a mark is in the roster"),
      zh:
        "成绩表里的学员编号在花名册里找不到，多半是编号抄错，或者花名册没有更新。用 explain-result 查一个没有成绩的编号，也是这条。这条只涉及私有文件夹，与公开的内容无关。核对编号；确有其人的，先补进 roster.csv。",
      en:
        "A number among the marks that the roster lacks was mostly mistyped, or the roster is old. Asking explain-result for a number without marks gives this too. It is about the private folder alone. Check the number, or add the person to roster.csv first.",
      nil),
  ])
