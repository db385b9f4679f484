import Diagnostics
import Expressions

///     block = "{% block" name [ "required" ] "%}" body "{% endblock" [ name ] "%}"
extension LayoutParser {
  mutating func block(
    _ parser: Parser, _ opening: Opening, _ span: SourceSpan
  ) throws(LayoutProblem) -> Statement? {
    var parser = parser
    let header = attempt { () throws(ExpressionError) in
      let (name, nameSpan) = try parser.expectName()
      if parser.isAt(keyword: "scoped") { throw ExpressionError(.leftOut(.scopedBlock), parser.current.span) }
      let isRequired = parser.accept(keyword: "required")
      if parser.isAt(keyword: "scoped") { throw ExpressionError(.leftOut(.scopedBlock), parser.current.span) }
      try parser.expectEnd()
      return (name, nameSpan, isRequired)
    }
    let (statements, ending) = try body(until: ["endblock"], of: opening)
    if var end = ending?.parser {
      if case .name(let endName) = end.current.kind {
        if let header, endName != header.0 {
          report(.wrongEndName(found: endName, wanted: header.0), end.current.span, related: header.1)
        }
        end.advance()
      }
      expectEnd(end)
    }
    guard let (name, nameSpan, isRequired) = header else { return nil }
    let block = BlockStatement(name: name, nameSpan: nameSpan, isRequired: isRequired, body: statements)
    return Statement(kind: .block(block), span: span)
  }
}

/// The versions of the blocks of one inheritance chain.
final class BlockTable {
  struct Version {
    var statement: BlockStatement
    var layout: ParsedLayout
  }

  /// From the most derived layout to the first.
  private(set) var versions: [String: [Version]] = [:]
  /// Names in the order in which they were met.
  private(set) var names: [String] = []

  /// Adds the blocks of a layout, the more derived layouts first; reports what is defined twice.
  func add(_ layout: ParsedLayout, _ report: (LayoutProblem) -> Void) {
    var seen: [String: SourceSpan] = [:]
    Self.walk(layout.statements) { block in
      if let first = seen[block.name] {
        report(LayoutProblem(.blockTwice(block.name), block.nameSpan, related: first))
        return
      }
      seen[block.name] = block.nameSpan
      if versions[block.name] == nil { names.append(block.name) }
      versions[block.name, default: []].append(Version(statement: block, layout: layout))
    }
  }

  /// All blocks of a layout, nested ones too.
  static func walk(_ statements: [Statement], _ visit: (BlockStatement) -> Void) {
    for statement in statements {
      switch statement.kind {
      case .block(let block):
        visit(block)
        walk(block.body, visit)
      case .branch(let branches, let otherwise):
        for branch in branches { walk(branch.body, visit) }
        walk(otherwise, visit)
      case .loop(let loop):
        walk(loop.body, visit)
        walk(loop.otherwise, visit)
      case .with(_, let body), .capture(_, _, let body): walk(body, visit)
      case .text, .output, .set, .extends, .include, .importModule, .importNames, .macro: break
      }
    }
  }
}

extension LayoutCompiler {
  /// The block at its place: the most derived version.
  ///
  /// It is put there as it is, but for blocks of blocks that are called: called too, each is compiled once, however many there are
  /// inside each other.
  func block(_ block: BlockStatement, _ span: SourceSpan) -> [Operation] {
    guard let chain, let first = chain.blocks.versions[block.name]?.first else { return [] }
    chain.placed.insert(block.name)
    guard !first.statement.isRequired else {
      report(.blockRequired(block.name, layout: first.layout.name), block.nameSpan)
      return []
    }
    guard !openProcedures.isEmpty else {
      guard chain.open.insert(block.name).inserted else { return [] }
      defer { chain.open.remove(block.name) }
      return version(0, of: block.name, chain, at: span)
    }
    isDirectCall = true
    let procedure = blockProcedure(block.name, level: 0, chain, at: span)
    isDirectCall = false
    html = end(ofProcedure: procedure)
    return [.call(procedure: procedure, resolver.code.add(parts: []), span)]
  }

  /// `super()`, `self.block()`.
  func blockProcedure(_ name: String, level: Int, _ chain: InheritanceChain, at span: SourceSpan) -> Int {
    let key = ProcedureTable.Key(html: isDirectCall ? html : nil)
    return procedure(of: chain.procedures(of: name, level: level), key, at: span, isMacro: false) {
      self.chain = chain
      let body = nested(Self.procedureWeight, span) { version(level, of: name, chain, at: span) } ?? []
      return Procedure(
        standards: resolver.code.add(parts: []), slots: 0, isMacro: false, unit: unit, body: program.add(body: body))
    } again: {
      report(.blockCallsItself(name), span)
    }
  }

  /// The body of a version of a block, in its own scope: it sees what the layouts set, not the loop around it.
  func version(_ level: Int, of name: String, _ chain: InheritanceChain, at span: SourceSpan) -> [Operation] {
    guard let versions = chain.blocks.versions[name], level < versions.count else { return [] }
    let version = versions[level]
    return inUnit(version.layout, at: span) {
      let outer = scope
      scope = Scope(.block, parent: chain.root)
      defer { scope = outer }
      // A block that appears nowhere may ask for a parent that is not there.
      scope.superBlock =
        level + 1 < versions.count || chain.isCheckingUnplaced
        ? BlockCallable(self, name, level: level + 1, chain) : nil
      let start = flow
      let prologue = declareAssigned(in: version.statement.body, scope)
      let operations = prologue + statements(version.statement.body)
      checkUnusedMacros()
      flow = start
      return operations
    }
  }
}

/// `super()` or `self.name()`: a version of a block as a procedure.
final class BlockCallable: Callable {
  private unowned let compiler: LayoutCompiler
  let name: String
  private let level: Int
  private let chain: InheritanceChain

  init(_ compiler: LayoutCompiler, _ name: String, level: Int, _ chain: InheritanceChain) {
    self.compiler = compiler
    self.name = name
    self.level = level
    self.chain = chain
  }

  var parameters: [(name: String, hasDefault: Bool)] { [] }
  var parent: (any Callable)? {
    let versions = chain.blocks.versions[name]?.count ?? 0
    return level + 1 < versions ? BlockCallable(compiler, name, level: level + 1, chain) : nil
  }

  func procedure(for types: [ValueType?], at span: SourceSpan) -> Int {
    compiler.blockProcedure(name, level: level, chain, at: span)
  }
}

/// `self`.
final class BlockNames: NameTable {
  private unowned let compiler: LayoutCompiler
  private let chain: InheritanceChain

  init(_ compiler: LayoutCompiler, _ chain: InheritanceChain) {
    self.compiler = compiler
    self.chain = chain
  }

  var title: String { "self" }
  var names: [String] { chain.blocks.names }
  func binding(of name: String) -> Binding? {
    chain.blocks.versions[name] == nil ? nil : .callable(BlockCallable(compiler, name, level: 0, chain))
  }
}
