import Values

/// The properties of office documents until 2003 (MS-OLEPS, 2.21 and 3.1.2): who made them and saved them last.
enum SummaryInformation {
  /// What the stream is known by, 28 bytes behind its beginning: {F29F85E0-4FF9-1068-AB91-08002B27B3D9}.
  private static let identifier: [UInt8] = [
    0xE0, 0x85, 0x9F, 0xF2, 0xF9, 0x4F, 0x68, 0x10, 0xAB, 0x91, 0x08, 0x00, 0x2B, 0x27, 0xB3, 0xD9,
  ]
  private static let author = 4
  private static let lastAuthor = 8

  /// The names in `bytes`, a compound file. The stream has its sectors side by side in files that programs write.
  ///
  /// - Complexity: O(length).
  static func authors(in bytes: [UInt8]) -> [String] {
    guard let found = bytes.firstRange(of: identifier), found.lowerBound >= 28 else { return [] }
    let stream = found.lowerBound - 28
    guard let offset = number(bytes, found.upperBound, 4), let count = number(bytes, stream + offset + 4, 4) else {
      return []
    }
    let section = stream + offset
    return (0..<min(count, 100)).compactMap { index in
      let entry = section + 8 + index * 8
      guard let property = number(bytes, entry, 4), property == author || property == lastAuthor,
        let value = number(bytes, entry + 4, 4)
      else { return nil }
      return text(bytes, at: section + value)
    }
  }

  /// A text with a byte or two a character, behind its kind and length.
  private static func text(_ bytes: [UInt8], at place: Int) -> String? {
    guard let kind = number(bytes, place, 4), let length = number(bytes, place + 4, 4), length < 1_000 else {
      return nil
    }
    let size = kind == 31 ? length * 2 : length
    guard place + 8 + size <= bytes.count else { return nil }
    let value = Array(bytes[place + 8..<place + 8 + size])
    if kind == 31 {
      let units = stride(from: 0, to: size - 1, by: 2).map { UInt16(value[$0]) | UInt16(value[$0 + 1]) << 8 }
      return String(decoding: units.filter { $0 > 0 }, as: UTF16.self)
    }
    return kind == 30 ? String(decoding: CSVReader.text(of: value.filter { $0 > 0 }), as: UTF8.self) : nil
  }

  private static func number(_ bytes: [UInt8], _ place: Int, _ length: Int) -> Int? {
    guard place >= 0, place + length <= bytes.count else { return nil }
    return bytes[place..<place + length].reversed().reduce(0) { $0 << 8 | Int($1) }
  }
}
