/// A set of kinds of values: what filters, tests and operators accept.
package struct ValueKinds: OptionSet, Hashable, Sendable {
  package let rawValue: UInt16
  package init(rawValue: UInt16) { self.rawValue = rawValue }

  /// `none`: an optional field that is not given, or the literal.
  package static let none = Self(rawValue: 1 << 0)
  /// `true` and `false`.
  package static let boolean = Self(rawValue: 1 << 1)
  /// Exact decimals without unit.
  package static let number = Self(rawValue: 1 << 2)
  /// Numbers that carry their unit, such as percentages and money.
  package static let quantity = Self(rawValue: 1 << 3)
  /// Plain text, escaped when it is printed.
  package static let text = Self(rawValue: 1 << 4)
  /// Finished markup, printed as it is.
  package static let html = Self(rawValue: 1 << 5)
  /// Days of the calendar.
  package static let date = Self(rawValue: 1 << 6)
  /// Paths inside the portal.
  package static let link = Self(rawValue: 1 << 7)
  /// Lists; tuples are lists too.
  package static let list = Self(rawValue: 1 << 8)
  /// Names to values, as a mapping literal or a context gives them.
  package static let mapping = Self(rawValue: 1 << 9)
  /// Records of the model and views made for a page.
  package static let record = Self(rawValue: 1 << 10)
  /// What a look-up did not find; few but `default` and `is defined` accept it.
  package static let undefined = Self(rawValue: 1 << 11)

  /// Everything there is.
  package static let any = Self(rawValue: (1 << 12) - 1)
  /// Everything but what is missing.
  package static let present: Self = [
    .boolean, .number, .quantity, .text, .html, .date, .link, .list, .mapping, .record,
  ]
  /// Text and finished markup.
  package static let textual: Self = [.text, .html]
  /// What `for` walks.
  package static let iterable: Self = [.list, .mapping, .text, .html]
  /// What can be printed into a page.
  package static let printable: Self = [.number, .quantity, .text, .html, .date, .link]
  /// What only Jinja prints, as Python writes it: `None`, `True`, `[1, 2]`.
  package static let pythonLiteral: Self = [.none, .boolean, .list, .mapping]
  /// What has an order among its own kind.
  package static let ordered: Self = [.number, .quantity, .text, .html, .date, .boolean, .list]

  /// The kinds that have an order among each other.
  package static let orders: [Self] = [[.number, .boolean], .textual, .date, .list, .quantity]

  private static let names: [(kind: Self, zh: String, en: String)] = [
    (.text, "文字", "text"), (.html, "标记", "markup"), (.number, "数", "number"), (.quantity, "带单位的数", "quantity"),
    (.date, "日期", "date"), (.link, "链接", "link"), (.boolean, "真假值", "boolean"), (.list, "列表", "list"),
    (.mapping, "映射", "mapping"), (.record, "记录", "record"), (.none, "空值", "none"),
    (.undefined, "未定义", "undefined"),
  ]

  /// `文字或列表`.
  package var chinese: String { Self.names.filter { contains($0.kind) }.map(\.zh).joined(separator: "或") }
  /// `text or list`.
  package var english: String { Self.names.filter { contains($0.kind) }.map(\.en).joined(separator: " or ") }
}

extension Value {
  /// The one kind this value is of.
  package var kind: ValueKinds {
    switch self {
    case .none: .none
    case .boolean: .boolean
    case .number: .number
    case .quantity: .quantity
    case .text: .text
    case .html: .html
    case .date: .date
    case .link: .link
    case .list: .list
    case .mapping: .mapping
    case .record: .record
    case .undefined: .undefined
    }
  }
}

extension ValueType {
  /// The kinds a value of this type may be of.
  package var kinds: ValueKinds {
    switch self {
    case .any: .any
    case .boolean: .boolean
    case .number: .number
    case .text: .text
    case .html: .html
    case .date: .date
    case .link: .link
    case .quantity: .quantity
    case .list: .list
    case .mapping: .mapping
    case .parts(let parts): parts.names == nil ? .list : .mapping
    case .either(let kinds): kinds
    case .record: .record
    case .optional(let wrapped): wrapped.kinds.union(.none)
    }
  }
}
