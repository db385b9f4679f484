/// A page of help.
package struct HelpPage: IdentifiedRecord {
  package var origin = Origin()
  package var id = Identifier()
  package var title = ""
  package var summary = ""
  package var order = 0

  package init() {}
  package static func store(in model: Model) -> RecordStore<HelpPage> { model.helpPages }
  /// Filled from the Markdown files of `help/`.
  package static var shelf: any WritableKeyPath<Records, [HelpPage]> & Sendable { \.helpPages }

  /// `help`: its fields and its page.
  package static let table = RecordTable<HelpPage>(
    "help", "帮助",
    [
      .required("id", "编号", \.id, "编号，取自文件名"),
      .required("title", "标题", \.title, "标题"),
      .required("summary", "摘要", \.summary, "一两句话"),
      .required("order", "顺序", \.order, "帮助目录里的顺序"),
    ],
    derived: [.url(\.id)])
}
