/// A day of the Gregorian calendar, without time or zone.
package struct CalendarDate: Hashable, Sendable, Comparable, CustomStringConvertible {
  private let storedYear: Int16
  private let storedMonth: UInt8
  private let storedDay: UInt8

  /// 1…9999.
  package var year: Int { Int(storedYear) }
  /// 1…12.
  package var month: Int { Int(storedMonth) }
  /// 1…31, as the month allows.
  package var day: Int { Int(storedDay) }

  /// `nil` when there is no such day (30 February, month 13).
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.days(inMonth: month, of: year)
    else { return nil }
    self.init(storedYear: Int16(year), storedMonth: UInt8(month), storedDay: UInt8(day))
  }

  private init(storedYear: Int16, storedMonth: UInt8, storedDay: UInt8) {
    self.storedYear = storedYear
    self.storedMonth = storedMonth
    self.storedDay = storedDay
  }

  /// The day `number` days after 0000-03-01; the inverse of `dayNumber` (days-from-civil, H. Hinnant).
  package init(dayNumber number: Int) {
    let era = (number >= 0 ? number : number - 146_096) / 146_097
    let dayOfEra = number - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    self.init(
      storedYear: Int16(clamping: yearOfEra + era * 400 + (month <= 2 ? 1 : 0)), storedMonth: UInt8(month),
      storedDay: UInt8(dayOfYear - (153 * shiftedMonth + 2) / 5 + 1))
  }

  /// Days since 0000-03-01: differences of two are spans of days.
  package var dayNumber: Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
  }

  /// 1 = Monday … 7 = Sunday (ISO 8601).
  package var weekday: Int { (dayNumber + 2) % 7 + 1 }

  /// The day `days` later (earlier when negative).
  package func adding(days: Int) -> CalendarDate { CalendarDate(dayNumber: dayNumber + days) }

  /// 28…31.
  package static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  package static func < (left: Self, right: Self) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }

  /// `2026-09-18`.
  package var description: String {
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: Swift.max(0, width - digits.count)) + digits
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }
}
