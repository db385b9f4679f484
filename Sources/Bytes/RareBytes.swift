/// Passes over text that holds none of a few bytes, eight bytes at a time.
///
/// For scans of everything that is published: nearly all of it is Chinese text and markup, and what is looked for is rare.
extension Span<UInt8> {
  /// The offset of the first ASCII digit, `@` or lead byte 0xEF (full-width forms) at or behind `start`; `count` when there is
  /// none.
  ///
  /// - Complexity: O(bytes passed), several GB/s.
  public func nextDigitOrAt(from start: Int) -> Int {
    let raw = unsafe bytes
    var index = start
    while index + 8 <= count {
      let word = unsafe raw.unsafeLoadUnaligned(fromUncheckedByteOffset: index, as: UInt64.self).littleEndian
      let hits = Self.digits(word) | Self.equal(word, 0x4040_4040_4040_4040) | Self.equal(word, 0xEFEF_EFEF_EFEF_EFEF)
      if hits != 0 { return index + hits.trailingZeroBitCount / 8 }
      index += 8
    }
    while index < count {
      switch self[index] {
      case 0x30...0x39, 0x40, 0xEF: return index
      default: index += 1
      }
    }
    return count
  }

  /// The offset of the first `byte` at or behind `start`; `count` when there is none.
  ///
  /// - Complexity: O(bytes passed), several GB/s.
  public func next(_ byte: UInt8, from start: Int) -> Int {
    let raw = unsafe bytes
    let pattern = UInt64(byte) &* 0x0101_0101_0101_0101
    var index = start
    while index + 8 <= count {
      let word = unsafe raw.unsafeLoadUnaligned(fromUncheckedByteOffset: index, as: UInt64.self).littleEndian
      let hits = Self.equal(word, pattern)
      if hits != 0 { return index + hits.trailingZeroBitCount / 8 }
      index += 8
    }
    while index < count, self[index] != byte { index += 1 }
    return index
  }

  /// The high bit of each byte of `word` that is an ASCII digit. Exact for every byte: sums never carry into the next one.
  private static func digits(_ word: UInt64) -> UInt64 {
    let value = word ^ 0x3030_3030_3030_3030
    let sum = (value & 0x7F7F_7F7F_7F7F_7F7F) &+ 0x7676_7676_7676_7676
    return ~(sum | value) & 0x8080_8080_8080_8080
  }

  /// The high bit of each byte of `word` that is the one of `pattern`.
  private static func equal(_ word: UInt64, _ pattern: UInt64) -> UInt64 {
    let value = word ^ pattern
    let sum = (value & 0x7F7F_7F7F_7F7F_7F7F) &+ 0x7F7F_7F7F_7F7F_7F7F
    return ~(sum | value) & 0x8080_8080_8080_8080
  }
}
