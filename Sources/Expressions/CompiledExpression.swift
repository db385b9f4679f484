package import Diagnostics
import Values

/// One expression on its own: figures in Markdown, declared rules.
package struct CompiledExpression: Sendable {
  /// What it evaluates to.
  package let type: ValueType
  /// Which variables of the scope it reads: no others need a value.
  package let variables: Set<Int>
  private let code: Code
  private let expression: Resolved

  /// Parses, resolves and checks one expression.
  ///
  /// - Parameters:
  ///   - bytes: the file's bytes, UTF-8.
  ///   - span: where the expression stands in them, delimiters excluded.
  ///   - path: the file's path, for diagnostics.
  ///   - scope: the variables in the order in which `evaluate` gets their values.
  /// - Returns: `nil` when there are errors.
  /// - Complexity: O(length of the expression).
  package static func compile(
    _ bytes: [UInt8], _ span: SourceSpan, path: String, scope: [(name: String, type: ValueType)]
  ) -> (expression: CompiledExpression?, diagnostics: [Diagnostic]) {
    var lexer = Lexer(bytes, span.range.clamped(to: 0..<bytes.count), until: .endOfRange)
    do throws(ExpressionError) {
      var parser = Parser(try lexer.tag().tokens)
      let expression = try parser.expression()
      try parser.expectEnd()
      let variables = PlainScope(scope)
      let resolver = Resolver(variables)
      let typed = resolver.resolve(expression)
      if typed.isUnset { resolver.report(.unsetVariable(Resolver.path(expression)), expression.span) }
      let diagnostics = resolver.problems.map { $0.diagnostic(path: path) }
      return (
        diagnostics.isEmpty
          ? CompiledExpression(
            type: typed.type, variables: variables.used, code: resolver.code, expression: typed.code) : nil,
        diagnostics
      )
    } catch {
      return (nil, [error.diagnostic(path: path)])
    }
  }

  /// The value for the given variables, in the order of the scope; what it reads of shared records is noted in `log`.
  ///
  /// - Throws: what cannot be computed, with its place in the file.
  package func evaluate(
    _ slots: [Value], page: SitePath = SitePath(""), log: ReadLog? = nil
  ) throws(EvaluationError) -> Value {
    var effort = Effort.ofRendering
    return try evaluate(slots, page: page, log: log, effort: &effort)
  }

  /// The same with what is left of `effort`, for expressions that are evaluated again and again.
  package func evaluate(
    _ slots: [Value], page: SitePath = SitePath(""), log: ReadLog? = nil, effort: inout Effort
  ) throws(EvaluationError) -> Value {
    var evaluation = Evaluation(code, slots: slots, page: page, log: log)
    evaluation.effort = effort
    defer { effort = evaluation.effort }
    let value = try evaluation.value(of: expression)
    if case .undefined(let undefined) = value {
      throw EvaluationError(.undefined(undefined.reason), SourceSpan(0, 0))
    }
    return value
  }
}

/// Variables by name, nothing else.
private final class PlainScope: ResolverScope {
  private let variables: [(name: String, type: ValueType)]
  /// Those that were asked for.
  private(set) var used: Set<Int> = []

  init(_ variables: [(name: String, type: ValueType)]) { self.variables = variables }

  func binding(of name: String) -> Binding? {
    guard let index = variables.firstIndex(where: { $0.name == name }) else { return nil }
    used.insert(index)
    return .value(.slot(Int32(index)), variables[index].type)
  }
  var names: [String] { variables.map(\.name) }
  var strings: [String: InterfaceText]? { nil }
  var givenNames: Set<String>? { nil }
  var isClosed: Bool { true }
  var assets: Set<String>? { nil }
  var isDynamic: Bool { false }
  func mark(ofArm isThen: Bool, at span: SourceSpan) -> Int? { nil }
  func depth(of place: Place) -> Int { 0 }
  func asks(whether fact: String) {}
}
