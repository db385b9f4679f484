import Values

/// Limits of what expressions may make, so that a template that doubles something forty times ends with a diagnostic.
enum EvaluationLimits {
  /// Bytes of one text, items of one list.
  static let size = 16 << 20
  /// Bytes that all that one rendering makes takes in memory, were all of it kept, and items that comparisons look at.
  static let work = 1 << 30
  /// The same for all that one declared rule asks of all records: seconds, not minutes, when it compares each with each.
  static let ruleWork = 1 << 25

  /// - Throws: `tooLarge` when a value of `size` bytes or items is too large.
  static func check(_ size: Int) throws(EvaluationFailure) {
    guard size <= Self.size else { throw .tooLarge }
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
  /// Bytes in memory, items looked at.
  private var left: Int

  private init(_ left: Int) { self.left = left }

  /// What it costs to compare two items inside of lists or mappings: much more than to copy a byte.
  static let comparison = 256

  /// What it costs to take one byte of a text apart, and to compare one.
  private static let (character, comparedByte) = (16, 2)

  /// What a rendering may take.
  package static var ofRendering: Effort { Effort(EvaluationLimits.work) }
  /// What a declared rule may take for all records together.
  package static var ofRule: Effort { Effort(EvaluationLimits.ruleWork) }
  /// What one operation may take that is not counted with the others.
  static var ofOperation: Effort { Effort(EvaluationLimits.size) }

  /// What an item takes in memory.
  private static let item = MemoryLayout<Value>.stride
  /// What a list inside of a list takes besides its items.
  private static let list = 48

  /// Counts `amount` bytes or items.
  ///
  /// - Throws: `tooLarge` when it is more than is left.
  mutating func spend(_ amount: Int) throws(EvaluationFailure) {
    left -= amount
    guard left >= 0 else { throw .tooLarge }
  }

  /// Counts a value that was made: what it takes in memory, and the lists that are its items, as `batch` makes them.
  ///
  /// - Complexity: O(items).
  package mutating func spend(making value: Value) throws(EvaluationFailure) {
    guard case .list(let items) = value else { return try spend(on: value) }
    var size = items.count * Self.item
    for case .list(let inner) in items { size += Self.list + inner.count * Self.item }
    try spend(size)
  }

  /// Counts what a filter or a slice is given. A text is taken apart into its characters; of a list the texts in it may be
  /// compared. What is done with an item counts as `itemWork`.
  ///
  /// - Complexity: O(items).
  mutating func spend(reading value: Value, itemWork: Int = 1) throws(EvaluationFailure) {
    switch value {
    case .text(let text): try spend(text.utf8.count * max(Self.character, itemWork))
    case .html(let markup): try spend(markup.bytes.count * max(Self.character, itemWork))
    case .list(let items):
      var size = items.count * itemWork
      for case .text(let text) in items { size += text.utf8.count * Self.comparedByte }
      try spend(size)
    case .none, .boolean, .number, .quantity, .date, .link, .mapping, .record, .undefined: return
    }
  }

  /// Counts what a test compares a value with, each item of a list.
  mutating func spend(testing arguments: [Value?]) throws(EvaluationFailure) {
    for case let argument? in arguments {
      if case .list(let items) = argument { try spend(items.count * Self.character) } else { try spend(on: argument) }
    }
  }

  /// Counts a value that is looked through: its bytes or items.
  mutating func spend(on value: Value) throws(EvaluationFailure) {
    switch value {
    case .text(let text): try spend(text.utf8.count)
    case .html(let markup): try spend(markup.bytes.count)
    case .list(let items): try spend(items.count)
    case .none, .boolean, .number, .quantity, .date, .link, .mapping, .record, .undefined: return
    }
  }
}
