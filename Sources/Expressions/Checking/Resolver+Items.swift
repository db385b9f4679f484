import Diagnostics
import Values

/// What filters and tests do with the items of a list, or with an attribute of them.
extension Resolver {
  /// Whether the items of `input`, or the attribute of them that is named, are what the filter needs; says so if not.
  func checkItems(
    of input: ValueType, _ filter: Filter, _ bound: ResolvedCallArguments, _ span: SourceSpan
  ) -> Bool {
    let wanted: ValueKinds
    var start: ValueType?
    switch filter.itemUse {
    case .passedOn, .comparesAttribute: return true
    case .writesAll:
      if input.holdsRecords { report(.wrongInput(of: filter.name, found: .init(input), wanted: filter.accepts), span) }
      return !input.holdsRecords
    case .printsPairs: wanted = .printable
    case .needed(let kinds): wanted = kinds
    case .addsToStart:
      start = bound.values.last.flatMap { $0?.type.present }
      wanted = start?.kinds == .list ? .list : Filter.ItemUse.addable
    }
    // Of lists that become one the items are handed on.
    let mayLack = wanted == .list ? input.element.isOptional : input.present.mayHoldNone
    guard bound.attribute != nil || !mayLack else {
      report(.optionalItems(of: filter.name), span)
      return false
    }
    let used = if case .printsPairs = filter.itemUse { input.printedInPairs } else { bound.attribute ?? input.element }
    guard used.fits(wanted) else {
      report(.wrongInput(of: filter.name, found: .init(used), wanted: wanted), span)
      return false
    }
    if let start, !start.isUnsure, !used.present.isUnsure,
      Self.resultType(.add, start.alike, used.present.alike) == nil
    {
      report(.differentOperands(operator: "+", left: .init(start), right: .init(used)), span)
      return false
    }
    guard wanted != .ordered || used.hasOrder else {
      report(.mixedItems(of: filter.name, .init(used)), span)
      return false
    }
    return true
  }

  /// Says so when a test that compares cannot compare the two.
  func checkComparison(
    _ test: ValueTest, of type: ValueType, with bound: ResolvedCallArguments, _ span: SourceSpan
  ) {
    guard let symbol = test.comparison, let other = bound.values.first.flatMap({ $0?.type }) else { return }
    check(symbol, type.present, other.present, span)
  }

  /// The type of the attribute that an attribute argument names; checks that each step of it exists, and that it is always there
  /// when it is needed. The filter `sort` takes several names with commas.
  func type(
    ofAttribute argument: ArgumentValue, in owner: ValueType, for filter: String, isNeeded: Bool, hasDefault: Bool
  ) -> ValueType {
    guard let literal = literal(argument) else { return .any }
    let isSort = filter == Filter.sort.name
    let paths =
      if isSort, let text = literal.textual { AttributePath.list(text) } else {
        [AttributePath(literal)].compactMap { $0 }
      }
    var type: ValueType = .any
    for (index, path) in paths.enumerated() {
      type = self.type(of: path, in: owner, hasDefault: hasDefault, argument.span)
      if isNeeded, type.mayHoldNone, !hasDefault, !scope.isDynamic {
        report(.optionalAttribute(path.description, .init(type.present)), argument.span)
        type = .any
      } else if isSort, index < paths.count - 1, !type.fits(.ordered) {
        _ = reportsType(.wrongInput(of: filter, found: .init(type), wanted: .ordered), argument.span)
      }
    }
    return type
  }

  private func type(of path: AttributePath, in owner: ValueType, hasDefault: Bool, _ span: SourceSpan) -> ValueType {
    var type = owner
    for (index, step) in path.steps.enumerated() {
      guard let part = part(step, of: type.present, span) else { return .any }
      // A step through what is not there fails while rendering.
      if index > 0, type.isOptional, !hasDefault, !scope.isDynamic {
        report(.optionalAttribute(path.prefix(index).description, .init(type.present)), span)
        return .any
      }
      type = type.isOptional ? .optional(part.present) : part
    }
    return type
  }

  /// What stands at a place of a list, a text or a pair, or under a name of a mapping or a record; `nil` when nothing can stand
  /// there, which is then reported.
  private func part(_ step: Value, of type: ValueType, _ span: SourceSpan) -> ValueType? {
    let place = step.numeric?.integer
    switch type {
    case .any, .mapping: return .any
    case .list(let element) where place != nil: return element
    case .text where place != nil, .html where place != nil: return type
    case .parts(let parts) where parts.names == nil && place != nil: return parts.type(at: step)
    case .parts(let parts) where parts.names != nil:
      // A mapping that is written out may be one of several; that this one lacks the name is no mistake as such.
      return step.textual.flatMap { parts.type(of: $0) } ?? .optional(.any)
    case .either(let kinds):
      let wanted: ValueKinds = place == nil ? [.record, .mapping] : [.record, .mapping, .list, .text, .html]
      if !kinds.isDisjoint(with: wanted) { return .any }
    case .record(let make):
      let record = make()
      if let place, let part = record.part(at: place) { return part }
      guard let name = step.textual else { break }
      if let part = record.type(of: name) { return part }
      let suggestion = Suggestion.nearest(to: name, among: record.attributeNames)
      report(.unknownAttribute(owner: .init(type), name: name, suggestion: suggestion), span)
      return nil
    case .optional(let wrapped): return part(step, of: wrapped, span)
    case .boolean, .number, .text, .html, .date, .link, .quantity, .list, .parts: break
    }
    _ = reportsType(step.textual.map { .noAttributes(.init(type), name: $0) } ?? .noElements(.init(type)), span)
    return nil
  }
}

extension ValueType {
  /// Whether any two values of the type can be ordered, as far as is known.
  fileprivate var hasOrder: Bool {
    isAny || ValueKinds.orders.contains { $0.contains(present.kinds) }
  }

  /// Whether there are records in it, at any depth: types of records, which go in circles, are not asked what they hold.
  fileprivate var holdsRecords: Bool {
    switch self {
    case .record: true
    case .either(let kinds): kinds.contains(.record)
    case .list(let element): element.holdsRecords
    case .parts(let parts): (parts.types + [parts.others].compactMap { $0 }).contains(where: \.holdsRecords)
    case .optional(let wrapped): wrapped.holdsRecords
    case .any, .boolean, .number, .text, .html, .date, .link, .quantity, .mapping: false
    }
  }

  /// What of it is printed as names and values of a query: of a mapping or a list of pairs the two of each, else itself.
  fileprivate var printedInPairs: ValueType {
    switch self {
    case .parts(let parts) where parts.names != nil: parts.all
    case .parts, .list: element.element
    case .optional(let wrapped): wrapped.printedInPairs
    case .mapping: .any
    case .any, .boolean, .number, .text, .html, .date, .link, .quantity, .either, .record: self
    }
  }
}
