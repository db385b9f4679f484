/// What a JPEG file shows, without its application segments and comments (ITU-T T.81, annex B).
enum JPEGContent {
  /// `nil` when a segment ends behind the file.
  static func clean(_ bytes: Span<UInt8>) -> [UInt8]? {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    result += [0xFF, 0xD8]
    var index = 2
    var isTurned = false
    while index < bytes.count {
      guard bytes[index] == 0xFF else { return nil }
      while bytes.byte(at: index) == 0xFF { index += 1 }
      guard let marker = bytes.byte(at: index), marker != 0 else { return nil }
      index += 1
      switch marker {
      case 0xD9:
        // What stands behind the end is no part of the picture: other versions of it, films, anything.
        return result + [0xFF, 0xD9]
      case 0x01, 0xD0...0xD8: result += [0xFF, marker]
      default:
        guard let length = bytes.bigEndian16(at: index), length >= 2, index + length <= bytes.count else { return nil }
        let data = index + 2..<index + length
        if marker == 0xE1, !isTurned, let orientation = orientation(bytes, data) {
          isTurned = true
          let exif = ExifOrientation.label + ExifOrientation.data(orientation)
          result += [0xFF, 0xE1, 0, UInt8(exif.count + 2)] + exif
        } else if isShown(marker, bytes, data) {
          // A marker may be filled with any number of FF, of which one is enough.
          result.append(bytes, index - 2..<index + length)
        }
        index += length
        if marker == 0xDA { appendScan(bytes, &index, to: &result) }
      }
    }
    // Cut off before its end, which browsers forgive.
    return result
  }

  /// Copies the entropy-coded bytes from `index` to the next marker that is not one of them.
  private static func appendScan(_ bytes: Span<UInt8>, _ index: inout Int, to result: inout [UInt8]) {
    let start = index
    while index < bytes.count {
      if bytes[index] == 0xFF, let next = bytes.byte(at: index + 1), next != 0, !(0xD0...0xD7).contains(next) { break }
      index += 1
    }
    result.append(bytes, start..<index)
  }

  private static func orientation(_ bytes: Span<UInt8>, _ data: Range<Int>) -> Int? {
    let segment = bytes.extracting(data)
    guard segment.starts(with: ExifOrientation.label) else { return nil }
    return ExifOrientation.kept(segment.extracting(ExifOrientation.label.count..<segment.count))
  }

  /// Whether the picture looks another way without the segment: tables and frames; of application segments the JFIF header without a
  /// preview, the colour profile and Adobe's note of the colour space.
  private static func isShown(_ marker: UInt8, _ bytes: Span<UInt8>, _ data: Range<Int>) -> Bool {
    switch marker {
    case 0xE0: data.count == 14 && bytes.has(Array("JFIF\0".utf8), at: data.lowerBound)
    case 0xE2: bytes.has(Array("ICC_PROFILE\0".utf8), at: data.lowerBound)
    case 0xEE: data.count == 12 && bytes.has(Array("Adobe".utf8), at: data.lowerBound)
    case 0xE1...0xEF, 0xFE, 0xF0...0xFD: false
    default: true
    }
  }
}
