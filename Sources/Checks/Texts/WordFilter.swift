/// What rules about texts look for, as far as one glance at a block tells.
struct WordSets: OptionSet, Sendable {
  let rawValue: UInt8

  static let placeholders = WordSets(rawValue: 1 << 0)
  static let noise = WordSets(rawValue: 1 << 1)
  static let outdated = WordSets(rawValue: 1 << 2)
  static let pictures = WordSets(rawValue: 1 << 3)
  static let attachments = WordSets(rawValue: 1 << 4)
  /// Names of figures of the data.
  static let figures = WordSets(rawValue: 1 << 5)
  /// Latin letters, `_` and `*`, of which placeholders are made.
  static let letters = WordSets(rawValue: 1 << 6)
  /// Signs between the steps of a chain.
  static let chains = WordSets(rawValue: 1 << 7)
}

/// Tells in one pass which words a block may hold, so that nearly all blocks are looked at once and not once for each rule.
///
/// A set that it leaves out has no word in the block; of those it names some have none.
struct WordFilter: Sendable {
  /// By the hash of two neighbouring scalars, the sets with a word that begins with such two.
  private var sets: [UInt8]
  /// Sets with a word of one scalar.
  private var always: WordSets = []

  private static let size = 1 << 15

  init(_ words: [(set: WordSets, words: [[UInt32]])]) {
    sets = Array(repeating: 0, count: Self.size)
    for (set, words) in words {
      for word in words where !word.isEmpty {
        if word.count == 1 { always.insert(set) } else { sets[Self.place(word[0], word[1])] |= set.rawValue }
      }
    }
  }

  private static func place(_ first: UInt32, _ second: UInt32) -> Int {
    Int(truncatingIfNeeded: first &* 0x9E37 &+ second) & (size - 1)
  }

  /// The sets that may have words in `scalars`.
  ///
  /// - Complexity: O(length).
  func sets(in scalars: [UInt32]) -> WordSets {
    let table = sets.span
    var found = always.rawValue
    var before: UInt32 = 0
    for scalar in scalars {
      found |= table[Self.place(before, scalar)]
      before = scalar
      if scalar < 0x3000 || scalar > 0xFF00 { found |= Self.signs(scalar).rawValue }
    }
    return WordSets(rawValue: found)
  }

  private static func signs(_ scalar: UInt32) -> WordSets {
    if Scalars.isLatin(scalar) || scalar == 0x5F || scalar == 0x2A { return .letters }
    return StepChain.isLink(scalar) ? .chains : []
  }
}
