package import Diagnostics

/// What is wrong with an expression before anything is rendered.
package struct ExpressionError: Error, Hashable, Sendable {
  /// Everything that lexer, parser and resolver refuse, with what the message names. A `suggestion` is the nearest
  /// known name, when one is near.
  package enum Kind: Hashable, Sendable {
    // Syntax
    case unclosedTag
    case unclosedText
    /// A backslash before what is no escape.
    case unknownEscape
    case unclosedBracket(String)
    case unknownCharacter(String)
    case unexpectedToken(found: String, wanted: String?)
    case unexpectedEnd(wanted: String?)
    case numberTooLarge
    case tooDeep
    /// Statements, calls and expressions inside each other, over all layouts that take part.
    case nestedTooDeep
    case chainedTests
    case leftOut(LeftOut)
    // Names
    case unknownVariable(String, suggestion: String?)
    case unsetVariable(String)
    /// A name that is asked for and that nobody gives a value.
    case neverGiven(String, suggestion: String?)
    case unknownAttribute(owner: TypeName, name: String, suggestion: String?)
    case unknownFilter(String, suggestion: String?)
    case unknownTest(String, suggestion: String?)
    case unknownFunction(String, suggestion: String?)
    case notCallable(String)
    // Arguments
    case missingArgument(of: String, name: String)
    case tooManyArguments(of: String, limit: Int)
    case unknownArgument(of: String, name: String, suggestion: String?)
    case repeatedArgument(of: String, name: String)
    case argumentNotLiteral(of: String, name: String)
    // Types
    case wrongInput(of: String, found: TypeName, wanted: ValueKinds)
    case wrongArgument(of: String, name: String, found: TypeName, wanted: ValueKinds)
    case wrongOperand(operator: String, found: TypeName, wanted: ValueKinds)
    case differentOperands(operator: String, left: TypeName, right: TypeName)
    case noAttributes(TypeName, name: String)
    case noElements(TypeName)
    /// A pair has no element at this place.
    case noElement(TypeName, Int)
    /// Other names than values, where their number is known.
    case unpacking(expected: Int, found: Int)
    /// A filter orders items that are of several kinds.
    case mixedItems(of: String, TypeName)
    case notIterable(TypeName)
    case notPrintable(TypeName)
    case optionalUsed(String, TypeName)
    /// A conditional expression without `else` is printed or used.
    case noElse
    /// The literal `none` is printed or used.
    case noneUsed
    /// An attribute that only some items have is compared, ordered or tested.
    case optionalAttribute(String, TypeName)
    /// A filter prints, adds or orders items of which some may be absent.
    case optionalItems(of: String)
    case safeOnText
    case invalidPattern(of: String, value: String)
    /// What is written out can only fail (`1/0`).
    case failing(EvaluationFailure)
    /// No file of the assets has this name.
    case unknownAsset(String, suggestion: String?)
    // Strings of the interface
    case unknownString(String, suggestion: String?)
    case missingPlaceholder(key: String, name: String)
    case unknownPlaceholder(key: String, name: String)
  }

  /// A type's name in both languages.
  package struct TypeName: Hashable, Sendable {
    package var zh: String
    package var en: String

    package init(_ type: ValueType) {
      zh = type.chinese
      en = type.english
    }
  }

  package var kind: Kind
  package var span: SourceSpan

  package init(_ kind: Kind, _ span: SourceSpan) {
    self.kind = kind
    self.span = span
  }
}

/// What Jinja2 has and this language leaves out; refused by name.
package enum LeftOut: String, Hashable, Sendable, CaseIterable {
  case argumentSpreading = "*arguments"
  case macroAsValue = "macro as a value"
  case recordAsModule = "module as a value"
  case method = "Python method"
  case namespace, cycler, joiner, lipsum, dict, caller, varargs, kwargs
  case call = "{% call %}"
  case filterBlock = "{% filter %}"
  case autoescape = "{% autoescape %}"
  case recursiveLoop = "recursive loop"
  case loopChanged = "loop.changed"
  case scopedBlock = "scoped block"
  case withContext = "import with context"
  case computedName = "computed layout name"
  case conditionalExtends = "extends inside another statement"
  case nestedMacro = "macro inside a macro"
  case changingMacro = "macro or import defined in one branch only"
  case blockInMacro = "block inside a macro"
  case selfInMacro = "self or super inside a macro"
  case recursiveInclude = "layout that includes itself"
  case attributeAssignment = "assignment to an attribute"
  case doStatement = "{% do %}"
  case loopControl = "{% break %}"
  case debug = "{% debug %}"
  case translation = "{% trans %}"
  case percentFormat = "% on text"
  // Filters and tests of Jinja2.
  case format, wordwrap, xmlattr, urlize, pprint, random, callable, float
}
