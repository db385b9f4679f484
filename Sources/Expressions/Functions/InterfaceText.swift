import Values

/// A string of the interface in one language: `{name}` stands for an argument of `t(…)`.
///
/// A language that tells one from many gives both forms; `n` decides which is meant.
package struct InterfaceText: Hashable, Sendable, ExpressibleByStringLiteral {
  /// The name of the argument that decides between the forms.
  package static let countArgument = "n"

  /// The form for exactly one; `nil` when one form serves all numbers, as in Chinese.
  package var one: String?
  package var other: String

  package init(one: String? = nil, other: String) {
    self.one = one
    self.other = other
  }

  package init(stringLiteral text: String) { self.init(other: text) }

  /// Names of the arguments that the forms use, `n` included when it decides between them.
  ///
  /// - Complexity: O(length).
  package var arguments: Set<String> {
    var names: Set<String> = one == nil ? [] : [Self.countArgument]
    for form in [one, other].compactMap(\.self) {
      for case .placeholder(let name) in StringPattern.parts(of: form) { names.insert(name) }
    }
    return names
  }

  /// Whether a count asks for the form of one: the number 1, with or without a unit, or the text that prints it.
  static func isOne(_ count: Value) -> Bool {
    switch count {
    case .number(let number): number == Decimal(1)
    case .quantity(let quantity): quantity.amount == Decimal(1)
    case .text(let text): text == "1"
    case .none, .boolean, .html, .date, .link, .list, .mapping, .record, .undefined: false
    }
  }
}
