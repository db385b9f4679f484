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
  /// Files that are not stored as UTF-8, by path: their text as UTF-8, in which the places of their records and messages
  /// are counted.
  package var texts: [String: [UInt8]] = [:]

  /// The portal's own headers.
  let aliases: HeaderAliases
  /// How many threads a long table may take.
  let jobs: Int

  package init() { self.init(aliases: [:], jobs: 1) }

  init(aliases: HeaderAliases, jobs: Int) {
    self.aliases = aliases
    self.jobs = jobs
  }

  mutating func append(_ other: Loaded) {
    records.append(other.records)
    attachments += other.attachments
    diagnostics += other.diagnostics
    incompleteKinds.formUnion(other.incompleteKinds)
    texts.merge(other.texts) { first, _ in first }
  }

  /// The names caught in a path, as entries at the head of the file.
  func entries(_ captures: [(name: String, text: String)]) -> [Node.Entry] {
    captures.map { capture in
      let place = SourceSpan(0, 0)
      return Node.Entry(key: capture.name, keySpan: place, value: Node(.scalar(Scalar(capture.text, .text)), place))
    }
  }

  /// The plan's year from a captured `plan` (`2026`, `2026-credit`), for bare months.
  func year(_ captures: [(name: String, text: String)]) -> Int? {
    captures.first { $0.name == "plan" }.flatMap { Int($0.text.prefix(4)) }
  }

  /// Entries of the file that repeat what its path says; each is RF09.
  private mutating func withoutRepeated(
    _ entries: [Node.Entry], captures: [(name: String, text: String)], path: String
  ) -> [Node.Entry] {
    entries.filter { entry in
      guard let capture = captures.first(where: { $0.name == entry.key }) else { return true }
      diagnostics.append(PathFact.repeated(entry.key, capture.text, at: SourceLocation(path, entry.keySpan)))
      return false
    }
  }

  /// The record of a YAML file that is one; `nil` after reporting why there is none.
  mutating func fileRecord<R: FieldBearer>(
    _ file: ContentFile, _ captures: [(name: String, text: String)], _ table: RecordTable<R>
  ) -> R? {
    guard let root = yaml(file, in: nil, kind: table.name), let written = mappingEntries(root, file, table) else {
      return nil
    }
    return record(withoutRepeated(written, captures: captures, path: file.path), root.span, file, captures, table)
  }

  /// The records of a YAML file with one list under `key`.
  mutating func listItems<R: FieldBearer>(
    _ file: ContentFile, _ captures: [(name: String, text: String)], key: String, _ table: RecordTable<R>
  ) -> [R] {
    guard let root = yaml(file, in: nil, kind: table.name) else { return [] }
    guard let items = root[key]?.items, root.entries?.count == 1 else {
      incompleteKinds.insert(table.name)
      diagnostics.append(
        Diagnostic(
          "RF07",
          Message(zh: "这个文件只有一项“\(key)”，是一个列表", en: "this file has one entry, \(key), which is a list"),
          at: SourceLocation(file.path, root.entries?.first { $0.key != key }?.keySpan ?? root.span),
          repair: Message(zh: "写成 \(key): 换行后每条以 - 开头", en: "write \(key): and each item on a line with -")))
      return []
    }
    return items.compactMap { item in
      guard let written = mappingEntries(item, file, table) else { return nil }
      return record(withoutRepeated(written, captures: captures, path: file.path), item.span, file, captures, table)
    }
  }

  /// The record of a Markdown file with front matter; `nil` after reporting why there is none.
  mutating func documentRecord<R: FieldBearer>(
    _ file: ContentFile, _ captures: [(name: String, text: String)], _ table: RecordTable<R>, isComplete: Bool
  ) -> R? {
    let (parts, problems) = FrontMatter.split(file.bytes, path: file.path)
    diagnostics += problems
    guard problems.isEmpty else {
      incompleteKinds.insert(table.name)
      return nil
    }
    let names = captures.map(\.name)
    if isComplete, parts.yaml == nil, !table.requiredFields(absentFrom: names).isEmpty {
      incompleteKinds.insert(table.name)
      diagnostics.append(table.missingFrontMatter(file.path, names))
      return nil
    }
    var written: [Node.Entry] = []
    var span = SourceSpan(0, 0)
    if let range = parts.yaml {
      let (root, yamlProblems) = YAMLReader.read(file.bytes, in: range, path: file.path)
      diagnostics += yamlProblems
      if yamlProblems.hasErrors {
        incompleteKinds.insert(table.name)
        return nil
      }
      if let root {
        guard let entries = mappingEntries(root, file, table) else { return nil }
        written = entries
        span = root.span
      }
    }
    let kept = withoutRepeated(written, captures: captures, path: file.path)
    return record(kept, span, file, captures, table, isComplete: isComplete, body: parts.body)
  }

  private mutating func record<R: FieldBearer>(
    _ written: [Node.Entry], _ span: SourceSpan, _ file: ContentFile, _ captures: [(name: String, text: String)],
    _ table: RecordTable<R>, isComplete: Bool = true, body: Range<Int>? = nil
  ) -> R {
    var decoding = Decoding(path: file.path, year: year(captures), aliases: aliases)
    let known = entries(captures).filter { table.index(of: $0.key) != nil }
    var record = table.decode(known + written, span: span, isComplete: isComplete, &decoding)
    if let body { record.origin.setBody(SourceSpan(body)) }
    record.complete()
    diagnostics += decoding.diagnostics
    return record
  }

  private mutating func yaml(_ file: ContentFile, in range: Range<Int>?, kind: String) -> Node? {
    let (root, problems) = YAMLReader.read(file.bytes, in: range, path: file.path)
    diagnostics += problems
    guard let root, !problems.hasErrors else {
      incompleteKinds.insert(kind)
      // Without settings there is no portal, which has a message of its own.
      if problems.isEmpty, kind != Settings.table.name {
        diagnostics.append(
          Diagnostic(
            "RF06", Message(zh: "这个文件里什么也没有", en: "there is nothing in this file"), at: SourceLocation(file.path),
            repair: Message(zh: "补上内容；不再需要的，删去这个文件", en: "write what belongs here, or delete the file")))
      }
      return nil
    }
    return root
  }

  private mutating func mappingEntries<R: FieldBearer>(
    _ node: Node, _ file: ContentFile, _ table: RecordTable<R>
  ) -> [Node.Entry]? {
    if let entries = node.entries { return entries }
    incompleteKinds.insert(table.name)
    diagnostics.append(
      Diagnostic(
        "RF08",
        Message(
          zh: "\(table.title)应写成若干行“项: 值”", en: "a \(table.name) is written as lines of \"field: value\""),
        at: SourceLocation(file.path, node.span),
        repair: Message(zh: "如 \(table.fields[0].name): …", en: "for instance \(table.fields[0].name): …")))
    return nil
  }
}
