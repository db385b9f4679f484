internal import Bytes

extension Span<UInt8> {
  /// Whether the bytes of `text`, a literal, stand at `index`: compared where it is asked, without a call.
  @inline(__always)
  func has(_ text: StaticString, at index: Int) -> Bool {
    let length = text.utf8CodeUnitCount
    guard index >= 0, index + length <= count else { return false }
    let wanted = unsafe text.utf8Start
    for position in 0..<length where unsafe self[unchecked: index + position] != wanted[position] { return false }
    return true
  }

  /// Whether the bytes of `text`, which is known only when it is asked, stand at `index`.
  func has(text: String, at index: Int) -> Bool {
    let wanted = text.utf8
    guard index >= 0, index + wanted.count <= count else { return false }
    var position = index
    for byte in wanted {
      if self[position] != byte { return false }
      position += 1
    }
    return true
  }

  /// Whether exactly `bytes` stand in `range`.
  func has(_ bytes: [UInt8], in range: Range<Int>) -> Bool {
    guard bytes.count == range.count else { return false }
    var index = range.lowerBound
    for byte in bytes {
      if self[index] != byte { return false }
      index += 1
    }
    return true
  }

  /// Offset of the first byte at or behind `index` that is no space or tab; `limit` when there is none before it.
  func skippingBlanks(from index: Int, to limit: Int) -> Int {
    var position = index
    while position < limit, self[position] == UInt8(ascii: " ") || self[position] == UInt8(ascii: "\t") {
      position += 1
    }
    return position
  }

  /// The scalar that ends before `index`, which is greater than `start`.
  ///
  /// - Returns: the scalar value and the offset of its first byte.
  func scalar(before index: Int, from start: Int) -> (value: UInt32, start: Int) {
    var first = index - 1
    while first > start, self[first] & 0xC0 == 0x80, index - first < 4 { first -= 1 }
    let (value, length) = scalar(at: first)
    return first + length == index ? (value, first) : (0xFFFD, index - 1)
  }
}
