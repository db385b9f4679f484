package import Diagnostics
import Values

/// Primaries and what follows them.
///
///     primary  = name | number | text+ | "(" tuple ")" | "[" list "]" | "{" pairs "}"
///     postfix  = "." ( name | number ) | "[" subscript "]" | "(" arguments ")"
///     filter   = name ( "." name )* [ "(" arguments ")" ]
///     test     = name [ "(" arguments ")" | primary postfix* ]
///     subscript = expression | [ expression ] ":" [ expression ] [ ":" [ expression ] ]
extension Parser {
  mutating func primary() throws(ExpressionError) -> Expression {
    let token = current
    switch token.kind {
    case .name(let name):
      advance()
      return Expression(Self.constant(name) ?? .name(name), token.span)
    case .text(let first):
      advance()
      var text = first
      while case .text(let more) = current.kind {
        text += more
        advance()
      }
      return Expression(.text(text), span(from: token.span))
    case .number(let number):
      advance()
      return Expression(.number(number), token.span)
    case .symbol(.leftParenthesis):
      advance()
      let inner = try tuple(until: { $0.isAt(.rightParenthesis) }, allowEmpty: true)
      try expect(.rightParenthesis)
      return Expression(inner.kind, span(from: token.span))
    case .symbol(.leftBracket): return try list()
    case .symbol(.leftBrace): return try mapping()
    case .symbol, .end: throw unexpected(wanted: "expression")
    }
  }

  private static func constant(_ name: String) -> Expression.Kind? {
    switch name {
    case "true", "True": .boolean(true)
    case "false", "False": .boolean(false)
    case "none", "None": Expression.Kind.none
    default: nil
    }
  }

  /// One expression, or several with commas: a tuple. `isOver` says whether what follows ends it (closing bracket, `in`,
  /// end of tag).
  package mutating func tuple(
    until isOver: (borrowing Parser) -> Bool, allowEmpty: Bool = false, allowCondition: Bool = true
  ) throws(ExpressionError) -> Expression {
    let start = current.span
    var items: [Expression] = []
    var isTuple = false
    while true {
      if isOver(self) { break }
      items.append(try expression(allowCondition: allowCondition))
      guard accept(.comma) else { break }
      isTuple = true
    }
    if !isTuple, let only = items.first { return only }
    guard !items.isEmpty || allowEmpty else { throw unexpected(wanted: "expression") }
    return Expression(.tuple(items), span(from: start))
  }

  private mutating func list() throws(ExpressionError) -> Expression {
    let start = current.span
    try expect(.leftBracket)
    var items: [Expression] = []
    while !isAt(.rightBracket) {
      if !items.isEmpty { try expect(.comma) }
      if isAt(.rightBracket) { break }
      items.append(try expression())
    }
    try expect(.rightBracket)
    return Expression(.list(items), span(from: start))
  }

  private mutating func mapping() throws(ExpressionError) -> Expression {
    let start = current.span
    try expect(.leftBrace)
    var pairs: [(key: Expression, value: Expression)] = []
    while !isAt(.rightBrace) {
      if !pairs.isEmpty { try expect(.comma) }
      if isAt(.rightBrace) { break }
      let key = try expression()
      try expect(.colon)
      pairs.append((key, try expression()))
    }
    try expect(.rightBrace)
    return Expression(.mapping(pairs), span(from: start))
  }

  /// Attributes, subscripts, calls.
  mutating func postfix(_ base: Expression, from start: SourceSpan) throws(ExpressionError) -> Expression {
    var base = base
    while true {
      try countOperator()
      if accept(.dot) {
        switch current.kind {
        case .name(let name):
          let nameSpan = current.span
          advance()
          base = Expression(.attribute(base, name: name, nameSpan: nameSpan), span(from: start))
        case .number:
          let index = try primary()
          base = Expression(.element(base, index), span(from: start))
        case .text, .symbol, .end: throw unexpected(wanted: "name")
        }
      } else if isAt(.leftBracket) {
        base = try elementAccess(base, from: start)
      } else if isAt(.leftParenthesis) {
        let arguments = try arguments()
        base = Expression(.call(base, arguments), span(from: start))
      } else {
        return base
      }
    }
  }

  private mutating func elementAccess(_ base: Expression, from start: SourceSpan) throws(ExpressionError) -> Expression
  {
    try expect(.leftBracket)
    var parts: [Expression?] = [nil]
    while !isAt(.rightBracket) {
      if accept(.colon) {
        parts.append(nil)
        continue
      }
      guard parts[parts.count - 1] == nil else { throw unexpected(wanted: "]") }
      parts[parts.count - 1] = try expression()
    }
    guard parts.count <= 3 else { throw unexpected(wanted: "]") }
    try expect(.rightBracket)
    if parts.count == 1 {
      guard let index = parts[0] else { throw unexpected(wanted: "expression") }
      return Expression(.element(base, index), span(from: start))
    }
    let step = parts.count == 3 ? parts[2] : nil
    return Expression(.slice(base, start: parts[0], stop: parts[1], step: step), span(from: start))
  }

  /// `( positional, …, name=value, … )`.
  package mutating func arguments() throws(ExpressionError) -> Arguments {
    var arguments = Arguments()
    try expect(.leftParenthesis)
    var isFirst = true
    while !isAt(.rightParenthesis) {
      if !isFirst { try expect(.comma) }
      isFirst = false
      if isAt(.rightParenthesis) { break }
      if isAt(.star) || isAt(.power) {
        throw ExpressionError(.leftOut(.argumentSpreading), current.span)
      }
      if case .name(let name) = current.kind, following.kind == .symbol(.assign) {
        let nameSpan = current.span
        advance()
        advance()
        arguments.keyword.append((name, nameSpan, try expression()))
      } else {
        guard arguments.keyword.isEmpty else { throw unexpected(wanted: "name=") }
        arguments.positional.append(try expression())
      }
    }
    try expect(.rightParenthesis)
    return arguments
  }

  /// Filters, tests and calls of the result.
  mutating func applied(_ operand: Expression, from start: SourceSpan) throws(ExpressionError) -> Expression {
    var operand = operand
    while true {
      try countOperator()
      if accept(.pipe) {
        let (name, nameSpan) = try filterName()
        let arguments = isAt(.leftParenthesis) ? try arguments() : Arguments()
        operand = Expression(.filter(operand, name: name, nameSpan: nameSpan, arguments), span(from: start))
      } else if accept(keyword: "is") {
        operand = try test(operand, from: start)
      } else if isAt(.leftParenthesis) {
        operand = Expression(.call(operand, try arguments()), span(from: start))
      } else {
        return operand
      }
    }
  }

  /// A filter's name; the pipe is consumed.
  package mutating func filterName() throws(ExpressionError) -> (name: String, span: SourceSpan) {
    var (name, nameSpan) = try expectName()
    while accept(.dot) {
      let (more, moreSpan) = try expectName()
      name += "." + more
      nameSpan = nameSpan.joined(with: moreSpan)
    }
    return (name, nameSpan)
  }

  private mutating func test(_ operand: Expression, from start: SourceSpan) throws(ExpressionError) -> Expression {
    let negated = accept(keyword: "not")
    let (name, nameSpan) = try filterName()
    var arguments = Arguments()
    if isAt(.leftParenthesis) {
      arguments = try self.arguments()
    } else if startsTestArgument {
      if isAt(keyword: "is") { throw ExpressionError(.chainedTests, current.span) }
      let argumentStart = current.span
      arguments.positional = [try postfix(try primary(), from: argumentStart)]
    }
    let test = Expression(.test(operand, name: name, nameSpan: nameSpan, arguments), span(from: start))
    return negated ? Expression(.not(test), span(from: start)) : test
  }

  /// Whether a test's argument without parentheses follows (`is divisibleby 3`).
  private var startsTestArgument: Bool {
    switch current.kind {
    case .name(let name): !["else", "or", "and", "if"].contains(name)
    case .text, .number: true
    case .symbol(let symbol): symbol == .leftBracket || symbol == .leftBrace
    case .end: false
    }
  }
}
