import Bytes
package import Diagnostics

/// Reads CSV as an office has it: RFC 4180 and what spreadsheets add to it.
///
/// Decided here, once:
/// - Encoding: a byte order mark decides; else what is valid UTF-8 is UTF-8; else GB18030, with a note. Bytes that are
///   UTF-8 but for a character cut off at the end, or but for a few damaged places, are refused, not read as GB18030.
/// - Records end at LF, CR LF or CR outside quotes. VT, FF, NEL and U+2028 are text. A line with nothing at all is
///   no record; a line with a blank or `""` is one.
/// - The delimiter is that of a first line `sep=…`, else the one of `,`, tab, `;` that occurs most often in the first
///   record outside quotes (in that order when equal). A full-width comma is text.
/// - Blanks belong to the field. A quote opens a quoted field only as its first character; a quote inside an unquoted
///   field is refused as in RFC 4180 (spreadsheets accept it, each in its own way), so is text after a closing quote.
/// - NUL is refused. A byte order mark elsewhere than at the start is text. Text that looks like a formula is text.
/// - `sep=` stays in the records and is no row of the table.
/// - A record with more or fewer fields than the header is kept as it is; the table tells it (CV08) when its row is
///   decoded. Blank columns at the right and blank rows are left out of the table, not of the records.
/// - A header without rows is an empty table. What a spreadsheet did to values (error values, serial numbers of dates,
///   scientific notation) is text here: only the field that reads it can tell.
package enum CSVReader {
  /// The largest file that is read, in bytes.
  package static let maximumSize = 256 << 20

  /// The records of a file, for raw inspection and as the ground of `CSVTable`.
  ///
  /// - Returns: the records, or `nil` with one error; a note when the file is GB18030.
  /// - Complexity: O(length).
  package static func readRecords(_ bytes: [UInt8], path: String) -> (records: CSVRecords?, diagnostics: [Diagnostic]) {
    guard bytes.count <= maximumSize else {
      return (nil, [CSVError(.tooLarge, SourceSpan(0, 0)).diagnostic(path: path)])
    }
    if let records = CSVScanner.scanUTF8(bytes, path: path) { return (records, []) }
    do throws(CSVError) {
      let decoded = try CSVDecoding.decode(bytes)
      let records = try CSVScanner.scan(decoded, path: path)
      return (records, decoded.encoding == .gb18030 ? [CSVError.gb18030Note(path: path)] : [])
    } catch {
      return (nil, [error.diagnostic(path: path)])
    }
  }

  /// The text of a file as UTF-8, the ground of all spans: what diagnostics about the file quote from. The bytes
  /// themselves when they are UTF-8 or undecodable.
  ///
  /// - Complexity: O(length).
  package static func text(of bytes: [UInt8]) -> [UInt8] {
    do throws(CSVError) { return try CSVDecoding.decode(bytes).utf8 } catch { return bytes }
  }

  /// The table of a file: header and rows.
  ///
  /// - Returns: the table, `nil` with one error, or `nil` without one when the file has no record.
  /// - Complexity: O(length).
  package static func read(_ bytes: [UInt8], path: String) -> (table: CSVTable?, diagnostics: [Diagnostic]) {
    let (records, diagnostics) = readRecords(bytes, path: path)
    return (records.flatMap { CSVTable($0) }, diagnostics)
  }
}
