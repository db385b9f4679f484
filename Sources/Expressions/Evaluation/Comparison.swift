import Values

/// Equality and order of values, as in Python.
package enum Comparison {
  /// Whether `left symbol right` is true. Equality takes any two values; an order between values of different kinds, or
  /// of kinds without one, is `.differentValues`, and `in` something that holds nothing is `.wrongValue`.
  ///
  /// - Throws: also `.tooLarge` when more is looked at than `effort` has left: a list of twice itself, forty times, has a
  ///   billion items in a few bytes.
  package static func holds(
    _ left: Value, _ symbol: ComparisonOperator, _ right: Value, _ effort: inout Effort
  ) throws(EvaluationFailure) -> Bool {
    switch symbol {
    case .equal: try areEqual(left, right, &effort)
    case .notEqual: !(try areEqual(left, right, &effort))
    case .less: try order(left, right, symbol, &effort) < 0
    case .lessOrEqual: try order(left, right, symbol, &effort) <= 0
    case .greater: try order(left, right, symbol, &effort) > 0
    case .greaterOrEqual: try order(left, right, symbol, &effort) >= 0
    case .contained: try contains(right, left, &effort)
    case .notContained: !(try contains(right, left, &effort))
    }
  }

  /// Whether two values are the same thing; values of different kinds never are.
  package static func areEqual(
    _ left: Value, _ right: Value, _ effort: inout Effort
  ) throws(EvaluationFailure) -> Bool {
    switch (left, right) {
    case (.text(let first), .text(let second)): return areEqual(first, second)
    case (.number(let first), .number(let second)): return first == second
    default: return try areEqualOtherwise(left, right, &effort)
    }
  }

  /// The same where one of them is no bare text or number, or they are of different kinds.
  private static func areEqualOtherwise(
    _ left: Value, _ right: Value, _ effort: inout Effort
  ) throws(EvaluationFailure) -> Bool {
    if let first = left.comparableAmount(with: right), let second = right.comparableAmount(with: left) {
      return first == second
    }
    if let first = left.textual, let second = right.textual { return areEqual(first, second) }
    switch (left, right) {
    case (.none, .none): return true
    case (.quantity(let first), .quantity(let second)): return first == second
    case (.date(let first), .date(let second)): return first == second
    case (.link(let first), .link(let second)): return first == second
    case (.list(let first), .list(let second)):
      guard first.count == second.count else { return false }
      for (one, other) in zip(first, second) {
        try effort.spend(Effort.comparison)
        guard try areEqual(one, other, &effort) else { return false }
      }
      return true
    case (.mapping(let first), .mapping(let second)):
      guard first.entries.count == second.entries.count else { return false }
      for entry in first.entries {
        try effort.spend(Effort.comparison)
        guard let other = second[entry.name], try areEqual(entry.value, other, &effort) else { return false }
      }
      return true
    case (.record(let first), .record(let second)): return first.identity == second.identity
    default: return false
    }
  }

  /// Negative, zero or positive.
  static func order(
    _ left: Value, _ right: Value, _ symbol: ComparisonOperator, _ effort: inout Effort
  ) throws(EvaluationFailure) -> Int {
    if case .number(let first) = left, case .number(let second) = right {
      return first < second ? -1 : first == second ? 0 : 1
    }
    if let first = left.comparableAmount(with: right), let second = right.comparableAmount(with: left) {
      return first < second ? -1 : first == second ? 0 : 1
    }
    if let first = left.textual, let second = right.textual { return order(first, second) }
    switch (left, right) {
    case (.quantity(let first), .quantity(let second)) where first.unit == second.unit:
      return first.amount < second.amount ? -1 : first.amount == second.amount ? 0 : 1
    case (.date(let first), .date(let second)): return first < second ? -1 : first == second ? 0 : 1
    case (.list(let first), .list(let second)):
      for (one, other) in zip(first, second) {
        try effort.spend(Effort.comparison)
        if !(try areEqual(one, other, &effort)) { return try order(one, other, symbol, &effort) }
      }
      return first.count - second.count
    default: throw .differentValues(of: symbol.rawValue, left: left.kind, right: right.kind)
    }
  }

  /// Whether two texts have the same code points.
  private static func areEqual(_ left: String, _ right: String) -> Bool {
    guard left.utf8.count == right.utf8.count else { return false }
    let (first, second) = (left.utf8Span.span, right.utf8Span.span)
    for index in first.indices where first[index] != second[index] { return false }
    return true
  }

  /// By code points, which is the order of UTF-8 bytes.
  static func order(_ left: String, _ right: String) -> Int {
    areEqual(left, right) ? 0 : left.utf8.lexicographicallyPrecedes(right.utf8) ? -1 : 1
  }

  /// `item in container`.
  static func contains(
    _ container: Value, _ item: Value, _ effort: inout Effort
  ) throws(EvaluationFailure) -> Bool {
    try effort.spend(on: container)
    switch container {
    case .list(let items):
      for other in items {
        if case .undefined(let undefined) = other { throw .undefined(undefined.reason) }
        if try areEqual(other, item, &effort) { return true }
      }
      return false
    case .mapping(let mapping): return (item.textual ?? item.numeric?.description).map { mapping[$0] != nil } ?? false
    case .text, .html:
      guard let text = container.textual, let part = item.textual else {
        throw .wrongValue(of: "in", found: item.kind, wanted: .text)
      }
      return TextSearch.firstIndex(of: Array(part.utf8), in: Array(text.utf8), from: 0) != nil
    case .none, .boolean, .number, .quantity, .date, .link, .record, .undefined:
      throw .wrongValue(of: "in", found: container.kind, wanted: .iterable)
    }
  }
}

/// Finding bytes in bytes.
enum TextSearch {
  /// The offset of the first occurrence at or behind `start`.
  ///
  /// - Complexity: O(length) in the common case; the needles are short literals of layouts.
  static func firstIndex(of needle: [UInt8], in haystack: [UInt8], from start: Int) -> Int? {
    guard let first = needle.first else { return start <= haystack.count ? start : nil }
    var index = start
    while index + needle.count <= haystack.count {
      if haystack[index] == first, haystack[index..<(index + needle.count)].elementsEqual(needle) { return index }
      index += 1
    }
    return nil
  }
}

extension Value {
  /// Text, or the text of markup as written.
  var textual: String? {
    switch self {
    case .text(let text): text
    case .html(let markup): String(decoding: markup.bytes, as: UTF8.self)
    case .none, .boolean, .number, .quantity, .date, .link, .list, .mapping, .record, .undefined: nil
    }
  }
}

extension Value {
  /// The number that is compared with `other`: a bare one, or the amount of a quantity against a bare one.
  fileprivate func comparableAmount(with other: Value) -> Decimal? {
    if let numeric { return numeric }
    if case .quantity(let quantity) = self, other.numeric != nil { return quantity.amount }
    return nil
  }
}
