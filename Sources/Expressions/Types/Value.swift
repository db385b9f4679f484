package import Values

/// What an expression evaluates to.
///
/// Numbers are exact; text and markup are different things, so that nothing is escaped twice or not at all. Values are copied
/// all the time, so that none is larger than a number with its unit: what is, is kept apart and counted.
package enum Value: Sendable {
  /// Nothing: an optional field that is not given, JSON `null`.
  case none
  case boolean(Bool)
  case number(Decimal)
  /// A number that prints with its unit (`91.3%`, `1,800元`).
  case quantity(Quantity)
  case text(String)
  /// Finished markup: printed as it is where text is expected, refused inside attributes.
  case html(Markup)
  case date(CalendarDate)
  /// A path inside the portal (`courses/x/`, no leading slash); printed relative to the page that shows it.
  indirect case link(SitePath)
  case list([Value])
  /// Names to values in the order given: a mapping of a dynamic context.
  case mapping(OrderedMapping)
  case record(any RecordValue)
  /// What a strict lookup found missing; only `default` and tests may touch it. Made by evaluation, never handed in.
  case undefined(Undefined)
}

/// Finished markup in UTF-8.
package struct Markup: Hashable, Sendable {
  package var bytes: [UInt8]
  package init(_ bytes: [UInt8]) { self.bytes = bytes }
}

/// Names to values, in source order; names are unique.
package struct OrderedMapping: Sendable {
  package var entries: [(name: String, value: Value)]
  package init(_ entries: [(name: String, value: Value)]) { self.entries = entries }
  /// The value of `name`; a linear search, mappings of contexts are small.
  package subscript(name: String) -> Value? { entries.first { $0.name == name }?.value }
}

/// An exact amount with its unit.
package struct Quantity: Hashable, Sendable {
  package var amount: Decimal
  package var unit: Unit
  package init(_ amount: Decimal, _ unit: Unit) {
    self.amount = amount
    self.unit = unit
  }
}

/// The units of the domain. A number with a unit is never added to one with another.
package enum Unit: String, Sendable, CaseIterable {
  case minutes, classHours, hours, credits, points, people, percent, money
}
