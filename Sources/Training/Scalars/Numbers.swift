package import Diagnostics
package import Expressions
package import Values

/// Text of a number as offices write it, cleaned for reading: full-width digits and signs made ASCII, commas between
/// digits and one of `units` at the end removed, with the blanks around them.
///
/// - Returns: the number's text and whether a unit stood behind it.
func numberText(_ text: String, units: [String]) -> (number: String, hadUnit: Bool) {
  var clean = ""
  for scalar in text.unicodeScalars {
    switch scalar.value {
    case 0xFF10...0xFF19: clean.unicodeScalars.append(Unicode.Scalar(UInt8(scalar.value - 0xFF10 + 0x30)))
    case 0xFF0E: clean.append(".")
    case 0xFF05: clean.append("%")
    case 0x2C, 0xFF0C: break
    default: clean.unicodeScalars.append(scalar)
    }
  }
  for unit in units where clean.hasSuffix(unit) {
    return (String(clean.dropLast(unit.count)).trimmed, true)
  }
  return (clean, false)
}

/// A number of ASCII digits and nothing else: `Int` alone would take a sign too.
func digits(_ text: some StringProtocol) -> Int? {
  text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ? Int(text) : nil
}

extension Int: TextualFieldValue {
  /// A whole number, 0 or more.
  package init?(fieldText text: String, year: Int?) {
    guard let number = Decimal(numberText(text, units: []).number)?.integer, number >= 0 else { return nil }
    self = number
  }
  package static var example: String { "12" }
  package static var valueType: ValueType { .number }
  package static var typeName: Message { Message(zh: "整数", en: "whole number") }
  package func value(in model: Model) -> Value { .number(Decimal(self)) }
}

/// A number with a unit: `Amount<MinuteUnit>`; the unit is part of the type, so minutes are never added to credits.
package struct Amount<U: AmountUnit>: TextualFieldValue, Hashable, Comparable {
  package var number: Decimal

  package init(_ number: Decimal) { self.number = number }

  package init?(fieldText text: String, year: Int?) {
    let (clean, hadUnit) = numberText(text, units: U.suffixes)
    guard hadUnit || !U.requiresSuffix, let number = Decimal(clean), number >= Decimal(0),
      number.scale <= U.places, U.maximum.map({ number <= $0 }) ?? true
    else { return nil }
    self.number = number
  }

  package static var example: String { U.example }
  package static var typeName: Message { U.typeName }
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
  package static var requiresSuffix: Bool { false }
  package static var places: Int { 0 }
  package static var maximum: Decimal? { nil }
  package static var printsUnit: Bool { false }
}

/// Whole minutes of recording or session.
package enum MinuteUnit: AmountUnit {
  package static var unit: Expressions.Unit { .minutes }
  package static var suffixes: [String] { ["分钟", "minutes", "min"] }
  package static var example: String { "90" }
  package static var typeName: Message { Message(zh: "分钟数", en: "number of minutes") }
}
/// Class hours (学时), whose length in minutes is a property of the project.
package enum ClassHourUnit: AmountUnit {
  package static var unit: Expressions.Unit { .classHours }
  package static var suffixes: [String] { ["学时"] }
  package static var places: Int { 2 }
  package static var example: String { "16学时" }
  package static var typeName: Message { Message(zh: "学时数", en: "number of class hours") }
}
/// Hours of the clock (小时).
package enum HourUnit: AmountUnit {
  package static var unit: Expressions.Unit { .hours }
  package static var suffixes: [String] { ["小时", "h"] }
  package static var places: Int { 2 }
  package static var example: String { "8 h" }
  package static var typeName: Message { Message(zh: "小时数", en: "number of hours") }
}
/// Credits (学分), in halves.
package enum CreditUnit: AmountUnit {
  package static var unit: Expressions.Unit { .credits }
  package static var suffixes: [String] { ["学分"] }
  package static var places: Int { 1 }
  package static var example: String { "1.5" }
  package static var typeName: Message { Message(zh: "学分数", en: "number of credits") }
}
/// Points of a scheme (分), in halves.
package enum PointUnit: AmountUnit {
  package static var unit: Expressions.Unit { .points }
  package static var suffixes: [String] { ["分"] }
  package static var places: Int { 1 }
  package static var example: String { "15" }
  package static var typeName: Message { Message(zh: "分数", en: "number of points") }
}
/// Percent, 0–100, with its sign: a bare 98 or 0.98 would be ambiguous.
package enum PercentUnit: AmountUnit {
  package static var unit: Expressions.Unit { .percent }
  package static var suffixes: [String] { ["%"] }
  package static var requiresSuffix: Bool { true }
  package static var places: Int { 2 }
  package static var maximum: Decimal? { Decimal(100) }
  package static var example: String { "98%" }
  package static var typeName: Message { Message(zh: "百分数（0%—100%）", en: "percentage (0%-100%)") }
  package static var printsUnit: Bool { true }
}
/// Money in yuan, to the fen.
package enum YuanUnit: AmountUnit {
  package static var unit: Expressions.Unit { .money }
  package static var suffixes: [String] { ["元/人", "CNY", "元"] }
  package static var places: Int { 2 }
  package static var example: String { "1800元" }
  package static var typeName: Message { Message(zh: "金额", en: "amount of money") }
  package static var printsUnit: Bool { true }
}

package typealias Minutes = Amount<MinuteUnit>
package typealias ClassHours = Amount<ClassHourUnit>
package typealias Hours = Amount<HourUnit>
package typealias Credits = Amount<CreditUnit>
package typealias Points = Amount<PointUnit>
package typealias Percent = Amount<PercentUnit>
package typealias Money = Amount<YuanUnit>

/// A head count: exact (`120`), approximate (`约120`), or everybody (`全员`).
package struct HeadCount: TextualFieldValue, Hashable {
  package enum Kind: Hashable, Sendable { case exact, approximate, everybody }
  package var kind: Kind
  /// The number; `nil` for everybody.
  package var number: Int?

  /// Stands for a count not yet read.
  static let unknown = HeadCount(exactly: 0)

  init(exactly number: Int) {
    kind = .exact
    self.number = number
  }

  package init?(fieldText text: String, year: Int?) {
    if text == "全员" {
      kind = .everybody
      return
    }
    let isApproximate = text.hasPrefix("约")
    let (clean, _) = numberText(isApproximate ? String(text.dropFirst()).trimmed : text, units: ["人"])
    guard let number = Decimal(clean)?.integer, number >= 0 else { return nil }
    kind = isApproximate ? .approximate : .exact
    self.number = number
  }

  /// As shown: `300`, `约120`, `全员`.
  package var text: String {
    switch kind {
    case .exact: number.map(String.init) ?? ""
    case .approximate: "约" + (number.map(String.init) ?? "")
    case .everybody: "全员"
    }
  }

  package static var example: String { "120、约120、全员" }
  package static var valueType: ValueType { .text }
  package static var typeName: Message { Message(zh: "人数", en: "head count") }
  package func value(in model: Model) -> Value { .text(text) }
}
