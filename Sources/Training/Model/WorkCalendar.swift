package import Expressions

/// Which days are worked: Monday to Friday, less holidays, plus make-up days.
package struct WorkCalendar: Sendable {
  private let holidays: [CalendarDate: String]
  private let makeUpDays: Set<CalendarDate>
  /// The years for which a calendar was given; in others only weekdays are known.
  package let years: Set<Int>

  /// The calendars as they were written.
  let records: [WorkCalendarYear]

  package init(_ years: [WorkCalendarYear]) {
    records = years
    self.years = Set(years.map(\.year))
    holidays = Dictionary(
      years.flatMap(\.holidays).map { ($0.date, $0.name ?? "") }, uniquingKeysWith: { first, _ in first })
    makeUpDays = Set(years.flatMap(\.workdays).map(\.date))
  }

  /// Whether `date` is worked: a make-up day always, else Monday to Friday unless it is a holiday.
  package func isWorkday(_ date: CalendarDate) -> Bool {
    if makeUpDays.contains(date) { return true }
    return date.weekday <= 5 && holidays[date] == nil
  }

  /// The holiday's name, empty when it has none; `nil` when the day is none.
  package func holiday(_ date: CalendarDate) -> String? { holidays[date] }
  /// Whether `date` is worked in exchange for a holiday (调休上班), usually on a weekend.
  package func isMakeUpDay(_ date: CalendarDate) -> Bool { makeUpDays.contains(date) }

  /// The workdays after `date` up to and with `last`; O(days between).
  package func workdays(after date: CalendarDate, through last: CalendarDate) -> [CalendarDate] {
    guard date < last, last.dayNumber - date.dayNumber <= 400 else { return [] }
    return (date.dayNumber + 1...last.dayNumber).map(CalendarDate.init(dayNumber:)).filter(isWorkday)
  }

  /// The last day after which `count` workdays are left up to and with `last`; O(days between).
  package func lastDay(before count: Int, workdaysThrough last: CalendarDate) -> CalendarDate {
    var day = last
    var left = 0
    // Holidays are never so long.
    for _ in 0..<(count * 3 + 30) where left < count {
      if isWorkday(day) { left += 1 }
      day = day.adding(days: -1)
    }
    return day
  }
}
