package import Diagnostics
package import Expressions
package import Values

extension CalendarDate: TextualFieldValue {
  /// `2026-09-01`, `2026/9/1`, `2026.9.1`, `2026年9月1日`, each with the midnight that spreadsheets add (`2026/9/1 0:00`).
  package init?(fieldText text: String, year: Int?) {
    if let date = Self(iso: text.utf8Span.span) {
      self = date
      return
    }
    var text = text.narrowed
    for midnight in [" 0:00", " 00:00", " 0:00:00", " 00:00:00"] where text.hasSuffix(midnight) {
      text.removeLast(midnight.count)
      break
    }
    var numbers: [Int] = []
    var digits = ""
    let clean = text.hasSuffix("日") ? String(text.dropLast()) : text
    for scalar in clean.unicodeScalars {
      switch scalar {
      case "0"..."9": digits.unicodeScalars.append(scalar)
      case "-", "/", ".", "年", "月":
        guard let number = Int(digits) else { return nil }
        numbers.append(number)
        digits = ""
      default: return nil
      }
    }
    guard let last = Int(digits), numbers.count == 2, numbers[0] >= 1000 else { return nil }
    self.init(year: numbers[0], month: numbers[1], day: last)
  }

  /// The usual form, `2026-09-01`, read without intermediate texts.
  private init?(iso text: borrowing Span<UInt8>) {
    guard text.count == 10, text[4] == UInt8(ascii: "-"), text[7] == UInt8(ascii: "-") else { return nil }
    var number = 0
    for index in text.indices where index != 4 && index != 7 {
      let digit = text[index] &- UInt8(ascii: "0")
      guard digit < 10 else { return nil }
      number = number * 10 + Int(digit)
    }
    guard number >= 1000_00_00 else { return nil }
    self.init(year: number / 10_000, month: number / 100 % 100, day: number % 100)
  }

  package static func read(_ cell: borrowing Span<UInt8>, at span: SourceSpan) -> CalendarDate? {
    CalendarDate(iso: cell)
  }

  /// The day with that serial number.
  package init?(spreadsheetNumber number: Decimal) {
    guard let day = SerialDate.day(number) else { return nil }
    self = day
  }
  /// `2026-09-01`.
  package var spreadsheetText: String { description }

  /// DT01, the code of every wrong date or time.
  package static var errorCode: DiagnosticCode { "DT01" }
  /// `2026-09-01`.
  package var fieldText: String { description }
  /// The form that repairs recommend of the four that are read.
  package static var example: String { "2026-09-01" }
  /// A date, so that layouts choose the form with the `date` filter.
  package static var valueType: ValueType { .date }
  /// A single day; spans of days are `TimeSpan`.
  package static var typeName: Message { Message(zh: "日期", en: "date") }
  package func value(in model: Model) -> Value { .date(self) }

  /// `9月1日`.
  package var monthDayText: String { "\(month)月\(day)日" }

  /// From this day to `last`, what they share said once: `8月15日—21日`, `8月15日—9月30日`, `10月15日—2027年3月15日`.
  package func text(through last: CalendarDate) -> String {
    if self == last { return monthDayText }
    let end =
      year != last.year ? "\(last.year)年" + last.monthDayText : month == last.month ? "\(last.day)日" : last.monthDayText
    return monthDayText + "—" + end
  }
  /// `星期二`.
  package var weekdayText: String { "星期" + ["一", "二", "三", "四", "五", "六", "日"][weekday - 1] }
}

/// Minutes since midnight, 0…1440 (24:00 closes a day).
package struct ClockTime: Hashable, Sendable, Comparable {
  package var minutes: Int

  /// `19:00`, with a full-width colon too; `nil` for hours over 24 or minutes over 59.
  package init?(_ text: some StringProtocol) {
    let parts = String(text).narrowed.split(omittingEmptySubsequences: false) { $0 == ":" || $0 == "：" }
    guard parts.count == 2, let hour = digits(parts[0]), let minute = digits(parts[1]), parts[1].utf8.count == 2,
      (0...24).contains(hour), (0...59).contains(minute), hour < 24 || minute == 0
    else { return nil }
    minutes = hour * 60 + minute
  }

  package static func < (left: Self, right: Self) -> Bool { left.minutes < right.minutes }

  /// `9:00`, `19:30`.
  package var text: String {
    let minute = minutes % 60
    return "\(minutes / 60):\(minute < 10 ? "0" : "")\(minute)"
  }
}

/// A part of a day: `19:00-21:00`, or only when it begins.
package struct TimeRange: TextualFieldValue, Hashable {
  package var start: ClockTime
  package var end: ClockTime?

  /// `19:00-21:00` with any dash, tilde or 至 between, or `19:00` alone; `nil` unless the end is after the start, so it
  /// never runs past midnight.
  package init?(fieldText text: String, year: Int?) {
    let parts = text.split(omittingEmptySubsequences: false) { "-–—~～至".contains($0) }
    guard let first = parts.first, parts.count <= 2, let start = ClockTime(String(first).trimmed) else { return nil }
    self.start = start
    if parts.count == 2 {
      guard let end = ClockTime(String(parts[1]).trimmed), end > start else { return nil }
      self.end = end
    }
  }

  /// A range that ends before it begins, and times told as people speak (`晚7点`).
  package static func reason(against text: String) -> Message? {
    let parts = text.split(omittingEmptySubsequences: false) { "-–—~～至".contains($0) }
    let times = parts.compactMap { ClockTime(String($0).trimmed) }
    if parts.count == 2, times.count == 2 {
      return Message(zh: "“\(text)”的结束时间不晚于开始时间", en: "\"\(text)\" does not end after it begins")
    }
    guard text.contains(where: { "点时早午晚".contains($0) }) else { return nil }
    return Message(zh: "“\(text)”要写成24小时制的数字", en: "\"\(text)\" is to be written in figures of a 24-hour clock")
  }

  /// `19:00–21:00`.
  package var text: String { start.text + (end.map { "–" + $0.text } ?? "") }

  /// The beginning, from a fraction of a day.
  package init?(spreadsheetNumber number: Decimal) {
    guard let time = SerialDate.time(number) else { return nil }
    start = time
  }
  /// `19:00`.
  package var spreadsheetText: String { text }

  /// DT01, the code of every wrong date or time.
  package static var errorCode: DiagnosticCode { "DT01" }
  /// As shown: the dash between the ends is read back.
  package var fieldText: String { text }
  /// Both ends; the second may be left out.
  package static var example: String { "19:00-21:00" }
  /// Text as readers see it, `19:00–21:00`.
  package static var valueType: ValueType { .text }
  /// Called 时间 like `TimeSpan`: which one a field wants shows in the example.
  package static var typeName: Message { Message(zh: "时间", en: "time of day") }
  package func value(in model: Model) -> Value { .text(text) }
}

/// A day and a time on it: `2026-09-22 17:30`; `24:00` closes the day.
package struct Moment: TextualFieldValue, Hashable, Comparable {
  package var date: CalendarDate
  package var time: ClockTime

  /// A date in any of its forms, then a blank or `T`, then a time; `nil` unless both are there. `year` is not used.
  package init?(fieldText text: String, year: Int?) {
    let parts = text.split { $0 == " " || $0 == "T" || $0 == "\u{3000}" }
    guard parts.count == 2, let date = CalendarDate(fieldText: String(parts[0]), year: nil),
      let time = ClockTime(parts[1])
    else { return nil }
    self.date = date
    self.time = time
  }

  package static func < (left: Self, right: Self) -> Bool { (left.date, left.time) < (right.date, right.time) }

  static let attributes = RecordType(
    "moment",
    [
      .init("date", .date, doc: "日期"), .init("time", .text, doc: "时刻，如 17:30"),
    ])

  /// A day and a fraction of one.
  package init?(spreadsheetNumber number: Decimal) {
    guard number.integer == nil, let date = SerialDate.day(number.floor),
      let time = number.subtracting(number.floor).flatMap(SerialDate.time)
    else { return nil }
    self.date = date
    self.time = time
  }
  /// `2026-09-22 17:30`.
  package var spreadsheetText: String { "\(date) \(time.text)" }

  /// DT01, the code of every wrong date or time.
  package static var errorCode: DiagnosticCode { "DT01" }
  /// Date and time with a blank between.
  package var fieldText: String { "\(date.description) \(time.text)" }
  /// Date and time with a blank between; the time may be `24:00`.
  package static var example: String { "2026-09-22 17:30" }
  /// A record with `date` and `time`, because layouts print the two apart.
  package static var valueType: ValueType { .record { Self.attributes } }
  /// Both parts are asked for: a bare date is refused.
  package static var typeName: Message { Message(zh: "日期和时刻", en: "date and time") }
  package func value(in model: Model) -> Value { .record(View(Self.attributes, [.date(date), .text(time.text)])) }
}

/// When something is: a day, days, a month, a part of a month, a year.
package struct TimeSpan: TextualFieldValue, Hashable {
  package var first: CalendarDate
  package var last: CalendarDate
  /// As shown: `9月24日`, `8月15日—9月30日`, `4月`, `7月上中旬`, `全年`.
  package var text: String

  /// A day, `first..last` with both ends in full, or a month, part of a month or 全年; a month without its year is in
  /// `year`, and `nil` when there is none.
  package init?(fieldText text: String, year: Int?) {
    if let day = CalendarDate(fieldText: text, year: nil) {
      self.init(first: day, last: day, text: day.monthDayText)
      return
    }
    if let dots = text.firstIndex(of: "."), text[dots...].hasPrefix("..") {
      guard let first = CalendarDate(fieldText: String(text[..<dots]), year: nil),
        let last = CalendarDate(fieldText: String(text[dots...].dropFirst(2)), year: nil), first <= last
      else { return nil }
      self.init(first: first, last: last, text: first.text(through: last))
      return
    }
    self.init(month: text, year: year)
  }

  package init(first: CalendarDate, last: CalendarDate, text: String) {
    self.first = first
    self.last = last
    self.text = text
  }

  /// `2026-07`, `4月`, `7月上中旬`, `2026-07 上中旬`, `全年`, `2026 全年`.
  private init?(month text: String, year: Int?) {
    let text = text.narrowed
    // 月 ends the month, whether a blank stands behind it or not.
    let parts = text.replacing("月", with: "月 ").split { $0 == " " || $0 == "\u{3000}" }
    if parts.last == "全年" {
      guard parts.count <= 2, let whole = parts.count == 2 ? digits(parts[0]) : year,
        let first = CalendarDate(year: whole, month: 1, day: 1),
        let last = CalendarDate(year: whole, month: 12, day: 31)
      else { return nil }
      self.init(first: first, last: last, text: "全年")
      return
    }
    guard let head = parts.first else { return nil }
    var monthYear = year
    var month: Int?
    if head.hasSuffix("月") {
      month = digits(head.dropLast())
    } else {
      let pieces = head.split(separator: "-", omittingEmptySubsequences: false)
      guard pieces.count == 2, pieces[0].count == 4 else { return nil }
      monthYear = digits(pieces[0])
      month = digits(pieces[1])
    }
    guard let monthYear, let month, (1...12).contains(month) else { return nil }
    let part = parts.count == 2 ? String(parts[1]) : ""
    let length = CalendarDate.days(inMonth: month, of: monthYear)
    let days: ClosedRange<Int>
    switch part {
    case "": days = 1...length
    case "上旬": days = 1...10
    case "中旬": days = 11...20
    case "下旬": days = 21...length
    case "上中旬": days = 1...20
    case "中下旬": days = 11...length
    default: return nil
    }
    guard parts.count <= 2, let first = CalendarDate(year: monthYear, month: month, day: days.lowerBound),
      let last = CalendarDate(year: monthYear, month: month, day: days.upperBound)
    else { return nil }
    self.init(first: first, last: last, text: "\(month)月\(part)")
  }

  /// The day with that serial number.
  package init?(spreadsheetNumber number: Decimal) {
    guard let day = SerialDate.day(number) else { return nil }
    self.init(first: day, last: day, text: day.monthDayText)
  }
  /// `2026-09-24`.
  package var spreadsheetText: String { first.description }

  /// DT01, the code of every wrong date or time.
  package static var errorCode: DiagnosticCode { "DT01" }
  /// With its year, whatever file it comes from.
  package var fieldText: String {
    if text == "全年" { return "\(first.year) 全年" }
    if first == last { return first.description }
    if text.hasSuffix("日") { return "\(first.description)..\(last.description)" }
    let part = text.split(separator: "月", maxSplits: 1, omittingEmptySubsequences: false).last ?? ""
    return String(first.description.prefix(7)) + (part.isEmpty ? "" : " " + part)
  }
  /// One of each form that is read.
  package static var example: String { "2026-09-24、2026-08-15..2026-09-30、4月、2026-07 上中旬、全年" }
  /// The text as shown; which days it covers is for states and checks only.
  package static var valueType: ValueType { .text }
  /// A day or longer; times of day are `TimeRange`.
  package static var typeName: Message { Message(zh: "时间", en: "time span") }
  package func value(in model: Model) -> Value { .text(text) }
}

extension String {
  /// With full-width digits and signs (`２０２６／９／１`) as ASCII.
  fileprivate var narrowed: String {
    guard utf8.contains(0xEF) else { return self }
    var result = ""
    for scalar in unicodeScalars {
      let isWide = (0xFF01...0xFF5E).contains(scalar.value)
      result.unicodeScalars.append(isWide ? Unicode.Scalar(UInt8(scalar.value - 0xFEE0)) : scalar)
    }
    return result
  }
}
