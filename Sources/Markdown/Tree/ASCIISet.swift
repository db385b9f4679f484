/// A set of ASCII bytes in two words: membership needs no memory, and every byte outside ASCII is passed by one comparison.
struct ASCIISet {
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  init(_ members: some Sequence<UInt8>) {
    for member in members where member < 0x80 {
      if member < 64 { low |= 1 << UInt64(member) } else { high |= 1 << UInt64(member - 64) }
    }
  }

  /// Offset of the first member at or behind `start`; `limit` when there is none before it.
  ///
  /// - Complexity: O(distance).
  func next(in text: Span<UInt8>, from start: Int, to limit: Int) -> Int {
    var index = start
    let (low, high) = (low, high)
    while index < limit {
      let byte = text[index]
      if byte < 0x80 {
        let word = byte < 64 ? low : high
        if word &>> UInt64(byte & 63) & 1 != 0 { return index }
      }
      index += 1
    }
    return limit
  }
}
