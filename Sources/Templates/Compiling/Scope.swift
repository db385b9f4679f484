import Expressions

/// Names that belong to one part of a layout.
final class Scope {
  enum Kind {
    /// Variables given to the page.
    case globals
    /// The top level of a layout or of an inheritance chain.
    case root
    /// The same for an included layout: it sees what surrounds it, but for `loop`.
    case include
    case block, loop, with, macro
  }

  let kind: Kind
  let parent: Scope?
  var names: [String: Place] = [:]
  /// What is read at this level before its statements: the defaults of a macro.
  var defaults: [Expression] = []
  /// The statements of this level.
  var body: [Statement] = []
  /// Macros defined here.
  var macros: [MacroCallable] = []
  /// The top level of an imported layout: whoever imports it need not call all its macros.
  var isImported = false
  /// `super()` of the block.
  var superBlock: BlockCallable?
  /// What is rendered when a loop has no items.
  var isLoopElse = false
  /// Whether something asked for `loop`.
  var usesLoop = false

  init(_ kind: Kind, parent: Scope?) {
    self.kind = kind
    self.parent = parent
  }

  /// Where `name` is kept, seen from here.
  func place(of name: String) -> Place? { find(name)?.place }

  /// The place of `name` and the scope that has it.
  func find(_ name: String) -> (place: Place, scope: Scope)? {
    var current: Scope? = self
    while let scope = current {
      if let place = scope.names[name] { return (place, scope) }
      if name == "loop", scope.kind == .include { return nil }
      current = scope.parent
    }
    return nil
  }

  /// Whether the way to `owner` leads out of a block or an included layout: these take names from the context, which does
  /// not have what is not set yet.
  func crossesContext(to owner: Scope) -> Bool {
    var current: Scope? = self
    while let scope = current, scope !== owner {
      if scope.kind == .block || scope.kind == .include { return true }
      current = scope.parent
    }
    return false
  }

  /// Whether a level around this one reads or sets `name`, as far as blocks and included layouts reach: then Jinja has looked
  /// it up there already.
  func isMentionedAround(_ name: String) -> Bool {
    if FirstMention.isRead(name, in: defaults) { return true }
    var current: Scope? = self
    while let scope = current, scope.kind != .root, scope.kind != .include, scope.kind != .block {
      current = scope.parent
      if let outer = current,
        FirstMention.isMentioned(name, in: outer.body) || FirstMention.isRead(name, in: outer.defaults)
      {
        return true
      }
    }
    return false
  }

  /// Whether `loop` cannot be assigned to here: in the body of a loop, or what stands behind its `else`.
  var isInLoop: Bool {
    var current: Scope? = self
    while let scope = current {
      switch scope.kind {
      case .loop: return true
      case .with where scope.isLoopElse: return true
      case .with: current = scope.parent
      case .globals, .root, .include, .block, .macro: return false
      }
    }
    return false
  }

  /// All names seen from here.
  var visibleNames: [String] {
    var result = Set(names.keys)
    if let parent { result.formUnion(parent.visibleNames) }
    return result.sorted()
  }
}
