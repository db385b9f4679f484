/// Characters of UTF-8 as scalar values, one at a time.
extension Span<UInt8> {
  /// The scalar that begins at `index`; U+FFFD for ill-formed bytes. One byte is read at least.
  ///
  /// Surrogates and forms that are longer than they need be are not told from others: `UTF8Check` does that.
  ///
  /// - Returns: the scalar value and its length in bytes.
  @inlinable
  public func scalar(at index: Int) -> (value: UInt32, length: Int) {
    let first = self[index]
    if first < 0x80 { return (UInt32(first), 1) }
    // Nearly all that is not ASCII here are Han, three bytes each.
    if first & 0xF0 == 0xE0, index + 2 < count {
      let (second, third) = (self[index + 1], self[index + 2])
      guard second & 0xC0 == 0x80, third & 0xC0 == 0x80 else { return (0xFFFD, 1) }
      return (UInt32(first & 0x0F) << 12 | UInt32(second & 0x3F) << 6 | UInt32(third & 0x3F), 3)
    }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard first >= 0xC2, first < 0xF5, index + length <= count else { return (0xFFFD, 1) }
    var value = UInt32(first) & (0xFF >> UInt32(length + 1))
    for offset in 1..<length {
      let byte = self[index + offset]
      guard byte & 0xC0 == 0x80 else { return (0xFFFD, 1) }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    return (value, length)
  }
}
