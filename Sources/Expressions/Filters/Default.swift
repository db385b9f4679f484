import Diagnostics
extension Filter {
  /// Evaluated by `Evaluation.defaulted`; this entry serves the reference and `map('default', …)`.
  static let `default` = Filter(
    "default", aliases: ["d"], accepts: .any, [Parameter("default_value", .any), Parameter("boolean", .any)],
    doc: Message(
      zh: "没有值时改用另一个值；加 `true` 则空、零、假也换",
      en: "Another value when this one is absent; with `true` also when it is empty, zero or false"),
    example: "{{ course.subtitle|default('—') }} → —",
    result: { types in
      types.input.present.joined(with: types.arguments.first.flatMap { $0 } ?? .text)
    },
    apply: { call throws(EvaluationFailure) in
      let fallback = call.argument(0) ?? .text("")
      switch call.value {
      case .undefined: return fallback
      default: return call.flag(1) && !call.value.isTrue ? fallback : call.value
      }
    })

  /// The same for items of which some may be absent.
  static let defaultOfAbsent = Filter(
    "default", accepts: .any, `default`.parameters, doc: `default`.doc, example: `default`.example,
    result: `default`.result,
    apply: { call throws(EvaluationFailure) in
      switch call.value {
      case .undefined, .none: return call.argument(0) ?? .text("")
      default: return call.flag(1) && !call.value.isTrue ? call.argument(0) ?? .text("") : call.value
      }
    })
}
