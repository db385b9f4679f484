package import Expressions

/// `collections` in layouts and rules: the declared collections by name, with typed rows.
package struct CollectionsView: Sendable {
  /// The type of `collections`: one attribute for each collection.
  package let recordType: RecordType
  private let types: [RecordType]
  private let extra: (@Sendable (DeclaredCollection, Model) -> Value)?

  /// Each collection with title, explanation, page and rows; with `attribute` behind them, whose value is `value`.
  package init(
    _ collections: [DeclaredCollection], also attribute: RecordType.Attribute? = nil,
    value: (@Sendable (DeclaredCollection, Model) -> Value)? = nil
  ) {
    let types = collections.map { collection in
      RecordType(
        "collections." + collection.name,
        [
          .init("title", .text, doc: "标题"), .init("doc", .text, doc: "说明"),
          .init("url", .optional(.link), doc: "列出全部记录的网页"),
          .init("rows", .list(.record { collection.table.recordType }), doc: "全部记录，按文件里的顺序"),
        ] + [attribute].compactMap(\.self))
    }
    self.types = types
    extra = value
    recordType = RecordType(
      "collections",
      zip(collections, types).map { collection, type in
        .init(collection.name, .record { type }, doc: collection.declaration.doc)
      })
  }

  /// The value in the portal of `model`, whose collections are those of the view.
  ///
  /// - Complexity: O(rows).
  package func view(in model: Model) -> View {
    View(
      recordType,
      zip(model.collections, types).map { collection, type in
        let own: [Value] = [
          .text(collection.table.title), .text(collection.declaration.doc),
          collection.page.map { .link($0) } ?? .none,
          .list(collection.entities(collection.rows.indices, in: model)),
        ]
        return .record(View(type, own + [extra.map { $0(collection, model) }].compactMap(\.self)))
      }, isShared: true)
  }
}
