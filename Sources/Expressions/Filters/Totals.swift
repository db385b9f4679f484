import Diagnostics
import Values

/// Sum and extremes.
extension Filter {
  static let sum = Filter(
    "sum", accepts: .list, others: .emptyAsList, itemUse: .addsToStart,
    [
      Parameter("attribute", [.text, .number, .none], role: .attribute),
      Parameter("start", [.number, .quantity, .boolean, .list]),
    ],
    doc: Message(
      zh: "各项或其属性之和；加 `start=[]` 把各项的列表连成一个",
      en: "The sum of the items, or of one of their attributes; with `start=[]` lists become one"),
    example: "{{ [1, 2.5]|sum }} → 3.5",
    result: { types in
      let summed = (types.attribute ?? types.element).present
      switch (types.arguments.count > 1 ? types.arguments[1] : nil, summed) {
      case (let start?, _) where start.present.kinds == .list:
        let isEmpty = if case .list(let items)? = types.literals[1] { items.isEmpty } else { false }
        return .list(isEmpty ? summed.element : start.present.element.joined(with: summed.element))
      case (_, .quantity): return summed
      case _ where summed.fits(ItemUse.addable) && !summed.isAny && !summed.kinds.contains(.quantity): return .number
      default: return .any
      }
    },
    apply: { call throws(EvaluationFailure) in
      let path = AttributePath(call.argument(0))
      var total = call.argument(1)
      // As in Python, where `join` is for texts.
      if let total, total.textual != nil {
        throw .wrongValue(of: "sum", found: total.kind, wanted: [.number, .quantity, .list])
      }
      for item in try call.items() {
        let value = try path?.value(in: item, call.log) ?? item
        if case .undefined(let undefined) = value { throw .undefined(undefined.reason) }
        if case .list(var joined)? = total, case .list(let more) = value {
          // Nobody else may hold the list while it grows, or each step would copy it.
          total = nil
          _ = try EvaluationLimits.sum(joined.count, more.count)
          joined += more
          total = .list(joined)
        } else if let sum = total {
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
