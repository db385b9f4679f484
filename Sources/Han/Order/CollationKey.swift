/// What texts are compared by: made once for each text, then compared as often as sorting needs.
///
/// Two texts that differ in blanks, in the dot of a name, in upper and lower case, in full and half width or in
/// normalisation only have equal keys. Any other two texts have different ones, and keys are totally ordered.
package struct CollationKey: Comparable, Hashable, Sendable {
  /// One for each thing compared; see `Weight`.
  let weights: [UInt64]
  /// The text from its first character on that the orders know nothing about (other scripts, symbols), compared as
  /// Unicode does: by canonical equivalence.
  let rest: String

  /// - Complexity: O(length of what both begin with).
  package static func < (left: CollationKey, right: CollationKey) -> Bool {
    left.weights == right.weights ? left.rest < right.rest : left.weights.lexicographicallyPrecedes(right.weights)
  }
}

/// The bands that weights lie in. The orders agree on them: blank, marks, numbers, Latin letters, Chinese characters, others.
enum Weight {
  /// Stands between the family name and a given name of one character.
  static let blank: UInt64 = 1
  /// Comes before the characters that no order knows.
  static let other: UInt64 = 0x40 << 48

  /// ASCII that is neither letter nor digit.
  static func mark(_ byte: UInt32) -> UInt64 { 0x10 << 48 | UInt64(byte) }
  /// Stands before the digits of a number, so that 9 comes before 10.
  static func number(digits: Int) -> UInt64 { 0x11 << 48 | UInt64(digits) }
  /// A digit of a number; compared with digits only.
  static func digit(_ byte: UInt32) -> UInt64 { 0x12 << 48 | UInt64(byte) }
  /// A Latin letter, lower case, where letters come before all characters.
  static func letter(_ byte: UInt32) -> UInt64 { 0x13 << 48 | UInt64(byte) }
  /// A character by its strokes.
  static func strokes(_ weight: UInt32) -> UInt64 { 0x20 << 48 | UInt64(weight) }
  /// A Latin letter among syllables: in front of the `rank`-th and behind the one before.
  static func letter(_ byte: UInt32, before rank: Int) -> UInt64 {
    0x30 << 48 | UInt64(rank * 2 + 1) << 32 | UInt64(byte)
  }
  /// A character by its syllable, then by its strokes.
  static func syllable(_ rank: Int, _ strokes: UInt32) -> UInt64 {
    0x30 << 48 | UInt64(rank * 2 + 2) << 32 | UInt64(strokes)
  }
  /// A character without a reading, behind all that have one.
  static func unread(_ strokes: UInt32) -> UInt64 { 0x31 << 48 | UInt64(strokes) }

  /// The weights of `text`, with `letter` and `character` for what an order decides itself.
  ///
  /// - Complexity: O(length).
  static func all(
    of scalars: [UInt32], letter: (UInt32) -> UInt64, character: (Int) -> UInt64
  ) -> [UInt64] {
    var weights: [UInt64] = []
    weights.reserveCapacity(scalars.count + 2)
    var index = 0
    while index < scalars.count {
      let scalar = scalars[index]
      switch scalar {
      case 0x30...0x39:
        var end = index
        while end < scalars.count, 0x30...0x39 ~= scalars[end] { end += 1 }
        while index < end, scalars[index] == 0x30 { index += 1 }
        weights.append(number(digits: end - index))
        for digit in scalars[index..<end] { weights.append(Self.digit(digit)) }
        index = end
        continue
      case 0x61...0x7A: weights.append(letter(scalar))
      case ..<0x80: weights.append(mark(scalar))
      default: weights.append(character(index))
      }
      index += 1
    }
    return weights
  }
}
