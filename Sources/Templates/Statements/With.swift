import Diagnostics
import Expressions

///     with = "{% with" [ name "=" expression ( "," name "=" expression )* ] "%}" body "{% endwith %}"
extension LayoutParser {
  mutating func with(
    _ parser: Parser, _ opening: Opening, _ span: SourceSpan
  ) throws(LayoutProblem) -> Statement {
    var parser = parser
    let values = attempt { () throws(ExpressionError) in
      var values: [(name: String, value: Expression)] = []
      while !parser.isAtEnd {
        if !values.isEmpty { try parser.expect(.comma) }
        let (name, _) = try parser.expectName()
        try parser.expect(.assign)
        values.append((name, try parser.expression()))
      }
      return values
    }
    let (statements, ending) = try body(until: ["endwith"], of: opening)
    if let ending { expectEnd(ending.parser) }
    return Statement(kind: .with(values ?? [], body: statements), span: span)
  }
}

extension LayoutCompiler {
  /// The values are those of the outside: `{% with a=1, b=a %}` takes the outer `a`.
  func with(_ values: [(name: String, value: Expression)], _ body: [Statement]) -> [Operation] {
    let start = flow
    let typed = values.map { resolveForSetting($0.value) }
    let scope = pushScope(.with)
    var operations: [Operation] = []
    for ((name, _), value) in zip(values, typed) {
      let place = allocate(1)
      scope.names[name] = place
      nameSlot(place, name)
      assign(place, value)
      operations.append(.assign(place, value.code))
    }
    operations += declareAssigned(in: body, scope)
    operations += statements(body)
    popScope()
    flow = start
    return operations
  }
}
