package import Diagnostics
import Values

/// What has been read from some of the files: records, attachments, what was wrong.
package struct Loaded: Sendable {
  package var records = Records()
  /// Attachments, by path below `content/`.
  package var attachments: [String] = []
  package var diagnostics: [Diagnostic] = []
  /// Kinds of which a file could not be read as a whole: references to them are not called dangling.
  package var incompleteKinds: Set<String> = []

  package init() {}

  mutating func append(_ other: Loaded) {
    records.append(other.records)
    attachments += other.attachments
    diagnostics += other.diagnostics
    incompleteKinds.formUnion(other.incompleteKinds)
  }

  /// The names caught in a path, as entries at the head of the file.
  private func entries(_ captures: [(name: String, text: String)]) -> [Node.Entry] {
    captures.map { capture in
      let place = SourceSpan(0, 0)
      return Node.Entry(key: capture.name, keySpan: place, value: Node(.scalar(Scalar(capture.text, .text)), place))
    }
  }

  /// The plan's year from a captured `plan` (`2026`, `2026-credit`), for bare months.
  private func year(_ captures: [(name: String, text: String)]) -> Int? {
    captures.first { $0.name == "plan" }.flatMap { Int($0.text.prefix(4)) }
  }

  /// Entries of the file that repeat what its path says; each is RF09.
  private mutating func withoutRepeated(
    _ entries: [Node.Entry], captures: [(name: String, text: String)], path: String
  ) -> [Node.Entry] {
    entries.filter { entry in
      guard let capture = captures.first(where: { $0.name == entry.key }) else { return true }
      diagnostics.append(
        Diagnostic(
          "RF09",
          Message(
            zh: "“\(entry.key)”由文件的位置决定（\(capture.text)），不在文件里再写",
            en: "\(entry.key) follows from the file's place (\(capture.text)) and is not written again"),
          at: SourceLocation(path, entry.keySpan),
          repair: Message(zh: "删去这一行", en: "delete this line")))
      return false
    }
  }

  mutating func file<R: Record>(
    _ file: ContentFile, _ captures: [(name: String, text: String)], into shelf: WritableKeyPath<Records, [R]>
  ) {
    guard let root = yaml(file, in: nil, kind: R.self) else { return }
    guard let written = mappingEntries(root, file, R.self) else { return }
    add(withoutRepeated(written, captures: captures, path: file.path), root.span, file, captures, into: shelf)
  }

  mutating func list<R: IdentifiedRecord>(
    _ file: ContentFile, _ captures: [(name: String, text: String)], key: String,
    into shelf: WritableKeyPath<Records, [R]>
  ) {
    guard let root = yaml(file, in: nil, kind: R.self) else { return }
    guard let items = root[key]?.items, root.entries?.count == 1 else {
      incompleteKinds.insert(R.table.name)
      diagnostics.append(
        Diagnostic(
          "RF07",
          Message(zh: "这个文件只有一项“\(key)”，是一个列表", en: "this file has one entry, \(key), which is a list"),
          at: SourceLocation(file.path, root.entries?.first { $0.key != key }?.keySpan ?? root.span),
          repair: Message(zh: "写成 \(key): 换行后每条以 - 开头", en: "write \(key): and each item on a line with -")))
      return
    }
    for item in items {
      guard let written = mappingEntries(item, file, R.self) else { continue }
      add(withoutRepeated(written, captures: captures, path: file.path), item.span, file, captures, into: shelf)
    }
  }

  mutating func document<R: IdentifiedRecord>(
    _ file: ContentFile, _ captures: [(name: String, text: String)], into shelf: WritableKeyPath<Records, [R]>,
    isComplete: Bool
  ) {
    let (parts, problems) = FrontMatter.split(file.bytes, path: file.path)
    diagnostics += problems
    guard problems.isEmpty else {
      incompleteKinds.insert(R.table.name)
      return
    }
    var written: [Node.Entry] = []
    var span = SourceSpan(0, 0)
    if let range = parts.yaml {
      let (root, yamlProblems) = YAMLReader.read(file.bytes, in: range, path: file.path)
      diagnostics += yamlProblems
      if yamlProblems.hasErrors {
        incompleteKinds.insert(R.table.name)
        return
      }
      if let root {
        guard let entries = mappingEntries(root, file, R.self) else { return }
        written = entries
        span = root.span
      }
    }
    let kept = withoutRepeated(written, captures: captures, path: file.path)
    add(kept, span, file, captures, into: shelf, isComplete: isComplete, body: parts.body)
  }

  mutating func table<R: IdentifiedRecord>(
    _ file: ContentFile, _ captures: [(name: String, text: String)], into shelf: WritableKeyPath<Records, [R]>,
    isComplete: Bool
  ) {
    let (table, problems) = CSVReader.read(file.bytes, path: file.path)
    diagnostics += problems
    guard let table, !problems.hasErrors else {
      incompleteKinds.insert(R.table.name)
      if !problems.hasErrors { reportEmptyTable(R.self, file, captures) }
      return
    }
    let absent = isComplete ? R.table.requiredFields(absentFrom: table.header.map(\.text) + captures.map(\.name)) : []
    for field in absent { reportMissingColumn(R.table.fields[field], table, file) }
    for row in 0..<table.rowCount {
      if let problem = table.raggedness(row) {
        diagnostics.append(problem)
        incompleteKinds.insert(R.table.name)
        continue
      }
      var entries: [Node.Entry] = []
      entries.reserveCapacity(table.header.count)
      for (column, name) in table.header.enumerated() {
        guard let cell = table.cell(row, column), !(name.text.isEmpty && cell.text.isEmpty) else { continue }
        let value = Node(.scalar(Scalar(cell.text, .plain)), cell.span)
        entries.append(Node.Entry(key: name.text, keySpan: name.span, value: value))
      }
      let span = table.records.recordSpan(table.record(of: row))
      let kept = withoutRepeated(entries, captures: captures, path: file.path)
      add(kept, span, file, captures, into: shelf, isComplete: isComplete, excused: absent)
    }
  }

  /// A table of nothing, not even a header.
  private mutating func reportEmptyTable<R: Record>(
    _ kind: R.Type, _ file: ContentFile, _ captures: [(name: String, text: String)]
  ) {
    let missing = R.table.requiredFields(absentFrom: captures.map(\.name))
    let required = missing.map { R.table.fields[$0].header }.joined(separator: ",")
    diagnostics.append(
      Diagnostic(
        "RF06", Message(zh: "表格是空的，连表头也没有", en: "the table is empty; it has not even a header"),
        at: SourceLocation(file.path),
        repair: Message(
          zh: "第一行写栏目名，至少：\(required)；不要这张表就删去文件",
          en: "write the columns on the first line, at least \(required), or delete the file")))
  }

  /// RF06 once for the table instead of once a row.
  private mutating func reportMissingColumn<R: Record>(_ field: Field<R>, _ table: CSVTable, _ file: ContentFile) {
    let ends = (table.header.first?.span ?? SourceSpan(0, 0), table.header.last?.span ?? SourceSpan(0, 0))
    diagnostics.append(
      Diagnostic(
        "RF06",
        Message(
          zh: "表格缺少“\(field.header)”（\(field.name)）一栏", en: "the table lacks the column \(field.name) (\(field.header))"
        ),
        at: SourceLocation(file.path, ends.0.joined(with: ends.1)),
        repair: Message(zh: "补上这一栏（\(field.typeName.zh)）", en: "add that column (\(field.typeName.en))")))
  }

  private mutating func add<R: Record>(
    _ written: [Node.Entry], _ span: SourceSpan, _ file: ContentFile, _ captures: [(name: String, text: String)],
    into shelf: WritableKeyPath<Records, [R]>, isComplete: Bool = true, excused: [Int] = [], body: Range<Int>? = nil
  ) {
    var decoding = Decoding(path: file.path, year: year(captures))
    let known = entries(captures).filter { R.table.index(of: $0.key) != nil }
    var record = R.table.decode(known + written, span: span, isComplete: isComplete, excused: excused, &decoding)
    if let body {
      record.origin.body = SourceSpan(body)
      record.origin.bodyPath = file.path
    }
    record.complete()
    records[keyPath: shelf].append(record)
    diagnostics += decoding.diagnostics
  }

  private mutating func yaml<R: Record>(_ file: ContentFile, in range: Range<Int>?, kind: R.Type) -> Node? {
    let (root, problems) = YAMLReader.read(file.bytes, in: range, path: file.path)
    diagnostics += problems
    guard let root, !problems.hasErrors else {
      incompleteKinds.insert(R.table.name)
      return nil
    }
    return root
  }

  private mutating func mappingEntries<R: Record>(_ node: Node, _ file: ContentFile, _ kind: R.Type) -> [Node.Entry]? {
    if let entries = node.entries { return entries }
    incompleteKinds.insert(R.table.name)
    diagnostics.append(
      Diagnostic(
        "RF08",
        Message(
          zh: "\(R.table.title)应写成若干行“项: 值”", en: "a \(R.table.name) is written as lines of \"field: value\""),
        at: SourceLocation(file.path, node.span),
        repair: Message(zh: "如 \(R.table.fields[0].name): …", en: "for instance \(R.table.fields[0].name): …")))
    return nil
  }
}
