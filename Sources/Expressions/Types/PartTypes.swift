import Values

/// What is known of each part of a list or a mapping that a layout writes out: `(page.title, page.url)`, `{'a': 1}`.
package struct PartTypes: Sendable {
  /// Types of more parts than these, all parts of parts counted, are taken together: they could double at every level.
  static let sizeLimit = 100

  /// The names of a mapping, each once; `nil` for a list.
  package let names: [String]?
  /// Of each item, or under each name.
  package let types: [ValueType]
  /// What is under all names, of which some are computed; then there are no names.
  package let others: ValueType?

  /// The type under a name; `nil` when the mapping does not have it.
  func type(of name: String) -> ValueType? { names?.firstIndex(of: name).map { types[$0] } ?? others }

  /// The type of the item at a place that is written out, else what all of them have in common.
  func type(at index: Value?) -> ValueType {
    guard names == nil, let place = index?.numeric?.integer else { return all }
    let fromStart = place < 0 ? types.count + place : place
    return types.indices.contains(fromStart) ? types[fromStart] : all
  }

  /// A text that is equal for equal types; lists of items that are alike are equal whatever their length.
  var key: String {
    let keys = types.map(\.key)
    guard let names else {
      return Set(keys).count == 1 ? "[" + keys[0] + "]" : "(" + keys.joined(separator: ",") + ")"
    }
    return "{" + zip(names, keys).map { $0 + ":" + $1 }.joined(separator: ",") + "|" + (others?.key ?? "") + "}"
  }

  /// What all parts have in common.
  var all: ValueType { ValueType.joined(types + [others].compactMap { $0 }) }
}

extension ValueType {
  /// The type of a list of items with these types.
  package static func list(of types: [ValueType]) -> ValueType {
    guard !types.isEmpty, size(of: types) <= PartTypes.sizeLimit else { return .list(joined(types)) }
    return .parts(PartTypes(names: nil, types: types, others: nil))
  }

  /// The type of a mapping with these values; `nil` stands for a name that is computed. The last one of a name counts.
  package static func mapping(of pairs: [(name: String?, type: ValueType)]) -> ValueType {
    var names: [String] = []
    var types: [String: ValueType] = [:]
    for case (let name?, let type) in pairs where types.updateValue(type, forKey: name) == nil { names.append(name) }
    let found = names.compactMap { types[$0] }
    guard !pairs.contains(where: { $0.name == nil }), size(of: found) <= PartTypes.sizeLimit else {
      return others(joined(pairs.map(\.type)))
    }
    return .parts(PartTypes(names: names, types: found, others: nil))
  }

  /// A mapping with values of one type under names that are not known.
  private static func others(_ type: ValueType) -> ValueType {
    .parts(PartTypes(names: [], types: [], others: size(of: [type]) <= PartTypes.sizeLimit ? type : type.unknown))
  }

  /// What values of all these types have in common.
  static func joined(_ types: [ValueType]) -> ValueType {
    guard let first = types.first else { return .any }
    return types.dropFirst().reduce(first) { $0.joined(with: $1) }
  }

  /// The type of a value that is like one of two lists or mappings.
  static func joined(_ left: PartTypes, _ right: PartTypes) -> ValueType {
    guard let first = left.names, let second = right.names else {
      guard left.names == nil, right.names == nil else { return .either([.list, .mapping]) }
      guard left.types.count == right.types.count else { return .list(left.all.joined(with: right.all)) }
      return list(of: zip(left.types, right.types).map { $0.joined(with: $1) })
    }
    guard left.others == nil, right.others == nil else { return others(left.all.joined(with: right.all)) }
    return mapping(
      of: (first + second.filter { !first.contains($0) }).map { name in
        guard let one = left.type(of: name), let other = right.type(of: name) else {
          let type = left.type(of: name) ?? right.type(of: name) ?? .any
          return (name, .optional(type.present))
        }
        return (name, one.joined(with: other))
      })
  }

  /// A list or mapping whose parts are not told apart.
  package var alike: ValueType {
    if case .parts(let parts) = self, parts.names == nil { .list(parts.all) } else { self }
  }

  /// The list that a pair of `groupby` is.
  var partsOfPair: ValueType? {
    guard case .record(let make) = self, let first = make().part(at: 0), let second = make().part(at: 1) else {
      return nil
    }
    return .list(of: [first, second])
  }

  /// The type of the first item, or of the last.
  func end(_ place: Int) -> ValueType {
    guard case .parts(let parts) = present, parts.names == nil,
      let type = place == 0 ? parts.types.first : parts.types.last
    else { return element }
    return type
  }

  /// Whether something in the value may be absent, at any depth; records are asked themselves.
  package var mayHoldNone: Bool {
    switch self {
    case .optional: true
    case .list(let element): element.mayHoldNone
    case .parts(let parts): (parts.types + [parts.others].compactMap { $0 }).contains(where: \.mayHoldNone)
    case .any, .boolean, .number, .text, .html, .date, .link, .quantity, .mapping, .either, .record: false
    }
  }

  /// A value of which only this is known: whether it may be absent.
  package var unknown: ValueType { isOptional ? .optional(.any) : .any }

  /// How many types this one is made of, up to a little more than the limit.
  private static func size(of types: [ValueType]) -> Int {
    var (rest, count) = (types, 0)
    while let type = rest.popLast(), count <= PartTypes.sizeLimit {
      count += 1
      switch type {
      case .optional(let wrapped), .list(let wrapped): rest.append(wrapped)
      case .parts(let parts): rest += parts.types + [parts.others].compactMap { $0 }
      case .any, .boolean, .number, .text, .html, .date, .link, .quantity, .mapping, .either, .record: break
      }
    }
    return count
  }
}
