/// Ways over text in which what is looked for is rare, eight bytes a step.
extension Span<UInt8> {
  /// Looks for the first byte below `bound` at or behind `start`.
  ///
  /// In Chinese text nearly no byte is below 0x80, so that eight are passed by one comparison.
  ///
  /// - Parameters:
  ///   - bound: 1 to 0x80.
  ///   - start: where to begin.
  ///   - limit: where to stop, at most `count`.
  /// - Returns: its offset; `limit` when there is none before it.
  /// - Complexity: O(distance), eight bytes a step.
  @inlinable @inline(__always)
  public func next(below bound: UInt8, from start: Int, to limit: Int) -> Int {
    let raw = unsafe bytes
    let bounds = 0x0101_0101_0101_0101 &* UInt64(bound)
    var index = start
    while index &+ 8 <= limit {
      let word = unsafe raw.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self).littleEndian
      // Where a byte is below, the difference borrows; bytes outside ASCII are not. The lowest such place is exact.
      let below = (word &- bounds) & ~word & 0x8080_8080_8080_8080
      if below != 0 { return index &+ below.trailingZeroBitCount / 8 }
      index &+= 8
    }
    while index < limit, self[index] >= bound { index &+= 1 }
    return index
  }

  /// Passes the run of Chinese text that begins at `start`, as far as it is well-formed: Han and the punctuation beside it
  /// (U+3000–U+9FFF), full-width forms of ASCII up to `＿` (U+FF00–U+FF3F) but `（` and `＊`, three bytes each.
  ///
  /// - Parameters:
  ///   - start: where to begin.
  ///   - limit: where to stop, at most `count`.
  /// - Returns: the offset behind it; `start` when there is none.
  /// - Complexity: O(length), up to two characters a step.
  @inlinable @inline(__always)
  public func endOfChinese(from start: Int, to limit: Int) -> Int {
    let raw = unsafe bytes
    var index = start
    while index &+ 3 <= limit {
      guard index &+ 8 <= limit else {
        let last = UInt64(self[index]) | UInt64(self[index &+ 1]) << 8 | UInt64(self[index &+ 2]) << 16
        guard Self.isChinese(last) else { break }
        index &+= 3
        continue
      }
      let word = unsafe raw.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self).littleEndian
      guard Self.isChinese(word) else { break }
      index &+= Self.isChinese(word >> 24) ? 6 : 3
    }
    return index
  }

  /// Whether the three low bytes, the lowest first, are a character of such text.
  @inlinable @inline(__always)
  static func isChinese(_ word: UInt64) -> Bool {
    // 1110xxxx 10xxxxxx 10xxxxxx
    guard word & 0xC0_C0F0 == 0x80_80E0 else { return false }
    // 0xE3–0xE9, or 0xEF 0xBC and neither 0x88 nor 0x8A
    return (word & 0xF) &- 3 <= 6 || (word & 0xFFFF == 0xBCEF && word & 0xFD_0000 != 0x88_0000)
  }
}

// MARK: Digits, and single bytes

/// For the scan of everything that is published: nearly all of it is Chinese text and markup.
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
