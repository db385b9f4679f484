import Diagnostics
import Expressions

///     extends = "{% extends" reference "%}"
///     include = "{% include" reference [ "ignore" "missing" ] [ ( "with" | "without" ) "context" ] "%}"
///     import  = "{% import" text "as" name "%}"
///     from    = "{% from" text "import" name [ "as" name ] ( "," … )* "%}"
///     reference = text | "[" text ( "," text )* "]"
extension LayoutParser {
  mutating func extends(_ parser: Parser, _ span: SourceSpan) -> Statement? {
    var parser = parser
    return attempt { () throws(ExpressionError) in
      let references = try parser.references()
      try parser.expectEnd()
      return Statement(kind: .extends(references), span: span)
    }
  }

  mutating func include(_ parser: Parser, _ span: SourceSpan) -> Statement? {
    var parser = parser
    return attempt { () throws(ExpressionError) in
      let references = try parser.references()
      var options = IncludeOptions()
      if parser.isAt(keyword: "ignore") {
        parser.advance()
        try parser.expect(keyword: "missing")
        options.ignoresMissing = true
      }
      if parser.isAt(keyword: "with") || parser.isAt(keyword: "without") {
        options.seesContext = parser.isAt(keyword: "with")
        parser.advance()
        try parser.expect(keyword: "context")
      }
      try parser.expectEnd()
      return Statement(kind: .include(references, options), span: span)
    }
  }

  mutating func importModule(_ parser: Parser, _ span: SourceSpan) -> Statement? {
    var parser = parser
    return attempt { () throws(ExpressionError) in
      let reference = try parser.reference()
      try parser.expect(keyword: "as")
      let (alias, _) = try parser.expectName()
      try parser.refuseContext()
      try parser.expectEnd()
      return Statement(kind: .importModule(reference, alias: alias), span: span)
    }
  }

  mutating func importNames(_ parser: Parser, _ span: SourceSpan) -> Statement? {
    var parser = parser
    return attempt { () throws(ExpressionError) in
      let reference = try parser.reference()
      try parser.expect(keyword: "import")
      var names: [ImportedName] = []
      repeat {
        if parser.isAtEnd, !names.isEmpty { break }
        try parser.refuseContext()
        let (name, nameSpan) = try parser.expectName()
        let alias = parser.accept(keyword: "as") ? try parser.expectName().name : name
        names.append(ImportedName(name: name, alias: alias, span: nameSpan))
      } while parser.accept(.comma)
      try parser.refuseContext()
      try parser.expectEnd()
      return Statement(kind: .importNames(reference, names), span: span)
    }
  }
}

extension Parser {
  /// A layout's name, written out.
  mutating func reference() throws(ExpressionError) -> LayoutReference {
    let expression = try expression()
    guard case .text(let name) = expression.kind else {
      throw ExpressionError(.leftOut(.computedName), expression.span)
    }
    return LayoutReference(name: name, span: expression.span)
  }

  /// One name, or a list of names of which the first that exists is taken.
  mutating func references() throws(ExpressionError) -> [LayoutReference] {
    let expression = try expression()
    let items: [Expression]
    switch expression.kind {
    case .list(let list), .tuple(let list): items = list
    default: items = [expression]
    }
    var references: [LayoutReference] = []
    for item in items {
      guard case .text(let name) = item.kind else { throw ExpressionError(.leftOut(.computedName), item.span) }
      references.append(LayoutReference(name: name, span: item.span))
    }
    guard !references.isEmpty else { throw ExpressionError(.leftOut(.computedName), expression.span) }
    return references
  }

  /// `with context` of imports is left out; `without context` is what holds anyway.
  mutating func refuseContext() throws(ExpressionError) {
    if isAt(keyword: "with"), following.kind == .name("context") {
      throw ExpressionError(.leftOut(.withContext), current.span)
    }
    if isAt(keyword: "without"), following.kind == .name("context") {
      advance()
      advance()
    }
  }
}

extension LayoutCompiler {
  func include(_ references: [LayoutReference], _ options: IncludeOptions, _ span: SourceSpan) -> [Operation] {
    guard let layout = find(references, ignoresMissing: options.ignoresMissing) else { return [] }
    guard !openLayouts.contains(layout.name) else {
      report(ExpressionError(.leftOut(.recursiveInclude), references[0].span))
      return []
    }
    return inUnit(layout, at: span) {
      let start = flow
      defer { flow = start }
      return compileLayout(
        layout, in: Scope(.include, parent: options.seesContext ? scope : Scope(.globals, parent: nil)))
    }
  }

  /// The first of the layouts that exists; reports when none does.
  func find(_ references: [LayoutReference], ignoresMissing: Bool) -> ParsedLayout? {
    for reference in references {
      if let layout = layouts[reference.name] { return layout }
    }
    if !ignoresMissing, let reference = references.first {
      let suggestion = Suggestion.nearest(to: reference.name, among: layouts.keys.sorted())
      report(.missingLayout(reference.name, suggestion: suggestion), reference.span)
    }
    return nil
  }

  func importModule(_ reference: LayoutReference, _ alias: String, _ span: SourceSpan) {
    guard let place = scope.place(of: alias) else { return }
    guard let module = module(reference, span) else {
      flow[place] = .failed
      return
    }
    flow[place] = .module(module)
  }

  func importNames(_ reference: LayoutReference, _ names: [ImportedName], _ span: SourceSpan) -> [Operation] {
    let module = module(reference, span)
    var operations: [Operation] = []
    for name in names {
      guard let place = scope.place(of: name.alias) else { continue }
      guard let module else {
        flow[place] = .failed
        continue
      }
      switch module.binding(of: name.name) {
      case .callable(let callable)?: flow[place] = .callable(callable)
      case .value(let source, let type)?:
        let value = resolver.code.add(variable: source, name.name)
        assign(place, Typed(value, type))
        operations.append(.assign(place, value))
      case .leftOut?: flow[place] = .changing
      case .failed?: flow[place] = .failed
      case .unset?, .loop?, .module?, nil:
        let suggestion = Suggestion.nearest(to: name.name, among: module.names)
        report(.notExported(name.name, layout: reference.name, suggestion: suggestion), name.span)
        flow[place] = .failed
      }
    }
    return operations
  }

  /// The names of a layout that is imported. It is rendered once, before everything else, and what it prints is dropped.
  private func module(_ reference: LayoutReference, _ span: SourceSpan) -> Module? {
    guard !openLayouts.contains(reference.name) else {
      report(.circle(openLayouts + [reference.name]), reference.span)
      return nil
    }
    if let known = modules[reference.name] { return known }
    guard let layout = find([reference], ignoresMissing: false) else { return nil }
    let frame = saveFrame()
    defer { restoreFrame(frame) }
    return inUnit(layout, at: span) {
      startFrame(html: HTMLContext(), keepsFacts: false)
      isInMacro = false
      flow = fixed
      // As in Jinja an imported layout does not see the variables of the page; its macros get what they need as arguments.
      let root = Scope(.root, parent: Scope(.globals, parent: nil))
      root.isImported = true
      let module = Module(layout.name, root)
      modules[layout.name] = module
      let operations = compileLayout(layout, in: root).filter { if case .text = $0 { false } else { true } }
      if !operations.isEmpty {
        let body = program.add(body: operations)
        prologue.append(.capture(allocate(1), program.add(body: [.unit(unit, body)]), span))
      }
      // What its names mean now they mean for all, also where less is known: nothing sets them any more.
      module.flow = flow
      fixed = flow.keeping(fixed)
      return module
    }
  }
}

/// An imported layout: its macros and what it sets, but for names that begin with `_`.
final class Module: NameTable {
  let title: String
  let root: Scope
  /// What the names meant at the end of the layout.
  var flow = Flow()

  init(_ title: String, _ root: Scope) {
    self.title = title
    self.root = root
  }

  var names: [String] { root.names.keys.filter { !$0.hasPrefix("_") }.sorted() }

  func binding(of name: String) -> Binding? {
    guard !name.hasPrefix("_"), let place = root.names[name] else { return nil }
    return flow[place]?.binding(place)
  }
}
