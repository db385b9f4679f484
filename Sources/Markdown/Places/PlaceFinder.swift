internal import Bytes

/// Follows a text through the source that it came from.
///
/// Both have the same characters in the same order; the source has markup between them. At each construct the text decides:
/// where it goes on with the very characters of the construct they are text, else the construct is passed over.
struct PlaceFinder {
  private let text: [UInt32]
  private let file: [UInt8]
  private let limit: Int
  /// Whether the source is shown as it stands, comments and allowed tags apart.
  private let isLiteral: Bool
  /// The constructs of the block that end far from where they begin.
  private let pairs: SourcePairs
  /// Where each scalar of the source stands last: what does not come any more is not waited for.
  private var last: [UInt32: Int] = [:]

  /// The place at hand.
  private var position: Int
  private var index = 0
  private var places: [Range<Int>]

  /// Where brackets end whose beginning the text has.
  private var shownEnds: Set<Int> = []
  /// No figure ends before it any more.
  private var figureDeadline = 0
  private var mayHoldCommentEnd = true

  init(_ text: [UInt32], _ file: [UInt8], _ block: Range<Int>, isLiteral: Bool) {
    self.text = text
    self.file = file
    self.isLiteral = isLiteral
    limit = block.upperBound
    position = block.lowerBound
    places = Array(repeating: block.lowerBound..<block.lowerBound, count: text.count)
    pairs = SourcePairs(file.span, block)
    var offset = block.lowerBound
    while offset < limit {
      let (scalar, length) = file.span.scalar(at: offset)
      last[scalar] = offset
      if scalar == UInt32(UInt8(ascii: "&")),
        let meant = CharacterReference(file.span, at: offset, limit: limit)?.scalar
      {
        last[meant] = offset
      }
      if ["`", "{{", "!["].contains(where: { file.span.has($0, at: offset) }) { last[PlainText.mark] = offset }
      offset += length
    }
    // A line end is LF in the text.
    if let carriageReturn = last[0x0D] { last[0x0A] = max(carriageReturn, last[0x0A] ?? 0) }
  }

  /// The place of each scalar of the text; empty for one that was not found.
  mutating func places(startsLine: Bool) -> [Range<Int>] {
    if startsLine { skipLineStart() }
    while index < text.count, position < limit { step() }
    return places
  }

  /// Whether `scalar` is what the text goes on with, `offset` scalars on.
  private func has(_ byte: UInt8, ahead offset: Int = 0) -> Bool {
    index + offset < text.count && text[index + offset] == UInt32(byte)
  }

  private func source(_ byte: UInt8, ahead offset: Int) -> Bool {
    position + offset < limit && file[position + offset] == byte
  }

  /// Notes that the next `length` bytes are the scalar at hand.
  private mutating func match(_ length: Int) {
    places[index] = position..<position + length
    position += length
    index += 1
  }

  /// The blanks, quotes, list markers, signs of a heading and boxes before the text of a block's first line.
  private mutating func skipLineStart() {
    guard !isLiteral else { return }
    let bytes = file
    let span = bytes.span
    position = span.skippingBlanks(from: position, to: limit)
    while source(UInt8(ascii: ">"), ahead: 0) { position = span.skippingBlanks(from: position + 1, to: limit) }
    guard position < limit else { return }
    position = Marker.skippingListMarkers(span, from: position, to: limit)
    var signs = position
    while signs < limit, signs - position < 6, file[signs] == UInt8(ascii: "#") { signs += 1 }
    let content = span.skippingBlanks(from: signs, to: limit)
    if signs > position, content > signs { position = content }
    let isBox = ["[ ] ", "[x] ", "[X] "].contains { span.has($0, at: position) }
    if isBox, !has(UInt8(ascii: "[")) { position += 3 }
  }

  private mutating func step() {
    let byte = file[position]
    // Blanks may come from elsewhere, or be written otherwise; nothing is passed over for the sake of one.
    if Self.isBlank(text[index]), byte < 0x80, !Self.isBlank(UInt32(byte)), byte != UInt8(ascii: "&") {
      index += 1
      return
    }
    switch byte {
    case UInt8(ascii: "\n"), UInt8(ascii: "\r"): return endLine()
    case UInt8(ascii: "<") where !showsTag(): return skipTag()
    case _ where isLiteral: break
    case UInt8(ascii: "\\"): if stepEscape() { return }
    case UInt8(ascii: "`"): return stepCode()
    case UInt8(ascii: "{"): if stepBrace() { return }
    case UInt8(ascii: "&"): if stepEntity() { return }
    case UInt8(ascii: "!"): if source(UInt8(ascii: "["), ahead: 1), stepImage() { return }
    case UInt8(ascii: "["): if skipOpeningBracket() { return }
    case UInt8(ascii: "]"): if skipLinkEnd() { return }
    case UInt8(ascii: ":"): if skipDirectiveName() { return }
    default: break
    }
    let (scalar, length) = file.span.scalar(at: position)
    if scalar == text[index] {
      match(length)
    } else if let place = last[text[index]], place >= position {
      position += length
    } else {
      index += 1
    }
  }

  private static func isBlank(_ scalar: UInt32) -> Bool { scalar == 0x20 || 0x09...0x0D ~= scalar }

  /// The end of a line, and the blanks and `>` before the next one's text.
  private mutating func endLine() {
    let isPair = file[position] == UInt8(ascii: "\r") && source(UInt8(ascii: "\n"), ahead: 1)
    let length = isPair ? 2 : 1
    if text[index] == 0x0A { match(length) } else { position += length }
    let bytes = file
    let span = bytes.span
    position = span.skippingBlanks(from: position, to: limit)
    while index < text.count, source(UInt8(ascii: ">"), ahead: 0), !has(UInt8(ascii: ">")) {
      position = span.skippingBlanks(from: position + 1, to: limit)
    }
  }

  /// Whether the text goes on with the `<` at hand: where a tag or a comment may begin, with what follows it, too.
  private func showsTag() -> Bool {
    guard has(UInt8(ascii: "<")) else { return false }
    guard position + 1 < limit, TagScanner.isLetter(file[position + 1]) || file[position + 1] == UInt8(ascii: "!")
    else { return true }
    return has(file[position + 1], ahead: 1)
  }

  /// A comment, a tag, or the `<` of an address.
  private mutating func skipTag() {
    let bytes = file
    let span = bytes.span
    if mayHoldCommentEnd, span.has("<!--", at: position) {
      var end = position + 4
      while end < limit, !span.has("-->", at: end) { end += 1 }
      guard end >= limit else {
        position = end + 3
        return
      }
      mayHoldCommentEnd = false
    }
    position =
      TagScanner.openTagEnd(span, at: position, limit: limit) ?? TagScanner.closingTagEnd(
        span, at: position, limit: limit) ?? position + 1
  }

  private mutating func stepEscape() -> Bool {
    guard position + 1 < limit, Marker.isEscapable(file[position + 1]), has(file[position + 1]) else { return false }
    position += 1
    match(1)
    return true
  }

  private mutating func stepCode() {
    if has(UInt8(ascii: "`")) { return match(1) }
    guard let end = pairs.codeEnd[position] else {
      while position < limit, file[position] == UInt8(ascii: "`") { position += 1 }
      return
    }
    if text[index] == PlainText.mark { match(end - position) } else { position = end }
  }

  /// A figure, or the id of a heading.
  private mutating func stepBrace() -> Bool {
    guard !has(UInt8(ascii: "{")) else { return false }
    if source(UInt8(ascii: "{"), ahead: 1), position >= figureDeadline {
      if let end = figureEnd(file.span, at: position, limit: limit) {
        if text[index] == PlainText.mark { match(end - position) } else { position = end }
        return true
      }
      figureDeadline = position
      while figureDeadline < limit, file[figureDeadline] != UInt8(ascii: "\n") { figureDeadline += 1 }
    } else if source(UInt8(ascii: "#"), ahead: 1) {
      var end = position + 2
      while end < limit, file[end] > 0x20, file[end] != UInt8(ascii: "}"), file[end] != UInt8(ascii: "{") { end += 1 }
      position = end
      return true
    }
    return false
  }

  /// A character reference that became the scalar at hand.
  private mutating func stepEntity() -> Bool {
    guard let reference = CharacterReference(file.span, at: position, limit: limit) else { return false }
    let isText = (position..<reference.end).enumerated().allSatisfy { has(file[$0.element], ahead: $0.offset) }
    guard !isText else { return false }
    if reference.scalar.map({ $0 == text[index] }) ?? true {
      match(reference.end - position)
    } else {
      position = reference.end
    }
    return true
  }

  /// An image, or the start of one that was refused and shows its description.
  private mutating func stepImage() -> Bool {
    guard let end = pairs.bracketEnd[position + 1], !has(UInt8(ascii: "!")) else { return false }
    guard text[index] == PlainText.mark else {
      position += 2
      return true
    }
    let start = position
    position = end
    if !skipLinkEnd() { position += 1 }
    places[index] = start..<position
    index += 1
    return true
  }

  /// The reference to a footnote, or a link definition before the text.
  private mutating func skipOpeningBracket() -> Bool {
    guard let end = pairs.bracketEnd[position] else { return false }
    let isFootnote = source(UInt8(ascii: "^"), ahead: 1)
    if index == 0, !isFootnote, end + 1 < limit, file[end + 1] == UInt8(ascii: ":"), !showsLabel(endingAt: end),
      let behind = pairs.definitionEnd(file.span, at: end + 2, limit: limit)
    {
      position = behind
      return true
    }
    guard !has(UInt8(ascii: "[")) else {
      shownEnds.insert(end)
      return false
    }
    guard isFootnote else { return false }
    position = end + 1
    return true
  }

  /// Whether the text goes on with what stands between the bracket at hand and the colon behind `end`: that is no definition,
  /// then, but text with its brackets, or a link.
  private func showsLabel(endingAt end: Int) -> Bool {
    var (offset, ahead) = (has(UInt8(ascii: "[")) ? position : position + 1, index)
    let isLink = offset > position
    while offset < end + 2 {
      let (scalar, length) = file.span.scalar(at: offset)
      if !(isLink && offset == end) {
        guard ahead < text.count, text[ahead] == scalar else { return false }
        ahead += 1
      }
      offset += length
    }
    return true
  }

  /// `](…)`, `][…]` or `]{…}`, unless the text has it.
  private mutating func skipLinkEnd() -> Bool {
    guard position + 1 < limit else { return false }
    let next = file[position + 1]
    if has(UInt8(ascii: "]")), shownEnds.contains(position) || has(next, ahead: 1) { return false }
    let end: Int?
    switch next {
    case UInt8(ascii: "("): end = pairs.targetEnd(file.span, at: position + 1, limit: limit)
    case UInt8(ascii: "["):
      end = source(UInt8(ascii: "^"), ahead: 2) ? nil : pairs.bracketEnd[position + 1].map { $0 + 1 }
    case UInt8(ascii: "{") where !source(UInt8(ascii: "{"), ahead: 2):
      var lineEnd = position
      while lineEnd < limit, lineEnd - position < 2000, file[lineEnd] != UInt8(ascii: "\n") { lineEnd += 1 }
      let syntax = DirectiveSyntax(text: file, map: .identity, limit: lineEnd)
      end = try? syntax.attributes(at: position + 1).get().end
    default: end = nil
    }
    guard let end else { return false }
    position = end
    return true
  }

  /// `:name[`, unless the text has it.
  private mutating func skipDirectiveName() -> Bool {
    guard position + 1 < limit, !(has(UInt8(ascii: ":")) && has(file[position + 1], ahead: 1)) else { return false }
    let syntax = DirectiveSyntax(text: file, map: .identity, limit: limit)
    guard let end = syntax.nameEnd(at: position + 1), end < limit, file[end] == UInt8(ascii: "[") else { return false }
    position = end + 1
    return true
  }
}
