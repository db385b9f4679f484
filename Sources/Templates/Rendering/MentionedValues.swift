import Expressions

/// The variables and attributes that an expression mentions, with their values, for messages.
enum MentionedValues {
  /// At most eight, in the order of the text, each once.
  static func of(_ expression: Resolved, _ evaluation: Evaluation) -> [(name: String, value: String)] {
    var result: [(name: String, value: String)] = []
    var evaluation = evaluation
    walk(expression, evaluation.code) { name, part in
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
  private static func walk(_ expression: Resolved, _ code: Code, _ visit: (String, Resolved) -> Void) {
    if let name = name(of: expression, code) { return visit(name, expression) }
    func walk(_ parts: Parts) { for case let part? in code[parts] { Self.walk(part, code, visit) } }
    func walk(_ operands: Resolved?...) { for case let operand? in operands { Self.walk(operand, code, visit) } }
    func walk(_ arguments: ResolvedArguments) {
      if case .computed(let parts) = arguments { for case let part? in parts { Self.walk(part, code, visit) } }
    }
    switch code[expression] {
    case .attribute(let use): walk(use.base)
    case .lookup(let base, _, _): walk(base)
    case .slice(let base, let bounds, _):
      walk(base)
      walk(bounds)
    case .cycle(let index, let items, _):
      walk(index)
      walk(items)
    case .mapping(let pairs, _):
      for (place, part) in code[pairs].enumerated() where place % 2 == 1 { walk(part) }
    case .negation(let operand, _), .not(let operand, _), .isDefined(let operand, _), .marked(_, let operand):
      walk(operand)
    case .element(let left, let right, _), .arithmetic(_, let left, let right, _), .and(let left, let right, _),
      .or(let left, let right, _), .defaulted(let left, let right, _, _):
      walk(left, right)
    case .comparison(let use):
      walk(use.first, use.second)
      for (_, operand) in code[use] { walk(operand) }
    case .conditional(let test, let then, let otherwise, _): walk(test, then, otherwise)
    case .filter(let input, let use):
      walk(input)
      walk(code.filter(use).arguments)
    case .test(let input, let use):
      walk(input)
      walk(code.test(use).arguments)
    case .list(let parts), .concatenation(let parts, _), .call(_, let parts, _, _), .function(_, let parts, _),
      .translation(let parts, _):
      walk(parts)
    case .plural(let count, _, let parts, _):
      walk(count)
      walk(parts)
    case .constant, .variable, .loop: break
    }
  }

  /// `course.title`; `nil` when the expression is more than a variable with attributes.
  private static func name(of expression: Resolved, _ code: Code) -> String? {
    switch code[expression] {
    case .variable(_, let name): code.name(name).isEmpty ? nil : code.name(name)
    case .loop(let field, _): "loop." + field.rawValue
    case .attribute(let use): name(of: use.base, code).map { $0 + "." + code.name(of: use) }
    case .lookup(let base, let attribute, _): name(of: base, code).map { $0 + "." + code.name(attribute) }
    default: nil
    }
  }
}
