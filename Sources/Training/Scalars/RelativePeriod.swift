package import Diagnostics
package import Expressions

/// Days that follow from those of the training: 训前1个月, 学习阶段内2个月, 训后半年, 训后1个月起2周.
///
///     period = anchor [span 起] span
///     anchor = 训前 | 开班前 | 开课前 | 训中 | 培训期间 | 学习阶段内 | 训后 | 结业后 | 学习阶段结束后
///     span   = number (天 | 周 | 个月 | 年) | 半个月 | 半年
package struct RelativePeriod: TextualFieldValue, Hashable {
  /// What the days are counted from.
  package enum Anchor: Hashable, Sendable {
    /// Back from the first day of learning.
    case before
    /// On from the end of the stage before; the first stage of learning, and one with an offset, from the first day of learning.
    case during
    /// On from the day after the last stage of learning; where there is none, after the last day of the project.
    case after
  }

  /// A number of days or months.
  package struct Length: Hashable, Sendable {
    /// Not below 0.
    let days: Int
    /// Not below 0.
    let months: Int
  }

  package let anchor: Anchor
  /// What lies between the anchor and the first day, or back from the anchor to it; `nil` when the stage lies beside the anchor.
  let offset: Length?
  let length: Length
  /// As it is written, without blanks, digits in ASCII.
  package let text: String

  /// `nil` for other forms and for a length of nothing; `year` is not used.
  package init?(fieldText text: String, year: Int?) {
    let text = text.narrowed.filter { !$0.isWhitespace }
    guard let (word, anchor) = Self.anchors.first(where: { text.hasPrefix($0.0) }) else { return nil }
    let spans = text.dropFirst(word.count).split(separator: "起", omittingEmptySubsequences: false)
    guard spans.count <= 2, let length = spans.last.flatMap(Length.init) else { return nil }
    if spans.count == 2 {
      guard let offset = Length(spans[0]) else { return nil }
      self.offset = offset
    } else {
      offset = nil
    }
    self.anchor = anchor
    self.length = length
    self.text = text
  }

  /// Of two words with one beginning the longer is first.
  private static let anchors: [(String, Anchor)] = [
    ("训前", .before), ("培训前", .before), ("开班前", .before), ("开课前", .before),
    ("训中", .during), ("培训期间", .during), ("学习阶段内", .during),
    ("训后", .after), ("培训后", .after), ("结业后", .after), ("学习阶段结束后", .after),
  ]

  /// Days that are days already, and what is lacking or too much.
  package static func reason(against text: String) -> Message? {
    if TimeSpan(fieldText: text, year: 2000) != nil {
      return Message(
        zh: "“\(text)”是日期，写在 start 和 end 里", en: "\"\(text)\" is a date, which is written in start and end")
    }
    guard anchors.contains(where: { text.trimmed.hasPrefix($0.0) }) else {
      let words = anchors.map(\.0).joined(separator: "、")
      return Message(
        zh: "“\(text)”没有说从哪里算起，开头写\(words)之一",
        en: "\"\(text)\" does not say what it is counted from: begin with one of \(words)")
    }
    return Message(
      zh: "“\(text)”的长短要写成几天、几周、几个月、半年或几年，一天以上，十年以内",
      en: "\"\(text)\" needs a length in 天, 周, 个月, 半年 or 年, of a day at least and ten years at most")
  }

  /// DT01, the code of every wrong date or time.
  package static var errorCode: DiagnosticCode { "DT01" }
  /// As it is written.
  package var fieldText: String { text }
  /// One of each anchor.
  package static var example: String { "训前1个月、学习阶段内2个月、训后半年、训后1个月起2周" }
  /// The text as it is written; the days are those of the record.
  package static var valueType: ValueType { .text }
  /// Whether it leaves room between the training and itself.
  package var hasOffset: Bool { offset != nil }
  /// Beside days, which are called 日期.
  package static var typeName: Message { Message(zh: "相对的时间", en: "relative time") }
  package func value(in model: Model) -> Value { .text(text) }

  /// The days, when learning begins on `opening` and ends on `closing`, and the stage of learning before (for `after` the last
  /// one) ends on `previous`; `nil` for what follows an end that is not known.
  func days(
    opening: CalendarDate, closing: CalendarDate?, previous: CalendarDate?
  ) -> ClosedRange<CalendarDate>? {
    switch (anchor, offset) {
    case (.before, nil): return opening.adding(length, times: -1)...opening.adding(days: -1)
    case (.before, let offset?): return days(from: opening.adding(offset, times: -1))
    case (.during, let offset?): return days(from: opening.adding(offset, times: 1))
    case (.during, nil): return days(from: previous?.adding(days: 1) ?? opening)
    case (.after, _):
      guard let next = (previous ?? closing)?.adding(days: 1) else { return nil }
      return days(from: offset.map { next.adding($0, times: 1) } ?? next)
    }
  }

  /// The days of a stage that begins on `first`.
  func days(from first: CalendarDate) -> ClosedRange<CalendarDate> {
    first...max(first, first.adding(length, times: 1).adding(days: -1))
  }
}

extension RelativePeriod.Length {
  /// `nil` for other forms, for nothing, and for more than ten years.
  fileprivate init?(_ text: Substring) {
    for (unit, days, months) in [("个月", 0, 1), ("天", 1, 0), ("日", 1, 0), ("周", 7, 0), ("个星期", 7, 0), ("年", 0, 12)]
    where text.hasSuffix(unit) {
      let number = text.dropLast(unit.count)
      if number == "半" {
        guard months > 0 else { return nil }
        self.init(days: months == 1 ? 15 : 0, months: months / 2)
        return
      }
      guard let count = Self.numerals[number] ?? digits(number), count > 0 else { return nil }
      let (allDays, allMonths) = (
        days.multipliedReportingOverflow(by: count), months.multipliedReportingOverflow(by: count)
      )
      guard !allDays.overflow, !allMonths.overflow, allDays.partialValue <= 3660, allMonths.partialValue <= 120
      else { return nil }
      self.init(days: allDays.partialValue, months: allMonths.partialValue)
      return
    }
    return nil
  }

  /// 一 to 九十九, and 两.
  private static let numerals: [Substring: Int] = {
    let ones = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
    var numerals: [Substring: Int] = ["两": 2]
    for number in 1...99 {
      let tens = number < 10 ? "" : (number < 20 ? "" : ones[number / 10]) + "十"
      numerals[Substring(tens + ones[number % 10])] = number
    }
    return numerals
  }()
}

extension CalendarDate {
  /// The day `times` times `length` later; in a month that is too short its last day.
  fileprivate func adding(_ length: RelativePeriod.Length, times: Int) -> CalendarDate {
    let months = year * 12 + month - 1 + length.months * times
    let (year, month) = (min(max(months / 12, 1), 9998), months % 12 + 1)
    let day = min(day, CalendarDate.days(inMonth: month, of: year))
    return (CalendarDate(year: year, month: month, day: day) ?? self).adding(days: length.days * times)
  }
}
