/// The files in a ZIP archive, as office programs write them (APPNOTE 6.3, without encryption and ZIP64).
struct ZipArchive {
  /// A file in it.
  struct Entry {
    let name: String
    fileprivate let method: Int
    fileprivate let isEncrypted: Bool
    fileprivate let size: Int
    fileprivate let header: Int
  }

  let entries: [Entry]
  private let bytes: [UInt8]

  /// Reads the directory at the end of `bytes`; `nil` when there is none or it is damaged.
  ///
  /// - Complexity: O(length of the directory).
  init?(_ bytes: [UInt8]) {
    guard let end = Self.directoryEnd(bytes), let count = Self.number(bytes, end + 10, 2),
      var place = Self.number(bytes, end + 16, 4)
    else { return nil }
    var entries: [Entry] = []
    for _ in 0..<count {
      guard Self.number(bytes, place, 4) == 0x0201_4B50, let flags = Self.number(bytes, place + 8, 2),
        let method = Self.number(bytes, place + 10, 2), let size = Self.number(bytes, place + 20, 4),
        let nameLength = Self.number(bytes, place + 28, 2), let extraLength = Self.number(bytes, place + 30, 2),
        let commentLength = Self.number(bytes, place + 32, 2), let header = Self.number(bytes, place + 42, 4),
        place + 46 + nameLength <= bytes.count
      else { return nil }
      entries.append(
        Entry(
          name: String(decoding: bytes[place + 46..<place + 46 + nameLength], as: UTF8.self), method: method,
          isEncrypted: flags & 1 == 1, size: size, header: header))
      place += 46 + nameLength + extraLength + commentLength
    }
    self.bytes = bytes
    self.entries = entries
  }

  /// The bytes of `entry`, at most `limit`.
  ///
  /// - Complexity: O(length of the output).
  func bytes(of entry: Entry, limit: Int) throws(Inflate.Failure) -> [UInt8] {
    guard !entry.isEncrypted, Self.number(bytes, entry.header, 4) == 0x0403_4B50,
      let nameLength = Self.number(bytes, entry.header + 26, 2),
      let extraLength = Self.number(bytes, entry.header + 28, 2)
    else { throw .damaged }
    let start = entry.header + 30 + nameLength + extraLength
    guard start + entry.size <= bytes.count else { throw .damaged }
    switch entry.method {
    case 0:
      guard entry.size <= limit else { throw .tooLarge }
      return Array(bytes[start..<start + entry.size])
    case 8: return try Inflate.bytes(of: bytes, start..<start + entry.size, limit: limit)
    case _: throw .damaged
    }
  }

  /// Where the record at the end of the directory is: behind it stands a comment of at most 65,535 bytes.
  private static func directoryEnd(_ bytes: [UInt8]) -> Int? {
    var place = bytes.count - 22
    while place >= 0, place >= bytes.count - 22 - 0xFFFF {
      if number(bytes, place, 4) == 0x0605_4B50 { return place }
      place -= 1
    }
    return nil
  }

  /// `length` bytes as a number, the lowest first; `nil` where they are not all there.
  private static func number(_ bytes: [UInt8], _ place: Int, _ length: Int) -> Int? {
    guard place >= 0, place + length <= bytes.count else { return nil }
    return bytes[place..<place + length].reversed().reduce(0) { $0 << 8 | Int($1) }
  }
}
