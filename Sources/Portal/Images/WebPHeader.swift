/// WebP (RFC 9649):
///
///     file = "RIFF" size:32 "WEBP" chunk*      all numbers begin with the least significant byte
///     VP8  = frame tag:24 9D 01 2A width:14 scale:2 height:14 scale:2      a key frame: bit 0 of the tag is 0
///     VP8L = 2F width-1:14 height-1:14 …
///     VP8X = flags:8 reserved:24 width-1:24 height-1:24
enum WebPHeader {
  static func size(_ bytes: Span<UInt8>) -> ImageSize? {
    let data = 20
    if bytes.has(Array("VP8 ".utf8), at: 12) {
      guard let tag = bytes.byte(at: data), tag & 1 == 0, bytes.has([0x9D, 0x01, 0x2A], at: data + 3),
        let width = bytes.littleEndian16(at: data + 6), let height = bytes.littleEndian16(at: data + 8)
      else { return nil }
      return ImageSize(width: width & 0x3FFF, height: height & 0x3FFF)
    }
    if bytes.has(Array("VP8L".utf8), at: 12) {
      guard bytes.byte(at: data) == 0x2F, let bits = bytes.littleEndian32(at: data + 1) else { return nil }
      return ImageSize(width: (bits & 0x3FFF) + 1, height: (bits >> 14 & 0x3FFF) + 1)
    }
    if bytes.has(Array("VP8X".utf8), at: 12) {
      guard let width = bytes.littleEndian24(at: data + 4), let height = bytes.littleEndian24(at: data + 7) else {
        return nil
      }
      return ImageSize(width: width + 1, height: height + 1)
    }
    return nil
  }
}
