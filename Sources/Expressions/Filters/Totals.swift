import Diagnostics
import Values

/// Sum and extremes.
extension Filter {
  static let sum = Filter(
    "sum", accepts: .list, others: .emptyAsList, itemUse: .needed([.number, .quantity, .boolean]),
    [Parameter("attribute", [.text, .number, .none], role: .attribute), Parameter("start", [.number, .quantity])],
    doc: Message(zh: "各项或其属性之和", en: "The sum of the items, or of one of their attributes"),
    example: "{{ [1, 2.5]|sum }} → 3.5",
    result: { types in
      let summed = types.attribute ?? types.element
      if case .quantity = summed.present { return summed.present }
      return summed.isAny ? .any : .number
    },
    apply: { call throws(EvaluationFailure) in
      let path = AttributePath(call.argument(0))
      var total = call.argument(1)
      for item in try call.items() {
        let value = try path?.value(in: item, call.log) ?? item
        if case .undefined(let undefined) = value { throw .undefined(undefined.reason) }
        if let sum = total {
          total = try Arithmetic.apply(.add, sum, value)
        } else {
          guard value.numeric != nil || value.kind == .quantity else {
            throw .wrongValue(of: "sum", found: value.kind, wanted: [.number, .quantity])
          }
          total = value.numeric.map { .number($0) } ?? value
        }
      }
      return total ?? .number(Decimal(0))
    })

  static let min = extreme(
    "min", doc: Message(zh: "最小的一项", en: "The smallest item"), example: "{{ [3, 1, 2]|min }} → 1"
  ) { $0 < 0 }
  static let max = extreme("max", doc: Message(zh: "最大的一项", en: "The largest item"), example: "{{ [3, 1, 2]|max }} → 3")
  { $0 > 0 }

  private static func extreme(
    _ name: String, doc: Message, example: String, _ replaces: @escaping @Sendable (Int) -> Bool
  ) -> Filter {
    Filter(
      name, accepts: .iterable, itemUse: .needed(.ordered),
      [Parameter("case_sensitive", .any), Parameter("attribute", [.text, .number], role: .attribute)],
      doc: Message(
        zh: doc.zh + "，按本身或按属性；没有时为未定义",
        en: doc.en + ", by itself or by an attribute; undefined when there is none"), example: example,
      result: { $0.element },
      apply: { call throws(EvaluationFailure) in
        let paths = AttributePath(call.argument(1)).map { [$0] }
        var effort = Effort.ofRendering
        var best: (key: Value, item: Value)?
        for item in try call.items() {
          let key = try SortKey.key(of: item, paths, folds: !call.flag(0), call.log)[0]
          if let current = best, !replaces(try Comparison.order(key, current.key, .less, &effort)) { continue }
          best = (key, item)
        }
        return best?.item ?? .undefined(Undefined(.noItem(filter: name)))
      })
  }
}
