/// Reading numbers out of headers: every access is checked, and `nil` stands for bytes that are not there.
extension Span<UInt8> {
  /// Two bytes, the most significant first.
  func bigEndian16(at index: Int) -> Int? { number(at: index, count: 2, isBigEndian: true) }
  /// Four bytes, the most significant first.
  func bigEndian32(at index: Int) -> Int? { number(at: index, count: 4, isBigEndian: true) }
  /// Two bytes, the least significant first.
  func littleEndian16(at index: Int) -> Int? { number(at: index, count: 2, isBigEndian: false) }
  /// Three bytes, the least significant first.
  func littleEndian24(at index: Int) -> Int? { number(at: index, count: 3, isBigEndian: false) }
  /// Four bytes, the least significant first.
  func littleEndian32(at index: Int) -> Int? { number(at: index, count: 4, isBigEndian: false) }

  /// `count` bytes, at most 4, as a number that is not negative.
  func number(at index: Int, count: Int, isBigEndian: Bool) -> Int? {
    guard index >= 0, index <= self.count - count else { return nil }
    var value = 0
    for offset in 0..<count { value = value << 8 | Int(self[index + (isBigEndian ? offset : count - 1 - offset)]) }
    return value
  }

  /// The byte at `index`.
  func byte(at index: Int) -> UInt8? { index >= 0 && index < count ? self[index] : nil }

  /// Whether `bytes` stand at `index`.
  func has(_ bytes: [UInt8], at index: Int) -> Bool {
    guard index >= 0, index <= count - bytes.count else { return false }
    for (offset, byte) in bytes.enumerated() where self[index + offset] != byte { return false }
    return true
  }

  /// Whether the first bytes are `bytes`.
  func starts(with bytes: [UInt8]) -> Bool { has(bytes, at: 0) }
}
