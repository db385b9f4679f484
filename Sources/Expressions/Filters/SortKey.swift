import Values

/// Keys by which items are ordered, grouped and told apart.
enum SortKey {
  /// The values at the paths (the item itself without paths); texts in small letters when `folds`.
  static func key(
    of item: Value, _ paths: [AttributePath]?, folds: Bool, _ log: ReadLog?
  ) throws(EvaluationFailure) -> [Value] {
    var key: [Value] = []
    if let paths {
      for path in paths { key.append(try path.value(in: item, log)) }
    } else {
      key.append(item)
    }
    for case .undefined(let undefined) in key { throw .undefined(undefined.reason) }
    guard folds else { return key }
    return key.map { value in value.textual.map { .text(SmallLetters.of($0)) } ?? value }
  }

  /// Stable sort; `descending` keeps equal items in their order too, as Python does.
  ///
  /// - Complexity: O(n log n) comparisons.
  static func sort(_ keyed: inout [(key: [Value], item: Value)], descending: Bool) throws(EvaluationFailure) {
    guard keyed.count > 1 else { return }
    // Merge sort by hand: the standard sort loses the typed error.
    var source = keyed
    var target = keyed
    var width = 1
    var effort = Effort.ofRendering
    while width < source.count {
      var start = 0
      while start < source.count {
        let middle = min(start + width, source.count)
        let end = min(start + 2 * width, source.count)
        var (left, right, place) = (start, middle, start)
        while left < middle || right < end {
          let takesRight: Bool
          if left == middle {
            takesRight = true
          } else if right == end {
            takesRight = false
          } else {
            let order = try compare(source[left].key, source[right].key, &effort)
            takesRight = descending ? order < 0 : order > 0
          }
          target[place] = takesRight ? source[right] : source[left]
          if takesRight { right += 1 } else { left += 1 }
          place += 1
        }
        start += 2 * width
      }
      swap(&source, &target)
      width *= 2
    }
    keyed = source
  }

  private static func compare(
    _ left: [Value], _ right: [Value], _ effort: inout Effort
  ) throws(EvaluationFailure) -> Int {
    for (one, other) in zip(left, right) {
      if try Comparison.areEqual(one, other, &effort) { continue }
      return try Comparison.order(one, other, .less, &effort)
    }
    return 0
  }

  /// A text that is equal for equal keys.
  ///
  /// - Throws: `tooLarge` when the keys hold more than `effort` has left.
  static func identity(_ key: [Value], _ effort: inout Effort) throws(EvaluationFailure) -> String {
    try identities(key, &effort).joined(separator: "\u{0}")
  }

  private static func identities(
    _ values: [Value], _ effort: inout Effort
  ) throws(EvaluationFailure) -> [String] {
    var result: [String] = []
    result.reserveCapacity(values.count)
    for value in values { result.append(try identity(value, &effort)) }
    return result
  }

  private static func identity(_ value: Value, _ effort: inout Effort) throws(EvaluationFailure) -> String {
    try effort.spend(on: value)
    return switch value {
    case .none: "none"
    case .boolean(let truth): truth ? "n1" : "n0"
    case .number(let number): "n" + number.description
    case .quantity(let quantity): "q" + quantity.amount.description + quantity.unit.rawValue
    case .text, .html: "t" + (value.textual ?? "")
    case .date(let date): "d" + date.description
    case .link(let link): "l" + link.path + "#" + (link.fragment ?? "")
    case .list(let items): "[" + (try identities(items, &effort)).joined(separator: "\u{1}") + "]"
    case .mapping(let mapping):
      "{"
        + zip(mapping.entries.map(\.name), try identities(mapping.entries.map(\.value), &effort))
        .map { $0 + "\u{2}" + $1 }.sorted().joined(separator: "\u{1}") + "}"
    case .record(let record): "r" + record.identity
    case .undefined: "u"
    }
  }
}
