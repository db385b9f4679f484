import Diagnostics
import Expressions

/// All that the body of a block is compiled by: where its markup goes, and what is known of the names it can see.
///
/// Calls of one block in equal states share what was compiled; between two calls a layout may set a variable to something
/// of another type, define a macro anew, or come to a place where less is known to be there.
struct BlockState: Hashable {
  private let name: String
  private let level: Int
  /// `nil` when the call is part of an expression: then the markup begins as a text of its own.
  private let html: HTMLContext?
  private let meanings: [Place: String]
  private let present: Set<String>

  fileprivate init(
    _ name: String, _ level: Int, html: HTMLContext?, root: Scope, _ flow: Flow, present: Set<String>
  ) {
    self.name = name
    self.level = level
    self.html = html
    var meanings: [Place: String] = [:]
    var visible: Set<String> = []
    var current: Scope? = root
    while let scope = current {
      for place in scope.names.values {
        meanings[place] = flow[place]?.key ?? ""
        visible.insert(place.key)
      }
      current = scope.parent
    }
    self.meanings = meanings
    self.present = present.filter { fact in
      fact.hasPrefix("?") || visible.contains(String(fact.prefix { $0 != "." }))
    }
  }
}

extension LayoutCompiler {
  /// `super()` and `self.block()`.
  func blockProcedure(_ name: String, level: Int, _ chain: InheritanceChain, at span: SourceSpan) -> Int {
    let state = BlockState(
      name, level, html: isDirectCall ? html : nil, root: chain.root, flow, present: resolver.present)
    if let known = chain.procedures[state] { return known }
    let index = reserveProcedure()
    chain.procedures[state] = index
    let frame = saveFrame()
    let start = isDirectCall ? html : HTMLContext()
    html = start
    isDirectCall = false
    isSilent = false
    self.chain = chain
    resolver.problems = []
    resolver.level = 0
    let body = nested(Self.procedureWeight, span) { version(level, of: name, at: span) } ?? []
    let end = html
    let procedure = Procedure(
      standards: resolver.code.add(parts: []), slots: 0, isMacro: false, unit: unit, body: program.add(body: body))
    finishProcedure(index, procedure, end: end)
    restoreFrame(frame)
    return index
  }
}
