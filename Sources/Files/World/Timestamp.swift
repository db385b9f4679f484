/// A moment, in nanoseconds since 1970-01-01T00:00:00Z.
package struct Timestamp: Hashable, Sendable, Comparable {
  package let nanoseconds: Int64

  /// A moment by its nanoseconds since 1970, UTC.
  package init(nanoseconds: Int64) { self.nanoseconds = nanoseconds }

  /// A moment by its seconds since 1970, UTC.
  package init(seconds: Int64) { nanoseconds = seconds * 1_000_000_000 }

  package static func < (left: Self, right: Self) -> Bool { left.nanoseconds < right.nanoseconds }

  /// Minutes east of Greenwich of China Standard Time, which has had no summer time since 1991: what 今天 means in a
  /// portal, whatever the build machine's zone.
  package static let chinaOffset = 480

  /// The day at `offset` minutes east of Greenwich, as a number of days since 1970-01-01.
  package func dayNumber(offset: Int = chinaOffset) -> Int {
    let seconds = nanoseconds.floorDivided(by: 1_000_000_000) + Int64(offset) * 60
    return Int(seconds.floorDivided(by: 86_400))
  }

  /// The Gregorian day at `offset` minutes east of Greenwich (days-to-civil, H. Hinnant).
  package func day(offset: Int = chinaOffset) -> (year: Int, month: Int, day: Int) {
    let number = Int64(dayNumber(offset: offset)) + 719_468
    let era = number.floorDivided(by: 146_097)
    let dayOfEra = number - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let month = (5 * dayOfYear + 2) / 153
    let civilMonth = month < 10 ? month + 3 : month - 9
    let year = yearOfEra + era * 400 + (civilMonth <= 2 ? 1 : 0)
    return (Int(year), Int(civilMonth), Int(dayOfYear - (153 * month + 2) / 5 + 1))
  }
}

extension Int64 {
  /// Quotient rounded towards minus infinity; `divisor` > 0.
  fileprivate func floorDivided(by divisor: Int64) -> Int64 {
    self >= 0 ? self / divisor : (self + 1) / divisor - 1
  }
}
