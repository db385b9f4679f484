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

  /// How many threads a long table may take.
  let jobs: Int

  package init() { self.init(jobs: 1) }

  init(jobs: Int) { self.jobs = jobs }

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

  private mutating func add<R: Record>(
    _ written: [Node.Entry], _ span: SourceSpan, _ file: ContentFile, _ captures: [(name: String, text: String)],
    into shelf: WritableKeyPath<Records, [R]>, isComplete: Bool = true, body: Range<Int>? = nil
  ) {
    var decoding = Decoding(path: file.path, year: year(captures))
    let known = entries(captures).filter { R.table.index(of: $0.key) != nil }
    var record = R.table.decode(known + written, span: span, isComplete: isComplete, &decoding)
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
