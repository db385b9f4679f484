package import Diagnostics

/// What went wrong while an expression was evaluated.
package struct EvaluationError: Error, Sendable {
  package var failure: EvaluationFailure
  package var span: SourceSpan

  package init(_ failure: EvaluationFailure, _ span: SourceSpan) {
    self.failure = failure
    self.span = span
  }
}

/// The kinds of failure; places are added by `EvaluationError`. Indirect, so that every function that may fail has a word to
/// hand back for it and not its largest case.
package indirect enum EvaluationFailure: Error, Hashable, Sendable {
  case undefined(Undefined.Reason)
  /// An operator, filter or test got a value it cannot use.
  case wrongValue(of: String, found: ValueKinds, wanted: ValueKinds)
  case differentValues(of: String, left: ValueKinds, right: ValueKinds)
  /// An argument that is no possible value (`date('')`, `batch(0)`).
  case wrongArgument(of: String, value: String)
  case divisionByZero
  case numberRange
  case notIterable(ValueKinds)
  case unpacking(expected: Int, found: Int)
  case notPrintable(ValueKinds)
  case emptyTemplate
  case tooDeep
  case tooManySteps
  /// The page has more bytes than the limit.
  case tooMuchOutput
  /// A value, or all that a page's expressions make and look through, is larger than the limit.
  case tooLarge
  /// Markup with tags or entities that would be cut or changed inside.
  case rewritesMarkup(of: String)
  case unsafeAddress(String)
  case notAName(String)
  case markupAtTag
  case unknownString(String)
  case missingPlaceholder(key: String, name: String)
  case unknownAsset(String)
  case notMarkup
}
