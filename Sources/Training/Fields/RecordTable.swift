package import Diagnostics
package import Expressions
package import Values

/// The fields of a kind of record, and what follows from them and from the rest of the model.
///
/// The single source for decoding, header names, unknown-key messages, references, layout types and the reference page. An
/// object, because every record asks for its table again and again.
package final class RecordTable<R: FieldBearer>: Sendable {
  /// A value that layouts can ask for and nobody writes: it follows from fields and other records.
  package struct Derived: Sendable {
    let name: String
    let type: ValueType
    let doc: String
    let read: @Sendable (InPlace<R>, Model) -> Value

    package init(
      _ name: String, _ type: ValueType, _ doc: String, _ read: @escaping @Sendable (R, Model) -> Value
    ) {
      self.name = name
      self.type = type
      self.doc = doc
      self.read = { place, model in read(place.record, model) }
    }

    /// One that follows from a single stored field: of records that many pages show no more than that is copied.
    init<V>(
      _ name: String, _ type: ValueType, _ doc: String, from path: any WritableKeyPath<R, V> & Sendable,
      _ read: @escaping @Sendable (V, Model) -> Value
    ) {
      let field = FieldPath(path)
      self.name = name
      self.type = type
      self.doc = doc
      self.read = { place, model in read(place.value(of: field), model) }
    }
  }

  /// The kind in layouts, links and messages: `course`, `课程`.
  package let name: String
  package let title: String
  package let fields: [Field<R>]
  let derived: [Derived]
  /// The attributes that layouts see: fields, then derived values; a derived value hides a field of its name.
  package let recordType: RecordType
  /// How entities read such records; `nil` for records without ids.
  let entities: EntityKind?
  /// For each attribute how it is read.
  private let readers: [@Sendable (InPlace<R>, Model) -> Value]
  private let byName: [String: Int]
  /// A record before decoding.
  private let makeEmpty: @Sendable () -> R

  /// - Precondition: names and headers of fields are unique, and names of derived values are.
  package convenience init(_ name: String, _ title: String, _ fields: [Field<R>], derived: [Derived] = [])
  where R: Record {
    self.init(name, title, fields, derived: derived) { R() }
  }

  /// The same for records with ids, which entities show.
  package convenience init(_ name: String, _ title: String, _ fields: [Field<R>], derived: [Derived] = [])
  where R: IdentifiedRecord {
    self.init(name, title, fields, derived: derived, entities: { EntityKind($0, readers: $1) }) { R() }
  }

  /// The same for records that no type of its own describes; `makeEmpty` gives one before decoding.
  init(
    _ name: String, _ title: String, _ fields: [Field<R>], derived: [Derived],
    entities: (RecordType, [@Sendable (InPlace<R>, Model) -> Value]) -> EntityKind? = { _, _ in nil },
    makeEmpty: @escaping @Sendable () -> R
  ) {
    self.makeEmpty = makeEmpty
    self.name = name
    self.title = title
    self.fields = fields
    self.derived = derived
    var byName: [String: Int] = [:]
    for (index, field) in fields.enumerated() {
      for name in field.names { byName[name] = index }
    }
    self.byName = byName
    let hidden = Set(derived.map(\.name) + ["pending"])
    let shown = fields.filter { !hidden.contains($0.name) && !$0.isPrivate }
    readers =
      shown.map(\.read) + derived.map(\.read)
      + [Self.pendingReader(fields)]
    recordType = RecordType(
      name,
      shown.map { .init($0.name, $0.valueType, doc: $0.doc) } + derived.map { .init($0.name, $0.type, doc: $0.doc) }
        + [.init("pending", .list(.record { Pending.recordType }), doc: "待定的事：什么、由谁、何时定")])
    self.entities = entities(recordType, readers)
  }

  /// The index of the field called `name` in English or by its Chinese header.
  package func index(of name: String) -> Int? { byName[name] }

  /// The same for a header of the office's own, or one with a unit of the field in brackets: `人数（人）`.
  func index(of name: String, _ aliases: HeaderAliases?) -> Int? {
    if let index = byName[name] ?? aliases?[self.name]?[name].flatMap({ byName[$0] }) { return index }
    guard let (base, unit) = Self.parts(ofHeader: name), let index = index(of: base, aliases) else { return nil }
    return fields[index].kind().units.contains(unit) ? index : nil
  }

  /// `人数` and `人` of `人数（人）`; `nil` for a header without brackets at its end.
  private static func parts(ofHeader name: String) -> (base: String, unit: String)? {
    guard name.hasSuffix("）") || name.hasSuffix(")"), let open = name.lastIndex(where: { $0 == "（" || $0 == "(" })
    else { return nil }
    let unit = String(name[name.index(after: open)...].dropLast()).replacing("％", with: "%")
    return (String(name[..<open]).trimmed, unit)
  }

  /// What layouts see of attribute `attribute` of `record`.
  func value(at attribute: Int, of record: R, in model: Model) -> Value {
    InPlace.with(record) { readers[attribute]($0, model) }
  }

  /// Reads the items of the field `pending`, if there is one, then the fields that are open.
  private static func pendingReader(_ fields: [Field<R>]) -> @Sendable (InPlace<R>, Model) -> Value {
    let listed = fields.first { $0.name == "pending" }
    let isPrivate = fields.map(\.isPrivate)
    return { place, model in
      var items: [Value] = []
      if case .list(let listed)? = listed?.read(place, model) { items = listed }
      let open = place.record.origin.open.filter { !isPrivate[$0.field] }
      return .list(items + open.map { $0.pending.value(in: model) })
    }
  }

  /// Decodes one record from named values: the entries of a mapping or the cells of a row.
  ///
  /// - Parameters:
  ///   - entries: name, its span, value; a value with empty text counts as not given.
  ///   - span: the whole record.
  ///   - isComplete: whether missing fields are reported now; not for the first of two sources of one record.
  ///   - decoding: gets what is wrong.
  /// - Returns: the record; fields that could not be read keep their initial value and their diagnostic.
  package func decode(
    _ entries: some Sequence<Node.Entry>, span: SourceSpan, isComplete: Bool = true,
    _ decoding: inout Decoding
  ) -> R {
    var record = makeEmpty()
    record.origin.begin(path: decoding.path, span: span, fieldCount: fields.count)
    var keys: [Int: SourceSpan] = [:]
    for entry in entries {
      guard let index = index(of: entry.key, decoding.aliases) else {
        // The field that was meant is not missing as well: one cause, one message.
        if let meant = reportUnknown(entry.key, at: entry.keySpan, &decoding) { record.origin.markUnsound(meant) }
        continue
      }
      if let first = keys.updateValue(entry.keySpan, forKey: index) {
        reportTwice(fields[index], entry.keySpan, first, &decoding)
        continue
      }
      if let scalar = entry.value.scalar, scalar.style == .plain, scalar.text.trimmed.isEmpty {
        // Told at the name that has nothing behind it rather than for the record as a whole.
        if isComplete, fields[index].presence == .required {
          record.origin.markUnsound(index)
          decoding.diagnostics.append(missing(fields[index], at: SourceLocation(decoding.path, entry.keySpan)))
        }
        continue
      }
      if let successor = fields[index].successor {
        reportDeprecated(fields[index], successor, at: entry.keySpan, &decoding)
      }
      if noteOpen(entry.value, index, in: &record, &decoding) { continue }
      record.origin.place(index, at: entry.value.span)
      let before = decoding.diagnostics.count
      fields[index].decode(entry.value, &record, &decoding)
      if decoding.diagnostics[before...].contains(where: { $0.severity == .error }) { record.origin.markUnsound(index) }
    }
    if isComplete { reportMissing(in: &record, &decoding.diagnostics) }
    return record
  }

  /// Keeps what `value` says to be open about field `index`, which a required field cannot be; whether it says so.
  func noteOpen(_ value: Node, _ index: Int, in record: inout R, _ decoding: inout Decoding) -> Bool {
    let before = decoding.diagnostics.count
    guard let answer = Pending.open(value, field: fields[index], &decoding) else { return false }
    guard let open = answer, fields[index].presence == .optional else {
      record.origin.place(index, at: value.span)
      record.origin.markUnsound(index)
      let isRequired = fields[index].presence == .required
      // Who decides it by when would not help: what has to be there is not shown as nothing.
      if isRequired { decoding.diagnostics.removeSubrange(before...) }
      if answer != nil || isRequired {
        decoding.report(
          "RF08",
          Message(
            zh: "“\(fields[index].header)”是必填项，不能待定", en: "\(fields[index].name) is required and cannot be pending"),
          at: value.span, repair: Message(zh: "写上它的值", en: "write its value"))
      }
      return true
    }
    record.origin.open.append((index, open))
    return true
  }

  /// RF06 for every required field that `record` does not have, those aside whose name was written wrongly.
  func reportMissing(in record: inout R, _ diagnostics: inout [Diagnostic]) {
    for (index, field) in fields.enumerated() where field.presence == .required && !record.origin.isGiven(index) {
      guard record.origin.isSound(index) else { continue }
      record.origin.markUnsound(index)
      diagnostics.append(missing(field, at: record.origin.location))
    }
  }

  private func missing(_ field: Field<R>, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "RF06",
      Message(
        zh: "\(title)缺少必填项“\(field.header)”（\(field.name)）",
        en: "\(name) lacks the required field \(field.name) (\(field.header))"),
      at: location,
      repair: Message(
        zh: "补上 \(field.name): …（\(field.typeName.zh)）", en: "add \(field.name): … (\(field.typeName.en))"))
  }

  /// RF06 once for a text that has nothing at its head; `known` is what the path says.
  func missingFrontMatter(_ path: String, _ known: [String]) -> Diagnostic {
    let missing = requiredFields(absentFrom: known).map { fields[$0].name }
    return Diagnostic(
      "RF06",
      Message(zh: "\(title)的开头没有两行 --- 之间的各项", en: "\(name) has no fields between two lines --- at its head"),
      at: SourceLocation(path, SourceSpan(0, 0)),
      repair: Message(
        zh: "文件从 --- 开始，写上 \(missing.map { $0 + ": …" }.joined(separator: "、"))，每项一行，再写一行 ---",
        en: "begin the file with ---, then \(missing.map { $0 + ": …" }.joined(separator: ", ")), a line each, then ---"
      ))
  }

  /// The required fields that a table with the columns `names` has not, those aside whose name was written wrongly.
  func requiredFields(absentFrom names: [String], aliases: HeaderAliases? = nil) -> [Int] {
    let known = Set(names.compactMap { index(of: $0, aliases) })
    let meant = Set(names.filter { byName[$0] == nil }.compactMap { nearest(to: $0) })
    return fields.indices.filter { fields[$0].presence == .required && !known.contains($0) && !meant.contains($0) }
  }

  /// The field that was probably meant by a name that none has.
  private func nearest(to name: String) -> Int? {
    nearestName(to: name).flatMap { byName[$0] }
  }

  private func nearestName(to name: String) -> String? {
    // With a unit that is not the field's.
    if let base = Self.parts(ofHeader: name)?.base, byName[base] != nil { return base }
    return Spelling.nearest(to: name, among: fields.flatMap(\.names))
  }

  /// RF09 for a field written under both of its names, or in two columns.
  func reportTwice(_ field: Field<R>, _ second: SourceSpan, _ first: SourceSpan, _ decoding: inout Decoding) {
    decoding.report(
      "RF09", Message(zh: "“\(field.header)”（\(field.name)）写了两次", en: "\(field.name) is written twice"),
      at: second,
      repair: Message(zh: "只留一处", en: "keep one of them"),
      notes: [
        .init(Message(zh: "第一次写在这里", en: "first written here"), at: SourceLocation(decoding.path, first))
      ])
  }

  /// RF10 for a field that is going to disappear.
  func reportDeprecated(_ field: Field<R>, _ successor: String, at span: SourceSpan, _ decoding: inout Decoding) {
    decoding.report(
      "RF10", Message(zh: "“\(field.header)”（\(field.name)）将不再使用", en: "\(field.name) is going to disappear"),
      severity: .warning, at: span, repair: Message(zh: "改用“\(successor)”", en: "use \(successor)"))
  }

  /// Says as a note that a column is not read, RF07; `false` without a word when another name was probably meant, or when
  /// it has none.
  func leaveOut(_ name: String, at span: SourceSpan, _ decoding: inout Decoding) -> Bool {
    guard !name.isEmpty, nearestName(to: name) == nil else { return false }
    decoding.report(
      "RF07", Message(zh: "“\(name)”一栏用不上，已略去", en: "the column \(name) is not needed and left out"),
      severity: .note, at: span)
    return true
  }

  /// RF07, or what else there is to say; gives the field that was probably meant.
  func reportUnknown(_ name: String, at span: SourceSpan, _ decoding: inout Decoding) -> Int? {
    if let refusal = R.refusal(ofColumn: name, at: SourceLocation(decoding.path, span)) {
      decoding.diagnostics.append(refusal)
      return nil
    }
    let nearest = nearestName(to: name)
    decoding.report(
      "RF07", Message(zh: "\(title)没有“\(name)”这一项", en: "\(self.name) has no field \"\(name)\""),
      at: span,
      repair: nearest.map { Message(zh: "是不是“\($0)”？", en: "did you mean \($0)?") }
        ?? Message(
          zh: "可用的项：" + fields.map { decoding.isTable ? $0.header : $0.name }.joined(separator: " "),
          en: "known fields: " + fields.map(\.name).joined(separator: " ")))
    return nearest.flatMap { byName[$0] }
  }
}

extension RecordTable {
  /// The public fields of `record` as a mapping that `decode` reads back; a field without value is left out.
  ///
  /// - Complexity: O(size of the record).
  package func node(of record: R) -> Node {
    var entries: [Node.Entry] = []
    for (index, field) in fields.enumerated() where !field.isPrivate {
      guard let value = exported(index, of: record) else { continue }
      entries.append(Node.Entry(key: field.name, keySpan: SourceSpan(0, 0), value: value))
    }
    return Node(.mapping(entries), SourceSpan(0, 0))
  }

  /// The value of field `index`, what is open about it included; `nil` when it is not given.
  package func exported(_ index: Int, of record: R) -> Node? {
    if let open = record.origin.open.first(where: { $0.field == index }) { return open.pending.openNode }
    return record.origin.isGiven(index) ? fields[index].export(record) : nil
  }
}

extension RecordTable {
  /// The texts of `record` that hold anything beyond ASCII, each with the place of its field. A field that could not be read has
  /// none: its value is not what is written.
  func texts(of record: R) -> [(text: String, location: SourceLocation)] {
    fields.indices.flatMap { index -> [(text: String, location: SourceLocation)] in
      guard record.origin.isSound(index), let location = record.origin.location(ofField: index),
        let node = fields[index].export(record)
      else {
        return []
      }
      return node.scalarTexts.filter { $0.utf8.contains { $0 >= 0x80 } }.map { ($0, location) }
    }
  }
}

extension RecordTable {
  /// What people call each of `records`: its name or title; empty where it has none.
  func names(of records: [R]) -> [String] {
    guard let field = index(of: "name") ?? index(of: "title") else { return [] }
    return records.map { fields[field].export($0)?.scalar?.text ?? "" }
  }
}

extension Node {
  /// The texts of all scalars, from left to right.
  fileprivate var scalarTexts: [String] {
    switch content {
    case .scalar(let scalar): [scalar.text]
    case .sequence(let items): items.flatMap(\.scalarTexts)
    case .mapping(let entries): entries.flatMap(\.value.scalarTexts)
    }
  }
}

extension RecordTable {
  /// A record inside another one, written as a mapping; in a cell of a table as `{name: …}`.
  func decodeNested(_ node: Node, _ decoding: inout Decoding) -> R? {
    guard let entries = decoding.mapping(inCell: node) ?? node.entries else {
      decoding.report(
        "RF08",
        Message(zh: "\(title)应写成若干“项: 值”", en: "\(name) is expected as a mapping of fields"),
        at: node.span,
        repair: Message(
          zh: "写成 {\(fields.map(\.name).joined(separator: ": …, ")): …}",
          en: "write {\(fields.map(\.name).joined(separator: ": …, ")): …}"))
      return nil
    }
    return decode(entries, span: node.span, &decoding)
  }
}

/// A record inside another one: an item of a scheme, a deliverable of a course.
package protocol NestedRecord: Record, FieldValue {}

extension NestedRecord {
  package static func decode(_ node: Node, _ decoding: inout Decoding) -> Self? {
    table.decodeNested(node, &decoding)
  }

  /// A record with the fields of its table, asked for lazily because tables refer to each other in circles.
  package static var valueType: ValueType { .record { Self.table.recordType } }
  /// The Chinese title and English name of the table (`成果`, `deliverable`).
  package static var typeName: Message { Message(zh: table.title, en: table.name) }
  package func value(in model: Model) -> Value { .record(NestedEntity(self, in: model)) }
  /// A mapping of its required fields.
  package static var example: String {
    let required = table.fields.filter { $0.presence == .required }
    return "{" + required.map { "\($0.name): \($0.kind().example)" }.joined(separator: ", ") + "}"
  }
  /// Those of its table.
  package static var nestedFields: [FieldReference]? { table.fields.map(FieldReference.init) }
  /// A mapping of the fields that are given.
  package var node: Node { Self.table.node(of: self) }
}

/// A nested record as layouts see it.
final class NestedEntity<R: NestedRecord>: RecordValue {
  let record: R
  let model: Model

  init(_ record: R, in model: Model) {
    self.record = record
    self.model = model
  }

  var recordType: RecordType { R.table.recordType }
  var identity: String { "\(R.table.name)@\(record.origin.location.path):\(record.origin.span.start)" }
  func value(at index: Int, of type: ObjectIdentifier) -> Value? {
    ObjectIdentifier(recordType) == type ? value(at: index) : nil
  }
  func value(at attribute: Int) -> Value { R.table.value(at: attribute, of: record, in: model) }
}
