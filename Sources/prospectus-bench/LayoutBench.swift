import Diagnostics
import Expressions
import Files
import Templates
import Values

/// Rendering measured alone: pages of layouts and JSON contexts, without reading or writing a file, by one thread.
///
/// A folder holds `*.html`, and `NAME.json` beside `NAME.html` for each page layout: a list of contexts, one a page. Their
/// types are derived from the first context, as the portal's come from its field tables; a text whose name ends with
/// `_html` is finished markup.
struct LayoutBench {
  private let set: LayoutSet
  private let page: String
  private let contexts: [[Value]]

  /// - Returns: `nil` when a file cannot be read or a layout is wrong; `problem` says why.
  init?(folder: String, page name: String, _ world: World, problem: inout String) {
    var files: [LayoutFile] = []
    for file in world.files.snapshot(SnapshotRequest(folder: folder, label: "", jobs: 1)).files
    where file.path.hasSuffix(".html") {
      files.append(LayoutFile(name: file.path, path: file.path, bytes: file.bytes ?? []))
    }
    guard let bytes = try? world.files.read(folder + "/" + name + ".json"),
      let pages = JSONReader.read(bytes, path: name + ".json").root?.items, let first = pages.first?.entries
    else {
      problem = "\(name).json is no list of contexts"
      return nil
    }
    let types = first.map { (name: $0.key, type: BenchRecord.type(of: $0.value, named: $0.key)) }
    page = name + ".html"
    let (set, diagnostics) = LayoutSet.load(
      files: files, signatures: [page: types.map { LayoutVariable($0.name, $0.type) }])
    guard set.canRender(page) else {
      problem = diagnostics.map(\.message.en).joined(separator: "; ")
      return nil
    }
    self.set = set
    contexts = pages.map { context in
      types.map { name, type in context[name].map { BenchRecord.value($0, type) } ?? .none }
    }
  }

  var pages: Int { contexts.count }

  /// Nanoseconds of rendering all pages once into the buffer `output`, which every round uses again as a worker does, and what
  /// they are, one behind the other; `nil` when one fails.
  func measure(_ world: World, into output: inout [UInt8], keeps: Bool) -> (time: Int64, bytes: Int, output: [UInt8])? {
    var kept: [UInt8] = []
    var total = 0
    let start = world.elapsed()
    for context in contexts {
      output.removeAll(keepingCapacity: true)
      do throws(LayoutError) {
        try set.render(page, context, page: SitePath(""), into: &output)
      } catch { return nil }
      total += output.count
      if keeps { kept += output }
    }
    return (world.elapsed() - start, total, kept)
  }
}

/// A record with the attributes of a JSON object.
private final class BenchRecord: RecordValue {
  let recordType: RecordType
  private let values: [Value]

  init(_ recordType: RecordType, _ values: [Value]) {
    self.recordType = recordType
    self.values = values
  }

  var identity: String { recordType.name }

  func value(at index: Int, of type: ObjectIdentifier) -> Value? {
    ObjectIdentifier(recordType) == type ? value(at: index) : nil
  }
  func value(at index: Int) -> Value { values[index] }

  static func type(of node: Node, named name: String) -> ValueType {
    if let entries = node.entries {
      let record = RecordType(
        name, entries.map { .init($0.key, type(of: $0.value, named: $0.key), doc: "") })
      return .record { record }
    }
    if let items = node.items { return .list(items.first.map { type(of: $0, named: name) } ?? .any) }
    switch Value(node) {
    case .boolean: return .boolean
    case .number: return .number
    case .text: return name.hasSuffix("_html") ? .html : .text
    default: return .optional(.text)
    }
  }

  static func value(_ node: Node, _ type: ValueType) -> Value {
    switch type {
    case .record(let make):
      let recordType = make()
      return .record(
        BenchRecord(
          recordType,
          recordType.attributes.map { attribute in
            node[attribute.name].map { value($0, attribute.type) } ?? .none
          }))
    case .list(let element): return .list((node.items ?? []).map { value($0, element) })
    case .html: return .html(Markup(Array((node.scalar?.text ?? "").utf8)))
    default: return Value(node)
    }
  }
}
