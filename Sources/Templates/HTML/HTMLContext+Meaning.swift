// What names of elements and attributes mean for the values in them.
extension HTMLContext {
  /// What an attribute's value means.
  enum Attribute: Hashable, Sendable {
    case plain, eventHandler, style, document
    case address(AddressForm)
  }

  /// What the current attribute means.
  var attribute: Attribute {
    if attributeName.hasPrefix("on") { return .eventHandler }
    switch attributeName {
    case "style": return .style
    case "srcdoc": return .document
    case "srcset", "imagesrcset", "ping": return .address(.list)
    case "href", "src", "action", "formaction", "poster", "cite", "xlink:href", "manifest", "background", "longdesc",
      "icon", "xml:base":
      return .address(.one)
    case "data" where element == "object": return .address(.one)
    case "to" where isAnimation, "from" where isAnimation, "by" where isAnimation: return .address(.one)
    case "values" where isAnimation: return .address(.values)
    case "content" where element == "meta" && !Self.harmlessPragmas.contains(pragma): return .address(.refresh)
    default: return .plain
    }
  }

  /// SVG elements that can give an address to another element.
  private var isAnimation: Bool { element == "animate" || element == "set" }

  /// Values of `http-equiv` with which `content` holds no address; without one it is the description of a page and the like.
  private static let harmlessPragmas: Set<String> = [
    "", "content-type", "content-language", "content-security-policy", "default-style", "x-ua-compatible",
  ]

  /// What the value of the attribute, or of the one whose value just ended, is as an address.
  var addressForm: AddressForm? { if case .address(let form) = attribute { form } else { nil } }

  /// Whether what the attribute's address leads to runs in this page, is shown in it, or is where other addresses begin.
  var loadsCode: Bool {
    switch (element, attributeName) {
    case ("script", "src"), ("script", "href"), ("script", "xlink:href"), ("iframe", "src"), ("frame", "src"),
      ("embed", "src"), ("object", "data"), ("base", "href"):
      true
    // What a link is for may stand behind its address.
    case ("link", "href"):
      relation.isEmpty
        || relation.split { " \t\n\r\u{C}".contains($0) }.contains { !Self.harmlessRelations.contains(String($0)) }
    default: false
    }
  }

  /// Values of `rel` with which nothing is loaded but a picture.
  private static let harmlessRelations: Set<String> = [
    "canonical", "alternate", "icon", "shortcut", "apple-touch-icon", "mask-icon", "next", "prev", "author", "license",
    "help", "search", "me", "bookmark", "up", "index", "contents",
  ]

  /// Whether an address that begins so leads to a host that is written out, or into this portal, whatever follows.
  var isAddressBound: Bool {
    // An expression before this one was looked at where it stands.
    if addressHead.contains("\u{0}") { return true }
    let head = addressHead.filter { $0 != "\t" && $0 != "\n" && $0 != "\r" && $0 != "\r\n" }.drop { $0 <= " " }
      .map { $0 == "\\" ? "/" : $0 }
    guard let mark = head.firstIndex(where: { ":/?#&".contains($0) }) else { return false }
    switch head[mark] {
    case "/" where mark > 0, "?", "#": return true
    case "/": return head.count > 1 && (head[1] != "/" || Self.hasHost(head.dropFirst(2)))
    case ":":
      let rest = head[(mark + 1)...]
      return rest.prefix(2) == ["/", "/"] && Self.hasHost(rest.dropFirst(2))
    default: return false
    }
  }

  /// Whether the name of a host is complete there.
  private static func hasHost(_ rest: ArraySlice<Character>) -> Bool {
    guard let end = rest.firstIndex(where: { "/?#".contains($0) }) else { return false }
    return end > rest.startIndex && !rest[..<end].contains("&")
  }

  /// Elements of which the content is no usual text, or the attributes do more than others'.
  private static let specialElements = [
    "script", "style", "title", "textarea", "iframe", "noembed", "noframes", "noscript", "xmp", "plaintext", "template",
    "svg", "math", "object", "embed", "base", "meta", "link",
  ]

  /// Whether the name of the tag, as far as it is written, may become that of such an element.
  var mayBeSpecial: Bool {
    let written = element.prefix { $0 != "\u{0}" }
    return !isEndTag && Self.specialElements.contains { $0.hasPrefix(written) }
  }

  static func isJSON(_ type: String) -> Bool {
    type == "application/json" || type == "importmap" || type == "speculationrules" || type.hasSuffix("+json")
  }
}
