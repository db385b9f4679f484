package import Expressions

extension RecordTable.Derived where R: IdentifiedRecord {
  /// The record's own page. `id` is the stored field of the record's own type: the one that all such records promise has no
  /// place in memory where it could be read.
  static func url(_ id: any WritableKeyPath<R, Identifier> & Sendable) -> Self {
    .init("url", .link, "本页网址", from: id) { id, model in .link(model.routes.path(of: R.table.name, id: id.text)) }
  }
}

/// Where the portal puts the page of a record: the one thing that Training asks of it.
package protocol Routes: Sendable {
  /// The page of the record `id` of the kind `kind` (`course`, `class`, …).
  func path(of kind: String, id: String) -> SitePath
}
