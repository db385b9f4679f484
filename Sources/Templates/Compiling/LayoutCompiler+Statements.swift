import Bytes
import Diagnostics
import Expressions

/// A layout with its parents, while it is compiled.
final class InheritanceChain {
  /// The scope that all of them share.
  let root: Scope
  let blocks = BlockTable()
  /// Blocks that appear somewhere.
  var placed: Set<String> = []
  var isCheckingUnplaced = false
  /// Blocks whose bodies are being put in their places; one that stands in itself was reported.
  var open: Set<String> = []
  private var procedures: [String: [Int: ProcedureTable]] = [:]

  init(_ root: Scope) { self.root = root }

  /// What was compiled of a version of a block that is called.
  func procedures(of name: String, level: Int) -> ProcedureTable {
    if let known = procedures[name]?[level] { return known }
    let table = ProcedureTable()
    procedures[name, default: [:]][level] = table
    return table
  }
}

extension LayoutCompiler {
  /// A whole layout: with its parents when it extends one. What they set goes to `root`.
  func compileLayout(_ layout: ParsedLayout, in root: Scope) -> [Operation] {
    guard let lineage = lineage(of: layout) else { return [] }
    let outer = (scope: scope, chain: chain, isSilent: isSilent)
    defer { (scope, chain, isSilent) = outer }
    openLayouts.append(layout.name)
    defer { openLayouts.removeLast() }

    scope = root
    let chain = InheritanceChain(scope)
    self.chain = chain
    for (index, layout) in lineage.enumerated() {
      chain.blocks.add(layout) { problem in
        report(problem.kind, problem.span, unit: index == 0 ? nil : unitForProblems(layout))
      }
    }
    isSilent = false
    var operations = declareAssigned(in: lineage.flatMap(\.statements), scope)
    for (index, layout) in lineage.enumerated() {
      let isLast = index == lineage.count - 1
      if index == 0 {
        operations += topLevel(layout, isLast: isLast)
      } else {
        operations += inUnit(layout, at: extendsSpan(lineage[index - 1])) { topLevel(layout, isLast: isLast) }
      }
    }
    checkBlocks(chain, lineage)
    checkUnusedMacros()
    return operations
  }

  /// The top level of one layout of a chain. Behind `extends` only what sets names has an effect.
  private func topLevel(_ layout: ParsedLayout, isLast: Bool) -> [Operation] {
    nested(4, layout.statements.first?.span ?? SourceSpan(0, 0)) { topLevelStatements(layout, isLast: isLast) } ?? []
  }

  private func topLevelStatements(_ layout: ParsedLayout, isLast: Bool) -> [Operation] {
    var operations: [Operation] = []
    isSilent = false
    for statement in layout.statements {
      if case .extends = statement.kind {
        isSilent = !isLast
        continue
      }
      let before = html
      operations.append(joining: self.statement(statement))
      if isSilent { html = before }
    }
    isSilent = false
    return operations
  }

  /// What would print something behind `extends`, outside of blocks: told once for each layout.
  private func silenced(_ span: SourceSpan) -> [Operation] {
    if !toldSilenced.contains(unit) { report(.textOutsideBlocks, span) }
    toldSilenced.insert(unit)
    return []
  }

  private static func blank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  /// The layout and its parents, most derived first; reports circles and missing parents. `nil` when there are too many.
  private func lineage(of layout: ParsedLayout) -> [ParsedLayout]? {
    var lineage = [layout]
    while let current = lineage.last {
      var parents: [(references: [LayoutReference], span: SourceSpan)] = []
      for statement in current.statements {
        if case .extends(let references) = statement.kind { parents.append((references, statement.span)) }
      }
      guard let first = parents.first else { break }
      if parents.count > 1 { report(.extendsTwice, parents[1].span, unit: unitForProblems(current)) }
      guard let parent = find(first.references, ignoresMissing: false) else { break }
      guard !lineage.contains(where: { $0.name == parent.name }) else {
        report(.circle(lineage.map(\.name) + [parent.name]), first.references[0].span, unit: unitForProblems(current))
        break
      }
      guard lineage.count < ExpressionLimits.depth else {
        report(.tooManyLayouts(limit: ExpressionLimits.depth), first.span, unit: unitForProblems(current))
        return nil
      }
      lineage.append(parent)
    }
    return lineage
  }

  private func extendsSpan(_ layout: ParsedLayout) -> SourceSpan {
    for statement in layout.statements { if case .extends = statement.kind { return statement.span } }
    return SourceSpan(0, 0)
  }

  /// Blocks that appear nowhere are checked all the same, and named when no parent knows them.
  private func checkBlocks(_ chain: InheritanceChain, _ lineage: [ParsedLayout]) {
    for name in chain.blocks.names where !chain.placed.contains(name) {
      guard let versions = chain.blocks.versions[name], let version = versions.first else { continue }
      let frame = saveFrame()
      html = HTMLContext()
      scope = chain.root
      chain.isCheckingUnplaced = true
      _ = self.version(0, of: name, chain, at: version.statement.nameSpan)
      chain.isCheckingUnplaced = false
      restoreFrame(frame)
      // The version that stands in the layout furthest up: what is below it replaces that one.
      guard let topmost = versions.last, topmost.layout.name != lineage.last?.name else { continue }
      let parents = lineage.drop { $0.name != topmost.layout.name }.dropFirst()
      let known = parents.flatMap { parent in
        var names: [String] = []
        BlockTable.walk(parent.statements) { names.append($0.name) }
        return names
      }
      // A block inside another block of the same layout replaces nothing; it is new.
      guard isTopLevel(name, in: topmost.layout) else { continue }
      report(
        .blockUnknown(
          name, parent: parents.first?.name ?? "", suggestion: Suggestion.nearest(to: name, among: known),
          isRefused: !isDynamic),
        topmost.statement.nameSpan, unit: unitForProblems(topmost.layout))
    }
  }

  private func isTopLevel(_ name: String, in layout: ParsedLayout) -> Bool {
    layout.statements.contains { statement in
      if case .block(let block) = statement.kind { block.name == name } else { false }
    }
  }

  /// New slots for the names that `body` sets itself; they begin with what the outside has.
  func declareAssigned(in body: [Statement], _ scope: Scope) -> [Operation] {
    var operations: [Operation] = []
    scope.body = body
    for name in AssignedNames.of(body) {
      guard scope.names[name] == nil else { continue }
      let outer = scope.parent?.find(name)
      var outerBinding = self.scope === scope ? binding(of: name) : nil
      // As in Jinja: a variable of the page that the layout sets before it reads it is not seen before that either.
      // What is outside of blocks and included layouts is, for them, as what the page gives.
      if let outer, outer.scope.kind == .globals || scope.crossesContext(to: outer.scope),
        FirstMention.isSetting(name, in: body), !scope.isMentionedAround(name)
      {
        outerBinding = nil
      }
      let place = allocate(1)
      nameSlot(place, name)
      scope.names[name] = place
      switch outerBinding {
      case .value(let outerPlace, let type)? where outer != nil:
        operations.append(.assign(place, resolver.code.add(variable: outerPlace, name)))
        flow[place] = .value(type)
      case .callable(let callable)?: flow[place] = .callable(callable)
      case .module(let module)?: flow[place] = .module(module)
      case .leftOut?: flow[place] = .changing
      case .value?, .unset?, .loop?, .failed?, nil:
        operations.append(.assign(place, absent(.variable(name))))
        flow[place] = .unset
      }
    }
    return operations
  }

  func statements(_ body: [Statement]) -> [Operation] {
    guard let span = body.first?.span else { return [] }
    return nested(4, span) {
      var operations: [Operation] = []
      for statement in body { operations.append(joining: self.statement(statement)) }
      return operations
    } ?? []
  }

  func statement(_ statement: Statement) -> [Operation] {
    let span = statement.span
    switch statement.kind {
    case .text(let range):
      guard isSilent else { return staticText(range, span) }
      return text[range].allSatisfy(Self.blank) ? [] : silenced(span)
    case .output(let expression): return output(expression, span)
    case .branch(let branches, let otherwise): return branch(branches, otherwise, span)
    case .loop(let loop): return self.loop(loop, span)
    case .set(let target, let value): return set(target, value, span)
    case .capture(let name, let filters, let body): return capture(name, filters, body, span)
    case .with(let values, let body): return with(values, body)
    case .block(let block) where isInMacro:
      report(ExpressionError(.leftOut(.blockInMacro), block.nameSpan))
      return []
    case .block(let block): return isSilent ? [] : self.block(block, span)
    case .extends:
      report(ExpressionError(.leftOut(.conditionalExtends), span))
      return []
    case .include(let references, let options):
      return isSilent ? silenced(span) : include(references, options, span)
    case .importModule(let reference, let alias):
      importModule(reference, alias, span)
      return []
    case .importNames(let reference, let names): return importNames(reference, names, span)
    case .macro(let macro):
      self.macro(macro, span)
      return []
    }
  }

  /// Static text, cut where an address attribute with expressions begins or ends.
  private func staticText(_ range: Range<Int>, _ span: SourceSpan) -> [Operation] {
    guard options.escapes else { return [program.add(text: text, range)] }
    let form = html.addressForm ?? .one
    let events = html.advance(over: text, range)
    if html.takeUnclear() { report(.unclearPlace, span) }
    var operations: [Operation] = []
    var start = range.lowerBound
    for (offset, event) in events {
      if offset > start { operations.append(program.add(text: text, start..<offset)) }
      switch event {
      case .addressBegins: operations.append(.addressBegins)
      case .addressEnds: operations.append(.addressEnds(form, span))
      }
      start = offset
    }
    if start < range.upperBound { operations.append(program.add(text: text, start..<range.upperBound)) }
    return operations
  }

  /// `{{ … }}`.
  private func output(_ expression: Expression, _ span: SourceSpan) -> [Operation] {
    var escape: Escape
    if options.escapes {
      switch html.escape {
      case .success(let found): escape = found
      case .failure(let refused):
        _ = resolveForSetting(expression)
        report(.refusedPlace(refused.refusal), span)
        return []
      }
    } else {
      escape = .none
    }
    let isCall = if case .call = expression.kind { true } else { false }
    let isDirect = isCall && (html.place == .text || html.place == .plainContent)
    isDirectCall = isDirect
    let before = problems.count
    let typed = resolveRequired(expression)
    isDirectCall = false
    // What a filter has written as JSON stays.
    if escape == .json, isJSON(typed.code) { escape = .script }
    if isDirect, case .call(let procedure, let arguments, _, let callSpan) = resolver.code[typed.code] {
      html = end(ofProcedure: procedure)
      return isSilent ? silenced(span) : [.call(procedure: procedure, arguments, callSpan)]
    }
    // What is wrong inside is told already; its type says nothing.
    if problems.count == before { check(typed, escape, expression, span) }
    html.passExpression()
    if isSilent { return silenced(span) }
    // Most words of the interface: escaped once.
    if escape.isPlainForText, case .text(let known)? = resolver.code.constant(typed.code) {
      var bytes: [UInt8] = []
      HTMLEscaping.append(text: known, to: &bytes)
      return [program.add(text: bytes, bytes.indices)]
    }
    return [.output(typed.code, escape, expression.span)]
  }

  /// Whether a filter writes the value as JSON, in both arms of a condition; in one line when `isInLine`.
  private func isJSON(_ value: Resolved?, isInLine: Bool = false) -> Bool {
    guard let value else { return false }
    switch resolver.code[value] {
    case .filter(_, let use):
      let use = resolver.code.filter(use)
      guard ["tojson", "json"].contains(use.filter.name) else { return false }
      guard isInLine, use.filter.name == "tojson" else { return true }
      guard case .constant(let arguments) = use.arguments else { return false }
      return arguments.allSatisfy { $0.map { $0.kind == .none } ?? true }
    case .conditional(_, let then, let otherwise, _):
      return isJSON(then, isInLine: isInLine) && isJSON(otherwise, isInLine: isInLine)
    case .marked(_, let arm): return isJSON(arm, isInLine: isInLine)
    default: return false
    }
  }

  /// Whether a value of this type can be written here.
  private func check(_ typed: Typed, _ escape: Escape, _ expression: Expression, _ tag: SourceSpan) {
    switch escape {
    case .json: return
    case .script:
      let isConditional = if case .conditional = expression.kind { true } else { false }
      if !isJSON(typed.code) {
        report(.refusedPlace(isConditional ? .scriptCondition : .script), tag)
      } else if html.place == .script, html.script.isInLineComment, !isJSON(typed.code, isInLine: true) {
        report(.refusedPlace(.lineComment), tag)
      }
    case .text, .guarded, .plain, .name, .behindBracket, .jsonText, .none:
      // What `inspect layout` renders is nobody's portal.
      if escape != .none, !isDynamic, html.loadsCode, !html.isAddressBound, !leadsIntoPortal(typed) {
        return report(.refusedPlace(.codeAddress), tag)
      }
      guard !isDynamic, !typed.type.fits(.printable) else { return }
      report(ExpressionError(.notPrintable(.init(typed.type)), expression.span))
    }
  }

  /// Whether an address is one of this portal, or written out in the layout.
  private func leadsIntoPortal(_ typed: Typed) -> Bool {
    if case .link = typed.type { return true }
    return resolver.code.constant(typed.code) != nil
  }
}
