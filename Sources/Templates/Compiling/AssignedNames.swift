import Expressions

/// The names that a body of statements sets itself, each once, in order; those of inner scopes are not its own.
struct AssignedNames {
  private var order: [String] = []
  private var seen: Set<String> = []

  /// - Complexity: O(statements of this level).
  static func of(_ body: [Statement]) -> [String] {
    var names = AssignedNames()
    names.walk(body)
    return names.order
  }

  private mutating func add(_ name: String) { if seen.insert(name).inserted { order.append(name) } }

  private mutating func walk(_ statements: [Statement]) {
    for statement in statements {
      switch statement.kind {
      case .set(let target, _): for (name, _) in target.names { add(name) }
      case .capture(let name, _, _): add(name)
      case .importModule(_, let alias): add(alias)
      case .importNames(_, let names): for name in names { add(name.alias) }
      case .macro(let macro): add(macro.name)
      case .branch(let branches, let otherwise):
        for branch in branches { walk(branch.body) }
        walk(otherwise)
      case .text, .output, .loop, .with, .block, .extends, .include: break
      }
    }
  }
}
