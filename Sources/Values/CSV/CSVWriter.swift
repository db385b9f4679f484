import Bytes

/// Writes CSV as RFC 4180: CR LF at the end of every record, fields quoted only where they must be, so that equal
/// tables give equal bytes.
package struct CSVWriter {
  /// What has been written, UTF-8.
  package private(set) var output: [UInt8] = []

  /// - Parameter byteOrderMark: whether the file begins with one; Excel needs it to read Chinese.
  package init(byteOrderMark: Bool = false) {
    if byteOrderMark { output = [0xEF, 0xBB, 0xBF] }
  }

  private static let special = ByteClass(",\"\r\n;\t".utf8)

  /// Appends one record of at least one field.
  ///
  /// A field is quoted when it holds a delimiter of any kind, a quote or a line break, or begins or ends with a blank;
  /// and a record of one empty field, which would be a blank line.
  package mutating func record(_ fields: [String]) {
    for (index, field) in fields.enumerated() {
      if index > 0 { output.append(UInt8(ascii: ",")) }
      append(field, quoteEmpty: fields.count == 1)
    }
    output.append(contentsOf: "\r\n".utf8)
  }

  private mutating func append(_ field: String, quoteEmpty: Bool) {
    var field = field
    field.makeContiguousUTF8()
    let text = field.utf8Span.span
    guard needsQuotes(text, quoteEmpty: quoteEmpty) else {
      output.append(run: text, 0..<text.count)
      return
    }
    output.append(UInt8(ascii: "\""))
    var runStart = 0
    for index in text.indices where text[index] == UInt8(ascii: "\"") {
      output.append(run: text, runStart..<index + 1)
      output.append(UInt8(ascii: "\""))
      runStart = index + 1
    }
    output.append(run: text, runStart..<text.count)
    output.append(UInt8(ascii: "\""))
  }

  private func needsQuotes(_ text: borrowing Span<UInt8>, quoteEmpty: Bool) -> Bool {
    guard text.count > 0 else { return quoteEmpty }
    if text[0] == UInt8(ascii: " ") || text[text.count - 1] == UInt8(ascii: " ") { return true }
    // At the very start these bytes would be taken for a byte order mark or Excel's `sep=` line.
    if output.isEmpty, text[0] == 0xEF || text[0] == UInt8(ascii: "s") { return true }
    for index in text.indices where Self.special.contains(text[index]) { return true }
    return false
  }
}
