import Bytes
import Diagnostics

/// From the bytes of a file to UTF-8; the rules are in the comment of `CSVReader`.
enum CSVDecoding {
  struct Decoded {
    var utf8: [UInt8]
    var encoding: CSVEncoding
    var hasByteOrderMark: Bool
    /// Where the text begins in `utf8`: 3 behind a UTF-8 byte order mark, else 0.
    var textStart: Int
  }

  static func decode(_ bytes: [UInt8]) throws(CSVError) -> Decoded {
    if bytes.starts(with: [0xFF, 0xFE]) { return try utf16(bytes, littleEndian: true) }
    if bytes.starts(with: [0xFE, 0xFF]) { return try utf16(bytes, littleEndian: false) }
    let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    guard let bad = UTF8Check.firstError(in: bytes.span) else {
      return Decoded(utf8: bytes, encoding: .utf8, hasByteOrderMark: hasMark, textStart: hasMark ? 3 : 0)
    }
    if bad.upperBound == bytes.count, bytes[bad.lowerBound] >= 0xC2, bytes[bad.lowerBound] <= 0xF4 {
      throw CSVError(.cutUTF8, SourceSpan(bad))
    }
    if hasMark || isMostlyUTF8(bytes, firstError: bad) { throw CSVError(.damagedUTF8, SourceSpan(bad)) }
    switch GB18030.decode(bytes) {
    case .text(let text): return Decoded(utf8: text, encoding: .gb18030, hasByteOrderMark: false, textStart: 0)
    case .invalid(let range): throw CSVError(.undecodable, SourceSpan(range))
    }
  }

  /// Whether bytes with errors are UTF-8 all the same: characters of three and four bytes outnumber the errors.
  ///
  /// In Chinese GB18030 nearly every character is an error and such characters come up by chance once in seventy. Looks
  /// at 64 KB from the first error on, and at all before it.
  private static func isMostlyUTF8(_ bytes: [UInt8], firstError: Range<Int>) -> Bool {
    var long = bytes[..<firstError.lowerBound].count { $0 >= 0xE0 }
    var errors = 1
    var index = firstError.upperBound
    let end = min(bytes.count, index + 65_536)
    while index < end {
      let bad = UTF8Check.firstError(in: bytes.span.extracting(index..<end))
      let wellFormedEnd = bad.map { index + $0.lowerBound } ?? end
      long += bytes[index..<wellFormedEnd].count { $0 >= 0xE0 }
      guard let bad else { break }
      errors += 1
      index += bad.upperBound
    }
    return long > errors
  }

  private static func utf16(_ bytes: [UInt8], littleEndian: Bool) throws(CSVError) -> Decoded {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    let (high, low) = littleEndian ? (1, 0) : (0, 1)
    func unit(_ index: Int) -> UInt32 { UInt32(bytes[index + high]) << 8 | UInt32(bytes[index + low]) }
    var index = 2
    while index < bytes.count {
      guard index + 1 < bytes.count else { throw CSVError(.undecodable, SourceSpan(index, index + 1)) }
      var value = unit(index)
      index += 2
      if (0xD800..<0xDC00).contains(value), index + 1 < bytes.count, (0xDC00..<0xE000).contains(unit(index)) {
        value = 0x10000 + (value - 0xD800) << 10 + (unit(index) - 0xDC00)
        index += 2
      }
      guard let scalar = Unicode.Scalar(value) else { throw CSVError(.undecodable, SourceSpan(index - 2, index)) }
      if value < 0x80 {
        output.append(UInt8(value))
      } else {
        output.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
    return Decoded(
      utf8: output, encoding: littleEndian ? .utf16LittleEndian : .utf16BigEndian, hasByteOrderMark: true, textStart: 0)
  }
}
