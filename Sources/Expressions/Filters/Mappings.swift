import Diagnostics
import Values

/// Filters on mappings and attributes.
extension Filter {
  static let items = Filter(
    "items", accepts: [.mapping, .undefined],
    doc: Message(zh: "名称和值成对，按原来的顺序", en: "Pairs of name and value, in the order given"),
    example: "{% for name, value in m|items %}{{ name }}={{ value }} {% endfor %}",
    result: { .list($0.input.pair) },
    apply: { call throws(EvaluationFailure) in
      guard case .mapping(let mapping) = call.value else { return .list([]) }
      return .list(mapping.entries.map { .list([.text($0.name), $0.value]) })
    })

  static let dictsort = Filter(
    "dictsort", accepts: .mapping,
    [Parameter("case_sensitive", .any), Parameter("by", oneOf: ["key", "value"]), Parameter("reverse", .any)],
    doc: Message(
      zh: "名称和值成对，按名称排列，`by='value'` 时按值", en: "Pairs of name and value, sorted by name or (`by='value'`) by value"),
    example: "{% for name, value in m|dictsort %}{{ name }} {% endfor %}", result: { .list($0.input.pair) },
    apply: { call throws(EvaluationFailure) in
      guard case .mapping(let mapping) = call.value else { return .list([]) }
      let by = call.text(1, or: "key")
      guard by == "key" || by == "value" else { throw .wrongArgument(of: "dictsort", value: by) }
      var keyed: [(key: [Value], item: Value)] = []
      for entry in mapping.entries {
        let key: Value = by == "key" ? .text(entry.name) : entry.value
        keyed.append(
          (try SortKey.key(of: key, nil, folds: !call.flag(0), call.log), .list([.text(entry.name), entry.value])))
      }
      try SortKey.sort(&keyed, descending: call.flag(2))
      return .list(keyed.map(\.item))
    })

  /// In Jinja `attr` looks at Python attributes only, which no value of ours has.
  static let attr = Filter(
    "attr", accepts: [.record, .mapping], [Parameter("name", .text, required: true, role: .attribute)],
    doc: Message(zh: "按名称取记录的属性（映射用 `[…]`）", en: "The attribute of a record by its name (of mappings use `[…]`)"),
    example: "{{ course|attr('title') }}",
    result: { $0.attribute ?? .any },
    apply: { call throws(EvaluationFailure) in
      let name = call.text(0, or: "")
      guard case .record = call.value else {
        return .undefined(Undefined(.attribute(owner: call.value.kind.english, name: name)))
      }
      let value = Access.lookup(name, in: call.value, call.log)
      if case .undefined(let undefined) = value, undefined.isOptional { return .none }
      return value
    })
}

extension ValueType {
  /// A name of the mapping and what is under it.
  fileprivate var pair: ValueType {
    if case .parts(let parts) = present { .list(of: [.text, parts.all]) } else { .list(.any) }
  }
}
