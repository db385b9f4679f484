/// What a WebP file shows: the chunks that pixels depend on (RFC 9649, §2.7).
enum WebPContent {
  private static let shown: Set<[UInt8]> = Set(
    ["VP8X", "VP8 ", "VP8L", "ALPH", "ANIM", "ANMF", "ICCP"].map { Array($0.utf8) })
  private static let exif = Array("EXIF".utf8)
  /// Bits of the flags of VP8X.
  private static let hasExif: UInt8 = 0x08
  private static let hasXMP: UInt8 = 0x04

  /// `nil` when a chunk ends behind the file.
  static func clean(_ bytes: Span<UInt8>) -> [UInt8]? {
    guard let size = bytes.littleEndian32(at: 4), size >= 4, size + 8 <= bytes.count else { return nil }
    var chunks: [UInt8] = []
    chunks.reserveCapacity(size)
    var flags: Int?
    var orientation: Int?
    var index = 12
    while index + 8 <= size + 8 {
      guard let length = bytes.littleEndian32(at: index + 4) else { return nil }
      // Chunks begin at even places; the last may lack the byte that fills it up.
      let end = min(index + 8 + length + length % 2, size + 8)
      guard index + 8 + length <= size + 8 else { return nil }
      let type = (index..<index + 4).map { bytes[$0] }
      if type == exif {
        let data = bytes.extracting(index + 8..<index + 8 + length)
        let start = data.starts(with: ExifOrientation.label) ? ExifOrientation.label.count : 0
        orientation = orientation ?? ExifOrientation.kept(data.extracting(start..<data.count))
      } else if shown.contains(type) {
        if type == Array("VP8X".utf8), flags == nil, length >= 10 { flags = chunks.count + 8 }
        chunks.append(bytes, index..<end)
      }
      index = end
    }
    if let flags {
      chunks[flags] &= ~(hasExif | hasXMP)
      if let orientation {
        chunks[flags] |= hasExif
        let data = ExifOrientation.data(orientation)
        chunks += exif
        chunks.append(number: data.count, isBigEndian: false)
        chunks += data
      }
    }
    var result: [UInt8] = Array("RIFF".utf8)
    result.append(number: chunks.count + 4, isBigEndian: false)
    return result + Array("WEBP".utf8) + chunks
  }
}
