import Diagnostics
import Expressions
import Markdown
import Synchronization
import Templates
import Training

/// Figures of texts ready to be computed, each once: the newsletters of a hundred classes all say `{{ class.size }}`.
final class CompiledFigures: Sendable {
  /// A figure, or why there is none.
  final class Figure: Sendable {
    /// `nil` when it has errors.
    let expression: CompiledExpression?
    /// What to say of it then.
    let failure: MarkdownFailure
    /// The types of the records it may name: as long as they are kept, no other type has the identity of one of them.
    private let types: [RecordType]

    init(_ bytes: [UInt8], in text: PageText, _ types: [RecordType]) {
      let scope = text.scope.map { ($0.name, $0.type) } + DirectiveDeclaration.globals.map { ($0.name, $0.type) }
      let (expression, problems) = CompiledExpression.compile(
        bytes, SourceSpan(0, bytes.count), path: text.path, scope: scope)
      let problem = problems.first
      self.expression = expression
      failure = MarkdownFailure(
        problem?.message ?? Message(zh: "不能计算", en: "cannot be computed"), repair: problem?.repair, code: problem?.code)
      self.types = types
    }
  }

  /// What an expression means follows from the names and types that stand around it.
  private struct Key: Hashable {
    let expression: [UInt8]
    let names: [String]
    let types: [ObjectIdentifier]
  }

  private let known = Mutex<[Key: Figure]>([:])

  /// The figure `expression` of `text`.
  ///
  /// - Complexity: O(length) for the first text with these names, then O(1).
  func figure(_ expression: [UInt8], in text: PageText) -> Figure {
    let types = text.scope.compactMap { variable -> RecordType? in
      if case .record(let type) = variable.type { type() } else { nil }
    }
    // All that texts name are records; anything else would have to be told apart here.
    guard types.count == text.scope.count else { return Figure(expression, in: text, types) }
    let key = Key(expression: expression, names: text.scope.map(\.name), types: types.map { ObjectIdentifier($0) })
    if let figure = known.withLock({ $0[key] }) { return figure }
    let figure = Figure(expression, in: text, types)
    known.withLock { $0[key] = figure }
    return figure
  }
}
