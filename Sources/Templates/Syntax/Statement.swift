import Diagnostics
import Expressions

/// One statement of a layout, as written.
struct Statement: Sendable {
  indirect enum Kind: Sendable {
    /// Bytes of the set's text, line ends normalised.
    case text(Range<Int>)
    case output(Expression)
    case branch([(test: Expression, body: [Statement])], otherwise: [Statement])
    case loop(LoopStatement)
    case set(Target, Expression)
    case capture(name: String, filters: [FilterReference], body: [Statement])
    case with([(name: String, value: Expression)], body: [Statement])
    case block(BlockStatement)
    case extends([LayoutReference])
    case include([LayoutReference], IncludeOptions)
    case importModule(LayoutReference, alias: String)
    case importNames(LayoutReference, [ImportedName])
    case macro(MacroStatement)
  }

  var kind: Kind
  /// The opening tag.
  var span: SourceSpan
}

/// `{% for target in items if filter %}body{% else %}otherwise{% endfor %}`.
struct LoopStatement: Sendable {
  var target: Target
  var items: Expression
  var filter: Expression?
  var body: [Statement]
  var otherwise: [Statement]
}

/// `{% block name required %}…{% endblock %}`.
struct BlockStatement: Sendable {
  var name: String
  var nameSpan: SourceSpan
  var isRequired: Bool
  var body: [Statement]
}

/// `{% macro name(parameters) %}…{% endmacro %}`.
struct MacroStatement: Sendable {
  var name: String
  var nameSpan: SourceSpan
  var parameters: [(name: String, span: SourceSpan, standard: Expression?)]
  var body: [Statement]
}

/// The name of a layout, written out.
struct LayoutReference: Sendable {
  var name: String
  var span: SourceSpan
}

/// `ignore missing` and `without context`.
struct IncludeOptions: Sendable {
  var ignoresMissing = false
  var seesContext = true
}

/// `name as alias` of `{% from %}`.
struct ImportedName: Sendable {
  var name: String
  var alias: String
  var span: SourceSpan
}

/// A filter of `{% set x | filter %}`.
struct FilterReference: Sendable {
  var name: String
  var span: SourceSpan
  var arguments: Arguments
}

/// What is assigned to: a name, or names in brackets or with commas.
indirect enum Target: Sendable {
  case name(String, SourceSpan)
  case list([Target], SourceSpan)

  /// All names in it.
  var names: [(name: String, span: SourceSpan)] {
    switch self {
    case .name(let name, let span): [(name, span)]
    case .list(let targets, _): targets.flatMap(\.names)
    }
  }

  /// The target that an expression stands for; throws what cannot be assigned to.
  init(_ expression: Expression) throws(ExpressionError) {
    switch expression.kind {
    case .name(let name): self = .name(name, expression.span)
    case .tuple(let items), .list(let items):
      var targets: [Target] = []
      for item in items { targets.append(try Target(item)) }
      self = .list(targets, expression.span)
    case .attribute: throw ExpressionError(.leftOut(.attributeAssignment), expression.span)
    default: throw ExpressionError(.unexpectedToken(found: "…", wanted: "name"), expression.span)
    }
  }
}
