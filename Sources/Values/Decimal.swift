/// An exact decimal number: `coefficient × 10^-scale`.
///
/// Always in lowest terms (no trailing zero in the fraction), so that equal numbers are equal values. At most 18
/// digits in the fraction; coefficients of up to 38 digits. Arithmetic that leaves this range gives `nil`.
package struct Decimal: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The most digits behind the point.
  package static let maximumScale = 18

  /// All digits, signed.
  package var coefficient: Int128 { Int128(upper) << 64 | Int128(lower) }
  /// Its halves: as a whole it would stand on 16 bytes, and everything that holds a number would be as much larger.
  private let upper: Int64
  private let lower: UInt64
  /// How many of them stand behind the point, 0…18.
  package var scale: Int { Int(digitsBehind) }
  /// `scale` in a byte: optional amounts of a record are a third smaller so.
  private let digitsBehind: UInt8

  package init(_ integer: Int) {
    self.init(lowest: Int128(integer), 0)
  }

  /// `coefficient × 10^-scale`; `nil` when more than 18 digits remain behind the point.
  package init?(coefficient: Int128, scale: Int) {
    var coefficient = coefficient
    var scale = scale
    while scale > 0, coefficient % 10 == 0 {
      coefficient /= 10
      scale -= 1
    }
    guard scale <= Self.maximumScale else { return nil }
    self.init(lowest: coefficient, scale)
  }

  /// Reads `-?digits(.digits)?`, ASCII, at most 36 digits, nothing else.
  package init?(_ text: String) { self.init(ascii: text.utf8Span.span) }

  /// The same for a part of a text.
  package init?(_ text: Substring) { self.init(ascii: text.utf8Span.span) }

  /// The same for the bytes of a text.
  package init?(ascii text: borrowing Span<UInt8>) {
    var large: Int128 = 0
    // Up to 18 digits fit here, which spares nearly every number the arithmetic of 128 bits.
    var small: Int64 = 0
    var scale = 0
    var digits = 0
    var seenPoint = false
    var negative = false
    for index in text.indices {
      let byte = text[index]
      switch byte {
      case UInt8(ascii: "-") where index == 0: negative = true
      case UInt8(ascii: ".") where !seenPoint && digits > 0: seenPoint = true
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        digits += 1
        guard digits <= 36 else { return nil }
        if digits <= 18 {
          small = small * 10 + Int64(byte - UInt8(ascii: "0"))
        } else {
          if digits == 19 { large = Int128(small) }
          large = large * 10 + Int128(byte - UInt8(ascii: "0"))
        }
        if seenPoint { scale += 1 }
      default: return nil
      }
    }
    guard digits > 0, !seenPoint || scale > 0 else { return nil }
    if digits > 18 {
      self.init(coefficient: negative ? -large : large, scale: scale)
      return
    }
    while scale > 0, small % 10 == 0 {
      small /= 10
      scale -= 1
    }
    self.init(lowest: Int128(negative ? -small : small), scale)
  }

  /// What is already in lowest terms.
  private init(lowest coefficient: Int128, _ scale: Int) {
    upper = Int64(truncatingIfNeeded: coefficient >> 64)
    lower = UInt64(truncatingIfNeeded: coefficient)
    digitsBehind = UInt8(scale)
  }

  /// 10⁰…10³, the scales of nearly all numbers.
  private static let powers: [Int64] = [1, 10, 100, 1000]

  /// 10 to the power `exponent`, 0…37.
  private static func power(_ exponent: Int) -> Int128 {
    var result: Int128 = 1
    for _ in 0..<exponent { result *= 10 }
    return result
  }

  /// Both coefficients at the larger of the two scales; `nil` on overflow.
  private static func aligned(_ left: Self, _ right: Self) -> (Int128, Int128, scale: Int)? {
    let scale = Swift.max(left.scale, right.scale)
    let (first, firstOverflow) = left.coefficient.multipliedReportingOverflow(by: power(scale - left.scale))
    let (second, secondOverflow) = right.coefficient.multipliedReportingOverflow(by: power(scale - right.scale))
    return firstOverflow || secondOverflow ? nil : (first, second, scale)
  }

  /// The exact sum, or `nil` when out of range.
  package func adding(_ other: Self) -> Self? {
    guard let (left, right, scale) = Self.aligned(self, other) else { return nil }
    let (sum, overflow) = left.addingReportingOverflow(right)
    return overflow ? nil : Self(coefficient: sum, scale: scale)
  }

  /// The exact difference, or `nil` when out of range.
  package func subtracting(_ other: Self) -> Self? { adding(other.negated) }

  /// The exact product, or `nil` when out of range.
  package func multiplied(by other: Self) -> Self? {
    let (product, overflow) = coefficient.multipliedReportingOverflow(by: other.coefficient)
    return overflow ? nil : Self(coefficient: product, scale: scale + other.scale)
  }

  /// The quotient, exact where it has at most 12 digits behind the point, else rounded half away from zero to 12;
  /// `nil` for a zero divisor or out of range.
  package func divided(by other: Self) -> Self? {
    guard other.coefficient != 0, let (left, right, _) = Self.aligned(self, other) else { return nil }
    let (scaled, overflow) = left.multipliedReportingOverflow(by: Self.power(13))
    guard !overflow else { return nil }
    let quotient = scaled / right
    return Self(coefficient: quotient, scale: 13)?.rounded(toPlaces: 12)
  }

  /// The quotient rounded once, half away from zero, to `places` digits behind the point, 0…18; `nil` for a zero divisor or
  /// out of range.
  package func divided(by other: Self, places: Int) -> Self? {
    guard other.coefficient != 0, let (left, right, _) = Self.aligned(self, other) else { return nil }
    let (scaled, overflow) = left.multipliedReportingOverflow(by: Self.power(places))
    guard !overflow else { return nil }
    let (quotient, remainder) = scaled.quotientAndRemainder(dividingBy: right)
    let isNegative = (scaled < 0) != (right < 0)
    let away: Int128 = remainder.magnitude >= right.magnitude - remainder.magnitude ? (isNegative ? -1 : 1) : 0
    return Self(coefficient: quotient + away, scale: places)
  }

  /// The number with the opposite sign.
  package var negated: Self { Self(coefficient: -coefficient, scale: scale) ?? self }

  /// Rounded half away from zero to `places` digits behind the point, 0…18.
  package func rounded(toPlaces places: Int) -> Self {
    guard scale > places else { return self }
    let divisor = Self.power(scale - places)
    let (quotient, remainder) = coefficient.quotientAndRemainder(dividingBy: divisor)
    let away = remainder.magnitude * 2 >= divisor.magnitude ? (coefficient < 0 ? Int128(-1) : 1) : 0
    return Self(coefficient: quotient + away, scale: places) ?? self
  }

  /// The whole number below or equal.
  package var floor: Self {
    guard scale > 0 else { return self }
    let (quotient, remainder) = coefficient.quotientAndRemainder(dividingBy: Self.power(scale))
    return Self(coefficient: remainder < 0 ? quotient - 1 : quotient, scale: 0) ?? self
  }

  /// The number as an `Int`, if it is whole and fits.
  package var integer: Int? {
    // The upper half repeats the sign of the lower one: without arithmetic of 128 bits.
    let low = Int64(bitPattern: lower)
    return scale == 0 && upper == low >> 63 ? Int(low) : nil
  }

  package static func < (left: Self, right: Self) -> Bool {
    if left.scale == right.scale { return left.coefficient < right.coefficient }
    // Whole parts that differ settle it without the arithmetic of 128 bits at one scale.
    if let first = Int64(exactly: left.coefficient), let second = Int64(exactly: right.coefficient),
      left.scale < powers.count, right.scale < powers.count
    {
      let (whole, other) = (first / powers[left.scale], second / powers[right.scale])
      if whole != other { return whole < other }
    }
    guard let (first, second, _) = aligned(left, right) else {
      return left.floor.coefficient < right.floor.coefficient
    }
    return first < second
  }

  /// The shortest exact form: `-12.5`.
  package var description: String {
    let digits = String(coefficient.magnitude)
    let sign = coefficient < 0 ? "-" : ""
    guard scale > 0 else { return sign + digits }
    let padded = String(repeating: "0", count: Swift.max(0, scale + 1 - digits.count)) + digits
    return sign + padded.dropLast(scale) + "." + padded.suffix(scale)
  }
}
