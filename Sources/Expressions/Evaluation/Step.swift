package import Diagnostics

/// An expression ready to run: where its last step stands in its `Code`.
package struct Resolved: Hashable, Sendable, BitwiseCopyable {
  let index: Int32

  /// `none`, which stands at the start of every code.
  static let none = Resolved(index: 0)
}

/// Operands that stand side by side in the table of parts.
package struct Parts: Hashable, Sendable, BitwiseCopyable {
  let start: Int32
  /// How many there are.
  package let count: Int32

  var range: Range<Int> { Int(start)..<Int(start + count) }
}

/// What is done at one place of an expression: names are slots, record attributes indices, filters and tests found.
///
/// A number stands for what `Code` keeps in a table of its own: constants, names, functions, filters, tests.
package enum Step: Sendable, BitwiseCopyable {
  case constant(Int)
  case variable(Place, name: Int)
  case attribute(AttributeUse)
  /// Attribute of whatever the value is, by name.
  case lookup(Resolved, name: Int, SourceSpan)
  case element(Resolved, Resolved, SourceSpan)
  /// The bounds are start, stop and step.
  case slice(Resolved, bounds: Parts, SourceSpan)
  /// A field of the loop whose state begins at the place.
  case loop(LoopField, Place)
  /// `loop.cycle(…)`.
  case cycle(Resolved, Parts, SourceSpan)
  case list(Parts)
  /// Names and values by turns.
  case mapping(Parts, SourceSpan)
  case negation(Resolved, SourceSpan)
  case arithmetic(ArithmeticOperator, Resolved, Resolved, SourceSpan)
  case concatenation(Parts, SourceSpan)
  case comparison(Comparing)
  case not(Resolved, SourceSpan)
  case and(Resolved, Resolved, SourceSpan)
  case or(Resolved, Resolved, SourceSpan)
  case conditional(test: Resolved, then: Resolved, otherwise: Resolved?, SourceSpan)
  /// A part whose evaluation is noted under a number: an arm of a conditional expression while branches are recorded.
  case marked(Int, Resolved)
  case filter(Resolved, Int)
  case test(Resolved, Int)
  /// `default`: the second when the first is undefined (or, as asked, false or none).
  case defaulted(Resolved, Resolved, whenFalse: Bool, whenNone: Bool)
  /// `is defined`; an optional of a record counts as undefined when it is none.
  case isDefined(Resolved, noneIsUndefined: Bool)
  /// A macro, `super()` or `self.block()`.
  ///
  /// The level is that of the call in its expression: while the macro runs, so many levels wait for it.
  case call(procedure: Int, Parts, level: Int32, SourceSpan)
  case function(Int, Parts, SourceSpan)
  /// `t('key', …)` with a key written out: pieces of the text and arguments.
  case translation(Parts, SourceSpan)
  /// The same with a form of its own for one; the first value is the count.
  case plural(Resolved, one: Parts, other: Parts, SourceSpan)
}

/// An attribute of a record of a known type.
package struct AttributeUse: Sendable, BitwiseCopyable {
  package let base: Resolved
  /// The variable that `base` is, when it is one: then the record stays where it is, and only the attribute is copied.
  let variable: Place?
  /// The record's type, which the table of types keeps.
  let identity: ObjectIdentifier
  /// Of the attribute in its type.
  let index: Int32
  let span: SourceSpan
}

/// `a < b`, or a chain of them: `a < b <= c`.
package struct Comparing: Sendable, BitwiseCopyable {
  package let first: Resolved
  let symbol: ComparisonOperator
  package let second: Resolved
  /// What follows behind the second operand: places in the table of comparisons.
  let others: Parts
  let span: SourceSpan
}

/// What `loop.` has.
package enum LoopField: String, CaseIterable, Sendable, BitwiseCopyable {
  case index, index0, revindex, revindex0, first, last, length, previtem, nextitem, depth, depth0
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
}
