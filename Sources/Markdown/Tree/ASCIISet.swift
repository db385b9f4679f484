internal import Bytes

/// A set of ASCII bytes in two words: membership needs no memory, and every byte outside ASCII is passed by one comparison.
struct ASCIISet: Sendable {
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  init(_ members: some Sequence<UInt8>) {
    for member in members where member < 0x80 {
      if member < 64 { low |= 1 << UInt64(member) } else { high |= 1 << UInt64(member - 64) }
    }
  }

  mutating func formUnion(_ other: ASCIISet) {
    low |= other.low
    high |= other.high
  }

  @inline(__always)
  func contains(_ byte: UInt8) -> Bool {
    byte < 0x80 && (byte < 64 ? low : high) &>> UInt64(byte & 63) & 1 != 0
  }

  /// Offset of the first member at or behind `start`; `limit` when there is none before it.
  ///
  /// - Complexity: O(distance).
  func next(in text: Span<UInt8>, from start: Int, to limit: Int) -> Int {
    var index = start
    while index < limit {
      let byte = text[index]
      if contains(byte) { return index }
      index = byte < 0x80 ? index + 1 : text.next(below: 0x80, from: index + 1, to: limit)
    }
    return limit
  }
}
