/// A CSS selector, as far as a table of rows needs one.
///
///     selector   = compound { combinator compound }
///     combinator = blank | ">" | "+" | "~"
///     compound   = [ name | "*" ] { "#" word | "." word | "[" word [ "=" text ] "]" | ":nth-of-type(" number ")" }
///
/// Words may hold any letter, as ids of headings are Chinese.
struct Selector: Sendable {
  /// What is asked of one element.
  enum Condition: Sendable {
    case name(String)
    case id(String)
    case hasClass(String)
    case has(String)
    case equals(String, String)
    /// Counted from 1.
    case position(Int)
  }

  /// How an element stands to the one named before it.
  enum Combinator: Character, Sendable {
    case inside = " "
    case child = ">"
    case next = "+"
    case later = "~"
  }

  /// A selector that cannot be read.
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  /// From left to right; the combinator is the one before the compound.
  private(set) var steps: [(combinator: Combinator, conditions: [Condition])] = []

  /// - Throws: `Failure`.
  init(_ text: String) throws {
    var rest = Substring(text.collapsed)
    var combinator = Combinator.inside
    while !rest.isEmpty {
      let conditions = try Self.compound(&rest)
      guard !conditions.isEmpty else { throw Failure(description: "no selector: \(text)") }
      steps.append((combinator, conditions))
      let isBlank = rest.first == " "
      rest = rest.drop { $0 == " " }
      if let sign = rest.first.flatMap(Combinator.init) {
        combinator = sign
        rest = rest.dropFirst().drop { $0 == " " }
        guard !rest.isEmpty else { throw Failure(description: "the selector ends with a sign: \(text)") }
      } else {
        guard isBlank || rest.isEmpty else { throw Failure(description: "not understood: \(rest) in \(text)") }
        combinator = .inside
      }
    }
    guard !steps.isEmpty else { throw Failure(description: "no selector") }
  }

  private static func compound(_ rest: inout Substring) throws -> [Condition] {
    var conditions: [Condition] = []
    if rest.first == "*" {
      rest.removeFirst()
      conditions.append(.name("*"))
    } else if let name = word(&rest) {
      conditions.append(.name(name))
    }
    while let sign = rest.first, "#.[:".contains(sign) {
      rest.removeFirst()
      switch sign {
      case "[":
        guard let end = rest.firstIndex(of: "]") else { throw Failure(description: "no ] in [\(rest)") }
        let parts = rest[..<end].split(separator: "=", maxSplits: 1)
        rest = rest[rest.index(after: end)...]
        guard let name = parts.first else { throw Failure(description: "[] names no attribute") }
        conditions.append(parts.count == 1 ? .has(String(name)) : .equals(String(name), parts[1].withoutQuotes))
      case ":":
        guard rest.hasPrefix("nth-of-type("), let end = rest.firstIndex(of: ")"),
          let number = Int(rest[..<end].dropFirst("nth-of-type(".count)), number > 0
        else { throw Failure(description: "only :nth-of-type(number) is known, not :\(rest)") }
        rest = rest[rest.index(after: end)...]
        conditions.append(.position(number))
      case _:
        guard let word = word(&rest) else { throw Failure(description: "no name behind \(sign)") }
        conditions.append(sign == "#" ? .id(word) : .hasClass(word))
      }
    }
    return conditions
  }

  private static func word(_ rest: inout Substring) -> String? {
    let word = rest.prefix { !" >+~#.[:".contains($0) }
    rest = rest[word.endIndex...]
    return word.isEmpty ? nil : String(word)
  }
}

extension Substring {
  fileprivate var withoutQuotes: String {
    guard count > 1, let first, first == last, first == "\"" || first == "'" else { return String(self) }
    return String(dropFirst().dropLast())
  }
}
