import Expressions
import Markdown
import Training
import Values

/// `page` in every layout.
enum PageView {
  static let crumbType = RecordType(
    "crumb", [.init("title", .text, doc: "文字"), .init("url", .optional(.link), doc: "网址；最后一级没有")])
  static let headingType = RecordType(
    "heading",
    [
      .init("id", .text, doc: "锚点"), .init("level", .number, doc: "级别 1–6"), .init("html", .html, doc: "标题内容"),
      .init("text", .text, doc: "标题文字"),
    ])
  static let recordType = RecordType(
    "page",
    [
      .init("title", .text, doc: "标题"), .init("description", .text, doc: "一句话"),
      .init("kind", .text, doc: "页面种类"), .init("section", .text, doc: "所属栏目"),
      .init("url", .link, doc: "本页网址"), .init("canonical", .text, doc: "发布后的完整网址"),
      .init("crumbs", .list(.record { crumbType }), doc: "面包屑，从首页到本页"),
      .init("minutes_to_read", .number, doc: "读完正文要几分钟"), .init("noindex", .boolean, doc: "是否不让搜索引擎收录"),
      .init("edit_url", .optional(.text), doc: "编辑本页的网址"),
      .init("body", .html, doc: "正文"), .init("outline", .list(.record { headingType }), doc: "正文的二级标题"),
      .init("related", .list(.record { CollectionViews.tableType }), doc: "自建表里与本页有关的记录，每张表一项"),
      .init("structured", .optional(.mapping), doc: "结构化数据"),
    ])

  /// Full-width squares of a description that is taken from the text.
  private static let descriptionLength = 80

  private static func description(of page: Page, _ text: MarkdownOutput?) -> String {
    if let description = page.description { return description }
    let excerpt = text?.excerpt(to: descriptionLength) ?? ""
    return excerpt.isEmpty ? page.title : excerpt
  }

  static func value(_ page: Page, family: PageFamily, text: MarkdownOutput?, _ context: PortalContext) -> Value {
    let settings = context.model.settings
    let home = Crumb("首页", SitePath(""))
    let isHome = page.path.path.isEmpty
    let crumbs: [Value] =
      isHome
      ? []
      : ([home] + page.crumbs).map { crumb in .record(View(crumbType, [.text(crumb.title), .link(crumb.path)])) }
        + [.record(View(crumbType, [.text(page.title), .none]))]
    let headings: [Value] = (text?.outline ?? []).filter { $0.level == 2 }.map { heading in
      .record(
        View(
          headingType,
          [.text(heading.id), .number(Decimal(heading.level)), .html(Markup(heading.html)), .text(heading.text)]))
    }
    return .record(
      View(
        recordType,
        [
          .text(page.title), .text(description(of: page, text)), .text(family.name), .text(page.section.rawValue),
          .link(page.path),
          .text(settings.baseURL.text + page.path.path), .list(crumbs), .number(Decimal(text?.readingMinutes() ?? 1)),
          .boolean(page.isNoIndex || context.model.readership == .preview),
          page.source.flatMap { source in
            settings.editURL.map { .text($0.address(of: source)) }
          } ?? .none,
          .html(Markup(text?.html ?? [])), .list(headings),
          .list(context.related.tables(for: page.path, in: context.model)), .none,
        ]))
  }
}
