import Diagnostics
import Training
import Values

/// PV05, PV07, PV09, PV10: what is personal by what it is, not by its form.
let privateDataChecks = [
  Check(
    "PV05", "PV07", "PV09", "LS10",
    rule: Message(zh: "附件里的表没有个人的登记、健康数据和学生的个人信息", en: "tables among the attachments are of no persons")
  ) { model, findings in
    for path in model.files.attachments.sorted() where path.hasSuffix(".csv") && !model.isReleased(path) {
      let place = "content/" + path
      guard let bytes = model.files.bytes(of: place), let table = CSVReader.read(bytes, path: place).table else {
        continue
      }
      let header = table.header.map(\.text)
      for found in PrivateTableScan.findings(header, rows: table.rowCount, { table.cell($0, $1)?.text ?? "" }) {
        // A table of another encoding is quoted by nobody.
        let span =
          table.records.encoding == .gb18030
          ? nil : found.row.flatMap { table.cell($0, found.column)?.span } ?? table.header[found.column].span
        findings.add(found, header, at: SourceLocation(place, span))
      }
    }
  },
  Check(
    "PV05", "PV07", "PV09",
    rule: Message(
      zh: "附件不是花名册、个人的健康数据和没有同意书的学生作品、影像", en: "attachments are no rosters, no health data, no pupils without consent")
  ) { model, findings in
    var titles: [String: String] = [:]
    for notice in model.notices.records {
      for file in notice.attachments { if let path = file.path { titles[path] = file.title } }
    }
    for path in model.files.attachments.sorted() where !model.isReleased(path) {
      let name = path.split(separator: "/").last.map(String.init) ?? path
      guard let kind = PrivateFileName(name) ?? titles[path].flatMap({ PrivateFileName($0, of: name) }) else {
        continue
      }
      findings.error(
        kind.code, zh: "从名称看，这个附件是\(kind.subject.zh)", en: "by its name this attachment is \(kind.subject.en)",
        at: SourceLocation("content/" + path), repair: kind.repair)
    }
  },
  Check(
    sources: "PV05", "PV07", "PV09", "PV10", "LS10",
    rule: Message(
      zh: "正文没有账号密码、个人的登记、健康数据和个人空间的网址", en: "texts hold no passwords, registers, health data or personal spaces")
  ) { model, isWanted, findings in
    for kind in allRecordKinds + model.collections.map(RecordKind.init) {
      for text in kind.documents(model).filter(isWanted) {
        guard let bytes = model.files.bytes(of: text.path) else { continue }
        let lines = TextLines(bytes, text.body)
        for table in lines.tables {
          for found in PrivateTableScan.findings(table.header, rows: table.rows.count, table.cell) {
            findings.add(found, table.header, at: SourceLocation(text.path, table.span(found.row, found.column)))
          }
        }
        for span in lines.secrets {
          findings.error(
            "PV05", zh: "正文里写着密码或注册码", en: "the text tells a password or code", at: SourceLocation(text.path, span),
            repair: Message(
              zh: "删去，写到哪里领取；已经公开过的要换掉", en: "delete it and say where it is to be had; change one that was public"))
        }
        for span in lines.personalSpaces {
          findings.error(
            "PV10", zh: "链接到某个人的个人空间", en: "a link leads to somebody's own space", at: SourceLocation(text.path, span),
            repair: Message(
              zh: "只链接工作坊、学校和区域的空间，或平台的首页", en: "link to workshops, schools, areas, or the platform's front page"))
        }
      }
    }
  },
]

extension Findings {
  fileprivate mutating func add(_ found: PrivateTableScan.Finding, _ header: [String], at location: SourceLocation) {
    if let kind = found.kind {
      add(kind.diagnostic(header[found.column], at: location))
    } else {
      warning(
        found.code, zh: "健康或情绪的数据只来自 \(found.people) 人，看得出是谁",
        en: "health or feelings of \(found.people) people tell about each of them", at: location,
        repair: Message(zh: "不到10人的不写，或与别的合并", en: "leave it out below 10 people, or join them with others"))
    }
  }
}
