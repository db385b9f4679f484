import Diagnostics

/// A row of a roster: who takes part in a project. Never public, in no part.
///
/// The columns are those that offices keep. What is not reckoned with is read all the same: the leak scan looks for it.
package struct Person: NestedRecord {
  package var origin = Origin()
  package var number = ""
  package var name = ""
  package var classID: String?
  package var unit: String?
  package var stage: String?
  package var subject: String?
  package var identityNumber: String?
  package var phone: String?
  package var mail: String?
  package var account: String?
  package var bankCard: String?
  package var sex: String?
  package var birth: String?
  package var post: String?
  package var years: String?

  package init() {}

  /// A row of `roster.csv` of the private folder. Values other than the number are taken as they are written.
  package static let table = RecordTable<Person>(
    "person", "花名册",
    [
      Field.required("train_no", "学员编号", \.number, "培训编号，与姓名、证件号码无关").also("编号", "培训编号", "账号编号"),
      Field.required("name", "姓名", \.name, "姓名"),
      Field.optional("class", "班级", \.classID, "班级的编号").also("班级编号"),
      Field.optional("unit", "单位", \.unit, "所在单位").also("学校", "工作单位"),
      Field.optional("stage", "学段", \.stage, "学段"),
      Field.optional("subject", "学科", \.subject, "学科"),
      Field.optional("id_no", "身份证号", \.identityNumber, "身份证号码").also("证件号码", "身份证号码", "身份证"),
      Field.optional("phone", "手机", \.phone, "手机号码").also("手机号", "手机号码", "联系电话", "电话"),
      Field.optional("mail", "邮箱", \.mail, "邮箱").also("电子邮箱"),
      Field.optional("account", "账号", \.account, "平台账号").also("平台账号", "QQ", "微信"),
      Field.optional("bank_card", "银行卡号", \.bankCard, "银行卡号").also("银行卡", "工资卡号"),
      Field.optional("sex", "性别", \.sex, "性别"),
      Field.optional("birth", "出生日期", \.birth, "出生日期").also("出生年月"),
      Field.optional("title", "职称", \.post, "职称、职务").also("职务"),
      Field.optional("years", "教龄", \.years, "教龄"),
    ])
}
