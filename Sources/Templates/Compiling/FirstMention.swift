import Expressions

/// Whether a layout sets a name before it reads it, looking at its own level only.
///
/// Jinja decides by this whether the name means the page's variable until it is set (then it was read first) or is
/// unset until then. Bodies of loops, blocks and macros are levels of their own.
enum FirstMention {
  /// - Complexity: O(size of the body).
  static func isSetting(_ name: String, in body: [Statement]) -> Bool { first(name, in: body) == .setting }

  /// Whether a layout sets or reads a name at its own level at all.
  ///
  /// - Complexity: O(size of the body).
  static func isMentioned(_ name: String, in body: [Statement]) -> Bool { first(name, in: body) != nil }

  /// Whether an expression reads a name.
  static func isRead(_ name: String, in expressions: [Expression]) -> Bool { expressions.contains { reads(name, $0) } }

  private enum Mention { case reading, setting }

  private static func first(_ name: String, in body: [Statement]) -> Mention? {
    for statement in body { if let found = first(name, in: statement) { return found } }
    return nil
  }

  private static func first(_ name: String, in statement: Statement) -> Mention? {
    switch statement.kind {
    case .output(let expression): return reads(name, expression) ? .reading : nil
    case .set(let target, let value):
      if reads(name, value) { return .reading }
      return target.names.contains { $0.name == name } ? .setting : nil
    case .capture(let target, _, _): return target == name ? .setting : nil
    case .branch(let branches, let otherwise):
      // What is set in a branch only may keep its old value, so it is read before.
      let isMentioned = branches.contains { reads(name, $0.test) || first(name, in: $0.body) != nil }
      return isMentioned || first(name, in: otherwise) != nil ? .reading : nil
    case .loop(let loop): return reads(name, loop.items) ? .reading : nil
    case .with(let values, _): return values.contains { reads(name, $0.value) } ? .reading : nil
    case .macro(let macro): return macro.name == name ? .setting : nil
    case .importModule(_, let alias): return alias == name ? .setting : nil
    case .importNames(_, let names): return names.contains { $0.alias == name } ? .setting : nil
    case .text, .block, .extends, .include: return nil
    }
  }

  private static func reads(_ name: String, _ arguments: Arguments) -> Bool {
    arguments.positional.contains { reads(name, $0) } || arguments.keyword.contains { reads(name, $0.value) }
  }

  private static func reads(_ name: String, _ expression: Expression) -> Bool {
    switch expression.kind {
    case .none, .boolean, .number, .text: false
    case .name(let read): read == name
    case .attribute(let base, _, _), .negation(let base), .affirmation(let base), .not(let base): reads(name, base)
    case .element(let base, let index): reads(name, base) || reads(name, index)
    case .slice(let base, let start, let stop, let step):
      [base, start, stop, step].contains { part in part.map { reads(name, $0) } ?? false }
    case .list(let parts), .tuple(let parts), .concatenation(let parts): parts.contains { reads(name, $0) }
    case .mapping(let pairs): pairs.contains { reads(name, $0.key) || reads(name, $0.value) }
    case .arithmetic(_, let left, let right), .and(let left, let right), .or(let left, let right):
      reads(name, left) || reads(name, right)
    case .comparison(let first, let rest): reads(name, first) || rest.contains { reads(name, $0.operand) }
    case .conditional(let test, let then, let otherwise):
      reads(name, test) || reads(name, then) || (otherwise.map { reads(name, $0) } ?? false)
    case .filter(let input, _, _, let arguments), .test(let input, _, _, let arguments),
      .call(let input, let arguments):
      reads(name, input) || reads(name, arguments)
    }
  }
}
