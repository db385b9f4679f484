import Diagnostics

/// Literal and folded block scalars (YAML 1.2.2 §8.1).
extension YAMLParser {
  private enum Chomping { case clip, strip, keep }

  /// At `|` or `>`, below a parent in column `n` (-1 at the root).
  mutating func parseBlockScalar(parent n: Int) throws(YAMLError) -> Node {
    let begin = position
    let isFolded = peek() == UInt8(ascii: ">")
    position += 1
    let (chomping, indicated) = try parseHeader()
    // At the root the indicator counts from column 0, elsewhere from the parent.
    var indent = indicated.map { max(n, 0) + $0 } ?? -1
    var body = BlockScalarBody(isFolded: isFolded)
    var last = position
    if !atEnd { passBreak() }
    if indent < 0 { indent = try detectIndentation(minimum: n + 1) }
    while !atEnd {
      while column < indent, peek() == UInt8(ascii: " ") { position += 1 }
      if Self.isBreakOrEnd(peek()) {
        if atEnd, column == 0 { break }
        body.addEmptyLine()
      } else {
        if column < indent, peek() == UInt8(ascii: "\t") {
          throw YAMLError(.indentation(.tabIndentation), SourceSpan(position, position + 1))
        }
        guard column == indent, !atDocumentMarker else { break }
        let lineBegin = position
        passLine()
        body.addLine(bytes, lineBegin..<position)
        last = position
      }
      if atEnd { break }
      passBreak()
    }
    position = backToLineStart()
    let value: [UInt8]
    switch chomping {
    case .strip: value = body.text(finalBreak: false, trailing: false)
    case .clip: value = body.text(finalBreak: true, trailing: false)
    case .keep: value = body.text(finalBreak: true, trailing: true)
    }
    return Node(.scalar(Scalar(String(decoding: value, as: UTF8.self), .text)), SourceSpan(begin, last))
  }

  /// The line after the scalar is looked at from its first byte.
  private func backToLineStart() -> Int { atEnd ? position : lineStart }

  private mutating func parseHeader() throws(YAMLError) -> (Chomping, indent: Int?) {
    var chomping: Chomping?
    var indent: Int?
    while true {
      switch peek() {
      case UInt8(ascii: "+") where chomping == nil: chomping = .keep
      case UInt8(ascii: "-") where chomping == nil: chomping = .strip
      case UInt8(ascii: "1")...UInt8(ascii: "9") where indent == nil: indent = Int(peek() - UInt8(ascii: "0"))
      default:
        let indicatorsEnd = position
        passBlanks()
        if peek() == UInt8(ascii: "#"), position > indicatorsEnd { passLine() }
        guard Self.isBreakOrEnd(peek()) else { throw YAMLError(.scalar(.blockScalarHeader), lineSpan) }
        return (chomping ?? .clip, indent)
      }
      position += 1
    }
  }

  /// The indentation of the first line with text, at least `minimum`; position unchanged.
  ///
  /// Blank lines before it may not be deeper. Without any text it is that of the deepest blank line.
  private mutating func detectIndentation(minimum: Int) throws(YAMLError) -> Int {
    let (resume, resumeLine) = (position, lineStart)
    defer { (position, lineStart) = (resume, resumeLine) }
    var deepest = 0
    var deepestPlace = position
    while !atEnd {
      while peek() == UInt8(ascii: " ") { position += 1 }
      if Self.isBreakOrEnd(peek()) {
        if column > deepest { (deepest, deepestPlace) = (column, lineStart) }
        if atEnd { break }
        passBreak()
        continue
      }
      if column < minimum || atDocumentMarker { break }
      if column < deepest {
        throw YAMLError(
          .scalar(.blockScalarIndentation), SourceSpan(deepestPlace, deepestPlace + deepest), related: lineSpan)
      }
      // Parsers disagree on text that begins with a tab behind blank lines with spaces.
      if deepest > 0, peek() == UInt8(ascii: "\t") {
        throw YAMLError(.indentation(.tabIndentation), SourceSpan(position, position + 1))
      }
      return column
    }
    return max(minimum, deepest)
  }
}

/// The lines of a block scalar, folded as they come.
struct BlockScalarBody {
  private let isFolded: Bool
  private var output: [UInt8] = []
  /// Line breaks since the last line with text, that line's own not counted.
  private var emptyLines = 0
  private var hasText = false
  /// Whether the last line with text began with a blank: breaks beside such lines are kept.
  private var lastWasSpaced = false

  init(isFolded: Bool) { self.isFolded = isFolded }

  mutating func addEmptyLine() { emptyLines += 1 }

  /// A line with text, its indentation left out.
  mutating func addLine(_ bytes: [UInt8], _ range: Range<Int>) {
    let isSpaced = YAMLParser.isBlank(bytes[range.lowerBound])
    if hasText {
      if !isFolded || lastWasSpaced || isSpaced {
        output.append(UInt8(ascii: "\n"))
      } else if emptyLines == 0 {
        output.append(UInt8(ascii: " "))
      }
    }
    output.append(contentsOf: repeatElement(UInt8(ascii: "\n"), count: emptyLines))
    output.append(contentsOf: bytes[range])
    emptyLines = 0
    hasText = true
    lastWasSpaced = isSpaced
  }

  /// The value; `finalBreak`: the break of the last line with text, `trailing`: those of the blank lines behind it.
  consuming func text(finalBreak: Bool, trailing: Bool) -> [UInt8] {
    if finalBreak, hasText { output.append(UInt8(ascii: "\n")) }
    if trailing { output.append(contentsOf: repeatElement(UInt8(ascii: "\n"), count: emptyLines)) }
    return output
  }
}
