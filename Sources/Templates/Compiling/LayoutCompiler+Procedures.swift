import Diagnostics
import Expressions

/// What was compiled of one macro, or of one version of a block: by the types of the arguments and where the markup goes.
final class ProcedureTable {
  /// The kind of a call.
  struct Key: Hashable {
    /// A text that is equal for equal types of the arguments; empty for a block.
    var types = ""
    /// Where in the HTML its markup is printed as it is made; `nil` where the call gives a value.
    let html: HTMLContext?
  }

  fileprivate var procedures: [Key: [CompiledProcedure]] = [:]
  /// The one that was compiled first: it stands for those that are too many.
  fileprivate var first: CompiledProcedure?
  fileprivate var isTold = false

  /// For how many kinds of calls something was compiled.
  var count: Int { procedures.count }

  /// Whether something was compiled for calls of this kind.
  func has(_ key: Key) -> Bool { procedures[key] != nil }
}

/// A macro or a version of a block as it was compiled at one place: it serves wherever it would find the same around it.
private final class CompiledProcedure {
  /// In the program's table of procedures.
  let index: Int
  /// What the names that it asks for outside of itself meant.
  var meanings: [Place: String] = [:]
  /// Whether the values that it asks for, and that may be absent, were known to be there.
  var facts: [String: Bool] = [:]
  /// While it is compiled: its place among those that are. Behind that: the place of the outermost one that it calls, itself or
  /// through others, for what that one asks for is not known to the end. Else `nil`.
  var waitsFor: Int?

  init(index: Int, waitsFor: Int) {
    self.index = index
    self.waitsFor = waitsFor
  }

  func formUnion(_ other: CompiledProcedure) {
    meanings.merge(other.meanings) { own, _ in own }
    facts.merge(other.facts) { own, _ in own }
  }
}

/// A procedure that is being compiled.
struct OpenProcedure {
  fileprivate let procedure: CompiledProcedure
  /// Slots from here on are its own.
  fileprivate let firstSlot: Int
  /// What it knows to be there from its caller; `nil` when it takes over nothing.
  fileprivate let facts: Set<String>?
  /// How many conditions are open where it begins.
  fileprivate let conditions: Int
  /// The place of the outermost one that it calls.
  fileprivate var reach: Int
  /// Finished ones that wait for one around this one.
  fileprivate var waiting: [CompiledProcedure] = []
}

extension LayoutCompiler {
  /// For so many states of what is known to be there a block is compiled; then once more knowing nothing, for all others.
  private static let stateLimit = 16
  /// For so many kinds of calls one macro or block is compiled: blocks that call each other, and leave the HTML elsewhere each
  /// time, would find another kind of place at each level, and twice as many levels with each call more.
  private static let kindLimit = 100

  /// A procedure for a call that `key` describes; compiled when none that is there serves here.
  ///
  /// - Parameters:
  ///   - table: what was compiled of the same macro or block.
  ///   - key: the types of the arguments and where the markup goes.
  ///   - span: the call.
  ///   - isMacro: it has slots of its own and takes nothing over of what its caller knows to be there.
  ///   - compile: makes it; the markup begins where `html` says.
  ///   - again: called when it is being compiled already and no condition lies between: it would never end.
  /// - Returns: its place in the table of procedures.
  func procedure(
    of table: ProcedureTable, _ key: ProcedureTable.Key, at span: SourceSpan, isMacro: Bool, _ compile: () -> Procedure,
    again: () -> Void = {}
  ) -> Int {
    let known = table.procedures[key, default: []]
    if let found = known.first(where: serves) {
      if let place = found.waitsFor {
        if openProcedures[place].procedure === found, openProcedures[place].conditions == resolver.conditions {
          again()
        }
        openProcedures[openProcedures.count - 1].reach = min(openProcedures[openProcedures.count - 1].reach, place)
      }
      for (place, meaning) in found.meanings { note(place, meaning) }
      for fact in found.facts.keys { asks(whether: fact) }
      return found.index
    }
    if known.isEmpty, table.count >= Self.kindLimit, let first = table.first {
      if !table.isTold { report(.tooManyKindsOfCalls(limit: Self.kindLimit), span) }
      table.isTold = true
      return first.index
    }
    let takesFacts = !isMacro && known.count < Self.stateLimit
    let made = CompiledProcedure(index: reserveProcedure(), waitsFor: openProcedures.count)
    table.procedures[key, default: []].append(made)
    if table.first == nil { table.first = made }
    let start = isDirectCall ? html : HTMLContext()
    let frame = saveFrame()
    startFrame(html: start, keepsFacts: takesFacts)
    openProcedures.append(
      OpenProcedure(
        procedure: made, firstSlot: slotCount, facts: takesFacts ? resolver.present : nil,
        conditions: resolver.conditions, reach: openProcedures.count))
    let procedure = compile()
    finishProcedure(made.index, procedure, end: html)
    close(openProcedures.removeLast())
    restoreFrame(frame)
    return made.index
  }

  /// Whether a procedure would be compiled the same here. One that is being compiled is the same: around it nothing changes
  /// meanwhile, and more may be known to be there, but not less.
  private func serves(_ procedure: CompiledProcedure) -> Bool {
    if let place = procedure.waitsFor, openProcedures[place].procedure === procedure { return true }
    return procedure.meanings.allSatisfy { meaning(of: $0.key) == $0.value }
      && procedure.facts.allSatisfy { resolver.present.contains($0.key) == $0.value }
  }

  /// Procedures that call each other ask for the same: all of them for what the outermost one asks for.
  private func close(_ open: OpenProcedure) {
    let place = openProcedures.count
    let members = open.waiting + [open.procedure]
    guard open.reach == place else {
      for member in members { member.waitsFor = open.reach }
      openProcedures[place - 1].waiting += members
      openProcedures[place - 1].reach = min(openProcedures[place - 1].reach, open.reach)
      return
    }
    for member in members {
      member.formUnion(open.procedure)
      member.waitsFor = nil
    }
  }

  /// A text that is equal for equal meanings of a variable at this point.
  private func meaning(of place: Place) -> String { (flow[place] ?? fixed[place])?.key ?? "" }

  /// Notes that the procedures being compiled depend on what a variable outside of them means.
  func note(_ place: Place) { if !openProcedures.isEmpty { note(place, meaning(of: place)) } }

  private func note(_ place: Place, _ meaning: String) {
    guard case .slot(let slot) = place else { return }
    for open in openProcedures where slot < open.firstSlot { open.procedure.meanings[place] = meaning }
  }

  /// Notes that they depend on whether a value is known to be there, out to the one that found it out by itself.
  func asks(whether fact: String) {
    let isKnown = resolver.present.contains(fact)
    for open in openProcedures.reversed() {
      guard let facts = open.facts, !isKnown || facts.contains(fact) else { return }
      open.procedure.facts[fact] = isKnown
    }
  }
}
