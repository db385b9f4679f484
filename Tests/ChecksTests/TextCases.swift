/// Rules about texts: what stands in the second newsletter of the small portal.
let textCases: [CheckCase] = [
  text("TX01", "具体时间⟦另行通知⟧。", near: "具体时间`另行通知`。"), text("TX01", "地点⟦待定⟧。", near: "待定事项由办公室定。"),
  text("TX01", "地点⟦（待定）⟧。", near: "地点待定（办公室，9月）。"), text("TX01", "地点⟦待定⟧：办公室通知。", near: "页面写“待定”。"),
  text("TX01", "地点⟦待定⟧…", near: "地点待定时不发。"), text("TX01", "地点⟦待定⟧,另报。", near: "另发放教材。"),
  text("TX01", "⟦__年⟧__月__日开班。", near: "未尽事宜，另行通知。"), text("TX01", "于⟦××⟧月开班。", near: "李××、王××，××银行。"),
  text("TX01", "⟦20xx⟧年开班。", near: "2026年用 index.x2 开班。"), text("TX01", "⟦20**⟧年开班。", near: "**2026**年开班。"),
  text("TX01", "⟦XX⟧县开班。", near: "XXL 号，X 轴，z轴，xx-1。"), text("TX01", "由⟦zz⟧老师主持。", near: "由某些老师主持。"),
  text("TX01", "由⟦＊＊⟧主持。", near: "公示：张＊＊、李＊＊，138＊＊＊＊1234。"),
  text("TX01", "⟦＊＊⟧年＊＊月开班。", near: "请＊＊务必＊＊带证。"),
  text("TX01", "由⟦某某⟧主持。", near: "由某位老师主持。"), text("TX01", "| 甲 |\n|---|\n| ⟦待定⟧ |", near: "| 甲 |\n|---|\n| 已定 |"),
  CheckCase(
    "TX01", [(File.secondNewsletter, "summary: 第二期的摘要。", "summary: 20xx年的摘要。")],
    at: (File.secondNewsletter, "summary: ⟦20xx年的摘要。⟧"),
    nearMiss: [(File.secondNewsletter, "summary: 第二期的摘要。", "summary: 2026年的摘要。")]),
  CheckCase(
    "OU02",
    [
      (
        "content/years/2026/milestones.csv", "id,时间,事项\nm1,2026-03,春季研修\nm2,2026-11,抽测",
        "id,时间,事项,成果\nm1,2026-03,春季研修,课例集\nm2,2026-11,抽测,报告"
      )
    ],
    at: ("content/years/2026/milestones.csv", "春季研修,⟦课例集⟧"),
    nearMiss: [
      (
        "content/years/2026/milestones.csv", "id,时间,事项\nm1,2026-03,春季研修\nm2,2026-11,抽测",
        "id,时间,事项,成果\nm1,2026-03,春季研修,\nm2,2026-11,抽测,报告"
      )
    ]),
  text("TX02", "⟦小编⟧整理。", near: "小班编组。"),
  text("TX02", "请老师⟦www.wenku.example⟧及时上报。", near: "报名网址www.baoming.example请填写，见 www.baoming.example 说明。"),
  text("TX03", "一、甲。\n\n二、乙。\n\n⟦二、⟧丙。", near: "一、甲。\n\n二、乙。\n\n三、丙。"),
  text("TX03", "（一）甲。\n\n⟦（三）⟧乙。", near: "一、甲。\n\n（一）乙。\n\n二、丙。\n\n（一）丁。\n\n（二）戊。"),
  text("TX03", "第九条 甲。\n\n⟦第十一条⟧ 乙。", near: "第九条 甲。\n\n第十条 乙。"),
  text("TX03", "1、甲。\n\n⟦3、⟧乙。", near: "9、10日开会。\n\n12、13日开会。"),
  text("TX03", "1. 甲。\n⟦3. 乙。⟧", near: "1. 甲。\n1. 乙。\n1. 丙。\n\n甲。\n\n4. 丁。\n5. 戊。"),
  text("TX03", "按“听课+评课+⟦听课⟧”推进。", near: "按“听课+评课”推进，再听课+评课。"),
  text("TX04", "备课组先说课再上课，课后一起改进教⟦案⟧", near: "小城教师发展中心培训办公室\n\n地址：小城路一号，教师发展中心三楼"),
  text("TX04", "听课以后，各组交一份记录⟦，⟧", near: "听课以后，各组交一份记录：\n\n- 时间\n- 问题"),
  text(
    "TX04", "第一次磨课我们推倒重来，第二次才懂⟦得⟧", near: "> 第一次磨课我们推倒重来，第二次才懂得。\n> ——学员代表 李晓雯\n\n——项目办公室 全体工作人员敬上"
  ),
  text("TX05", "学习⟦十七大⟧精神。", near: "学习第十七章，大家讨论。"),
  text("TX06", "甲 ⟦<!--⟧ 这个数不对 -- 先别发 --> 乙。", near: "甲 <!-- 这个数先别发 --> 乙，`<!--` 是符号。"),
  text("TX06", "![流程⟦<!--⟧ 密 -->](files/tu.svg)。", near: "![流程](files/tu.svg)<!-- 密 -->。"),
  text("OU02", "流程⟦如图⟧。", near: "流程如图。\n\n::figure{src=files/tu.svg alt=流程}"),
  text("OU02", "分工⟦见附件⟧。", near: "分工见附件：[回执](../../../../../../../notices/files/huizhi.csv)。"),
  text("NL07", "本班 ⟦88⟧ 人。", near: "本班 90 人，其中本班 12 人未交，上期本班 80 人。"),
  text("NL07", "本班共⟦9１⟧名学员。", near: "本班约 88 人。"), text("NL07", "每学时按⟦40⟧分钟计。", near: "每学时按45分钟计，一节40分钟。"),
  text("NL07", "全班学员⟦88⟧人。", near: "那节课全班43人，到场的本班学员12人。"),
  text("NL07", "本班共有学员⟦88⟧人。", near: "本班共有学员90人。"), text("NL07", "本班人数⟦88⟧人。", near: "本班人数90人。"),
  text("NL07", "本班学员⟦88⟧人。", near: "其中本班学员12人。"), text("NL07", "本班⟦88⟧个人。", near: "本班 3 个人总结。"),
  text("NL07", "总学时 ⟦4.5⟧ 学时。", near: "总学时 4.0 学时。"),
  text("NL07", "`12`，本班⟦88⟧人。", near: "`12`，本班90人。"),
  text("NL07", "见[网页](https://a.example/88)，本班⟦88⟧人。", near: "见[网页](https://a.example/88)，本班90人。"),
  text("NL07", "本**班共⟦8**8⟧人。", near: "本**班共9**0人。"),
  text("NL07", "> 1. 甲\n>    本班\n>    ⟦88⟧人", near: "> 1. 甲\n>    本班\n>    90人"),
  text("NL07", ":::note 本班⟦88⟧人\n甲。\n:::", near: ":::note 本班90人\n甲。\n:::"),
  text("TX01", "`另行通知`，⟦另行通知⟧。", near: "`另行通知`，`另行通知`。"),
  text("TX01", "::figure{src=files/tu.svg alt=时间⟦另行通知⟧}", near: "::figure{src=files/tu.svg alt=另行说明}"),
  text(
    "TX02", "⟦小编⟧说，[甲](files/tu.svg \"小编\")，小编再说。", near: "小班说。"),
  text("TX02", "[甲](files/tu.svg \"⟦小编⟧\")，小编说。", near: "小班说。"),
  text("TX02", "![⟦小编⟧](files/tu.svg)", near: "![小班](files/tu.svg)"),
  CheckCase(
    "NL07",
    [
      (
        File.secondNewsletter, "summary: 第二期的摘要。\n",
        "summary: 第二期的摘要。\nfigures: [{label: 提交率, value: 97, unit: \"%\"}]\n"
      ), (File.secondNewsletter, "见[上一期]", "提交率达 95%。见[上一期]"),
    ],
    at: (File.secondNewsletter, "达 ⟦95⟧%"),
    nearMiss: [
      (
        File.secondNewsletter, "summary: 第二期的摘要。\n",
        "summary: 第二期的摘要。\nfigures: [{label: 提交率, value: 97, unit: \"%\"}]\n"
      ), (File.secondNewsletter, "见[上一期]", "提交率达 97%，目标提交率 95%。见[上一期]"),
    ]),
  CheckCase(
    "NL07", [(File.first, "看[第二课](k2.md)。", "本课共80分钟，看[第二课](k2.md)。")], at: (File.first, "共⟦80⟧分钟"),
    nearMiss: [(File.first, "看[第二课](k2.md)。", "本课共90分钟，讲解80分钟，看[第二课](k2.md)。")]),
]

/// `marked` is put before the last paragraph of the newsletter; its mark is where the message points.
private func text(_ code: String, _ marked: String, near: String) -> CheckCase {
  let old = "见[上一期]"
  func inserted(_ text: String) -> String {
    text.replacing("⟦", with: "").replacing("⟧", with: "") + "\n\n" + old
  }
  return CheckCase(
    code, [(File.secondNewsletter, old, inserted(marked))], at: (File.secondNewsletter, marked),
    nearMiss: [(File.secondNewsletter, old, inserted(near))])
}
