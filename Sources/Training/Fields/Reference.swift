package import Diagnostics
package import Expressions
package import Values

/// The id of another record; after linking, its place in the model.
package struct Reference<Target: IdentifiedRecord>: Sendable {
  package let id: String
  /// Of the id in its file, for the message when it dangles.
  let span: SourceSpan
  /// As `index`, -1 for none: records hold many references, and this one is half as large.
  private var place: Int32 = -1

  /// Position in the target's shelf; `nil` before linking, or when there is no such record.
  package var index: Int? { place < 0 ? nil : Int(place) }

  /// The record meant; `nil` when it dangles (then an error was reported).
  package func record(in model: Model) -> Target? { index.map { Target.store(in: model).records[$0] } }
}

/// A field value that refers to records.
protocol LinkedFieldValue: FieldValue {
  /// `kind:id` of what it refers to.
  var target: String { get }
}

/// A nested record with references in it, or in records nested in it.
protocol ReferringRecord: NestedRecord {}

extension ReferringRecord {
  /// Resolves the references of all its fields.
  package mutating func resolve(_ linking: inout Linking, path: String) -> Bool {
    var isResolved = true
    for (index, field) in Self.table.fields.enumerated() {
      guard let link = field.link else { continue }
      link(&self, &linking, index)
      if !isSound(field.name) { isResolved = false }
    }
    return isResolved
  }
}

extension Reference: LinkedFieldValue {
  package static func decode(_ node: Node, _ decoding: inout Decoding) -> Reference? {
    guard let text = decoding.text(node, expecting: typeName) else { return nil }
    return Reference(id: text, span: node.span)
  }

  package static func read(_ cell: borrowing Span<UInt8>, at span: SourceSpan) -> Reference? {
    String(cell: cell).map { Reference(id: $0, span: span) }
  }

  package init(id: String, span: SourceSpan) {
    self.id = id
    self.span = span
  }

  /// The record meant, not its id: layouts go on with its attributes. `none` at run time when it dangles.
  package static var valueType: ValueType { .record { Target.table.recordType } }
  /// `课程的编号`, `id of a course`.
  package static var typeName: Message {
    Message(zh: "\(Target.table.title)的编号", en: "id of a \(Target.table.name)")
  }

  package func value(in model: Model) -> Value {
    guard let index, Target.store(in: model).records[index].isPublic(on: model.asOf) else { return .none }
    return .record(Entity(Target.self, at: index, in: model))
  }

  /// Those of ids.
  package static var separators: String { Identifier.separatorsOfSeveral }
  /// Ids are made of pinyin and numbers.
  package static var example: String { Identifier.example }
  /// The id, whether or not there is such a record.
  package var node: Node { .unplaced(id) }

  var target: String { Target.table.name + ":" + id }

  /// RF02 when there is no such record.
  package mutating func resolve(_ linking: inout Linking, path: String) -> Bool {
    if let found = linking.mention(id, kind: Target.table.name) {
      place = Int32(found)
      return true
    }
    linking.reportDangling(
      id, kind: Target.table.name, title: Target.table.title, at: SourceLocation(path, span))
    return false
  }
}

/// The ids there are, while references are being resolved.
package struct Linking: Sendable {
  /// The ids of one kind.
  private struct Shelf: Sendable {
    var ids: IdentifierIndex
    /// By index: whether a reference was found to lead there.
    var isMentioned: [Bool]
    /// By index, what people call the record; asked for when a reference dangles.
    let names: @Sendable () -> [String]
  }

  private var shelves: [String: Shelf] = [:]
  /// Kinds of which a file, a record or an id could not be read or is ambiguous: what refers to them is not called
  /// dangling, because the record meant may be that one.
  private(set) var incompleteKinds: Set<String>
  /// References of whose missing record has been told: kind, id and the file that names it; of ids taken from a path
  /// without the file, as every file below the folder names it again.
  private var dangling: [[String]: (diagnostic: Int, count: Int)] = [:]
  /// The ids of records by what people call them, of the kinds of which a reference dangles.
  private var idsByName: [String: [String: [String]]] = [:]
  /// RF01 for ids used twice and RF02 for references that dangle, in the order they were found.
  package internal(set) var diagnostics: [Diagnostic] = []
  /// Values that are still open, of the records linked so far.
  var open: [Pending] = []

  /// Whether a field that refers to records could not be read, or dangles.
  var hasUnknownReferences = false

  /// Names of the declared collections, in their order in the model.
  var collectionNames: [String] = []

  init(incompleteKinds: Set<String>) { self.incompleteKinds = incompleteKinds }

  func isIncomplete(kind: String) -> Bool { incompleteKinds.contains(kind) }

  /// Whether a dangling id has not been told yet: once for a file that names it, however many of its rows do; once for
  /// all when it is part of a path. Call it just before the diagnostic is appended.
  mutating func isFirstMention(of id: String, _ kind: String, in path: String, isPath: Bool) -> Bool {
    let key = isPath ? [kind, id] : [kind, id, path]
    if let told = dangling[key] {
      dangling[key]?.count += 1
      if !isPath {
        let count = told.count + 1
        diagnostics[told.diagnostic].notes = [
          .init(Message(zh: "这个文件里共有 \(count) 处", en: "\(count) places in this file"))
        ]
      }
      return false
    }
    dangling[key] = (diagnostics.count, 1)
    return true
  }

  /// RF02 for an id that no record of `kind` has, unless the record meant may be one that could not be read, or it has
  /// been told.
  mutating func reportDangling(_ id: String, kind: String, title: String, at location: SourceLocation) {
    guard !isIncomplete(kind: kind),
      isFirstMention(of: id, kind, in: location.path, isPath: location.span == SourceSpan(0, 0))
    else { return }
    let named = ids(ofName: id, kind: kind)
    let nearest = named.isEmpty ? Suggestion.nearest(to: id, among: ids(of: kind)) : nil
    let byName = Message(
      zh: "这里写编号；叫“\(id)”的是 \(named.joined(separator: "、"))",
      en: "write the id; \"\(id)\" is the name of \(named.joined(separator: ", "))")
    diagnostics.append(
      Diagnostic(
        "RF02",
        Message(zh: "没有编号为“\(id)”的\(title)", en: "there is no \(kind) with the id \"\(id)\""), at: location,
        repair: !named.isEmpty
          ? byName
          : nearest.map { Message(zh: "是不是“\($0)”？", en: "did you mean \"\($0)\"?") }
            ?? Message(zh: "先建立这个\(title)，或改正编号", en: "create that \(kind) or correct the id")))
  }

  /// The ids of the records of `kind` that people call `name`, in the order of the records.
  private mutating func ids(ofName name: String, kind: String) -> [String] {
    if idsByName[kind] == nil, let shelf = shelves[kind] {
      var ids: [String: [String]] = [:]
      for (id, name) in zip(shelf.ids.byPosition, shelf.names()) where !id.isEmpty && !name.isEmpty {
        ids[name, default: []].append(id)
      }
      idsByName[kind] = ids
    }
    return idsByName[kind]?[name] ?? []
  }

  /// Adds the records of one kind; a second record with an id is RF01 at both places and keeps the first.
  mutating func add<R: IdentifiedRecord>(_ records: [R]) {
    // Records are large: their ids are asked for by place, none is copied.
    add(
      count: records.count, kind: R.table.name, title: R.table.title, hasIDs: R.table.index(of: "id") != nil,
      id: { records[$0].id.text }, place: { records[$0].location(of: "id") }, names: { R.table.names(of: records) })
  }

  /// The same for `count` records of any kind: `id` and `place` say, by index, what the id is and where it is stated,
  /// `names` what people call all of them.
  mutating func add(
    count: Int, kind: String, title: String, hasIDs: Bool, id: (Int) -> String, place: (Int) -> SourceLocation,
    names: @escaping @Sendable () -> [String]
  ) {
    var ids = IdentifierIndex(count: count)
    for index in 0..<count {
      let id = id(index)
      guard !id.isEmpty else {
        if hasIDs { incompleteKinds.insert(kind) }
        continue
      }
      guard let first = ids.insert(id, at: index) else { continue }
      incompleteKinds.insert(kind)
      diagnostics.append(
        Diagnostic(
          "RF01", Message(zh: "\(title)编号“\(id)”重复", en: "\(kind) id \"\(id)\" is used twice"), at: place(index),
          notes: [.init(Message(zh: "第一次用在这里", en: "first used here"), at: place(first))],
          repair: Message(zh: "给其中一个换一个编号", en: "give one of them another id")))
    }
    shelves[kind] = Shelf(ids: ids, isMentioned: Array(repeating: false, count: count), names: names)
  }

  /// The record that a reference means, which is mentioned from now on.
  mutating func mention(_ id: String, kind: String) -> Int? {
    guard let index = shelves[kind]?.ids[id] else { return nil }
    shelves[kind]?.isMentioned[index] = true
    return index
  }

  func ids(of kind: String) -> [String] { shelves[kind]?.ids.all ?? [] }

  /// The ids of one kind, for the model.
  func index(of kind: String) -> IdentifierIndex { shelves[kind]?.ids ?? IdentifierIndex() }

  /// For each kind its records, in their order, that nothing refers to; nothing when a reference could not be read or
  /// found, for it may mean one of them.
  var unmentioned: [String: [Int]] {
    guard !hasUnknownReferences else { return [:] }
    return shelves.mapValues { shelf in
      shelf.isMentioned.indices.filter { !shelf.isMentioned[$0] }
    }
  }

  /// Resolves `value`, if it refers; a field that refers to nothing becomes unsound.
  mutating func link<R: FieldBearer, V: FieldValue>(_ value: inout V, of record: inout R, field index: Int) {
    guard let path = record.origin.path(ofField: index) else { return }
    if !value.resolve(&self, path: path) { record.origin.markUnsound(index) }
  }
}
