import Bytes
package import Expressions

/// What a page was made from, noted where it is looked up: attributes of records where layouts read them, everything else
/// by name. One page, one thread.
package final class PageReads {
  /// Attributes of records.
  package let fields = ReadLog()
  /// Everything else; some of it more than once. What a page depends on is made unique by its numbers, so that nothing is
  /// gained by looking each of them up here.
  package private(set) var lookups: [Lookup] = []

  /// Nothing read yet.
  package init() { lookups.reserveCapacity(32) }

  /// Notes that `name` was looked up; `context` is what its answer depends on besides.
  package func note(_ kind: Lookup.Kind, _ name: String = "", from context: String = "") {
    note(Lookup(kind, name, from: context))
  }

  /// The same for a question that many pages ask, made once.
  package func note(_ lookup: Lookup) {
    if lookups.last != lookup { lookups.append(lookup) }
  }
}

/// Something other than an attribute of a record that a page depends on: a question whose answer has a hash.
package struct Lookup: Hashable, Sendable {
  /// What is asked. Numbers are stored and never given twice.
  package enum Kind: UInt8, Sendable, CaseIterable {
    /// Where a link to `name` leads: an id, or a path below `content/` that begins with `/`.
    case link = 1
    /// The bytes of the file `name`, and whether it is an attachment.
    case file = 2
    /// Whether there is a record `name` of the kind `context` that readers may see.
    case record = 3
    /// The texts that attribute number `context` of the records of the kind `name` holds.
    case words = 4
    /// Which courses there are.
    case courses = 5
    /// All of the declared collection `name`.
    case collection = 6
    /// The layout `name` with everything it draws in, the strings of the interface, the names of the assets.
    case layout = 7
    /// What the settings say about all pages.
    case settings = 8
    /// Whether the portal has the file `name`.
    case published = 9
    /// What is released from the scan for personal numbers.
    case releases = 10
    /// What rules compare the text `name` with.
    case textRules = 11
    /// The same, and where it stands: asked for by pages of whose text something is said.
    case findingPlaces = 12
  }

  package let kind: Kind
  package let name: String
  package let context: String
  /// Follows from the others. Each page looks each of its questions up in tables of all, and most of them are made before
  /// there are pages: their texts are read once.
  private let identity: UInt64

  package init(_ kind: Kind, _ name: String, from context: String = "") {
    self.kind = kind
    self.name = name
    self.context = context
    let own = FastHash(name.utf8Span.span, seed: UInt64(kind.rawValue)).high
    identity = context.isEmpty ? own : FastHash(context.utf8Span.span, seed: own).high
  }

  package static func == (left: Self, right: Self) -> Bool {
    left.identity == right.identity && left.kind == right.kind && left.name == right.name
      && left.context == right.context
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(identity) }
}
