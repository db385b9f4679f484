import Diagnostics
import Markdown
import Testing

@Suite struct WordHabitTests {
  @Test(arguments: [
    ("　　甲乙。", "<p>甲乙。</p>\n", ""), ("　　**注：**甲", "<p><strong>注：</strong>甲</p>\n", ""),
    ("甲　乙", "<p>甲　乙</p>\n", ""), ("　　甲。\n\n　　乙。", "<p>甲。</p>\n<p>乙。</p>\n", ""),
    ("　　甲。\n　　乙。", "<p>甲。乙。</p>\n", "MD18 　　"), ("甲\\\n　乙", "<p>甲<br />\n乙</p>\n", ""),
    ("> 甲。\n> 　　乙。", "<blockquote>\n<p>甲。乙。</p>\n</blockquote>\n", "MD18 　　"),
    ("　　● 甲\n　　● 乙", "<p>● 甲● 乙</p>\n", "MD17 ●"), ("`　　甲`", "<p><code>　　甲</code></p>\n", ""),
  ])
  func `full-width spaces before a paragraph are dropped`(text: String, html: String, problems: String) {
    #expect(rendered(text, .portal).text == html)
    #expect(rendered(text, .portal).problems(in: text).joined(separator: " ") == problems)
  }

  @Test(arguments: [
    ("● 甲", "MD17 ●"), ("１．甲", "MD17 １．"), ("１２、甲", "MD17 １２、"), ("（一）甲", ""), ("（一）甲\n（二）乙", "MD17 （二）"),
    ("（十二）甲\n\n（十三）乙", ""), ("1、甲\n2、乙", "MD17 2、"), ("(1)甲\n(2)乙", "MD17 (2)"), ("一、甲\n二、乙", "MD17 二、"),
    ("\u{F06C}甲", "MD17 \u{F06C}"), ("甲●乙", ""), ("```\n● 甲\n```", ""), ("2026年\n3月", ""), ("# （一）甲", ""),
    ("1. 甲\n2. 乙", ""),
    ("列表：\n-甲\n-乙", "MD17 -"), ("-甲", "MD17 -"), ("  -文字", "MD17 -"), ("- 甲\n-乙", "MD17 -"), ("+甲", "MD17 +"),
    ("-5℃以下停课", ""), ("\\-甲", ""), ("-v 参数", ""), ("---甲", ""), ("甲-乙", ""), ("1.甲\n2.乙", "MD17 2."),
    ("1.甲\n\n2.乙", ""),
    ("1)甲\n2)乙", "MD17 2)"),
    ("-　甲\n-　乙", "MD17 -"), ("-\u{A0}甲", "MD17 -"), ("*　甲\n*　乙", "MD17 *"), ("\\*　甲", ""), ("1.　甲\n2.　乙", "MD17 2."),
    ("1.　甲\n\n2.　乙", ""), ("1)\u{A0}甲\n2)\u{A0}乙", "MD17 2)"), ("3.5米\n2.4米", ""), ("①甲\n②乙", "MD17 ②"),
    ("①甲\n\n②乙", ""), ("· 甲\n· 乙", "MD17 · "), ("－ 甲\n－ 乙", "MD17 － "),
    ("\u{F0FC}甲", "MD17 \u{F0FC}"), ("\u{F046} 甲", "MD17 \u{F046}"), ("\u{E000}甲", ""), ("➢ 甲", "MD17 ➢"), ("※ 甲", ""),
    ("—甲\n——乙", ""),
    ("上课：\n1、2班\n3、4班", ""), ("1、2班\n3、4班", ""), ("地点：\n1、2号楼", ""), ("报名：\n３、４月", ""), ("组长：\n三、四年级", ""),
    ("要求：\n1、2026年\n2、2027年", "MD17 1、"), ("·甲\n·乙", "MD17 ·"), ("买买提·艾力", ""), ("• 甲\n• 乙", "MD17 •"),
    ("•甲", "MD17 •"),
    ("A.甲\nB.乙", "MD17 B."), ("选：\na、甲\nb、乙", "MD17 a、"), ("A.甲", ""), ("甲\nA.B", ""), ("甲\nA、B班", ""),
    ("-[ ] 甲\n-[x] 乙", "MD17 -"), ("+[x] 甲", "MD17 +"), ("-[甲]", ""), ("\\-[ ] 甲", ""), ("- [ ] 甲", ""),
    ("A. 甲\nB. 乙", "MD17 B."), ("⑴甲\n⑵乙", "MD17 ⑵"), ("▲甲\n▲乙", "MD17 ▲"), ("一. 甲\n二. 乙", "MD17 二."),
    ("❶ 甲\n❷ 乙", "MD17 ❷"),
    ("㈠甲\n㈡乙", "MD17 ㈡"), ("▲甲", ""), ("A. 甲", ""), ("A. Smith\nB. Jones", ""), ("内容\n1、甲\n2、乙", "MD17 1、"),
    ("按照通知第\n（三）条办理，完成", ""), ("学员需完成附件中第\n（二）项规定的任务，\n（三）项除外。", "MD17 （二）"),
    ("要做到\n（一）项规定的任务。\n\n按第\n（二）项办理", ""), ("**要求：**\n（一）甲", "MD17 （一）"), ("甲。\n（一）乙", "MD17 （一）"),
    ("附件：1．报名表\n　　　2．名单", "MD17 2．"), ("附件：1．报名表\n　　　2．名单\n　　丙", "MD18 　　 MD17 2．"),
    ("- ● 甲", "MD17 ●"), ("| ● 优 |\n|---|\n| １．甲 |\n", ""), ("> 甲\n> ■乙", "MD17 ■"), ("（", ""), ("１", ""),
  ])
  func `numbers and bullets that make no list are reported`(text: String, problems: String) {
    #expect(rendered(text, .portal).problems(in: text).joined(separator: " ") == problems)
  }

  @Test(arguments: ["＞甲＃\n\n| ＃ 乙 |\n|---|", "[＃]: /u\n\n| 甲 | ＃ 乙 |\n|---|---|", "甲＃\n=\n| ＃ 乙 |\n|---|\n\n[a]: /u"])
  func `in a table they are reported where they stand`(text: String) throws {
    let found = try #require(rendered(text, .portal).diagnostics.last?.location?.span?.start)
    let bytes = Array(text.utf8)
    #expect(bytes[..<Int(found)].last == UInt8(ascii: " "))
    #expect(bytes[Int(found)...].starts(with: "＃ 乙".utf8))
  }

  @Test func `they are counted and reported once, with a repair`() {
    let diagnostics = rendered("● 甲\n● 乙\n● 丙", .portal).diagnostics
    #expect(diagnostics.count == 1)
    #expect(diagnostics.first?.severity == .warning)
    #expect(diagnostics.first?.message.zh.contains("3 处") == true)
    #expect(diagnostics.first?.repair != nil)
  }

  @Test func `lines that stand alone are not said to run together`() {
    func message(_ text: String) -> String { rendered(text, .portal).diagnostics.first?.message.zh ?? "" }
    #expect(!message("■ 条件\n\n■ 名额").contains("连成一段"))
    #expect(message("■ 条件\n\n■ 名额").contains("2 处"))
    #expect(message("■ 条件\n■ 名额").contains("连成一段"))
  }

  @Test func `lines that are no headings are told once, with their number`() {
    let found = rendered("##甲\n\n乙\n\n##丙\n\n##丁", .portal).diagnostics
    #expect(found.map(\.code) == ["MD31"])
    #expect(found.first?.message.zh.contains("3 行") == true)
  }

  @Test(arguments: [
    (#"见 \\192.168.1.10\share。"#, #"MD35 \\192.168.1.10\"#), (#"\\fuwuqi\教务"#, "MD35"),
    (#"`\\192.168.1.10\share`"#, ""),
    (#"\\\\192.168.1.10\\share"#, ""), (#"a \\ b"#, ""), (#"[a](\\s1\b)"#, ""),
  ])
  func `a share that loses a backslash is told`(text: String, problem: String) {
    let problems = rendered(text, .portal).problems(in: text).joined(separator: " ")
    #expect(problem.isEmpty ? !problems.contains("MD35") : problems.hasPrefix(problem), "\(problems)")
  }

  @Test(arguments: ["甲\u{FFFC}乙", "甲\u{2028}乙", "甲\u{2029}乙"])
  func `what Word has for pictures and lines is told, too`(text: String) {
    #expect(rendered(text, .portal).problems(in: text) == ["MD19 " + String(text.dropFirst().dropLast())])
  }

  @Test func `characters that were lost are counted and told once`() {
    let diagnostics = rendered("甲\u{FFFD}乙\u{FFFD}", .portal).diagnostics
    #expect(diagnostics.map(\.code) == ["MD01"])
    #expect(diagnostics.first?.severity == .warning)
    #expect(diagnostics.first?.message.zh.contains("共 2 个") == true)
    let noncharacter = MarkdownRenderer.render([0xEF, 0xB7, 0x90], path: "case.md", features: .portal)
    #expect(noncharacter.diagnostics.map(\.code) == ["MD02"])
  }

  @Test(arguments: ["甲\u{200B}乙", "甲\u{AD}乙", "甲\u{FEFF}乙", "甲\u{2060}乙", "`\u{200E}`"])
  func `invisible characters are reported and stay`(text: String) {
    let output = rendered(text, .portal)
    #expect(output.diagnostics.map(\.code) == ["MD19"])
    #expect(output.diagnostics.first?.location?.span?.start == (text.hasPrefix("甲") ? 3 : 1))
    #expect(rendered("甲👩\u{200D}🏫乙 “弯引号” ‘也是’", .portal).diagnostics.isEmpty)
  }

  @Test(arguments: [
    ("今天学习。\n#研修日志", ""), ("甲。\n\n#研修日志", ""), ("甲\n#标题\n乙", "MD31 #"), ("#标题\n\n乙", "MD31 #"),
    ("甲\n\n##标题", "MD31 ##"),
    ("##（一）目标\n\n甲", "MD31 ##"), ("##“双减”\n\n##1. 目标", "MD31 ##"), ("###《春》教案", "MD31 ###"), ("##A类", "MD31 ##"),
    ("#2026年工作\n\n甲", "MD31 #"), ("#（一）目标\n\n甲", "MD31 #"), ("##", ""), ("####### 甲", ""), ("#12", ""), ("#A 班", ""),
    ("**重要：请注意", "MD31 **重要"), ("重要：**请注意", "MD31 **请注"), ("**重要**：**请注意", "MD31 **请注"), ("**甲乙\n\n丙**", "MD31 **甲乙"),
    ("**重要****通知**", "MD31 ****"),
    ("户名：**银行", ""), ("由**主持", ""), ("138****1234", ""), ("`**重要`", ""), ("\\*\\*重要", ""),
    ("**重要：**请注意", ""), ("甲****乙", ""),
    ("姓名\t学校\n甲\t一中\n乙\t二中", "MD31 姓名\t学校"), ("说明\n姓名\t学校\n甲\t一中", "MD31 姓名\t学校"), ("甲\t乙", ""),
    ("甲\t\n乙\t", ""), ("```\n甲\t乙\n丙\t丁\n```", ""), ("甲\t乙\n丙", ""),
    ("报名截止9月20日。\n---", "MD35 ---"), ("甲\n乙\n---\n丙", "MD35 ---"), ("> 甲。\n> ---", "MD35 ---"), ("甲\n---", ""),
    ("甲。\n\n---", ""), ("甲。\n===", ""), ("## 甲。", ""), ("要求：\n----\n乙", "MD35 ----"),
    ("＞60分", ""), ("＞=80", ""), ("＞甲", "MD31 ＞"),
    ("** 甲 **和** 乙 **", "MD31 ** 甲 "), ("请** “甲”的 **和** 乙 **。", "MD31 ** “甲”的 "), ("2 ** 甲 **乙**", ""),
    ("甲 ** 乙 **和** 丙", ""),
    ("\\** 甲 **和** 乙 **", ""), ("** 甲 **和** 乙", ""),
    ("#标题", "MD31 #"), ("##标题\n正文", "MD31 ##"), ("＃ 标题", "MD31 ＃"), ("#研修# 开始了", ""), ("# 标题", ""), ("#1 班", ""),
    ("\\#标题", ""),
    ("＞ 引文", "MD31 ＞"), ("＊＊重点＊＊", "MD31 ＊＊"), ("见＊＊重点＊＊。", "MD31 ＊＊"), ("＊＊＊", ""), ("`＊＊重点＊＊`", ""),
    ("#　标题", "MD31 #"), ("##\u{A0}标题", "MD31 ##"), ("\\#　标题", ""), ("#　甲　#", ""), ("- #　标题", "MD31 #"),
    ("[表]（files/x.pdf）", "MD31 ]（"), ("[注]（一）", ""), ("！[图](x.png)", "MD31 ！"), ("注意！[看](x.png)", ""),
    ("| 甲 ｜ 乙 |\n|---|---|\n| 1 | 2 |", "MD31 |---|---|"), ("甲\n\n---\n\n乙", ""), ("| 甲 |\n|---|\n| 乙 |", ""),
  ])
  func `what only looks like markup is told`(text: String, problems: String) {
    #expect(rendered(text, .portal).problems(in: text).joined(separator: " ") == problems)
  }

  @Test(arguments: [
    ("| 甲 | 乙 |\n|—|—|\n| 1 | 2 |", "MD31 |—|—|"), ("| 甲 | 乙 |\n| —— | ：－－： |\n| 1 | 2 |", "MD31 | —— | ：－－： |"),
    ("甲|乙\n|–|–|", "MD31 |–|–|"), ("｜甲｜乙｜\n｜---｜---｜\n｜1｜2｜", "MD31 ｜---｜---｜"), ("> | 甲 |\n> |─|", "MD31 |─|"),
    ("| 甲 |\n\n|—|", "MD31 |—|"), ("甲\n|—|", "MD31 |—|"), ("`| 甲 |\n|—|`", ""), ("| 甲 |\n|---|\n|—|", ""),
    ("| 甲 |\n\\|—|", ""),
    ("| 甲 | 乙 |\n| 1 | 2 |", "MD31 | 1 | 2 |"), ("|甲|乙\n|1|2\n|3|4", ""), ("|甲|乙|\n|1|2|3\n|3|4|", "MD31 |1|2|3"),
    ("- | 甲 | 乙 |\n  | 1 | **2** |", "MD31 | 1 | "), ("> ｜ 甲 ｜\n> ｜ 乙 ｜", "MD31 ｜ 乙 ｜"), ("| 甲 | 乙 |", ""),
    ("|x| = 3\n|y| = 4", ""), ("| 甲 |\n乙", ""), ("甲\n| 乙 |", ""), ("| 甲 |\n| 乙 |\n丙", ""),
    ("| 甲 |\n| 乙 |\n\n丙", "MD31 | 乙 |"),
    ("| 甲 |\n| 乙 |\n|---|", ""), ("| 甲 |\n| 乙 |\n|—|", "MD31 |—|"), ("\\| 甲 |\n| 乙 |", ""),
    ("    | 甲 |\n    | 乙 |", ""), ("| 甲 |\r\n| 乙 |\r\n", "MD31 | 乙 |"),
  ])
  func `a table without its row of dashes is told`(text: String, problems: String) {
    #expect(rendered(text, .portal).problems(in: text).joined(separator: " ") == problems)
  }

  @Test(arguments: [
    ("**重要： **请带证", "MD31 **重要： **"), ("请看** 重要**的事", "MD31 ** 重要**"), ("** 重要 **", "MD31 ** 重要 **"),
    ("**重要：　**请", "MD31 **重要：　**"), ("**重要：\u{A0}**请", "MD31 **重要：\u{A0}**"), ("- **甲**：乙 **丙 **", "MD31 **丙 **"),
    ("**甲** 乙 **丙**", ""), ("甲 **乙** 丙 **丁**", ""), ("2 ** 3 ** 4", ""), ("`**甲 **`", ""), ("\\*\\*甲 \\*\\*", ""),
    ("\\**甲 **", ""), ("**甲 **乙** 丙**", ""), ("*甲 **乙** *", ""), ("# **甲 **", "MD31 **甲 **"),
    ("| **甲 ** | 乙 |\n|---|---|", "MD31 **甲 **"), ("见[乙](foto.png) **甲 **，[丙](foto.png)", "MD31 **甲 **"),
    ("[平台]（https://a.cn）", "MD31 ]（"), ("见[平台]（https://a.cn/b）。", "MD31 ]（"), ("[表]（报名表.doc）", "MD31 ]（"),
    ("[表](报名表.doc）", "MD31 ](报名表.doc）"), ("[台](https://a.cn）", "MD31 ](https://a.cn）"), ("[表]（files/x.pdf)", "MD31 ]（"),
    ("[注]（一二三）", ""), ("[注]（见第 3.5 节）", ""), ("\\[表]（files/x.pdf）", ""), ("`[表]（files/x.pdf）`", ""),
    ("[附件](附件 1.doc)", "MD31 ](附件 1.doc)"), ("![图](files/图 1.png)", "MD31 ](files/图 1.png)"),
    ("见**[附件](附件 1.doc)**", "MD31 ](附件 1.doc)"), ("[文](a.doc “题目”)", "MD31 ](a.doc “题目”)"),
    ("[附件](<附件 1.doc>)", ""), ("[附件](a.doc \"题 目\")", ""), ("\\[附件](附件 1.doc)", ""), ("[甲](见 乙)", ""),
    ("`[附件](附件 1.doc)`", ""), ("[附件](foto.png )", ""),
    ("本班 ｛｛ class.size ｝｝ 人", "MD31 ｛｛"), ("｛｛class.size}}", "MD31 ｛｛"), ("｛｛甲｝｝", ""), ("`｛｛ class.size ｝｝`", ""),
    ("| ｛｛ class.size ｝｝ |\n|---|\n| 1 |", "MD31 ｛｛"),
  ])
  func `markup that a blank or a full-width sign undoes is told`(text: String, problems: String) {
    #expect(rendered(text, .portal).problems(in: text).joined(separator: " ") == problems)
  }

  @Test(arguments: [
    ("甲。\n\n    乙，丙。", "MD30 乙，丙。"), ("\t甲，乙。\n\n\t丙，丁。", "MD30 甲，乙。"), ("    　　甲，乙。", "MD30 　　甲，乙。"),
    ("    3月5日，开班。", "MD30 3月5日，开班。"), ("    （一）甲，乙。", "MD30 （一）甲，乙。"), ("    《课标》，甲。", "MD30 《课标》，甲。"),
    ("    2.　甲，乙。", "MD30 2.　甲，乙。"), ("    9:00，报到。", "MD30 9:00，报到。"), ("  \t甲，乙。", "MD30 甲，乙。"),
    ("\t\t甲，乙。", "MD30 甲，乙。"),
    ("    2. 甲！", "MD30 2. 甲！"),
    ("    3 + 4  # 甲，乙", ""), ("    （x）", ""), ("    1\n    甲，乙", ""), ("    x = 3  # 甲，乙。", ""),
    ("    let x = 1", ""), ("    甲乙", ""),
    ("                    青澜市教师发展中心\n                    2026年9月18日", "MD30 青澜市教师发展中心"),
    ("    （盖章）", "MD30 （盖章）"), ("    青澜市教师发展中心", "MD30 青澜市教师发展中心"), ("                    甲 = 乙", ""),
    ("    甲乙丙丁戊 # x", ""), ("```\n甲，乙。\n```", ""), ("- 甲\n\n  乙，丙。", ""),
    ("- 甲\n\n      乙，丙。", "MD30 乙，丙。"),
  ])
  func `prose that becomes code is told once`(text: String, problems: String) {
    #expect(rendered(text, .portal).problems(in: text).joined(separator: " ") == problems)
  }

  @Test(arguments: [
    ("[甲] (https://a.cn)", "] (https://a.cn)"), ("【甲】(https://a.cn)", "】(https://a.cn)"), ("![图] (a.png)", "] (a.png)"),
    ("见[附件]　(报名表.doc)。", "]　(报名表.doc)"), ("见[甲](https://a.cn", "](https://a.cn"), ("见[表](报名表.doc\n乙", "](报名表.doc"),
    ("[甲](https://a.cn，请看。", "](https://a.cn"), ("见[甲][乙]。", "][乙]"),
    ("[甲][乙]\n\n[丙]\n\n[丙]: https://a.cn", "][乙]"),
    ("见![图][乙]", "][乙]"), ("- [ ]甲", "[ ]"), ("1. [x]甲", "[x]"), ("## 甲 {#中 文}", "{#中 文}"),
    ("# 甲 {#a b} #", "{#a b}"),
    ("[甲](a.md \"说明)", "](a.md \"说明)"), ("[甲](a.md “说明”)", "](a.md “说明”)"), ("[甲](a.md ‘说明’)", "](a.md ‘说明’)"),
    ("![图](a.png '说明)", "](a.png '说明)"),
    ("【课程】(xuanke.md)", "】(xuanke.md)"), ("见［课程］(xuanke.md)。", "］(xuanke.md)"), ("【甲】(files/乙.pdf)", "】(files/乙.pdf)"),
    ("| 甲 | 乙 |\n\n|---|---|\n\n| 1 | 2 |", "|---|---|"),
    ("| 甲 | 乙 |\n|---|---|\n\n| 1 | 2 |\n\n| 3 | 4 |", "| 1 | 2 |"),
    ("| 甲 |\n|---|\n| 1 |\n\n| 2 |\n| 3 |", "| 2 |"), ("> | 甲 |\n>\n> | 乙 |", "| 乙 |"),
    ("| 甲 |\n|---|\n| `1` |\n\n:::note\n乙\n:::\n\n| 1 |\n|---|\n\n| 2 |", "| 2 |"),
    ("　| 甲 | 乙 |\n　|---|---|\n　| 1 | 2 |", "　"), ("| 甲 |\n　　| 乙 |", "　　"),
  ])
  func `markup that is not whole is told`(text: String, place: String) {
    #expect(rendered(text, .portal).problems(in: text) == ["MD31 " + place])
  }

  @Test(arguments: [
    "【甲】(一)", "【甲】(2026)", "［甲］(乙)", "［甲］（a.b）", "[甲](foto.png '说 明')", "[甲](foto.png \"说 明\")",
    "[1] (https://a.cn)", "[甲] (见乙)", "[甲] (1.5)", "\\[甲] (https://a.cn)", "【甲】（乙）", "【甲】(乙)", "[甲](foto.png)",
    "`[甲] (a.png)`",
    "[甲](乙", "[甲](https://a.cn/b \"丙\")", "[甲](\nfoto.png)", "`[甲](https://a.cn`", "[必修][语文]", "请选[A][B]两项", "文献[1][2]",
    "[甲][乙][丙]",
    "甲[][]", "见[图1][图2]", "参见[表1-1][表1-2]",
    "见[甲][乙]\n\n[乙]: foto.png", "甲[^1][^2]\n\n[^1]: 乙\n\n[^2]: 丙", "\\[甲][乙]", "见\\[甲][乙]", "[ ]甲", "- [ ] 甲",
    "# 甲 {#乙}", "# 甲 {乙 丙}",
    "# 甲 \\{#乙 丙}", "甲 {#乙 丙}", "| 甲 |\n|---|\n| 1 |\n\n| 乙 |\n|---|\n| 2 |", "| 甲 |\n\n乙\n\n| 丙 |", "　| 甲 |",
    "|x| = 3\n\n|y| = 4", "| 甲 |\n|---|\n| 1 |\n\n乙\n\n| 2 |",
  ])
  func `what is whole or meant as it stands is left alone`(text: String) {
    #expect(!rendered(text, .portal).problems(in: text).contains { $0.hasPrefix("MD31") })
  }
}
