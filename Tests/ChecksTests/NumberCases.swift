/// Numbers and names that stand for two things, tiers that leave teachers out, lists with nothing in a line.
let numberCases = [
  CheckCase(
    "RF01", [(File.projects, "xinjiaoshi,2,", "xinjiaoshi,1,")], at: (File.projects, "xinjiaoshi,⟦1⟧,"),
    nearMiss: [(File.projects, "xinjiaoshi,2,", "xinjiaoshi,,")]),
  CheckCase(
    "TX03", [(File.projects, "xinjiaoshi,2,", "xinjiaoshi,3,")], at: (File.projects, "xinjiaoshi,⟦3⟧,"),
    nearMiss: [(File.projects, "远程培训,约150", "远程培训,约151")]),
  CheckCase(
    "RF01", [(File.phases, "no: 2, name: 备课", "no: 1, name: 备课")], at: (File.phases, "id: p2, no: ⟦1⟧"),
    nearMiss: [(File.phases, "no: 2, name: 备课", "no: 3, name: 备课")]),
  CheckCase(
    "RF01",
    [
      (File.streams, "zx,中学,数学,150\n", "zx,中学,数学,90\nzy,中学,数学,60\n"), (File.classes, "c2,zx,", "c2,zy,"),
      (File.document, "class_hours: 4", "class_rule: {small_subject: per-subject}\nclass_hours: 4"),
    ], at: (File.streams, "zy,中学,⟦数学⟧"),
    nearMiss: [
      (File.streams, "zx,中学,数学,150\n", "zx,中学,数学,90\nzy,小学,数学,60\n"), (File.classes, "c2,zx,", "c2,zy,"),
      (File.document, "class_hours: 4", "class_rule: {small_subject: per-subject}\nclass_hours: 4"),
    ]),
  CheckCase(
    "RF01", [(File.classes, "2,中学数学2班", "2,中学数学1班")], at: (File.classes, "2,⟦中学数学1班⟧"),
    nearMiss: [(File.classes, "2,中学数学2班", "2,中学数学02班")]),
  CheckCase(
    "RF01", [(File.classes, "2,中学数学2班", "1,中学数学2班")], at: (File.classes, "linjiang,⟦1⟧,中学数学2班"),
    nearMiss: [(File.classes, "linjiang,2,中学数学2班", "bailu,1,中学数学2班")]),
  CheckCase(
    "RF08", [(File.tiers, "modules: [beike]}", "modules: [beike]}\n" + tier + "years_from: 1, years_to: 3}")],
    at: (File.tiers, "years_from: ⟦1⟧"),
    nearMiss: [(File.tiers, "modules: [beike]}", "modules: [beike]}\n" + tier + "years_to: 3}")]),
  CheckCase(
    "RF08",
    [
      (File.tiers, "years_from: 4,", "years_from: 4, years_to: 30,"),
      (File.tiers, "modules: [beike]}", "modules: [beike]}\n" + tier + "years_to: 3}"),
    ], at: (File.tiers, "years_to: ⟦30⟧"),
    nearMiss: [(File.tiers, "years_from: 4,", "years_from: 4, years_to: 30,")]),
  CheckCase(
    "RF08", [(File.tiers, "years_from: 4,", "years_from: 4, years_to: 3,")], at: (File.tiers, "years_to: ⟦3⟧"),
    nearMiss: [(File.tiers, "years_from: 4,", "years_from: 4, years_to: 4,")]),
  CheckCase(
    "DT01", [(File.plan, "status: 印发", "status: 印发\ncycle: {from: 2030, to: 2026}")],
    at: (File.plan, "cycle: ⟦{from: 2030, to: 2026}⟧"),
    nearMiss: [(File.plan, "status: 印发", "status: 印发\ncycle: {from: 2026, to: 2026}")]),
  CheckCase(
    "RF08", [(File.plan, "status: 印发", "status: 印发\nclaims: [先听课, \" \"]")],
    at: (File.plan, "先听课, ⟦\" \"⟧]"),
    nearMiss: [(File.plan, "status: 印发", "status: 印发\nclaims: [先听课, \"再 评课\"]")]),
]

private let tier = "  - {id: xin, name: 新教师, short: 新, mode: 必修, credits: 3, modules: [beike], "
