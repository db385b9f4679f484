package import Diagnostics

/// What is to be known of the type of a field.
struct FieldKindDescription: Sendable {
  var typeName: Message
  var example: String
  var words: [String]
  var nestedFields: [FieldReference]?
  /// As `FieldValue.units`.
  var units: [String] = []

  init<V: FieldValue>(_ type: V.Type) {
    self.init(typeName: V.typeName, example: V.example, words: V.words, nestedFields: V.nestedFields)
    units = V.units
  }

  init(typeName: Message, example: String, words: [String] = [], nestedFields: [FieldReference]? = nil) {
    self.typeName = typeName
    self.example = example
    self.words = words
    self.nestedFields = nestedFields
  }
}

/// A field as the reference of editors shows it, whatever record it belongs to.
package struct FieldReference: Sendable {
  package let name: String
  /// The Chinese header.
  package let header: String
  /// Further headers.
  package let aliases: [String]
  package let isRequired: Bool
  /// Whether a missing value has a default.
  package let isDefaulted: Bool
  package let isList: Bool
  package let isPrivate: Bool
  /// What to write instead; `nil` for a field that stays.
  package let successor: String?
  package let typeName: Message
  /// A right value.
  package let example: String
  /// The words there are; empty for an open set.
  package let words: [String]
  /// Fields of a nested record.
  package let nested: [FieldReference]
  package let doc: String

  init<R: FieldBearer>(_ field: Field<R>) {
    let kind = field.kind()
    name = field.name
    header = field.header
    aliases = field.aliases
    isRequired = field.presence == .required
    isDefaulted = field.presence == .defaulted
    isList = field.isList
    isPrivate = field.isPrivate
    successor = field.successor
    typeName = kind.typeName
    example = kind.example
    words = kind.words
    nested = kind.nestedFields ?? []
    doc = field.doc
  }
}
