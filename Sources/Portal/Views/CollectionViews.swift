import Diagnostics
import Expressions
import Training
import Values

/// Declared collections as tables that any layout can show, whatever their fields are.
enum CollectionViews {
  /// A piece of a cell: text, with an address when it is a link.
  static let partType = RecordType(
    "cell-part",
    [
      .init("text", .text, doc: "文字"), .init("url", .optional(.link), doc: "站内的网页"),
      .init("href", .optional(.text), doc: "站外的网址"),
    ])
  static let cellType = RecordType(
    "cell",
    [
      .init("parts", .list(.record { partType }), doc: "几个值；没有值时为空"),
      .init("pending", .optional(Pending.valueType), doc: "还没有定时：什么、由谁、何时定"),
    ])
  static let columnType = RecordType(
    "column",
    [
      .init("name", .text, doc: "英文名称"), .init("header", .text, doc: "栏目"), .init("doc", .text, doc: "说明"),
      .init("number", .boolean, doc: "是否数字，靠右对齐"),
    ])
  static let rowType = RecordType(
    "collection-row",
    [
      .init("anchor", .text, doc: "锚点"), .init("cells", .list(.record { cellType }), doc: "每栏一格"),
    ])
  /// A collection, or those of its rows that concern a page.
  static let tableType = RecordType(
    "collection-table",
    [
      .init("name", .text, doc: "名称"), .init("title", .text, doc: "标题"), .init("doc", .text, doc: "说明"),
      .init("url", .optional(.link), doc: "列出全部记录的网页"),
      .init("columns", .list(.record { columnType }), doc: "栏目"), .init("rows", .list(.record { rowType }), doc: "行"),
    ])

  /// The rows at `indices` of `collection` as a table of `fields` (all public ones).
  ///
  /// - Complexity: O(cells).
  static func table(
    _ collection: DeclaredCollection, _ indices: some Sequence<Int>, fields: [Int]? = nil, in model: Model
  ) -> Value {
    let fields = fields ?? collection.publicFields
    let columns: [Value] = fields.map { index in
      let field = collection.table.fields[index]
      return .record(
        View(
          columnType, [.text(field.name), .text(field.header), .text(field.doc), .boolean(isNumeric(field.valueType))]))
    }
    let rows: [Value] = indices.map { index in
      let cells: [Value] = fields.map { field in
        let (value, pending) = collection.cell(field, of: index, in: model)
        return .record(View(cellType, [.list(parts(of: value)), pending?.value(in: model) ?? .none]))
      }
      return .record(View(rowType, [.text(collection.anchor(of: index)), .list(cells)]))
    }
    return .record(
      View(
        tableType,
        [
          .text(collection.name), .text(collection.table.title), .text(collection.declaration.doc),
          collection.page.map { .link($0) } ?? .none, .list(columns), .list(rows),
        ]))
  }

  /// The table of the file at `path`: columns with their header and whether they hold numbers, and the cells of each row.
  static func table(path: String, columns: [(header: String, isNumber: Bool)], rows: [[String]]) -> Value {
    .record(
      View(
        tableType,
        [
          .text(path), .text(path.split(separator: "/").last.map(String.init) ?? path), .text(""),
          .link(SitePath(path)),
          .list(
            columns.map {
              .record(View(columnType, [.text($0.header), .text($0.header), .text(""), .boolean($0.isNumber)]))
            }),
          .list(
            rows.enumerated().map { number, cells in
              .record(
                View(
                  rowType,
                  [
                    .text("row-\(number + 1)"),
                    .list(
                      cells.map { cell in
                        .record(View(cellType, [.list(cell.isEmpty ? [] : parts(of: .text(cell))), .none]))
                      }),
                  ]))
            }),
        ]))
  }

  private static func parts(of value: Value) -> [Value] {
    switch value {
    case .none, .undefined: []
    case .list(let values): values.flatMap(parts)
    case .record(let record): [part(of: record)]
    case .text(let text): [part(text, href: text.hasPrefix("http://") || text.hasPrefix("https://") ? text : nil)]
    case .boolean(let truth): [part(truth ? "是" : "否")]
    case .date(let date): [part("\(date.year)年\(date.monthDayText)")]
    case .number, .quantity, .html, .link, .mapping: [part((try? Printing.text(value, page: SitePath(""))) ?? "")]
    }
  }

  /// Whether values of the type stand at the right of their column.
  static func isNumeric(_ type: ValueType) -> Bool {
    switch type {
    case .number, .quantity: true
    case .optional(let wrapped): isNumeric(wrapped)
    case .any, .boolean, .text, .html, .date, .link, .list, .mapping, .parts, .either, .record: false
    }
  }

  private static func part(_ text: String, url: SitePath? = nil, href: String? = nil) -> Value {
    .record(View(partType, [.text(text), url.map { .link($0) } ?? .none, href.map { .text($0) } ?? .none]))
  }

  /// A record by its name and page, an office by what it is called; one without a name by its values.
  private static func part(of record: any RecordValue) -> Value {
    let type = record.recordType
    func attribute(_ name: String) -> Value? { type.index(of: name).map(record.value) }
    var url: SitePath?
    if case .link(let path)? = attribute("url") { url = path }
    for name in ["name", "title", "office"] {
      if case .text(let text)? = attribute(name) { return part(text, url: url) }
    }
    let texts = type.attributes.indices.compactMap { index -> String? in
      switch record.value(at: index) {
      case .none, .list, .record, .undefined, .link: nil
      case .boolean(let truth): truth ? type.attributes[index].doc : nil
      case .date(let date): date.monthDayText
      case let value: try? Printing.text(value, page: SitePath(""))
      }
    }
    return part(texts.joined(separator: " "), url: url)
  }
}

extension CollectionsView {
  /// `collections` in every layout: what rules see of them, and ready-made tables.
  init(ofLayouts collections: [DeclaredCollection]) {
    self.init(
      collections, also: .init("table", .record { CollectionViews.tableType }, doc: "同样的记录，作为现成的表")
    ) { CollectionViews.table($0, $0.rows.indices, in: $1) }
  }
}

/// What declared collections say about a page's record, by the page's path.
struct RelatedRows: Sendable {
  private var byPath: [String: [(collection: Int, rows: [Int], fields: [Int])]] = [:]

  init(_ model: Model) {
    for (number, collection) in model.collections.enumerated() {
      for (target, rows) in collection.rowsByTarget.sorted(by: { $0.key < $1.key }) {
        guard let colon = target.firstIndex(of: ":") else { continue }
        let path = model.routes.path(of: String(target[..<colon]), id: String(target[target.index(after: colon)...]))
        // Kinds without pages have the home page's path.
        guard !path.path.isEmpty else { continue }
        byPath[path.path, default: []].append((number, rows, collection.publicFields(of: rows, about: target)))
      }
    }
  }

  /// The tables for the page at `path`.
  func tables(for path: SitePath, in model: Model) -> [Value] {
    (byPath[path.path] ?? []).map {
      CollectionViews.table(model.collections[$0.collection], $0.rows, fields: $0.fields, in: model)
    }
  }
}
