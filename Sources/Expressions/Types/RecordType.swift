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
  /// The type as it was made, of one of which more is known.
  private let whole: RecordType?
  /// Names of attributes that are known to be there.
  private let given: Set<String>

  /// - Precondition: attribute names are unique.
  package init(_ name: String, _ attributes: [Attribute]) {
    self.name = name
    self.attributes = attributes
    whole = nil
    given = []
    indices = Dictionary(uniqueKeysWithValues: attributes.enumerated().map { ($1.name, $0) })
  }

  private init(_ whole: RecordType, given: Set<String>) {
    name = whole.name
    attributes = whole.attributes.map {
      given.contains($0.name) ? Attribute($0.name, $0.type.present, doc: $0.doc) : $0
    }
    indices = whole.indices
    self.whole = whole
    self.given = given
  }

  /// The type of records of which the attribute is known to be there.
  func giving(_ name: String) -> RecordType {
    guard let index = index(of: name), attributes[index].type.isOptional else { return self }
    return RecordType(whole ?? self, given: given.union([name]))
  }

  /// What is known of records of which some are of this type and some of another; `nil` when they are of different kinds.
  func joined(with other: RecordType) -> RecordType? {
    let kind = whole ?? self
    guard kind === other.whole ?? other else { return nil }
    let common = given.intersection(other.given)
    return common.isEmpty ? kind : RecordType(kind, given: common)
  }

  /// Whether its records are the pairs of `groupby`, which are lists too.
  var isPair: Bool { name == GroupRecord.typeName }

  /// By what records say that they are of the kind.
  var identity: ObjectIdentifier { ObjectIdentifier(whole ?? self) }

  /// Names kind and object, and what is known: two kinds of one name stay different.
  var key: String {
    let kind = name + " " + String(UInt(bitPattern: identity.hashValue), radix: 36)
    return given.isEmpty ? kind : kind + " with " + given.sorted().joined(separator: ",")
  }

  /// The index of the attribute called `name`.
  package func index(of name: String) -> Int? { indices[name] }
}
