import Diagnostics
import Values

/// Attributes, elements, slices and literals.
extension Resolver {
  func attribute(_ base: Expression, _ name: String, _ nameSpan: SourceSpan, _ span: SourceSpan) -> Typed {
    if case .name(let owner) = base.kind {
      switch scope.binding(of: owner) {
      case .loop(let place, let items)?: return loopField(place, items, name, nameSpan, span)
      case .module(let module)?: return member(name, of: module, nameSpan, span)
      case .callable(let callable)?:
        if name == "name" { return constant(.text(callable.name), .text) }
        report(.leftOut(.macroAsValue), span)
        return .failed
      case .leftOut(let construct)?: return leftOut(construct, base.span)
      case .failed?: return .failed
      case .value?, .unset?, nil: break
      }
    }
    return field(name, of: required(base), nameSpan, span)
  }

  /// `owner.name`, or `owner['name']`.
  private func field(_ name: String, of owner: Typed, _ nameSpan: SourceSpan, _ span: SourceSpan) -> Typed {
    let key = owner.key.map { $0 + "." + name }
    switch owner.type {
    case .record(let type):
      let record = type()
      guard let type = record.type(of: name) else {
        let suggestion = Suggestion.nearest(to: name, among: record.attributeNames)
        report(.unknownAttribute(owner: .init(owner.type), name: name, suggestion: suggestion), nameSpan)
        return .failed
      }
      guard let index = record.index(of: name) else { return found(lookup(name, of: owner, span), type, key) }
      return known(code.add(owner.code, attribute: index, of: record, span), type, key: key)
    case .parts(let parts) where parts.names != nil:
      var typed = lookup(name, of: owner, span)
      typed.type = parts.type(of: name) ?? .any
      guard !scope.isDynamic else { return typed }
      if parts.type(of: name) == nil {
        typed.isUnset = true
        typed.lack = lack(of: name, in: owner.type, parts)
      } else if typed.type.isOptional {
        return found(typed, typed.type, key)
      }
      return typed
    case .any, .mapping, .optional: return lookup(name, of: owner, span)
    case .either(let kinds):
      if !ValueKinds([.record, .mapping]).contains(kinds),
        reportsType(.noAttributes(.init(owner.type), name: name), nameSpan)
      {
        return .failed
      }
      return lookup(name, of: owner, span)
    case .parts, .boolean, .number, .text, .html, .date, .link, .quantity, .list:
      if reportsType(.noAttributes(.init(owner.type), name: name), nameSpan) { return .failed }
      return lookup(name, of: owner, span)
    }
  }

  private func lack(of name: String, in owner: ValueType, _ parts: PartTypes) -> Lack {
    let suggestion = Suggestion.nearest(to: name, among: parts.names ?? [])
    return Lack(.unknownAttribute(owner: .init(owner), name: name, suggestion: suggestion))
  }

  /// What a look-up found of one of several kinds of records or mappings, of which some may not even have the name.
  private func found(_ typed: Typed, _ type: ValueType, _ key: String?) -> Typed {
    guard type.isOptional, !scope.isDynamic else { return known(typed.code, type, key: key) }
    return known(code.add(.defaulted(typed.code, .none, whenFalse: false, whenNone: false)), type, key: key)
  }

  private func loopField(
    _ place: Place, _ items: ValueType, _ name: String, _ nameSpan: SourceSpan, _ span: SourceSpan
  ) -> Typed {
    guard let field = LoopField(rawValue: name) else {
      if name == "changed" {
        report(.leftOut(.loopChanged), nameSpan)
      } else {
        let suggestion = Suggestion.nearest(to: name, among: LoopField.allCases.map(\.rawValue) + ["cycle"])
        report(
          .unknownAttribute(owner: .init(.record { LoopRecord.type }), name: name, suggestion: suggestion), nameSpan)
      }
      return .failed
    }
    let item = code.add(.loop(field, place))
    guard field.needsItems, !items.isAny, !scope.isDynamic else {
      // `not loop.first` says that there is an item before this one.
      func facts(_ neighbour: LoopField?) -> Set<String> {
        Set([neighbour.map { place.key + "." + $0.rawValue }].compactMap { $0 })
      }
      return Typed(item, field.type).telling(
        whenTrue: facts(field.neighbourWhenTrue), whenFalse: facts(field.neighbourWhenFalse))
    }
    // The first item has none before it, the last one none behind it.
    return known(
      code.add(.defaulted(item, .none, whenFalse: false, whenNone: false)), .optional(items.present),
      key: place.key + "." + name)
  }

  private func member(_ name: String, of module: any NameTable, _ nameSpan: SourceSpan, _ span: SourceSpan) -> Typed {
    switch module.binding(of: name) {
    case .value(let place, let type)?: return Typed(code.add(variable: place, name), type)
    case .leftOut(let construct)?: return leftOut(construct, span)
    case .failed?: return .failed
    case .unset?, nil:
      if !scope.isDynamic {
        let suggestion = Suggestion.nearest(to: name, among: module.names)
        report(.unknownVariable(module.title + "." + name, suggestion: suggestion), nameSpan)
        return .failed
      }
      return missing(.attribute(owner: module.title, name: name))
    case .callable?, .module?, .loop?:
      report(.leftOut(.macroAsValue), span)
      return .failed
    }
  }

  func element(_ base: Expression, _ index: Expression, _ span: SourceSpan) -> Typed {
    let owner = required(base)
    if case .text(let name) = index.kind, let found = named(name, of: owner, index.span, span) { return found }
    return element(required(index), of: owner, index.span, span)
  }

  /// `owner['name']`, where the owner has names or none at all; `nil` where that is not known.
  private func named(_ name: String, of owner: Typed, _ nameSpan: SourceSpan, _ span: SourceSpan) -> Typed? {
    switch owner.type {
    case .record, .either: return field(name, of: owner, nameSpan, span)
    case .parts(let parts) where parts.names != nil: return field(name, of: owner, nameSpan, span)
    case .parts, .text, .html, .list, .boolean, .number, .date, .link, .quantity:
      return reportsType(.noAttributes(.init(owner.type), name: name), nameSpan) ? .failed : nil
    case .any, .mapping, .optional: return nil
    }
  }

  /// `owner[position]`. Apart, so that little is on the stack while the two are resolved.
  private func element(_ position: Typed, of owner: Typed, _ indexSpan: SourceSpan, _ span: SourceSpan) -> Typed {
    if ValueKinds([.text, .html, .list]).contains(owner.type.kinds), !position.type.isAny,
      !accepts(position.type, [.number, .boolean], operator: "[…]", indexSpan)
    {
      return .failed
    }
    let code = folded(.element(owner.code, position.code, span), [owner, position])
    // A place that is written out is the same thing each time: what is known of it stays known.
    let place = self.code.constant(position.code)?.numeric?.integer
    let key = owner.key.flatMap { key in place.map { key + ".[\($0)]" } }
    switch owner.type {
    case .list(let element): return known(code, element, key: key)
    case .parts(let parts): return known(code, parts.type(at: self.code.constant(position.code)), key: key)
    case .record(let type) where type().isPair && place != nil:
      if let part = place.flatMap({ type().part(at: $0) }) { return known(code, part, key: key) }
      if reportsType(.noElement(.init(owner.type), place ?? 0), span) { return .failed }
      return Typed(code, .any)
    case .record where position.type.kinds == .number:
      if reportsType(.noElements(.init(owner.type)), span) { return .failed }
      return Typed(code, .any)
    case .text: return Typed(code, .text)
    case .html: return Typed(code, .html)
    case .any, .mapping, .record, .either, .optional: return Typed(code, .any)
    case .boolean, .number, .date, .link, .quantity:
      if reportsType(.noElements(.init(owner.type)), span) { return .failed }
      return Typed(code, .any)
    }
  }

  func slice(
    _ base: Expression, _ start: Expression?, _ stop: Expression?, _ step: Expression?, _ span: SourceSpan
  ) -> Typed {
    let owner = required(base)
    let bounds = [start, stop, step].map { bound in bound.map { resolve($0).code } }
    if let step, !scope.isDynamic, bounds[2].flatMap(code.constant)?.numeric?.coefficient == 0 {
      report(.failing(.wrongArgument(of: "[:]", value: "0")), step.span)
    }
    let slice = code.add(.slice(owner.code, bounds: code.add(parts: bounds), span))
    guard !owner.type.kinds.isDisjoint(with: [.list, .text, .html]) else {
      if reportsType(.noElements(.init(owner.type)), span) { return .failed }
      return Typed(slice, .any)
    }
    return Typed(slice, owner.type.alike)
  }

  func list(_ items: [Expression]) -> Typed {
    let typed = items.map { condition($0) }
    let code = folded(.list(code.add(parts: typed.map(\.code))), typed)
    return Typed(code, .list(of: typed.map(\.type)))
  }

  func mapping(_ pairs: [(key: Expression, value: Expression)], _ span: SourceSpan) -> Typed {
    var parts: [Resolved] = []
    var all: [Typed] = []
    for pair in pairs {
      let (key, value) = (required(pair.key), condition(pair.value))
      // Names are texts: what only Python would print is none.
      if !scope.isDynamic, !key.type.fits(.printable) {
        report(.wrongOperand(operator: "{…}", found: .init(key.type), wanted: .printable), pair.key.span)
      }
      parts += [key.code, value.code]
      all += [key, value]
    }
    let types = zip(pairs, stride(from: 0, to: all.count, by: 2)).map { pair, index in
      if case .text(let name) = pair.key.kind {
        (name: name, type: all[index + 1].type)
      } else {
        (name: nil as String?, type: all[index + 1].type)
      }
    }
    return Typed(folded(.mapping(code.add(parts: parts), span), all), .mapping(of: types))
  }

  /// The constant that `step` gives when all its operands are constants; else the step itself.
  func folded(_ step: Step, _ operands: [Typed]) -> Resolved {
    folded(code.add(step), operands)
  }

  /// The same for a step that stands already.
  func folded(_ expression: Resolved, _ operands: [Typed]) -> Resolved {
    for operand in operands {
      guard let value = code.constant(operand.code), value.kind != .undefined else { return expression }
    }
    guard let value = value(of: expression), value.kind != .undefined else { return expression }
    return code.add(constant: value)
  }

  /// The value of an expression without variables. Apart, so that the code is nobody else's when it grows again.
  private func value(of expression: Resolved) -> Value? {
    var evaluation = Evaluation(code, slots: [])
    return try? evaluation.value(of: expression)
  }

  /// Says so when an expression without variables can only fail: by the values that are written out, as their kinds are told
  /// by their types.
  ///
  /// - Returns: whether it can.
  func reportsFailure(of expression: Resolved, _ operands: [Resolved?], _ span: SourceSpan) -> Bool {
    guard !scope.isDynamic else { return false }
    for case let operand? in operands {
      guard let value = code.constant(operand), ![.undefined, .none].contains(value.kind) else { return false }
    }
    var evaluation = Evaluation(code, slots: [])
    evaluation.refusesLiterals = true
    do throws(EvaluationError) { _ = try evaluation.value(of: expression) } catch {
      switch error.failure {
      case .wrongArgument, .divisionByZero, .numberRange, .tooManySteps: report(.failing(error.failure), span)
      case .undefined, .wrongValue, .differentValues, .notIterable, .unpacking, .notPrintable, .emptyTemplate, .tooDeep,
        .tooMuchOutput, .tooLarge, .rewritesMarkup, .unsafeAddress, .notAName, .markupAtTag, .unknownString,
        .missingPlaceholder, .unknownAsset, .notMarkup:
        return false
      }
      return true
    }
    return false
  }

  private func lookup(_ name: String, of owner: Typed, _ span: SourceSpan) -> Typed {
    Typed(
      code.add(.lookup(owner.code, name: code.add(name: name), span)), .any, key: owner.key.map { $0 + "." + name })
  }
}
