import Bytes
import Diagnostics

/// From UTF-8 to records.
///
///     file     = { record break | break } [ record ]
///     record   = field { delimiter field }
///     field    = '"' { any but '"' | '""' } '"' | { any but '"', delimiter, break, NUL }
///     break    = LF | CR LF | CR
enum CSVScanner {
  /// The records of a file that is UTF-8 and in order, as nearly all are: one pass finds that out and reads it; `nil` for
  /// any other.
  static func scanUTF8(_ bytes: [UInt8], path: String) -> CSVRecords? {
    let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    let text = CSVDecoding.Decoded(
      utf8: bytes, encoding: .utf8, hasByteOrderMark: hasMark, textStart: hasMark ? 3 : 0)
    return try? scan(text, path: path)
  }

  static func scan(_ decoded: CSVDecoding.Decoded, path: String) throws(CSVError) -> CSVRecords {
    let (delimiter, hasSeparatorLine) = CSVDelimiter.detect(decoded.utf8, from: decoded.textStart)
    var fields: [CSVRecords.Field] = []
    fields.reserveCapacity(decoded.utf8.count / 8)
    var starts: [UInt32] = [0]
    try scan(decoded.utf8.span, from: decoded.textStart, delimiter, &fields, &starts)
    return CSVRecords(
      path: path, source: decoded.utf8, encoding: decoded.encoding, hasByteOrderMark: decoded.hasByteOrderMark,
      delimiter: delimiter, hasSeparatorLine: hasSeparatorLine, fields: fields, recordStarts: starts)
  }

  private static func scan(
    _ text: borrowing Span<UInt8>, from start: Int, _ delimiter: UInt8, _ fields: inout [CSVRecords.Field],
    _ starts: inout [UInt32]
  ) throws(CSVError) {
    // What may end an unquoted field lies below 64: a set of bits is quicker here than a table.
    var special: UInt64 = 0
    for byte in [delimiter, UInt8(ascii: "\""), UInt8(ascii: "\n"), UInt8(ascii: "\r"), 0] {
      special |= 1 << UInt64(byte)
    }
    let end = text.count
    var index = start
    while index < end {
      if isBreak(text[index]) {
        index += 1
        continue
      }
      while true {
        var contentEnd: Int
        if index < end, text[index] == UInt8(ascii: "\"") {
          let (content, hasEscapes) = try quoted(text, from: index)
          fields.append(.init(content, isQuoted: true, hasEscapes: hasEscapes))
          contentEnd = content.upperBound + 1
          guard contentEnd >= end || text[contentEnd] == delimiter || isBreak(text[contentEnd]) else {
            throw CSVError(.textAfterQuote, SourceSpan(contentEnd, contentEnd + 1), related: index)
          }
        } else {
          contentEnd = index
          while contentEnd < end {
            let byte = text[contentEnd]
            if byte >= 0x80 {
              contentEnd += try characterLength(text, at: contentEnd)
              continue
            }
            // The masking shift takes the byte modulo 64: it is below.
            if byte < 64, special &>> UInt64(byte) & 1 == 1 { break }
            contentEnd += 1
          }
          if contentEnd < end {
            if text[contentEnd] == UInt8(ascii: "\"") {
              throw CSVError(.quoteInside, SourceSpan(contentEnd, contentEnd + 1))
            }
            if text[contentEnd] == 0 { throw CSVError(.nul, SourceSpan(contentEnd, contentEnd + 1)) }
          }
          fields.append(.init(index..<contentEnd, isQuoted: false, hasEscapes: false))
        }
        index = contentEnd + 1
        if contentEnd >= end || text[contentEnd] != delimiter { break }
      }
      starts.append(UInt32(truncatingIfNeeded: fields.count))
    }
  }

  @inline(__always)
  private static func characterLength(_ text: borrowing Span<UInt8>, at index: Int) throws(CSVError) -> Int {
    let length = UTF8Check.multibyteLength(in: text, at: index)
    guard length > 0 else { throw CSVError(.undecodable, SourceSpan(index, index + 1)) }
    return length
  }

  private static func isBreak(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }

  /// The content of the quoted field whose opening quote is at `opening`.
  private static func quoted(
    _ text: borrowing Span<UInt8>, from opening: Int
  ) throws(CSVError) -> (content: Range<Int>, hasEscapes: Bool) {
    var index = opening + 1
    var hasEscapes = false
    while index < text.count {
      let byte = text[index]
      if byte == UInt8(ascii: "\"") {
        guard index + 1 < text.count, text[index + 1] == byte else { return (opening + 1..<index, hasEscapes) }
        hasEscapes = true
        index += 1
      } else if byte == 0 {
        throw CSVError(.nul, SourceSpan(index, index + 1))
      } else if byte >= 0x80 {
        index += try characterLength(text, at: index)
        continue
      }
      index += 1
    }
    throw CSVError(.unterminatedQuote, SourceSpan(opening, opening + 1))
  }
}
