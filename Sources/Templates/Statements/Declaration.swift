package import Diagnostics
import Expressions
package import Values

/// One line of the head of a directive's layout: what the directive is, or one of its attributes.
///
/// What the types and options mean is the business of whoever calls the layout; here they are names and literals.
package struct LayoutDeclaration: Sendable {
  /// A value that is written out.
  package enum Literal: Hashable, Sendable { case text(String), number(Decimal), boolean(Bool) }

  /// One argument; `name` is `nil` for one by position.
  package struct Argument: Sendable {
    package var name: String?
    package var nameSpan: SourceSpan
    package var value: Literal
    package var span: SourceSpan
  }

  /// The attribute that is declared; `nil` for the statement about the directive itself.
  package var attribute: String?
  /// The attribute's name, or the word `directive`.
  package var nameSpan: SourceSpan
  /// The attribute's type; empty for the statement about the directive itself.
  package var type: String
  package var typeSpan: SourceSpan
  /// In the order in which they are written.
  package var arguments: [Argument]
}

///     directive = "{% directive" arguments "%}"
///     attribute = "{% attribute" name ":" name [ arguments ] "%}"
///     arguments = "(" [ argument ( "," argument )* ] ")"
///     argument  = [ name "=" ] ( text | number | "true" | "false" )
extension LayoutParser {
  /// What a directive is.
  mutating func directive(_ parser: Parser, _ opening: Opening) {
    var parser = parser
    note(opening) { () throws(ExpressionError) in
      let arguments = try parser.arguments()
      try parser.expectEnd()
      return LayoutDeclaration(
        attribute: nil, nameSpan: opening.span, type: "", typeSpan: opening.span,
        arguments: try Self.literals(arguments))
    }
  }

  /// One attribute of a directive.
  mutating func attribute(_ parser: Parser, _ opening: Opening) {
    var parser = parser
    note(opening) { () throws(ExpressionError) in
      let (name, nameSpan) = try parser.expectName()
      try parser.expect(.colon)
      let (type, typeSpan) = try parser.expectName()
      let arguments = parser.isAtEnd ? Arguments() : try parser.arguments()
      try parser.expectEnd()
      return LayoutDeclaration(
        attribute: name, nameSpan: nameSpan, type: type, typeSpan: typeSpan, arguments: try Self.literals(arguments))
    }
  }

  private mutating func note(_ opening: Opening, _ read: () throws(ExpressionError) -> LayoutDeclaration) {
    guard let declaration = attempt(read) else { return }
    guard isAtTop else { return report(.declarationInside(opening.tag), opening.span) }
    declarations.append(declaration)
  }

  private static func literals(_ arguments: Arguments) throws(ExpressionError) -> [LayoutDeclaration.Argument] {
    var result: [LayoutDeclaration.Argument] = []
    for value in arguments.positional {
      result.append(.init(name: nil, nameSpan: value.span, value: try literal(value), span: value.span))
    }
    for (name, nameSpan, value) in arguments.keyword {
      result.append(.init(name: name, nameSpan: nameSpan, value: try literal(value), span: value.span))
    }
    return result
  }

  private static func literal(_ expression: Expression) throws(ExpressionError) -> LayoutDeclaration.Literal {
    switch expression.kind {
    case .text(let text): return .text(text)
    case .number(let number): return .number(number)
    case .boolean(let truth): return .boolean(truth)
    default: throw ExpressionError(.unexpectedToken(found: "…", wanted: "text, number, true, false"), expression.span)
    }
  }
}
