import Diagnostics
import Training

private let stays = Message(zh: "归档的年度不再改动", en: "nothing in an archived year changes")

/// AY: years whose plan is archived are as they were then.
let archiveChecks = [
  Check("AY01", "AY02", "AY03", rule: stays) { model, findings in
    let years = ArchivedYear.all(in: model)
    guard !years.isEmpty, !model.incompleteKinds.contains(ArchivedFile.table.name) else { return }
    let texts = Set(allRecordKinds.flatMap { $0.documents(model) }.map(\.path))
    for year in years where !year.isDamaged {
      guard !year.listed.isEmpty else {
        findings.error(
          "AY01", zh: "计划已归档，但没有归档时各文件的清单 \(year.listPath)",
          en: "the plan is archived, but \(year.listPath), the list of its files, is missing",
          at: year.plan.location(of: "status"), repair: year.command)
        continue
      }
      for path in year.paths where year.listed[path] == nil {
        findings.error(
          "AY03", zh: "这个文件在归档的年度里，归档时还没有", en: "this file of an archived year was not there when it was archived",
          at: SourceLocation(path), repair: year.repair)
      }
      let present = Set(year.paths)
      for (path, file) in year.listed.sorted(by: { $0.key < $1.key }) where !present.contains(path) {
        findings.error(
          "AY03", zh: "归档的年度少了文件 \(path)", en: "the archived year lacks \(path)", at: file.location(of: "path"),
          repair: year.repair)
      }
      for path in year.paths where !texts.contains(path) { year.compare(path, in: model, &findings) }
    }
  },
  Check(sources: "AY02", rule: stays) { model, isWanted, findings in
    let years = ArchivedYear.all(in: model)
    guard !years.isEmpty, !model.incompleteKinds.contains(ArchivedFile.table.name) else { return }
    let texts = Set(allRecordKinds.flatMap { $0.documents(model).filter(isWanted) }.map(\.path))
    for year in years where !year.isDamaged {
      for path in year.paths where texts.contains(path) { year.compare(path, in: model, &findings) }
    }
  },
]

extension ArchivedYear {
  /// AY02 when the file at `path` is on the list and not as it was.
  fileprivate func compare(_ path: String, in model: Model, _ findings: inout Findings) {
    guard let file = listed[path], digest(of: path, in: model) != file.digest.lowercased() else { return }
    findings.error(
      "AY02", zh: "这个文件在归档以后改动过", en: "this file was changed after its year was archived", at: SourceLocation(path),
      repair: repair,
      notes: [.init(Message(zh: "归档时的内容记在这里", en: "what it was then is noted here"), at: file.location(of: "digest"))])
  }

  fileprivate var repair: Message {
    Message(
      zh: "恢复原来的文件；确实要改，改好后运行 prospectus archive \(plan.id.text)",
      en: "put the file back as it was; when the change is meant, run prospectus archive \(plan.id.text) behind it")
  }

  fileprivate var command: Message {
    Message(zh: "运行 prospectus archive \(plan.id.text)", en: "run prospectus archive \(plan.id.text)")
  }
}
