import Diagnostics
import Values

/// Filters on numbers.
extension Filter {
  static let int = Filter(
    "int", accepts: [.number, .text, .html, .boolean, .none, .quantity], others: .asText,
    [Parameter("default", .any), Parameter("base", .number)],
    doc: Message(
      zh: "数或写成文字的数的整数部分；不是数时为 `default`", en: "The whole part of a number or of a text that is one; else `default`"),
    example: "{{ '4.9'|int }} → 4", result: { $0.arguments[0].map { ValueType.number.joined(with: $0) } ?? .number },
    apply: { call throws(EvaluationFailure) in
      if let number = call.value.numeric { return .number(wholePart(number)) }
      if case .quantity(let quantity) = call.value { return .number(wholePart(quantity.amount)) }
      let written = try WrittenNumber.wholePart(of: call.value.textual ?? "", base: call.integer(1, or: 10))
      return written.map { .number($0) } ?? call.argument(0) ?? .number(Decimal(0))
    })

  private static func wholePart(_ number: Decimal) -> Decimal {
    number.coefficient < 0 ? number.negated.floor.negated : number.floor
  }

  static let filesizeformat = Filter(
    "filesizeformat", accepts: [.number], [Parameter("binary", .any)],
    doc: Message(
      zh: "字节数写成 `13 Bytes`、`1.5 MB`；加 `true` 以1024进位（`KiB`）",
      en: "A number of bytes as `13 Bytes`, `1.5 MB`; with `true` in steps of 1024 (`KiB`)"),
    example: "{{ 1500000|filesizeformat }} → 1.5 MB", result: { _ in .text },
    apply: { call throws(EvaluationFailure) in
      let bytes = call.value.numeric ?? Decimal(0)
      let base = Decimal(call.flag(0) ? 1024 : 1000)
      if bytes == Decimal(1) { return .text("1 Byte") }
      guard bytes >= base else { return .text(bytes.rounded(toPlaces: 0).description + " Bytes") }
      var (amount, index) = (bytes, -1)
      while amount >= base, index < 7, let smaller = amount.divided(by: base) { (amount, index) = (smaller, index + 1) }
      let prefix = ["k", "M", "G", "T", "P", "E", "Z", "Y"][index]
      let unit = call.flag(0) ? prefix.uppercased() + "iB" : prefix + "B"
      let digits = amount.rounded(toPlaces: 1).description
      return .text((digits.contains(".") ? digits : digits + ".0") + " " + unit)
    })

  static let abs = Filter(
    "abs", accepts: [.number, .quantity, .boolean], doc: Message(zh: "绝对值", en: "Without its sign"),
    example: "{{ (-5)|abs }} → 5",
    result: { $0.input.present },
    apply: { call throws(EvaluationFailure) in
      switch call.value {
      case .quantity(let quantity):
        let amount = quantity.amount.coefficient < 0 ? quantity.amount.negated : quantity.amount
        return .quantity(Quantity(amount, quantity.unit))
      default:
        let number = call.value.numeric ?? Decimal(0)
        return .number(number.coefficient < 0 ? number.negated : number)
      }
    })

  static let round = Filter(
    "round", accepts: [.number, .quantity, .boolean],
    [Parameter("precision", .number), Parameter("method", oneOf: Rounding.methods)],
    doc: Message(
      zh: "保留小数点后 `precision` 位，四舍五入；也可用 `'ceil'`、`'floor'`、`'even'`",
      en: "Rounded to `precision` digits behind the point: half away from zero, or `'ceil'`, `'floor'`, `'even'`"),
    example: "{{ 2.675|round(2) }} → 2.68", result: { $0.input.present },
    apply: { call throws(EvaluationFailure) in
      let places = call.integer(0, or: 0)
      let method = call.text(1, or: "common")
      func rounded(_ number: Decimal) throws(EvaluationFailure) -> Decimal {
        guard let result = Rounding.round(number, places: places, method: method) else {
          throw .wrongArgument(of: "round", value: method)
        }
        return result
      }
      if case .quantity(let quantity) = call.value {
        return .quantity(Quantity(try rounded(quantity.amount), quantity.unit))
      }
      return .number(try rounded(call.value.numeric ?? Decimal(0)))
    })
}

/// Rounding to decimal places, also in front of the point.
enum Rounding {
  static let methods: Set<String> = ["common", "ceil", "floor", "even"]

  /// The rounded number; `nil` for an unknown method or places outside −18…18 (negative ones round tens, hundreds, …).
  static func round(_ number: Decimal, places: Int, method: String) -> Decimal? {
    guard (-18...18).contains(places), methods.contains(method) else { return nil }
    let drop = number.scale - places
    guard drop > 0 else { return number }
    var divisor: Int128 = 1
    for _ in 0..<min(drop, 37) { divisor *= 10 }
    let (quotient, remainder) = number.coefficient.quotientAndRemainder(dividingBy: divisor)
    let sign: Int128 = number.coefficient < 0 ? -1 : 1
    let twice = remainder.magnitude * 2
    let away: Bool
    switch method {
    case "ceil": away = remainder > 0
    case "floor": away = remainder < 0
    case "even": away = twice > divisor.magnitude || (twice == divisor.magnitude && quotient % 2 != 0)
    default: away = twice >= divisor.magnitude
    }
    let result = quotient + (away ? sign : 0)
    if places >= 0 { return Decimal(coefficient: result, scale: places) }
    var factor: Int128 = 1
    for _ in 0..<(-places) { factor *= 10 }
    return Decimal(coefficient: result * factor, scale: 0)
  }
}
