import Diagnostics
import Han
import Values

/// Filters that order Chinese names and titles, or group them by strokes.
extension Filter {
  static let strokeSort = Filter(
    "stroke_sort", accepts: .iterable, itemUse: .needed(.textual),
    [Parameter("attribute", [.text, .number], role: .attribute), Parameter("full_name", .any)],
    doc: Message(
      zh: "按姓氏笔画排列，单名在前；加 `full_name` 按姓名笔画",
      en: "Names in the order 姓氏笔画, a given name of one character first; with `full_name` in the order 姓名笔画"),
    example: "{{ ['文天祥', '高士其', '王羲之', '高适']|stroke_sort|join('、') }} → 王羲之、文天祥、高适、高士其",
    result: { .list($0.element) },
    apply: { call throws(EvaluationFailure) in
      let order = call.flag(1) ? StrokeOrder.fullName : .familyName
      return try call.sorted { order.key(of: $0) }
    })

  static let pinyinSort = Filter(
    "pinyin_sort", accepts: .iterable, itemUse: .needed(.textual),
    [
      Parameter("attribute", [.text, .number], role: .attribute), Parameter("names", .any),
      Parameter("readings", .mapping),
    ],
    doc:
      Message(
        zh: "按拼音排列；加 `names` 按人名的读音，`readings` 另给读音",
        en:
          "Titles and places in the order of pinyin; with `names` read as names of persons are, with `readings` as stated"
      ),
    example: "{{ ['重庆', '昆明', '成都']|pinyin_sort|join('、') }} → 成都、重庆、昆明", result: { .list($0.element) },
    apply: { call throws(EvaluationFailure) in
      var overrides = PinyinOverrides()
      if case .mapping(let readings) = call.argument(2) {
        for entry in readings.entries {
          let reading = entry.value.textual ?? ""
          guard overrides.state(entry.name, reading) else {
            throw .wrongArgument(of: "pinyin_sort", value: "\(entry.name): \(reading)")
          }
        }
      }
      let order = PinyinOrder(overrides)
      let areNames = call.flag(1)
      return try call.sorted { areNames ? order.key(ofName: $0) : order.key(ofTitle: $0) }
    })

  static let strokes = Filter(
    "strokes", accepts: .textual,
    doc: Message(zh: "首字的笔画数；不是汉字时为0", en: "Number of strokes of the first character; 0 when it is no Chinese one"),
    example: "{{ '王羲之'|strokes }}画 → 4画", result: { _ in .number },
    apply: { call throws(EvaluationFailure) in
      .number(Decimal(StrokeOrder.strokes(ofFirstIn: call.value.textual ?? "") ?? 0))
    })
}

extension FilterCall {
  /// The items in the order of `key`, which gets each as a text, or its attribute named by the first argument; equal ones
  /// keep their order.
  ///
  /// - Complexity: O(n) keys, O(n log n) comparisons of them.
  fileprivate func sorted(by key: (String) -> CollationKey) throws(EvaluationFailure) -> Value {
    let path = AttributePath(argument(0))
    var keyed: [(key: CollationKey, index: Int, item: Value)] = []
    for (index, item) in try items().enumerated() {
      let value = try path?.value(in: item, log) ?? item
      if case .undefined(let undefined) = value { throw .undefined(undefined.reason) }
      keyed.append((key(try Printing.text(value, page: page)), index, item))
    }
    keyed.sort { $0.key == $1.key ? $0.index < $1.index : $0.key < $1.key }
    return .list(keyed.map(\.item))
  }
}
