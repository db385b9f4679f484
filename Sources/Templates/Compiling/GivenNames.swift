/// The names that some page or layout gives a value, wherever that is seen.
///
/// What is asked for by `is defined` or `default` need not be there: a partial may take what only some of those that include it
/// have set. A name that nobody gives is a slip.
enum GivenNames {
  /// - Complexity: O(statements of the layouts).
  static func of(_ layouts: some Sequence<ParsedLayout>, _ variables: some Sequence<LayoutVariable>) -> Set<String> {
    var names = Set(variables.map(\.name))
    for layout in layouts { collect(layout.statements, &names) }
    return names
  }

  private static func collect(_ statements: [Statement], _ names: inout Set<String>) {
    for statement in statements {
      switch statement.kind {
      case .text, .output, .extends, .include: break
      case .branch(let branches, let otherwise):
        for branch in branches { collect(branch.body, &names) }
        collect(otherwise, &names)
      case .loop(let loop):
        names.formUnion(loop.target.names.map(\.name))
        collect(loop.body, &names)
        collect(loop.otherwise, &names)
      case .set(let target, _): names.formUnion(target.names.map(\.name))
      case .capture(let name, _, let body):
        names.insert(name)
        collect(body, &names)
      case .with(let values, let body):
        names.formUnion(values.map(\.name))
        collect(body, &names)
      case .block(let block): collect(block.body, &names)
      case .importModule(_, let alias): names.insert(alias)
      case .importNames(_, let imported): names.formUnion(imported.map(\.alias))
      case .macro(let macro):
        names.insert(macro.name)
        names.formUnion(macro.parameters.map(\.name))
        collect(macro.body, &names)
      }
    }
  }
}
