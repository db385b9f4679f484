import Bytes
import Diagnostics
import Expressions
import Values

///     for = "{% for" target "in" expression [ "if" expression ] "%}" body [ "{% else %}" body ] "{% endfor %}"
extension LayoutParser {
  mutating func loop(
    _ parser: Parser, _ opening: Opening, _ span: SourceSpan
  ) throws(LayoutProblem) -> Statement? {
    var parser = parser
    let header = attempt { () throws(ExpressionError) in
      let target = try parser.assignmentTarget(until: { $0.isAt(keyword: "in") })
      try parser.expect(keyword: "in")
      let items = try parser.tuple(
        until: { $0.isAtEnd || $0.isAt(keyword: "if") || $0.isAt(keyword: "recursive") }, allowCondition: false)
      let filter = parser.accept(keyword: "if") ? try parser.expression() : nil
      if parser.isAt(keyword: "recursive") { throw ExpressionError(.leftOut(.recursiveLoop), parser.current.span) }
      try parser.expectEnd()
      return (target, items, filter)
    }
    let (statements, ending) = try body(until: ["else", "endfor"], of: opening)
    var otherwise: [Statement] = []
    if let ending { expectEnd(ending.parser) }
    if ending?.tag == "else" {
      let (more, end) = try body(until: ["endfor"], of: opening)
      otherwise = more
      if let end { expectEnd(end.parser) }
    }
    guard let (target, items, filter) = header else { return nil }
    let loop = LoopStatement(target: target, items: items, filter: filter, body: statements, otherwise: otherwise)
    return Statement(kind: .loop(loop), span: span)
  }
}

extension Parser {
  /// What is assigned to: names with commas or in brackets.
  mutating func assignmentTarget(until isOver: (borrowing Parser) -> Bool) throws(ExpressionError) -> Target {
    let start = current.span
    var targets: [Target] = []
    var isList = false
    while !isOver(self), !isAtEnd {
      if accept(.leftParenthesis) {
        let inner = try assignmentTarget(until: { $0.isAt(.rightParenthesis) })
        try expect(.rightParenthesis)
        if case .name = inner { targets.append(inner) } else { targets.append(inner) }
      } else {
        guard case .name(let name) = current.kind else { throw unexpected(wanted: "name") }
        guard !["true", "false", "none", "True", "False", "None"].contains(name) else {
          throw unexpected(wanted: "name")
        }
        targets.append(.name(name, current.span))
        advance()
        if isAt(.dot) { throw ExpressionError(.leftOut(.attributeAssignment), current.span) }
      }
      guard accept(.comma) else { break }
      isList = true
    }
    guard let first = targets.first else { throw unexpected(wanted: "name") }
    return isList ? .list(targets, start) : first
  }
}

/// A loop of the program.
struct Loop: Sendable, BitwiseCopyable {
  let items: Resolved
  let itemsSpan: SourceSpan
  let target: CompiledTarget
  let targetSpan: SourceSpan
  let filter: Resolved?
  let filterSpan: SourceSpan
  /// Where the loop's state is kept (three slots); `nil` when the body does not look at `loop`.
  let state: Place?
  /// Begins with copies of the outer variables that it sets anew.
  let body: Stretch
  let otherwise: Stretch
}

extension LayoutCompiler {
  private func beginsWithBlank(_ body: [Statement]) -> Bool {
    guard case .text(let range)? = body.first?.kind, let first = text[range].first else { return false }
    return ByteClass.blanks.contains(first)
  }

  func loop(_ statement: LoopStatement, _ span: SourceSpan) -> [Operation] {
    let items = resolveRequired(statement.items)
    let kinds = items.type.kinds
    if kinds.isDisjoint(with: .iterable), !isDynamic {
      report(ExpressionError(.notIterable(.init(items.type)), statement.items.span))
    }
    let element = kinds.isDisjoint(with: .iterable) ? ValueType.any : items.type.element
    let start = flow
    html.beginRepeated()
    let startHTML = html
    let startFacts = resolver.present

    let scope = pushScope(.loop)
    refuseLoop(in: statement.target)
    checkParts(statement.target, ofItems: items, element)
    let target = declare(statement.target, element)
    let filter = statement.filter.map { resolveCondition($0) }
    if let filter { resolver.present.formUnion(filter.whenTrue) }
    let state = allocate(3)
    scope.names["loop"] = state
    flow[state] = .loop(element)
    let prologue = declareAssigned(in: statement.body, scope)
    let body = mark(.loopBody, span) + resolver.conditionally { statements(statement.body) }
    let usesLoop = scope.usesLoop
    popScope()
    resolver.present = startFacts
    // The second round begins where the first one ended.
    let isGlued = html.hasOpenName && html != startHTML && !beginsWithBlank(statement.body)
    if let joined = startHTML.joined(with: html), !isGlued {
      html = joined
    } else {
      report(.bodyChangesPlace(startHTML.description, html.description), span)
      html = startHTML
    }
    flow = start

    let afterBody = html
    html = startHTML
    let elseScope = pushScope(.with)
    elseScope.isLoopElse = true
    let elsePrologue = declareAssigned(in: statement.otherwise, elseScope)
    let otherwise =
      elsePrologue + (statement.otherwise.isEmpty ? [] : mark(.loopElse, span))
      + resolver.conditionally { statements(statement.otherwise) }
    popScope()
    if let joined = afterBody.joined(with: html) {
      html = joined
    } else if !statement.otherwise.isEmpty {
      report(.branchesDiffer(afterBody.description, html.description), span)
    }
    let loop = Loop(
      items: items.code, itemsSpan: statement.items.span, target: target,
      targetSpan: statement.target.names.first?.span ?? span, filter: filter?.code,
      filterSpan: statement.filter?.span ?? span, state: usesLoop ? state : nil,
      body: program.add(body: prologue + body), otherwise: program.add(body: otherwise))
    return [.loop(program.add(loop: loop))]
  }
}
