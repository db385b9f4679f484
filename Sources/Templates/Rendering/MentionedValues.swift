import Expressions

/// The variables and attributes that an expression mentions, with their values, for messages.
enum MentionedValues {
  /// At most eight, in the order of the text, each once.
  static func of(_ expression: Resolved, _ evaluation: Evaluation) -> [(name: String, value: String)] {
    var result: [(name: String, value: String)] = []
    walk(expression) { name, part in
      guard result.count < 8, !result.contains(where: { $0.name == name }) else { return }
      guard let value = try? evaluation.value(of: part) else { return }
      result.append((name, shortened(value, evaluation.page)))
    }
    return result
  }

  private static func shortened(_ value: Value, _ page: SitePath) -> String {
    switch value {
    case .none: return "none"
    case .boolean(let truth): return truth ? "true" : "false"
    case .list(let items): return "[\(items.count)]"
    case .mapping(let mapping): return "{" + mapping.entries.prefix(6).map(\.name).joined(separator: ", ") + "}"
    case .record(let record): return record.recordType.name + " " + record.identity
    case .undefined: return "undefined"
    case .text(let text): return "'" + cut(text) + "'"
    case .html, .number, .quantity, .date, .link: return cut((try? Printing.text(value, page: page)) ?? "…")
    }
  }

  private static func cut(_ text: String) -> String { text.count > 40 ? text.prefix(40) + "…" : text }

  /// Visits variables and attribute chains.
  private static func walk(_ expression: Resolved, _ visit: (String, Resolved) -> Void) {
    if let name = name(of: expression) { return visit(name, expression) }
    switch expression {
    case .attribute(let use): walk(use.base, visit)
    case .lookup(let base, _, _): walk(base, visit)
    case .element(let base, let index, _):
      walk(base, visit)
      walk(index, visit)
    case .slice(let base, let start, let stop, let step, _):
      for part in [base, start, stop, step].compactMap({ $0 }) { walk(part, visit) }
    case .cycle(let index, let items, _): for part in [index] + items { walk(part, visit) }
    case .list(let parts), .concatenation(let parts, _): for part in parts { walk(part, visit) }
    case .mapping(let pairs, _): for pair in pairs { walk(pair.value, visit) }
    case .negation(let operand, _), .not(let operand, _), .isDefined(let operand, _): walk(operand, visit)
    case .marked(_, let operand): walk(operand, visit)
    case .arithmetic(_, let left, let right, _), .and(let left, let right, _), .or(let left, let right, _),
      .defaulted(let left, let right, _, _, _):
      walk(left, visit)
      walk(right, visit)
    case .comparison(let use): for part in use.operands { walk(part, visit) }
    case .conditional(let test, let then, let otherwise, _):
      for part in [test, then, otherwise].compactMap({ $0 }) { walk(part, visit) }
    case .filter(let input, let use):
      walk(input, visit)
      if case .computed(let arguments) = use.arguments {
        for part in arguments.compactMap({ $0 }) { walk(part, visit) }
      }
    case .test(let input, let use):
      walk(input, visit)
      if case .computed(let arguments) = use.arguments {
        for part in arguments.compactMap({ $0 }) { walk(part, visit) }
      }
    case .call(_, let arguments, _), .function(_, let arguments, _):
      for part in arguments.compactMap({ $0 }) { walk(part, visit) }
    case .translation(let parts, _): for case .argument(let part) in parts { walk(part, visit) }
    case .plural(let count, _, let parts, _):
      walk(count, visit)
      for case .argument(let part) in parts { walk(part, visit) }
    case .constant, .slot, .local, .loop: break
    }
  }

  /// `course.title`; `nil` when the expression is more than a variable with attributes.
  private static func name(of expression: Resolved) -> String? {
    switch expression {
    case .slot(_, let name, _), .local(_, let name, _): name.isEmpty ? nil : name
    case .loop(let field, _, _, _): "loop." + field.rawValue
    case .attribute(let use): name(of: use.base).map { $0 + "." + use.type.attributes[use.index].name }
    case .lookup(let base, let attribute, _): name(of: base).map { $0 + "." + attribute }
    default: nil
    }
  }
}
