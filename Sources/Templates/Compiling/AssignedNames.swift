import Expressions

/// The names that a body of statements sets itself; those of inner scopes are not its own.
struct AssignedNames {
  /// How a body sets a name.
  struct Assigned {
    /// In how many places.
    fileprivate(set) var count = 0
    /// What the name becomes, by where that comes from: two imports of one layout are the same.
    private var sources: Set<String> = []
    private var isCallable = false
    private var isInBranch = false

    /// Whether the name is a macro or an import, and something else before or in another branch.
    var isChanging: Bool { isCallable && (isInBranch || sources.count > 1) }

    fileprivate mutating func add(_ source: String, isCallable: Bool, isInBranch: Bool) {
      count += 1
      sources.insert(source)
      self.isCallable = self.isCallable || isCallable
      self.isInBranch = self.isInBranch || isInBranch
    }
  }

  private var order: [String] = []
  private var table: [String: Assigned] = [:]

  /// The names in the order in which they are set first.
  ///
  /// - Complexity: O(statements of this level).
  static func of(_ body: [Statement]) -> [(name: String, assigned: Assigned)] {
    var names = AssignedNames()
    names.walk(body, isInBranch: false)
    return names.order.map { ($0, names.table[$0, default: Assigned()]) }
  }

  private mutating func add(_ name: String, _ source: String, isCallable: Bool, isInBranch: Bool) {
    if table[name] == nil { order.append(name) }
    table[name, default: Assigned()].add(source, isCallable: isCallable, isInBranch: isInBranch)
  }

  private mutating func walk(_ statements: [Statement], isInBranch: Bool) {
    for statement in statements {
      switch statement.kind {
      case .set(let target, _):
        for (name, _) in target.names { add(name, "value", isCallable: false, isInBranch: isInBranch) }
      case .capture(let name, _, _): add(name, "value", isCallable: false, isInBranch: isInBranch)
      case .importModule(let reference, let alias):
        add(alias, "layout " + reference.name, isCallable: true, isInBranch: isInBranch)
      case .importNames(let reference, let names):
        for name in names {
          add(name.alias, name.name + " of " + reference.name, isCallable: true, isInBranch: isInBranch)
        }
      case .macro(let macro):
        add(macro.name, "macro \(table[macro.name]?.count ?? 0)", isCallable: true, isInBranch: isInBranch)
      case .branch(let branches, let otherwise):
        for branch in branches { walk(branch.body, isInBranch: true) }
        walk(otherwise, isInBranch: true)
      case .text, .output, .loop, .with, .block, .extends, .include: break
      }
    }
  }
}
