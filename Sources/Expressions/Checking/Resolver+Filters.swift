package import Diagnostics
import Values

/// Filters and tests.
extension Resolver {
  func filter(
    _ input: Expression, _ name: String, _ nameSpan: SourceSpan, _ arguments: Arguments, _ span: SourceSpan
  ) -> Typed {
    guard let filter = Filter.named(name) else {
      _ = resolve(input)
      if let construct = LeftOut(rawValue: name) {
        report(.leftOut(construct), nameSpan)
        return .failed
      }
      report(.unknownFilter(name, suggestion: Suggestion.nearest(to: name, among: Filter.names)), nameSpan)
      return .failed
    }
    if filter.name == "default" { return defaulted(input, arguments, filter, span) }
    let isTolerant = filter.accepts.contains(.undefined) || filter.name == "tojson" || filter.name == "json"
    let typed = isTolerant ? resolve(input) : required(input)
    return apply(filter, to: typed, inputSpan: input.span, arguments, nameSpan, span)
  }

  /// Applies a filter to something resolved before: also `{% set x | filter %}`.
  package func apply(
    _ filter: Filter, to input: Typed, inputSpan: SourceSpan, _ arguments: Arguments, _ nameSpan: SourceSpan,
    _ span: SourceSpan
  ) -> Typed {
    guard check(input.type, filter, inputSpan) else { return .failed }
    let element = input.type.element
    guard let bound = bind(arguments, filter.parameters, of: filter.name, element: element, nameSpan) else {
      return .failed
    }
    let attribute = attributeType(bound, filter, element)
    let types = FilterTypes(
      input: input.type, arguments: bound.values.map { $0?.type }, literals: bound.values.map(literal),
      attribute: attribute, nested: bound.nestedType)
    let use = FilterUse(filter, code.arguments(bound.values.map { $0?.code }), nested: bound.nested, span)
    return Typed(code.add(use, of: input.code), filter.result(types))
  }

  private func check(_ type: ValueType, _ filter: Filter, _ span: SourceSpan) -> Bool {
    if filter.name == "safe", type.kinds == .text {
      report(.safeOnText, span)
      return false
    }
    guard type.kinds.isDisjoint(with: filter.accepts) else { return true }
    return !reportsType(.wrongInput(of: filter.name, found: .init(type), wanted: filter.accepts), span)
  }

  private func defaulted(
    _ input: Expression, _ arguments: Arguments, _ filter: Filter, _ span: SourceSpan
  ) -> Typed {
    let first: Typed
    if case .name(let name) = input.kind, scope.binding(of: name) == nil {
      // A partial may take a variable that not every page sets.
      first = missing(.variable(name))
    } else {
      first = resolve(input)
    }
    guard let bound = bind(arguments, filter.parameters, of: filter.name, element: .any, span) else { return .failed }
    let second = bound.values[0]?.typed ?? constant(.text(""), .text)
    var whenFalse = false
    if let flag = bound.values[1] {
      guard let value = literal(flag) else {
        report(.argumentNotLiteral(of: "default", name: "boolean"), span)
        return .failed
      }
      whenFalse = value.isTrue
    }
    let type = first.isUnset ? second.type : first.type.present.joined(with: second.type)
    let step = Step.defaulted(
      first.code, second.code, whenFalse: whenFalse, whenNone: first.type.isOptional && !scope.isDynamic)
    return Typed(code.add(step), type)
  }

  func test(
    _ input: Expression, _ name: String, _ nameSpan: SourceSpan, _ arguments: Arguments, _ span: SourceSpan
  ) -> Typed {
    guard let test = ValueTest.named(name) else {
      if let construct = LeftOut(rawValue: name) {
        report(.leftOut(construct), nameSpan)
        return .failed
      }
      _ = resolve(input)
      report(.unknownTest(name, suggestion: Suggestion.nearest(to: name, among: ValueTest.names)), nameSpan)
      return .failed
    }
    let typed = tested(input)
    if test.name == "defined" || test.name == "undefined" {
      let isDefined = code.add(
        .isDefined(typed.code, noneIsUndefined: typed.type.isOptional && !scope.isDynamic))
      return Typed(test.name == "defined" ? isDefined : code.add(.not(isDefined, span)), .boolean)
    }
    if typed.isUnset, !scope.isDynamic, !test.accepts.contains(.undefined) {
      report(.unsetVariable(Self.path(input)), input.span)
    }
    guard !typed.type.kinds.isDisjoint(with: test.accepts) else {
      let kind = ExpressionError.Kind.wrongInput(
        of: "is " + test.name, found: .init(typed.type), wanted: test.accepts)
      if reportsType(kind, input.span) { return .failed }
      guard let bound = bind(arguments, test.parameters, of: test.name, element: .any, nameSpan) else { return .failed }
      return Typed(tested(typed, test, bound, span), .boolean)
    }
    guard let bound = bind(arguments, test.parameters, of: test.name, element: .any, nameSpan) else { return .failed }
    return Typed(
      folded(tested(typed, test, bound, span), [typed] + bound.values.compactMap { $0?.typed }), .boolean)
  }

  private func tested(
    _ input: Typed, _ test: ValueTest, _ bound: ResolvedCallArguments, _ span: SourceSpan
  ) -> Resolved {
    code.add(TestUse(test, code.arguments(bound.values.map { $0?.code }), span), of: input.code)
  }

  /// What a test looks at: unknown names are undefined there, also where types are known.
  private func tested(_ input: Expression) -> Typed {
    if case .name(let name) = input.kind {
      switch scope.binding(of: name) {
      case .callable?, .module?, .loop?: return constant(.boolean(true), .any)
      case nil: return missing(.variable(name))
      case .leftOut(let construct)?: return leftOut(construct, input.span)
      case .failed?: return .failed
      case .value?, .unset?: break
      }
    }
    return resolve(input)
  }

  /// The type of the attribute that an attribute argument names; checks that it exists.
  private func attributeType(_ bound: ResolvedCallArguments, _ filter: Filter, _ element: ValueType) -> ValueType? {
    guard let index = filter.parameters.firstIndex(where: { $0.role == .attribute }), let argument = bound.values[index]
    else { return nil }
    guard case .text(let text)? = literal(argument) else { return .any }
    let owner = filter.name == "attr" ? ValueType.any : element
    var type: ValueType = .any
    for path in text.split(separator: ",") {
      type = self.type(ofPath: path, in: owner, argument.span)
      let needsValue = ["sort", "sum", "min", "max", "join", "unique", "groupby"].contains(filter.name)
      let hasDefault = filter.name == "groupby" && bound.values[1] != nil
      if type.isOptional, needsValue, !hasDefault, !scope.isDynamic {
        report(.optionalUsed(String(path), .init(type.present)), argument.span)
        type = .any
      }
    }
    return type
  }

  private func type(ofPath path: Substring, in owner: ValueType, _ span: SourceSpan) -> ValueType {
    var type = owner
    for step in path.split(separator: ".") {
      guard case .record(let make) = type.present else {
        if case .list(let element) = type.present, Int(step) != nil {
          type = element
          continue
        }
        return .any
      }
      let record = make()
      guard let index = record.index(of: String(step)) else {
        if Int(step) != nil { return .any }
        let suggestion = Suggestion.nearest(to: String(step), among: record.attributes.map(\.name))
        report(.unknownAttribute(owner: .init(type.present), name: String(step), suggestion: suggestion), span)
        return .any
      }
      let attribute = record.attributes[index].type
      type = type.isOptional ? .optional(attribute.present) : attribute
    }
    return type
  }
}
