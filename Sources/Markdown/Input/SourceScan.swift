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
    /// LF, CR, `<`, `[`, `]` and control characters, which are looked at.
    static let special = Bytes(rawValue: .max)
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
    /// `＊`, or `（` behind `]`: full-width forms of markup.
    static let lookalike = Bytes(rawValue: 4096)
  }

  private(set) var bytes: Bytes = []
  let lines: LineIndex
  /// Offsets into the file, ascending, of each `](` and of each `<`: where destinations of links may begin.
  private(set) var linkPlaces: [Int] = []
  /// Whether `]:` stands somewhere, without which the text defines no link.
  private(set) var mayDefineLinks = false
  /// Offset into the file of the first ill-formed byte.
  private(set) var illFormed: Int?
  /// The first control character in the file, tabs and ends of lines and pages aside, and how many there are.
  private(set) var control: (range: Range<Int>, count: Int)?
  /// Offset into the file of the first of U+FDD0–U+FDEF.
  private(set) var noncharacter: Int?
  /// Where the text first goes beyond a limit.
  private(set) var excess: (limit: MarkdownLimit, place: Int)?

  /// - Complexity: O(length of `range`), one look at most bytes.
  init(_ file: Span<UInt8>, _ range: Range<Int>) {
    let classes = Self.classes
    var starts = [range.lowerBound]
    starts.reserveCapacity(range.count / 48 + 4)
    var seen: UInt16 = 0
    var openBrackets = 0
    var excess: (limit: MarkdownLimit, place: Int)?
    var index = range.lowerBound
    let end = range.upperBound
    // A character that goes beyond the end is none.
    let text = file.extracting(0..<end)
    while index < end {
      let byte = file[index]
      if byte < 0x80 {
        index += 1
        let kind = classes[Int(byte)]
        guard kind != 0 else { continue }
        guard kind == Bytes.special.rawValue else {
          seen |= kind
          continue
        }
        if byte == 0x0A || byte == 0x0D {
          let start = starts[starts.count - 1]
          if index - 1 == start { openBrackets = 0 }
          // A line that is too deep is at least as long as its markers.
          if excess == nil, index - start > MarkdownLimit.nesting.value,
            let place = MarkdownLimit.excessNesting(file, start..<index - 1)
          {
            excess = (.nesting, place)
          }
          if byte == 0x0D, index < end, file[index] == 0x0A { index += 1 }
          starts.append(index)
        } else if byte == UInt8(ascii: "<") {
          linkPlaces.append(index - 1)
        } else if byte == UInt8(ascii: "[") {
          seen |= Bytes.bracket.rawValue
          openBrackets += 1
          if openBrackets > MarkdownLimit.brackets.value, excess == nil { excess = (.brackets, index - 1) }
        } else if byte != UInt8(ascii: "]") {
          control = (control?.range ?? index - 1..<index, (control?.count ?? 0) + 1)
        } else if index < end {
          if openBrackets > 0 { openBrackets -= 1 }
          if file[index] == UInt8(ascii: "(") { linkPlaces.append(index - 1) }
          if file[index] == UInt8(ascii: ":") { mayDefineLinks = true }
        }
        continue
      }
      seen |= Bytes.wide.rawValue
      // Han and full-width forms: three bytes. E0 and ED restrict the second byte and are left to `UTF8Check`.
      if byte &- 0xE1 < 0x0F, byte != 0xED, index + 2 < end {
        let (second, third) = (file[index + 1], file[index + 2])
        if (second ^ 0x80) | (third ^ 0x80) < 0x40 {
          if byte == Mark.lead, second == Mark.second, 0x90...0xAF ~= third, noncharacter == nil {
            noncharacter = index
          }
          if byte == 0xE2 || byte == 0xEF {
            if InvisibleCharacter.length(in: file, at: index) > 0 { seen |= Bytes.invisible.rawValue }
            if byte == 0xEF, second == 0xBC,
              third == 0x8A || (third == 0x88 && index > range.lowerBound && file[index - 1] == UInt8(ascii: "]"))
            {
              seen |= Bytes.lookalike.rawValue
            }
          }
          index += 3
          continue
        }
      } else if byte == 0xC2, InvisibleCharacter.length(in: file, at: index) > 0 {
        seen |= Bytes.invisible.rawValue
      }
      let length = UTF8Check.multibyteLength(in: text, at: index)
      if byte == 0xC2, length == 2, file[index + 1] < 0xA0 {
        control = (control?.range ?? index..<index + 2, (control?.count ?? 0) + 1)
      }
      if length == 0, illFormed == nil { illFormed = index }
      index += max(1, length)
    }
    if excess == nil, let place = MarkdownLimit.excessNesting(file, starts[starts.count - 1]..<end) {
      excess = (.nesting, place)
    }
    self.excess = excess
    if starts.count > 1, starts[starts.count - 1] == end { starts.removeLast() }
    starts.append(end)
    lines = LineIndex(starts: starts)
    bytes = Bytes(rawValue: seen)
  }

  private static let classes: InlineArray<128, UInt16> = {
    var table = InlineArray<128, UInt16>(repeating: 0)
    let rows: [(UInt8, Bytes)] = [
      (UInt8(ascii: "|"), .pipe), (UInt8(ascii: "-"), .dash),
      (UInt8(ascii: "{"), .brace),
      // `foo` above `:--` is a table, too.
      (UInt8(ascii: ":"), [.colon, .pipe, .address]), (UInt8(ascii: "~"), [.tilde, .delimiter]),
      (UInt8(ascii: "*"), .delimiter),
      (UInt8(ascii: "_"), .delimiter), (UInt8(ascii: "w"), .address), (UInt8(ascii: "W"), .address),
      (UInt8(ascii: "@"), .at), (UInt8(ascii: "^"), .caret),
    ]
    for (byte, kind) in rows { table[Int(byte)] = kind.rawValue }
    for byte in "\n\r<[]\u{7F}".utf8 { table[Int(byte)] = Bytes.special.rawValue }
    for byte in 0..<0x20 where byte != 0x09 && byte != 0x0C { table[byte] = Bytes.special.rawValue }
    return table
  }()

  /// The features of `features` that need a pass of the marker over this text.
  func markedFeatures(of features: MarkdownFeatures) -> MarkdownFeatures {
    var result = features.intersection([
      .tables, .strikethrough, .tasks, .headingIDs, .cjkEmphasis, .directives, .figures, .autolinks,
      .footnotes, .doubleTildes,
    ])
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
