/// Something that was looked up and is not there: Jinja's `StrictUndefined`.
///
/// It may be passed on, defaulted and tested; every other use is an error that tells what was looked for.
package final class Undefined: Sendable {
  /// What was looked for where, so that the message of a later use can name it.
  package enum Reason: Hashable, Sendable {
    /// No variable of this name, or not set yet.
    case variable(String)
    /// `owner` (a kind of value) has no attribute `name`.
    case attribute(owner: String, name: String)
    /// The list or text has no element at this place.
    case element(owner: String, index: String)
    /// The macro was called without this argument.
    case parameter(String)
    /// A filter found no item (`[]|first`).
    case noItem(filter: String)
    /// A conditional expression without `else` whose condition is false.
    case noElse
  }

  package let reason: Reason
  /// The attribute exists but is optional and not given: `if` takes it for false, printing it is an error all the same.
  package let isOptional: Bool

  package init(_ reason: Reason, isOptional: Bool = false) {
    self.reason = reason
    self.isOptional = isOptional
  }
}
