import Expressions

/// What the variables mean at one point of a layout. It is kept at every branch: a copy shares what it does not change, and what
/// two copies still share is the same in both, so that a branch costs what it sets.
struct Flow {
  enum Meaning {
    case value(ValueType)
    /// Not set yet: blocks and included layouts see what is further out.
    case unset
    /// Set to something that is not there.
    case undefined
    /// Not there, where it is known to be there: nothing comes here.
    case impossible
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
      case .unset, .undefined, .impossible: .unset(place)
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
      case .impossible: "impossible"
      case .loop(let items): "loop " + items.key
      case .callable(let callable): "callable \(ObjectIdentifier(callable).hashValue)"
      case .module(let module): "module \(ObjectIdentifier(module).hashValue)"
      case .changing: "changing"
      case .failed: "failed"
      }
    }

    /// The same when it is known to be there; `nil` when that says nothing new.
    fileprivate var present: Meaning? {
      switch self {
      case .value(let type): type.isOptional ? .value(type.present) : nil
      case .unset, .undefined: .impossible
      case .impossible, .loop, .callable, .module, .changing, .failed: nil
      }
    }

    fileprivate func joined(with other: Meaning) -> Meaning {
      switch (self, other) {
      case (.impossible, _): other
      case (_, .impossible): self
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

  private var slots = PlaceTable()
  /// Those of the macro being compiled.
  private var locals = PlaceTable()

  subscript(place: Place) -> Meaning? {
    get { self[at: place].meaning }
    set { self[at: place].meaning = newValue }
  }

  /// Levels of lists and mappings inside each other that the variable may hold.
  func depth(of place: Place) -> Int { self[at: place].depth }

  mutating func note(depth: Int, of place: Place) { self[at: place].depth = depth }

  private subscript(at place: Place) -> PlaceTable.Entry {
    get {
      switch place {
      case .slot(let index): slots[Int(index)]
      case .local(let index): locals[Int(index)]
      }
    }
    set {
      switch place {
      case .slot(let index): slots[Int(index)] = newValue
      case .local(let index): locals[Int(index)] = newValue
      }
    }
  }

  /// The state after a branch that may have gone this way or the other.
  ///
  /// - Complexity: O(places set in one of them).
  func joined(with other: Flow) -> Flow {
    merged(with: other) { left, right in
      PlaceTable.Entry(
        meaning: left.meaning.map { left in right.meaning.map { left.joined(with: $0) } ?? left } ?? right.meaning,
        depth: max(left.depth, right.depth))
    }
  }

  /// The state where these facts are known: a variable that is known to be there is not optional.
  ///
  /// - Complexity: O(facts).
  func knowing(_ facts: Set<String>) -> Flow {
    var result = self
    for fact in facts {
      if let place = Place(key: fact), let meaning = self[place]?.present { result[place] = meaning }
    }
    return result
  }

  /// This state with what became known of places it does not have.
  func keeping(_ other: Flow) -> Flow {
    merged(with: other) { own, other in own.meaning == nil ? other : own }
  }

  private func merged(with other: Flow, _ entry: (PlaceTable.Entry, PlaceTable.Entry) -> PlaceTable.Entry) -> Flow {
    var result = self
    result.slots.merge(other.slots, entry)
    result.locals.merge(other.locals, entry)
    return result
  }
}

/// What is known of places by their numbers, in pieces that copies share.
private struct PlaceTable {
  struct Entry {
    var meaning: Flow.Meaning?
    var depth = 0
  }

  /// An object, so that two tables can be seen to share it.
  private final class Piece {
    static let length = 32
    var entries: [Entry]

    init(_ entries: [Entry]) { self.entries = entries }
    convenience init() { self.init(Array(repeating: Entry(), count: Self.length)) }
  }

  private var pieces: [Piece?] = []

  subscript(index: Int) -> Entry {
    get { piece(index / Piece.length)?.entries[index % Piece.length] ?? Entry() }
    set {
      let (number, place) = index.quotientAndRemainder(dividingBy: Piece.length)
      while pieces.count <= number { pieces.append(nil) }
      if pieces[number] == nil {
        pieces[number] = Piece()
      } else if !isKnownUniquelyReferenced(&pieces[number]) {
        pieces[number] = pieces[number].map { Piece($0.entries) }
      }
      pieces[number]?.entries[place] = newValue
    }
  }

  /// Makes each entry of which the other table may know something else what `entry` gives for both.
  mutating func merge(_ other: PlaceTable, _ entry: (Entry, Entry) -> Entry) {
    for number in 0..<max(pieces.count, other.pieces.count) {
      let (own, theirs) = (piece(number), other.piece(number))
      if own === theirs { continue }
      let merged = Piece()
      for place in 0..<Piece.length {
        merged.entries[place] = entry(own?.entries[place] ?? Entry(), theirs?.entries[place] ?? Entry())
      }
      while pieces.count <= number { pieces.append(nil) }
      pieces[number] = merged
    }
  }

  private func piece(_ number: Int) -> Piece? { number < pieces.count ? pieces[number] : nil }
}
