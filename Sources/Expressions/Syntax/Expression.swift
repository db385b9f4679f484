package import Diagnostics
package import Values

/// An expression as written: names not resolved, types not known.
package struct Expression: Sendable {
  /// The forms of an expression, with the parts each has. A `nameSpan` is the name alone, for messages about it.
  package indirect enum Kind: Sendable {
    case none
    case boolean(Bool)
    case number(Decimal)
    case text(String)
    case name(String)
    /// `base.name`; `base[…]` is `.element`.
    case attribute(Expression, name: String, nameSpan: SourceSpan)
    case element(Expression, Expression)
    case slice(Expression, start: Expression?, stop: Expression?, step: Expression?)
    case list([Expression])
    /// Parenthesised or bare: `a, b`. Evaluates to a list that remembers nothing of its parentheses.
    case tuple([Expression])
    case mapping([(key: Expression, value: Expression)])
    case negation(Expression)
    /// `+x`
    case affirmation(Expression)
    case arithmetic(ArithmeticOperator, Expression, Expression)
    case concatenation([Expression])
    case comparison(Expression, [(symbol: ComparisonOperator, operand: Expression)])
    case not(Expression)
    case and(Expression, Expression)
    case or(Expression, Expression)
    case conditional(test: Expression, then: Expression, otherwise: Expression?)
    case filter(Expression, name: String, nameSpan: SourceSpan, Arguments)
    case test(Expression, name: String, nameSpan: SourceSpan, Arguments)
    case call(Expression, Arguments)
  }

  package var kind: Kind
  package var span: SourceSpan

  package init(_ kind: Kind, _ span: SourceSpan) {
    self.kind = kind
    self.span = span
  }
}

/// The arguments of a call, filter or test.
package struct Arguments: Sendable {
  package var positional: [Expression] = []
  package var keyword: [(name: String, nameSpan: SourceSpan, value: Expression)] = []

  package init(
    positional: [Expression] = [], keyword: [(name: String, nameSpan: SourceSpan, value: Expression)] = []
  ) {
    self.positional = positional
    self.keyword = keyword
  }

  /// Whether nothing stands between the parentheses, or there are none.
  package var isEmpty: Bool { positional.isEmpty && keyword.isEmpty }
}

/// `+ - * / // % **` on numbers; `+` also joins texts and lists, `*` repeats them.
package enum ArithmeticOperator: String, Sendable, BitwiseCopyable {
  case add = "+"
  case subtract = "-"
  case multiply = "*"
  case divide = "/"
  case floorDivide = "//"
  case remainder = "%"
  case power = "**"

  /// Whether it divides, and so fails where the right side is zero.
  var divides: Bool { self == .divide || self == .floorDivide || self == .remainder }
}

/// The comparisons; they chain as in `1 < x <= 5`.
package enum ComparisonOperator: String, Sendable, BitwiseCopyable {
  case equal = "=="
  case notEqual = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case contained = "in"
  case notContained = "not in"
}

extension Expression {
  /// Whether the value may be a list or mapping around what its parts are.
  var makesLevel: Bool {
    switch kind {
    case .list, .tuple, .mapping, .filter: true
    default: false
    }
  }
}
