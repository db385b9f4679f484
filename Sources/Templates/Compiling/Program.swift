import Bytes
import Diagnostics
import Expressions

/// A page layout ready to run: everything it extends, includes and imports is part of it.
///
/// Operations and what they refer to stand in tables, the operations of one body side by side; nothing in them is counted, so
/// that running them costs no reference. Immutable once made; shared by all threads.
struct Program: Sendable {
  var code = Code()
  /// The operations of all bodies.
  private(set) var operations: [Operation] = []
  private(set) var arms: [Arm] = []
  private(set) var loops: [Loop] = []
  private(set) var targets: [CompiledTarget] = []
  /// What the operations write: the text of layouts, and values that are the same on every page. In the order in which they are
  /// compiled, so that neighbours are one run.
  private(set) var text: [UInt8] = []
  /// What a page runs.
  var main = Stretch(0, 0)
  var procedures: [Procedure] = []
  /// Values of the slots at the start; the variables of the page come first.
  var slots: [Value] = []
  var units: [Unit] = []
  /// Names of the layouts that take part, sorted: what the pages depend on.
  var layouts: [String] = []
  /// Whether nothing is printed that only Python prints: where types are known.
  var refusesLiterals = false
  /// What the numbers of marks stand for; empty when branches are not recorded.
  var branches: [LayoutBranch] = []

  mutating func add(body: [Operation]) -> Stretch {
    operations += body
    return Stretch(operations.count - body.count, body.count)
  }

  /// The operation that writes the bytes of `source` in `range`.
  mutating func add(text source: [UInt8], _ range: Range<Int>) -> Operation {
    text.append(run: source.span, range)
    return .text(from: text.count - range.count, to: text.count)
  }

  mutating func add(arms: [Arm]) -> Stretch {
    self.arms += arms
    return Stretch(self.arms.count - arms.count, arms.count)
  }

  mutating func add(targets: [CompiledTarget]) -> Stretch {
    self.targets += targets
    return Stretch(self.targets.count - targets.count, targets.count)
  }

  mutating func add(loop: Loop) -> Int {
    loops.append(loop)
    return loops.count - 1
  }
}

/// Neighbours in one of the tables of a program.
struct Stretch: Sendable, BitwiseCopyable {
  private let start: Int32
  private let end: Int32

  init(_ start: Int, _ count: Int) {
    self.start = Int32(start)
    end = Int32(start + count)
  }

  /// Their places.
  var range: Range<Int> { Int(start)..<Int(end) }
}

/// One step of a program.
enum Operation: Sendable, BitwiseCopyable {
  /// The bytes from one offset to another of the program's text.
  case text(from: Int, to: Int)
  case output(Resolved, Escape, SourceSpan)
  /// A call of a macro, `super()` or `self.block()` whose markup goes straight to the output.
  case call(procedure: Int, Parts, SourceSpan)
  /// The value of an address attribute begins.
  case addressBegins
  /// It ends; its scheme is checked.
  case addressEnds(AddressForm, SourceSpan)
  /// Arms, of which the first that holds is rendered, and what is rendered when none does.
  case branch(Stretch, otherwise: Stretch)
  /// The loop at this place of the table of loops.
  case loop(Int)
  case assign(Place, Resolved)
  case unpack(CompiledTarget, Resolved, SourceSpan)
  case capture(Place, Stretch, SourceSpan)
  /// Operations of another layout or block.
  case unit(Int, Stretch)
  /// Notes that a branch is rendered; only in programs that record branches.
  case mark(Int)
}

extension [Operation] {
  /// Appends `next`; text that goes on where the last text ends is written with it.
  mutating func append(joining next: [Operation]) {
    guard case .text(let start, let end)? = last, case .text(end, let nextEnd)? = next.first else {
      self += next
      return
    }
    self[count - 1] = .text(from: start, to: nextEnd)
    self += next.dropFirst()
  }
}

/// Where the items of a loop go: a variable, or the parts of each item to targets of their own.
enum CompiledTarget: Sendable, BitwiseCopyable {
  case place(Place)
  case list(Stretch)
}

/// A macro for arguments of certain types, or a version of a block.
struct Procedure: Sendable, BitwiseCopyable {
  /// What stands for arguments that are left out.
  let standards: Parts
  /// Number of slots of its own.
  let slots: Int
  /// Whether it has slots of its own; blocks use those of the program.
  let isMacro: Bool
  let unit: Int
  let body: Stretch
}

/// One use of a layout: which one, and what drew it in from where.
struct Unit: Sendable {
  var path: String
  /// The unit with the tag that drew this one in.
  var parent: Int?
  /// That tag.
  var site: SourceSpan?
}
