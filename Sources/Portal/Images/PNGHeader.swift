/// PNG, third edition, §5.2 and §11.2.1:
///
///     file = 89 "PNG" 0D 0A 1A 0A, chunk*      the first chunk is IHDR
///     IHDR = 00 00 00 0D "IHDR" width:32 height:32 …
enum PNGHeader {
  static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  static func size(_ bytes: Span<UInt8>) -> ImageSize? {
    guard bytes.bigEndian32(at: 8) == 13, bytes.has(Array("IHDR".utf8), at: 12), bytes.count >= 33,
      let width = bytes.bigEndian32(at: 16), let height = bytes.bigEndian32(at: 20)
    else { return nil }
    return ImageSize(width: width, height: height)
  }
}
