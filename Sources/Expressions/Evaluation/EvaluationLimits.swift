import Values

/// Limits of what expressions may make, so that a template that doubles something forty times ends with a diagnostic.
enum EvaluationLimits {
  /// Bytes of one text, items of one list.
  static let size = 16 << 20
  /// Bytes and items that all filters and operators of one rendering make together, and items that `in` looks at.
  static let work = 1 << 30

  /// - Throws: `tooMuchOutput` when a value of `size` bytes or items is too large.
  static func check(_ size: Int) throws(EvaluationFailure) {
    guard size <= Self.size else { throw .tooMuchOutput }
  }

  /// The sum of two sizes, when a value of that size may be made.
  static func sum(_ left: Int, _ right: Int) throws(EvaluationFailure) -> Int {
    let sum = left + right
    try check(sum)
    return sum
  }
}

extension Evaluation {
  /// Counts what an operation has made or looked through.
  ///
  /// - Throws: `tooMuchOutput` when it is more than one rendering may take.
  mutating func charge(_ value: Value) throws(EvaluationFailure) {
    switch value {
    case .text(let text): work += text.utf8.count
    case .html(let markup): work += markup.bytes.count
    case .list(let items): work += items.count
    case .none, .boolean, .number, .quantity, .date, .link, .mapping, .record, .undefined: return
    }
    guard work <= EvaluationLimits.work else { throw .tooMuchOutput }
  }
}
