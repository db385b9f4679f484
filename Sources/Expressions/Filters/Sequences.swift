import Diagnostics
import Values

/// Filters that look at a list as a whole: length, ends, order.
extension Filter {
  static let length = Filter(
    "length", aliases: ["count"], accepts: .iterable,
    doc: Message(zh: "几项，或文字有几个字符", en: "Number of items, or of characters of a text"),
    example: "{{ ['甲', '乙']|length }} → 2",
    result: { _ in .number },
    apply: { call throws(EvaluationFailure) in
      switch call.value {
      case .list(let items): return .number(Decimal(items.count))
      case .mapping(let mapping): return .number(Decimal(mapping.entries.count))
      default: return .number(Decimal(call.value.textual?.unicodeScalars.count ?? 0))
      }
    })

  static let first = Filter(
    "first", accepts: .iterable, doc: Message(zh: "第一项；没有时为未定义", en: "The first item; undefined when there is none"),
    example: "{{ ['甲', '乙']|first }} → 甲", result: { $0.input.end(0) },
    apply: { call throws(EvaluationFailure) in
      try call.items().first ?? .undefined(Undefined(.noItem(filter: "first")))
    })

  static let last = Filter(
    "last", accepts: .iterable, doc: Message(zh: "最后一项；没有时为未定义", en: "The last item; undefined when there is none"),
    example: "{{ ['甲', '乙']|last }} → 乙", result: { $0.input.end(-1) },
    apply: { call throws(EvaluationFailure) in
      try call.items().last ?? .undefined(Undefined(.noItem(filter: "last")))
    })

  static let reverse = Filter(
    "reverse", accepts: .iterable,
    doc: Message(zh: "各项或各字符倒过来", en: "The items, or the characters of a text, from last to first"),
    example: "{{ '教师'|reverse }} → 师教", result: { $0.input.present.alike },
    apply: { call throws(EvaluationFailure) in
      switch call.value {
      case .text, .html:
        try call.checkCut(by: "reverse")
        let text = String(String.UnicodeScalarView((call.value.textual ?? "").unicodeScalars.reversed()))
        return call.likeInput(text)
      default: return .list(try call.items().reversed())
      }
    })

  static let list = Filter(
    "list", accepts: .iterable,
    doc: Message(zh: "变成列表：映射的名称，文字的字符", en: "The items as a list: the keys of a mapping, the characters of a text"),
    example: "{{ 'abc'|list|join('-') }} → a-b-c", result: { .list($0.element) },
    apply: { call throws(EvaluationFailure) in .list(try call.items()) })

  static let sort = Filter(
    "sort", accepts: .iterable, itemUse: .needed(.ordered),
    [
      Parameter("reverse", .any), Parameter("case_sensitive", .any),
      Parameter("attribute", [.text, .number], role: .attribute),
    ],
    doc: Message(
      zh: "排序，按本身或按属性（几个用逗号隔开）；相等的保持原来的先后",
      en: "The items in order, by themselves or by an attribute (several with commas); equal ones keep their order"),
    example: "{{ [3, 1, 2]|sort|join(',') }} → 1,2,3", result: { .list($0.element) },
    apply: { call throws(EvaluationFailure) in
      let paths = call.argument(2).flatMap { argument -> [AttributePath]? in
        if case .text(let text) = argument { return AttributePath.list(text) }
        return AttributePath(argument).map { [$0] }
      }
      let folds = !call.flag(1)
      var keyed: [(key: [Value], item: Value)] = []
      for item in try call.items() {
        keyed.append((try SortKey.key(of: item, paths, folds: folds, call.log), item))
      }
      try SortKey.sort(&keyed, descending: call.flag(0))
      return .list(keyed.map(\.item))
    })

  static let unique = Filter(
    "unique", accepts: .iterable, itemUse: .comparesAttribute,
    [Parameter("case_sensitive", .any), Parameter("attribute", [.text, .number], role: .attribute)],
    doc: Message(zh: "去掉重复的，按本身或按属性；留下第一个", en: "Each item once, by itself or by an attribute; the first one stays"),
    example: "{{ [1, 2, 2, 3]|unique|join(',') }} → 1,2,3", result: { .list($0.element) },
    apply: { call throws(EvaluationFailure) in
      let paths = AttributePath(call.argument(1)).map { [$0] }
      var effort = Effort.ofOperation
      var seen: Set<String> = []
      var result: [Value] = []
      for item in try call.items() {
        let key = try SortKey.key(of: item, paths, folds: !call.flag(0), call.log)
        if seen.insert(try SortKey.identity(key, &effort)).inserted { result.append(item) }
      }
      return .list(result)
    })

  static let batch = Filter(
    "batch", accepts: .iterable, [.size("linecount"), Parameter("fill_with", .any)],
    doc: Message(
      zh: "每几项分成一组；最后一组用 `fill_with` 补足", en: "Lists of so many items; the last one is filled up with `fill_with`"),
    example: "{% for row in [1, 2, 3]|batch(2, '-') %}{{ row|join }};{% endfor %} → 12;3-;",
    result: { .list(.list($0.filledUp(with: 1))) },
    apply: { call throws(EvaluationFailure) in
      let size = call.integer(0, or: 0)
      guard size > 0, size < 1 << 20 else { throw .wrongArgument(of: "batch", value: String(size)) }
      let items = try call.items()
      var rows: [Value] = []
      var index = 0
      while index < items.count {
        var row = Array(items[index..<Swift.min(items.count, index + size)])
        if let fill = call.argument(1), row.count < size {
          if case .none = fill {} else { row += Array(repeating: fill, count: size - row.count) }
        }
        rows.append(.list(row))
        index += size
      }
      return .list(rows)
    })

  static let slice = Filter(
    "slice", accepts: .iterable, [.size("slices"), Parameter("fill_with", .any)],
    doc: Message(zh: "分成几组，长短相近，用来分栏", en: "So many lists of nearly the same length, for columns"),
    example: "{% for column in [1, 2, 3]|slice(2) %}{{ column|join }};{% endfor %} → 12;3;",
    result: { .list(.list($0.filledUp(with: 1))) },
    apply: { call throws(EvaluationFailure) in
      let count = call.integer(0, or: 0)
      guard count > 0, count < 1 << 20 else { throw .wrongArgument(of: "slice", value: String(count)) }
      let items = try call.items()
      let (size, longer) = (items.count / count, items.count % count)
      var columns: [Value] = []
      var index = 0
      for number in 0..<count {
        var column = Array(items[index..<(index + size + (number < longer ? 1 : 0))])
        index += column.count
        if let fill = call.argument(1), fill.kind != .none, number >= longer { column.append(fill) }
        columns.append(.list(column))
      }
      return .list(columns)
    })
}
