import Diagnostics

/// A row of who was recommended for a sample, or was drawn. Never public.
package struct SampledPerson: NestedRecord {
  package var origin = Origin()
  package var number = ""
  package var sample: String?
  package var group: String?
  package var place: Int?
  package var name: String?
  package var unit: String?

  package init() {}

  /// A row of `recommended.csv` and `drawn.csv` of the private folder. What `prospectus draw --output` writes can be put there.
  package static let table = RecordTable<SampledPerson>(
    "sampled-person", "抽考人员",
    [
      Field.required("train_no", "学员编号", \.number, "花名册里的编号").also("编号", "培训编号"),
      Field.optional("sample", "抽考", \.sample, "samples.yml 里的编号；项目只有一次抽考时可以不写"),
      Field.optional("group", "分组", \.group, "区县或学科班"),
      Field.optional("no", "序号", \.place, "序号"),
      Field.optional("name", "姓名", \.name, "姓名"),
      Field.optional("unit", "单位", \.unit, "单位").also("学校", "工作单位"),
    ])
}
