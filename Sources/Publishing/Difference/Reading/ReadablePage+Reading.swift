import Expressions

extension ReadablePage {
  /// Reads the page at `address`; of bytes that are no HTML what looks like text.
  ///
  /// - Complexity: O(length).
  init(_ html: [UInt8], address: String) {
    var reader = PageReader(html, address: address)
    self = reader.read()
  }

  /// Reads a page of an output by its file.
  init(_ html: [UInt8], file: String) { self.init(html, address: SitePath.path(ofFile: file)) }
}

/// Goes through the tags of a page once.
private struct PageReader {
  private var scanner: HTMLScanner
  private var page: ReadablePage
  private var text = ReadableText()
  private var details: DetailReader
  private var table: TableReader?
  /// Tables inside of the one that is read.
  private var depth = 0
  private var isInMain = false
  private var hasMain = false
  private var isInTrail = false
  private var heading: String?
  private var title: String?
  private var isInTitle = false
  private var isInHeading = false
  /// The heading above what is read, and whether it is read itself: a table without a caption is known by it.
  private var section = ""
  private var isInSection = false
  /// Behind a `dt`, whose `dd` belongs to it.
  private var isBehindTerm = false

  /// Elements that begin and end a line of their own.
  private static let blocks: Set<String> = [
    "address", "article", "aside", "blockquote", "body", "button", "caption", "dd", "details", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr",
    "legend", "li", "main", "nav", "ol", "option", "p", "pre", "section", "select", "summary", "table", "tbody", "td",
    "tfoot", "th", "thead", "title", "tr", "ul",
  ]

  init(_ html: [UInt8], address: String) {
    scanner = HTMLScanner(html)
    page = ReadablePage(address: address)
    details = DetailReader(page: address)
  }

  mutating func read() -> ReadablePage {
    while let token = scanner.next() {
      switch token {
      case .text(let range):
        text.append(scanner.bytes, range)
        details.text(scanner.bytes, range, inTable: table != nil)
      case .open(let tag): open(tag)
      case .close(let name): close(name)
      }
    }
    flush()
    endTable()
    if !hasMain {
      page.blocks = page.frame
      page.frame = []
      page.details += page.frameDetails
      page.frameDetails = []
    }
    page.title = heading ?? title ?? page.address
    // The last step is the page itself.
    if !page.trail.isEmpty { page.trail.removeLast() }
    page.blocks = page.blocks.map(withoutAddress)
    for index in page.details.indices { page.details[index].place = withoutAddress(page.details[index].place) }
    return page
  }

  private mutating func open(_ tag: HTMLScanner.Tag) {
    if tag.name == "br" || tag.name == "img" {
      text.blank()
      details.blank()
    }
    if tag.name == "meta" { noteRedirect(tag) }
    let scanner = scanner
    func value(_ name: String) -> String? { Self.value(name, of: tag, scanner) }
    if let detail = details.ofPage(tag, scanner.bytes, value) {
      let isOfFrame = !isInMain && tag.name == "script"
      note([PlacedDetail(detail: detail, place: "")], inFrame: isOfFrame)
    }
    guard Self.blocks.contains(tag.name) else {
      details.open(tag, value)
      return
    }
    openBlock(tag)
    details.open(tag, value)
  }

  private mutating func openBlock(_ tag: HTMLScanner.Tag) {
    details.blank()
    if table != nil, openInTable(tag) { return }
    if tag.name == "dd", isBehindTerm { text.join() } else { flush() }
    isBehindTerm = false
    switch tag.name {
    case "main": (isInMain, hasMain) = (true, true)
    case "title": isInTitle = title == nil
    case "h1": isInHeading = heading == nil
    case "h2", "h3", "h4", "h5", "h6": isInSection = true
    case "nav": isInTrail = value("class", of: tag)?.contains("crumbs") ?? false
    case "body":
      let words = (value("class", of: tag) ?? "").split(separator: " ")
      page.kind = words.first { $0.hasPrefix("kind-") }.map { String($0.dropFirst("kind-".count)) } ?? ""
    case "table":
      let marked = tag.attributes.contains { $0.name == "data-names" }
      table = TableReader(isNameList: marked)
      depth = 0
    case _: break
    }
  }

  private mutating func close(_ name: String) {
    defer { details.close(name) }
    guard Self.blocks.contains(name) else { return }
    details.blank()
    if table != nil, closeInTable(name) { return }
    if name == "dt", !text.isEmpty {
      text.append("：")
      isBehindTerm = true
      return
    }
    flush()
    switch name {
    case "main": isInMain = false
    case "nav": isInTrail = false
    case _: break
    }
  }

  /// Whether the tag belongs to the table that is read.
  private mutating func openInTable(_ tag: HTMLScanner.Tag) -> Bool {
    if tag.name == "table" { depth += 1 }
    if tag.name == "main" || tag.name == "body" {
      endTable()
      return false
    }
    guard depth == 0 else {
      text.blank()
      return true
    }
    switch tag.name {
    case "thead", "tbody", "tfoot":
      table?.beginPart(&text)
      table?.isInHead = tag.name == "thead"
    case "tr":
      table?.beginRow(&text)
      endRow()
    case "td", "th":
      let (rows, columns) = (number("rowspan", of: tag), number("colspan", of: tag))
      table?.beginCell(isHeader: tag.name == "th", rows: rows, columns: columns, &text)
    case "caption":
      _ = text.take()
      endRow()
    case _: text.blank()
    }
    return true
  }

  private mutating func closeInTable(_ name: String) -> Bool {
    if name == "main" || name == "body" {
      endTable()
      return false
    }
    if name == "table", depth > 0 {
      depth -= 1
      return true
    }
    guard depth == 0 else {
      text.blank()
      return true
    }
    switch name {
    case "table": endTable()
    case "thead", "tbody", "tfoot":
      table?.beginPart(&text)
      table?.isInHead = false
    case "tr":
      table?.endRow(&text)
      endRow()
    case "td", "th": table?.endCell(&text)
    case "caption":
      table?.caption(text.take())
      endRow()
    case _: text.blank()
    }
    return true
  }

  private mutating func endTable() {
    guard var reader = table else { return }
    table = nil
    let (finished, rows) = reader.finish(&text)
    endRow()
    if var finished {
      if finished.caption.isEmpty { (finished.caption, finished.isNamedByHeading) = (section, true) }
      page.tables.append(finished)
    } else {
      note(reader.table.caption)
    }
    for row in rows { note(row.filter { !$0.isEmpty }.joined(separator: " · ")) }
    flush()
  }

  /// Ends the line that is read.
  private mutating func flush() {
    defer { (isInTitle, isInHeading, isInSection) = (false, false, false) }
    let words = text.take()
    note(details.take(in: words), inFrame: !isInMain)
    guard !words.isEmpty else { return }
    if isInTitle {
      title = words
    } else if isInTrail {
      page.trail.append(words)
    } else {
      if isInHeading { heading = words }
      if isInSection { section = words }
      note(words)
    }
  }

  private mutating func note(_ words: String) {
    guard !words.isEmpty else { return }
    if isInMain { page.blocks.append(words) } else { page.frame.append(words) }
  }

  private mutating func note(_ found: [PlacedDetail], inFrame: Bool) {
    if inFrame { page.frameDetails += found } else { page.details += found }
  }

  /// Ends the row of a table, or its caption.
  private mutating func endRow() {
    let (words, found) = details.takeRow()
    if !words.isEmpty { page.rows.append(words) }
    note(found, inFrame: !isInMain)
  }

  private mutating func noteRedirect(_ tag: HTMLScanner.Tag) {
    guard value("http-equiv", of: tag)?.lowercased() == "refresh", let content = value("content", of: tag) else {
      return
    }
    let bytes = Array(content.utf8)
    guard let equals = bytes.firstIndex(of: UInt8(ascii: "=")) else { return }
    let target = String(decoding: bytes[(equals + 1)...], as: UTF8.self)
    page.redirect = target
    let detail = PageDetail(.redirect, target: PageLink.target(target, on: page.address))
    page.details.append(PlacedDetail(detail: detail, place: ""))
  }

  private func value(_ name: String, of tag: HTMLScanner.Tag) -> String? { Self.value(name, of: tag, scanner) }

  private static func value(_ name: String, of tag: HTMLScanner.Tag, _ scanner: HTMLScanner) -> String? {
    tag.attributes.first { $0.name == name }.map { scanner.text($0.value) }
  }

  private func number(_ name: String, of tag: HTMLScanner.Tag) -> Int { value(name, of: tag).flatMap { Int($0) } ?? 1 }

  /// What a page says of its own address is another thing at each address.
  private func withoutAddress(_ block: String) -> String {
    guard page.address.utf8.count > 4 else { return block }
    let parts = block.split(separator: page.address, omittingEmptySubsequences: false)
    return parts.count > 1 ? parts.joined(separator: "./") : block
  }
}
