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
    let typed = filter.takesAbsent ? resolve(input) : required(input)
    let result = apply(filter, to: typed, inputSpan: input.span, arguments, nameSpan, span)
    return Self.passingOn.contains(filter.name) ? result.telling(whenTrue: typed.whenTrue, whenFalse: []) : result
  }

  /// Filters whose result counts as true only if what they get does.
  private static let passingOn: Set<String> = ["length", "trim", "first"]

  /// Applies a filter to something resolved before: also `{% set x | filter %}`.
  package func apply(
    _ filter: Filter, to input: Typed, inputSpan: SourceSpan, _ arguments: Arguments, _ nameSpan: SourceSpan,
    _ span: SourceSpan
  ) -> Typed {
    var input = input
    if filter.takesPairs, let pair = input.type.partsOfPair { input.type = pair }
    guard check(input.type, filter, inputSpan) else { return .failed }
    let element = filter.name == "attr" ? input.type : input.type.element
    guard
      let bound = bind(
        arguments, filter.parameters, of: filter.name, element: element, usesItems: filter.itemUse.needsAttribute,
        nameSpan)
    else { return .failed }
    guard scope.isDynamic || checkItems(of: input.type, filter, bound, inputSpan) else { return .failed }
    let types = FilterTypes(
      input: input.type, arguments: bound.values.map { $0?.type }, literals: bound.values.map(literal),
      attribute: bound.attribute, nested: bound.nestedType, test: bound.test)
    let use = FilterUse(filter, code.arguments(bound.values.map { $0?.code }), nested: bound.nested, span)
    if filter.name == Filter.asset.name, let assets = scope.assets, let name = code.constant(input.code)?.textual,
      !assets.contains(name)
    {
      report(.unknownAsset(name, suggestion: Suggestion.nearest(to: name, among: assets.sorted())), inputSpan)
      return .failed
    }
    let result = code.add(use, of: input.code)
    if bound.nested == nil, reportsFailure(of: result, [input.code] + bound.values.map { $0?.code }, inputSpan) {
      return .failed
    }
    // Where a path of the portal is stays the same on every page; only how it is printed does not.
    let isKnown = filter.name == Filter.url.name
    return Typed(isKnown ? folded(result, [input]) : result, filter.result(types))
  }

  private func check(_ type: ValueType, _ filter: Filter, _ span: SourceSpan) -> Bool {
    if filter.name == "safe", !type.isAny, type.kinds.contains(.text) {
      report(.safeOnText, span)
      return false
    }
    let isAccepted =
      if case .either(let kinds) = type { filter.accepts.contains(kinds) } else {
        !type.kinds.isDisjoint(with: filter.accepts)
      }
    return isAccepted || !reportsType(.wrongInput(of: filter.name, found: .init(type), wanted: filter.accepts), span)
  }

  private func defaulted(
    _ input: Expression, _ arguments: Arguments, _ filter: Filter, _ span: SourceSpan
  ) -> Typed {
    let first: Typed
    if case .name(let name) = input.kind, scope.binding(of: name) == nil {
      // A partial may take a variable that not every page sets.
      first = asked(name, input.span)
    } else {
      first = resolve(input)
    }
    guard let bound = bind(arguments, filter.parameters, of: filter.name, span) else { return .failed }
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
      first.code, second.code, whenFalse: whenFalse, whenNone: first.mayBeAbsent && !scope.isDynamic)
    // `subtitle|default('')` counts as true only if the first one does.
    let isNeverTrue = code.constant(second.code).map { !$0.isTrue } ?? false
    return Typed(code.add(step), type).telling(whenTrue: isNeverTrue ? first.whenTrue : [], whenFalse: [])
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
      let isDefined = Typed(
        code.add(.isDefined(typed.code, noneIsUndefined: typed.mayBeAbsent && !scope.isDynamic)), .boolean
      ).telling(whenTrue: Set([typed.key].compactMap { $0 }), whenFalse: [])
      guard test.name == "undefined" else { return isDefined }
      return Typed(code.add(.not(isDefined.code, span)), .boolean).telling(whenTrue: [], whenFalse: isDefined.whenTrue)
    }
    if typed.isUnset, !scope.isDynamic, !test.accepts.contains(.undefined) {
      reportUnset(typed, input)
    } else if needsPresent(typed.type, test) {
      report(.optionalUsed(Self.path(input), .init(typed.type.present)), input.span)
    }
    guard !typed.type.kinds.isDisjoint(with: test.accepts) else {
      let kind = ExpressionError.Kind.wrongInput(
        of: "is " + test.name, found: .init(typed.type), wanted: test.accepts)
      if reportsType(kind, input.span) { return .failed }
      guard let bound = bind(arguments, test.parameters, of: test.name, nameSpan) else { return .failed }
      return Typed(tested(typed, test, bound, span), .boolean)
    }
    guard let bound = bind(arguments, test.parameters, of: test.name, nameSpan) else { return .failed }
    checkComparison(test, of: typed.type, with: bound, span)
    let key = Set([typed.key].compactMap { $0 })
    if case .either = typed.type {
      // Either answer tells which of several kinds it is.
      return Typed(tested(typed, test, bound, span), .boolean).telling(whenTrue: key, whenFalse: key)
    }
    let isOfAbsent = test.isOfAbsent ?? Self.isOfPresent(test, bound.values.first.flatMap { $0?.type })
    return Typed(folded(tested(typed, test, bound, span), [typed] + bound.values.compactMap { $0?.typed }), .boolean)
      .telling(whenTrue: isOfAbsent == false ? key : [], whenFalse: isOfAbsent == true ? key : [])
  }

  /// `false` (not of what is absent) for `is eq('a')` and `is in ['a', 'b']`, which hold only of what is there.
  private static func isOfPresent(_ test: ValueTest, _ argument: ValueType?) -> Bool? {
    guard let argument else { return nil }
    switch test.name {
    case ValueTest.isIn.name: return holdsPresent(argument) ? false : nil
    case ValueTest.isEqual.name: return argument.isAny || argument.isOptional ? nil : false
    default: return nil
    }
  }

  /// Whether a test cannot be asked of what may be absent.
  func needsPresent(_ type: ValueType, _ test: ValueTest) -> Bool {
    type.isOptional && !test.accepts.contains(.none) && !scope.isDynamic
  }

  private func tested(
    _ input: Typed, _ test: ValueTest, _ bound: ResolvedCallArguments, _ span: SourceSpan
  ) -> Resolved {
    code.add(TestUse(test, code.arguments(bound.values.map { $0?.code }), span), of: input.code)
  }

  /// A name that is not known here and is only asked for; says so when nobody gives it.
  private func asked(_ name: String, _ span: SourceSpan) -> Typed {
    guard !scope.isClosed else { return unknown(name, span) }
    if let given = scope.givenNames, !given.contains(name), !Self.isBuiltIn(name) {
      // One letter is as near to another as to none.
      let near = name.utf8.count < 3 ? nil : Suggestion.nearest(to: name, among: given.union(scope.names).sorted())
      report(.neverGiven(name, suggestion: near), span)
    }
    return missing(.variable(name), key: "?" + name)
  }

  /// Whether Jinja gives the name something of its own.
  private static func isBuiltIn(_ name: String) -> Bool {
    ["self", "super", "loop"].contains(name) || Function.names.contains(name) || LeftOut(rawValue: name) != nil
  }

  /// What a test looks at: unknown names are undefined there, also where types are known.
  private func tested(_ input: Expression) -> Typed {
    if case .name(let name) = input.kind {
      switch scope.binding(of: name) {
      case .callable?, .module?, .loop?: return constant(.boolean(true), .any)
      case nil: return asked(name, input.span)
      case .leftOut(let construct)?: return leftOut(construct, input.span)
      case .failed?: return .failed
      case .value?, .unset?: break
      }
    }
    if let block = blockOfSelf(input) { return block }
    return resolve(input)
  }

  /// `self.name`, of which a test asks whether there is such a block.
  private func blockOfSelf(_ input: Expression) -> Typed? {
    guard case .attribute(let base, let name, _) = input.kind, case .name("self") = base.kind,
      case .module(let blocks)? = scope.binding(of: "self"), case .callable? = blocks.binding(of: name)
    else { return nil }
    return constant(.boolean(true), .any)
  }
}
