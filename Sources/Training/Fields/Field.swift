package import Diagnostics
package import Expressions
import Values

/// One line of a field table: the single source for decoding, header names, types, layouts, export and the reference.
package struct Field<R: FieldBearer>: Sendable {
  /// What it means when the field is not written.
  package enum Presence: Sendable {
    /// Missing is an error (RF06).
    case required
    /// May be missing.
    case optional
    /// Missing means the value that a new record has.
    case defaulted
  }

  /// The name in YAML, front matter and layouts; an English header of tables.
  package let name: String
  /// The Chinese header of tables, and the field's name in Chinese messages.
  package let header: String
  package let presence: Presence
  /// What it is, for the reference of editors.
  package let doc: String
  /// Further headers that offices use for the same column.
  package private(set) var aliases: [String] = []
  /// Whether the value is read and checked and nothing else: layouts and exports do not see it.
  package private(set) var isPrivate = false
  /// What to write instead of a field that is going to disappear; `nil` for a field that stays.
  package private(set) var successor: String?
  /// Whether it holds several values.
  package let isList: Bool
  /// What the type is called; asked for lazily because the tables of records that refer to each other are made in circles.
  package var typeName: Message { kind().typeName }
  package let valueType: ValueType
  /// Name, example, words and nested fields of the type, asked for lazily for the same reason.
  let kind: @Sendable () -> FieldKindDescription
  let decode: @Sendable (Node, inout R, inout Decoding) -> Void
  /// Reads cells of a column in the most usual form of the type; what is left is for `decode`. A whole block at a time,
  /// because a call of it is counted in memory that threads share.
  let decodeCells: @Sendable (inout ColumnCells, borrowing Span<UInt8>, inout [R]) -> Void
  let read: @Sendable (InPlace<R>, Model) -> Value
  /// The value as a tree; `nil` when there is none.
  let export: @Sendable (R) -> Node?
  /// Copies the field from one record to another.
  let copy: @Sendable (R, inout R) -> Void
  /// Resolves what the field, which has the index given, refers to; `nil` for a field that refers to nothing.
  let link: (@Sendable (inout R, inout Linking, Int) -> Void)?

  init(
    _ name: String, _ header: String, _ presence: Presence, _ doc: String, valueType: ValueType, isList: Bool = false,
    kind: @escaping @Sendable () -> FieldKindDescription,
    decode: @escaping @Sendable (Node, inout R, inout Decoding) -> Void,
    decodeCells: @escaping @Sendable (inout ColumnCells, borrowing Span<UInt8>, inout [R]) -> Void = { _, _, _ in },
    read: @escaping @Sendable (InPlace<R>, Model) -> Value, export: @escaping @Sendable (R) -> Node?,
    copy: @escaping @Sendable (R, inout R) -> Void, link: (@Sendable (inout R, inout Linking, Int) -> Void)?
  ) {
    self.name = name
    self.header = header
    self.presence = presence
    self.doc = doc
    self.valueType = valueType
    self.isList = isList
    self.kind = kind
    self.decode = decode
    self.decodeCells = decodeCells
    self.read = read
    self.export = export
    self.copy = copy
    self.link = link
  }

  /// The same field, found under `headers` as well.
  package func also(_ headers: String...) -> Field { also(headers) }

  func also(_ headers: [String]) -> Field {
    var field = self
    field.aliases += headers
    return field
  }

  /// The same field, kept from layouts and exports.
  func privately() -> Field {
    var field = self
    field.isPrivate = true
    return field
  }

  /// The same field, warned about (RF10) when it is used; `successor` says what to write instead.
  func deprecated(_ successor: String) -> Field {
    var field = self
    field.successor = successor
    return field
  }

  /// Every name under which the field is found.
  var names: [String] { [name, header] + aliases }
}

extension Field {
  /// A field that must be given.
  package static func required<V: FieldValue>(
    _ name: String, _ header: String, _ path: any WritableKeyPath<R, V> & Sendable, _ doc: String
  ) -> Field { single(name, header, .required, path, doc) }

  /// A field that, when missing, keeps the value a new record has.
  package static func defaulted<V: FieldValue>(
    _ name: String, _ header: String, _ path: any WritableKeyPath<R, V> & Sendable, _ doc: String
  ) -> Field { single(name, header, .defaulted, path, doc) }

  /// `body` for a type that refers to records, or whose records do; `nil` for all others.
  private static func linker<V: FieldValue>(
    _ type: V.Type, _ body: @escaping @Sendable (inout R, inout Linking, Int) -> Void
  ) -> (@Sendable (inout R, inout Linking, Int) -> Void)? {
    V.self is any LinkedFieldValue.Type || V.self is any ReferringRecord.Type ? body : nil
  }

  private static func single<V: FieldValue>(
    _ name: String, _ header: String, _ presence: Presence, _ path: any WritableKeyPath<R, V> & Sendable, _ doc: String
  ) -> Field {
    let field = FieldPath(path)
    return Field(
      name, header, presence, doc, valueType: V.valueType, kind: { FieldKindDescription(V.self) },
      decode: { node, record, decoding in
        if let value = V.decode(node, &decoding) { record[keyPath: path] = value }
      },
      decodeCells: { cells, bytes, records in
        cells.take { cell in
          guard let value = V.read(bytes.extracting(cell.place.content), at: cell.place.span) else { return false }
          records[cell.record][keyPath: path] = value
          return true
        }
      },
      read: { place, model in place.value(of: field).value(in: model) },
      export: { $0[keyPath: path].node },
      copy: { $1[keyPath: path] = $0[keyPath: path] },
      link: linker(V.self) { record, linking, index in
        var value = record[keyPath: path]
        linking.link(&value, of: &record, field: index)
        record[keyPath: path] = value
      })
  }

  /// A field that may be missing.
  package static func optional<V: FieldValue>(
    _ name: String, _ header: String, _ path: any WritableKeyPath<R, V?> & Sendable, _ doc: String
  ) -> Field {
    let field = FieldPath(path)
    return Field(
      name, header, .optional, doc, valueType: .optional(V.valueType), kind: { FieldKindDescription(V.self) },
      decode: { node, record, decoding in
        if let value = V.decode(node, &decoding) { record[keyPath: path] = value }
      },
      decodeCells: { cells, bytes, records in
        cells.take { cell in
          guard let value = V.read(bytes.extracting(cell.place.content), at: cell.place.span) else { return false }
          records[cell.record][keyPath: path] = value
          return true
        }
      },
      read: { place, model in place.value(of: field).map { $0.value(in: model) }.orNone },
      export: { $0[keyPath: path]?.node },
      copy: { $1[keyPath: path] = $0[keyPath: path] },
      link: linker(V.self) { record, linking, index in
        guard var value = record[keyPath: path] else { return }
        linking.link(&value, of: &record, field: index)
        record[keyPath: path] = value
      })
  }

  /// A list; missing means empty. A scalar is cut at `、`, so that a table cell can hold a list.
  package static func list<V: FieldValue>(
    _ name: String, _ header: String, _ path: any WritableKeyPath<R, [V]> & Sendable, _ doc: String,
    _ presence: Presence = .optional
  ) -> Field {
    let field = FieldPath(path)
    return Field(
      name, header, presence, doc, valueType: .list(V.valueType), isList: true, kind: { FieldKindDescription(V.self) },
      decode: { node, record, decoding in
        var values: [V] = []
        for item in node.listItems(cutAt: V.separators) {
          if !decoding.refusesBlank(item), let value = V.decode(item, &decoding) { values.append(value) }
        }
        record[keyPath: path] = values
      },
      decodeCells: { cells, bytes, records in
        cells.take { cell in
          // One value whose text needs no cutting, as most cells have.
          let text = bytes.extracting(cell.place.content)
          guard text.isWord, let value = V.read(text, at: cell.place.span) else { return false }
          records[cell.record][keyPath: path] = [value]
          return true
        }
      },
      read: { place, model in .list(place.value(of: field).map { $0.value(in: model) }) },
      export: { record in
        let values = record[keyPath: path]
        return values.isEmpty ? nil : Node(.sequence(values.map(\.node)), SourceSpan(0, 0))
      },
      copy: { $1[keyPath: path] = $0[keyPath: path] },
      link: linker(V.self) { record, linking, index in
        for position in record[keyPath: path].indices {
          var value = record[keyPath: path][position]
          linking.link(&value, of: &record, field: index)
          record[keyPath: path][position] = value
        }
      })
  }
}

extension Node {
  /// The items of a list, or the parts of a scalar cut at `separators` with their own spans; nothing for an empty scalar.
  func listItems(cutAt separators: String) -> [Node] {
    switch content {
    case .sequence(let items): return items
    case .mapping: return [self]
    case .scalar(let scalar):
      // A list of lists, of mappings or of texts with `、` stands in a cell as YAML's flow form with quotes.
      if scalar.text.hasPrefix("[{") || scalar.text.hasPrefix("[\"") || scalar.text.hasPrefix("[["),
        let items = Decoding.tree(inCell: self)?.items
      {
        return items
      }
      let text = scalar.text
      // Offsets inside the cell hold only when the text stands in the file as it is, without quotes or escapes.
      let isVerbatim = Int(span.end - span.start) == text.utf8.count
      return text.split(omittingEmptySubsequences: true) { separators.contains($0) }.map { part in
        let value = String(part).trimmed
        let blanks = part.prefix { $0.isWhitespace }.utf8.count
        let start = Int(span.start) + text[..<part.startIndex].utf8.count + blanks
        return Node(
          .scalar(Scalar(value, scalar.style)), isVerbatim ? SourceSpan(start, start + value.utf8.count) : span)
      }
    }
  }
}

extension Span<UInt8> {
  /// Whether all are ASCII letters, digits or hyphens: the text of an id, say.
  fileprivate var isWord: Bool {
    for index in indices {
      let byte = self[index]
      let isLetter = (byte | 0x20) &- UInt8(ascii: "a") < 26
      guard isLetter || byte &- UInt8(ascii: "0") < 10 || byte == UInt8(ascii: "-") else { return false }
    }
    return true
  }
}
