import Diagnostics
import Values

/// Filters that apply an attribute, a filter or a test to each item.
extension Filter {
  static let map = Filter(
    "map", accepts: .iterable, others: .falseAsEmpty,
    [
      Parameter("filter", .text, role: .filterName), Parameter("attribute", [.text, .number], role: .attribute),
      Parameter("default", .any),
    ],
    doc: Message(zh: "取每一项的属性，或对每一项用过滤器", en: "An attribute of each item, or what a filter makes of it"),
    example: "{{ ['a', 'b']|map('upper')|join }} → AB",
    result: { types in
      if let nested = types.nested { return .list(nested) }
      guard let attribute = types.attribute else { return .list(.any) }
      guard types.arguments.count > 2, let fallback = types.arguments[2] else { return .list(attribute) }
      return .list(attribute.present.joined(with: fallback))
    },
    applyToEach: { call, evaluation throws(EvaluationFailure) in
      let items = try call.items()
      var result: [Value] = []
      result.reserveCapacity(items.count)
      if case .filter(let use)? = try call.settledNested(&evaluation) {
        for item in items { result.append(try call.applied(use, item, &evaluation)) }
        return .list(result)
      }
      guard let path = AttributePath(call.argument(1)) else { throw .wrongArgument(of: "map", value: "") }
      for item in items {
        let value = try call.value(at: path, in: item, default: call.argument(2))
        if case .undefined = value, let fallback = call.argument(2) {
          result.append(fallback)
        } else if case .undefined(let undefined) = value, undefined.isOptional {
          result.append(.none)
        } else {
          result.append(value)
        }
      }
      return .list(result)
    })

  static let select = selecting(
    "select", keeps: true,
    doc: Message(
      zh: "合乎测试的项；不写测试时留下算作真的", en: "The items for which a test holds; without a test, those that count as true"),
    example: "{{ [1, 2, 3]|select('odd')|join(',') }} → 1,3")

  static let reject = selecting(
    "reject", keeps: false, doc: Message(zh: "不合乎测试的项", en: "The items for which a test does not hold"),
    example: "{{ [1, 2, 3]|reject('odd')|join(',') }} → 2")

  static let selectattr = selecting(
    "selectattr", byAttribute: true, keeps: true,
    doc: Message(
      zh: "属性合乎测试的项；不写测试时留下属性算作真的",
      en: "The items whose attribute passes a test; without a test, those where it counts as true"),
    example: "{{ courses|selectattr('mode', 'eq', '线上')|length }}")

  static let rejectattr = selecting(
    "rejectattr", byAttribute: true, keeps: false,
    doc: Message(zh: "属性不合乎测试的项", en: "The items whose attribute does not pass a test"),
    example: "{{ courses|rejectattr('seats')|length }}")

  private static func selecting(
    _ name: String, byAttribute: Bool = false, keeps: Bool, doc: Message, example: String
  ) -> Filter {
    let attribute = Parameter("attribute", [.text, .number], required: true, role: .attribute)
    return Filter(
      name, accepts: .iterable, others: .falseAsEmpty,
      (byAttribute ? [attribute] : []) + [Parameter("test", .text, role: .testName)],
      doc: doc, example: example,
      // What counts as true, or passes a test of what is there, is there.
      result: { types in
        let isThere = types.test.map { $0.isOfAbsent == !keeps } ?? keeps
        guard isThere else { return .list(types.element) }
        guard byAttribute else { return .list(types.element.present) }
        return .list(types.literals[0]?.textual.map { types.element.giving($0) } ?? types.element)
      },
      applyToEach: { call, evaluation throws(EvaluationFailure) in
        var result: [Value] = []
        let path = byAttribute ? AttributePath(call.argument(0)) : nil
        let items = try call.items()
        let nested = try call.settledNested(&evaluation)
        for item in items {
          let value = try path.map { path throws(EvaluationFailure) in try call.value(at: path, in: item) } ?? item
          if try call.passes(value, nested, &evaluation) == keeps { result.append(item) }
        }
        return .list(result)
      })
  }

  static let groupby = Filter(
    "groupby", accepts: .iterable, itemUse: .needed(.ordered),
    [
      Parameter("attribute", [.text, .number], required: true, role: .attribute), Parameter("default", .any),
      Parameter("case_sensitive", .any),
    ],
    doc: Message(
      zh: "按属性分组并排序：成对的值，也可用 `.grouper` 和 `.list`",
      en: "Groups of items that share an attribute, sorted by it: pairs, also `.grouper` and `.list`"),
    example: "{% for stage, courses in all|groupby('stage') %}…{% endfor %}",
    result: { types in
      let element = types.element
      var grouper = types.attribute ?? .any
      if types.arguments.count > 1, let fallback = types.arguments[1] {
        grouper = grouper.present.joined(with: fallback)
      }
      let type = GroupRecord.type(grouper: grouper, element: element)
      return .list(.record { type })
    },
    apply: { call throws(EvaluationFailure) in
      guard let path = AttributePath(call.argument(0)) else { throw .wrongArgument(of: "groupby", value: "") }
      var keyed: [(key: [Value], item: Value)] = []
      var groupers: [Value] = []
      for item in try call.items() {
        var value = try path.value(in: item, call.log, default: call.argument(1))
        if case .undefined(let undefined) = value {
          guard let fallback = call.argument(1) else { throw .undefined(undefined.reason) }
          value = fallback
        }
        let folded: Value = call.flag(2) ? value : value.textual.map { .text(SmallLetters.of($0)) } ?? value
        keyed.append(([folded], .list([value, item])))
      }
      try SortKey.sort(&keyed, descending: false)
      var groups: [[Value]] = []
      var previous: Value?
      var effort = Effort.ofRendering
      for (key, pair) in keyed {
        guard case .list(let both) = pair else { continue }
        if let previous, try Comparison.areEqual(previous, key[0], &effort) {
          groups[groups.count - 1].append(both[1])
        } else {
          groups.append([both[1]])
          groupers.append(both[0])
        }
        previous = key[0]
      }
      return .list(zip(groupers, groups).map { .record(GroupRecord($1, sharing: $0)) })
    })
}

extension FilterCall {
  /// What a path finds in an item. Where types are known, what only some kinds of records or mappings have is none in the others.
  func value(
    at path: AttributePath, in item: Value, default standard: Value? = nil
  ) throws(EvaluationFailure) -> Value {
    let value = try path.value(in: item, log, default: standard)
    guard refusesLiterals, standard == nil, path.steps.count == 1, case .undefined = value,
      [.record, .mapping].contains(item.kind)
    else { return value }
    return .none
  }

  /// A nested filter's result for one item. The place of a failure is that of the outer filter.
  func applied(
    _ use: FilterUse, _ item: Value, _ evaluation: inout Evaluation
  ) throws(EvaluationFailure) -> Value {
    do throws(EvaluationError) { return try evaluation.apply(use, to: item) } catch { throw error.failure }
  }

  /// The nested filter or test with its arguments computed: once, however many items there are, and also when there is none.
  func settledNested(_ evaluation: inout Evaluation) throws(EvaluationFailure) -> NestedUse? {
    func settled(_ arguments: ResolvedArguments) throws(EvaluationFailure) -> ResolvedArguments {
      guard case .computed(let expressions) = arguments else { return arguments }
      do throws(EvaluationError) { return .constant(try evaluation.values(of: expressions)) } catch {
        throw error.failure
      }
    }
    switch nested {
    case .filter(let use)?:
      return .filter(FilterUse(use.filter, try settled(use.arguments), nested: use.nested, use.span))
    case .test(let use)?: return .test(TestUse(use.test, try settled(use.arguments), use.span))
    case nil: return nil
    }
  }

  /// Whether the item passes the nested test, or counts as true when there is none.
  func passes(
    _ item: Value, _ nested: NestedUse?, _ evaluation: inout Evaluation
  ) throws(EvaluationFailure) -> Bool {
    guard case .test(let use)? = nested else {
      if case .undefined(let undefined) = item, !undefined.isOptional { throw .undefined(undefined.reason) }
      return item.isTrue
    }
    do throws(EvaluationError) { return try evaluation.apply(use, to: item) } catch { throw error.failure }
  }
}
