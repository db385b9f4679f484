import Expressions

/// An address that readers may still have, and where its page is now.
package struct Redirect: IdentifiedRecord {
  package var origin = Origin()
  package var id = Identifier()
  package var from = ""
  package var to: String?

  package init() {}
  package static func store(in model: Model) -> RecordStore<Redirect> { model.redirects }
  /// Filled from `redirects.csv`.
  package static var shelf: any WritableKeyPath<Records, [Redirect]> & Sendable { \.redirects }

  /// `redirect`: an address of a page that is gone. It has no id field.
  package static let table = RecordTable<Redirect>(
    "redirect", "旧网址",
    [
      .required("from", "旧网址", \.from, "不再有页面的网址，从门户的根写起，如 courses/jiu-kecheng/"),
      .optional("to", "新网址", \.to, "现在的页面：course:编号 这样的写法，或网址；空着表示不再提供，也不再提醒"),
    ])
}
