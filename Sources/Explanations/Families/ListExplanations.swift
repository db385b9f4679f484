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
      "LS04", ("名单不写不该公开的栏目，不合格的不具名", "lists have no column that is not public, and name nobody who failed"),
      zh:
        "名单只写认得出人、够提意见的内容：序号、姓名、单位，必要时学科和结果。电话、身份证号、出生日期、住址、账号、分数、名次，写在 columns 里或名单的表头里都不行，哪怕页面不显示。结果是不合格、缺考、补学的人也不具名：这样的行删去，正文只写几人，由班级单独通知本人。",
      en:
        "A list has what it takes to know somebody and to object: number, name, unit, subject and result where needed. Telephone, identity number, birthday, address, account, score and rank stand neither in columns nor in the head of the table, even if no page shows them. Nobody is named for having failed, been absent or having to catch up: delete such rows, say how many they are, and tell each of them alone.",
      Example(
        Path.list, before: "序号,姓名,单位,联系电话\n1,丁亦然,临江县第一中学,\n2,于娟,临江县第二中学,",
        after: "序号,姓名,单位\n1,丁亦然,临江县第一中学\n2,于娟,临江县第二中学")),
    Explanation(
      "LS05", ("公示期满、异议办结以后才公布结果", "a result waits for the end of the period and of all objections"),
      zh:
        "公示就是还可以提意见：期限没到就公布结果、发证、表彰，意见就白提了。结果公告（result）的日期、颁发的日期（awards）、发证日期（certificates.yml 的 issued_on 和发证记录）、写了 award_of 的里程碑，都要在公示最后一天以后；还有异议没有办结的，也要等。评选和表彰之间隔的工作日放不下一次公示，同样会说。具名的优秀、遴选、荣誉名单，要有一份公示的 result 指向它。推迟日期，或把公示提前。",
      en:
        "A disclosure asks for objections; who publishes the result, gives certificates or awards before its last day does not mean it. The day of the notice that result names, of awards, of certificates (issued_on, and those that were issued), and of milestones with award_of lie behind that day, and behind the decision of every objection. A choice and an award with too few workdays between them for a disclosure are told too. A list of names that stands (优秀、遴选、荣誉) is the result of a disclosure. Move the day, or publish earlier.",
      Example(
        Path.disclosure, before: "contact: office\nawards: 2026-09-22", after: "contact: office\nawards: 2026-09-23",
        over: "contact: office")),
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
      "LS08", ("通报批评一类的名单有依据、审批、撤下日期", "a list that tells against people rests on law"),
      zh:
        "通报批评、舞弊、补学这样的名单会跟着人很久，所以依据（basis）、审批（approval）和撤下日期（list 的 expires）缺一不可。默认不写姓名，只写几起、哪个单位；法规规定要写姓名的，在 list 里写 ground 说明依据。补学的名单无论如何不写姓名（LS04）。",
      en:
        "A list of reprimands, fraud or catching up follows people for long, so basis, approval and the day it is taken down (expires of list) are all there. By default it has cases and units, no names; where the law wants names, ground of the list says which. A list of those who have to catch up never has names (LS04).",
      Example(Path.disclosure, before: "  kind: 通报批评", after: "  kind: 优秀")),
    Explanation(
      "LS09", ("公开的名单有改动，就有更正或撤下的记录", "what changes in a public list is told"),
      zh:
        "名单公开以后悄悄改一个字，谁也说不清原来是什么。list 里的 digest 是发布时名单的摘要：名单与它不同，就要在 corrections（改错字）或 withdrawals（撤下人）里加一条，写上改动以后的摘要；消息里有要写的内容，照抄即可。增加或换人不是更正，另发一份公告，写 supersedes。名单刚公开还没有 digest 的，是警告。",
      en:
        "When a character of a public list changes without a word, nobody knows what it said before. digest in list stands for the list as it was published: when the two differ, corrections (wrong characters) or withdrawals (somebody taken off) get an item with the digest behind the change. The message has what to write. Adding or replacing somebody is a new notice that supersedes this one. A list that is public and has no digest yet is a warning.",
      Example(
        .beside(Path.disclosure, "  total: 2"),
        .also(Path.list, before: "2,于涓,临江县第二中学", after: "2,于娟,临江县第二中学"))),
    Explanation(
      "LS10", ("不满10人的一组不写结果", "of fewer than ten people nothing is written"),
      zh:
        "一个区县只有 6 人参加，写出合格 5 人，熟悉的人就知道是谁没有合格。不满 10 人的一组只写人数，不写有成绩、合格和平均分；页面显示“人数少，不公布”。prospectus results 会这样写，还会把能倒推出来的另一组也空着，不要补上。还有三种情形是警告：合格名单和公开的班级人数只差 1 到 9 人，差的那几个人就看得出来；不满 10 人的班写学习率、平均时长；简报里以不满 10 人为分母的比例。按单位或区县公布，或者不写。",
      en:
        "When six people of a county took part and five passed, colleagues know who did not. Of fewer than ten people the size is written and nothing else, and the page says that they are few. prospectus results writes it like this, and leaves out a second group from which the first could be reckoned: do not fill it in. Three more are warnings: a list of those who passed beside a class size that differs by 1 to 9, rates and means of a class below ten, and shares in newsletters of fewer than ten people.",
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
    Explanation(
      "LS12", ("名单的行不在内容仓库里", "rows of lists are not tracked with the content"),
      zh:
        "名单从网站撤下以后，提交过的内容里还留着姓名，历史里也有。这是提示：把名单的 CSV 放在仓库以外的文件夹，构建时用 --lists 指给它；没有这个文件夹的构建照样通过，页面只写共几人。单位议定放在内容里的，在 site.yml 写 notice: {tracks_lists: 是}，就不再提示。",
      en:
        "A list that was taken off the site stays in the content and in its history. This is a note: keep the tables of lists in a folder outside the repository and name it by --lists; builds without it pass and say how many there are. Where it was decided otherwise, notice: {tracks_lists: true} in site.yml ends the note.",
      Example(
        .beside(Path.list, "1,丁亦然,临江县第一中学"),
        .also(Path.site, before: "tracks_lists: false", after: "tracks_lists: true"))),
  ])
