import Values

/// Limits of what expressions may make, so that a template that doubles something forty times ends with a diagnostic.
enum EvaluationLimits {
  /// Bytes of one text, items of one list.
  static let size = 16 << 20
  /// Bytes and items that all filters and operators of one rendering make together, and items that comparisons look at.
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

/// What may still be made and looked through.
package struct Effort: Sendable {
  /// Bytes and items.
  private var left: Int

  private init(_ left: Int) { self.left = left }

  /// What it costs to compare two items inside of lists or mappings: much more than to copy a byte.
  static let comparison = 256

  /// What a rendering may take.
  package static var ofRendering: Effort { Effort(EvaluationLimits.work) }
  /// What one operation may take that is not counted with the others.
  static var ofOperation: Effort { Effort(EvaluationLimits.size) }

  /// Counts `amount` bytes or items.
  ///
  /// - Throws: `tooMuchOutput` when it is more than is left.
  mutating func spend(_ amount: Int) throws(EvaluationFailure) {
    left -= amount
    guard left >= 0 else { throw .tooMuchOutput }
  }

  /// Counts a value that was made or is looked through: its bytes or items.
  mutating func spend(on value: Value) throws(EvaluationFailure) {
    switch value {
    case .text(let text): try spend(text.utf8.count)
    case .html(let markup): try spend(markup.bytes.count)
    case .list(let items): try spend(items.count)
    case .none, .boolean, .number, .quantity, .date, .link, .mapping, .record, .undefined: return
    }
  }
}
