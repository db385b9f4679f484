package import Diagnostics
package import Expressions

/// Why a page could not be rendered: what failed, where, how it came there, and the values that took part.
package final class LayoutError: Error, Sendable {
  package let failure: EvaluationFailure
  package let location: SourceLocation
  /// The tags that led there, innermost first.
  package let chain: [SourceLocation]
  /// The variables of the failing expression, as they are written, with their values shortened.
  package let values: [(name: String, value: String)]

  init(
    failure: EvaluationFailure, location: SourceLocation, chain: [SourceLocation],
    values: [(name: String, value: String)]
  ) {
    self.failure = failure
    self.location = location
    self.chain = chain
    self.values = values
  }

  /// The diagnostic for the user.
  package var diagnostic: Diagnostic {
    var notes: [Diagnostic.Note] = values.map { name, value in
      Diagnostic.Note(Message(zh: "\(name) = \(value)", en: "\(name) = \(value)"))
    }
    notes += chain.map { Diagnostic.Note(Message(zh: "由此处引入", en: "drawn in here"), at: $0) }
    return Diagnostic(failure.code.code, .error, failure.message, at: location, notes: notes)
  }
}
