import Diagnostics
import Values

extension Filter {
  static let join = Filter(
    "join", accepts: .iterable, itemUse: .needed(.printable),
    [Parameter("d", [.text, .html, .number]), Parameter("attribute", [.text, .number], role: .attribute)],
    doc: Message(
      zh: "各项或其属性连成一段文字，中间用 `d` 隔开", en: "The items, or one of their attributes, as one text with `d` between them"),
    example: "{{ ['甲', '乙']|join('、') }} → 甲、乙",
    result: { types in
      let separator = types.arguments.first.flatMap { $0 } ?? .text
      let kinds = [(types.attribute ?? types.element).present.kinds, separator.kinds]
      if kinds.contains(where: { $0.contains(.html) && $0 != .html }) { return .any }
      return kinds.contains(.html) ? .html : .text
    },
    apply: { call throws(EvaluationFailure) in
      let path = AttributePath(call.argument(1))
      var items = try call.items()
      for index in items.indices {
        if let path { items[index] = try path.value(in: items[index], call.log) }
        switch items[index] {
        case .undefined(let undefined): throw .undefined(undefined.reason)
        case let item where call.refusesLiterals && ValueKinds.pythonLiteral.contains(item.kind):
          throw .notPrintable(item.kind)
        default: break
        }
      }
      return try Concatenation.joined(items, separator: call.argument(0), page: call.page)
    })
}
