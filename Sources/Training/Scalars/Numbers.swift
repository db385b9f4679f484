package import Diagnostics
package import Expressions
package import Values

/// Text of a number as offices write it, cleaned for reading: full-width digits and signs made ASCII, commas between
/// thousands and one of `units` at the end removed, with the blanks around them. A comma elsewhere stays, so that `1,5`
/// is not taken for 15.
///
/// - Returns: the number's text and whether a unit stood behind it.
func numberText(_ text: String, units: @autoclosure () -> [String]) -> (number: String, hadUnit: Bool) {
  if isPlainNumber(text.utf8[...]) { return (text, false) }
  let units = units()
  for unit in units {
    let number = text.utf8.dropLast(unit.utf8.count)
    guard text.utf8.suffix(unit.utf8.count).elementsEqual(unit.utf8), isPlainNumber(number) else { continue }
    return (String(Substring(number)), true)
  }
  var clean = ""
  for scalar in text.unicodeScalars {
    switch scalar.value {
    case 0xFF10...0xFF19: clean.unicodeScalars.append(Unicode.Scalar(UInt8(scalar.value - 0xFF10 + 0x30)))
    case 0xFF0E: clean.append(".")
    case 0xFF05: clean.append("%")
    case 0xFF0C: clean.append(",")
    default: clean.unicodeScalars.append(scalar)
    }
  }
  for unit in units where clean.hasSuffix(unit) {
    return (withoutThousands(String(clean.dropLast(unit.count)).trimmed), true)
  }
  return (withoutThousands(clean), false)
}

/// Whether `text` is ASCII digits and points: nothing to clean.
private func isPlainNumber(_ text: Substring.UTF8View) -> Bool {
  text.allSatisfy { $0 &- UInt8(ascii: "0") < 10 || $0 == UInt8(ascii: ".") }
}

/// `number` without its commas when each stands before three digits as in `1,200,000.50`; else as it is.
private func withoutThousands(_ number: String) -> String {
  guard number.utf8.contains(UInt8(ascii: ",")) else { return number }
  let whole = number.prefix { $0 != "." }
  let groups = whole.split(separator: ",", omittingEmptySubsequences: false)
  guard let first = groups.first, (1...3).contains(first.utf8.count),
    groups.dropFirst().allSatisfy({ $0.utf8.count == 3 })
  else { return number }
  return groups.joined() + number.dropFirst(whole.count)
}

/// A number of ASCII digits and nothing else: `Int` alone would take a sign too.
func digits(_ text: some StringProtocol) -> Int? {
  text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ? Int(text) : nil
}

/// The same for a whole text of at most 18 digits, one by one.
func digits(_ text: String) -> Int? {
  guard (1...18).contains(text.utf8.count) else { return digits(text[...]) }
  var number = 0
  for byte in text.utf8 {
    let digit = byte &- UInt8(ascii: "0")
    guard digit < 10 else { return nil }
    number = number * 10 + Int(digit)
  }
  return number
}

extension Int: TextualFieldValue {
  /// The largest whole number of a field: sums of such numbers stay far from the limits of `Int`.
  private static let fieldMaximum = 1_000_000_000

  /// A whole number, 0…1,000,000,000, with or without what it counts behind it (`12人`).
  package init?(fieldText text: String, year: Int?) {
    if text.utf8.count < 9, let number = digits(text) {
      self = number
      return
    }
    guard let number = Decimal(numberText(text, units: Self.units).number)?.integer,
      (0...Self.fieldMaximum).contains(number)
    else { return nil }
    self = number
  }
  /// Its digits.
  package var fieldText: String { String(self) }
  /// What counts are of.
  package static var units: [String] { ["人", "名", "个", "次", "所", "期", "班", "项", "份", "门"] }
  /// A bare number.
  package static var isNumber: Bool { true }
  package static func read(_ cell: borrowing Span<UInt8>, at span: SourceSpan) -> Int? {
    guard cell.count < 9 else { return nil }
    var number = 0
    for index in cell.indices {
      let digit = cell[index] &- UInt8(ascii: "0")
      guard digit < 10 else { return nil }
      number = number * 10 + Int(digit)
    }
    return number
  }

  /// A bare number; commas between digits (`1,200`) are read too.
  package static var example: String { "12" }
  /// A number without unit.
  package static var valueType: ValueType { .number }
  /// 0 and more: negative numbers and fractions are refused.
  package static var typeName: Message { Message(zh: "整数", en: "whole number") }
  package func value(in model: Model) -> Value { .number(Decimal(self)) }
}

/// A number with a unit: `Amount<MinuteUnit>`; the unit is part of the type, so minutes are never added to credits.
package struct Amount<U: AmountUnit>: TextualFieldValue, Hashable, Comparable {
  package var number: Decimal

  package init(_ number: Decimal) { self.number = number }

  /// `text` without commas and the unit, if one stands there; `nil` when the unit is missing but required, or the
  /// number is negative, above `maximum` or finer than `places`.
  package init?(fieldText text: String, year: Int?) {
    let (clean, hadUnit) = numberText(text, units: U.suffixes)
    guard hadUnit || !U.requiresSuffix, let number = Decimal(clean), Self.isAllowed(number) else { return nil }
    self.number = number
  }

  /// With its unit only where a bare number would be refused.
  package var fieldText: String { number.description + (U.requiresSuffix ? U.suffixes[0] : "") }
  /// Every form of its unit.
  package static var units: [String] { U.suffixes }
  /// Unless its unit must stand behind it.
  package static var isNumber: Bool { !U.requiresSuffix }
  private static func isAllowed(_ number: Decimal) -> Bool {
    guard number.coefficient >= 0, number.scale <= U.places else { return false }
    guard let maximum = U.maximum else { return true }
    return number <= maximum
  }

  /// A number in ASCII, its unit directly behind it.
  package static func read(_ cell: borrowing Span<UInt8>, at span: SourceSpan) -> Self? {
    var length = cell.count
    while length > 0, cell[length - 1] &- UInt8(ascii: "0") >= 10 { length -= 1 }
    guard length == cell.count ? !U.requiresSuffix : isSuffix(cell.extracting(length..<cell.count)),
      let number = Decimal(ascii: cell.extracting(0..<length)), isAllowed(number)
    else { return nil }
    return Self(number)
  }

  private static func isSuffix(_ unit: borrowing Span<UInt8>) -> Bool {
    for suffix in U.suffixes where suffix.utf8.count == unit.count {
      let bytes = suffix.utf8Span.span
      var index = 0
      while index < unit.count, bytes[index] == unit[index] { index += 1 }
      if index == unit.count { return true }
    }
    return false
  }

  /// That of the unit.
  package static var example: String { U.example }
  /// That of the unit.
  package static var typeName: Message { U.typeName }
  /// A quantity when the unit prints with the number, else a number.
  package static var valueType: ValueType { U.printsUnit ? .quantity(U.unit) : .number }
  package func value(in model: Model) -> Value {
    U.printsUnit ? .quantity(Quantity(number, U.unit)) : .number(number)
  }
  package static func < (left: Self, right: Self) -> Bool { left.number < right.number }

  /// The sum of `amounts`; `nil` on overflow.
  package static func sum(_ amounts: some Sequence<Self>) -> Self? {
    var total = Decimal(0)
    for amount in amounts {
      guard let next = total.adding(amount.number) else { return nil }
      total = next
    }
    return Self(total)
  }
}

/// What a kind of amount is called and how it is written.
package protocol AmountUnit: Hashable, Sendable {
  static var unit: Expressions.Unit { get }
  /// Units that may (or must) stand behind the number, longest first.
  static var suffixes: [String] { get }
  /// Whether a bare number is ambiguous and refused.
  static var requiresSuffix: Bool { get }
  /// Most digits behind the point.
  static var places: Int { get }
  static var maximum: Decimal? { get }
  static var example: String { get }
  static var typeName: Message { get }
  /// Whether layouts print the unit with the number.
  static var printsUnit: Bool { get }
}

extension AmountUnit {
  /// A bare number is enough for most units: the header of the column says which it is.
  package static var requiresSuffix: Bool { false }
  /// Whole numbers, unless the unit says otherwise.
  package static var places: Int { 0 }
  /// No limit.
  package static var maximum: Decimal? { nil }
  /// Layouts get the number and write the unit themselves.
  package static var printsUnit: Bool { false }
}

/// Whole minutes of recording or session.
package enum MinuteUnit: AmountUnit {
  /// Minutes of the clock, 60 to an hour; never converted by themselves.
  package static var unit: Expressions.Unit { .minutes }
  /// `90分钟`, `90 minutes`, `90 min`, or a bare number.
  package static let suffixes = ["分钟", "minutes", "min"]
  /// A bare number, as cells of tables have it.
  package static var example: String { "90" }
  /// Whole minutes, since `places` is 0.
  package static var typeName: Message { Message(zh: "分钟数", en: "number of minutes") }
}
/// Class hours (学时), whose length in minutes is a property of the project.
package enum ClassHourUnit: AmountUnit {
  /// 学时: how many minutes one has is `minutes_per_class_hour` of the project or scheme.
  package static var unit: Expressions.Unit { .classHours }
  /// `16学时`, or a bare number; 小时 is the clock's and refused.
  package static let suffixes = ["学时"]
  /// Hundredths, to which class hours computed from minutes are rounded.
  package static var places: Int { 2 }
  /// With the unit, so that nobody takes it for hours.
  package static var example: String { "16学时" }
  /// 学时数, not 小时数: the two are told apart in every message.
  package static var typeName: Message { Message(zh: "学时数", en: "number of class hours") }
}
/// Hours of the clock (小时).
package enum HourUnit: AmountUnit {
  /// Hours of the clock, 60 minutes each.
  package static var unit: Expressions.Unit { .hours }
  /// Chinese or the sign `h`; a bare number is read too.
  package static let suffixes = ["小时", "h"]
  /// Hundredths: a quarter of an hour is 0.25.
  package static var places: Int { 2 }
  /// With the sign that cannot mean 学时.
  package static var example: String { "8 h" }
  /// 小时数, not 学时数: the two are told apart in every message.
  package static var typeName: Message { Message(zh: "小时数", en: "number of hours") }
}
/// Credits (学分), in halves.
package enum CreditUnit: AmountUnit {
  /// 学分 of a plan; what one is made of is the plan's `CreditRule`.
  package static var unit: Expressions.Unit { .credits }
  /// `1.5学分`, or a bare number.
  package static let suffixes = ["学分"]
  /// Tenths, for halves are written `0.5`.
  package static var places: Int { 1 }
  /// A half, to show that one may be written.
  package static var example: String { "1.5" }
  /// 学分数; points of a scheme are 分数.
  package static var typeName: Message { Message(zh: "学分数", en: "number of credits") }
}
/// Points of a scheme (分), in halves.
package enum PointUnit: AmountUnit {
  /// 分 of an assessment scheme, usually out of 100.
  package static var unit: Expressions.Unit { .points }
  /// `15分`, or a bare number.
  package static let suffixes = ["分"]
  /// Tenths, for halves are written `0.5`.
  package static var places: Int { 1 }
  /// A bare number, as schemes have it.
  package static var example: String { "15" }
  /// 分数; credits of a plan are 学分数.
  package static var typeName: Message { Message(zh: "分数", en: "number of points") }
}
/// The mean of points (分), to hundredths.
package enum MeanPointUnit: AmountUnit {
  /// 分 of an assessment scheme, as those it is the mean of.
  package static var unit: Expressions.Unit { .points }
  /// `81.25分`, or a bare number.
  package static let suffixes = ["分"]
  /// Hundredths, to which means are rounded.
  package static var places: Int { 2 }
  /// With its hundredths.
  package static var example: String { "81.25" }
  /// 平均分; what one person has are 分数.
  package static var typeName: Message { Message(zh: "平均分", en: "mean of points") }
}
/// Percent, 0–100, with its sign: a bare 98 or 0.98 would be ambiguous.
package enum PercentUnit: AmountUnit {
  /// Percent of 100: 98% is 98, not 0.98.
  package static var unit: Expressions.Unit { .percent }
  /// The sign; a full-width ％ is made this one before.
  package static let suffixes = ["%"]
  /// A bare 0.98 could be meant as 98% or as 0.98%.
  package static var requiresSuffix: Bool { true }
  /// Hundredths of a percent (basis points).
  package static var places: Int { 2 }
  /// 100: rates and shares never exceed the whole.
  package static let maximum: Decimal? = Decimal(100)
  /// With its sign, which is required.
  package static var example: String { "98%" }
  /// With the sign and the range: a number lacking the one or beyond the other is no percentage.
  package static var typeName: Message { Message(zh: "百分数（0%—100%）", en: "percentage (0%-100%)") }
  /// The sign goes with the number everywhere.
  package static var printsUnit: Bool { true }
}
/// Money in yuan, to the fen.
package enum YuanUnit: AmountUnit {
  /// Yuan; printed with commas between thousands and 元.
  package static var unit: Expressions.Unit { .money }
  /// `元/人` for budgets per head, which is the same unit here; a bare number is read as yuan too.
  package static let suffixes = ["元/人", "CNY", "元"]
  /// The fen, hundredths of a yuan.
  package static var places: Int { 2 }
  /// Without a comma, which is read but not needed.
  package static var example: String { "1800元" }
  /// Yuan only; other currencies are refused.
  package static var typeName: Message { Message(zh: "金额", en: "amount of money") }
  /// 元 goes with the number everywhere.
  package static var printsUnit: Bool { true }
}

package typealias Minutes = Amount<MinuteUnit>
package typealias ClassHours = Amount<ClassHourUnit>
package typealias Hours = Amount<HourUnit>
package typealias Credits = Amount<CreditUnit>
package typealias Points = Amount<PointUnit>
package typealias MeanPoints = Amount<MeanPointUnit>
package typealias Percent = Amount<PercentUnit>
package typealias Money = Amount<YuanUnit>

/// A head count: exact (`120`), approximate (`约120`), or everybody (`全员`), who may be counted (`全员（5230人）`).
package struct HeadCount: TextualFieldValue, Hashable {
  /// How sure the number is; of everybody it may not be known.
  package enum Kind: Hashable, Sendable { case exact, approximate, everybody }
  package var kind: Kind
  /// The number; `nil` for everybody when nobody has counted.
  package var number: Int?

  /// Stands for a count not yet read.
  static let unknown = HeadCount(exactly: 0)

  init(exactly number: Int) {
    kind = .exact
    self.number = number
  }

  /// A number with or without 人, 约 before it for an approximate one, 全员 before it, with or without brackets, for
  /// everybody, or 全员 alone; `nil` for anything else.
  package init?(fieldText text: String, year: Int?) {
    if text.hasPrefix("全员") {
      kind = .everybody
      var rest = String(text.dropFirst(2)).trimmed
      guard !rest.isEmpty else { return }
      if let last = rest.last, rest.hasPrefix("（") || rest.hasPrefix("("), "）)".contains(last) {
        rest = String(rest.dropFirst().dropLast()).trimmed
      }
      let (clean, _) = numberText(rest, units: ["人"])
      guard let number = Int(fieldText: clean, year: nil) else { return nil }
      self.number = number
      return
    }
    let isApproximate = text.hasPrefix("约")
    let (clean, _) = numberText(isApproximate ? String(text.dropFirst()).trimmed : text, units: ["人"])
    guard let number = Int(fieldText: clean, year: nil) else { return nil }
    kind = isApproximate ? .approximate : .exact
    self.number = number
  }

  /// As it is written: `300`, `约120`, `全员`, `全员（5230人）`.
  package var text: String { text(number.map(String.init)) }

  /// `text` with the number written as `number`.
  private func text(_ number: String?) -> String {
    switch kind {
    case .exact: number ?? ""
    case .approximate: "约" + (number ?? "")
    case .everybody: "全员" + (number.map { "（\($0)人）" } ?? "")
    }
  }

  /// As it is written: `约120`, `全员`.
  package var fieldText: String { text }
  /// One of each kind.
  package static var example: String { "120、约120、全员（5230人）" }
  /// People.
  package static var units: [String] { ["人"] }
  /// Text as readers see it, `1,860`; where a layout needs the number, the record gives it as a derived value.
  package static var valueType: ValueType { .text }
  /// 人数, whichever of the three kinds it is.
  package static var typeName: Message { Message(zh: "人数", en: "head count") }
  package func value(in model: Model) -> Value {
    .text(text(number.map { NumberFormat.thousands(Decimal($0)) }))
  }
}
