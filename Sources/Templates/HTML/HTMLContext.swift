import Bytes
import Diagnostics

/// Where in an HTML page an expression stands; static text moves it along.
///
/// A reduced HTML tokenizer (WHATWG HTML, "Tokenization"): enough to tell text, tags, attribute values and the content of
/// `script`, `style`, `title` and `textarea` from each other.
struct HTMLContext: Hashable, Sendable {
  enum Place: Hashable, Sendable {
    case text
    /// `title`, `textarea`: text without tags.
    case plainContent
    /// Behind `<`.
    case tagOpen
    case tagName
    /// Between attributes.
    case tag
    /// Behind branches of which one leaves a name open: a letter would belong to it, or begin another.
    case openName
    /// Behind branches of which one leaves an attribute without its value: a `=` would belong to it, or begin another.
    case openValue
    case attributeName
    case afterAttributeName
    case beforeValue
    case value(quote: UInt8)
    case unquotedValue
    case comment
    /// `<!doctype …>`, `<?…>`.
    case declaration
    case style
    case script
    case json
    case jsonText
  }

  /// What an attribute's value means.
  enum Attribute: Hashable, Sendable {
    case plain, address, addressList, eventHandler, style, document
  }

  var place: Place = .text
  /// Lower-case name of the element whose tag or content this is.
  private(set) var element = ""
  private(set) var isEndTag = false
  /// Lower-case name of the attribute, as far as it is written.
  private(set) var attributeName = ""
  /// The value of `type` in a `script` tag.
  private(set) var scriptType = ""
  /// Whether static text was passed that means one thing or another, as branches or values before it have it.
  private(set) var isUnclear = false

  /// Something that happens at an offset of the text.
  enum Event: Hashable, Sendable {
    /// An address attribute begins here and goes on behind the text.
    case addressBegins
    /// An address attribute that began in an earlier text ends here.
    case addressEnds
  }

  /// Moves over `text[range]`.
  ///
  /// - Returns: events with their offsets, in order.
  /// - Complexity: O(length).
  mutating func advance(over text: [UInt8], _ range: Range<Int>) -> [(offset: Int, event: Event)] {
    var events: [(offset: Int, event: Event)] = []
    var valueStart: Int?
    var index = range.lowerBound
    while index < range.upperBound {
      let before = place
      index = step(text, index, range)
      guard before != place, attribute == .address || attribute == .addressList || Self.isValue(before) else {
        continue
      }
      if !Self.isValue(before), Self.isValue(place) {
        valueStart = index
      } else if Self.isValue(before), !Self.isValue(place) {
        // The closing quote was just passed.
        if valueStart == nil, wasAddress { events.append((index - 1, .addressEnds)) }
        valueStart = nil
      }
    }
    if let valueStart, Self.isValue(place) { events.append((valueStart, .addressBegins)) }
    return events
  }

  /// Whether the attribute whose value just ended was an address.
  private var wasAddress: Bool { attribute == .address || attribute == .addressList }

  private static func isValue(_ place: Place) -> Bool { if case .value = place { true } else { false } }

  /// One byte (or one recognised end tag); the index behind it.
  private mutating func step(_ text: [UInt8], _ index: Int, _ range: Range<Int>) -> Int {
    let byte = text[index]
    let limit = range.upperBound
    switch place {
    case .text: if byte == UInt8(ascii: "<") { place = .tagOpen }
    case .tagOpen: return openTag(text, index, limit)
    case .tagName: nameTag(byte)
    case .tag, .afterAttributeName: betweenAttributes(byte)
    case .openName, .openValue: behindBranches(byte)
    case .attributeName: nameAttribute(byte)
    case .beforeValue: beginValue(byte)
    case .value(let quote):
      if byte == quote { place = .tag } else { noteScriptType(byte) }
    case .unquotedValue:
      if ByteClass.blanks.contains(byte) {
        place = .tag
      } else if byte == UInt8(ascii: ">") {
        closeTag()
      } else {
        noteScriptType(byte)
      }
    case .comment:
      if byte == UInt8(ascii: ">") { endComment(text, index, range.lowerBound) }
    case .declaration: if byte == UInt8(ascii: ">") { place = .text }
    case .plainContent, .style, .script, .json: return content(text, index, limit)
    case .jsonText:
      if byte == UInt8(ascii: "\\") { return min(limit, index + 2) }
      if byte == UInt8(ascii: "\"") { place = .json }
      if byte == UInt8(ascii: "<") { return content(text, index, limit) }
    }
    return index + 1
  }

  /// `>` ends a comment behind `--` or `--!`. What was printed before this text may have ended in hyphens.
  private mutating func endComment(_ text: [UInt8], _ index: Int, _ start: Int) {
    var first = index
    if first > start, text[first - 1] == UInt8(ascii: "!") { first -= 1 }
    let end = first
    while first > start, text[first - 1] == UInt8(ascii: "-") { first -= 1 }
    if end - first >= 2 {
      place = .text
    } else if first == start {
      isUnclear = true
    }
  }

  private mutating func behindBranches(_ byte: UInt8) {
    if ByteClass.blanks.contains(byte) {
      place = .openValue
      return
    }
    let ends = byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/")
    if !ends, place == .openName || byte == UInt8(ascii: "=") { isUnclear = true }
    place = .tag
    betweenAttributes(byte)
  }

  private mutating func openTag(_ text: [UInt8], _ index: Int, _ limit: Int) -> Int {
    let byte = text[index]
    if ByteClass.letters.contains(byte) {
      beginTag(isEnd: false)
      nameTag(byte)
    } else if byte == UInt8(ascii: "/") {
      beginTag(isEnd: true)
    } else if byte == UInt8(ascii: "!") {
      let isComment = index + 2 < limit && text[index + 1] == UInt8(ascii: "-") && text[index + 2] == UInt8(ascii: "-")
      place = isComment ? .comment : .declaration
      return isComment ? index + 3 : index + 1
    } else if byte == UInt8(ascii: "?") {
      place = .declaration
    } else {
      place = byte == UInt8(ascii: "<") ? .tagOpen : .text
    }
    return index + 1
  }

  private mutating func beginTag(isEnd: Bool) {
    place = .tagName
    element = ""
    isEndTag = isEnd
    attributeName = ""
    scriptType = ""
  }

  private mutating func nameTag(_ byte: UInt8) {
    if ByteClass.blanks.contains(byte) || byte == UInt8(ascii: "/") {
      place = .tag
    } else if byte == UInt8(ascii: ">") {
      closeTag()
    } else {
      element.append(Self.lower(byte))
    }
  }

  private mutating func betweenAttributes(_ byte: UInt8) {
    if byte == UInt8(ascii: ">") {
      closeTag()
    } else if byte == UInt8(ascii: "="), place == .afterAttributeName {
      place = .beforeValue
    } else if !ByteClass.blanks.contains(byte), byte != UInt8(ascii: "/") {
      place = .attributeName
      attributeName = String(Self.lower(byte))
    }
  }

  private mutating func nameAttribute(_ byte: UInt8) {
    if byte == UInt8(ascii: "=") {
      place = .beforeValue
    } else if ByteClass.blanks.contains(byte) {
      place = .afterAttributeName
    } else if byte == UInt8(ascii: ">") {
      closeTag()
    } else if byte == UInt8(ascii: "/") {
      place = .tag
    } else {
      attributeName.append(Self.lower(byte))
    }
  }

  private mutating func beginValue(_ byte: UInt8) {
    if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
      place = .value(quote: byte)
      if attributeName == "type" { scriptType = "" }
    } else if byte == UInt8(ascii: ">") {
      closeTag()
    } else if !ByteClass.blanks.contains(byte) {
      place = .unquotedValue
      if attributeName == "type" { scriptType = "" }
      noteScriptType(byte)
    }
  }

  private mutating func noteScriptType(_ byte: UInt8) {
    if element == "script", attributeName == "type" { scriptType.append(Self.lower(byte)) }
  }

  /// `>`: what follows depends on the element.
  private mutating func closeTag() {
    attributeName = ""
    guard !isEndTag else {
      place = .text
      element = ""
      return
    }
    switch element {
    case "title", "textarea": place = .plainContent
    case "style": place = .style
    case "script": place = Self.isJSON(scriptType) ? .json : .script
    default:
      place = .text
      element = ""
    }
    scriptType = ""
  }

  private static func isJSON(_ type: String) -> Bool {
    type == "application/json" || type == "importmap" || type == "speculationrules" || type.hasSuffix("+json")
  }

  /// Content that only its own end tag ends.
  private mutating func content(_ text: [UInt8], _ index: Int, _ limit: Int) -> Int {
    let byte = text[index]
    if byte == UInt8(ascii: "\""), place == .json { place = .jsonText }
    guard byte == UInt8(ascii: "<") else { return index + 1 }
    let rest = text[index..<limit]
    if rest.count < element.utf8.count + 2,
      rest.elementsEqual("</\(element)".utf8.prefix(rest.count), by: { $0 == $1 || ($0 | 0x20) == $1 })
    {
      // The rest of the end tag may be what is printed next.
      isUnclear = true
    }
    let name = index + 2..<index + 2 + element.utf8.count
    guard name.upperBound <= limit, text[index + 1] == UInt8(ascii: "/"),
      text[name].elementsEqual(element.utf8, by: { ($0 | 0x20) == $1 })
    else { return index + 1 }
    let element = element
    beginTag(isEnd: true)
    self.element = element
    return name.upperBound
  }

  private static func lower(_ byte: UInt8) -> Character {
    let isUpper = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
    return Character(Unicode.Scalar(isUpper ? byte | 0x20 : byte))
  }

  /// What the current attribute means.
  var attribute: Attribute {
    if attributeName.hasPrefix("on") { return .eventHandler }
    switch attributeName {
    case "style": return .style
    case "srcdoc": return .document
    case "srcset", "imagesrcset", "ping": return .addressList
    case "href", "src", "action", "formaction", "poster", "cite", "xlink:href", "manifest", "background", "longdesc",
      "icon":
      return .address
    case "data": return element == "object" ? .address : .plain
    default: return .plain
    }
  }

  /// The attribute before the place plays no part any more, nor does a type that only one branch gives.
  mutating func forgetAttribute(scriptType other: String) {
    attributeName = ""
    if scriptType != other { scriptType = "" }
  }

  /// Whether something unclear was passed since this was asked last.
  mutating func takeUnclear() -> Bool {
    defer { isUnclear = false }
    return isUnclear
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

  /// An expression was printed here.
  mutating func passExpression() {
    switch place {
    case .tagOpen: place = .text
    case .tagName: element.append("\u{0}")
    case .attributeName: attributeName.append("\u{0}")
    case .text, .plainContent, .tag, .openName, .openValue, .afterAttributeName, .beforeValue, .value, .unquotedValue,
      .comment, .declaration, .style, .script, .json, .jsonText:
      break
    }
  }
}
