package import Diagnostics
package import Expressions
import Values

/// One line of a field table: the single source for decoding, header names, types, layouts and the reference.
package struct Field<R: Record>: Sendable {
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
  /// What the type is called; asked for lazily because the tables of records that refer to each other are made in circles.
  package var typeName: Message { nameOfType() }
  private let nameOfType: @Sendable () -> Message
  package let valueType: ValueType
  let decode: @Sendable (Node, inout R, inout Decoding) -> Void
  /// Reads a cell in the most usual form of the type; `false` when `decode` has to look at it.
  let decodeCell: @Sendable (borrowing Span<UInt8>, SourceSpan, inout R) -> Bool
  let read: @Sendable (R, Model) -> Value
  /// Copies the field from one record to another.
  let copy: @Sendable (R, inout R) -> Void
  /// Resolves what the field refers to; `nil` for a field that refers to nothing.
  let link: (@Sendable (inout R, inout Linking) -> Void)?

  private init<V: FieldValue>(
    _ name: String, _ header: String, _ presence: Presence, _ doc: String, type: V.Type, valueType: ValueType,
    decode: @escaping @Sendable (Node, inout R, inout Decoding) -> Void,
    decodeCell: @escaping @Sendable (borrowing Span<UInt8>, SourceSpan, inout R) -> Bool,
    read: @escaping @Sendable (R, Model) -> Value, copy: @escaping @Sendable (R, inout R) -> Void,
    link: @escaping @Sendable (inout R, inout Linking) -> Void
  ) {
    self.name = name
    self.header = header
    self.presence = presence
    self.doc = doc
    nameOfType = { V.typeName }
    self.valueType = valueType
    self.decode = decode
    self.decodeCell = decodeCell
    self.read = read
    self.copy = copy
    self.link = V.self is any LinkedFieldValue.Type ? link : nil
  }

  /// A field that must be given.
  package static func required<V: FieldValue>(
    _ name: String, _ header: String, _ path: any WritableKeyPath<R, V> & Sendable, _ doc: String
  ) -> Field { single(name, header, .required, path, doc) }

  /// A field that, when missing, keeps the value a new record has.
  package static func defaulted<V: FieldValue>(
    _ name: String, _ header: String, _ path: any WritableKeyPath<R, V> & Sendable, _ doc: String
  ) -> Field { single(name, header, .defaulted, path, doc) }

  private static func single<V: FieldValue>(
    _ name: String, _ header: String, _ presence: Presence, _ path: any WritableKeyPath<R, V> & Sendable, _ doc: String
  ) -> Field {
    Field(
      name, header, presence, doc, type: V.self, valueType: V.valueType,
      decode: { node, record, decoding in
        if let value = V.decode(node, &decoding) { record[keyPath: path] = value }
      },
      decodeCell: { cell, span, record in
        guard let value = V.read(cell, at: span) else { return false }
        record[keyPath: path] = value
        return true
      },
      read: { record, model in record[keyPath: path].value(in: model) },
      copy: { $1[keyPath: path] = $0[keyPath: path] },
      link: { record, linking in
        var value = record[keyPath: path]
        linking.link(&value, of: &record, field: name)
        record[keyPath: path] = value
      })
  }

  /// A field that may be missing.
  package static func optional<V: FieldValue>(
    _ name: String, _ header: String, _ path: any WritableKeyPath<R, V?> & Sendable, _ doc: String
  ) -> Field {
    Field(
      name, header, .optional, doc, type: V.self, valueType: .optional(V.valueType),
      decode: { node, record, decoding in
        if let value = V.decode(node, &decoding) { record[keyPath: path] = value }
      },
      decodeCell: { cell, span, record in
        guard let value = V.read(cell, at: span) else { return false }
        record[keyPath: path] = value
        return true
      },
      read: { record, model in record[keyPath: path].map { $0.value(in: model) }.orNone },
      copy: { $1[keyPath: path] = $0[keyPath: path] },
      link: { record, linking in
        guard var value = record[keyPath: path] else { return }
        linking.link(&value, of: &record, field: name)
        record[keyPath: path] = value
      })
  }

  /// A list; missing means empty. A scalar is cut at `、`, so that a table cell can hold a list.
  package static func list<V: FieldValue>(
    _ name: String, _ header: String, _ path: any WritableKeyPath<R, [V]> & Sendable, _ doc: String,
    _ presence: Presence = .optional
  ) -> Field {
    Field(
      name, header, presence, doc, type: V.self, valueType: .list(V.valueType),
      decode: { node, record, decoding in
        var values: [V] = []
        for item in node.listItems {
          if let value = V.decode(item, &decoding) { values.append(value) }
        }
        record[keyPath: path] = values
      },
      decodeCell: { _, _, _ in false },
      read: { record, model in .list(record[keyPath: path].map { $0.value(in: model) }) },
      copy: { $1[keyPath: path] = $0[keyPath: path] },
      link: { record, linking in
        for position in record[keyPath: path].indices {
          var value = record[keyPath: path][position]
          linking.link(&value, of: &record, field: name)
          record[keyPath: path][position] = value
        }
      })
  }
}

extension Node {
  /// The items of a list, or the parts of a scalar cut at `、` with their own spans; nothing for an empty scalar.
  fileprivate var listItems: [Node] {
    switch content {
    case .sequence(let items): return items
    case .mapping: return [self]
    case .scalar(let scalar):
      let parts = scalar.text.split(separator: "、", omittingEmptySubsequences: true)
      // Offsets inside the cell hold only when the text stands in the file as it is, without quotes or escapes.
      let isVerbatim = Int(span.end - span.start) == scalar.text.utf8.count
      return parts.map { part in
        let offset = scalar.text[..<part.startIndex].utf8.count
        let partSpan =
          isVerbatim
          ? SourceSpan(Int(span.start) + offset, Int(span.start) + offset + part.utf8.count) : span
        return Node(.scalar(Scalar(String(part).trimmed, scalar.style)), partSpan)
      }
    }
  }
}
