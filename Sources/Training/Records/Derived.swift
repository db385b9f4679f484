package import Expressions

extension RecordTable.Derived where R: IdentifiedRecord {
  /// The record's own page.
  static func url() -> Self {
    .init("url", .link, "本页网址") { record, model in
      .link(model.routes.path(of: R.table.name, id: record.id.text))
    }
  }
}

/// Where the portal puts the page of a record: the one thing that Training asks of it.
package protocol Routes: Sendable {
  /// The page of the record `id` of the kind `kind` (`course`, `class`, …).
  func path(of kind: String, id: String) -> SitePath
}
