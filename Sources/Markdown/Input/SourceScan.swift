internal import Bytes

/// What one pass over the bytes of a text tells: where its lines begin, which bytes it holds, what may not be there.
///
/// Everything later asks this instead of looking again: a text that holds no `|` cannot have a table.
struct SourceScan {
  /// Kinds of bytes by which features are found to be needed.
  struct Bytes: OptionSet {
    let rawValue: UInt16

    static let pipe = Bytes(rawValue: 1)
    static let dash = Bytes(rawValue: 2)
    static let tilde = Bytes(rawValue: 4)
    static let bracket = Bytes(rawValue: 8)
    static let brace = Bytes(rawValue: 16)
    static let colon = Bytes(rawValue: 32)
    /// `*`, `_` or `~`.
    static let delimiter = Bytes(rawValue: 64)
    /// A byte outside ASCII.
    static let wide = Bytes(rawValue: 128)
    /// `:` or `w`, without which there is no bare address.
    static let address = Bytes(rawValue: 256)
    /// `@`, without which there is no mail address.
    static let at = Bytes(rawValue: 512)
    /// `^`, without which there is no footnote.
    static let caret = Bytes(rawValue: 1024)
    /// A character that nobody sees.
    static let invisible = Bytes(rawValue: 2048)
    /// `＊`, `｛｛`, `（` behind `]`, `(` behind `】`, `^` behind `［`: full-width forms of markup.
    static let lookalike = Bytes(rawValue: 4096)
    /// `**` beside a blank, `][`, or what may be a link but for a blank, a full-width bracket or a missing end: what only
    /// looks like markup.
    static let spacing = Bytes(rawValue: 8192)
    static let tab = Bytes(rawValue: 16384)
  }

  private(set) var bytes: Bytes = []
  let lines: LineIndex
  /// Offsets into the file, ascending, of each `](` and of each `<`: where destinations of links may begin.
  let linkPlaces: [Int]
  /// Runs of `*` that look as if they hid something, of `_` as if they were to be filled in, and of `~` within ranges.
  let masks: [MaskingAsterisks.Place]
  /// Paths of Windows in which a backslash escapes a sign, each from its letter to behind the first such sign.
  let paths: [Range<Int>]
  /// Whether `]:` stands somewhere, without which the text defines no link.
  private(set) var mayDefineLinks = false
  /// Offset into the file of the first ill-formed byte.
  let illFormed: Int?
  /// The first control character in the file, tabs and ends of lines and pages aside, and how many there are.
  let control: (range: Range<Int>, count: Int)?
  /// The first U+FFFD in the file, which stands where a character was lost, and how many there are.
  let replacement: (range: Range<Int>, count: Int)?
  /// Where in the file the first noncharacter stands.
  let noncharacter: Range<Int>?
  /// Where the text first goes beyond a limit.
  let excess: (limit: MarkdownLimit, place: Int)?

  /// - Complexity: O(length of `range`), one look at most bytes.
  init(_ file: Span<UInt8>, _ range: Range<Int>) {
    let special = Self.special
    var starts = [range.lowerBound]
    starts.reserveCapacity(range.count / 48 + 4)
    var linkPlaces: [Int] = []
    linkPlaces.reserveCapacity(range.count / 256 + 4)
    var seen: Bytes = []
    var openBrackets = 0
    var doubledAsterisks = 0
    var excess: (limit: MarkdownLimit, place: Int)?
    var wide = WideCharacters()
    var masks = MaskingAsterisks()
    var paths: [Range<Int>] = []
    var index = range.lowerBound
    let end = range.upperBound
    // A character that goes beyond the end is none.
    let text = file.extracting(0..<end)
    while index < end {
      let byte = text[index]
      guard byte < 0x80 else {
        index = wide.pass(text, index, from: range.lowerBound)
        continue
      }
      index += 1
      guard special.contains(byte) else { continue }
      switch byte {
      case 0x0A, 0x0D:
        let start = starts[starts.count - 1]
        if doubledAsterisks & 1 != 0 { seen.insert(.spacing) }
        doubledAsterisks = 0
        if index - 1 == start { openBrackets = 0 }
        // A line that is too deep is at least as long as its markers.
        if excess == nil, index - start > MarkdownLimit.nesting.value,
          let place = MarkdownLimit.excessNesting(text, start..<index - 1)
        {
          excess = (.nesting, place)
        }
        if byte == 0x0D, index < end, text[index] == 0x0A { index += 1 }
        starts.append(index)
      case UInt8(ascii: "<"): linkPlaces.append(index - 1)
      case UInt8(ascii: "["):
        seen.insert(.bracket)
        openBrackets += 1
        if openBrackets > MarkdownLimit.brackets.value, excess == nil { excess = (.brackets, index - 1) }
      case UInt8(ascii: "]"):
        guard index < end else { break }
        if openBrackets > 0 { openBrackets -= 1 }
        if text[index] == UInt8(ascii: "(") {
          linkPlaces.append(index - 1)
          if !seen.contains(.spacing), LookalikeMarkup.mayBeSpacedTarget(text, from: index + 1) {
            seen.insert(.spacing)
          }
        }
        if text[index] == UInt8(ascii: ":") { mayDefineLinks = true }
        if text[index] == UInt8(ascii: "[") || text.has(" (", at: index) || text.has("　(", at: index) {
          seen.insert(.spacing)
        }
      case UInt8(ascii: "*"):
        seen.insert(.delimiter)
        if index - 1 == range.lowerBound || text[index - 2] != UInt8(ascii: "*") {
          masks.pass(text, index - 1, from: range.lowerBound)
        }
        if index < end, text[index] == UInt8(ascii: "*"), !seen.contains(.spacing),
          LookalikeMarkup.mayBeSpacedRun(text, at: index - 1)
        {
          seen.insert(.spacing)
        }
        // Two by two, so that those of a line pair if their number is even.
        if index < end, text[index] == UInt8(ascii: "*") {
          doubledAsterisks += 1
          if text.has("****", at: index - 1) { seen.insert(.spacing) }
        }
      case UInt8(ascii: "_"):
        seen.insert(.delimiter)
        if index - 1 == range.lowerBound || text[index - 2] != UInt8(ascii: "_") {
          masks.pass(text, index - 1, from: range.lowerBound)
        }
      case UInt8(ascii: "~"):
        seen.formUnion(Self.kind(of: byte))
        if index - 1 == range.lowerBound || text[index - 2] != UInt8(ascii: "~") {
          masks.passTildes(text, index - 1, from: range.lowerBound)
        }
      case UInt8(ascii: ":"):
        seen.formUnion(Self.kind(of: byte))
        if !seen.contains(.spacing), LookalikeMarkup.directiveEnd(text, at: index - 1) != nil { seen.insert(.spacing) }
        if index < end, text[index] == UInt8(ascii: "\\"),
          let path = WindowsPath.lossy(text, around: index - 1, from: range.lowerBound)
        {
          paths.append(path)
        }
      case UInt8(ascii: "\\"):
        if let path = WindowsPath.lossyShare(text, at: index - 1, from: range.lowerBound) { paths.append(path) }
      case 0x09: seen.insert(.tab)
      case 0..<0x20, 0x7F: wide.noteControl(index - 1..<index)
      default: seen.formUnion(Self.kind(of: byte))
      }
    }
    if doubledAsterisks & 1 != 0 { seen.insert(.spacing) }
    if excess == nil, let place = MarkdownLimit.excessNesting(text, starts[starts.count - 1]..<end) {
      excess = (.nesting, place)
    }
    self.excess = excess
    self.linkPlaces = linkPlaces
    self.masks = masks.places
    self.paths = paths
    if starts.count > 1, starts[starts.count - 1] == end { starts.removeLast() }
    starts.append(end)
    lines = LineIndex(starts: starts)
    replacement = wide.replacement
    (illFormed, noncharacter, control) = (wide.illFormed, wide.noncharacter, wide.control)
    bytes = seen.union(wide.bytes)
  }

  /// What is looked at: ends of lines, markup, tabs, control characters but form feed.
  private static let special = ASCIISet(
    "|-{:~*_wW@^<[]\\\n\r\u{7F}".utf8 + (0..<0x20).filter { $0 != 0x0C })

  /// What a byte tells by itself.
  private static func kind(of byte: UInt8) -> Bytes {
    switch byte {
    case UInt8(ascii: "|"): .pipe
    case UInt8(ascii: "-"): .dash
    case UInt8(ascii: "{"): .brace
    // `foo` above `:--` is a table, too.
    case UInt8(ascii: ":"): [.colon, .pipe, .address]
    case UInt8(ascii: "~"): [.tilde, .delimiter]
    case UInt8(ascii: "w"), UInt8(ascii: "W"): .address
    case UInt8(ascii: "@"): .at
    case UInt8(ascii: "^"): .caret
    default: []
    }
  }

  /// The features of `features` that need a pass of the marker over this text.
  func markedFeatures(of features: MarkdownFeatures) -> MarkdownFeatures {
    var result = features.intersection([
      .tables, .strikethrough, .tasks, .headingIDs, .cjkEmphasis, .directives, .figures, .autolinks,
      .footnotes, .doubleTildes,
    ])
    if mayDefineLinks, features.contains(.wordHabits) { result.insert(.wordHabits) }
    if !bytes.contains([.pipe, .dash]) { result.remove(.tables) }
    if !bytes.contains(.tilde) { result.remove(.strikethrough) }
    if !bytes.contains(.bracket) { result.remove(.tasks) }
    if !bytes.contains(.brace) { result.subtract([.headingIDs, .figures]) }
    if !bytes.contains(.colon) { result.remove(.directives) }
    if !bytes.contains([.bracket, .caret]) { result.remove(.footnotes) }
    if !bytes.contains(.address) { result.remove(.autolinks) }
    if !bytes.contains([.delimiter, .wide]) { result.remove(.cjkEmphasis) }
    return result
  }
}
