/// A record as expressions see it: attributes by index, resolved when the expression is compiled. An object, because values
/// are copied all the time and an object is copied by counting one reference.
package protocol RecordValue: AnyObject, Sendable {
  /// The attributes there are; the same object for all values of one kind.
  var recordType: RecordType { get }
  /// The value of attribute `index` of `recordType.attributes`; `.none` when an optional one is not given.
  func value(at index: Int) -> Value
  /// The same, or `nil` when its type is not the one of that identity: asked for every attribute that is read, so that each
  /// class answers for itself in one call instead of handing its type out.
  func value(at index: Int, of type: ObjectIdentifier) -> Value?
  /// What makes two records the same thing (`==` in layouts): kind and id.
  var identity: String { get }
  /// Whether the record belongs to the model and not to one page: it is known by its identity, and what is read of it is
  /// noted.
  var isShared: Bool { get }
  /// Notes that attribute `index` is read; nothing for records that are not shared.
  func note(readOf index: Int, in log: ReadLog)
}

extension RecordValue {
  /// A record that only one page has.
  package var isShared: Bool { false }
  /// Nothing.
  package func note(readOf index: Int, in log: ReadLog) {}
}

/// The attributes of a kind of record, with their types. Made once from a field table.
package final class RecordType: Sendable {
  /// One attribute: what layouts write behind the dot.
  package struct Attribute: Sendable {
    package let name: String
    package let type: ValueType
    /// What it is, for the generated reference.
    package let doc: String

    package init(_ name: String, _ type: ValueType, doc: String) {
      self.name = name
      self.type = type
      self.doc = doc
    }
  }

  /// The kind's name in messages (`course`).
  package let name: String
  package let attributes: [Attribute]
  private let indices: [String: Int]

  /// - Precondition: attribute names are unique.
  package init(_ name: String, _ attributes: [Attribute]) {
    self.name = name
    self.attributes = attributes
    indices = Dictionary(uniqueKeysWithValues: attributes.enumerated().map { ($1.name, $0) })
  }

  /// The index of the attribute called `name`.
  package func index(of name: String) -> Int? { indices[name] }
}
