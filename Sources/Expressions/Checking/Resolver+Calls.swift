import Diagnostics
import Values

/// Calls: macros, functions, `t`, `loop.cycle`, `super()`, `self.block()`.
extension Resolver {
  func call(_ callee: Expression, _ arguments: Arguments, _ span: SourceSpan) -> Typed {
    if let callable = parentBlock(callee) { return call(callable, arguments, span) }
    switch callee.kind {
    case .name(let name): return call(named: name, arguments, callee.span, span)
    case .attribute(let base, let name, let nameSpan):
      if case .name(let owner) = base.kind {
        switch scope.binding(of: owner) {
        case .loop(let place, _)? where name == "cycle": return cycle(place, arguments, span)
        case .loop? where name == "changed":
          report(.leftOut(.loopChanged), nameSpan)
          return .failed
        case .module(let module)?: return call(name, of: module, arguments, nameSpan, span)
        case .callable?:
          report(.leftOut(.macroAsValue), callee.span)
          return .failed
        case .leftOut(let construct)?: return leftOut(construct, base.span)
        case .failed?: return .failed
        case .value?, .unset?, .loop?, nil: break
        }
      }
      report(.leftOut(.method), nameSpan)
      return .failed
    default:
      report(.notCallable(Self.path(callee)), callee.span)
      return .failed
    }
  }

  /// `super.super`, as deep as there are blocks.
  private func parentBlock(_ callee: Expression) -> (any Callable)? {
    guard case .attribute(let base, "super", _) = callee.kind else { return nil }
    if case .name("super") = base.kind, case .callable(let callable)? = scope.binding(of: "super") {
      return callable.parent
    }
    return parentBlock(base)?.parent
  }

  private func call(named name: String, _ arguments: Arguments, _ nameSpan: SourceSpan, _ span: SourceSpan) -> Typed {
    switch scope.binding(of: name) {
    case .callable(let callable)?: return call(callable, arguments, span)
    case .value?, .loop?, .module?:
      report(.notCallable(name), nameSpan)
      return .failed
    case .unset?:
      if scope.isDynamic { return failing(.variable(name), span) }
      report(.unsetVariable(name), nameSpan)
      return .failed
    case .leftOut(let construct)?: return leftOut(construct, nameSpan)
    case .failed?: return .failed
    case nil: break
    }
    if name == "t" { return translation(arguments, nameSpan, span) }
    if let function = Function.named(name) { return call(function, arguments, nameSpan, span) }
    if let construct = LeftOut(rawValue: name), Self.leftOutFunctions.contains(construct) {
      report(.leftOut(construct), nameSpan)
      return .failed
    }
    if scope.isDynamic { return failing(.variable(name), span) }
    return unknownFunction(name, nameSpan)
  }

  private func unknownFunction(_ name: String, _ nameSpan: SourceSpan) -> Typed {
    let names = scope.names.filter { if case .callable? = scope.binding(of: $0) { true } else { false } }
    let suggestion = Suggestion.nearest(to: name, among: names + Function.names)
    report(.unknownFunction(name, suggestion: suggestion), nameSpan)
    return .failed
  }

  /// A call of what is not there: it fails when it is made, which may never happen.
  private func failing(_ reason: Undefined.Reason, _ span: SourceSpan) -> Typed {
    let function = Function(
      name: "", parameters: [], doc: Message(zh: "", en: ""), example: "", result: .any,
      apply: { _, _ throws(EvaluationFailure) in throw .undefined(reason) })
    return Typed(code.add(function, [], span), .any)
  }

  private static let leftOutFunctions: Set<LeftOut> = [.namespace, .cycler, .joiner, .lipsum, .dict, .caller]

  private func call(
    _ name: String, of module: any NameTable, _ arguments: Arguments, _ nameSpan: SourceSpan, _ span: SourceSpan
  ) -> Typed {
    switch module.binding(of: name) {
    case .callable(let callable)?: return call(callable, arguments, span)
    case .value?, .loop?, .module?:
      report(.notCallable(module.title + "." + name), nameSpan)
      return .failed
    case .leftOut(let construct)?: return leftOut(construct, nameSpan)
    case .failed?: return .failed
    case .unset?, nil:
      if scope.isDynamic { return failing(.attribute(owner: module.title, name: name), span) }
      let suggestion = Suggestion.nearest(to: name, among: module.names)
      report(.unknownFunction(module.title + "." + name, suggestion: suggestion), nameSpan)
      return .failed
    }
  }

  /// A macro: arguments by position and by name, `nil` for those left out.
  private func call(_ callable: any Callable, _ arguments: Arguments, _ span: SourceSpan) -> Typed {
    let parameters = callable.parameters
    var given: [Typed?] = Array(repeating: nil, count: parameters.count)
    for (index, argument) in arguments.positional.enumerated() {
      guard index < parameters.count else {
        report(.tooManyArguments(of: callable.name, limit: parameters.count), argument.span)
        return .failed
      }
      given[index] = passed(argument)
    }
    for (name, nameSpan, value) in arguments.keyword {
      guard let index = index(of: name, nameSpan, of: callable, given) else { return .failed }
      given[index] = passed(value)
    }
    let procedure = callable.procedure(for: given.map { $0?.type }, at: span)
    return Typed(
      code.add(.call(procedure: procedure, code.add(parts: given.map { $0?.code }), level: Int32(level), span)), .html)
  }

  /// Which parameter the argument is for; `nil`, and a report, when there is none or it has one already. Apart, as macros that
  /// call each other go deep.
  private func index(
    of name: String, _ nameSpan: SourceSpan, of callable: any Callable, _ given: [Typed?]
  ) -> Int? {
    let parameters = callable.parameters
    guard let index = parameters.firstIndex(where: { $0.name == name }) else {
      let suggestion = Suggestion.nearest(to: name, among: parameters.map(\.name))
      report(.unknownArgument(of: callable.name, name: name, suggestion: suggestion), nameSpan)
      return nil
    }
    guard given[index] == nil else {
      report(.repeatedArgument(of: callable.name, name: name), nameSpan)
      return nil
    }
    return index
  }

  /// An argument of a macro: optional ones are passed on as such, unset ones count as not given.
  private func passed(_ argument: Expression) -> Typed? {
    // A call that waits for its arguments takes more of the stack than other levels, here and while rendering.
    level += 2
    defer {
      level -= 2
      leave(5)
    }
    guard enter(5, argument.span) else { return .failed }
    let typed = resolve(argument)
    if typed.isUnset, !scope.isDynamic { reportUnset(typed, argument) }
    return typed
  }

  private func call(
    _ function: Function, _ arguments: Arguments, _ nameSpan: SourceSpan, _ span: SourceSpan
  ) -> Typed {
    guard let bound = bind(arguments, function.parameters, of: function.name, nameSpan) else {
      return .failed
    }
    let arguments = bound.values.map { $0?.code }
    let result = code.add(function, arguments, span)
    if reportsFailure(of: result, arguments, span) { return .failed }
    return Typed(result, function.result)
  }

  private func cycle(_ place: Place, _ arguments: Arguments, _ span: SourceSpan) -> Typed {
    let items = arguments.positional.map { condition($0) }
    guard !items.isEmpty, arguments.keyword.isEmpty else {
      report(.missingArgument(of: "loop.cycle", name: "items"), span)
      return .failed
    }
    let index = code.add(.loop(.index0, place))
    return Typed(code.add(.cycle(index, code.add(parts: items.map(\.code)), span)), .joined(items.map(\.type)))
  }

  /// What an interface string takes up.
  private func placeholder(_ name: String, _ value: Expression) -> Typed {
    let typed = required(value)
    if !scope.isDynamic, !typed.type.fits(.printable) {
      report(.wrongArgument(of: "t", name: name, found: .init(typed.type), wanted: .printable), value.span)
    }
    return typed
  }

  /// `t('key', name=value, …)`.
  private func translation(_ arguments: Arguments, _ nameSpan: SourceSpan, _ span: SourceSpan) -> Typed {
    guard let key = arguments.positional.first else {
      report(.missingArgument(of: "t", name: "key"), nameSpan)
      return .failed
    }
    guard arguments.positional.count == 1 else {
      report(.tooManyArguments(of: "t", limit: 1), arguments.positional[1].span)
      return .failed
    }
    let named = arguments.keyword.map { (name: $0.name, span: $0.nameSpan, typed: placeholder($0.name, $0.value)) }
    guard case .text(let text) = key.kind, let strings = scope.strings else {
      let typed = required(key)
      if typed.type.kinds.isDisjoint(with: .textual) {
        let kind = ExpressionError.Kind.wrongArgument(of: "t", name: "key", found: .init(typed.type), wanted: .text)
        if reportsType(kind, key.span) { return .failed }
      }
      return Typed(
        code.add(Function.translation(named.map(\.name)), [typed.code] + named.map(\.typed.code), span), .text)
    }
    guard let string = strings[text] else {
      report(.unknownString(text, suggestion: Suggestion.nearest(to: text, among: strings.keys.sorted())), key.span)
      return .failed
    }
    let wanted = string.arguments
    for name in wanted.sorted() where !named.contains(where: { $0.name == name }) {
      report(.missingPlaceholder(key: text, name: name), span)
    }
    for argument in named where !wanted.contains(argument.name) {
      report(.unknownPlaceholder(key: text, name: argument.name), argument.span)
    }
    func parts(of pattern: String) -> [Resolved] {
      StringPattern.parts(of: pattern).compactMap { part in
        switch part {
        case .text(let literal): code.add(constant: .text(literal))
        case .placeholder(let name): named.first { $0.name == name }?.typed.code
        }
      }
    }
    if let one = string.one, let count = named.first(where: { $0.name == InterfaceText.countArgument }) {
      let (one, other) = (code.add(parts: parts(of: one)), code.add(parts: parts(of: string.other)))
      return Typed(code.add(.plural(count.typed.code, one: one, other: other, span)), .text)
    }
    let parts = parts(of: string.other)
    if parts.count == 1, wanted.isEmpty { return Typed(parts[0], .text) }
    return Typed(code.add(.translation(code.add(parts: parts), span)), .text)
  }
}
