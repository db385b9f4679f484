/// A page as a browser keeps it: elements with their attributes, and the texts between them.
struct PageTree: Sendable {
  /// One element.
  struct Element: Sendable {
    /// In lower case.
    let name: String
    let attributes: [String: String]
    /// `nil` for those that stand in no other element.
    let parent: Int?
    /// Elements and texts in order.
    var children: [Child] = []

    /// The words of `class`.
    var classes: [Substring] { attributes["class", default: ""].split(whereSeparator: \.isWhitespace) }
  }

  /// What stands in an element.
  enum Child: Sendable {
    case element(Int)
    case text(String)
  }

  /// In the order of their start tags, so that the first that fits is the one `querySelector` gives.
  var elements: [Element] = []

  /// The text of an element as it is read: one blank for any number of them, one where a block begins or ends, none at the
  /// ends; what stands in `script`, `style` and `svg` is no text.
  func text(of element: Int) -> String {
    var text = ""
    append(element, to: &text)
    return text.collapsed
  }

  private func append(_ index: Int, to text: inout String) {
    let element = elements[index]
    guard !["script", "style", "svg", "template"].contains(element.name) else { return }
    let isBlock = Self.blocks.contains(element.name)
    if isBlock { text += " " }
    for child in element.children {
      switch child {
      case .text(let words): text += words
      case .element(let child): append(child, to: &text)
      }
    }
    if isBlock { text += " " }
  }

  private static let blocks: Set<String> = [
    "address", "article", "aside", "blockquote", "br", "caption", "dd", "div", "dl", "dt", "figcaption", "figure",
    "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section",
    "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
  ]
}

extension String {
  /// With one blank for any number of blanks and line ends, and none at the ends.
  var collapsed: String { split { $0 == " " || $0.isNewline || $0 == "\t" }.joined(separator: " ") }
}
