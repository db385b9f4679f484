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
  /// The kinds of which its records are one each, which are never such types themselves; empty for a kind. A type of several
  /// kinds has no attributes by index: they are looked up by their names.
  private let alternatives: [RecordType]
  /// More kinds than these are any record.
  private static let alternativesLimit = 16

  /// - Precondition: attribute names are unique.
  package init(_ name: String, _ attributes: [Attribute]) {
    self.name = name
    self.attributes = attributes
    whole = nil
    given = []
    alternatives = []
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
    alternatives = []
  }

  /// - Precondition: none of the kinds is itself of several.
  private init(alternatives: [RecordType]) {
    name = alternatives.map(\.name).joined(separator: " or ")
    attributes = []
    indices = [:]
    whole = nil
    given = []
    self.alternatives = alternatives
  }

  /// Whether its records are of several kinds.
  var isOfSeveralKinds: Bool { !alternatives.isEmpty }

  /// The kinds of which its records may be.
  private var kinds: [RecordType] { isOfSeveralKinds ? alternatives : [self] }

  /// The names of the kinds in messages, with a word between.
  func name(joinedBy word: String) -> String {
    var names: [String] = []
    for kind in kinds where !names.contains(kind.name) { names.append(kind.name) }
    return names.joined(separator: word)
  }

  /// The type of the attribute called `name`, which may be absent when only some kinds have it; `nil` when none has.
  ///
  /// - Complexity: O(kinds).
  func type(of name: String) -> ValueType? {
    guard isOfSeveralKinds else { return index(of: name).map { attributes[$0].type } }
    let types = alternatives.compactMap { $0.type(of: name) }
    guard !types.isEmpty else { return nil }
    let joined = ValueType.joined(types)
    return types.count == alternatives.count ? joined : .optional(joined.present)
  }

  /// The names of all attributes that some of its records have.
  var attributeNames: [String] { kinds.flatMap { $0.attributes.map(\.name) } }

  /// The type of records of which the attribute is known to be there.
  func giving(_ name: String) -> RecordType {
    if isOfSeveralKinds {
      let having = alternatives.filter { $0.index(of: name) != nil }.map { $0.giving(name) }
      return having.isEmpty ? self : having.count == 1 ? having[0] : RecordType(alternatives: having)
    }
    guard let index = index(of: name), attributes[index].type.isOptional else { return self }
    return RecordType(whole ?? self, given: given.union([name]))
  }

  /// What is known of records of which some are of this type and some of another; `nil` when they are of too many kinds.
  func joined(with other: RecordType) -> RecordType? {
    let kind = whole ?? self
    if kind === other.whole ?? other {
      let common = given.intersection(other.given)
      return common.isEmpty ? kind : RecordType(kind, given: common)
    }
    var all = kinds
    for type in other.kinds {
      if let index = all.firstIndex(where: { $0.identity == type.identity }) {
        all[index] = all[index].joined(with: type) ?? type
      } else {
        all.append(type)
      }
    }
    return all.count > Self.alternativesLimit ? nil : RecordType(alternatives: all)
  }

  /// Whether its records are the pairs of `groupby`, which are lists too.
  var isPair: Bool { kinds.allSatisfy { $0.name == GroupRecord.typeName } }

  /// The type of what stands at a place of the pairs of `groupby`; other records have no places.
  package func part(at place: Int) -> ValueType? {
    guard isPair, let index = GroupRecord.index(of: place) else { return nil }
    return type(of: GroupRecord.untyped.attributes[index].name)
  }

  /// By what records say that they are of the kind.
  var identity: ObjectIdentifier { ObjectIdentifier(whole ?? self) }

  /// Names kind and object, and what is known: two kinds of one name stay different.
  var key: String {
    guard !isOfSeveralKinds else { return "one of " + alternatives.map(\.key).sorted().joined(separator: ";") }
    let kind = name + " " + String(UInt(bitPattern: identity.hashValue), radix: 36)
    return given.isEmpty ? kind : kind + " with " + given.sorted().joined(separator: ",")
  }

  /// The index of the attribute called `name`.
  package func index(of name: String) -> Int? { indices[name] }
}
