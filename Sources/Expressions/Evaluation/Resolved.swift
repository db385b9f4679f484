package import Diagnostics

/// An expression ready to run: names are slots, record attributes indices, filters and tests found.
///
/// Made by `Resolver`; immutable and shared by all threads.
///
/// The parts that every page runs through most are objects: a step into one counts no reference, a step into an indirect case
/// counts those of all its parts.
package indirect enum Resolved: Sendable {
  case constant(Value)
  /// A slot of the program.
  case slot(Int, name: String, SourceSpan)
  /// A slot of the running macro.
  case local(Int, name: String, SourceSpan)
  case attribute(AttributeUse)
  /// Attribute of whatever the value is, by name.
  case lookup(Resolved, name: String, SourceSpan)
  case element(Resolved, Resolved, SourceSpan)
  case slice(Resolved, start: Resolved?, stop: Resolved?, step: Resolved?, SourceSpan)
  /// A field of the loop whose state begins at `slot`.
  case loop(LoopField, slot: Int, isLocal: Bool, SourceSpan)
  /// `loop.cycle(…)`.
  case cycle(Resolved, [Resolved], SourceSpan)
  case list([Resolved])
  case mapping([(key: Resolved, value: Resolved)], SourceSpan)
  case negation(Resolved, SourceSpan)
  case arithmetic(ArithmeticOperator, Resolved, Resolved, SourceSpan)
  case concatenation([Resolved], SourceSpan)
  case comparison(ComparisonUse)
  case not(Resolved, SourceSpan)
  case and(Resolved, Resolved, SourceSpan)
  case or(Resolved, Resolved, SourceSpan)
  case conditional(test: Resolved, then: Resolved, otherwise: Resolved?, SourceSpan)
  /// A part whose evaluation is noted under a number: an arm of a conditional expression while branches are recorded.
  case marked(Int, Resolved)
  case filter(Resolved, FilterUse)
  case test(Resolved, TestUse)
  /// `default`: the second when the first is undefined (or, as asked, false or none).
  case defaulted(Resolved, Resolved, whenFalse: Bool, whenNone: Bool, SourceSpan)
  /// `is defined`; an optional of a record counts as undefined when it is none.
  case isDefined(Resolved, noneIsUndefined: Bool)
  /// A macro, `super()` or `self.block()`; `nil` for arguments not given.
  case call(procedure: Int, [Resolved?], SourceSpan)
  case function(Function, [Resolved?], SourceSpan)
  /// `t('key', …)` with a key written out.
  case translation([TranslationPart], SourceSpan)
  /// The same with a form of its own for one; the first value is the count.
  case plural(Resolved, one: [TranslationPart], other: [TranslationPart], SourceSpan)
}

/// An attribute of a record of a known type.
package final class AttributeUse: Sendable {
  package let base: Resolved
  /// The variable that `base` is, when it is one: then the record stays where it is, and only the attribute is copied.
  let variable: Place?
  package let type: RecordType
  /// Of the attribute in its type.
  package let index: Int
  package let span: SourceSpan

  init(_ base: Resolved, _ type: RecordType, index: Int, _ span: SourceSpan) {
    self.base = base
    variable =
      switch base {
      case .slot(let slot, _, _): .slot(slot)
      case .local(let slot, _, _): .local(slot)
      default: nil
      }
    self.type = type
    self.index = index
    self.span = span
  }
}

/// `a < b`, or a chain of them: `a < b <= c`.
package final class ComparisonUse: Sendable {
  package let first: Resolved
  package let symbol: ComparisonOperator
  package let second: Resolved
  /// What follows behind the second operand.
  package let others: [(symbol: ComparisonOperator, operand: Resolved)]
  package let span: SourceSpan

  init(
    _ first: Resolved, _ symbol: ComparisonOperator, _ second: Resolved,
    others: [(symbol: ComparisonOperator, operand: Resolved)], _ span: SourceSpan
  ) {
    self.first = first
    self.symbol = symbol
    self.second = second
    self.others = others
    self.span = span
  }

  /// All operands from left to right.
  package var operands: [Resolved] { [first, second] + others.map(\.operand) }
}

/// What `loop.` has.
package enum LoopField: String, CaseIterable, Sendable {
  case index, index0, revindex, revindex0, first, last, length, previtem, nextitem, depth, depth0
}

/// A piece of an interface string.
package enum TranslationPart: Sendable {
  case text(String)
  case argument(Resolved)
}

/// A filter at one place of a layout.
package final class FilterUse: Sendable {
  package let filter: Filter
  package let arguments: ResolvedArguments
  /// The filter or test that `map`, `select` and their kin apply to each item.
  package let nested: NestedUse?
  package let span: SourceSpan

  init(_ filter: Filter, _ arguments: ResolvedArguments, nested: NestedUse? = nil, _ span: SourceSpan) {
    self.filter = filter
    self.arguments = arguments
    self.nested = nested
    self.span = span
  }
}

/// A test at one place of a layout.
package final class TestUse: Sendable {
  package let test: ValueTest
  package let arguments: ResolvedArguments
  package let span: SourceSpan

  init(_ test: ValueTest, _ arguments: ResolvedArguments, _ span: SourceSpan) {
    self.test = test
    self.arguments = arguments
    self.span = span
  }
}

/// What is applied to each item.
package enum NestedUse: Sendable {
  case filter(FilterUse)
  case test(TestUse)
}

/// Arguments in the order of the parameters; `nil` for those not given.
package enum ResolvedArguments: Sendable {
  case constant([Value?])
  case computed([Resolved?])

  init(_ arguments: [Resolved?]) {
    var constants: [Value?] = []
    for argument in arguments {
      switch argument {
      case nil: constants.append(nil)
      case .constant(let value)?: constants.append(value)
      default:
        self = .computed(arguments)
        return
      }
    }
    self = .constant(constants)
  }
}
