/// A fast 128-bit hash of bytes, to see whether a file or a value is what it was.
///
/// For comparing within one machine's cache, not for signatures: it is not made to withstand someone who looks for
/// collisions. Stable between runs and machines.
///
/// The construction is our own; its ideas are known ones. A word pair is multiplied into a 128-bit product whose halves
/// are folded (wyhash), several independent lanes keep the multipliers busy (XXH3), and the last 16 bytes are read again
/// rather than byte by byte (both). Each lane holds two words that take in every pair in different ways, so that what one
/// of them loses the other still knows: 64 bits would be few for the millions of values that a portal compares.
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
  /// - Complexity: O(length), about 10 GB/s.
  public init(_ bytes: Span<UInt8>, seed: UInt64 = 0) {
    let raw = unsafe bytes.bytes
    let count = raw.byteCount
    var lane = Lane(seed ^ Self.secret0, seed &+ Self.secret1)
    var index = 0
    if count >= 128 {
      var second = Lane(seed ^ Self.secret1, seed &+ Self.secret2)
      var third = Lane(seed ^ Self.secret2, seed &+ Self.secret3)
      var fourth = Lane(seed ^ Self.secret3, seed &+ Self.secret0)
      while index + 64 <= count {
        lane.take(Self.word(raw, index), Self.word(raw, index + 8))
        second.take(Self.word(raw, index + 16), Self.word(raw, index + 24))
        third.take(Self.word(raw, index + 32), Self.word(raw, index + 40))
        fourth.take(Self.word(raw, index + 48), Self.word(raw, index + 56))
        index += 64
      }
      lane.take(second.folded, second.summed)
      lane.take(third.folded, third.summed)
      lane.take(fourth.folded, fourth.summed)
    }
    while index + 16 < count {
      lane.take(Self.word(raw, index), Self.word(raw, index + 8))
      index += 16
    }
    let last = Self.last(raw)
    lane.take(last.0, last.1)
    let length = UInt64(count)
    let first = Self.fold(lane.folded ^ Self.secret1, lane.summed ^ Self.secret2 ^ length)
    let second = Self.fold(lane.summed ^ Self.secret3 ^ length, lane.folded &+ Self.secret0)
    high = Self.fold(first ^ Self.secret3, second ^ Self.secret0)
    low = Self.fold(second ^ Self.secret2, first &+ Self.secret1) ^ first
  }

  /// 32 lower-case hexadecimal digits.
  public var text: String {
    var bytes: [UInt8] = []
    for shift in stride(from: 56, through: 0, by: -8) { bytes.append(UInt8(truncatingIfNeeded: high >> UInt64(shift))) }
    for shift in stride(from: 56, through: 0, by: -8) { bytes.append(UInt8(truncatingIfNeeded: low >> UInt64(shift))) }
    return Hexadecimal.text(bytes.span)
  }

  /// Two words that have taken in the pairs so far.
  private struct Lane {
    var folded: UInt64
    var summed: UInt64

    init(_ folded: UInt64, _ summed: UInt64) {
      self.folded = folded
      self.summed = summed
    }

    @inline(__always) mutating func take(_ first: UInt64, _ second: UInt64) {
      folded = FastHash.fold(first ^ FastHash.secret2, second ^ folded)
      let mixed = (summed ^ first) &* FastHash.secret1
      summed = (mixed << 29 | mixed >> 35) &+ second
    }
  }

  /// The last 16 bytes, or all of fewer; with the length no two inputs of one beginning have the same.
  @inline(__always) private static func last(_ raw: RawSpan) -> (UInt64, UInt64) {
    let count = raw.byteCount
    if count >= 16 { return (word(raw, count - 16), word(raw, count - 8)) }
    if count >= 8 { return (word(raw, 0), word(raw, count - 8)) }
    if count >= 4 {
      let first = unsafe raw.unsafeLoadUnaligned(fromUncheckedByteOffset: 0, as: UInt32.self).littleEndian
      let second = unsafe raw.unsafeLoadUnaligned(fromUncheckedByteOffset: count - 4, as: UInt32.self).littleEndian
      return (UInt64(first), UInt64(second))
    }
    if count == 0 { return (0, 0) }
    func byte(_ index: Int) -> UInt64 {
      UInt64(unsafe raw.unsafeLoad(fromUncheckedByteOffset: index, as: UInt8.self))
    }
    return (byte(0) | byte(count / 2) << 8 | byte(count - 1) << 16, 0)
  }

  /// Eight bytes from `offset`, which must be there.
  @inline(__always) private static func word(_ raw: RawSpan, _ offset: Int) -> UInt64 {
    unsafe raw.unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: UInt64.self).littleEndian
  }

  /// Both halves of the 128-bit product, folded.
  @inline(__always) private static func fold(_ left: UInt64, _ right: UInt64) -> UInt64 {
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
