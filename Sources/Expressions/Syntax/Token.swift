package import Diagnostics
package import Values

/// One token of an expression. Spans are byte offsets into the file.
package struct Token: Sendable {
  /// What the lexer tells apart. Keywords are `.name`: whether `in` or `if` means one is the parser's business.
  package enum Kind: Hashable, Sendable {
    case name(String)
    /// The text between the quotes, escapes resolved.
    case text(String)
    case number(Decimal)
    case symbol(Symbol)
    /// The closing delimiter of the tag, or the end of the bytes.
    case end
  }

  package var kind: Kind
  package var span: SourceSpan
}

/// Operators and punctuation, by their spelling.
package enum Symbol: String, Hashable, Sendable {
  case plus = "+"
  case minus = "-"
  case star = "*"
  case power = "**"
  case slash = "/"
  case floorDivision = "//"
  case percent = "%"
  case tilde = "~"
  case equal = "=="
  case notEqual = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case assign = "="
  case dot = "."
  case comma = ","
  case colon = ":"
  case semicolon = ";"
  case pipe = "|"
  case leftParenthesis = "("
  case rightParenthesis = ")"
  case leftBracket = "["
  case rightBracket = "]"
  case leftBrace = "{"
  case rightBrace = "}"
}
