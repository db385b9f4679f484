import Diagnostics
import Values

extension Resolver {
  /// The argument's value when it is written out.
  func literal(_ argument: ArgumentValue?) -> Value? { argument.flatMap { code.constant($0.typed.code) } }

  /// Matches arguments with parameters; `nil` when something is wrong, which is then reported.
  ///
  /// `element` is the type of the items, for `map` and `select`; `usesItems` says that they, or the attribute of them that is
  /// named, must be there.
  func bind(
    _ arguments: Arguments, _ parameters: [Parameter], of name: String, element: ValueType = .any,
    usesItems: Bool = false, _ span: SourceSpan
  ) -> ResolvedCallArguments? {
    var given: [Expression?] = Array(repeating: nil, count: parameters.count)
    var nestedIndex: Int?
    var isSound = true
    for (index, argument) in arguments.positional.enumerated() {
      guard index < parameters.count else {
        report(.tooManyArguments(of: name, limit: parameters.count), argument.span)
        return nil
      }
      if parameters[index].role == .filterName || parameters[index].role == .testName {
        nestedIndex = index
        break
      }
      given[index] = argument
    }
    for (keyword, keywordSpan, value) in arguments.keyword where nestedIndex == nil {
      guard let index = parameters.firstIndex(where: { $0.name == keyword && !$0.role.isName }) else {
        let suggestion = Suggestion.nearest(to: keyword, among: parameters.map(\.name))
        report(.unknownArgument(of: name, name: keyword, suggestion: suggestion), keywordSpan)
        isSound = false
        continue
      }
      guard given[index] == nil else {
        report(.repeatedArgument(of: name, name: keyword), keywordSpan)
        isSound = false
        continue
      }
      given[index] = value
    }
    var values: [ArgumentValue?] = []
    for (parameter, expression) in zip(parameters, given) {
      guard let expression else {
        if parameter.isRequired {
          report(.missingArgument(of: name, name: parameter.name), span)
          isSound = false
        }
        values.append(nil)
        continue
      }
      values.append(value(of: expression, for: parameter, of: name, &isSound))
    }
    guard isSound else { return nil }
    var bound = ResolvedCallArguments(values: values)
    if let index = parameters.firstIndex(where: { $0.role == .attribute }), let argument = values[index] {
      bound.attribute = type(
        ofAttribute: argument, in: element, for: name, isNeeded: usesItems, hasDefault: bound.hasDefault(parameters))
    }
    if let nestedIndex {
      let attribute = parameters.firstIndex { $0.role == .attribute }.flatMap { $0 < values.count ? values[$0] : nil }
      guard
        let nested = nestedUse(
          arguments, from: nestedIndex, parameters[nestedIndex], of: name, bound.attribute ?? element,
          namedBy: attribute)
      else { return nil }
      (bound.nested, bound.nestedType) = nested
    }
    return bound
  }

  private func value(
    of expression: Expression, for parameter: Parameter, of name: String, _ isSound: inout Bool
  ) -> ArgumentValue {
    let typed = parameter.kinds.contains(.none) ? condition(expression) : required(expression)
    if typed.type.kinds.isDisjoint(with: parameter.kinds) {
      let kind = ExpressionError.Kind.wrongArgument(
        of: name, name: parameter.name, found: .init(typed.type), wanted: parameter.kinds)
      if reportsType(kind, expression.span) { isSound = false }
    }
    if parameter.role == .attribute, code.constant(typed.code) == nil {
      report(.argumentNotLiteral(of: name, name: parameter.name), expression.span)
      isSound = false
    }
    if isSound, !scope.isDynamic, let takes = parameter.takes, let value = code.constant(typed.code),
      parameter.kinds.contains(value.kind), !takes(value)
    {
      report(.invalidPattern(of: name, value: value.textual ?? value.numeric?.description ?? ""), expression.span)
      isSound = false
    }
    return ArgumentValue(typed: typed, span: expression.span)
  }

  /// The filter or test named by an argument, with the arguments behind it, for items or an attribute of them.
  private func nestedUse(
    _ arguments: Arguments, from index: Int, _ parameter: Parameter, of name: String, _ element: ValueType,
    namedBy attribute: ArgumentValue?
  ) -> (use: NestedUse?, type: ValueType?)? {
    let span = arguments.positional[index].span
    guard case .text(let inner) = arguments.positional[index].kind else {
      report(.argumentNotLiteral(of: name, name: parameter.name), span)
      return nil
    }
    let rest = Arguments(
      positional: Array(arguments.positional.dropFirst(index + 1)), keyword: arguments.keyword)
    if parameter.role == .testName {
      guard let test = ValueTest.named(inner) else {
        report(.unknownTest(inner, suggestion: Suggestion.nearest(to: inner, among: ValueTest.names)), span)
        return nil
      }
      if needsPresent(element, test) {
        if let attribute, let path = AttributePath(literal(attribute)) {
          report(.optionalAttribute(path.description, .init(element.present)), attribute.span)
        } else {
          report(.optionalItems(of: inner), span)
        }
      }
      guard
        !element.kinds.isDisjoint(with: test.accepts)
          || !reportsType(.wrongInput(of: inner, found: .init(element), wanted: test.accepts), span),
        let bound = bind(rest, test.parameters, of: inner, span)
      else { return nil }
      checkComparison(test, of: element, with: bound, span)
      let asked = element.isOptional && !scope.isDynamic ? test.ofGiven : test
      return (.test(TestUse(asked, code.arguments(bound.values.map { $0?.code }), span)), nil)
    }
    guard let filter = Filter.named(inner) else {
      report(.unknownFilter(inner, suggestion: Suggestion.nearest(to: inner, among: Filter.names)), span)
      return nil
    }
    if element.isOptional, !filter.takesAbsent, !scope.isDynamic {
      report(.optionalItems(of: inner), span)
      return nil
    }
    let takesNone = filter.name == "default" && element.isOptional && !scope.isDynamic
    let typed = apply(
      takesNone ? .defaultOfAbsent : filter, to: Typed(.none, element), inputSpan: span, rest, span, span)
    guard case .filter(_, let use) = code[typed.code] else { return nil }
    return (.filter(code.filter(use)), typed.type)
  }
}

/// An argument with its place.
struct ArgumentValue {
  var typed: Typed
  var span: SourceSpan

  var code: Resolved { typed.code }
  var type: ValueType { typed.type }
}

/// Arguments in the order of their parameters.
struct ResolvedCallArguments {
  let values: [ArgumentValue?]
  /// The filter or test that is applied to each item.
  var nested: NestedUse?
  var nestedType: ValueType?
  /// The test that is asked of each item.
  var test: ValueTest? { if case .test(let use)? = nested { use.test } else { nil } }
  /// The type of the attribute that an argument names.
  var attribute: ValueType?

  /// Whether something is given for attributes that are not there.
  func hasDefault(_ parameters: [Parameter]) -> Bool {
    zip(parameters, values).contains { $0.name == "default" && $1 != nil }
  }
}

extension Parameter.Role {
  /// Given by position only.
  var isName: Bool { self == .filterName || self == .testName }
}
