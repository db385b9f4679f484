import Diagnostics
import Values

/// Filters the training domain needs: dates, figures, Chinese texts.
extension Filter {
  static let date = Filter(
    "date", accepts: [.date, .text], [Parameter("format", .text)],
    doc: Message(
      zh: "按格式写日期：`Y` 年，`n` 月，`j` 日，`m` 和 `d` 写两位；其余照写",
      en: "A date by a pattern of `Y` year, `n` month, `j` day, `m` and `d` with two digits; all else stands as it is"),
    example: "{{ newsletter.date|date('n月j日') }} → 9月18日", result: { _ in .text },
    apply: { call throws(EvaluationFailure) in
      guard let date = CalendarDate(call.value) else {
        throw .wrongArgument(of: "date", value: call.value.textual ?? "")
      }
      guard let pattern = call.argument(0)?.textual else { return .text(date.description) }
      var bytes: [UInt8] = []
      bytes.reserveCapacity(24)
      for byte in pattern.utf8 {
        switch byte {
        case UInt8(ascii: "Y"): Printing.append(date.year, to: &bytes)
        case UInt8(ascii: "n"): Printing.append(date.month, to: &bytes)
        case UInt8(ascii: "j"): Printing.append(date.day, to: &bytes)
        case UInt8(ascii: "m"): Printing.append(date.month, width: 2, to: &bytes)
        case UInt8(ascii: "d"): Printing.append(date.day, width: 2, to: &bytes)
        default: bytes.append(byte)
        }
      }
      return .text(String(decoding: bytes, as: UTF8.self))
    })

  static let weekday = Filter(
    "weekday", accepts: .date, [Parameter("style", oneOf: ["long", "short", "zhou"])],
    doc: Message(
      zh: "星期几；`'short'` 只写一个字，`'zhou'` 写周五", en: "The day of the week, `'short'` for one character (`'zhou'` for 周五)"),
    example: "{{ session.date|weekday }} → 星期五", result: { _ in .text },
    apply: { call throws(EvaluationFailure) in
      guard case .date(let date) = call.value else { return .text("") }
      let day = ["一", "二", "三", "四", "五", "六", "日"][date.weekday - 1]
      switch call.text(0, or: "long") {
      case "long": return .text("星期" + day)
      case "short": return .text(day)
      case "zhou": return .text("周" + day)
      case let other: throw .wrongArgument(of: "weekday", value: other)
      }
    })

  private static let figures: ValueKinds = [.number, .quantity]

  static let number = Filter(
    "number", accepts: figures, [.decimals],
    doc: Message(zh: "加千位分隔号，可定小数位数", en: "With thousands marks, and with so many digits behind the point"),
    example: "{{ 2775|number }} → 2,775",
    result: { _ in .text },
    apply: { call throws(EvaluationFailure) in .text(NumberFormat.thousands(call.amount, decimals: try call.decimals()))
    })

  static let percent = Filter(
    "percent", accepts: figures, [.decimals],
    doc: Message(
      zh: "加百分号；数照原样（`91.3` 是 91.3%），可定小数位数",
      en: "With a percent sign: of quantities as they are, of plain numbers as they are too (`91.3` is 91.3%)"),
    example: "{{ 91.25|percent(1) }} → 91.3%", result: { _ in .text },
    apply: { call throws(EvaluationFailure) in
      .text(NumberFormat.thousands(call.amount, decimals: try call.decimals()) + "%")
    })

  static let money = Filter(
    "money", accepts: figures, [.decimals],
    doc: Message(zh: "金额：`1,800元`", en: "An amount in yuan: `1,800元`"),
    example: "{{ 1800|money }} → 1,800元", result: { _ in .text },
    apply: { call throws(EvaluationFailure) in
      .text(NumberFormat.thousands(call.amount, decimals: try call.decimals()) + "元")
    })

  static let truncateHan = Filter(
    "truncate_han", accepts: .textual, [Parameter("length", .number, required: true), Parameter("end", .text)],
    doc: Message(
      zh: "最多这么多汉字宽（字母和数字算半个），截断处写 `…`",
      en: "At most so many Han characters' width (Latin letters and digits count half), then `…`"),
    example: "{{ '教师培训门户网站'|truncate_han(5) }} → 教师培训…", result: { _ in .text },
    apply: { call throws(EvaluationFailure) in
      let text = call.value.textual ?? ""
      let limit = Swift.max(0, call.integer(0, or: 40)) * 2
      let end = call.text(1, or: "…")
      func width(_ character: Character) -> Int { character.utf8.count > 2 ? 2 : 1 }
      guard text.reduce(0, { $0 + width($1) }) > limit else { return .text(text) }
      var (kept, used) = ("", end.reduce(0) { $0 + width($1) })
      for character in text {
        used += width(character)
        guard used <= limit else { break }
        kept.append(character)
      }
      return .text(kept + end)
    })

  static let mask = Filter(
    "mask", accepts: .text, doc: Message(zh: "姓名只留第一个字", en: "A name with all but its first character hidden"),
    example: "{{ '张三丰'|mask }} → 张**", result: { _ in .text },
    apply: { call throws(EvaluationFailure) in
      let text = call.value.textual ?? ""
      return .text(text.prefix(1) + String(repeating: "*", count: Swift.max(0, text.count - 1)))
    })
}

extension FilterCall {
  /// The number, or the amount of the quantity.
  fileprivate var amount: Decimal {
    if case .quantity(let quantity) = value { return quantity.amount }
    return value.numeric ?? Decimal(0)
  }

  /// The number of digits behind the point, if given.
  fileprivate func decimals() throws(EvaluationFailure) -> Int? {
    guard let given = argument(0)?.numeric else { return nil }
    guard let places = given.integer, (0...18).contains(places) else {
      throw .wrongArgument(of: "number", value: given.description)
    }
    return places
  }
}

extension CalendarDate {
  /// A date value, or a text that begins with `2026-09-18`.
  init?(_ value: Value) {
    if case .date(let date) = value {
      self = date
      return
    }
    let parts = (value.textual ?? "").prefix(10).split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count == 4, parts[1].count == 2, parts[2].count == 2, let year = Int(parts[0]),
      let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }
}
