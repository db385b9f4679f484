import Expressions
import Training
import Values

/// Newsletters arranged for readers.
enum NewsletterViews {
  static let seriesType = RecordType(
    "series",
    [
      .init("name", .text, doc: "系列名称"), .init("url", .link, doc: "班级页"),
      .init("newsletters", Newsletter.listType, doc: "各期，新的在前"),
    ])

  /// Newest first.
  static func latest(in model: Model) -> some Sequence<Newsletter> {
    model.latestNewsletters.lazy.map { model.newsletters.records[$0] }
  }

  static func series(_ context: PortalContext) -> Value {
    let model = context.model
    return .list(
      model.classesByProject.flatMap { $0 }.compactMap { index in
        let issues = model.newslettersByClass[index]
        guard !issues.isEmpty else { return nil }
        let record = model.classes.records[index]
        return .record(
          View(
            seriesType,
            [
              .text(record.name + "简报"), .link(context.path(of: record)), model.entities(Newsletter.self, at: issues),
            ]))
      })
  }
}
