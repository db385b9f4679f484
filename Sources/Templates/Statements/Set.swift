import Diagnostics
import Expressions

///     set     = "{% set" target "=" expression "%}"
///     capture = "{% set" name ( "|" filter )* "%}" body "{% endset %}"
extension LayoutParser {
  mutating func set(
    _ parser: Parser, _ opening: Opening, _ span: SourceSpan
  ) throws(LayoutProblem) -> Statement? {
    var parser = parser
    var filters: [FilterReference] = []
    var isCapture = false
    let result = attempt { () throws(ExpressionError) -> (target: Target, value: Expression?) in
      let target = try parser.assignmentTarget(until: { $0.isAt(.assign) || $0.isAt(.pipe) })
      if parser.accept(.assign) {
        let value = try parser.tuple(until: { $0.isAtEnd })
        try parser.expectEnd()
        return (target, value)
      }
      isCapture = true
      while parser.accept(.pipe) {
        let (name, nameSpan) = try parser.filterName()
        let arguments = parser.isAt(.leftParenthesis) ? try parser.arguments() : Arguments()
        filters.append(FilterReference(name: name, span: nameSpan, arguments: arguments))
      }
      try parser.expectEnd()
      return (target, nil)
    }
    if isCapture {
      let (statements, ending) = try body(until: ["endset"], of: opening)
      if let ending { expectEnd(ending.parser) }
      guard case .name(let name, _)? = result?.target else { return nil }
      return Statement(kind: .capture(name: name, filters: filters, body: statements), span: span)
    }
    guard let result, let value = result.value else { return nil }
    return Statement(kind: .set(result.target, value), span: span)
  }
}

extension LayoutCompiler {
  /// As in Jinja, `loop` is not assigned to inside of loops.
  func refuseLoop(in target: Target) {
    for (name, span) in target.names where name == "loop" && scope.isInLoop {
      report(ExpressionError(.unexpectedToken(found: name, wanted: "name"), span))
    }
  }

  /// `{% set a = value %}`; several names take the items of a list.
  func set(_ target: Target, _ value: Expression, _ span: SourceSpan) -> [Operation] {
    refuseLoop(in: target)
    if case .list(let targets, _) = target, case .tuple(let items) = value.kind, targets.count == items.count {
      // `{% set a, b = b, a %}`: all values first, each with its own type.
      let values = items.map { resolveForSetting($0) }
      let temporary = values.map { _ in allocate(1) }
      var operations: [Operation] = zip(temporary, values).map { .assign($0, $1.code) }
      for ((target, place), value) in zip(zip(targets, temporary), values) {
        checkParts(target, value.type, resolver.code.constant(value.code))
        operations.append(.unpack(declareExisting(target, value), resolver.code.add(variable: place, ""), span))
      }
      return operations
    }
    let typed = resolveForSetting(value)
    if case .name(let name, _) = target, let place = scope.place(of: name) {
      assign(place, typed)
      return [.assign(place, typed.code)]
    }
    checkParts(target, typed.type, resolver.code.constant(typed.code))
    return [.unpack(declareExisting(target, typed), typed.code, span)]
  }

  /// `{% set a %}…{% endset %}`: the markup that the body renders.
  func capture(
    _ name: String, _ filters: [FilterReference], _ body: [Statement], _ span: SourceSpan
  ) -> [Operation] {
    // What a block is set to is seen where the name is printed, also behind `extends`.
    let outer = (html: html, isSilent: isSilent)
    (html, isSilent) = (HTMLContext(), false)
    _ = pushScope(.with)
    let prologue = declareAssigned(in: body, scope)
    let operations = prologue + statements(body)
    if HTMLContext().joined(with: html) == nil {
      report(.bodyChangesPlace(HTMLContext().description, html.description), span)
    }
    popScope()
    (html, isSilent) = outer
    refuseLoop(in: .name(name, span))
    guard let place = scope.place(of: name) else { return [] }
    var result: [Operation] = [.capture(place, program.add(body: operations), span)]
    var typed = Typed(resolver.code.add(variable: place, name), options.escapes ? .html : .text)
    for filter in filters {
      guard let found = Filter.named(filter.name) else {
        let suggestion = Suggestion.nearest(to: filter.name, among: Filter.names)
        report(ExpressionError(.unknownFilter(filter.name, suggestion: suggestion), filter.span))
        return result
      }
      typed = resolver.apply(
        found, to: typed, inputSpan: filter.span, filter.arguments, filter.span, filter.span)
      takeProblems()
      result.append(.assign(place, typed.code))
      typed.code = resolver.code.add(variable: place, name)
    }
    assign(place, typed)
    return result
  }
}
