import Diagnostics
import Publishing

/// What `diff` says to people: counts first, then page by page what has changed, then every row of tables.
struct DifferenceText {
  private let difference: PortalDifference
  private let language: Language
  private let distinct: DistinctRows

  /// Changes of one page that are shown; the others are counted.
  private static let shownChanges = 12

  init(_ difference: PortalDifference, language: Language) {
    self.difference = difference
    self.language = language
    distinct = DistinctRows(difference.tables)
  }

  /// Lines with a break behind each.
  ///
  /// - Complexity: O(what has changed).
  var text: String {
    guard !difference.isEmpty else { return said(Message(zh: "两个门户相同", en: "the portals are the same")) + "\n" }
    return (summary + pages + tables + frames + others).map { $0 + "\n" }.joined()
  }

  private func said(_ message: Message) -> String { message.text(in: language) }
  private func said(_ zh: String, _ en: String) -> String { said(Message(zh: zh, en: en)) }

  private var summary: [String] {
    var lines: [String] = []
    if let old = difference.old, let new = difference.new, old != new {
      lines.append(
        said(
          "基准日 \(old.asOf) → \(new.asOf)，程序 \(old.generator) → \(new.generator)",
          "as of \(old.asOf) → \(new.asOf), by \(old.generator) → \(new.generator)"))
    }
    let counts = [
      (difference.added.count, "新增", "added"), (difference.removed.count, "撤下", "removed"),
      (difference.moved.count, "移动", "moved"), (difference.changed.count, "内容有改动", "with other content"),
      (Set(difference.tables.compactMap { $0.page?.address }).count, "表格有改动", "with other rows"),
    ].filter { $0.0 > 0 }
    if !counts.isEmpty {
      lines.append(
        said("页面：", "pages: ")
          + counts.map { said("\($0.1) \($0.0)", "\($0.0) \($0.2)") }.joined(separator: said("，", ", ")))
    }
    let rows = distinct.tables.map(\.rows)
    let numbers = (
      rows.reduce(0) { $0 + $1.added.count }, rows.reduce(0) { $0 + $1.removed.count },
      rows.reduce(0) { $0 + $1.changed.count }
    )
    if !rows.isEmpty {
      lines.append(
        said(
          "公开的行：新增 \(numbers.0)，撤下 \(numbers.1)，改动 \(numbers.2)",
          "public rows: \(numbers.0) added, \(numbers.1) removed, \(numbers.2) changed"))
    }
    return lines
  }

  private var pages: [String] {
    var lines: [String] = []
    lines += section("新增的页面", "pages added", difference.added) { page in
      ["+ " + name(page)] + (page.redirect.map { [said("    转到 \($0)", "    leads to \($0)")] } ?? [])
    }
    lines += section("撤下的页面", "pages removed", difference.removed) { page in
      ["- " + name(page)]
        + (page.redirect.map { [said("    旧网址转到 \($0)", "    the old address leads to \($0)")] } ?? [])
    }
    lines += section("移动的页面", "pages moved", difference.moved) { move in
      let way =
        move.isRedirected
        ? said("旧网址转到新网址", "the old address leads to the new one") : said("旧网址不再有效", "the old address is gone")
      return ["> " + name(move.page), "    " + said("原网址 \(move.from)；", "stood at \(move.from); ") + way]
    }
    lines += section("内容有改动的页面", "pages with other content", difference.changed) { change in
      ["* " + name(change.page)]
        + (change.formerTitle.map { [said("    原标题：\($0)", "    former title: \($0)")] } ?? [])
        + self.lines(of: change.text) + self.lines(of: change.details)
    }
    return lines
  }

  private var tables: [String] {
    var lines = section("公开的行", "public rows", distinct.tables) { table, rows in
      let caption = rows.caption.isEmpty ? "" : said("，《\(rows.caption)》", ", \"\(rows.caption)\"")
      var lines = ["# " + (table.page.map(name) ?? table.address) + caption]
      if let former = rows.formerCaption {
        lines.append(
          said("    表题：", "    caption: ") + cell(former) + " → " + cell(rows.isNamedByHeading ? "" : rows.caption))
      }
      if let former = rows.formerColumns {
        lines.append(
          said("    栏目改了：", "    other columns: ") + former.joined(separator: " · ") + " → "
            + rows.columns.joined(separator: " · "))
      }
      lines += rows.removed.map { "    - " + cells($0) }
      lines += rows.added.map { "    + " + cells($0) }
      lines += rows.changed.map { self.line(of: $0, rows.columns) }
      if rows.isReordered { lines.append(said("    其余各行的顺序变了", "    the other rows stand in another order")) }
      return lines
    }
    if distinct.repeated > 0 {
      lines.append(
        said("同样的改动还在另外 \(distinct.repeated) 个表格里", "the same changes are in \(distinct.repeated) more tables"))
    }
    return lines
  }

  private var frames: [String] {
    section("页面四周的改动（栏目、页脚等）", "around the text (navigation, footer)", difference.frames) { frame in
      let count = frame.addresses.count
      let first = shown(frame.addresses[0])
      return [
        count == 1 ? "* " + first : said("* \(count) 个页面，如 \(first)", "* \(count) pages, such as \(first)")
      ] + lines(of: frame.text) + lines(of: frame.details)
    }
  }

  private var others: [String] {
    var lines: [String] = []
    if !difference.technical.isEmpty {
      lines += [
        "",
        said(
          "另有 \(difference.technical.count) 个页面只有样式等读者看不到的改动，如 \(shown(difference.technical[0]))",
          "\(difference.technical.count) more pages differ in nothing that readers see, such as \(shown(difference.technical[0]))"
        ),
      ]
    }
    lines += section("读不出的表格文件，只知道内容不同", "tables that cannot be read, only that they differ", difference.unreadable) {
      ["* " + $0]
    }
    lines += section("其他文件", "other files", difference.files) { file in
      [
        said(
          "\(file.kind.title.zh)：新增 \(file.added)，撤下 \(file.removed)，改动 \(file.changed)",
          "\(file.kind.title.en): \(file.added) added, \(file.removed) removed, \(file.changed) changed")
      ]
    }
    return lines
  }

  private func section<Item>(_ zh: String, _ en: String, _ items: [Item], _ lines: (Item) -> [String]) -> [String] {
    items.isEmpty ? [] : ["", said(zh, en)] + items.flatMap(lines)
  }

  private func lines(of text: TextDifference) -> [String] {
    var lines: [String] = []
    for change in text.changes.prefix(Self.shownChanges) {
      if let before = change.before { lines.append("    - " + before) }
      if let after = change.after { lines.append("    + " + after) }
    }
    let rest = text.changes.count - Self.shownChanges
    if rest > 0 { lines.append(said("    另有 \(rest) 处", "    and \(rest) more places")) }
    if text.isReordered { lines.append(said("    段落的顺序变了", "    paragraphs stand in another order")) }
    return lines
  }

  private func lines(of details: DetailDifference) -> [String] {
    let lines = details.changes.prefix(Self.shownChanges).map { "    " + said(DetailText($0).message) }
    let rest = details.changes.count - Self.shownChanges
    return lines
      + (rest > 0 ? [said("    另有 \(rest) 处链接、图片等", "    and \(rest) more links, pictures and the like")] : [])
  }

  private func line(of change: TableDifference.Change, _ columns: [String]) -> String {
    let places = columns.indices.filter { change.before[$0] != change.after[$0] }
    let changes = places.map { "\(columns[$0]) \(cell(change.before[$0])) → \(cell(change.after[$0]))" }
    return "    * " + cells(change.after) + said("：", ": ") + changes.joined(separator: said("；", "; "))
  }

  private func cell(_ text: String) -> String { text.isEmpty ? said("（空）", "(blank)") : text }
  private func cells(_ row: [String]) -> String { row.filter { !$0.isEmpty }.joined(separator: " · ") }

  /// Where a page stands, what it is called, its address.
  private func name(_ page: ReadablePage) -> String {
    (page.trail + [page.title]).joined(separator: " › ") + said("（\(shown(page.address))）", " (\(shown(page.address)))")
  }

  private func shown(_ address: String) -> String { address.isEmpty ? "index.html" : address }
}

extension PublishedFileKind {
  fileprivate var title: Message {
    switch self {
    case .calendars: Message(zh: "日历", en: "calendars")
    case .feeds: Message(zh: "订阅和站点地图", en: "feeds and site maps")
    case .tables: Message(zh: "表格文件", en: "tables")
    case .data: Message(zh: "数据", en: "data")
    case .pictures: Message(zh: "图片", en: "pictures")
    case .documents: Message(zh: "文档", en: "documents")
    case .assets: Message(zh: "样式和脚本", en: "styles and scripts")
    case .others: Message(zh: "其他", en: "others")
    }
  }
}
