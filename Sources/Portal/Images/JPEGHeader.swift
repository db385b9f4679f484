/// JPEG (ITU-T T.81, annex B):
///
///     file    = FF D8 segment* …
///     segment = FF+ marker, and but for TEM and RSTn: length:16 (itself counted) data
///     SOFn    = length precision:8 height:16 width:16 components:8 …      n is none of 4, 8 and 12, which are DHT, JPG and DAC
///
/// Segments are walked up to the first scan; pictures embedded in the data of one are not entered.
enum JPEGHeader {
  static func size(_ bytes: Span<UInt8>) -> ImageSize? {
    var index = 2
    var size: ImageSize?
    var isTurned: Bool?
    while let marker = marker(in: bytes, at: &index) {
      switch marker {
      case 0x01, 0xD0...0xD7: continue
      case 0xD8, 0xD9, 0xDA: return turned(size, isTurned)
      default: break
      }
      guard let length = bytes.bigEndian16(at: index), length >= 2 else { break }
      let end = index + length
      switch marker {
      case 0xC0...0xCF where marker != 0xC4 && marker != 0xC8 && marker != 0xCC:
        if size == nil, length >= 8, end <= bytes.count { size = frameSize(bytes, at: index) }
      case 0xE1 where isTurned == nil && end <= bytes.count:
        isTurned = ExifOrientation.isTurned(bytes, index + 2..<end)
      default: break
      }
      index = end
    }
    return turned(size, isTurned)
  }

  private static func turned(_ size: ImageSize?, _ isTurned: Bool?) -> ImageSize? {
    guard let size, isTurned == true else { return size }
    return ImageSize(width: size.height, height: size.width)
  }

  private static func frameSize(_ bytes: Span<UInt8>, at index: Int) -> ImageSize? {
    guard let height = bytes.bigEndian16(at: index + 3), let width = bytes.bigEndian16(at: index + 5) else {
      return nil
    }
    return ImageSize(width: width, height: height)
  }

  /// The marker at `index`, which is moved behind it; `nil` when none stands there.
  private static func marker(in bytes: Span<UInt8>, at index: inout Int) -> UInt8? {
    guard bytes.byte(at: index) == 0xFF else { return nil }
    while bytes.byte(at: index) == 0xFF { index += 1 }
    guard let marker = bytes.byte(at: index), marker != 0 else { return nil }
    index += 1
    return marker
  }
}
