import Values

/// The state of a loop as a value: what `{% set outer = loop %}` keeps.
final class LoopRecord: RecordValue {
  static let type = RecordType(
    "loop",
    LoopField.allCases.map { field in
      RecordType.Attribute(field.rawValue, field.type, doc: "")
    })

  private let state: LoopState

  init(_ state: LoopState) { self.state = state }

  var recordType: RecordType { Self.type }
  var identity: String { "loop" }
  func value(at index: Int, of type: ObjectIdentifier) -> Value? {
    ObjectIdentifier(recordType) == type ? value(at: index) : nil
  }
  func value(at index: Int) -> Value { state.value(LoopField.allCases[index]) }
}

/// Where a loop is.
struct LoopState {
  /// From 0.
  let position: Int
  let total: Int
  /// What is walked; none where no field that looks at it is asked for.
  let items: Value

  func value(_ field: LoopField) -> Value {
    switch field {
    case .index: .number(Decimal(position + 1))
    case .index0: .number(Decimal(position))
    case .revindex: .number(Decimal(total - position))
    case .revindex0: .number(Decimal(total - position - 1))
    case .first: .boolean(position == 0)
    case .last: .boolean(position == total - 1)
    case .length: .number(Decimal(total))
    case .previtem: item(position - 1, "previtem")
    case .nextitem: item(position + 1, "nextitem")
    case .depth: .number(Decimal(1))
    case .depth0: .number(Decimal(0))
    }
  }

  private func item(_ index: Int, _ name: String) -> Value {
    guard case .list(let list) = items, list.indices.contains(index) else {
      return .undefined(Undefined(.attribute(owner: "loop", name: name)))
    }
    return list[index]
  }
}

extension LoopField {
  /// Whether the field looks at the items themselves.
  package var needsItems: Bool { self == .previtem || self == .nextitem }

  /// The neighbour that is there when the field counts as true.
  var neighbourWhenTrue: LoopField? {
    switch self {
    case .index0: .previtem
    case .revindex0: .nextitem
    case .first, .last, .index, .revindex, .length, .depth, .depth0, .previtem, .nextitem: nil
    }
  }

  /// The neighbour that is there when the field is more than one.
  var neighbourAboveOne: LoopField? {
    switch self {
    case .index: .previtem
    case .revindex: .nextitem
    case .index0, .revindex0, .first, .last, .length, .depth, .depth0, .previtem, .nextitem: nil
    }
  }

  /// The neighbour that is there when the field does not.
  var neighbourWhenFalse: LoopField? {
    switch self {
    case .first: .previtem
    case .last: .nextitem
    case .index, .index0, .revindex, .revindex0, .length, .depth, .depth0, .previtem, .nextitem: nil
    }
  }

  /// What layouts know of the field before rendering. The neighbours are `.any`: at the ends of the list there is none.
  package var type: ValueType {
    switch self {
    case .first, .last: .boolean
    case .index, .index0, .revindex, .revindex0, .length, .depth, .depth0: .number
    case .previtem, .nextitem: .any
    }
  }
}

/// One group of `groupby`: what the items have in common, and the items.
final class GroupRecord: RecordValue {
  let grouper: Value
  let items: [Value]

  init(_ items: [Value], sharing grouper: Value) {
    self.items = items
    self.grouper = grouper
  }

  /// What the types of groups are called; no kind of the model is.
  static let typeName = "group"

  static let untyped = RecordType(
    typeName, [.init("grouper", .any, doc: "What the items share"), .init("list", .list(.any), doc: "The items")])

  /// The group type for items of `element`; `grouper` is the type of the attribute.
  static func type(grouper: ValueType, element: ValueType) -> RecordType {
    RecordType(
      typeName,
      [
        .init("grouper", grouper, doc: "What the items share"),
        .init("list", .list(element), doc: "The items in their order"),
      ])
  }

  /// The part that a pair has at a place, from the end when negative; `nil` when it has none there.
  static func index(of place: Int) -> Int? { (-2..<2).contains(place) ? (place + 2) % 2 : nil }

  var recordType: RecordType { Self.untyped }
  var identity: String { "group" }
  func value(at index: Int, of type: ObjectIdentifier) -> Value? {
    ObjectIdentifier(recordType) == type ? value(at: index) : nil
  }
  func value(at index: Int) -> Value { index == 0 ? grouper : .list(items) }
}
