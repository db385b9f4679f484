/// What a PNG file shows: the chunks that pixels depend on (PNG, third edition, §5.3 and §11).
enum PNGContent {
  /// Ancillary chunks that pixels, colours or frames depend on.
  private static let shown: Set<[UInt8]> = Set(
    [
      "tRNS", "cHRM", "gAMA", "iCCP", "sBIT", "sRGB", "cICP", "mDCV", "cLLI", "bKGD", "hIST", "pHYs", "sPLT", "acTL",
      "fcTL",
      "fdAT",
    ].map { Array($0.utf8) })

  /// `nil` when a chunk ends behind the file or the end is missing.
  static func clean(_ bytes: Span<UInt8>) -> [UInt8]? {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    result += PNGHeader.signature
    var index = 8
    while let length = bytes.bigEndian32(at: index) {
      let end = index + 12 + length
      guard end <= bytes.count else { return nil }
      let type = (index + 4..<index + 8).map { bytes[$0] }
      if type == Array("eXIf".utf8) {
        if let orientation = ExifOrientation.kept(bytes.extracting(index + 8..<end - 4)) {
          append(type, ExifOrientation.data(orientation), to: &result)
        }
      } else if type[0] & 0x20 == 0 || shown.contains(type) {
        result.append(bytes, index..<end)
      }
      index = end
      if type == Array("IEND".utf8) { return result }
    }
    return nil
  }

  private static func append(_ type: [UInt8], _ data: [UInt8], to result: inout [UInt8]) {
    result.append(number: data.count, isBigEndian: true)
    result += type + data
    result.append(number: Int(checksum(type + data)), isBigEndian: true)
  }

  /// CRC-32 of the type and data of a chunk (§5.5).
  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var sum: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum >> 1 ^ (sum & 1) * 0xEDB8_8320 }
    }
    return ~sum
  }
}
