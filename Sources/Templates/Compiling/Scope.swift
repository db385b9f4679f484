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

/// What the variables mean at one point of a layout.
struct Flow {
  enum Meaning {
    case value(ValueType)
    /// Not set yet: blocks and included layouts see what is further out.
    case unset
    /// Set to something that is not there.
    case undefined
    /// The loop with items of this type.
    case loop(ValueType)
    case callable(any Callable)
    case module(any NameTable)
    /// A macro or an import in one branch, something else in another.
    case changing
    /// Something went wrong and was reported.
    case failed

    func binding(_ place: Place) -> Binding {
      switch self {
      case .value(let type): .value(place, type)
      case .unset, .undefined: .unset(place)
      case .loop(let items): .loop(place, items)
      case .callable(let callable): .callable(callable)
      case .module(let module): .module(module)
      case .changing: .leftOut(.changingMacro)
      case .failed: .failed
      }
    }

    /// A text that is equal for equal meanings.
    var key: String {
      switch self {
      case .value(let type): "value " + type.key
      case .unset: "unset"
      case .undefined: "undefined"
      case .loop(let items): "loop " + items.key
      case .callable(let callable): "callable \(ObjectIdentifier(callable).hashValue)"
      case .module(let module): "module \(ObjectIdentifier(module).hashValue)"
      case .changing: "changing"
      case .failed: "failed"
      }
    }

    /// The same when it is known to be there.
    fileprivate var present: Meaning { if case .value(let type) = self { .value(type.present) } else { self } }

    fileprivate var isOptional: Bool { if case .value(.optional) = self { true } else { false } }

    fileprivate func joined(with other: Meaning) -> Meaning {
      switch (self, other) {
      case (.value(let left), .value(let right)): .value(left.joined(with: right))
      case (.value(let type), .unset), (.unset, .value(let type)), (.value(let type), .undefined),
        (.undefined, .value(let type)):
        .value(.optional(type.present))
      case (.unset, .unset): .unset
      case (.unset, .undefined), (.undefined, .unset), (.undefined, .undefined): .undefined
      case (.loop(let left), .loop(let right)): .loop(left.joined(with: right))
      case (.callable(let left), .callable(let right)) where left === right: self
      case (.module(let left), .module(let right)) where left === right: self
      case (.failed, _), (_, .failed): .failed
      default: .changing
      }
    }
  }

  private var meanings: [Place: Meaning] = [:]
  /// Levels of lists and mappings inside each other that variables may hold, where there are any.
  private var depths: [Place: Int] = [:]

  subscript(place: Place) -> Meaning? {
    get { meanings[place] }
    set { meanings[place] = newValue }
  }

  func depth(of place: Place) -> Int { depths[place] ?? 0 }

  mutating func note(depth: Int, of place: Place) { depths[place] = depth > 0 ? depth : nil }

  /// The state after a branch that may have gone this way or the other.
  func joined(with other: Flow) -> Flow {
    var result = self
    for (place, meaning) in other.meanings {
      result.meanings[place] = meanings[place].map { $0.joined(with: meaning) } ?? meaning
    }
    result.depths.merge(other.depths, uniquingKeysWith: max)
    return result
  }

  /// The state where these facts are known: a variable that is known to be there is not optional.
  func knowing(_ facts: Set<String>) -> Flow {
    guard !facts.isEmpty else { return self }
    var result = self
    for (place, meaning) in meanings where meaning.isOptional && facts.contains(place.key) {
      result.meanings[place] = meaning.present
    }
    return result
  }

  /// This state with what became known of places it does not have.
  func keeping(_ other: Flow) -> Flow {
    var result = self
    result.meanings.merge(other.meanings) { own, _ in own }
    return result
  }
}
