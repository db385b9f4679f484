import Bytes
package import Values

/// Values as text.
package enum Printing {
  /// Appends `value` to `output` as it is written in plain text: nothing escaped.
  ///
  /// Booleans, none, lists and mappings are written as Python writes them; they get here only where types are not
  /// known (`inspect layout`), because the checker refuses to print them.
  package static func append(
    _ value: Value, page: SitePath, to output: inout [UInt8]
  ) throws(EvaluationFailure) {
    switch value {
    case .none: output.append("None")
    case .boolean(let truth): output.append(truth ? "True" : "False")
    case .number(let number): append(number, to: &output)
    case .quantity(let quantity): output.append(quantity.printed)
    case .text(let text): output.append(text)
    case .html(let markup): output.append(contentsOf: markup.bytes)
    case .date(let date): append(date, to: &output)
    case .link(let link): link.appendRelative(to: page, into: &output)
    case .list, .mapping: output.append(try PythonLiteral.text(value, page: page))
    case .record(let record):
      guard record is GroupRecord else { throw .notPrintable(.record) }
      output.append(try PythonLiteral.text(value, page: page))
    case .undefined(let undefined): throw .undefined(undefined.reason)
    }
  }

  /// Digits of the number, without building a `String`.
  package static func append(_ number: Decimal, to output: inout [UInt8]) {
    guard let integer = number.integer, integer != .min else { return output.append(number.description) }
    append(integer, to: &output)
  }

  /// `2026-09-18`.
  package static func append(_ date: CalendarDate, to output: inout [UInt8]) {
    append(date.year, width: 4, to: &output)
    output.append(UInt8(ascii: "-"))
    append(date.month, width: 2, to: &output)
    output.append(UInt8(ascii: "-"))
    append(date.day, width: 2, to: &output)
  }

  /// A number that is not negative, with zeros in front up to `width` digits.
  static func append(_ integer: Int, width: Int, to output: inout [UInt8]) {
    var limit = 10
    for _ in 1..<width {
      if integer < limit { output.append(UInt8(ascii: "0")) }
      limit *= 10
    }
    append(integer, to: &output)
  }

  static func append(_ integer: Int, to output: inout [UInt8]) {
    if integer < 0 { output.append(UInt8(ascii: "-")) }
    var rest = integer.magnitude
    var divisor: UInt = 1
    while rest / divisor >= 10 { divisor *= 10 }
    while divisor > 0 {
      output.append(UInt8(ascii: "0") + UInt8(rest / divisor))
      rest %= divisor
      divisor /= 10
    }
  }

  /// The plain text of `value`.
  package static func text(_ value: Value, page: SitePath) throws(EvaluationFailure) -> String {
    if case .text(let text) = value { return text }
    var bytes: [UInt8] = []
    try append(value, page: page, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// `~` and `+` of texts and markup.
enum Concatenation {
  /// Markup when one part is markup (the others escaped), else text; `separator` stands between them.
  static func joined(
    _ values: [Value], separator: Value? = nil, page: SitePath
  ) throws(EvaluationFailure) -> Value {
    if values.count == 1, case .text = values[0] { return values[0] }
    let isMarkup = values.contains(where: isHTML) || (values.count > 1 && separator.map(isHTML) ?? false)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(values.count * 16)
    for index in values.indices {
      if index > 0, let separator { try append(separator, isMarkup, page, &bytes) }
      try append(values[index], isMarkup, page, &bytes)
      try EvaluationLimits.check(bytes.count)
    }
    return isMarkup ? .html(Markup(bytes)) : .text(String(decoding: bytes, as: UTF8.self))
  }

  private static func isHTML(_ value: Value) -> Bool { if case .html = value { true } else { false } }

  private static func append(
    _ value: Value, _ escapes: Bool, _ page: SitePath, _ bytes: inout [UInt8]
  ) throws(EvaluationFailure) {
    if escapes {
      try Escaping.append(value, page: page, to: &bytes)
    } else {
      try Printing.append(value, page: page, to: &bytes)
    }
  }
}

/// HTML escaping of values.
package enum Escaping {
  /// Appends `value` as HTML text: markup as it is, everything else escaped.
  package static func append(
    _ value: Value, page: SitePath, to output: inout [UInt8]
  ) throws(EvaluationFailure) {
    switch value {
    case .text(let text): HTMLEscaping.append(text: text, to: &output)
    case .html(let markup): output.append(contentsOf: markup.bytes)
    case .number(let number): Printing.append(number, to: &output)
    case .date(let date): Printing.append(date, to: &output)
    case .link(let link):
      let start = output.count
      link.appendRelative(to: page, into: &output)
      guard HTMLEscaping.containsSpecial(output.span.extracting(start..<output.count)) else { return }
      let bytes = Array(output[start...])
      output.removeSubrange(start...)
      HTMLEscaping.append(bytes.span, to: &output)
    case .none, .boolean, .quantity, .list, .mapping, .record, .undefined:
      var bytes: [UInt8] = []
      try Printing.append(value, page: page, to: &bytes)
      HTMLEscaping.append(bytes.span, to: &output)
    }
  }

  /// The value as markup: escaped unless it is markup already.
  package static func markup(_ value: Value, page: SitePath) throws(EvaluationFailure) -> Markup {
    if case .html(let markup) = value { return markup }
    var bytes: [UInt8] = []
    try append(value, page: page, to: &bytes)
    return Markup(bytes)
  }
}

extension Quantity {
  /// The amount with its unit as a Chinese reader expects it: `91.3%`, `1,800元`, `90分钟`.
  package var printed: String {
    switch unit {
    case .minutes: amount.description + "分钟"
    case .classHours: amount.description + "学时"
    case .hours: amount.description + "小时"
    case .credits: amount.description + "学分"
    case .points: amount.description + "分"
    case .people: NumberFormat.thousands(amount) + "人"
    case .percent: amount.description + "%"
    case .money: NumberFormat.thousands(amount) + "元"
    }
  }
}

/// Grouped digits.
package enum NumberFormat {
  /// `2,775` and `-1,234.5`; with `decimals` exactly that many digits behind the point.
  package static func thousands(_ number: Decimal, decimals: Int? = nil) -> String {
    let rounded = decimals.map { number.rounded(toPlaces: $0) } ?? number
    var text = rounded.description
    let isNegative = text.hasPrefix("-")
    if isNegative { text.removeFirst() }
    let parts = text.split(separator: ".")
    var grouped = ""
    let whole = parts.first.map(String.init) ?? "0"
    for (offset, digit) in whole.enumerated() {
      if offset > 0, (whole.count - offset) % 3 == 0 { grouped += "," }
      grouped.append(digit)
    }
    var fraction = parts.count > 1 ? String(parts[1]) : ""
    if let decimals, fraction.count < decimals {
      fraction += String(repeating: "0", count: decimals - fraction.count)
    }
    return (isNegative ? "-" : "") + grouped + (fraction.isEmpty ? "" : "." + fraction)
  }
}
