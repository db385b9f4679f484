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
