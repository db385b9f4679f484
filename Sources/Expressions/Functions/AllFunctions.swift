import Diagnostics
import Values

extension Function {
  /// Every function there is. `t` with a written key is resolved when the layout is loaded; this one serves computed keys.
  package static let all: [Function] = [.range]

  /// The function called `name`.
  package static func named(_ name: String) -> Function? { all.first { $0.name == name } }

  /// All names; `t` is resolved apart.
  package static var names: [String] { all.map(\.name) + ["t"] }

  private static let range = Function(
    name: "range",
    parameters: [
      Parameter("start", .number, required: true), Parameter("stop", .number),
      Parameter("step", .number, takes: { $0.numeric?.coefficient != 0 }),
    ],
    doc: Message(zh: "从 `start`（0）到 `stop` 之前的整数", en: "Whole numbers from `start` (0) up to but not including `stop`"),
    example: "{% for i in range(3) %}{{ i }}{% endfor %} → 012", result: .list(.number),
    apply: { arguments, _ throws(EvaluationFailure) in
      var numbers: [Int] = []
      for argument in arguments {
        guard let argument else { continue }
        guard let number = argument.numeric?.integer else {
          throw .wrongValue(of: "range", found: argument.kind, wanted: .number)
        }
        numbers.append(number)
      }
      let start = numbers.count > 1 ? numbers[0] : 0
      let stop = numbers.count > 1 ? numbers[1] : numbers.first ?? 0
      let step = numbers.count > 2 ? numbers[2] : 1
      guard step != 0 else { throw .wrongArgument(of: "range", value: "0") }
      let (distance, overflow) = stop.subtractingReportingOverflow(start)
      let isEmpty = (distance < 0) != (step < 0)
      guard !overflow, isEmpty || distance.magnitude / step.magnitude < 1_000_000 else { throw .tooManySteps }
      return .list(stride(from: start, to: stop, by: step).map { .number(Decimal($0)) })
    })

  /// `t(key, …)` whose key is computed; the names of the further arguments come with the call.
  package static func translation(_ names: [String]) -> Function {
    Function(
      name: "t", parameters: [],
      doc: Message(
        zh: "界面文字，参数填进花括号；分 one 和 other 两种写法时由 `n` 选",
        en: "An interface string with its arguments filled in; of the forms one and other `n` chooses"),
      example: "{{ t('state-' ~ state.key) }}", result: .text,
      apply: { arguments, evaluation throws(EvaluationFailure) in
        let key = arguments.first.flatMap { $0?.textual } ?? ""
        guard let string = evaluation.strings[key] else { throw .unknownString(key) }
        let count = names.firstIndex(of: InterfaceText.countArgument).flatMap { arguments[$0 + 1] }
        if string.one != nil, count == nil {
          throw .missingPlaceholder(key: key, name: InterfaceText.countArgument)
        }
        let pattern = count.flatMap { InterfaceText.isOne($0) ? string.one : nil } ?? string.other
        var text = ""
        for part in StringPattern.parts(of: pattern) {
          switch part {
          case .text(let literal): text += literal
          case .placeholder(let name):
            guard let index = names.firstIndex(of: name), let value = arguments[index + 1] else {
              throw .missingPlaceholder(key: key, name: name)
            }
            text += try evaluation.printed(value)
          }
        }
        return .text(text)
      })
  }
}

/// Interface strings with `{name}` placeholders; `{{` and `}}` are braces.
package enum StringPattern {
  /// A piece of a pattern: text with its doubled braces halved, or the name between single braces.
  package enum Part: Hashable, Sendable {
    case text(String)
    case placeholder(String)
  }

  /// The pieces of `pattern` in order.
  package static func parts(of pattern: String) -> [Part] {
    var parts: [Part] = []
    var literal = ""
    var rest = Substring(pattern)
    while let character = rest.first {
      rest = rest.dropFirst()
      if (character == "{" || character == "}") && rest.first == character {
        literal.append(character)
        rest = rest.dropFirst()
      } else if character == "{", let end = rest.firstIndex(of: "}") {
        if !literal.isEmpty { parts.append(.text(literal)) }
        literal = ""
        parts.append(.placeholder(String(rest[..<end])))
        rest = rest[rest.index(after: end)...]
      } else {
        literal.append(character)
      }
    }
    if !literal.isEmpty { parts.append(.text(literal)) }
    return parts
  }
}
