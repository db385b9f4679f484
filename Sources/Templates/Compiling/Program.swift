import Diagnostics
import Expressions

/// A page layout ready to run: everything it extends, includes and imports is part of it.
///
/// Immutable; shared by all threads.
struct Program: Sendable {
  var operations: [Operation]
  var procedures: [Procedure]
  /// Values of the slots at the start; the variables of the page come first.
  var slots: [Value]
  var units: [Unit]
  /// Names of the layouts that take part, sorted: what the pages depend on.
  var layouts: [String]
  /// What the numbers of marks stand for; empty when branches are not recorded.
  var branches: [LayoutBranch] = []
}

/// One step of a program. What has several parts is an object, so that a step into it counts one reference and not one for
/// each part.
enum Operation: Sendable {
  /// Bytes of the set's text.
  case text(Range<Int>)
  case output(Resolved, Escape, SourceSpan)
  /// A call whose markup goes straight to the output.
  case call(CallOperation)
  /// The value of an address attribute begins.
  case addressBegins
  /// It ends; its scheme is checked.
  case addressEnds(isList: Bool, SourceSpan)
  case branch(BranchOperation)
  case loop(LoopOperation)
  case assign(Place, Resolved)
  /// The variable is not set yet.
  case clear(Place, Undefined)
  indirect case unpack(CompiledTarget, Resolved, SourceSpan)
  case capture(Place, [Operation])
  /// Operations of another layout or block.
  case unit(Int, [Operation])
  /// Notes that a branch is rendered; only in programs that record branches.
  case mark(Int)
}

/// Where the items of a loop go.
indirect enum CompiledTarget: Sendable {
  case place(Place)
  case list([CompiledTarget])
}

/// A call of a macro, `super()` or `self.block()`.
final class CallOperation: Sendable {
  let procedure: Int
  /// In the order of the parameters; `nil` for those not given.
  let arguments: [Resolved?]
  let span: SourceSpan

  init(procedure: Int, _ arguments: [Resolved?], _ span: SourceSpan) {
    self.procedure = procedure
    self.arguments = arguments
    self.span = span
  }
}

/// A macro for arguments of certain types, or a version of a block.
final class Procedure: Sendable {
  struct Parameter: Sendable {
    var name: String
    /// Evaluated when the argument is left out.
    var standard: Resolved?
  }

  let name: String
  let parameters: [Parameter]
  /// Number of slots of its own.
  let slots: Int
  /// Whether it has slots of its own; blocks use those of the program.
  let isMacro: Bool
  let unit: Int
  let body: [Operation]

  init(name: String, parameters: [Parameter], slots: Int, isMacro: Bool, unit: Int, body: [Operation]) {
    self.name = name
    self.parameters = parameters
    self.slots = slots
    self.isMacro = isMacro
    self.unit = unit
    self.body = body
  }
}

/// One use of a layout: which one, and what drew it in from where.
struct Unit: Sendable {
  var path: String
  /// The unit with the tag that drew this one in.
  var parent: Int?
  /// That tag.
  var site: SourceSpan?
}
