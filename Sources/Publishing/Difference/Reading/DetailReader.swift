import Bytes

/// Gathers what a page holds beside its words as its tags and texts come.
struct DetailReader {
  /// An element whose words belong to a detail.
  private struct Mark {
    let name: String
    let kind: PageDetail.Kind
    let target: String
    var text = ReadableText()
  }

  /// Elements in elements that are gathered; of deeper ones nothing is told.
  private static let depthLimit = 32

  private static let kinds: [String: PageDetail.Kind] = [
    "a": .link, "area": .link, "del": .struck, "s": .struck, "strike": .struck, "ins": .inserted, "sup": .superscript,
    "sub": .subscript, "img": .picture, "iframe": .embedded, "embed": .embedded, "video": .embedded,
    "audio": .embedded, "source": .embedded, "track": .embedded, "object": .embedded,
  ]
  private static let voids: Set<String> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
  ]
  /// Elements that the next one of their name ends.
  private static let endedByNext: Set<String> = ["p", "dt", "dd", "option", "tr", "td", "th"]

  /// Attributes that say where the answers to a form go.
  private static let formTargets = [("form", "action"), ("button", "formaction"), ("input", "formaction")]
  /// Attributes that say with which number a list or its next item begins.
  private static let numbers = [("ol", "start"), ("li", "value")]

  private let page: String
  private var marks: [Mark] = []
  /// Those whose words are complete, but not the paragraph.
  private var pending: [PageDetail] = []
  /// The element that is not shown, and how many of its name are open.
  private var hidden: (name: String, open: Int)?
  private var hiddenText = ReadableText()
  /// The row of a table, all cells.
  private var row = ReadableText()

  /// For the page at the address `page`.
  init(page: String) { self.page = page }

  mutating func text(_ bytes: [UInt8], _ range: Range<Int>, inTable: Bool) {
    for index in marks.indices { marks[index].text.append(bytes, range) }
    if hidden != nil { hiddenText.append(bytes, range) }
    if inTable { row.append(bytes, range) }
  }

  /// Words before and behind are not one word.
  mutating func blank() {
    for index in marks.indices { marks[index].text.blank() }
    hiddenText.blank()
    row.blank()
  }

  /// `value` gives the attributes of `tag`.
  mutating func open(_ tag: HTMLScanner.Tag, _ value: (String) -> String?) {
    let isVoid = Self.voids.contains(tag.name)
    if let (name, open) = hidden, name == tag.name, !isVoid, !Self.endedByNext.contains(name) {
      hidden = (name, open + 1)
    } else {
      if hidden?.name == tag.name, Self.endedByNext.contains(tag.name) { hidden = nil }
      if hidden == nil, Self.isHidden(tag, value) {
        if isVoid { return }
        hidden = (tag.name, 1)
      }
    }
    noteAttributes(of: tag, value)
    guard let kind = Self.kinds[tag.name] else { return }
    switch kind {
    case .picture, .embedded:
      let source = value(tag.name == "object" ? "data" : "src") ?? ""
      let words = value("alt") ?? value("title") ?? ""
      guard hidden == nil, !source.isEmpty || !words.isEmpty else { return }
      pending.append(PageDetail(kind, text: words, target: PageLink.target(source, on: page)))
    case .link:
      if tag.name == "a" { close("a") }
      guard let link = value("href") else { return }
      let target = PageLink.target(link, on: page)
      if isVoid {
        pending.append(PageDetail(kind, text: value("alt") ?? "", target: target))
      } else {
        begin(Mark(name: tag.name, kind: kind, target: target))
      }
    case .struck, .inserted, .superscript, .subscript: begin(Mark(name: tag.name, kind: kind, target: ""))
    case .form, .numbering, .label, .hidden, .script, .foreignScript, .data, .robots, .summary, .redirect: break
    }
  }

  private static func isHidden(_ tag: HTMLScanner.Tag, _ value: (String) -> String?) -> Bool {
    if tag.attributes.contains(where: { $0.name == "hidden" }) { return true }
    return value("style").map { $0.filter { $0 != " " }.lowercased().contains("display:none") } ?? false
  }

  /// What an element says by its attributes alone.
  private mutating func noteAttributes(of tag: HTMLScanner.Tag, _ value: (String) -> String?) {
    guard !tag.attributes.isEmpty, hidden == nil else { return }
    for (name, attribute) in Self.formTargets where name == tag.name {
      if let target = value(attribute) { pending.append(PageDetail(.form, target: PageLink.target(target, on: page))) }
    }
    for (name, attribute) in Self.numbers where name == tag.name {
      if let number = value(attribute) { pending.append(PageDetail(.numbering, target: number)) }
    }
    var labels = ["aria-label", "placeholder"].compactMap(value)
    if Self.kinds[tag.name] != .picture, Self.kinds[tag.name] != .embedded {
      labels += value("title").map { [$0] } ?? []
    }
    if tag.name == "input", ["submit", "button", "reset"].contains(value("type")?.lowercased()) {
      labels += value("value").map { [$0] } ?? []
    }
    for words in labels where !words.isEmpty { pending.append(PageDetail(.label, text: words)) }
  }

  mutating func close(_ name: String) {
    if let (hiddenName, open) = hidden, hiddenName == name { hidden = open > 1 ? (name, open - 1) : nil }
    guard Self.kinds[name] != nil, let index = marks.lastIndex(where: { $0.name == name }) else { return }
    var mark = marks.remove(at: index)
    pending.append(PageDetail(mark.kind, text: mark.text.take(), target: mark.target))
  }

  /// What was gathered in the paragraph `place`; empty when it has no words.
  mutating func take(in place: String) -> [PlacedDetail] {
    let words = hiddenText.take()
    if !words.isEmpty { pending.append(PageDetail(.hidden, text: words)) }
    guard !pending.isEmpty else { return [] }
    defer { pending = [] }
    return pending.map { PlacedDetail(detail: $0, place: place.isEmpty ? $0.text : place) }
  }

  /// What was gathered in the row of a table that ends, and its words.
  mutating func takeRow() -> (words: String, details: [PlacedDetail]) {
    let words = row.take()
    return (words, take(in: words))
  }

  /// What `head` and scripts say of the page as a whole.
  func ofPage(_ tag: HTMLScanner.Tag, _ bytes: [UInt8], _ value: (String) -> String?) -> PageDetail? {
    switch tag.name {
    case "meta":
      guard let content = value("content") else { return nil }
      switch value("name")?.lowercased() {
      case "robots": return PageDetail(.robots, target: content)
      case "description": return PageDetail(.summary, target: content)
      case _: return nil
      }
    case "script":
      if let source = value("src") {
        return PageLink.isForeign(source) ? PageDetail(.foreignScript, target: source) : nil
      }
      let content = Array(bytes[tag.content])
      guard content.contains(where: { !HTMLScanner.isBlank($0) }) else { return nil }
      let isData = value("type")?.lowercased().contains("json") ?? false
      return PageDetail(isData ? .data : .script, target: FastHash(content.span).text)
    case _: return nil
    }
  }

  private mutating func begin(_ mark: Mark) {
    if marks.count < Self.depthLimit { marks.append(mark) }
  }
}
