import Diagnostics
import Expressions
import Foundation
import Templates
import Values

/// One case of `jinja/jinja-cases.json`: layouts, context, and what Jinja2 3.1.6 made of them.
struct LayoutsCase: Sendable {
  let id: String
  let group: String
  let templates: [(name: String, text: String)]
  let main: String
  let context: Node
  let options: Node?
  let expected: String?
  /// 1-based line of the error Jinja2 reported.
  let errorLine: Int?
  let isShared: Bool
  let printsPythonLiteral: Bool

  enum Outcome: Equatable {
    case output(String)
    /// Codes of the errors with their lines.
    case refused(codes: [String], lines: [Int])
  }

  static let folder: URL? = {
    let given = ProcessInfo.processInfo.environment["PROSPECTUS_CONFORMANCE"].map { URL(fileURLWithPath: $0) }
    let beside = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("shared/conformance")
    let folder = given ?? beside
    return FileManager.default.fileExists(atPath: folder.appendingPathComponent("jinja/jinja-cases.json").path)
      ? folder : nil
  }()

  static let all: [LayoutsCase] = {
    folder.map { read($0.appendingPathComponent("jinja/jinja-cases.json")) } ?? []
  }()

  static let randomFile = ProcessInfo.processInfo.environment["PROSPECTUS_RANDOM_LAYOUTS"].map {
    URL(fileURLWithPath: $0)
  }

  static func read(_ file: URL) -> [LayoutsCase] {
    guard let data = try? Data(contentsOf: file) else { return [] }
    return (OrderedJSON.parse(Array(data))?.items ?? []).map { LayoutsCase($0) }
  }

  init(_ node: Node) {
    func text(_ key: String) -> String? { node[key]?.scalar?.text }
    id = text("id") ?? ""
    group = text("group") ?? ""
    templates = (node["templates"]?.entries ?? []).map { ($0.key, $0.value.scalar?.text ?? "") }
    main = text("main") ?? "main.html"
    context = node["context"] ?? Node(.mapping([]), SourceSpan(0, 0))
    options = node["options"]
    expected = text("expected")
    errorLine = node["error"]?["lineno"]?.scalar.flatMap { Int($0.text) }
    isShared = text("minijinja") == "agrees"
    printsPythonLiteral = text("prints_python_literal") == "true"
  }

  /// Whether the options ask for something the language leaves out.
  var asksForLenientUndefined: Bool { options?["undefined"]?.scalar.map { $0.text != "strict" } ?? false }

  var layoutOptions: LayoutOptions {
    var result = LayoutOptions()
    func flag(_ key: String) -> Bool? { options?[key]?.scalar.map { $0.text == "true" } }
    result.trimBlocks = flag("trim_blocks") ?? true
    result.stripsIndentation = flag("lstrip_blocks") ?? true
    result.keepsTrailingNewline = flag("keep_trailing_newline") ?? false
    result.escapes = flag("autoescape") ?? true
    return result
  }

  /// The oracle's `date` is no filter of Jinja2; its patterns are written with our letters.
  private static func rewritten(_ template: String) -> String {
    guard template.contains("|date") else { return template }
    return template.replacingOccurrences(of: "%Y", with: "Y").replacingOccurrences(of: "%-m", with: "n")
      .replacingOccurrences(of: "%-d", with: "j").replacingOccurrences(of: "%m", with: "m")
      .replacingOccurrences(of: "%d", with: "d")
  }

  /// What our engine makes of the case: with dynamic values, or with record types derived from the context.
  func run(typed: Bool) -> Outcome {
    let files = templates.map { name, text in
      LayoutFile(name: name, path: name, bytes: Array(Self.rewritten(text).utf8))
    }
    let entries = context.entries ?? []
    let types = entries.map { typed ? DerivedRecord.type(of: [$0.value]) : .any }
    let values = zip(entries, types).map { DerivedRecord.value($0.value, $1) }
    let (set, diagnostics) =
      typed
      ? LayoutSet.load(
        files: files, signatures: [main: zip(entries, types).map { LayoutVariable($0.key, $1) }], options: layoutOptions
      )
      : LayoutSet.loadDynamic(files: files, main: main, variables: entries.map(\.key), options: layoutOptions)
    var errors = diagnostics.filter { $0.severity == .error }
    if errors.isEmpty {
      var output: [UInt8] = []
      do throws(LayoutError) {
        try set.render(main, values, page: SitePath(""), into: &output)
        return .output(String(decoding: output, as: UTF8.self))
      } catch { errors = [error.diagnostic] }
    }
    let places = errors.flatMap { [$0.location] + $0.notes.map(\.location) }
    let lines = places.map { place in
      guard let location = place, let span = location.span,
        let file = files.first(where: { $0.path == location.path })
      else { return 0 }
      return 1 + file.bytes.prefix(Int(span.start)).filter { $0 == 0x0A }.count
    }
    return .refused(codes: errors.map(\.code.text), lines: lines)
  }
}

/// A record with the attributes of a JSON object.
final class DerivedRecord: RecordValue {
  let recordType: RecordType
  private let values: [Value]
  let identity: String

  init(recordType: RecordType, values: [Value], identity: String) {
    self.recordType = recordType
    self.values = values
    self.identity = identity
  }

  func value(at index: Int, of type: ObjectIdentifier) -> Value? {
    ObjectIdentifier(recordType) == type ? value(at: index) : nil
  }
  func value(at index: Int) -> Value { values[index] }

  /// The type of nodes that stand at the same place: objects become records, attributes that some lack are optional.
  static func type(of nodes: [Node]) -> ValueType {
    let given = nodes.filter { if case .none = Value($0) { false } else { true } }
    guard let first = given.first else { return .any }
    if given.count < nodes.count { return .optional(type(of: given)) }
    if given.allSatisfy({ $0.entries != nil }) {
      var names: [String] = []
      for node in given { for entry in node.entries ?? [] where !names.contains(entry.key) { names.append(entry.key) } }
      guard !names.isEmpty else { return .mapping }
      let type = RecordType(
        "object",
        names.map { name in
          let values = given.compactMap { $0[name] }
          let attribute = DerivedRecord.type(of: values)
          return .init(name, values.count < given.count ? .optional(attribute.present) : attribute, doc: "")
        })
      return .record { type }
    }
    if given.allSatisfy({ $0.items != nil }) { return .list(type(of: given.flatMap { $0.items ?? [] })) }
    let kinds = given.map { Value($0).kind }
    guard kinds.allSatisfy({ $0 == kinds[0] }), first.scalar != nil else { return .any }
    switch Value(first) {
    case .boolean: return .boolean
    case .number: return .number
    case .text: return .text
    default: return .any
    }
  }

  /// The value of a node as `type` says.
  static func value(_ node: Node, _ type: ValueType) -> Value {
    switch type.present {
    case .record(let make):
      guard node.entries != nil else { return Value(node) }
      let type = make()
      return .record(
        DerivedRecord(
          recordType: type,
          values: type.attributes.map { attribute in node[attribute.name].map { value($0, attribute.type) } ?? .none },
          identity: "object \(node.span.start)"))
    case .list(let element): return .list((node.items ?? []).map { value($0, element) })
    default: return Value(node)
    }
  }
}

/// JSON with the order of names kept.
enum OrderedJSON {
  static func parse(_ bytes: [UInt8]) -> Node? {
    var reader = Reader(bytes: bytes)
    return reader.value()
  }

  private struct Reader {
    let bytes: [UInt8]
    var position = 0

    mutating func skip() {
      while position < bytes.count, [0x20, 0x0A, 0x0D, 0x09].contains(bytes[position]) { position += 1 }
    }

    mutating func value() -> Node? {
      skip()
      let start = position
      switch bytes[position] {
      case UInt8(ascii: "{"):
        position += 1
        var entries: [Node.Entry] = []
        while true {
          skip()
          if bytes[position] == UInt8(ascii: "}") { break }
          guard let key = text() else { return nil }
          skip()
          position += 1
          guard let value = value() else { return nil }
          entries.append(Node.Entry(key: key, keySpan: SourceSpan(0, 0), value: value))
          skip()
          if bytes[position] == UInt8(ascii: ",") { position += 1 }
        }
        position += 1
        return Node(.mapping(entries), SourceSpan(start, position))
      case UInt8(ascii: "["):
        position += 1
        var items: [Node] = []
        while true {
          skip()
          if bytes[position] == UInt8(ascii: "]") { break }
          guard let value = value() else { return nil }
          items.append(value)
          skip()
          if bytes[position] == UInt8(ascii: ",") { position += 1 }
        }
        position += 1
        return Node(.sequence(items), SourceSpan(start, position))
      case UInt8(ascii: "\""):
        guard let text = text() else { return nil }
        return Node(.scalar(Scalar(text, .text)), SourceSpan(start, position))
      default:
        while position < bytes.count, !",]} \n\r\t".utf8.contains(bytes[position]) { position += 1 }
        return Node(
          .scalar(Scalar(String(decoding: bytes[start..<position], as: UTF8.self), .plain)), SourceSpan(start, position)
        )
      }
    }

    mutating func text() -> String? {
      let start = position
      position += 1
      while bytes[position] != UInt8(ascii: "\"") { position += bytes[position] == UInt8(ascii: "\\") ? 2 : 1 }
      position += 1
      let literal = Data([UInt8(ascii: "[")] + bytes[start..<position] + [UInt8(ascii: "]")])
      return (try? JSONSerialization.jsonObject(with: literal) as? [String])?.first
    }
  }
}
