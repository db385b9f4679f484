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

/// Which side of a photograph is up (Exif 2.32, §4.6.4, tag 112 hexadecimal), as far as width and height depend on it.
enum ExifOrientation {
  private static let tag = 0x0112
  private static let short = 3

  /// Whether the data of the segment `range` are Exif and say that width and height change places (5–8); `nil` when they
  /// say nothing of it.
  ///
  /// - Complexity: O(entries of the first directory).
  static func isTurned(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool? {
    let segment = bytes.extracting(range)
    guard segment.starts(with: Array("Exif\0\0".utf8)) else { return nil }
    let data = segment.extracting(6..<segment.count)
    let isBigEndian: Bool
    switch (data.byte(at: 0), data.byte(at: 1)) {
    case (UInt8(ascii: "I"), UInt8(ascii: "I")): isBigEndian = false
    case (UInt8(ascii: "M"), UInt8(ascii: "M")): isBigEndian = true
    default: return nil
    }
    guard data.number(at: 2, count: 2, isBigEndian: isBigEndian) == 42,
      let directory = data.number(at: 4, count: 4, isBigEndian: isBigEndian),
      let count = data.number(at: directory, count: 2, isBigEndian: isBigEndian)
    else { return nil }
    for entry in 0..<count {
      let place = directory + 2 + entry * 12
      guard let found = data.number(at: place, count: 2, isBigEndian: isBigEndian) else { return nil }
      guard found == tag else { continue }
      guard data.number(at: place + 2, count: 2, isBigEndian: isBigEndian) == short,
        data.number(at: place + 4, count: 4, isBigEndian: isBigEndian) == 1,
        let orientation = data.number(at: place + 8, count: 2, isBigEndian: isBigEndian)
      else { return nil }
      return 5...8 ~= orientation
    }
    return nil
  }
}
