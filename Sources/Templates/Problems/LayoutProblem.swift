import Diagnostics
import Expressions

/// What is wrong with a layout before anything is rendered.
struct LayoutProblem: Error, Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    case expression(ExpressionError)
    /// Not UTF-8 from this byte on.
    case encoding
    case tooLarge(limit: Int)
    case tooDeep
    // Statements
    case unknownTag(String, suggestion: String?)
    case unexpectedEnd(tag: String, open: String?)
    case unclosed(String)
    case wrongEndName(found: String, wanted: String)
    // Layouts
    case missingLayout(String, suggestion: String?)
    case circle([String])
    case extendsTwice
    case tooManyLayouts(limit: Int)
    /// Other types of arguments, or other places in the HTML.
    case tooManyKindsOfCalls(limit: Int)
    // Blocks
    case blockTwice(String)
    /// What is in it is lost; where types are not known only a warning, as Jinja accepts it.
    case blockUnknown(String, parent: String, suggestion: String?, isRefused: Bool)
    case blockRequired(String, layout: String)
    case requiredBlockContent(String)
    case blockCallsItself(String)
    case textOutsideBlocks
    // Names
    case notExported(String, layout: String, suggestion: String?)
    case parameterTwice(String)
    case unusedMacro(String)
    // Declarations
    /// `directive` or `attribute` in a layout that no text calls.
    case declarationElsewhere
    case declarationInside(String)
    // Escaping
    case refusedPlace(HTMLContext.Refusal)
    case branchesDiffer(HTMLContext.Description, HTMLContext.Description)
    /// Static text is part of a name, a comment's or an element's end, or not, as what is printed before it has it.
    case unclearPlace
    case bodyChangesPlace(HTMLContext.Description, HTMLContext.Description)
  }

  var kind: Kind
  var span: SourceSpan
  /// A second place: where a block was first defined, what was opened.
  var related: SourceSpan?

  init(_ kind: Kind, _ span: SourceSpan, related: SourceSpan? = nil) {
    self.kind = kind
    self.span = span
    self.related = related
  }

  init(_ error: ExpressionError) { self.init(.expression(error), error.span) }
}
