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

  var place: Place = .text
  /// Lower-case name of the element whose tag or content this is.
  private(set) var element = ""
  private(set) var isEndTag = false
  /// Lower-case name of the attribute, as far as it is written.
  private(set) var attributeName = ""
  /// The value of `type` in a `script` tag.
  private(set) var scriptType = ""
  /// The value of `http-equiv` in a `meta` tag; a U+0000 where an expression or a branch has a part in it.
  private(set) var pragma = ""
  /// What decides in some tags which scripts, styles and pages are loaded; `nil` in others. Behind an arrow, as contexts lie on
  /// the stack, many at each level.
  private var loading: Loading?

  private indirect enum Loading: Hashable, Sendable {
    case parts(relation: String, head: String, keepsAddress: Bool)
  }

  private var loadingParts: (relation: String, head: String, keepsAddress: Bool) {
    get {
      if case .parts(let relation, let head, let keeps)? = loading { (relation, head, keeps) } else { ("", "", false) }
    }
    set {
      loading =
        newValue == ("", "", false)
        ? nil : .parts(relation: newValue.relation, head: newValue.head, keepsAddress: newValue.keepsAddress)
    }
  }

  /// The value of `rel` in a `link` tag; a U+0000 where an expression or a branch has a part in it.
  var relation: String { loadingParts.relation }
  /// What is written of the address at hand where it decides what is loaded, up to a limit; a U+0000 for an expression.
  var addressHead: String { loadingParts.head }

  /// Whether a value stands in the `content` of a `meta` tag of which no `http-equiv` was read yet.
  private var hasEarlyContent = false
  /// Where in the code of a script this is.
  private(set) var script = ScriptContext()
  /// Whether `<!--` was read in a script: behind a `<script` now, `</script>` would not end it (WHATWG HTML, "Script data
  /// double escaped state").
  private var isScriptEscaped = false
  /// Whether the tag at hand has an attribute that says what others mean: browsers take the first of two.
  private var hasKind = false
  /// Whether this is the content of a script whose JSON says which scripts run.
  private(set) var isImportMap = false
  /// The element around this place whose content some browsers read as text up to its end tag.
  private var rawElement = ""
  /// Whether static text was passed that means one thing or another, as branches or values before it have it.
  private(set) var isUnclear = false

  /// Something that happens at an offset of the text.
  enum Event: Hashable, Sendable {
    /// An address attribute begins here and goes on behind the text.
    case addressBegins
    /// An address attribute that began in an earlier text ends here.
    case addressEnds
  }

  /// ASCII whitespace (WHATWG Infra).
  private static let blanks = ByteClass(" \t\n\r\u{C}".utf8)
  /// Elements whose content is text to browsers that run scripts, or to older ones.
  private static let rawElements: Set<String> = ["noscript", "iframe", "noembed", "noframes", "xmp", "plaintext"]

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
      guard before != place, addressForm != nil || Self.isValue(before) else { continue }
      if !Self.isValue(before), Self.isValue(place) {
        valueStart = index
      } else if Self.isValue(before), !Self.isValue(place) {
        // The closing quote was just passed.
        if valueStart == nil, addressForm != nil { events.append((index - 1, .addressEnds)) }
        valueStart = nil
      }
    }
    if let valueStart, Self.isValue(place) { events.append((valueStart, .addressBegins)) }
    return events
  }

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
      noteRawEnd(text, index, limit)
      if byte == quote { place = .tag } else { noteValue(byte) }
    case .unquotedValue:
      if Self.blanks.contains(byte) {
        place = .tag
      } else if byte == UInt8(ascii: ">") {
        closeTag()
      } else {
        noteValue(byte)
      }
    case .comment:
      noteRawEnd(text, index, limit)
      if byte == UInt8(ascii: ">") { endComment(text, index, range.lowerBound) }
    case .declaration: if byte == UInt8(ascii: ">") { place = .text }
    case .plainContent, .style, .script, .json: return content(text, index, limit)
    case .jsonText:
      if byte == UInt8(ascii: "\\") {
        // What it escapes may be what is printed next.
        if index + 1 == limit { isUnclear = true }
        return min(limit, index + 2)
      }
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
    if Self.blanks.contains(byte) {
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
      return openEndTag(text, index, limit)
    } else if byte == UInt8(ascii: "!") {
      if text[index..<limit].starts(with: "![CDATA[".utf8) { isUnclear = true }
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

  /// Behind `</`: a tag, or what browsers read as a comment.
  private mutating func openEndTag(_ text: [UInt8], _ index: Int, _ limit: Int) -> Int {
    if index + 1 == limit {
      isUnclear = true
      beginTag(isEnd: true)
    } else if ByteClass.letters.contains(text[index + 1]) {
      beginTag(isEnd: true)
    } else {
      place = text[index + 1] == UInt8(ascii: ">") ? .text : .declaration
      return text[index + 1] == UInt8(ascii: ">") ? index + 2 : index + 1
    }
    return index + 1
  }

  /// `</noscript` and the like inside of a value or a comment, where some browsers see the end of the element.
  private mutating func noteRawEnd(_ text: [UInt8], _ index: Int, _ limit: Int) {
    guard !rawElement.isEmpty, text[index] == UInt8(ascii: "<") else { return }
    if Self.begins(text[index..<limit], "</\(rawElement)") != .not { isUnclear = true }
  }

  private mutating func beginTag(isEnd: Bool) {
    place = .tagName
    element = ""
    isEndTag = isEnd
    attributeName = ""
    scriptType = ""
    pragma = ""
    loading = nil
    hasEarlyContent = false
    hasKind = false
    isImportMap = false
    script = ScriptContext()
    isScriptEscaped = false
  }

  private mutating func nameTag(_ byte: UInt8) {
    if Self.blanks.contains(byte) || byte == UInt8(ascii: "/") {
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
    } else if byte == UInt8(ascii: "/") {
      place = .tag
    } else if !Self.blanks.contains(byte) {
      place = .attributeName
      attributeName = String(Self.lower(byte))
      noteQuote(byte)
    }
  }

  private mutating func nameAttribute(_ byte: UInt8) {
    if "=>/".utf8.contains(byte) || Self.blanks.contains(byte) { noteName() }
    if byte == UInt8(ascii: "=") {
      place = .beforeValue
    } else if Self.blanks.contains(byte) {
      place = .afterAttributeName
    } else if byte == UInt8(ascii: ">") {
      closeTag()
    } else if byte == UInt8(ascii: "/") {
      place = .tag
    } else {
      attributeName.append(Self.lower(byte))
      noteQuote(byte)
    }
  }

  /// A quote or `<` in the name of an attribute: a quote is missing before, and up to here all was taken for a value. A name that
  /// begins with `=` follows an expression that stands in its place, which has been told.
  private mutating func noteQuote(_ byte: UInt8) {
    if "\"'<".utf8.contains(byte), !attributeName.hasPrefix("=") { isUnclear = true }
  }

  private mutating func beginValue(_ byte: UInt8) {
    if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
      place = .value(quote: byte)
      startValue()
    } else if byte == UInt8(ascii: ">") {
      closeTag()
    } else if !Self.blanks.contains(byte) {
      place = .unquotedValue
      startValue()
      noteValue(byte)
    }
  }

  /// Keeps the values that say what others mean.
  private mutating func noteValue(_ byte: UInt8) {
    if element == "script", attributeName == "type" { scriptType.append(Self.lower(byte)) }
    if element == "meta", attributeName == "http-equiv" { pragma.append(Self.lower(byte)) }
    if element == "link", attributeName == "rel" { loadingParts.relation.append(Self.lower(byte)) }
    if loading != nil { noteAddress(Character(Unicode.Scalar(byte))) }
  }

  /// Keeps the beginning of an address; what is behind it cannot change where it leads.
  private mutating func noteAddress(_ character: Character) {
    if loadingParts.keepsAddress, addressHead.utf8.count < 300 { loadingParts.head.append(character) }
  }

  /// The name of an attribute is complete.
  private mutating func noteName() {
    guard
      [("script", "type"), ("meta", "http-equiv"), ("link", "rel")].contains(where: { $0 == (element, attributeName) })
    else { return }
    if hasKind { isUnclear = true }
    hasKind = true
  }

  private mutating func startValue() {
    loadingParts = (relation, "", loadsCode)
    if attributeName == "type" { scriptType = "" }
    if element == "meta", attributeName == "http-equiv", hasEarlyContent { isUnclear = true }
  }

  /// `>`: what follows depends on the element.
  private mutating func closeTag() {
    attributeName = ""
    guard !isEndTag else {
      place = .text
      if element == rawElement { rawElement = "" }
      element = ""
      return
    }
    switch element {
    case "title", "textarea": place = .plainContent
    case "style": place = .style
    case "script":
      place = Self.isJSON(scriptType) ? .json : .script
      isImportMap = scriptType == "importmap" || scriptType == "speculationrules"
    default:
      place = .text
      if rawElement.isEmpty, Self.rawElements.contains(element) { rawElement = element }
      element = ""
    }
    scriptType = ""
  }

  /// Content that only its own end tag ends.
  private mutating func content(_ text: [UInt8], _ index: Int, _ limit: Int) -> Int {
    let byte = text[index]
    if byte == UInt8(ascii: "\""), place == .json { place = .jsonText }
    guard byte == UInt8(ascii: "<") else {
      if place == .script { script.advance(over: byte) }
      if byte == UInt8(ascii: ">"), text[..<index].suffix(2).elementsEqual("--".utf8) { isScriptEscaped = false }
      return index + 1
    }
    let rest = text[index..<limit]
    if Self.begins(rest, "</\(element)") == .unclear { isUnclear = true }
    if Self.begins(rest, "</\(element)") == .certain {
      let element = element
      beginTag(isEnd: true)
      self.element = element
      return index + 2 + element.utf8.count
    }
    if element == "script" {
      noteEscape(rest)
      if place == .script { script.advance(over: byte) }
    } else if rest.count > 1, ByteClass.letters.contains(text[index + 1]) || text[index + 1] == UInt8(ascii: "!") {
      // A tag or a comment, were this SVG.
      isUnclear = true
    }
    return index + 1
  }

  /// `<!--` and `<script` in a script.
  private mutating func noteEscape(_ rest: ArraySlice<UInt8>) {
    switch Self.begins(rest, "<!--") {
    case .certain:
      isScriptEscaped = true
      script.beginComment()
    case .unclear: isUnclear = true
    case .not: break
    }
    if isScriptEscaped, Self.begins(rest, "<script") != .not { isUnclear = true }
  }

  private enum Beginning { case certain, unclear, not }

  /// Whether a text begins with ASCII letters and marks, in either case, or might with what is printed behind it.
  private static func begins(_ rest: ArraySlice<UInt8>, _ name: String) -> Beginning {
    let isSame = zip(rest, name.utf8).allSatisfy { $0 == $1 || (ByteClass.letters.contains($1) && ($0 | 0x20) == $1) }
    guard isSame else { return .not }
    return rest.count < name.utf8.count ? .unclear : .certain
  }

  private static func lower(_ byte: UInt8) -> Character {
    let isUpper = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
    return Character(Unicode.Scalar(isUpper ? byte | 0x20 : byte))
  }

  /// The attribute before the place plays no part any more, nor does a type that only one branch gives.
  mutating func forgetAttribute(besides other: HTMLContext) {
    attributeName = ""
    loadingParts = (relation == other.relation ? relation : "\u{0}", "", false)
    if scriptType != other.scriptType { scriptType = "" }
    if pragma != other.pragma { pragma = "\u{0}" }
    hasEarlyContent = hasEarlyContent || other.hasEarlyContent
    hasKind = hasKind || other.hasKind
  }

  /// The place in the text where two branches meet.
  func joinedText(with other: HTMLContext) -> HTMLContext {
    var joined = self
    if rawElement.isEmpty { joined.rawElement = other.rawElement }
    return joined
  }

  /// The place in a script where two branches meet; `nil` when they are at different ones.
  func joinedScript(with other: HTMLContext) -> HTMLContext? {
    guard place == .script, other.place == .script, let met = script.joined(with: other.script) else { return nil }
    var joined = self
    joined.script = met
    joined.isScriptEscaped = isScriptEscaped || other.isScriptEscaped
    return joined
  }

  /// What follows is rendered any number of times.
  mutating func beginRepeated() { if place == .script { script.beginRepeated() } }

  /// Whether something unclear was passed since this was asked last.
  mutating func takeUnclear() -> Bool {
    defer { isUnclear = false }
    return isUnclear
  }

  /// An expression was printed here.
  mutating func passExpression() {
    switch place {
    case .tagOpen: place = .text
    case .tagName: element.append("\u{0}")
    case .attributeName: attributeName.append("\u{0}")
    case .value, .unquotedValue: passExpressionInValue()
    case .script: script.passExpression()
    case .text, .plainContent, .tag, .openName, .openValue, .afterAttributeName, .beforeValue, .comment, .declaration,
      .style, .json, .jsonText:
      break
    }
  }

  private mutating func passExpressionInValue() {
    if loading != nil { noteAddress("\u{0}") }
    switch (element, attributeName) {
    case ("script", "type"): scriptType.append("\u{0}")
    case ("link", "rel"): loadingParts.relation.append("\u{0}")
    case ("meta", "http-equiv"): pragma.append("\u{0}")
    case ("meta", "content") where pragma.isEmpty: hasEarlyContent = true
    default: break
    }
  }
}
