extension ValueType {
  /// Whether the value may be absent.
  package var isOptional: Bool { if case .optional = self { true } else { false } }

  /// Whether nothing is known.
  package var isAny: Bool { if case .any = self { true } else { false } }

  /// Whether it may be of several kinds.
  var isUnsure: Bool {
    switch self {
    case .any, .either: true
    case .boolean, .number, .text, .html, .date, .link, .quantity, .list, .mapping, .parts, .record, .optional: false
    }
  }

  /// The type when the value is known to be there.
  package var present: ValueType {
    if case .optional(let wrapped) = self { wrapped.present } else { self }
  }

  /// What it is when it counts as false; `nil` for what always counts as true.
  var whenFalse: ValueType? {
    switch self {
    case .record, .date, .link: nil
    case .optional(let wrapped): .optional(wrapped.whenFalse ?? .any)
    case .any, .boolean, .number, .text, .html, .quantity, .list, .mapping, .parts, .either: self
    }
  }

  /// What `for` binds when it walks a value of this type; `any` where that is not known.
  package var element: ValueType {
    switch self {
    case .list(let element): element
    case .text, .html, .mapping: .text
    case .parts(let parts): parts.names == nil ? parts.all : .text
    case .optional(let wrapped): wrapped.element
    case .any, .boolean, .number, .date, .link, .quantity, .either, .record: .any
    }
  }

  /// Whether several names may take the parts of a value, as those of a list: `{% for name, group in … %}`.
  package var hasParts: Bool {
    switch self {
    case .any, .text, .html, .list, .mapping, .parts: true
    case .record(let type): type().isPair
    case .either(let kinds): !kinds.isDisjoint(with: [.list, .mapping, .text, .html, .record])
    case .boolean, .number, .date, .link, .quantity, .optional: false
    }
  }

  /// How many parts the value has that several names may take; `nil` where that is not known.
  package var numberOfParts: Int? {
    switch self {
    case .parts(let parts) where parts.names == nil: parts.types.count
    case .record: 2
    case .any, .text, .html, .list, .mapping, .parts, .either, .boolean, .number, .date, .link, .quantity, .optional:
      nil
    }
  }

  /// A text that is equal for equal types: the key under which a macro checked for these types is remembered.
  package var key: String {
    switch self {
    case .any: "any"
    case .boolean: "boolean"
    case .number: "number"
    case .text: "text"
    case .html: "html"
    case .date: "date"
    case .link: "link"
    case .mapping: "mapping"
    case .quantity(let unit): "quantity " + unit.rawValue
    case .either(let kinds): "either \(kinds.rawValue)"
    case .list(let element): "[" + element.key + "]"
    case .parts(let parts): parts.key
    case .record(let type): type().key
    case .optional(let wrapped): wrapped.key + "?"
    }
  }

  /// The type of a value that is of one type or the other.
  package func joined(with other: ValueType) -> ValueType {
    if key == other.key { return self }
    switch (self, other) {
    case (.optional(let left), let right), (let right, .optional(let left)):
      if case .any = left { return .optional(right.present) }
      return .optional(left.present.joined(with: right.present))
    case (.list(let left), .list(let right)): return .list(left.joined(with: right))
    case (.parts(let left), .parts(let right)): return .joined(left, right)
    case (.parts(let parts), .list(let other)), (.list(let other), .parts(let parts)):
      return parts.names == nil ? .list(parts.all.joined(with: other)) : either(other)
    case (.parts, .mapping), (.mapping, .parts): return kinds == other.kinds ? .mapping : either(other)
    case (.text, .html), (.html, .text): return .text
    case (.record(let left), .record(let right)):
      guard let common = left().joined(with: right()) else { return .either(.record) }
      return .record { common }
    default: return either(other)
    }
  }

  /// One of the kinds of two types; nothing is known when nothing is known of one of them.
  private func either(_ other: ValueType) -> ValueType {
    isAny || other.isAny ? .any : .either(kinds.union(other.kinds))
  }

  /// Whether every value of the type is of one of these kinds, as far as is known: `any` may be.
  package func fits(_ wanted: ValueKinds) -> Bool { isAny || wanted.contains(present.kinds) }

  /// The same for a record of which the attribute is known to be there.
  func giving(_ name: String) -> ValueType {
    guard case .record(let make) = self else { return self }
    let type = make().giving(name)
    return .record { type }
  }

  /// The name for messages: `课程 (course) 的列表` is written `list of course`.
  package var english: String {
    switch self {
    case .any: "any value"
    case .quantity(let unit): "quantity (\(unit.rawValue))"
    case .list(.any): "list"
    case .list(let element): "list of \(element.english)"
    case .record(let type): "record \(type().name(joinedBy: " or "))"
    case .optional(let wrapped): "optional \(wrapped.english)"
    case .boolean, .number, .text, .html, .date, .link, .mapping, .either: kinds.english
    case .parts: if case .list = alike { alike.english } else { kinds.english }
    }
  }

  /// The name for messages in Chinese.
  package var chinese: String {
    switch self {
    case .any: "任意值"
    case .quantity(let unit): "带单位的数（\(unit.rawValue)）"
    case .list(.any): "列表"
    case .list(let element): "\(element.chinese)的列表"
    case .record(let type): "记录 \(type().name(joinedBy: " 或 "))"
    case .optional(let wrapped): "可缺的\(wrapped.chinese)"
    case .boolean, .number, .text, .html, .date, .link, .mapping, .either: kinds.chinese
    case .parts: if case .list = alike { alike.chinese } else { kinds.chinese }
    }
  }
}
