import Diagnostics
import Expressions

///     macro = "{% macro" name "(" [ parameter ( "," parameter )* ] ")" "%}" body "{% endmacro" [ name ] "%}"
///     parameter = name [ "=" expression ]
extension LayoutParser {
  mutating func macro(
    _ parser: Parser, _ opening: Opening, _ span: SourceSpan
  ) throws(LayoutProblem) -> Statement? {
    var parser = parser
    let header = attempt { () throws(ExpressionError) in
      let (name, nameSpan) = try parser.expectName()
      var parameters: [(name: String, span: SourceSpan, standard: Expression?)] = []
      try parser.expect(.leftParenthesis)
      while !parser.isAt(.rightParenthesis) {
        if !parameters.isEmpty { try parser.expect(.comma) }
        if parser.isAt(.rightParenthesis) { break }
        let (parameter, parameterSpan) = try parser.expectName()
        let standard = parser.accept(.assign) ? try parser.expression() : nil
        if standard == nil, parameters.last?.standard != nil {
          throw ExpressionError(.unexpectedToken(found: parameter, wanted: parameter + "="), parameterSpan)
        }
        parameters.append((parameter, parameterSpan, standard))
      }
      try parser.expect(.rightParenthesis)
      try parser.expectEnd()
      return (name, nameSpan, parameters)
    }
    let (statements, ending) = try body(until: ["endmacro"], of: opening)
    if var end = ending?.parser {
      if case .name(let endName) = end.current.kind {
        if let header, endName != header.0 {
          report(.wrongEndName(found: endName, wanted: header.0), end.current.span, related: header.1)
        }
        end.advance()
      }
      expectEnd(end)
    }
    guard let (name, nameSpan, parameters) = header else { return nil }
    var seen: Set<String> = []
    for parameter in parameters where !seen.insert(parameter.name).inserted {
      report(.parameterTwice(parameter.name), parameter.span)
    }
    let macro = MacroStatement(name: name, nameSpan: nameSpan, parameters: parameters, body: statements)
    return Statement(kind: .macro(macro), span: span)
  }
}

extension LayoutCompiler {
  /// Makes the macro known from here on. Its body is compiled for the types it is called with.
  func macro(_ statement: MacroStatement, _ span: SourceSpan) {
    guard !isInMacro else {
      report(ExpressionError(.leftOut(.nestedMacro), statement.nameSpan))
      if let place = scope.place(of: statement.name) { flow[place] = .failed }
      return
    }
    guard let place = scope.place(of: statement.name) else { return }
    let macro = MacroCallable(statement, self, scope, unit: unit)
    flow[place] = .callable(macro)
    scope.macros.append(macro)
  }

  /// The procedure of a macro for arguments of the given types and for what the names outside of it mean here.
  func procedure(of macro: MacroCallable, for types: [ValueType?], at span: SourceSpan) -> Int {
    macro.isUsed = true
    var types = types
    // A macro that calls itself with ever new types falls back to unknown ones.
    if macro.procedures.count >= 24, !macro.procedures.has(key(types)) { types = types.map { $0?.unknown } }
    // Which of many may be absent is as many types again; then that is seen when it runs.
    if macro.procedures.count >= 32, !macro.procedures.has(key(types)) { types = types.map { $0.map { _ in .any } } }
    let first = problems.count
    let index = procedure(of: macro.procedures, key(types), at: span, isMacro: true) {
      inUnit(macro.unit, at: span) { body(of: macro, for: types, at: span) }
    }
    let lacking = zip(macro.statement.parameters, types).filter { $0.standard == nil && $1 == nil }
    blameCaller(of: macro.name, forProblemsFrom: first, lacking: Set(lacking.map(\.0.name)), at: span)
    return index
  }

  private func key(_ types: [ValueType?]) -> ProcedureTable.Key {
    ProcedureTable.Key(types: types.map { $0?.key ?? "-" }.joined(separator: ","), html: isDirectCall ? html : nil)
  }

  private func body(of macro: MacroCallable, for types: [ValueType?], at span: SourceSpan) -> Procedure {
    let start = html
    isInMacro = true
    frameSize = 0
    chain = nil
    scope = Scope(.macro, parent: macro.scope)
    var standards: [Resolved] = []
    let places = macro.statement.parameters.map { _ in allocate(1) }
    for ((parameter, type), place) in zip(zip(macro.statement.parameters, types), places) {
      // Defaults see the arguments that are given, but not parameters whose own defaults come later.
      if let type { flow[place] = .value(type) }
      scope.names[parameter.name] = type == nil ? undefinedSlot(parameter.name) : place
    }
    for (index, (parameter, type)) in zip(macro.statement.parameters, types).enumerated() {
      let place = places[index]
      if let type {
        flow[place] = .value(type)
      } else if let expression = parameter.standard {
        let typed = resolveForSetting(expression)
        standards.append(typed.code)
        flow[place] = typed.isUnset ? .undefined : .value(typed.type)
      } else {
        flow[place] = .undefined
      }
      scope.names[parameter.name] = place
      if standards.count == index { standards.append(absent(.parameter(parameter.name))) }
    }
    scope.defaults = macro.statement.parameters.compactMap(\.standard)
    let prologue = declareAssigned(in: macro.statement.body, scope)
    let body =
      mark(.macro, macro.statement.nameSpan) + prologue
      + (nested(Self.procedureWeight, span) { statements(macro.statement.body) } ?? [])
    if start.joined(with: html) == nil {
      report(.bodyChangesPlace(start.description, html.description), macro.statement.nameSpan)
    }
    return Procedure(
      standards: resolver.code.add(parts: standards), slots: frameSize, isMacro: true, unit: unit,
      body: program.add(body: body))
  }
}

/// A macro as expressions see it.
final class MacroCallable: Callable {
  let statement: MacroStatement
  private unowned let compiler: LayoutCompiler
  let scope: Scope
  /// Where it is defined.
  let unit: Int
  let procedures = ProcedureTable()
  var isUsed = false

  init(_ statement: MacroStatement, _ compiler: LayoutCompiler, _ scope: Scope, unit: Int) {
    self.statement = statement
    self.compiler = compiler
    self.scope = scope
    self.unit = unit
  }

  var name: String { statement.name }
  var parent: (any Callable)? { nil }
  var parameters: [(name: String, hasDefault: Bool)] {
    statement.parameters.map { ($0.name, $0.standard != nil) }
  }

  func procedure(for types: [ValueType?], at span: SourceSpan) -> Int {
    compiler.procedure(of: self, for: types, at: span)
  }
}
