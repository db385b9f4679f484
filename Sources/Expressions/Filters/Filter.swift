package import Diagnostics
import Values

/// A filter: `value|name(arguments)`. One file each (or a small group), one line in `AllFilters.swift`.
package struct Filter: Sendable {
  package let name: String
  /// Other spellings: `d` for `default`.
  package let aliases: [String]
  /// The kinds of value it takes.
  package let accepts: ValueKinds
  package let parameters: [Parameter]
  /// What it does, one sentence.
  package let doc: Message
  /// A line of layout and what it prints, `→` between.
  package let example: String
  /// What happens to values of other kinds where types are not known.
  package let others: Others
  /// Whether the items that it walks must be there.
  let itemUse: ItemUse
  /// Whether it has something to say of a value that is none.
  private let takesNone: Bool
  /// The type of the result, from the types of input and arguments.
  package let result: @Sendable (FilterTypes) -> ValueType
  /// The result. Never called with a value of a kind not in `accepts`, but for what `others` lets through.
  /// The state is for filters that apply others.
  package let apply: @Sendable (FilterCall, inout Evaluation) throws(EvaluationFailure) -> Value

  init(
    _ name: String, aliases: [String] = [], accepts: ValueKinds, others: Others = .refused,
    takesNone: Bool = false, itemUse: ItemUse = .passedOn, _ parameters: [Parameter] = [], doc: Message,
    example: String, result: @escaping @Sendable (FilterTypes) -> ValueType,
    apply: @escaping @Sendable (FilterCall) throws(EvaluationFailure) -> Value
  ) {
    self.init(
      name, aliases: aliases, accepts: accepts, others: others, takesNone: takesNone, itemUse: itemUse, parameters,
      doc: doc, example: example, result: result,
      applyToEach: { call, _ throws(EvaluationFailure) in try apply(call) })
  }

  /// A filter that applies another filter or a test to each item.
  init(
    _ name: String, aliases: [String] = [], accepts: ValueKinds, others: Others = .refused,
    takesNone: Bool = false, itemUse: ItemUse = .passedOn, _ parameters: [Parameter] = [], doc: Message,
    example: String, result: @escaping @Sendable (FilterTypes) -> ValueType,
    applyToEach: @escaping @Sendable (FilterCall, inout Evaluation) throws(EvaluationFailure) -> Value
  ) {
    self.name = name
    self.aliases = aliases
    self.accepts = accepts
    self.others = others
    self.takesNone = takesNone
    self.itemUse = itemUse
    self.parameters = parameters
    self.doc = doc
    self.example = example
    self.result = result
    apply = applyToEach
  }
}

extension Filter {
  /// Whether the checker lets values through that may be absent.
  var takesAbsent: Bool { takesNone || accepts.contains(.undefined) }

  /// Whether it takes the pairs of `groupby` as the lists that they are too.
  var takesPairs: Bool { accepts.contains(.list) && !accepts.contains(.record) }

  /// What a filter does with the items that it walks, or with the attribute of them that is named.
  package enum ItemUse: Sendable {
    /// They are passed on as they are.
    case passedOn
    /// Those that are looked at by an attribute must have it; by themselves they need not be there.
    case comparesAttribute
    /// They are printed, added or ordered: they must be there, and of one of these kinds.
    case needed(ValueKinds)
    /// They are added to the argument `start`: lists to a list, else numbers to a number.
    case addsToStart
    /// Everything in it is written, at any depth: records are not.
    case writesAll
    /// The values of a mapping, or the two of each pair in a list, are printed.
    case printsPairs

    /// What `sum` adds.
    static let addable: ValueKinds = [.number, .quantity, .boolean]

    /// What it costs to look at an item, beside copying it: one that is put in order is compared with many.
    var work: Int {
      switch self {
      case .needed(.ordered), .needed(.textual): 2_000
      case .passedOn, .comparesAttribute, .needed, .addsToStart, .writesAll, .printsPairs: 1
      }
    }

    /// Whether an attribute that is named must be there.
    var needsAttribute: Bool {
      switch self {
      case .passedOn, .writesAll: false
      case .comparesAttribute, .needed, .addsToStart, .printsPairs: true
      }
    }
  }

  /// Values of kinds that a filter does not accept, where types are not known beforehand: what Jinja makes of them.
  package enum Others: Sendable {
    case refused
    /// Lists and mappings are taken as the text that Python prints.
    case asText
    /// False, none and zero are an empty list.
    case falseAsEmpty
    /// Values of these kinds are the filter's own business.
    case asItIs(ValueKinds)
    /// Everything is taken as the text that Python prints.
    case printed
    /// What has no items, as a text or a mapping may have none, is an empty list.
    case emptyAsList

    /// What the filter sees instead of `value`; `nil` when it is refused.
    func replacement(for value: Value, page: SitePath) throws(EvaluationFailure) -> Value? {
      switch (self, value) {
      case (.asText, .list), (.asText, .mapping): .text(try Printing.text(value, page: page))
      case (.falseAsEmpty, .none), (.falseAsEmpty, .boolean(false)): .list([])
      case (.falseAsEmpty, .number(let number)) where number.coefficient == 0: .list([])
      case (.asItIs(let kinds), _) where kinds.contains(value.kind): value
      case (.printed, _): .text(try Printing.text(value, page: page))
      case (.emptyAsList, .text), (.emptyAsList, .html), (.emptyAsList, .mapping): value.isTrue ? nil : .list([])
      case (.refused, _), (.asText, _), (.falseAsEmpty, _), (.asItIs, _), (.emptyAsList, _): nil
      }
    }
  }
}

/// One parameter of a filter, test or function.
package struct Parameter: Sendable {
  /// What the argument is used for; all but `value` are names, which the resolver looks up before rendering.
  package enum Role: Sendable {
    case value
    /// Names an attribute of the items: checked against their type.
    case attribute
    /// Names the filter to apply; what follows are that filter's arguments.
    case filterName
    /// Names the test to apply; what follows are that test's arguments.
    case testName
  }

  package let name: String
  package let kinds: ValueKinds
  package let isRequired: Bool
  package let role: Role
  /// Which values of these kinds it takes; others are told before anything is rendered when they are written out.
  let takes: (@Sendable (Value) -> Bool)?

  init(
    _ name: String, _ kinds: ValueKinds, required: Bool = false, role: Role = .value,
    takes: (@Sendable (Value) -> Bool)? = nil
  ) {
    self.name = name
    self.takes = takes
    self.kinds = kinds
    isRequired = required
    self.role = role
  }
}

extension Parameter {
  /// One of a few words.
  init(_ name: String, oneOf words: Set<String>) {
    self.init(name, .text, takes: { words.contains($0.textual ?? "") })
  }

  /// A number of lists or of their items.
  static func size(_ name: String) -> Parameter {
    Parameter(
      name, .number, required: true, takes: { ($0.numeric?.integer).map { (1..<1 << 20).contains($0) } ?? true })
  }

  /// A number of digits behind the point.
  static let decimals = Parameter(
    "decimals", .number, takes: { ($0.numeric?.integer).map { (0...18).contains($0) } ?? false })
}

/// What a filter's result type depends on.
package struct FilterTypes {
  package let input: ValueType
  /// In the order of the parameters; `nil` for arguments not given.
  package let arguments: [ValueType?]
  /// Arguments written out.
  package let literals: [Value?]
  /// Type of the attribute named by an attribute parameter.
  package let attribute: ValueType?
  /// Result type of the filter that `map` applies.
  package let nested: ValueType?
  /// What `select` and its kin ask.
  let test: ValueTest?

  /// What the items are when the input is walked.
  package var element: ValueType { input.element }

  /// Items with some that stand for those that are lacking: none means that nothing does.
  func filledUp(with index: Int) -> ValueType {
    guard index < arguments.count, let fill = arguments[index] else { return element }
    if case .optional(.any) = fill { return element }
    return element.joined(with: fill.present)
  }
}

/// One application of a filter.
package struct FilterCall {
  package let value: Value
  /// In the order of the parameters; `nil` for arguments not given.
  package let arguments: [Value?]
  package let nested: NestedUse?
  /// The page being rendered.
  package let page: SitePath
  /// File names of assets to their published places.
  package let assets: [String: SitePath]
  /// Where reads of shared records are noted.
  let log: ReadLog?
  /// Whether items that only Python prints are refused.
  let refusesLiterals: Bool
  package let span: SourceSpan

  /// The argument, if given.
  func argument(_ index: Int) -> Value? { index < arguments.count ? arguments[index] : nil }

  /// A text argument, or `standard`.
  func text(_ index: Int, or standard: String) -> String { argument(index)?.textual ?? standard }

  /// A whole number, or `standard`; cut to ±2⁵⁰, so that sizes can be added and doubled.
  func integer(_ index: Int, or standard: Int) -> Int {
    let limit = 1 << 50
    return Swift.min(Swift.max(argument(index)?.numeric?.integer ?? standard, -limit), limit)
  }

  /// Whether the argument counts as true.
  func flag(_ index: Int) -> Bool { argument(index)?.isTrue ?? false }

  /// The items of the input.
  func items() throws(EvaluationFailure) -> [Value] { try Access.items(of: value) }

  /// The input as plain text.
  func plain() throws(EvaluationFailure) -> String { try Printing.text(value, page: page) }

  /// A part of the input as plain text: what only Python prints is refused where types are known.
  func plain(_ part: Value) throws(EvaluationFailure) -> String {
    if refusesLiterals, ValueKinds.pythonLiteral.contains(part.kind) { throw .notPrintable(part.kind) }
    return try Printing.text(part, page: page)
  }

  /// Makes sure that the input, when it is markup, has nothing that a cut could take apart.
  func checkCut(by name: String) throws(EvaluationFailure) { try value.checkCut(by: name) }

  /// `text` of the kind of the input: markup stays markup.
  func likeInput(_ text: String) -> Value {
    if case .html = value { return .html(Markup(Array(text.utf8))) }
    return .text(text)
  }
}

/// A test: `value is name(arguments)`.
package struct ValueTest: Sendable {
  package let name: String
  package let aliases: [String]
  package let accepts: ValueKinds
  package let parameters: [Parameter]
  package let doc: Message
  package let example: String
  /// Whether values of other kinds are taken as their text where types are not known, as Jinja does.
  package let takesOthersAsText: Bool
  /// The operator that it stands for, of tests that compare.
  let comparison: ComparisonOperator?
  /// Whether it holds only of what is absent (true), or only of what is there (false).
  var isOfAbsent: Bool? {
    switch name {
    case "none", "undefined": true
    case "defined", "string", "number", "integer", "float", "boolean", "true", "false", "mapping", "sequence",
      "iterable", "escaped":
      false
    default: nil
    }
  }

  /// The same where optional values are none when they are not given.
  var ofGiven: ValueTest {
    switch name {
    case "defined": .isGiven
    case "undefined": .isNotGiven
    default: self
    }
  }

  package let apply: @Sendable (Value, [Value?]) throws(EvaluationFailure) -> Bool

  init(
    _ name: String, aliases: [String] = [], accepts: ValueKinds = .any, takesOthersAsText: Bool = false,
    comparing comparison: ComparisonOperator? = nil, _ parameters: [Parameter] = [], doc: Message, example: String,
    apply: @escaping @Sendable (Value, [Value?]) throws(EvaluationFailure) -> Bool
  ) {
    self.name = name
    self.aliases = aliases
    self.accepts = accepts
    self.takesOthersAsText = takesOthersAsText
    self.comparison = comparison
    self.parameters = parameters
    self.doc = doc
    self.example = example
    self.apply = apply
  }
}

/// A function: `name(arguments)`.
package struct Function: Sendable {
  package let name: String
  package let parameters: [Parameter]
  package let doc: Message
  package let example: String
  package let result: ValueType
  package let apply: @Sendable ([Value?], Evaluation) throws(EvaluationFailure) -> Value
}

extension Value {
  /// Makes sure that the value, when it is markup, has no tags, entities or quotes: what is left of one that is cut or written
  /// anew would be read otherwise, and what somebody wrote as text would be markup.
  func checkCut(by name: String) throws(EvaluationFailure) {
    guard case .html(let markup) = self else { return }
    if markup.bytes.contains(where: { "<>&\"'".utf8.contains($0) }) { throw .rewritesMarkup(of: name) }
  }
}
