/// A fast 128-bit hash of bytes, to see whether a file or a value is what it was.
///
/// For comparing within one machine's cache, not for signatures: it is not made to withstand someone who looks for
/// collisions. Stable between runs, machines and versions of the tool. Two lanes over 16 bytes a step, each multiplied
/// into a 128-bit product whose halves are folded (the step of wyhash), with distinct secrets; length and both lanes are
/// mixed at the end.
public struct FastHash: Hashable, Sendable {
  /// The first 64 bits.
  public let high: UInt64
  /// The last 64 bits.
  public let low: UInt64

  /// From stored halves.
  public init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// The hash of `bytes`; another `seed` gives an independent hash.
  ///
  /// - Complexity: O(length), several GB/s.
  public init(_ bytes: Span<UInt8>, seed: UInt64 = 0) {
    let raw = unsafe bytes.bytes
    var first = seed ^ Self.secret0
    var second = seed &+ Self.secret1
    var index = 0
    while index + 16 <= raw.byteCount {
      let low = unsafe raw.unsafeLoadUnaligned(fromUncheckedByteOffset: index, as: UInt64.self).littleEndian
      let high = unsafe raw.unsafeLoadUnaligned(fromUncheckedByteOffset: index + 8, as: UInt64.self).littleEndian
      first = Self.fold(low ^ Self.secret2 ^ first, high ^ Self.secret3) &+ second
      second = Self.fold(high ^ Self.secret1 ^ second, low ^ Self.secret0) ^ first
      index += 16
    }
    var tail: (UInt64, UInt64) = (0, 0)
    var shift: UInt64 = 0
    while index < raw.byteCount {
      let byte = UInt64(bytes[index])
      if shift < 64 { tail.0 |= byte << shift } else { tail.1 |= byte << (shift - 64) }
      shift += 8
      index += 1
    }
    let length = UInt64(raw.byteCount)
    first = Self.fold(tail.0 ^ Self.secret3 ^ first, tail.1 ^ Self.secret0 ^ length) &+ second
    second = Self.fold(tail.1 ^ Self.secret2 ^ second, tail.0 ^ Self.secret1 &+ length) ^ first
    high = Self.fold(first ^ Self.secret1, second ^ Self.secret2 ^ length)
    low = Self.fold(second ^ Self.secret3 ^ length, first &+ Self.secret0) ^ Self.fold(high, Self.secret2)
  }

  /// 32 lower-case hexadecimal digits.
  public var text: String {
    var bytes: [UInt8] = []
    for shift in stride(from: 56, through: 0, by: -8) { bytes.append(UInt8(truncatingIfNeeded: high >> UInt64(shift))) }
    for shift in stride(from: 56, through: 0, by: -8) { bytes.append(UInt8(truncatingIfNeeded: low >> UInt64(shift))) }
    return Hexadecimal.text(bytes.span)
  }

  /// Both halves of the 128-bit product, folded.
  private static func fold(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let product = left.multipliedFullWidth(by: right)
    // The factors are added so that a zero factor does not forget the other.
    return product.high ^ product.low ^ left &+ right
  }

  // Odd numbers with as many ones as zeros in every byte (as wyhash chooses them).
  private static let secret0: UInt64 = 0xa076_1d64_78bd_642f
  private static let secret1: UInt64 = 0xe703_7ed1_a0b4_28db
  private static let secret2: UInt64 = 0x8ebc_6af0_9c88_c6e3
  private static let secret3: UInt64 = 0x5899_65cc_7537_4cc3
}
