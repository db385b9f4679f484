import Bytes
import Testing

/// The lengths of characters against what the standard library calls well-formed.
@Suite struct UTF8CheckTests {
  /// Where `multibyteLength` and single bytes below 0x80 lead to: `nil` for the end, else the place that is ill-formed.
  private func walk(_ bytes: [UInt8]) -> Int? {
    var index = 0
    while index < bytes.count {
      let length = bytes[index] < 0x80 ? 1 : UTF8Check.multibyteLength(in: bytes.span, at: index)
      guard length > 0 else { return index }
      index += length
    }
    return nil
  }

  @Test func `every two bytes, and every lead with bytes at the limits, as the standard library`() {
    let limits: [UInt8] = [0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xE4, 0xFF]
    var different: [[UInt8]] = []
    func compare(_ bytes: [UInt8]) {
      if walk(bytes) != UTF8Check.firstError(in: bytes.span)?.lowerBound { different.append(bytes) }
    }
    for first in UInt8.min...UInt8.max {
      for second in UInt8.min...UInt8.max { compare([first, second]) }
      for second in limits {
        for third in limits {
          compare([first, second, third])
          for fourth in limits { compare([first, second, third, fourth]) }
        }
      }
    }
    #expect(different == [])
  }
}
