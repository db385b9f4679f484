import Values

/// What TIFF directories, as cameras write them, tell beside the picture (TIFF 6.0; Exif 2.32, §4.6). Takes any bytes.
struct TIFFDirectory {
  static let headers: [[UInt8]] = [[0x49, 0x49, 42, 0], [0x4D, 0x4D, 0, 42]]

  private(set) var hasPlace = false
  /// Whether it says when the picture was taken, or by which camera of its kind.
  private(set) var hasCamera = false
  private(set) var authors: [String] = []

  private let bytes: ArraySlice<UInt8>
  private let isBigEndian: Bool

  private enum Tag {
    static let artist = 0x013B
    static let exif = 0x8769
    static let place = 0x8825
    static let latitude = 0x0002
    static let taken = 0x9003
    static let author = 0x9C9D
    static let owner = 0xA430
    static let serial = 0xA431
  }

  /// Reads the directories of `bytes`, which begin with one of the headers.
  ///
  /// - Complexity: O(entries of three directories).
  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    isBigEndian = bytes.starts(with: Self.headers[1])
    guard isBigEndian || bytes.starts(with: Self.headers[0]), let first = number(4, 4) else { return }
    read(first, depth: 0)
  }

  private mutating func read(_ directory: Int, depth: Int) {
    guard depth < 2, let count = number(directory, 2) else { return }
    for entry in 0..<count {
      let place = directory + 2 + entry * 12
      guard let tag = number(place, 2), let kind = number(place + 2, 2), let count = number(place + 4, 4),
        let value = number(place + 8, 4)
      else { return }
      switch tag {
      case Tag.exif: read(value, depth: depth + 1)
      case Tag.place: if has(Tag.latitude, in: value) { hasPlace = true }
      case Tag.taken, Tag.serial: hasCamera = true
      case Tag.artist, Tag.owner:
        if kind == 2, let text = text(at: count > 4 ? value : place + 8, count) {
          authors.append(String(decoding: CSVReader.text(of: text.filter { $0 > 0 }), as: UTF8.self))
        }
      case Tag.author:
        if let text = text(at: count > 4 ? value : place + 8, count) {
          let units = stride(from: 0, to: text.count - 1, by: 2).map { UInt16(text[$0]) | UInt16(text[$0 + 1]) << 8 }
          authors.append(String(decoding: units.filter { $0 > 0 }, as: UTF16.self))
        }
      case _: break
      }
    }
  }

  private func has(_ wanted: Int, in directory: Int) -> Bool {
    guard let count = number(directory, 2) else { return false }
    return (0..<min(count, 100)).contains { number(directory + 2 + $0 * 12, 2) == wanted }
  }

  private func text(at offset: Int, _ count: Int) -> [UInt8]? {
    guard count < 10_000, offset >= 0, offset + count <= bytes.count else { return nil }
    let start = bytes.startIndex + offset
    return Array(bytes[start..<start + count])
  }

  /// `length` bytes at `offset` as a number; `nil` where they are not all there.
  private func number(_ offset: Int, _ length: Int) -> Int? {
    guard offset >= 0, offset + length <= bytes.count else { return nil }
    let start = bytes.startIndex + offset
    let part = bytes[start..<start + length]
    return isBigEndian
      ? part.reduce(0) { $0 << 8 | Int($1) } : part.reversed().reduce(0) { $0 << 8 | Int($1) }
  }
}
