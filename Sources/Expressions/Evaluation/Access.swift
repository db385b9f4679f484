import Values

/// Attributes, elements and slices of values whose type is not known before.
package enum Access {
  /// The value of attribute `name`; undefined when there is none. What is read of shared records is noted in `log`.
  package static func lookup(_ name: String, in value: Value, _ log: ReadLog?) -> Value {
    switch value {
    case .mapping(let mapping): mapping[name] ?? missing(name, value)
    case .record(let record): attribute(name, of: record, log)
    case .undefined, .none, .boolean, .number, .quantity, .text, .html, .date, .link, .list: missing(name, value)
    }
  }

  private static func attribute(_ name: String, of record: any RecordValue, _ log: ReadLog?) -> Value {
    let type = record.recordType
    guard let index = type.index(of: name) else {
      return .undefined(Undefined(.attribute(owner: type.name, name: name)))
    }
    if let log { record.note(readOf: index, in: log) }
    let value = record.value(at: index)
    if case .none = value, type.attributes[index].type.isOptional {
      return .undefined(Undefined(.attribute(owner: type.name, name: name), isOptional: true))
    }
    return value
  }

  private static func missing(_ name: String, _ value: Value) -> Value {
    .undefined(Undefined(.attribute(owner: value.kind.english, name: name)))
  }

  /// `container[index]`: from 0, from the end when negative; a name for mappings and records.
  package static func element(_ index: Value, of container: Value, _ log: ReadLog?) -> Value {
    if let name = index.textual {
      switch container {
      case .mapping, .record: return lookup(name, in: container, log)
      case .none, .boolean, .number, .quantity, .text, .html, .date, .link, .list, .undefined:
        return missing(name, container)
      }
    }
    guard let number = index.numeric, let position = number.integer else {
      return .undefined(Undefined(.element(owner: container.kind.english, index: index.kind.english)))
    }
    switch container {
    case .list(let items):
      let place = position < 0 ? items.count + position : position
      if items.indices.contains(place) { return items[place] }
    case .text(let text):
      if let scalar = scalar(at: position, of: text) { return .text(String(Character(scalar))) }
    case .html(let markup):
      if let scalar = scalar(at: position, of: String(decoding: markup.bytes, as: UTF8.self)) {
        return .html(Markup(Array(String(Character(scalar)).utf8)))
      }
    case .mapping: return lookup(number.description, in: container, log)
    case .record(let record):
      // The pairs of `groupby` are lists too: `{% for key, items in … %}`. Other records have no places.
      if record is GroupRecord, let index = GroupRecord.index(of: position) { return record.value(at: index) }
    case .none, .boolean, .number, .quantity, .date, .link, .undefined: break
    }
    return .undefined(Undefined(.element(owner: container.kind.english, index: String(position))))
  }

  private static func scalar(at position: Int, of text: String) -> Unicode.Scalar? {
    let scalars = text.unicodeScalars
    if position >= 0 {
      return scalars.dropFirst(position).first
    }
    return scalars.reversed().dropFirst(-position - 1).first
  }

  /// Python's slices of lists and texts (by code points).
  static func slice(
    _ container: Value, start: Int?, stop: Int?, step: Int?
  ) throws(EvaluationFailure) -> Value {
    switch container {
    case .list(let items): return .list(try slice(items, start, stop, step))
    case .text(let text):
      return .text(string(try slice(Array(text.unicodeScalars), start, stop, step)))
    case .html(let markup):
      try container.checkCut(by: "[:]")
      let scalars = Array(String(decoding: markup.bytes, as: UTF8.self).unicodeScalars)
      return .html(Markup(Array(string(try slice(scalars, start, stop, step)).utf8)))
    case .none, .boolean, .number, .quantity, .date, .link, .mapping, .record, .undefined:
      throw .wrongValue(of: "[:]", found: container.kind, wanted: [.list, .text])
    }
  }

  static func string(_ scalars: [Unicode.Scalar]) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text)
  }

  private static func slice<Item>(
    _ items: [Item], _ start: Int?, _ stop: Int?, _ step: Int?
  ) throws(EvaluationFailure) -> [Item] {
    let step = step ?? 1
    guard step != 0 else { throw .wrongArgument(of: "[:]", value: "0") }
    func clamped(_ bound: Int, _ low: Int, _ high: Int) -> Int {
      min(max(bound < 0 ? bound + items.count : bound, low), high)
    }
    var result: [Item] = []
    if step > 0 {
      var index = clamped(start ?? 0, 0, items.count)
      let end = clamped(stop ?? items.count, 0, items.count)
      while index < end {
        result.append(items[index])
        let (next, overflow) = index.addingReportingOverflow(step)
        if overflow { break }
        index = next
      }
    } else {
      var index = start.map { clamped($0, -1, items.count - 1) } ?? items.count - 1
      let end = stop.map { clamped($0, -1, items.count - 1) } ?? -1
      while index > end {
        result.append(items[index])
        let (next, overflow) = index.addingReportingOverflow(step)
        if overflow { break }
        index = next
      }
    }
    return result
  }

  /// What `for` walks.
  package static func items(of value: Value) throws(EvaluationFailure) -> [Value] {
    switch value {
    case .list(let items): return items
    case .mapping(let mapping): return mapping.entries.map { .text($0.name) }
    case .text(let text): return text.unicodeScalars.map { .text(String(Character($0))) }
    case .html(let markup):
      return String(decoding: markup.bytes, as: UTF8.self).unicodeScalars.map { .text(String(Character($0))) }
    case .record(let record) where record is GroupRecord:
      return record.recordType.attributes.indices.map { record.value(at: $0) }
    case .undefined(let undefined): throw .undefined(undefined.reason)
    case .none, .boolean, .number, .quantity, .date, .link, .record: throw .notIterable(value.kind)
    }
  }
}

/// Where an attribute lies: `tutor.unit` or `0.name`, and for `sort` several with commas.
struct AttributePath: Sendable {
  let steps: [Value]

  private init(steps: [Value]) { self.steps = steps }

  init(_ text: some StringProtocol) {
    steps = text.split(separator: ".", omittingEmptySubsequences: false).map { step in
      Self.place(step).map { .number(Decimal($0)) } ?? .text(String(step))
    }
  }

  /// The number that a step of digits alone is: `0` in `parts.0`.
  static func place(_ step: some StringProtocol) -> Int? {
    step.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ? Int(step) : nil
  }

  /// Several paths: `age,name`.
  static func list(_ text: String) -> [AttributePath] {
    text.split(separator: ",", omittingEmptySubsequences: false).map { AttributePath($0) }
  }

  /// From a filter's argument: a text, or the place in lists of lists.
  init?(_ argument: Value?) {
    switch argument {
    case .text(let text)?: self.init(text)
    case .number(let place)?: self.init(steps: [.number(place)])
    default: return nil
    }
  }

  /// The first steps of it.
  func prefix(_ count: Int) -> AttributePath { AttributePath(steps: Array(steps.prefix(count))) }

  /// As layouts write it.
  var description: String {
    steps.map { $0.textual ?? $0.numeric?.description ?? "" }.joined(separator: ".")
  }

  /// The value found there; undefined when a step is missing.
  ///
  /// - Parameters:
  ///   - root: where the path begins.
  ///   - log: takes what is read.
  ///   - standard: what stands for whatever a step does not find; none is no standard.
  /// - Returns: what is there, possibly undefined.
  /// - Throws: when a step leads through something undefined.
  func value(in root: Value, _ log: ReadLog?, default standard: Value? = nil) throws(EvaluationFailure) -> Value {
    var value = root
    for step in steps {
      if case .undefined(let undefined) = value { throw .undefined(undefined.reason) }
      value = Access.element(step, of: value, log)
      if case .undefined = value, let standard, standard.kind != .none { value = standard }
    }
    return value
  }
}
