/// PV05, PV07, PV09, PV10: what is personal by what it is.
private let help = "content/help/denglu.md"
private let form = "content/notices/files/huizhi.csv"
private let head = "打开云书院。"

private func table(_ header: String, _ rows: String...) -> (String, String, String) {
  let dashes = header.filter { $0 == "|" }.dropLast().map { _ in "|---" }.joined() + "|"
  return (help, head, head + "\n\n" + ([header, dashes] + rows).joined(separator: "\n"))
}

let privateDataCases = [
  CheckCase(
    "PV05", [table("| 姓名 | 评语 |", "| 戚未央 | 语速快 |")], at: (help, "| ⟦评语⟧ |"),
    nearMiss: [table("| 姓名 | 评语 |", "|  |  |")]),
  CheckCase(
    "PV05", [table("| 学校 | 手机号 |", "| 一中 | 有 |")], at: (help, "| ⟦手机号⟧ |"),
    nearMiss: [table("| 学校 | 手机端 |", "| 一中 | 有 |")]),
  CheckCase(
    "PV05", [(help, head, head + "初始密码为 `Lx20260715`。")], at: (help, "`⟦Lx20260715⟧`"),
    nearMiss: [(help, head, head + "初始密码：至少 8 位，字母和数字都要有。")]),
  CheckCase(
    "PV05", [(form, "学校,人数\n", "姓名,辅导费\n戚未央,1200\n")], at: (form, "姓名,⟦辅导费⟧"),
    nearMiss: [(form, "学校,人数\n", "学校,辅导费\n一中,1200\n")]),
  CheckCase(
    "PV05", [(File.tutors, "id,姓名,单位\n", "id,姓名,单位,身份证号\n")], at: (File.tutors, "单位,⟦身份证号⟧")),
  CheckCase(
    "PV07", [table("| 被试编号 | 皮质醇 |", "| 017 | 12.4 |")], at: (help, "| ⟦皮质醇⟧ |"),
    nearMiss: [table("| 组别 | 人数 | 皮质醇平均值 |", "| 实验组 | 50 | 12.4 |")]),
  CheckCase(
    "PV07", [(form, "学校,人数\n", "姓名,情绪日记\n戚未央,有些累\n")], at: (form, "姓名,⟦情绪日记⟧"),
    nearMiss: [(form, "学校,人数\n", "姓名,情绪日记\n,\n")]),
  CheckCase(
    "LS10", [table("| 组别 | 人数 | 血压 |", "| 实验组 | 6 | 118 |")], at: (help, "| ⟦6⟧ |"),
    nearMiss: [table("| 组别 | 人数 | 血压 |", "| 实验组 | 60 | 118 |")]),
  CheckCase(
    "PV09", [table("| 班级 | 学生姓名 |", "| 一班 | 果果 |")], at: (help, "| ⟦学生姓名⟧ |"),
    nearMiss: [table("| 班级 | 学生作品数 |", "| 一班 | 12 |")]),
  CheckCase(
    "PV09", [(form, "学校,人数\n", "班级,家长电话\n小一班,有\n")], at: (form, "班级,⟦家长电话⟧"),
    nearMiss: [(form, "学校,人数\n", "班级,家长人数\n小一班,30\n")]),
  CheckCase(
    "PV10", [(help, head, head + "见[戚老师的个人空间](https://space.example/u/8801)。")],
    at: (help, "⟦[戚老师的个人空间]⟧("), nearMiss: [(help, head, head + "见[个人空间怎样建](https://space.example/)。")]),
]
