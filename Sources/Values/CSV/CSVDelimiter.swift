/// Which byte separates the fields of a file.
enum CSVDelimiter {
  /// The delimiter, and whether the first line is `sep=` (see `CSVReader`).
  ///
  /// - Complexity: O(length of the first record).
  static func detect(_ bytes: [UInt8], from start: Int) -> (delimiter: UInt8, hasSeparatorLine: Bool) {
    if let delimiter = separatorLine(bytes, from: start) { return (delimiter, true) }
    var commas = 0
    var tabs = 0
    var semicolons = 0
    var isInQuotes = false
    var index = start
    while index < bytes.count, bytes[index] == UInt8(ascii: "\n") || bytes[index] == UInt8(ascii: "\r") { index += 1 }
    scan: while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\""): isInQuotes.toggle()
      case UInt8(ascii: ",") where !isInQuotes: commas += 1
      case UInt8(ascii: "\t") where !isInQuotes: tabs += 1
      case UInt8(ascii: ";") where !isInQuotes: semicolons += 1
      case UInt8(ascii: "\n") where !isInQuotes, UInt8(ascii: "\r") where !isInQuotes: break scan
      default: break
      }
      index += 1
    }
    if commas >= tabs, commas >= semicolons { return (UInt8(ascii: ","), false) }
    return (tabs >= semicolons ? UInt8(ascii: "\t") : UInt8(ascii: ";"), false)
  }

  /// The delimiter that a first line `sep=,` names.
  private static func separatorLine(_ bytes: [UInt8], from start: Int) -> UInt8? {
    guard bytes.count > start + 4, bytes[start..<start + 4].elementsEqual("sep=".utf8) else { return nil }
    let named = bytes[start + 4]
    guard named == UInt8(ascii: ",") || named == UInt8(ascii: ";") || named == UInt8(ascii: "\t") else { return nil }
    guard bytes.count > start + 5 else { return named }
    return bytes[start + 5] == UInt8(ascii: "\n") || bytes[start + 5] == UInt8(ascii: "\r") ? named : nil
  }
}
