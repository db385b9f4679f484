/// Which side of a photograph is up (Exif 2.32, §4.6.4, tag 112 hexadecimal).
enum ExifOrientation {
  private static let tag = 0x0112
  private static let short = 3
  /// What a JPEG's segment of Exif begins with; in PNG and WebP the data stand alone, or behind it too.
  static let label: [UInt8] = Array("Exif\0\0".utf8)

  /// Whether the data of the segment `range` are Exif and say that width and height change places (5–8); `nil` when they
  /// say nothing of it.
  ///
  /// - Complexity: O(entries of the first directory).
  static func isTurned(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool? {
    let segment = bytes.extracting(range)
    guard segment.starts(with: label) else { return nil }
    return value(segment.extracting(label.count..<segment.count)).map { 5...8 ~= $0 }
  }

  /// The number that `data`, a TIFF header and its directories, give the orientation; `nil` when they say nothing of it.
  static func value(_ data: Span<UInt8>) -> Int? {
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
        data.number(at: place + 4, count: 4, isBigEndian: isBigEndian) == 1
      else { return nil }
      return data.number(at: place + 8, count: 2, isBigEndian: isBigEndian)
    }
    return nil
  }

  /// The data that say this orientation and nothing else.
  static func data(_ orientation: Int) -> [UInt8] {
    let header: [UInt8] = [0x4D, 0x4D, 0, 42, 0, 0, 0, 8]
    let entry: [UInt8] = [0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, UInt8(truncatingIfNeeded: orientation), 0, 0]
    return header + [0, 1] + entry + [0, 0, 0, 0]
  }

  /// The orientation of `data`, when a picture looks another way without it.
  static func kept(_ data: Span<UInt8>) -> Int? { value(data).flatMap { 2...8 ~= $0 ? $0 : nil } }
}
