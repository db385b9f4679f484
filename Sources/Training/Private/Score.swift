package import Expressions

/// A row of the scores of a project: one mark of one person. Never public.
package struct Score: NestedRecord {
  package var origin = Origin()
  package var number = ""
  package var scheme = ""
  package var item = ""
  package var part: String?
  package var value = ""
  package var date: CalendarDate?
  package var marker: String?

  package init() {}

  /// A row of `scores.csv` of the private folder.
  package static let table = RecordTable<Score>(
    "score", "成绩",
    [Field.required("train_no", "学员编号", \.number, "花名册里的编号").also("编号", "培训编号")] + markFields)

  /// A row of `tutor-scores.csv`: a mark of the tutor of a class, who is meant by the class.
  package static let tutorTable = RecordTable<Score>(
    "tutor-score", "班级辅导教师成绩",
    [Field.required("class", "班级", \.number, "班级的编号").also("班级编号")] + markFields)

  private static let markFields: [Field<Score>] = [
    Field.required("scheme", "考核方案", \.scheme, "方案的编号，可写明版本：yuancheng-trainee@1").also("方案"),
    Field.required("item", "项目", \.item, "方案里考核项目的编号").also("考核项目"),
    Field.optional("part", "分项", \.part, "分项的名称；项目有分项时必写"),
    Field.required("value", "成绩", \.value, "分钟、等级或分数").also("得分", "分数"),
    Field.optional("date", "日期", \.date, "哪天记的"),
    Field.optional("marker", "评阅人", \.marker, "谁评的").also("评分人"),
  ]
}
