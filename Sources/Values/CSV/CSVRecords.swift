package import Diagnostics

/// The records of a CSV file exactly as written, with the place of every field.
///
/// Fields are stored as places in `source` (8 bytes each); their text is made when it is asked for.
package struct CSVRecords: Hashable, Sendable {
  package let path: String
  /// The file as UTF-8, without a byte order mark only when the file was decoded from another encoding. All spans count
  /// from its first byte; for a file in another encoding it, not the file's bytes, is what diagnostics quote.
  package let source: [UInt8]
  package let encoding: CSVEncoding
  /// Whether the file began with a byte order mark.
  package let hasByteOrderMark: Bool
  /// `,`, tab or `;`.
  package let delimiter: UInt8
  /// Whether record 0 is Excel's `sep=` line.
  package let hasSeparatorLine: Bool

  /// One field: where its content (without quotes) lies and how it is written.
  struct Field: Hashable, Sendable {
    private var start: UInt32
    /// Length in the low 30 bits, then one bit for `""` inside and one for quotes around.
    private var lengthAndStyle: UInt32

    init(_ range: Range<Int>, isQuoted: Bool, hasEscapes: Bool) {
      start = UInt32(truncatingIfNeeded: range.lowerBound)
      lengthAndStyle = UInt32(truncatingIfNeeded: range.count) | (isQuoted ? 1 << 31 : 0) | (hasEscapes ? 1 << 30 : 0)
    }

    var range: Range<Int> { Int(start)..<(Int(start) + Int(lengthAndStyle & 0x3FFF_FFFF)) }
    var isQuoted: Bool { lengthAndStyle >> 31 == 1 }
    var hasEscapes: Bool { lengthAndStyle >> 30 & 1 == 1 }
  }

  let fields: [Field]
  /// Index in `fields` of each record's first field, and at the end the number of fields.
  let recordStarts: [UInt32]

  /// The number of records; lines with nothing at all are none.
  package var count: Int { recordStarts.count - 1 }

  /// The number of fields of a record, at least 1.
  package func fieldCount(_ record: Int) -> Int { Int(recordStarts[record + 1] - recordStarts[record]) }

  private func field(_ record: Int, _ column: Int) -> Field { fields[Int(recordStarts[record]) + column] }

  /// Where the content of a field lies in `source`, quotes excluded.
  package func contentRange(_ record: Int, _ column: Int) -> Range<Int> { field(record, column).range }

  /// Whether the content holds doubled quotes, so that it differs from its bytes.
  package func hasEscapes(_ record: Int, _ column: Int) -> Bool { field(record, column).hasEscapes }

  /// The value of a field.
  ///
  /// - Complexity: O(its length).
  package func text(_ record: Int, _ column: Int) -> String {
    let field = field(record, column)
    return text(field.range, hasEscapes: field.hasEscapes)
  }

  /// The value of a part of a field's content that cuts no doubled quote.
  func text(_ range: Range<Int>, hasEscapes: Bool) -> String {
    guard hasEscapes else { return String(decoding: source[range], as: UTF8.self) }
    var output: [UInt8] = []
    output.reserveCapacity(range.count)
    var index = range.lowerBound
    while index < range.upperBound {
      output.append(source[index])
      index += source[index] == UInt8(ascii: "\"") ? 2 : 1
    }
    return String(decoding: output, as: UTF8.self)
  }

  /// The bytes of a field in `source`, quotes included.
  package func span(_ record: Int, _ column: Int) -> SourceSpan {
    let field = field(record, column)
    return field.isQuoted
      ? SourceSpan(field.range.lowerBound - 1, field.range.upperBound + 1) : SourceSpan(field.range)
  }

  /// From the first byte of a record to the last, line break excluded.
  package func recordSpan(_ record: Int) -> SourceSpan {
    span(record, 0).joined(with: span(record, fieldCount(record) - 1))
  }

  /// Whether a field holds nothing but blanks (ASCII, no-break and ideographic spaces, tabs).
  package func isBlank(_ record: Int, _ column: Int) -> Bool {
    CSVBlanks.trimmed(source, field(record, column).range).isEmpty
  }

  /// All values of a record.
  package func row(_ record: Int) -> [String] { (0..<fieldCount(record)).map { text(record, $0) } }
}

/// Blanks that people put around a value in a spreadsheet.
enum CSVBlanks {
  /// `range` without the spaces, tabs, line breaks, U+00A0 and U+3000 at both ends.
  static func trimmed(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
    var (low, high) = (range.lowerBound, range.upperBound)
    // Most values have none: no blank begins with a byte above 20 but C2 and E3, or ends with one but A0 and 80.
    if low < high {
      let (first, last) = (bytes[low], bytes[high - 1])
      if first > 0x20, first != 0xC2, first != 0xE3, last > 0x20, last != 0xA0, last != 0x80 { return range }
    }
    while low < high {
      if bytes[low] <= 0x20 {
        low += 1
      } else if high - low >= 2, bytes[low] == 0xC2, bytes[low + 1] == 0xA0 {
        low += 2
      } else if high - low >= 3, bytes[low] == 0xE3, bytes[low + 1] == 0x80, bytes[low + 2] == 0x80 {
        low += 3
      } else {
        break
      }
    }
    while low < high {
      if bytes[high - 1] <= 0x20 {
        high -= 1
      } else if high - low >= 2, bytes[high - 2] == 0xC2, bytes[high - 1] == 0xA0 {
        high -= 2
      } else if high - low >= 3, bytes[high - 3] == 0xE3, bytes[high - 2] == 0x80, bytes[high - 1] == 0x80 {
        high -= 3
      } else {
        break
      }
    }
    return low..<high
  }
}
