package import Diagnostics
import Values

/// Reads expressions from the tokens of one tag, with Jinja's precedence.
///
///     expression  = or [ "if" or [ "else" expression ] ]
///     or          = and ( "or" and )*
///     and         = not ( "and" not )*
///     not         = "not" not | comparison
///     comparison  = sum ( ( "==" | "!=" | "<" | "<=" | ">" | ">=" | "in" | "not" "in" ) sum )*
///     sum         = joined ( ( "+" | "-" ) joined )*
///     joined      = product ( "~" product )*
///     product     = power ( ( "*" | "/" | "//" | "%" ) power )*
///     power       = unary ( "**" unary )*                                 -- to the left, as Jinja does
///     unary       = ( "-" | "+" ) plainUnary applied* | primary postfix* applied*
///     applied     = "|" filter | "is" [ "not" ] test | call               -- Parser+Postfix.swift
///
/// The sign binds tighter than `**` and than filters: `-1|abs` is 1.
package struct Parser {
  private let tokens: [Token]
  private var index = 0
  private var depth = 0
  private var operators = 0

  /// - Precondition: the last of `tokens` is `.end`, as `Lexer.tag()` gives them.
  package init(_ tokens: [Token]) { self.tokens = tokens }

  // MARK: Tokens

  /// The token not yet consumed.
  package var current: Token { tokens[index] }

  /// Where the last consumed token ends.
  package var previousEnd: Int { index > 0 ? Int(tokens[index - 1].span.end) : Int(current.span.start) }

  /// The token behind `current`.
  package var following: Token { tokens[min(index + 1, tokens.count - 1)] }

  /// Consumes one token; the end is never passed.
  package mutating func advance() { if index < tokens.count - 1 { index += 1 } }

  /// Whether `symbol` is next; consumes nothing.
  package func isAt(_ symbol: Symbol) -> Bool { current.kind == .symbol(symbol) }
  /// Whether the word is next; consumes nothing. Keywords are names to the lexer, so the place decides.
  package func isAt(keyword: String) -> Bool { current.kind == .name(keyword) }
  /// Whether the tag is read to its end, where only `.end` is left.
  package var isAtEnd: Bool { current.kind == .end }

  /// Consumes `symbol` if it is next.
  package mutating func accept(_ symbol: Symbol) -> Bool {
    guard isAt(symbol) else { return false }
    advance()
    return true
  }

  /// Consumes the word if it is next.
  package mutating func accept(keyword: String) -> Bool {
    guard isAt(keyword: keyword) else { return false }
    advance()
    return true
  }

  /// Consumes `symbol` or fails.
  package mutating func expect(_ symbol: Symbol) throws(ExpressionError) {
    guard accept(symbol) else { throw unexpected(wanted: symbol.rawValue) }
  }

  /// Consumes the word or fails.
  package mutating func expect(keyword: String) throws(ExpressionError) {
    guard accept(keyword: keyword) else { throw unexpected(wanted: keyword) }
  }

  /// Consumes a name and gives it with its place.
  package mutating func expectName() throws(ExpressionError) -> (name: String, span: SourceSpan) {
    guard case .name(let name) = current.kind else { throw unexpected(wanted: "name") }
    let span = current.span
    advance()
    return (name, span)
  }

  /// Fails unless the tag is read to its end.
  package func expectEnd() throws(ExpressionError) { if !isAtEnd { throw unexpected(wanted: nil) } }

  /// What stands here is not what the grammar allows.
  package func unexpected(wanted: String?) -> ExpressionError {
    switch current.kind {
    case .end: ExpressionError(.unexpectedEnd(wanted: wanted), current.span)
    case .name(let name): ExpressionError(.unexpectedToken(found: name, wanted: wanted), current.span)
    case .text: ExpressionError(.unexpectedToken(found: "text", wanted: wanted), current.span)
    case .number(let number): ExpressionError(.unexpectedToken(found: number.description, wanted: wanted), current.span)
    case .symbol(let symbol): ExpressionError(.unexpectedToken(found: symbol.rawValue, wanted: wanted), current.span)
    }
  }

  /// Counts an operator: chains make deep trees too (`1 + 1 + 1 …`).
  mutating func countOperator() throws(ExpressionError) {
    operators += 1
    guard operators <= ExpressionLimits.operators else { throw ExpressionError(.tooDeep, current.span) }
  }

  func span(from start: SourceSpan) -> SourceSpan { SourceSpan(Int(start.start), previousEnd) }

  // MARK: Precedence

  /// One expression, condition allowed.
  package mutating func expression(allowCondition: Bool = true) throws(ExpressionError) -> Expression {
    depth += 1
    defer { depth -= 1 }
    guard depth <= ExpressionLimits.depth else { throw ExpressionError(.tooDeep, current.span) }
    let start = current.span
    let value = try or()
    guard allowCondition, accept(keyword: "if") else { return value }
    let test = try or()
    let otherwise = accept(keyword: "else") ? try expression() : nil
    return Expression(.conditional(test: test, then: value, otherwise: otherwise), span(from: start))
  }

  private mutating func or() throws(ExpressionError) -> Expression {
    let start = current.span
    var left = try and()
    while accept(keyword: "or") {
      try countOperator()
      left = Expression(.or(left, try and()), span(from: start))
    }
    return left
  }

  private mutating func and() throws(ExpressionError) -> Expression {
    let start = current.span
    var left = try not()
    while accept(keyword: "and") {
      try countOperator()
      left = Expression(.and(left, try not()), span(from: start))
    }
    return left
  }

  private mutating func not() throws(ExpressionError) -> Expression {
    let start = current.span
    var count = 0
    while accept(keyword: "not") { count += 1 }
    var operand = try comparison()
    guard count <= ExpressionLimits.depth else { throw ExpressionError(.tooDeep, start) }
    for _ in 0..<count { operand = Expression(.not(operand), span(from: start)) }
    return operand
  }

  private mutating func comparison() throws(ExpressionError) -> Expression {
    let start = current.span
    let first = try sum()
    var rest: [(symbol: ComparisonOperator, operand: Expression)] = []
    while let symbol = comparisonOperator() {
      try countOperator()
      rest.append((symbol, try sum()))
    }
    return rest.isEmpty ? first : Expression(.comparison(first, rest), span(from: start))
  }

  /// Consumes a comparison operator.
  private mutating func comparisonOperator() -> ComparisonOperator? {
    switch current.kind {
    case .symbol(let symbol):
      guard let found = ComparisonOperator(rawValue: symbol.rawValue) else { return nil }
      advance()
      return found
    case .name("in"):
      advance()
      return .contained
    case .name("not") where following.kind == .name("in"):
      advance()
      advance()
      return .notContained
    case .name, .text, .number, .end: return nil
    }
  }

  private mutating func sum() throws(ExpressionError) -> Expression {
    let start = current.span
    var left = try joined()
    while let symbol = arithmetic(.add, .subtract) {
      try countOperator()
      left = Expression(.arithmetic(symbol, left, try joined()), span(from: start))
    }
    return left
  }

  private mutating func joined() throws(ExpressionError) -> Expression {
    let start = current.span
    let first = try product()
    guard isAt(.tilde) else { return first }
    var parts = [first]
    while accept(.tilde) { parts.append(try product()) }
    return Expression(.concatenation(parts), span(from: start))
  }

  private mutating func product() throws(ExpressionError) -> Expression {
    let start = current.span
    var left = try power()
    while let symbol = arithmetic(.multiply, .divide, .floorDivide, .remainder) {
      try countOperator()
      left = Expression(.arithmetic(symbol, left, try power()), span(from: start))
    }
    return left
  }

  private mutating func power() throws(ExpressionError) -> Expression {
    let start = current.span
    var left = try unary(applied: true)
    while let symbol = arithmetic(.power) {
      try countOperator()
      left = Expression(.arithmetic(symbol, left, try unary(applied: true)), span(from: start))
    }
    return left
  }

  /// Consumes one of the given operators.
  private mutating func arithmetic(_ wanted: ArithmeticOperator...) -> ArithmeticOperator? {
    guard case .symbol(let symbol) = current.kind, let found = ArithmeticOperator(rawValue: symbol.rawValue),
      wanted.contains(found)
    else { return nil }
    advance()
    return found
  }

  /// Signs nest too: `---1`.
  private mutating func countSign() throws(ExpressionError) {
    try countOperator()
    guard following.kind != .symbol(.minus) || operators <= ExpressionLimits.depth else {
      throw ExpressionError(.tooDeep, current.span)
    }
  }

  private mutating func unary(applied: Bool) throws(ExpressionError) -> Expression {
    let start = current.span
    if isAt(.minus) || isAt(.plus) { try countSign() }
    var operand: Expression
    if accept(.minus) {
      operand = Expression(.negation(try unary(applied: false)), span(from: start))
    } else if accept(.plus) {
      operand = Expression(.affirmation(try unary(applied: false)), span(from: start))
    } else {
      operand = try primary()
    }
    operand = try postfix(operand, from: start)
    return applied ? try self.applied(operand, from: start) : operand
  }
}
