internal import Diagnostics

/// A line of colons: what opens or closes a directive.
struct DirectiveLine {
  /// How many colons; 2 for a leaf, 3 or more for a container or a closing line.
  var colons: Int
  /// Offsets into the file; `nil` for a closing line.
  var name: Range<Int>?
  var label: Range<Int>?
  var attributes: [DirectiveAttribute] = []
  /// What is wrong with the line, told when it turns out to be a directive and not a line of code.
  var problem: MarkdownProblem?
  var problemRange: Range<Int> = 0..<0

  /// Whether attributes are missing because they could not be read: then nothing more is said about them.
  var isMalformed: Bool {
    switch problem {
    case .malformedAttributes, .fullWidthSyntax, .unclosedQuote: true
    // `::details 甲`: what it lacks stands behind it.
    case .textBehindDirective: attributes.isEmpty && label == nil
    default: false
    }
  }
}

/// The `{…}` behind an inline directive.
struct InlineAttributes {
  var list: [DirectiveAttribute] = []
  /// What is wrong with it, told when the directive turns out to be one; the braces are shown as text then.
  var problem: MarkdownProblem?
  var problemRange: Range<Int> = 0..<0
}

/// Reads directives, after the generic directives proposal (talk.commonmark.org/t/444).
///
///     line       = colon{2,} blank* name label? attributes? rest
///                | colon{3,}                                        (closes)
///     name       = letter (letter | digit | "-" | "_")*
///     label      = "[" [^\]]* "]"                                   (brackets inside are balanced)
///     rest       = text attributes?                  (the text is the label of a container that has none)
///     attributes = "{" (blank* attribute)* blank* "}"
///     attribute  = "#" word | "." word | key ("=" value)?
///     value      = '"' [^"]* '"' | "'" [^']* "'" | [“”] [^“”]* [“”] | word
///     word       = [^ blank { } = " ' ｛ ｝ ＝ “ ” ＂]+
///
/// Full-width blanks part attributes like ASCII ones; other full-width signs are told with what is meant.
struct DirectiveSyntax {
  let text: [UInt8]
  let map: OffsetMap
  /// Nothing is read at or behind it; the end of the line.
  let limit: Int

  /// The directive line whose first colon is at `start`; `nil` when the line is none.
  func line(at start: Int) -> DirectiveLine? {
    var position = start
    while position < limit, text[position] == UInt8(ascii: ":") { position += 1 }
    let colons = position - start
    guard colons >= 2 else { return nil }
    let name = skippingBlanks(from: position)
    if name == limit { return colons >= 3 ? DirectiveLine(colons: colons) : nil }
    guard let nameEnd = nameEnd(at: name), colons > 2 || name == position else { return nil }
    var result = DirectiveLine(colons: colons, name: map.file(name..<nameEnd))
    position = nameEnd
    if position < limit, text[position] == UInt8(ascii: "["), let end = labelEnd(at: position) {
      result.label = map.file(position + 1..<end - 1)
      position = end
    }
    position = skippingBlanks(from: position)
    if position < limit, text[position] == UInt8(ascii: "{") {
      readAttributes(at: &position, into: &result)
    }
    let rest = skippingBlanks(from: position)
    if rest < limit, result.problem == nil { readRest(rest, into: &result) }
    return result
  }

  /// The attributes whose `{` is at `start`.
  ///
  /// - Returns: the attributes and the offset behind `}`; `nil` with the place of the fault when they are malformed.
  func attributes(at start: Int) -> Result<(list: [DirectiveAttribute], end: Int), AttributeFault> {
    var list: [DirectiveAttribute] = []
    var position = start + 1
    while true {
      position = skippingBlanks(from: position)
      guard position < limit else {
        return .failure(AttributeFault(offset: start, parsed: list, problem: .malformedAttributes))
      }
      if text[position] == UInt8(ascii: "}") { return .success((list, position + 1)) }
      guard let (attribute, end) = attribute(at: position) else {
        let (offset, problem) = fault(at: position)
        return .failure(AttributeFault(offset: offset, parsed: list, problem: problem))
      }
      list.append(attribute)
      position = end
    }
  }

  /// Where attributes stop making sense.
  struct AttributeFault: Error {
    var offset: Int
    var parsed: [DirectiveAttribute]
    var problem: MarkdownProblem
  }

  /// Full-width signs and what is meant by them.
  private static let fullWidth: [(found: String, wanted: String)] = [
    ("｛", "{"), ("｝", "}"), ("＝", "="), ("＂", "\""), ("，", " "), ("；", " "), ("‘", "'"), ("’", "'"), ("「", "\""),
    ("」", "\""),
  ]

  /// What is wrong with the attribute at `start`, and where.
  private func fault(at start: Int) -> (offset: Int, MarkdownProblem) {
    if text[start] == UInt8(ascii: "="), let (offset, found) = wideSeparator(before: start) {
      return (offset, .fullWidthSyntax(found: found, wanted: "空格"))
    }
    var offset = wordEnd(at: start)
    if offset < limit, text[offset] == UInt8(ascii: "=") { offset += 1 }
    if let (found, wanted) = fullWidthSign(at: offset) {
      return (offset, .fullWidthSyntax(found: found, wanted: wanted == " " ? "空格" : wanted))
    }
    if offset < limit, text[offset] == UInt8(ascii: "\"") || text[offset] == UInt8(ascii: "'") {
      return (offset, .unclosedQuote(String(UnicodeScalar(text[offset]))))
    }
    return text.span.has("“", at: offset) ? (offset, .unclosedQuote("“")) : (start, .malformedAttributes)
  }

  /// The full-width sign that parts the value and the key in the word before `end`: `src=a.svg，alt=`.
  private func wideSeparator(before end: Int) -> (offset: Int, found: String)? {
    var offset = end
    while offset > 0, text[offset - 1] > 0x20, text[offset - 1] != UInt8(ascii: "{"),
      text[offset - 1] != UInt8(ascii: "=")
    {
      offset -= 1
      if let found = ["，", "；", "、"].first(where: { text.span.has(text: $0, at: offset) }) { return (offset, found) }
    }
    return nil
  }

  private func fullWidthSign(at offset: Int) -> (found: String, wanted: String)? {
    guard offset < limit, text[offset] >= 0x80 else { return nil }
    return Self.fullWidth.first { text.span.has(text: $0.found, at: offset) }
  }

  /// End of the name that begins at `start`; `nil` when none does.
  func nameEnd(at start: Int) -> Int? {
    guard start < limit, TagScanner.isLetter(text[start]) else { return nil }
    var end = start + 1
    while end < limit, Self.isName(text[end]) { end += 1 }
    return end
  }

  static func isName(_ byte: UInt8) -> Bool {
    TagScanner.isLetter(byte) || TagScanner.isDigit(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
  }

  private func readAttributes(at position: inout Int, into line: inout DirectiveLine) {
    switch attributes(at: position) {
    case .success(let (list, end)):
      line.attributes = list
      position = end
    case .failure(let fault):
      line.attributes = fault.parsed
      line.problem = fault.problem
      line.problemRange = map.file(fault.offset..<limit)
      position = limit
    }
  }

  private func readRest(_ rest: Int, into line: inout DirectiveLine) {
    var end = limit
    while end > rest, text[end - 1] == UInt8(ascii: " ") || text[end - 1] == UInt8(ascii: "\t") { end -= 1 }
    // Some editors close the opening line with colons, too.
    guard text[rest..<end].contains(where: { $0 != UInt8(ascii: ":") }) else { return }
    if text.span.has("｛", at: rest) {
      line.problem = .fullWidthSyntax(found: "｛", wanted: "{")
      line.problemRange = map.file(rest..<rest + 3)
      return
    }
    if let bracket = ["(", "（"].first(where: { text.span.has(text: $0, at: rest) }), line.label == nil,
      line.attributes.isEmpty,
      text[rest..<end].contains(UInt8(ascii: "="))
    {
      line.problem = .fullWidthSyntax(found: bracket, wanted: "{")
      line.problemRange = map.file(rest..<rest + bracket.utf8.count)
      return
    }
    if line.label == nil, line.attributes.isEmpty, line.colons > 2 {
      line.label = map.file(rest..<end)
      readAttributes(behindLabel: rest..<end, into: &line)
    } else {
      line.problem = .textBehindDirective
      line.problemRange = map.file(rest..<end)
    }
  }

  /// `:::name text {key=value}`: braces at the end of the text are attributes when they can be read as such.
  private func readAttributes(behindLabel label: Range<Int>, into line: inout DirectiveLine) {
    guard text[label.upperBound - 1] == UInt8(ascii: "}"),
      let brace = label.last(where: { text[$0] == UInt8(ascii: "{") }), brace > label.lowerBound,
      text[brace - 1] == UInt8(ascii: " "), case .success(let (list, end)) = attributes(at: brace),
      end == label.upperBound, list.contains(where: { !$0.value.text.isEmpty })
    else { return }
    var labelEnd = brace
    while labelEnd > label.lowerBound, text[labelEnd - 1] == UInt8(ascii: " ") { labelEnd -= 1 }
    line.label = map.file(label.lowerBound..<labelEnd)
    line.attributes = list
  }

  private func attribute(at start: Int) -> (DirectiveAttribute, end: Int)? {
    let sign = text[start]
    if sign == UInt8(ascii: "#") || sign == UInt8(ascii: ".") {
      let end = wordEnd(at: start + 1)
      guard end > start + 1 else { return nil }
      let name = sign == UInt8(ascii: "#") ? "id" : "class"
      return (made(name, start..<start + 1, start + 1..<end), end)
    }
    let nameEnd = wordEnd(at: start)
    guard nameEnd > start, nameEnd == limit || fullWidthSign(at: nameEnd)?.found != "＝" else { return nil }
    let name = String(decoding: text[start..<nameEnd], as: UTF8.self)
    guard nameEnd < limit, text[nameEnd] == UInt8(ascii: "=") else {
      return (made(name, start..<nameEnd, nameEnd..<nameEnd), nameEnd)
    }
    guard let (value, end) = value(at: nameEnd + 1) else { return nil }
    return (made(name, start..<nameEnd, value), end)
  }

  private func made(_ name: String, _ nameRange: Range<Int>, _ value: Range<Int>) -> DirectiveAttribute {
    DirectiveAttribute(
      name: name, nameSpan: SourceSpan(map.file(nameRange)),
      value: DirectiveText(
        text: String(decoding: text[value], as: UTF8.self), span: SourceSpan(map.file(value))))
  }

  /// The range of a value without its quotes, and the offset behind it.
  private func value(at start: Int) -> (Range<Int>, end: Int)? {
    guard start < limit else { return nil }
    let quote = text[start]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      var end = start + 1
      while end < limit, text[end] != quote { end += 1 }
      return end < limit ? (start + 1..<end, end + 1) : nil
    }
    // “ is E2 80 9C, ” is E2 80 9D: what a Chinese keyboard gives for quotes, at times the same one twice.
    if isChineseQuote(start) {
      var end = start + 3
      while end + 2 < limit, !isChineseQuote(end) { end += 1 }
      return end + 2 < limit ? (start + 3..<end, end + 3) : nil
    }
    if let sign = fullWidthSign(at: start), sign.wanted != " " { return nil }
    let end = wordEnd(at: start)
    return end > start ? (start..<end, end) : nil
  }

  private func wordEnd(at start: Int) -> Int {
    var end = start
    while end < limit {
      switch text[end] {
      case 0...0x20, UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "="), UInt8(ascii: "\""), UInt8(ascii: "'"):
        return end
      case 0xE2 where isChineseQuote(end), 0xE3 where text.span.has("\u{3000}", at: end): return end
      case 0xEF
      where Self.fullWidth.contains {
        $0.found.utf8.first == 0xEF && $0.wanted != " " && text.span.has(text: $0.found, at: end)
      }:
        return end
      default: end += 1
      }
    }
    return end
  }

  private func isChineseQuote(_ offset: Int) -> Bool {
    text.span.has("“", at: offset) || text.span.has("”", at: offset)
  }

  private func labelEnd(at start: Int) -> Int? {
    var depth = 0
    var position = start
    while position < limit {
      switch text[position] {
      case UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "]"):
        depth -= 1
        if depth == 0 { return position + 1 }
      default: break
      }
      position += 1
    }
    return nil
  }

  private func skippingBlanks(from start: Int) -> Int {
    var position = text.span.skippingBlanks(from: start, to: limit)
    while position < limit, text.span.has("\u{3000}", at: position) {
      position = text.span.skippingBlanks(from: position + 3, to: limit)
    }
    return position
  }
}
