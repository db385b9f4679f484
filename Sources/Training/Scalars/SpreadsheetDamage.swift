import Diagnostics
import Expressions
import Values

/// What a spreadsheet did to a value before it was saved as CSV.
///
/// Repaired where only one value can have been meant: a date shown as its serial number (46266) in a field of dates.
/// Refused where the value is gone or may be another one: error values, ids in scientific notation, long numbers whose
/// last digits became zeros, a date where something else stood (`9-1` turned into `9月1日`).
enum SpreadsheetDamage: Hashable, Sendable {
  /// `#REF!` and its like.
  case errorValue
  /// `4.10223E+17`.
  case scientific
  /// Eighteen digits or more, those behind the fifteenth all zero: spreadsheets keep fifteen.
  case lostDigits
  /// `9月1日`, `1-Sep`, in a field that is no date.
  case date

  private static let errorValues: Set<String> = [
    "#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!", "#SPILL!", "#CALC!", "#GETTING_DATA",
  ]

  /// The damage that shows in any field, whatever its type; `nil` for text of every other form.
  ///
  /// - Complexity: O(length), and for most texts a look at the first byte.
  static func find(in text: borrowing Span<UInt8>) -> SpreadsheetDamage? {
    guard text.count > 2 else { return nil }
    let first = text[0]
    if first == UInt8(ascii: "#") { return isErrorValue(text) ? .errorValue : nil }
    // No form of damage is shorter than `1E+05`.
    guard text.count >= 5, isDigit(first) || first == UInt8(ascii: "-") else { return nil }
    var digits = 0
    var lastNonzero = 0
    var points = 0
    var index = isDigit(first) ? 0 : 1
    while index < text.count {
      if isDigit(text[index]) {
        digits += 1
        if text[index] != UInt8(ascii: "0") { lastNonzero = digits }
      } else if text[index] == UInt8(ascii: ".") {
        points += 1
      } else {
        break
      }
      index += 1
    }
    guard digits > 0, points <= 1 else { return nil }
    if index == text.count { return points == 0 && digits >= 18 && lastNonzero <= 15 ? .lostDigits : nil }
    // The sign is always written: `1E5` may be the number of a room.
    guard text[index] | 0x20 == UInt8(ascii: "e"), (4...5).contains(text.count - index),
      text[index + 1] == UInt8(ascii: "+") || text[index + 1] == UInt8(ascii: "-")
    else { return nil }
    for index in index + 2..<text.count where !isDigit(text[index]) { return nil }
    return .scientific
  }

  private static func isErrorValue(_ text: borrowing Span<UInt8>) -> Bool {
    var same = 0
    while same < text.count, text[same] == UInt8(ascii: "#") { same += 1 }
    return same == text.count || String(cell: text).map(errorValues.contains) ?? false
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }

  private static let months: Set<Substring> = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  /// Whether `text` is what a spreadsheet makes of `9-1` or `9/1`: `9月1日`, `1-Sep`, `Sep-26`.
  static func isDate(_ text: String) -> Bool {
    if text.hasSuffix("日") {
      let parts = text.dropLast().split(separator: "月", omittingEmptySubsequences: false)
      return parts.count == 2 && parts.allSatisfy { (1...2).contains($0.utf8.count) && digits($0) != nil }
    }
    let parts = text.lowercased().split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, let month = parts.firstIndex(where: months.contains) else { return false }
    return (1...2).contains(parts[1 - month].utf8.count) && digits(parts[1 - month]) != nil
  }

  /// CV12, at the cell.
  func diagnostic(_ text: String, at location: SourceLocation) -> Diagnostic {
    let asText = Message(
      zh: "在 Excel 里先把这一列设为“文本”格式，重新填写后再导出", en: "format the column as text, enter the value again and export it")
    let (message, repair) =
      switch self {
      case .errorValue:
        (
          Message(zh: "\(text) 是 Excel 的错误值，不是内容", en: "\(text) is an error value of the spreadsheet"),
          Message(zh: "改正公式或填入原来的内容，再导出", en: "correct the formula or enter the value, then export again")
        )
      case .scientific:
        (
          Message(
            zh: "\(text) 是被 Excel 改成科学记数法的长数字，原来的数字已经丢失",
            en: "\(text) is a long number that the spreadsheet rounded: its digits are lost"), asText
        )
      case .lostDigits:
        (
          Message(
            zh: "\(text) 的末几位被 Excel 改成了 0（它只保留 15 位）",
            en: "the last digits of \(text) became zeros: the spreadsheet keeps fifteen"), asText
        )
      case .date:
        (
          Message(
            zh: "“\(text)”可能是被 Excel 改成日期的编号", en: "\"\(text)\" was probably turned into a date by the spreadsheet"),
          asText
        )
      }
    return Diagnostic("CV12", message, at: location, repair: repair)
  }

  /// CV13 for a value that was understood: `meant` is how it was read.
  static func repaired(_ text: String, as meant: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "CV13", .note,
      Message(
        zh: "\(text) 是 Excel 的日期序号，已读作 \(meant)", en: "\(text) is a date's serial number and was read as \(meant)"),
      at: location,
      repair: Message(
        zh: "写成 \(meant)，或在 Excel 里把这一列设为日期格式再导出", en: "write \(meant), or format the column as a date and export again"
      ))
  }
}

/// Serial numbers of days and times as spreadsheets count them: whole days since 30 December 1899, the time of day as the
/// fraction.
enum SerialDate {
  /// The day of `serial`, whole and from 1990 to 2099: other numbers are no dates of training.
  static func day(_ serial: Decimal) -> CalendarDate? {
    guard let number = serial.integer, (32_874...73_050).contains(number) else { return nil }
    return CalendarDate(dayNumber: number + 693_899)
  }

  /// The time of day of a fraction, when it is within a second of a whole minute.
  static func time(_ fraction: Decimal) -> ClockTime? {
    guard let exact = fraction.multiplied(by: Decimal(24 * 60)), let minutes = exact.rounded(toPlaces: 0).integer,
      let distance = exact.subtracting(Decimal(minutes)), abs(distance.coefficient) * 60 <= pow10(distance.scale),
      (0...1439).contains(minutes)
    else { return nil }
    let minute = minutes % 60
    return ClockTime("\(minutes / 60):\(minute < 10 ? "0" : "")\(minute)")
  }

  private static func pow10(_ exponent: Int) -> Int128 { (0..<exponent).reduce(1) { power, _ in power * 10 } }
}
