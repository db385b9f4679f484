import Diagnostics
import Expressions

///     if = "{% if" expression "%}" body ( "{% elif" expression "%}" body )* [ "{% else %}" body ] "{% endif %}"
extension LayoutParser {
  mutating func branch(
    _ parser: Parser, _ opening: Opening, _ span: SourceSpan
  ) throws(LayoutProblem) -> Statement {
    var branches: [(test: Expression, body: [Statement])] = []
    var otherwise: [Statement] = []
    var parser = parser
    while true {
      let test = condition(&parser, opening)
      let (statements, ending) = try body(until: ["elif", "else", "endif"], of: opening)
      branches.append((test, statements))
      guard let ending else { break }
      parser = ending.parser
      if ending.tag == "elif" { continue }
      expectEnd(parser)
      if ending.tag == "else" {
        let (statements, ending) = try body(until: ["endif"], of: opening)
        otherwise = statements
        if let ending { expectEnd(ending.parser) }
      }
      break
    }
    return Statement(kind: .branch(branches, otherwise: otherwise), span: span)
  }

  /// The condition; a wrong one counts as false, so that the rest can be checked.
  private mutating func condition(_ parser: inout Parser, _ opening: Opening) -> Expression {
    var copy = parser
    let test = attempt { () throws(ExpressionError) in
      let test = try copy.tuple(until: { $0.isAtEnd }, allowCondition: false)
      try copy.expectEnd()
      return test
    }
    return test ?? Expression(.boolean(false), opening.span)
  }
}

/// A condition with what is rendered when it is the first that holds.
struct Arm: Sendable, BitwiseCopyable {
  let test: Resolved
  let span: SourceSpan
  let body: Stretch
}

extension LayoutCompiler {
  func branch(
    _ branches: [(test: Expression, body: [Statement])], _ otherwise: [Statement], _ span: SourceSpan
  ) -> [Operation] {
    var arms: [Arm] = []
    let start = flow
    let startHTML = html
    let startFacts = resolver.present
    var ends: [(flow: Flow, html: HTMLContext)] = []
    // What an arm sets anew is not known to be there behind it.
    var kept = startFacts
    var failed: Set<String> = []
    for (test, body) in branches {
      flow = start
      html = startHTML
      resolver.present = startFacts.union(failed)
      let condition = resolveCondition(test)
      failed.formUnion(condition.whenFalse)
      resolver.present.formUnion(condition.whenTrue)
      let operations = mark(.condition, test.span) + resolver.conditionally { statements(body) }
      arms.append(Arm(test: condition.code, span: test.span, body: program.add(body: operations)))
      ends.append((flow.knowing(resolver.present), html))
      kept.formIntersection(resolver.present)
    }
    flow = start
    html = startHTML
    resolver.present = startFacts.union(failed)
    let last = (otherwise.isEmpty ? [] : mark(.otherwise, span)) + resolver.conditionally { statements(otherwise) }
    ends.append((flow.knowing(resolver.present), html))
    resolver.present.formIntersection(kept)
    join(ends, span)
    return [.branch(program.add(arms: arms), otherwise: program.add(body: last))]
  }

  /// One state from those at the ends of branches.
  private func join(_ ends: [(flow: Flow, html: HTMLContext)], _ span: SourceSpan) {
    guard let first = ends.first else { return }
    var (joinedFlow, joinedHTML) = first
    for (flow, html) in ends.dropFirst() {
      joinedFlow = joinedFlow.joined(with: flow)
      guard let joined = joinedHTML.joined(with: html) else {
        report(.branchesDiffer(joinedHTML.description, html.description), span)
        continue
      }
      joinedHTML = joined
    }
    flow = joinedFlow
    html = joinedHTML
  }
}
