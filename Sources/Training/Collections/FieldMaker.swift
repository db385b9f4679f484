import Diagnostics
import Expressions
import Values

/// Makes the table of a declared collection out of its declaration.
struct FieldMaker {
  let declaration: CollectionDeclaration
  /// Names and titles of all declared collections.
  let titles: [String: String]
  /// The type of the rows of a collection, when it is asked for.
  let rowType: @Sendable (String) -> RecordType
  private(set) var diagnostics: [Diagnostic] = []

  init(
    declaration: CollectionDeclaration, titles: [String: String], rowType: @escaping @Sendable (String) -> RecordType
  ) {
    self.declaration = declaration
    self.titles = titles
    self.rowType = rowType
  }

  /// What a field is made of beside its names.
  private struct Kind {
    var valueType: ValueType
    var description: @Sendable () -> FieldKindDescription
    var decode: @Sendable (Node, inout Decoding) -> (any FieldValue)?
    /// As `FieldValue.separators`.
    var separators = "、"

    init(
      valueType: ValueType, description: @escaping @Sendable () -> FieldKindDescription,
      decode: @escaping @Sendable (Node, inout Decoding) -> (any FieldValue)?
    ) {
      self.valueType = valueType
      self.description = description
      self.decode = decode
    }

    /// Of a type of its own.
    init<V: FieldValue>(_ type: V.Type) {
      self.init(valueType: V.valueType, description: { FieldKindDescription(V.self) }, decode: { V.decode($0, &$1) })
      separators = V.separators
    }
  }

  /// The table; with diagnostics when the declaration contradicts itself.
  mutating func table() -> RecordTable<CollectionRow> {
    checkDeclaration()
    var fields: [Field<CollectionRow>] = []
    var names: Set<String> = []
    for field in declaration.fields {
      let position = fields.count
      let own = [field.name.text, field.header] + field.aliases
      if let name = own.first(where: names.contains) {
        report(field, "name", zh: "“\(name)”在这张表里已经有了", en: "the collection has \"\(name)\" already")
        continue
      }
      names.formUnion(own)
      let kind = kind(of: field)
      fields.append(
        Self.field(
          field.name.text, field.header, kind, position, isList: field.isList, isRequired: field.isRequired,
          isPrivate: field.isPrivate, aliases: field.aliases, successor: field.successor, doc: field.doc))
    }
    for key in declaration.unique.flatMap(Self.parts) where !declaration.fields.contains(where: { $0.isNamed(key) }) {
      report(
        declaration.location(of: "unique"), zh: "“唯一”里的“\(key)”不是这张表的项", en: "\"\(key)\" under unique is no field")
    }
    let count = fields.count
    return RecordTable(declaration.id.text, declaration.title, fields, derived: []) { CollectionRow(fieldCount: count) }
  }

  /// The names in `年+名称`.
  static func parts(_ key: String) -> [String] { key.split(separator: "+").map { String($0).trimmed } }

  private mutating func checkDeclaration() {
    let name = declaration.id.text
    if allRecordKinds.contains(where: { $0.name == name }) {
      report(declaration.origin.location, zh: "“\(name)”是内建的种类，换一个文件名", en: "\"\(name)\" is a built-in kind")
    }
    if let page = declaration.page, !page.hasSuffix("/") || page.hasPrefix("/") || page.contains("..") {
      report(
        declaration.location(of: "page"), zh: "网页的路径写作 fees/ 这样：不以 / 开头，以 / 结尾", en: "a page is written like fees/")
    }
    for file in declaration.files where ![".csv", ".yml", ".md"].contains(where: file.hasSuffix) {
      report(
        declaration.location(of: "files"), zh: "“\(file)”应以 .csv、.yml 或 .md 结尾", en: "\(file) ends in .csv, .yml or .md"
      )
    }
    for rule in declaration.rules {
      guard let (location, message) = rule.contradiction(inCollection: true) else { continue }
      report(location, zh: message.zh, en: message.en)
    }
  }

  private mutating func kind(of field: FieldDeclaration) -> Kind {
    switch field.type {
    case .choice: return choice(field.words, field)
    case .record: return record(field)
    case .reference: return reference(field)
    default: return Self.scalar(field.type)
    }
  }

  private static func scalar(_ kind: FieldKind) -> Kind {
    guard let type = kind.valueType else { return Kind(String.self) }
    return Kind(type)
  }

  private mutating func choice(_ words: [String], _ field: some Record) -> Kind {
    if words.isEmpty { report(field, "words", zh: "类型 choice 要写 words", en: "a choice has its words") }
    return Self.choice(words)
  }

  private static func choice(_ words: [String]) -> Kind {
    let typeName = Message(zh: "文字", en: "text")
    return Kind(
      valueType: .text,
      description: { FieldKindDescription(typeName: typeName, example: words.first ?? "", words: words) },
      decode: { node, decoding in
        guard let text = decoding.text(node, expecting: typeName) else { return nil }
        if words.contains(text) { return text }
        let nearest = Spelling.nearest(to: text, among: words)
        decoding.report(
          "RF08", Message(zh: "“\(text)”不在取值之内", en: "\"\(text)\" is not one of the words"), at: node.span,
          repair: Message(
            zh: (nearest.map { "是不是“\($0)”？" } ?? "") + "可写：" + words.joined(separator: "、"),
            en: (nearest.map { "did you mean \"\($0)\"? " } ?? "") + "write one of: " + words.joined(separator: ", ")))
        return nil
      })
  }

  private mutating func record(_ field: FieldDeclaration) -> Kind {
    if field.fields.isEmpty { report(field, "fields", zh: "类型 record 要写 fields", en: "a record has its fields") }
    var fields: [Field<CollectionRow>] = []
    var names: Set<String> = []
    for item in field.fields {
      guard names.insert(item.name.text).inserted, names.insert(item.header).inserted else {
        report(item, "name", zh: "“\(item.header)”写了两次", en: "\(item.name.text) is there twice")
        continue
      }
      let position = fields.count
      let kind: Kind
      switch item.type {
      case .choice: kind = choice(item.words, item)
      case .record, .reference:
        report(item, "type", zh: "子项不能再是 record 或 reference", en: "an item is neither record nor reference")
        kind = Self.scalar(.text)
      default: kind = Self.scalar(item.type)
      }
      fields.append(
        Self.field(
          item.name.text, item.header, kind, position, isList: false, isRequired: item.isRequired, isPrivate: false,
          aliases: [], successor: nil, doc: item.doc))
    }
    let count = fields.count
    let table = RecordTable<CollectionRow>(
      "\(declaration.id.text).\(field.name.text)", field.header, fields, derived: []
    ) { CollectionRow(fieldCount: count) }
    let typeName = Message(zh: field.header, en: field.name.text)
    return Kind(
      valueType: .record { table.recordType },
      description: {
        FieldKindDescription(
          typeName: typeName, example: "{" + table.fields.map { "\($0.name): …" }.joined(separator: ", ") + "}",
          nestedFields: table.fields.map(FieldReference.init))
      },
      decode: { node, decoding in
        table.decodeNested(node, &decoding).map { NestedRow(row: $0, table: table) }
      })
  }

  private mutating func reference(_ field: FieldDeclaration) -> Kind {
    let target = field.target ?? ""
    if let kind = allRecordKinds.first(where: { $0.name == target }), let type = kind.referenceType {
      return Kind(type)
    }
    guard let title = titles[target] else {
      let known = allRecordKinds.filter { $0.referenceType != nil }.map(\.name) + titles.keys.sorted()
      report(
        field, "to", zh: "reference 要用 to 写明指向哪一种记录：" + known.joined(separator: " "),
        en: "a reference says with to which kind it refers to: " + known.joined(separator: " "))
      return Self.scalar(.id)
    }
    let rowType = self.rowType
    let typeName = Message(zh: "\(title)的编号", en: "id of a \(target)")
    var kind = Kind(
      valueType: .record { rowType(target) },
      description: { FieldKindDescription(typeName: typeName, example: Identifier.example) },
      decode: { node, decoding in
        decoding.text(node, expecting: typeName).map {
          CollectionReference(collection: target, title: title, id: $0, span: node.span)
        }
      })
    kind.separators = Identifier.separatorsOfSeveral
    return kind
  }

  private static func field(
    _ name: String, _ header: String, _ kind: Kind, _ position: Int, isList: Bool, isRequired: Bool, isPrivate: Bool,
    aliases: [String], successor: String?, doc: String
  ) -> Field<CollectionRow> {
    let valueType: ValueType =
      isList ? .list(kind.valueType) : isRequired ? kind.valueType : .optional(kind.valueType)
    var field = Field<CollectionRow>(
      name, header, isRequired ? .required : .optional, doc, valueType: valueType, isList: isList,
      kind: kind.description,
      decode: { node, row, decoding in
        if isList {
          var values: [any FieldValue] = []
          for item in node.listItems(cutAt: kind.separators) {
            if !decoding.refusesBlank(item), let value = kind.decode(item, &decoding) { values.append(value) }
          }
          row.cells[position] = .many(values)
        } else if let value = kind.decode(node, &decoding) {
          row.cells[position] = .one(value)
        }
      },
      read: { place, model in
        let row = place.record
        if isList, case .none = row.cells[position] { return .list([]) }
        return row.cells[position].value(in: model)
      },
      export: { $0.cells[position].node },
      copy: { $1.cells[position] = $0.cells[position] },
      link: { row, linking, index in
        guard let path = row.origin.path(ofField: index) else { return }
        if !row.cells[position].resolve(&linking, path: path) { row.origin.markUnsound(index) }
      }
    ).also(aliases)
    if isPrivate { field = field.privately() }
    if let successor { field = field.deprecated(successor) }
    return field
  }

  private mutating func report(_ record: some Record, _ field: String, zh: String, en: String) {
    report(record.location(of: field), zh: zh, en: en)
  }

  private mutating func report(_ location: SourceLocation, zh: String, en: String) {
    diagnostics.append(Diagnostic("CO01", Message(zh: zh, en: en), at: location))
  }
}

extension FieldDeclaration {
  /// Whether `name` is one of the field's names.
  func isNamed(_ name: String) -> Bool { self.name.text == name || header == name || aliases.contains(name) }
}
