import Diagnostics
import Values

/// Tables: a record a row.
extension Loaded {
  /// Reads a CSV file.
  ///
  /// A table with a header and no rows is an empty table; one without a header is CV10. Ragged rows are CV08 and give no
  /// record. `fillDown` names fields (in English) whose blank cells have the value of the cell above.
  mutating func tableRows<R: FieldBearer>(
    _ file: ContentFile, _ captures: [(name: String, text: String)], _ fields: RecordTable<R>, isComplete: Bool = true,
    fillDown: [String] = [], naming: String? = nil, leavingOthersOut: Bool = false
  ) -> [R] {
    let (table, problems) = CSVReader.read(file.bytes, path: file.path)
    diagnostics += problems
    guard let table, !problems.hasErrors else {
      incompleteKinds.insert(fields.name)
      if problems.hasErrors {
        texts[file.path] = CSVReader.text(of: file.bytes)
      } else {
        diagnostics.append(fields.missingHeader(file.path, captures.map(\.name)))
      }
      return []
    }
    if let title = fields.titleAboveHeader(table, aliases) {
      diagnostics.append(title)
      incompleteKinds.insert(fields.name)
      return []
    }
    if table.records.encoding != .utf8 { texts[file.path] = table.records.source }
    var decoding = Decoding(path: file.path, year: year(captures), aliases: aliases, isTable: true)
    let plan = RowPlan(
      fields, table, captures: entries(captures), fillDown: fillDown, naming: naming,
      leavingOthersOut: leavingOthersOut,
      isComplete: isComplete, &decoding)
    if let mismatch = table.headerMismatch {
      // What the names themselves get wrong says more than their number.
      diagnostics += decoding.diagnostics.hasErrors ? decoding.diagnostics : [mismatch]
      incompleteKinds.insert(fields.name)
      return []
    }
    let rows = RowReader(plan, table, year: decoding.year, isComplete: isComplete).readAll(jobs: jobs)
    if rows.isIncomplete { incompleteKinds.insert(fields.name) }
    diagnostics += decoding.diagnostics + rows.diagnostics
    return rows.records
  }
}

extension RecordTable {
  /// CV15 for a table whose first line is its title, as people put above tables that they print; the header stands below.
  func titleAboveHeader(_ table: CSVTable, _ aliases: HeaderAliases) -> Diagnostic? {
    func isKnown(_ text: String) -> Bool { index(of: text.trimmed, aliases) != nil }
    guard !table.header.contains(where: { isKnown($0.text) }), table.rowCount > 0 else { return nil }
    let below = table.header.indices.compactMap { table.cell(0, $0)?.text }
    guard below.count(where: isKnown) > 1, let first = table.header.first(where: { !$0.text.isEmpty }) else {
      return nil
    }
    return Diagnostic(
      "CV15", Message(zh: "第一行是标题，表头在它下面", en: "the first line is a title; the header stands below it"),
      at: SourceLocation(table.path, first.span), repair: Message(zh: "删去标题这一行", en: "delete the line of the title"))
  }

  /// CV10 for a table of nothing, not even a header; `known` is what the path says.
  func missingHeader(_ path: String, _ known: [String]) -> Diagnostic {
    let missing = requiredFields(absentFrom: known).map { fields[$0] }
    return Diagnostic(
      "CV10", Message(zh: "表格是空的，连表头也没有", en: "the table is empty; it has not even a header"), at: SourceLocation(path),
      repair: Message(
        zh: "第一行写表头，至少：\(missing.map(\.header).joined(separator: ","))；不要这张表就删去文件",
        en: "write the header first, at least \(missing.map(\.name).joined(separator: ",")), or delete the file"))
  }

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
