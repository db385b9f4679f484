import Diagnostics
import Values

/// Tables: a record a row.
extension Loaded {
  /// Reads a CSV file.
  ///
  /// A table with a header and no rows is an empty table; one without a header is CV10. Ragged rows are CV08 and give no
  /// record. `fillDown` names fields (in English) whose blank cells have the value of the cell above.
  mutating func table<R: IdentifiedRecord>(
    _ file: ContentFile, _ captures: [(name: String, text: String)], into shelf: WritableKeyPath<Records, [R]>,
    isComplete: Bool, fillDown: [String] = []
  ) {
    let (table, problems) = CSVReader.read(file.bytes, path: file.path)
    diagnostics += problems
    guard let table, !problems.hasErrors else {
      incompleteKinds.insert(R.table.name)
      if problems.hasErrors { texts[file.path] = CSVReader.text(of: file.bytes) } else { reportEmpty(R.self, file) }
      return
    }
    if table.records.encoding != .utf8 { texts[file.path] = table.records.source }
    var decoding = Decoding(path: file.path, year: year(captures), isTable: true)
    let plan = RowPlan<R>(
      table, captures: entries(captures), fillDown: fillDown, isComplete: isComplete, &decoding)
    let rows = RowReader(plan, table, year: decoding.year, isComplete: isComplete).readAll(jobs: jobs)
    if rows.isIncomplete { incompleteKinds.insert(R.table.name) }
    Records.append(rows.records, to: &records[keyPath: shelf])
    diagnostics += decoding.diagnostics + rows.diagnostics
  }

  private mutating func reportEmpty<R: Record>(_ kind: R.Type, _ file: ContentFile) {
    diagnostics.append(
      Diagnostic(
        "CV10", Message(zh: "文件里没有表头", en: "the file has no header"), at: SourceLocation(file.path),
        repair: Message(
          zh: "第一行写表头，如 " + R.table.fields.prefix(3).map(\.header).joined(separator: ",") + "；没有数据时只留表头，或删去文件",
          en: "begin with a header such as " + R.table.fields.prefix(3).map(\.name).joined(separator: ",")
            + "; without data keep only the header, or remove the file")))
  }
}

extension RecordTable {
  /// RF06 once for the table instead of once a row.
  func missingColumn(_ index: Int, _ table: CSVTable) -> Diagnostic {
    let field = fields[index]
    let ends = (table.header.first?.span ?? SourceSpan(0, 0), table.header.last?.span ?? SourceSpan(0, 0))
    return Diagnostic(
      "RF06",
      Message(
        zh: "表格缺少“\(field.header)”（\(field.name)）一栏", en: "the table lacks the column \(field.name) (\(field.header))"),
      at: SourceLocation(table.path, ends.0.joined(with: ends.1)),
      repair: Message(zh: "补上这一栏（\(field.typeName.zh)）", en: "add that column (\(field.typeName.en))"))
  }
}
