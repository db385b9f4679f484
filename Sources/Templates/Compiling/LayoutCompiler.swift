import Diagnostics
import Expressions
import Values

/// Compiles one page layout with everything it draws in, and checks it against the types of its variables.
///
/// Includes, parents and blocks are put in place, so that every name becomes a slot; macros become procedures, one for
/// each combination of argument types they are called with.
final class LayoutCompiler: ResolverScope {
  /// Uses of layouts in one program, so that includes that double at each level end.
  static let unitLimit = 4000
  /// What a macro or block that is called takes of the stack beside its body.
  static let procedureWeight = 8

  let layouts: [String: ParsedLayout]
  let text: [UInt8]
  let options: LayoutOptions
  let isDynamic: Bool
  let strings: [String: InterfaceText]?
  let assets: Set<String>?
  let givenNames: Set<String>?

  let globalScope = Scope(.globals, parent: nil)
  var scope: Scope
  var flow = Flow()
  /// What holds throughout: names of imported layouts.
  var fixed = Flow()
  var html = HTMLContext()
  var chain: InheritanceChain?
  var unit = 0
  var isInMacro = false
  /// Slots of the macro being compiled.
  var frameSize = 0
  /// The expression being resolved is a call that is printed at once.
  var isDirectCall = false
  /// Behind `extends`: nothing is printed.
  var isSilent = false
  /// The units of which that was told.
  var toldSilenced: Set<Int> = []
  /// Names of the layouts being compiled, outermost first.
  var openLayouts: [String] = []

  var program = Program()
  /// What imported layouts set, done before everything else.
  var prologue: [Operation] = []
  var modules: [String: Module] = [:]
  /// Procedures being compiled, outermost first.
  var openProcedures: [OpenProcedure] = []
  private(set) var procedures: [Procedure?] = []
  private var procedureEnds: [Int: HTMLContext] = [:]
  private(set) var units: [Unit] = []
  private(set) var slotCount = 0
  private var slotNames: [Int: String] = [:]
  private var undefinedSlots: [String: Place] = [:]
  private(set) var problems: [(problem: LayoutProblem, path: String)] = []
  private var hasTooManyUnits = false
  private var madeResolver: Resolver?
  /// The branches met so far, by the numbers of their marks.
  private var branches: [LayoutBranch] = []

  /// The resolver of this layout's expressions.
  var resolver: Resolver {
    if let madeResolver { return madeResolver }
    let resolver = Resolver(self)
    madeResolver = resolver
    return resolver
  }

  init(
    layouts: [String: ParsedLayout], text: [UInt8], options: LayoutOptions, isDynamic: Bool,
    strings: [String: InterfaceText]?, assets: Set<String>?, givenNames: Set<String>?
  ) {
    self.layouts = layouts
    self.text = text
    self.options = options
    self.isDynamic = isDynamic
    self.strings = strings
    self.assets = assets
    self.givenNames = givenNames
    scope = globalScope
  }

  /// The program of `layout` for variables of the given types, which take the first slots in their order.
  func compile(_ layout: ParsedLayout, _ variables: [LayoutVariable]) -> Program {
    for variable in variables {
      let place = allocate(1)
      globalScope.names[variable.name] = place
      flow[place] = .value(variable.type)
    }
    units = [Unit(path: layout.path, parent: nil, site: nil)]
    let operations = compileLayout(layout, in: Scope(.root, parent: globalScope))
    let names = Set(units.map(\.path))
    var slots: [Value] = Array(repeating: .none, count: slotCount)
    if isDynamic { for (slot, name) in slotNames { slots[slot] = .undefined(Undefined(.variable(name))) } }
    program.main = program.add(body: prologue + operations)
    program.code = resolver.code
    program.procedures = procedures.compactMap { $0 }
    program.slots = slots
    program.units = units
    program.layouts = layouts.values.filter { names.contains($0.path) }.map(\.name).sorted()
    program.branches = branches
    program.refusesLiterals = !isDynamic
    madeResolver = nil
    return program
  }

  // MARK: Branches

  /// An operation that notes that the branch is rendered; none when branches are not recorded.
  func mark(_ kind: LayoutBranch.Kind, _ span: SourceSpan) -> [Operation] {
    guard options.recordsBranches else { return [] }
    branches.append(LayoutBranch(path: units[unit].path, span: span, kind: kind))
    return [.mark(branches.count - 1)]
  }

  func mark(ofArm isThen: Bool, at span: SourceSpan) -> Int? {
    guard options.recordsBranches else { return nil }
    branches.append(LayoutBranch(path: units[unit].path, span: span, kind: isThen ? .firstArm : .secondArm))
    return branches.count - 1
  }

  /// Macros of the innermost scope that nobody called, checked for unknown types where they would be seen last, and named.
  func checkUnusedMacros() {
    guard !resolver.wasTooDeep, !scope.isImported else { return }
    for macro in scope.macros where !macro.isUsed {
      report(.unusedMacro(macro.name), macro.statement.nameSpan, unit: macro.unit)
      _ = procedure(of: macro, for: macro.statement.parameters.map { _ in .any }, at: macro.statement.nameSpan)
    }
  }

  // MARK: Problems

  func report(_ kind: LayoutProblem.Kind, _ span: SourceSpan, unit: Int? = nil) {
    problems.append((LayoutProblem(kind, span), units[unit ?? self.unit].path))
  }

  func report(_ error: ExpressionError) { problems.append((LayoutProblem(error), units[unit].path)) }

  /// What a macro finds wrong with parameters that its caller leaves out is the caller's mistake: told once, at the call. The
  /// problems of the macro begin at `first`; `names` are the parameters that were left out and have no default.
  func blameCaller(of macro: String, forProblemsFrom first: Int, lacking names: Set<String>, at span: SourceSpan) {
    var blamed: [String] = []
    problems[first...].removeAll { entry in
      guard case .expression(let error) = entry.problem.kind, case .unsetVariable(let name) = error.kind,
        names.contains(name)
      else { return false }
      if !blamed.contains(name) { blamed.append(name) }
      return true
    }
    for name in blamed { report(ExpressionError(.missingArgument(of: macro, name: name), span)) }
  }

  /// Takes over what the resolver found.
  func takeProblems() {
    for error in resolver.problems { report(error) }
    resolver.problems.removeAll()
  }

  func resolveCondition(_ expression: Expression) -> Typed {
    defer { takeProblems() }
    return resolver.condition(expression)
  }

  func resolveRequired(_ expression: Expression) -> Typed {
    defer { takeProblems() }
    return resolver.required(expression)
  }

  /// A value that is only kept: it may be optional.
  func resolveForSetting(_ expression: Expression) -> Typed {
    defer { takeProblems() }
    var typed = resolver.resolve(expression)
    // A list around itself, line after line, would be too deep to be compared, printed or given up.
    guard resolver.depth <= ExpressionLimits.depth else {
      resolver.refuseDepth(expression.span)
      return .failed
    }
    if typed.isUnset, !isDynamic { typed.code = resolver.code.add(constant: .none) }
    return typed
  }

  /// Compiles what stands inside of something else; `nil`, and a report, when that is too deep.
  func nested<Result>(_ weight: Int, _ span: SourceSpan, _ body: () -> Result) -> Result? {
    defer { resolver.leave(weight) }
    guard resolver.enter(weight, span) else {
      takeProblems()
      return nil
    }
    return body()
  }

  // MARK: Names

  func binding(of name: String) -> Binding? {
    if name == "self", let chain { return .module(BlockNames(self, chain)) }
    if name == "super", let superBlock { return .callable(superBlock) }
    guard let (place, owner) = find(name) else {
      return (name == "self" || name == "super") && isInMacro ? .leftOut(.selfInMacro) : nil
    }
    guard let meaning = flow[place] ?? fixed[place] else { return .unset(place) }
    if case .loop = meaning { owner.usesLoop = true }
    return meaning.binding(place)
  }

  /// Where `name` is kept. Blocks and included layouts see what is further out until a name is set.
  private func find(_ name: String) -> (place: Place, scope: Scope)? {
    guard let first = scope.find(name) else { return nil }
    var found = first
    note(found.place)
    while case .unset? = flow[found.place] ?? fixed[found.place] {
      guard scope.crossesContext(to: found.scope), let outer = found.scope.parent?.find(name) else { return first }
      found = outer
      note(found.place)
    }
    return found
  }

  private var superBlock: BlockCallable? {
    var current: Scope? = scope
    while let scope = current, scope.kind != .macro, scope.kind != .include, scope.kind != .root {
      if scope.kind == .block { return scope.superBlock }
      current = scope.parent
    }
    return nil
  }

  var names: [String] { scope.visibleNames }

  func depth(of place: Place) -> Int { flow.depth(of: place) }

  func pushScope(_ kind: Scope.Kind) -> Scope {
    scope = Scope(kind, parent: scope)
    return scope
  }

  func popScope() {
    checkUnusedMacros()
    scope = scope.parent ?? globalScope
  }

  // MARK: Slots

  /// `count` neighbouring slots, of the macro being compiled or of the program.
  func allocate(_ count: Int) -> Place {
    if isInMacro {
      frameSize += count
      return .local(Int32(frameSize - count))
    }
    slotCount += count
    return .slot(Int32(slotCount - count))
  }

  /// A slot of the program that is never set.
  func undefinedSlot(_ name: String) -> Place {
    if let known = undefinedSlots[name] { return known }
    let place = Place.slot(Int32(slotCount))
    slotCount += 1
    undefinedSlots[name] = place
    flow[place] = .unset
    nameSlot(place, name)
    return place
  }

  /// Remembers the name for the message about an unset variable.
  func nameSlot(_ place: Place, _ name: String) { if case .slot(let slot) = place { slotNames[Int(slot)] = name } }

  /// What a variable holds that is not set: nothing at all where types are known, so that it may be asked for behind the branch
  /// that sets it like everything else that may be absent.
  func absent(_ reason: Undefined.Reason) -> Resolved {
    resolver.code.add(constant: isDynamic ? .undefined(Undefined(reason)) : .none)
  }

  /// Notes what a variable holds from here on.
  func assign(_ place: Place, _ typed: Typed) {
    flow.note(depth: resolver.depth, of: place)
    flow[place] = typed.isUnset ? .undefined : .value(typed.type)
    resolver.present = resolver.present.filter { $0 != place.key && !$0.hasPrefix(place.key + ".") }
  }

  /// Says so when several names are to take the parts of what has none, or another number of them; `value` is what they take
  /// when it is written out.
  func checkParts(_ target: Target, _ type: ValueType, _ value: Value? = nil) {
    guard case .list(let targets, let span) = target, !isDynamic else { return }
    guard type.hasParts else { return report(ExpressionError(.noElements(.init(type)), span)) }
    let values = value.flatMap { try? Access.items(of: $0) }
    if let count = values?.count ?? type.numberOfParts, count != targets.count {
      return report(ExpressionError(.unpacking(expected: targets.count, found: count), span))
    }
    for (index, (part, type)) in zip(targets, Self.parts(of: type, count: targets.count)).enumerated() {
      checkParts(part, type, values?[index])
    }
  }

  /// The same for what a loop walks: what is written out is looked at item by item, and the items of a text are characters.
  func checkParts(_ target: Target, ofItems items: Typed, _ element: ValueType) {
    guard case .list(let targets, let span) = target, !isDynamic else { return }
    if ValueKinds.textual.contains(items.type.kinds), targets.count != 1 {
      return report(ExpressionError(.unpacking(expected: targets.count, found: 1), span))
    }
    let before = problems.count
    checkParts(target, element)
    let values = resolver.code.constant(items.code).flatMap { try? Access.items(of: $0) }
    for value in values ?? [] where problems.count == before { checkParts(target, element, value) }
  }

  /// Gives the names of a loop's target new slots in the innermost scope.
  func declare(_ target: Target, _ type: ValueType) -> CompiledTarget {
    switch target {
    case .name(let name, _):
      let place = allocate(1)
      nameSlot(place, name)
      scope.names[name] = place
      flow[place] = .value(type)
      return .place(place)
    case .list(let targets, _):
      let parts = zip(targets, Self.parts(of: type, count: targets.count)).map { declare($0, $1) }
      return .list(program.add(targets: parts))
    }
  }

  /// The same for names that are declared already.
  func declareExisting(_ target: Target, _ typed: Typed) -> CompiledTarget {
    switch target {
    case .name(let name, _):
      guard let place = scope.place(of: name) else { return .list(program.add(targets: [])) }
      assign(place, typed)
      return .place(place)
    case .list(let targets, _):
      let types = Self.parts(of: typed.type, count: targets.count)
      let parts = zip(targets, types).map { declareExisting($0, Typed(typed.code, $1)) }
      return .list(program.add(targets: parts))
    }
  }

  /// The types of the parts into which a value of `type` is taken apart.
  private static func parts(of type: ValueType, count: Int) -> [ValueType] {
    switch type {
    case .record(let make):
      let type = make()
      return (0..<count).map { type.part(at: $0) ?? .any }
    case .list(let element): return Array(repeating: element, count: count)
    case .parts(let parts) where parts.names == nil && parts.types.count == count: return parts.types
    case .parts: return Array(repeating: type.element, count: count)
    case .any, .boolean, .number, .text, .html, .date, .link, .quantity, .mapping, .either, .optional:
      return Array(repeating: .any, count: count)
    }
  }

  // MARK: Units

  /// Compiles a part that comes from `layout`, drawn in by the tag at `span`.
  func inUnit(_ layout: ParsedLayout, at span: SourceSpan, _ body: () -> [Operation]) -> [Operation] {
    guard let index = enterUnit(layout, at: span) else { return [] }
    let outer = unit
    unit = index
    defer { unit = outer }
    let operations = body()
    return [.unit(index, program.add(body: operations))]
  }

  /// The same for what is no list of operations.
  func inUnit<Result>(_ layout: ParsedLayout, at span: SourceSpan, _ body: () -> Result?) -> Result? {
    guard let index = enterUnit(layout, at: span) else { return nil }
    return inUnit(index, at: span, body)
  }

  /// Compiles in a unit that exists.
  func inUnit<Result>(_ index: Int, at span: SourceSpan, _ body: () -> Result) -> Result {
    let outer = unit
    unit = index
    defer { unit = outer }
    return body()
  }

  /// A unit for problems in a layout that is not being compiled at the moment.
  func unitForProblems(_ layout: ParsedLayout) -> Int {
    if let index = units.firstIndex(where: { $0.path == layout.path }) { return index }
    units.append(Unit(path: layout.path, parent: unit, site: nil))
    return units.count - 1
  }

  private func enterUnit(_ layout: ParsedLayout, at span: SourceSpan) -> Int? {
    guard units.count < Self.unitLimit else {
      if !hasTooManyUnits { report(.tooManyLayouts(limit: Self.unitLimit), span) }
      hasTooManyUnits = true
      return nil
    }
    units.append(Unit(path: layout.path, parent: unit, site: span))
    return units.count - 1
  }

  // MARK: Procedures

  func reserveProcedure() -> Int {
    procedures.append(nil)
    return procedures.count - 1
  }

  func finishProcedure(_ index: Int, _ procedure: Procedure, end: HTMLContext) {
    procedures[index] = procedure
    procedureEnds[index] = end
  }

  /// Where the HTML stands behind a call that is printed at once.
  func end(ofProcedure index: Int) -> HTMLContext { procedureEnds[index] ?? html }

  /// What is set aside while a macro or an imported layout is compiled.
  struct Frame {
    fileprivate var scope: Scope
    fileprivate var flow: Flow
    fileprivate var html: HTMLContext
    fileprivate var chain: InheritanceChain?
    fileprivate var isInMacro: Bool
    fileprivate var frameSize: Int
    fileprivate var isDirectCall: Bool
    fileprivate var isSilent: Bool
    fileprivate var present: Set<String>
    fileprivate var problems: [ExpressionError]
    fileprivate var level: Int
  }

  func saveFrame() -> Frame {
    Frame(
      scope: scope, flow: flow, html: html, chain: chain, isInMacro: isInMacro, frameSize: frameSize,
      isDirectCall: isDirectCall, isSilent: isSilent, present: resolver.present, problems: resolver.problems,
      level: resolver.level)
  }

  func startFrame(html: HTMLContext, keepsFacts: Bool) {
    self.html = html
    isDirectCall = false
    isSilent = false
    if !keepsFacts { resolver.present = [] }
    resolver.problems = []
    resolver.level = 0
  }

  func restoreFrame(_ frame: Frame) {
    scope = frame.scope
    flow = frame.flow
    html = frame.html
    chain = frame.chain
    isInMacro = frame.isInMacro
    frameSize = frame.frameSize
    isDirectCall = frame.isDirectCall
    isSilent = frame.isSilent
    resolver.present = frame.present
    resolver.problems = frame.problems
    resolver.level = frame.level
  }
}
