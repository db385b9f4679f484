import Diagnostics
package import Expressions
import Values

/// Something still open: what, who decides it, by when.
package struct Pending: NestedRecord {
  package var origin = Origin()
  package var what = ""
  package var owner = ""
  package var by = CalendarDate(dayNumber: 0)
  /// The name of the field that is open; empty for an item of a list.
  package private(set) var field = ""

  package init() {}

  /// An item of `pending` of courses, projects, plans and notices and of `open` of schemes, or what stands in the place of
  /// a value that is open; all three fields are required, so that nothing stays open without an owner and a day.
  package static let table = RecordTable<Pending>(
    "pending", "待定事项",
    [
      .required("what", "事项", \.what, "什么待定"),
      .required("owner", "负责", \.owner, "由谁定"),
      .required("by", "期限", \.by, "最迟哪天"),
    ], derived: [.init("field", .text, "待定的项的名称；整条待定事项为空") { record, _ in .text(record.field) }])

  /// Of layouts: `what`, `owner`, `by`, `field`.
  static var recordType: RecordType { table.recordType }
}

extension Pending {
  /// What is open about a field whose value is written `{pending: {what, owner, by}}`, or in a cell of a table
  /// `待定（负责部门，2026-09-30）`.
  ///
  /// - Returns: `nil` for any other value; `.some(nil)` for one that says it is open without saying how, which was
  ///   reported.
  static func open<R>(_ node: Node, field: Field<R>, _ decoding: inout Decoding) -> Pending?? {
    switch node.content {
    case .sequence: return .none
    case .mapping(let entries):
      guard entries.count == 1, entries[0].key == "pending", field.name != "pending" else { return .none }
      let before = decoding.diagnostics.count
      guard var pending = decode(entries[0].value, &decoding), decoding.diagnostics.count == before else {
        return .some(nil)
      }
      pending.field = field.name
      return pending
    case .scalar(let scalar):
      guard scalar.style == .plain else { return .none }
      if scalar.text.utf8.starts(with: "{\"pending\"".utf8), let tree = Decoding.tree(inCell: node) {
        return open(tree, field: field, &decoding)
      }
      guard scalar.text.utf8.starts(with: "待定".utf8) else { return .none }
      return inCell(scalar.text, node.span, field, &decoding)
    }
  }

  private static func inCell<R>(
    _ text: String, _ span: SourceSpan, _ field: Field<R>, _ decoding: inout Decoding
  ) -> Pending?? {
    let rest = String(text.dropFirst(2)).trimmed
    if !rest.isEmpty, !rest.hasPrefix("（"), !rest.hasPrefix("(") { return .none }
    let inner = rest.dropFirst().dropLast()
    let parts = inner.split { "，,;；、".contains($0) }.map { String($0).trimmed }
    guard rest.hasSuffix("）") || rest.hasSuffix(")"), parts.count == 2,
      let day = CalendarDate(fieldText: parts[1], year: decoding.year)
    else {
      decoding.report(
        "TX01",
        Message(
          zh: "“\(field.header)”待定，但没有写由谁、最迟哪天定",
          en: "\(field.name) is pending, but not who decides it by when"),
        severity: .warning, at: span,
        repair: Message(zh: "写成 待定（负责部门，2026-09-30）", en: "write 待定（owner，2026-09-30）"))
      return .some(nil)
    }
    var pending = Pending()
    pending.origin.begin(path: decoding.path, span: span, fieldCount: table.fields.count)
    pending.what = field.header
    pending.owner = parts[0]
    pending.by = day
    pending.field = field.name
    return pending
  }

  /// What `open` reads back.
  var openNode: Node {
    let places = SourceSpan(0, 0)
    let fields = [("what", what), ("owner", owner), ("by", by.description)].map {
      Node.Entry(key: $0.0, keySpan: places, value: .unplaced($0.1))
    }
    return Node(
      .mapping([Node.Entry(key: "pending", keySpan: places, value: Node(.mapping(fields), places))]), places)
  }
}
