import Diagnostics
package import Expressions

/// A row of the certificates that were issued: who has which number. Never public; the number alone tells nobody.
package struct IssuedCertificate: NestedRecord {
  package var origin = Origin()
  package var person = ""
  package var number = ""
  package var kind = "合格证书"
  package var issued = CalendarDate(dayNumber: 0)

  package init() {}

  /// A row of `certificates.csv` of the private folder.
  package static let table = RecordTable<IssuedCertificate>(
    "issued-certificate", "发证记录",
    [
      Field.required("train_no", "学员编号", \.person, "花名册里的编号").also("编号", "培训编号"),
      Field.required("no", "证书编号", \.number, "证书上的编号").also("证书号"),
      Field.defaulted("kind", "种类", \.kind, "合格证书、结业证书……，与 certificates.yml 一致；不写为合格证书").also("证书种类"),
      Field.required("issued", "发证日期", \.issued, "哪天发的").also("日期"),
    ])
}
