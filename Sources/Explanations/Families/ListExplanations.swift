private typealias Path = ExamplePath

let listExplanations = ExplanationFamily(
  "LS", ("公示和名单", "disclosures and lists"),
  [
    Explanation(
      "LS01", ("公示写全期限、受理处室、依据、审批和名单", "a disclosure states period, contact, basis, approval and list"),
      zh:
        "公示是请大家提意见的，缺了公示期、受理处室、依据、审批或名单，意见没有处提，程序也不完整。类型写“公示”的公告都查，通知等别的类型不查。按消息补上缺的那一项：period、contact、basis、approval 或 list。",
      en:
        "A disclosure (公示) asks for objections; without period, contact, basis, approval or list nobody can raise one, and the procedure is not complete. Notices of other kinds are passed over. Add the field that the message names.",
      Example(
        Path.disclosure, before: "summary: 公示5个工作日。\nperiod:", after: "summary: 公示5个工作日。\ncontact: office\nperiod:")),
    Explanation(
      "LS02", ("公示期够规定的工作日", "a disclosure lasts the required workdays"),
      zh:
        "公示期从发布的次日起算，只数工作日；放假和调休按 content/calendar/ 里的工作日历。至少几个工作日写在 site.yml 的 notice，不写是 5 个。写的工作日数比规定少，或与截止日期对不上，都是错误；没有那一年的日历时警告，因为节假日没有扣除。改截止日期，或改工作日数。",
      en:
        "The period begins on the day after publication and counts workdays only, with the holidays and make-up days of content/calendar/. How many are needed stands under notice in site.yml, 5 otherwise. Fewer than that, or a number that does not fit the last day, is an error; without a calendar for the year there is a warning. Change the last day or the number.",
      Example(
        Path.disclosure, before: "period: {from: 2026-09-16, workdays: 5, until: 2026-09-21 17:30}",
        after: "period: {from: 2026-09-16, workdays: 5, until: 2026-09-22 17:30}")),
    Explanation(
      "LS03", ("名单按所写的次序排列", "a list stands in the order it names"),
      zh:
        "写明“按姓氏笔画为序”的名单，排错一个人也会有人来问。order 写姓氏笔画的，先比姓的笔画，同姓的单名在前；写姓名笔画的，逐字比较。order 写单位的，只要求同一单位的人在一起。每次只指出第一处：把消息里的人移到所说的位置，重新编序号，再检查一遍。",
      en:
        "When a list says that it is by strokes, people ask about every name out of place. 姓氏笔画 compares the family name first and puts given names of one character first; 姓名笔画 compares character by character; 单位 only wants those of one unit together. The first place is told: move that person as the message says, number the rows anew and check again.",
      Example(
        Path.list, before: "1,于娟,临江县第二中学\n2,丁亦然,临江县第一中学", after: "1,丁亦然,临江县第一中学\n2,于娟,临江县第二中学",
        .beside(Path.disclosure, "  order: 姓氏笔画"))),
    Explanation(
      "LS06", ("撤下的名单不在别处留着", "a list that was taken down stays nowhere else"),
      zh:
        "名单过了公布的日期，页面自己会撤下；抄在简报、附件或别的页面里的那一份却不会。一个文件里有同一份名单的几个姓名（三个，名单更短时是全部），就算抄了一份。专家、辅导教师和仍在公布的名单里的姓名不算。删去，需要时链接到公告；有理由可以公开的姓名，在 content/privacy.yml 逐个写明。",
      en:
        "Pages take a list down after its day; a copy in a newsletter, an attachment or another page stays. Several names of one list in one file (three, or all of a shorter list) are a copy. Names of experts, tutors and lists that are public do not count. Delete them and link to the notice; for names that may be public, give the reason for each in content/privacy.yml.",
      Example(
        Path.help, before: "打开云书院。优秀学员有丁亦然、于娟。", after: "打开云书院。优秀学员见公告。", over: "打开云书院。",
        .beside(Path.site, "as_of: 2026-09-23", over: "as_of: 2026-09-18"))),
    Explanation(
      "LS07", ("一人在名单里只有一行，序号从1连续", "a person stands once in a list, numbered from 1"),
      zh:
        "同一单位的同一姓名出现两行，多半是重复；真是同名的两个人，在单位后加上学科，读者才分得清。序号要从 1 连续。columns 里要公开的栏目，名单里也要有这一栏。姓名里为对齐加的空格不影响比较。",
      en:
        "The same name of the same unit in two rows is mostly a repetition; two people of one name are told apart by their subject behind the unit. Numbers run on from 1. A column that is shown must be in the table. Blanks within names, as they are set to line up, make no difference.",
      Example(
        Path.list, before: "1,丁亦然,临江县第一中学\n3,于娟,临江县第二中学", after: "1,丁亦然,临江县第一中学\n2,于娟,临江县第二中学")),
    Explanation(
      "LS10", ("不满10人的一组不写结果", "of fewer than ten people nothing is written"),
      zh:
        "一个区县只有 6 人参加，写出合格 5 人，熟悉的人就知道是谁没有合格。不满 10 人的一组只写人数，不写有成绩、合格和平均分；页面显示“人数少，不公布”。prospectus results 会这样写，还会把能倒推出来的另一组也空着，不要补上。",
      en:
        "When six people of a county took part and five passed, colleagues know who did not. Of fewer than ten people the size is written and nothing else, and the page says that they are few. prospectus results writes it like this, and leaves out a second group from which the first could be reckoned: do not fill it in.",
      Example(
        Path.results, before: "考核方案,版本,区县,人数,有成绩,合格\nxueyuan,1,linjiang,6,6,6",
        after: "考核方案,版本,区县,人数,有成绩,合格\nxueyuan,1,linjiang,6,,")),
    Explanation(
      "LS11", ("“共几人”等于名单的行数", "the stated total equals the rows"),
      zh:
        "公告写共 100 人，名单有 99 行，少的那个人会找来。total 与名单的行数要相同。名单在公开期内却没有同名的 CSV 文件，也是这条；还没到公开的日子、或已经撤下的，可以没有文件。核对名单，或改 total。",
      en:
        "When a notice says 100 and its list has 99 rows, somebody is missing. total equals the rows. A list that is public now and has no CSV file of the notice's name is told too; before and after its days there need be none. Check the list, or change total.",
      Example(
        Path.disclosure, before: "  total: 3", after: "  total: 2",
        .beside(Path.list, "1,丁亦然,临江县第一中学\n2,于娟,临江县第二中学"))),
  ])
