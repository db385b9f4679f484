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

/// When something is: a day, days, a month, a part of a month, several months, half a year, a year.
package struct TimeSpan: TextualFieldValue, Hashable {
  package var first: CalendarDate
  package var last: CalendarDate
  /// As shown: `9月24日`, `8月15日—9月30日`, `4月`, `7月上中旬`, `4月底前`, `4—5月` as it is written, `上半年`, `全年`.
  package var text: String

  /// A day, `first..last` with both ends in full, or a month, part of a month, several months, half a year or 全年; a month
  /// without its year is in `year`, and `nil` when there is none.
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
    self.init(months: text, year: year)
  }

  package init(first: CalendarDate, last: CalendarDate, text: String) {
    self.first = first
    self.last = last
    self.text = text
  }

  /// What is told in months, within one year:
  ///
  ///     span  = [year] (全年 | 上半年 | 下半年 | month [part] | (number | month [part]) dash month [part])
  ///     year  = four digits and 年, a blank or (before a number) -
  ///     part  = 上旬 | 中旬 | 下旬 | 上中旬 | 中下旬 | 底 | 底前
  private init?(months text: String, year: Int?) {
    guard var rest = text.narrowed.withoutBlanks else { return nil }
    var year = year
    let front = rest.prefix(4)
    if front.utf8.count == 4, let own = digits(front) {
      year = own
      rest.removeFirst(4)
      if rest.hasPrefix("年") {
        rest.removeFirst()
      } else if rest.hasPrefix("-") {
        let number = rest.dropFirst().prefix { $0.isASCII && $0.isNumber }
        let tail = rest.dropFirst().dropFirst(number.count)
        rest = String(number) + (tail.hasPrefix("月") ? "" : "月") + String(tail)
      }
    }
    guard let year else { return nil }
    if let months = Self.partsOfYear[rest] {
      self.init(year, months.lowerBound, 1, months.upperBound, nil, text: rest)
      return
    }
    let ends = rest.split(omittingEmptySubsequences: false) { "-–—~至到".contains($0) }
    if ends.count == 1, let (month, part) = Self.month(ends[0]), let days = Self.days(of: part, month, year) {
      self.init(year, month, days.lowerBound, month, days.upperBound, text: "\(month)月\(part)")
      return
    }
    // 月 may stand once, behind the second number; what is due by a day does not begin or end a span.
    guard ends.count == 2, !rest.contains("底前"),
      let (from, fromPart) = Self.month(
        ends[0].hasSuffix("月") ? ends[0] : digits(ends[0]) == nil ? ends[0] : ends[0] + "月"),
      let (to, toPart) = Self.month(ends[1]), let firstDays = Self.days(of: fromPart, from, year),
      let lastDays = Self.days(of: toPart, to, year), (from, firstDays.lowerBound) < (to, lastDays.lowerBound)
    else { return nil }
    self.init(year, from, firstDays.lowerBound, to, lastDays.upperBound, text: rest)
  }

  /// From a day of one month to a day of another of the same year; `nil` as last day is the month's last.
  private init?(_ year: Int, _ from: Int, _ first: Int, _ to: Int, _ last: Int?, text: String) {
    guard let first = CalendarDate(year: year, month: from, day: first),
      let last = CalendarDate(year: year, month: to, day: last ?? CalendarDate.days(inMonth: to, of: year))
    else { return nil }
    self.init(first: first, last: last, text: text)
  }

  /// The months of what is longer than one and has a name.
  private static let partsOfYear = ["全年": 1...12, "上半年": 1...6, "下半年": 7...12]

  /// `7月上中旬`: its month, and the part, which is empty for the whole of it.
  private static func month(_ text: Substring) -> (month: Int, part: String)? {
    let pieces = text.split(separator: "月", maxSplits: 1, omittingEmptySubsequences: false)
    guard pieces.count == 2, let month = digits(pieces[0]), (1...12).contains(month) else { return nil }
    return (month, String(pieces[1]))
  }

  /// The days of a part of a month; `nil` for parts that there are not.
  ///
  /// The end of a month is its last day. What is due by then can be on any day of it.
  private static func days(of part: String, _ month: Int, _ year: Int) -> ClosedRange<Int>? {
    let length = CalendarDate.days(inMonth: month, of: year)
    return switch part {
    case "", "底前": 1...length
    case "上旬": 1...10
    case "中旬": 11...20
    case "下旬": 21...length
    case "上中旬": 1...20
    case "中下旬": 11...length
    case "底": length...length
    default: nil
    }
  }

  /// School holidays, which begin and end on other days in each place.
  package static func reason(against text: String) -> Message? {
    guard text.contains("暑假") || text.contains("寒假") else { return nil }
    return Message(
      zh: "“\(text)”各地起止不同，要写成日期", en: "\"\(text)\" differs from place to place and is to be written as days")
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
    if isExact { return first == last ? first.description : "\(first.description)..\(last.description)" }
    guard let (month, part) = Self.month(text[...]), Self.days(of: part, month, first.year) != nil else {
      return "\(first.year) \(text)"
    }
    return String(first.description.prefix(7)) + (part.isEmpty ? "" : " " + part)
  }
  /// One of each form that is read.
  package static var example: String { "2026-09-24、2026-08-15..2026-09-30、4月、2026-07 上中旬、4月底前、4—5月、上半年、全年" }
  /// The text as shown; which days it covers is for states and checks only.
  package static var valueType: ValueType { .text }
  /// A day or longer; times of day are `TimeRange`.
  package static var typeName: Message { Message(zh: "时间", en: "time span") }
  package func value(in model: Model) -> Value { .text(text) }
}

extension String {
  /// Without blanks; `nil` when one stands between two digits, which are no number together.
  fileprivate var withoutBlanks: String? {
    let words = split { $0 == " " || $0 == "\u{3000}" }
    for (word, next) in zip(words, words.dropFirst()) where word.last?.isNumber == true && next.first?.isNumber == true
    {
      guard word == words[0], word.utf8.count == 4 else { return nil }
    }
    return words.joined()
  }

  /// With full-width digits and signs (`２０２６／９／１`) as ASCII.
  var narrowed: String {
    guard utf8.contains(0xEF) else { return self }
    var result = ""
    for scalar in unicodeScalars {
      let isWide = (0xFF01...0xFF5E).contains(scalar.value)
      result.unicodeScalars.append(isWide ? Unicode.Scalar(UInt8(scalar.value - 0xFEE0)) : scalar)
    }
    return result
  }
}
