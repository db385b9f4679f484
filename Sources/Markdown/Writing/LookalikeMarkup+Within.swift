internal import Bytes
internal import Han

/// What only looks like markup and may stand anywhere in a line.
extension LookalikeMarkup {
  /// The first at or behind `start` in the text of a line, markup taken out.
  ///
  /// - Complexity: O(distance), and of what is read beside each sign.
  static func next(in text: Span<UInt8>, from start: Int) -> (kind: LookalikeMarkup, range: Range<Int>)? {
    var index = start
    while index < text.count {
      switch text[index] {
      case 0xEF where index + 2 < text.count && endsSign(text[index + 2]):
        if text.has("＊＊", at: index), isWideEmphasis(text, at: index) { return (.emphasis, index..<index + 6) }
        if text.has("｛｛", at: index), isFigure(text, from: index + 6) { return (.figure, index..<index + 6) }
        if text.has("［^", at: index), let end = footnoteEnd(text, from: index + 4) { return (.footnote, index..<end) }
        if text.has("］(", at: index), let end = partedTargetEnd(text, from: index + 4) {
          return (.partedLink, index..<end)
        }
      case UInt8(ascii: "*"):
        if let end = spacedEmphasisEnd(text, at: index) { return (.spacedEmphasis, index..<end) }
        // With the Han behind it, as others of the line may have their partners.
        if isUnpaired(text, at: index) { return (.unpairedEmphasis, index..<index + 8) }
        if areAdjacent(text, at: index) { return (.adjacentEmphasis, index..<index + 4) }
        while index + 1 < text.count, text[index + 1] == UInt8(ascii: "*") { index += 1 }
      case 0xE3 where index + 2 < text.count && 0x90...0x91 ~= text[index + 2]:
        if text.has("【^", at: index), let end = footnoteEnd(text, from: index + 4) { return (.footnote, index..<end) }
        if text.has("】(", at: index), let end = partedTargetEnd(text, from: index + 4) {
          return (.partedLink, index..<end)
        }
      case UInt8(ascii: ":"):
        if let end = directiveEnd(text, at: index) { return (.directive, index..<end) }
        while index + 1 < text.count, text[index + 1] == UInt8(ascii: ":") { index += 1 }
      case UInt8(ascii: "]"):
        if let start = partedTargetStart(text, behind: index), let end = partedTargetEnd(text, from: start),
          !isNumber(text, before: index)
        {
          return (.partedLink, index..<end)
        }
        if let end = labelEnd(text, behind: index) { return (.unknownLabel, index..<end) }
        if text.has("]（", at: index), isTarget(text, from: index + 4) { return (.link, index..<index + 4) }
        if text.has("](", at: index), let (kind, end) = brokenTarget(text, from: index + 2) {
          return (kind, index..<end)
        }
        if text.has("](", at: index), let end = unclosedTargetEnd(text, from: index + 2) {
          return (.unclosedLink, index..<end)
        }
      default: break
      }
      index += 1
    }
    return nil
  }

  /// Whether a full-width sign may be ＊, ｛, ［ or ］ by its last byte: most are commas and colons.
  private static func endsSign(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x8A, 0x9B, 0xBB, 0xBD: true
    default: false
    }
  }

  /// Whether the `＊＊` at `start` begins words that were to be bold.
  private static func isWideEmphasis(_ text: Span<UInt8>, at start: Int) -> Bool {
    guard start < 3 || !text.has("＊", at: start - 3) else { return false }
    var scalars: [UInt32] = []
    var index = start > 0 ? text.scalar(before: start, from: 0).start : start
    // With the character before it and both runs.
    while index < text.count, scalars.count < WideAsterisks.distance + 5 {
      let (scalar, length) = text.scalar(at: index)
      scalars.append(scalar)
      index += length
    }
    return WideAsterisks.runs(in: scalars).first?.meaning == .emphasis
  }

  /// Bytes that are read behind a sign: no bold words and no address are longer.
  private static let lengthLimit = 300

  // MARK: `:name{…}`

  /// Behind the `{` of a directive whose first colon stands at `start`; `nil` when none does, as in `10:30` or `a:b{`.
  static func directiveEnd(_ text: Span<UInt8>, at start: Int) -> Int? {
    if start > 0 {
      let before = text[start - 1]
      if TagScanner.isLetter(before) || TagScanner.isDigit(before) || before == UInt8(ascii: ":") { return nil }
    }
    var index = start + 1
    while index < text.count, text[index] == UInt8(ascii: ":"), index - start < 6 { index += 1 }
    guard index < text.count, TagScanner.isLetter(text[index]) else { return nil }
    let name = index
    while index < text.count, index - name < 40, DirectiveSyntax.isName(text[index]) { index += 1 }
    guard index < text.count, text[index] == UInt8(ascii: "{"), !text.has("{{", at: index) else { return nil }
    return index + 1
  }

  // MARK: `**重要：请注意`

  /// Whether a `**` at `start` that found no partner was to make what follows bold: it begins a line or follows a mark, two Han
  /// stand behind it, and neither hides a name or a place, `张**`, `**县`.
  private static func isUnpaired(_ text: Span<UInt8>, at start: Int) -> Bool {
    guard text.has("**", at: start), isHan(text, at: start + 2), isHan(text, at: start + 5),
      start == 0 || ["：", "，", "。", "；", "！", "？"].contains(where: { text.has($0, at: start - 3) })
    else { return false }
    return !["银", "公", "县", "市", "省", "区", "校", "镇", "乡", "村", "年", "月", "日", "号", "中", "小", "学", "同", "老"].contains {
      text.has($0, at: start + 2)
    }
  }

  /// Whether `****` stands at `start` between two Han, and hides no name.
  private static func areAdjacent(_ text: Span<UInt8>, at start: Int) -> Bool {
    guard text.has("****", at: start), !text.has("*****", at: start), start > 2, isHan(text, at: start - 3),
      isHan(text, at: start + 4)
    else { return false }
    return !Surnames.contains(text.scalar(before: start, from: 0).value)
  }

  // MARK: `**重要： **`

  /// Behind the `**` that was to close the run at `start`, where Han stand between both and a blank stands beside one of them.
  private static func spacedEmphasisEnd(_ text: Span<UInt8>, at start: Int) -> Int? {
    let first = start + 2
    guard text.has("**", at: start), first < text.count, text[first] != UInt8(ascii: "*"),
      start == 0 || text[start - 1] != UInt8(ascii: "*")
    else { return nil }
    var hasHan = false
    var index = first
    while index < text.count, index - first < lengthLimit {
      switch text[index] {
      case UInt8(ascii: "*"):
        guard text.has("**", at: index), !text.has("***", at: index), hasHan else { return nil }
        if isBlank(text, before: index) { return index + 2 }
        return isBlank(text, at: first) && !areMasks(text, start, index) ? index + 2 : nil
      case 0x01: return hasHan && isBlank(text, at: first) && turnsInsideOut(text, at: index) ? index : nil
      case 0xE4...0xE9: hasHan = true
      default: break
      }
      index += 1
    }
    return nil
  }

  /// Whether the runs of the emphasis that begins at `index` are the end and the start of others that blanks undid:
  /// `** 甲 **和** 乙 **` makes 和 bold.
  private static func turnsInsideOut(_ text: Span<UInt8>, at index: Int) -> Bool {
    guard isBlank(text, before: index) else { return false }
    var end = index + 1
    while end < text.count, end - index < lengthLimit, text[end] != 0x01 { end += 1 }
    return end < text.count && isBlank(text, at: end + 1) && hasSpacedClosing(text.extracting(end + 1..<text.count))
  }

  /// Whether `text`, which begins behind bold words, begins with a blank and the first `**` in it stands behind one.
  static func hasSpacedClosing(_ text: Span<UInt8>) -> Bool {
    guard isBlank(text, at: 0) else { return false }
    var index = 0
    while index < text.count, index < lengthLimit {
      if text[index] == UInt8(ascii: "*") { return text.has("**", at: index) && isBlank(text, before: index) }
      index += 1
    }
    return false
  }

  /// Where `**` and a blank stand in `text` with Han and a blank behind them up to its end, before bold words.
  ///
  /// - Complexity: O(length up to the last asterisk, at most a limit).
  static func spacedOpening(beforeEndOf text: Span<UInt8>) -> Int? {
    guard isBlank(text, before: text.count) else { return nil }
    var hasHan = false
    var index = text.count
    while index > 0, text.count - index < lengthLimit, text[index - 1] != UInt8(ascii: "*") {
      index -= 1
      if 0xE4...0xE9 ~= text[index] { hasHan = true }
    }
    guard hasHan, index > 1, text.has("**", at: index - 2), isBlank(text, at: index),
      index == 2 || text[index - 3] != UInt8(ascii: "*")
    else { return nil }
    return index - 2
  }

  /// Whether surnames stand before both runs: `张** 李**`.
  private static func areMasks(_ text: Span<UInt8>, _ first: Int, _ second: Int) -> Bool {
    first > 0 && Surnames.contains(text.scalar(before: first, from: 0).value)
      && Surnames.contains(text.scalar(before: second, from: 0).value)
  }

  private static func isBlank(_ text: Span<UInt8>, at index: Int) -> Bool {
    index < text.count && HanClass.isSpace(text.scalar(at: index).value)
  }

  private static func isBlank(_ text: Span<UInt8>, before index: Int) -> Bool {
    index > 0 && HanClass.isSpace(text.scalar(before: index, from: 0).value)
  }

  /// Whether the `**` at `start` of a source may be kept from opening or closing by a blank.
  static func mayBeSpacedRun(_ text: Span<UInt8>, at start: Int) -> Bool {
    let end = start + 2
    if end < text.count, text[end] == 0x20 || text[end] == 0x09 || text.has("　", at: end) || text.has("\u{A0}", at: end)
    {
      return true
    }
    guard start > 1 else { return false }
    if text.has("　", at: start - 3) || text.has("\u{A0}", at: start - 2) { return true }
    // Behind the marker of a list, a quote or a bar, a blank is ordinary.
    guard text[start - 1] == 0x20 || text[start - 1] == 0x09 else { return false }
    switch text[start - 2] {
    case 0...0x20, UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"), UInt8(ascii: "."), UInt8(ascii: ">"),
      UInt8(ascii: "|"), UInt8(ascii: "#"):
      return false
    default: return true
    }
  }

  // MARK: Targets of links

  /// Whether what stands behind `](` at `start` of a source has a blank that begins no title, or does not end with `)`.
  static func mayBeSpacedTarget(_ text: Span<UInt8>, from start: Int) -> Bool {
    var index = start
    while index < text.count, index - start < lengthLimit {
      switch text[index] {
      case UInt8(ascii: "<"), UInt8(ascii: ")"), UInt8(ascii: "["): return false
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"): return true
      case UInt8(ascii: " "), UInt8(ascii: "\t"):
        let next = text.skippingBlanks(from: index, to: text.count)
        guard next < text.count else { return false }
        switch text[next] {
        case UInt8(ascii: ")"): return false
        case UInt8(ascii: "\""), UInt8(ascii: "'"): return !endsQuotedTitle(text, from: next)
        // A title, or the number that browsers give to a file they have already.
        case UInt8(ascii: "("): return !endsTitle(text, from: next + 1)
        default: return true
        }
      case 0xEF: if text.has("）", at: index) { return true }
      default: break
      }
      index += 1
    }
    return index == text.count
  }

  /// Whether the title in parentheses whose text begins at `start` ends, and with it the link.
  private static func endsTitle(_ text: Span<UInt8>, from start: Int) -> Bool {
    var index = start
    while index < text.count, index - start < lengthLimit, text[index] != UInt8(ascii: ")") { index += 1 }
    guard index < text.count else { return true }
    let next = text.skippingBlanks(from: index + 1, to: text.count)
    return next == text.count || [UInt8(ascii: ")"), 0x0A, 0x0D].contains(text[next])
  }

  /// Whether the quote at `start` is closed near by, on its line.
  private static func endsQuotedTitle(_ text: Span<UInt8>, from start: Int) -> Bool {
    var index = start + 1
    while index < text.count, index - start < lengthLimit, text[index] != 0x0A, text[index] != 0x0D {
      if text[index] == text[start] { return true }
      index += 1
    }
    return false
  }

  /// Whether an address stands at `start` and `）` or `)` behind it.
  private static func isTarget(_ text: Span<UInt8>, from start: Int) -> Bool {
    var index = start
    while index < text.count, index - start < lengthLimit {
      if text[index] <= 0x20 || text[index] == UInt8(ascii: "[") { return false }
      if text[index] == UInt8(ascii: ")") || text.has("）", at: index) { return isAddress(text, start..<index) }
      index += 1
    }
    return false
  }

  /// What keeps `](` before `start` from being a link, and where it ends: `）` instead of `)`, or a blank in the address.
  private static func brokenTarget(_ text: Span<UInt8>, from start: Int) -> (kind: LookalikeMarkup, end: Int)? {
    var hasBlank = false
    var hasTitle = false
    var hasAddress = false
    var piece = start
    var depth = 0
    var index = start
    while index < text.count, index - start < lengthLimit {
      let isBlank = text[index] == 0x20 || text[index] == 0x09
      if text[index] == UInt8(ascii: "(") { depth += 1 }
      let isEnd = text[index] == UInt8(ascii: ")") && depth == 0
      if text[index] == UInt8(ascii: ")"), depth > 0 { depth -= 1 }
      let isWideEnd = text.has("）", at: index)
      if isBlank || isEnd || isWideEnd {
        hasAddress = hasAddress || isAddress(text, piece..<index)
        piece = index + 1
      }
      if isBlank, !hasBlank {
        hasTitle = hasAddress && isQuote(text, at: text.skippingBlanks(from: index, to: text.count))
      }
      if isBlank { hasBlank = true }
      if isEnd { return hasBlank && hasAddress ? (hasTitle ? .linkTitle : .spacedLink, index + 1) : nil }
      if isWideEnd, hasAddress, !hasBlank { return (.link, index + 3) }
      if text[index] < 0x09 || text.has("](", at: index) { return nil }
      index += 1
    }
    return nil
  }

  private static func isQuote(_ text: Span<UInt8>, at index: Int) -> Bool {
    ["\"", "'", "“", "”", "‘", "’", "＂"].contains { text.has($0, at: index) }
  }

  /// Whether `range` looks like an address: ASCII with a sign of addresses, or a name with an extension.
  private static func isAddress(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var isASCII = true
    var hasSign = false
    var lastPeriod: Int?
    for index in range {
      switch text[index] {
      case UInt8(ascii: "/"), UInt8(ascii: ":"), UInt8(ascii: "#"): hasSign = true
      case UInt8(ascii: "."): lastPeriod = index
      case 0x80...: isASCII = false
      default: break
      }
    }
    if isASCII, hasSign || lastPeriod != nil { return true }
    guard let lastPeriod, 2...6 ~= range.upperBound - lastPeriod else { return false }
    var hasLetter = false
    for index in lastPeriod + 1..<range.upperBound {
      guard TagScanner.isLetter(text[index]) || TagScanner.isDigit(text[index]) else { return false }
      hasLetter = hasLetter || TagScanner.isLetter(text[index])
    }
    return hasLetter
  }

  // MARK: Parts of links that are no link together

  /// Where the target begins that a blank parts from the `]` at `index`.
  private static func partedTargetStart(_ text: Span<UInt8>, behind index: Int) -> Int? {
    if text.has("] (", at: index) { return index + 3 }
    return text.has("]　(", at: index) ? index + 5 : nil
  }

  /// Behind the `)` that closes the address at `start`; `nil` when there is none.
  private static func partedTargetEnd(_ text: Span<UInt8>, from start: Int) -> Int? {
    var index = start
    var hasLetter = false
    while index < text.count, index - start < lengthLimit {
      if text[index] <= 0x20 || text[index] == UInt8(ascii: "[") { return nil }
      if text[index] == UInt8(ascii: ")") { return hasLetter && isAddress(text, start..<index) ? index + 1 : nil }
      hasLetter = hasLetter || TagScanner.isLetter(text[index])
      index += 1
    }
    return nil
  }

  /// Whether nothing but digits stands in the brackets before `end`: `[1] (https://…)` numbers a source.
  private static func isNumber(_ text: Span<UInt8>, before end: Int) -> Bool {
    var index = end
    while index > 0, TagScanner.isDigit(text[index - 1]) { index -= 1 }
    return index < end && index > 0 && text[index - 1] == UInt8(ascii: "[")
  }

  /// Behind the label of `[文字][名称]` whose brackets meet at `index`; numbers and footnotes are none.
  private static func labelEnd(_ text: Span<UInt8>, behind index: Int) -> Int? {
    guard text.has("][", at: index), !isNumber(text, before: index),
      let start = openingBracket(text, before: index), start + 1 < index, text[start + 1] != UInt8(ascii: "^")
    else { return nil }
    var end = index + 2
    while end < text.count, end - index < lengthLimit, text[end] != UInt8(ascii: "]"), text[end] != UInt8(ascii: "[") {
      end += 1
    }
    guard end < text.count, text[end] == UInt8(ascii: "]"), end > index + 2, text[index + 2] != UInt8(ascii: "^"),
      !isNumber(text, before: end), end + 1 == text.count || text[end + 1] != UInt8(ascii: "["),
      !areNumbered(text, start + 1..<index, index + 2..<end)
    else { return nil }
    return end + 1
  }

  /// Whether two labels begin alike and end with digits: `见[图1][图2]` names two things.
  private static func areNumbered(_ text: Span<UInt8>, _ first: Range<Int>, _ second: Range<Int>) -> Bool {
    !first.isEmpty && text.scalar(at: first.lowerBound).value == text.scalar(at: second.lowerBound).value
      && [first, second].allSatisfy { TagScanner.isDigit(text[$0.upperBound - 1]) }
  }

  /// Whether a word that points somewhere stands before the `[文字][名称]` whose brackets meet at `index`, or an image's `!`:
  /// `见[通知][一]`, not `[必修][语文]`.
  static func isPointedAt(_ text: Span<UInt8>, labelsMeetingAt index: Int) -> Bool {
    guard let start = openingBracket(text, before: index), start > 0 else { return false }
    if text[start - 1] == UInt8(ascii: "!") { return true }
    return start > 2 && ["见", "看", "击", "载", "阅", "考", "照"].contains { text.has($0, at: start - 3) }
  }

  /// The `[` of the first label in a row that ends before `end`.
  private static func openingBracket(_ text: Span<UInt8>, before end: Int) -> Int? {
    var index = end
    while index > 0, end - index < lengthLimit, text[index - 1] != UInt8(ascii: "]") {
      index -= 1
      if text[index] == UInt8(ascii: "[") {
        let isBehindLabel = index > 0 && text[index - 1] == UInt8(ascii: "]")
        return isBehindLabel ? nil : index
      }
    }
    return nil
  }

  /// Where the address ends that stands at `start` and is not closed up to the end of the text.
  private static func unclosedTargetEnd(_ text: Span<UInt8>, from start: Int) -> Int? {
    var end = start
    while end < text.count, end - start < lengthLimit, text[end] > 0x20, text[end] != UInt8(ascii: "<") { end += 1 }
    var rest = start
    while rest < text.count {
      switch text[rest] {
      case UInt8(ascii: ")"), UInt8(ascii: "["), UInt8(ascii: "]"): return nil
      default: if text.has("）", at: rest) { return nil }
      }
      rest += 1
    }
    var narrow = start
    while narrow < end, text[narrow] < 0x80 { narrow += 1 }
    return [end, narrow].first { $0 > start && isAddress(text, start..<$0) }
  }

  // MARK: Footnotes and figures

  /// Behind the bracket that closes the name of a footnote at `start`.
  private static func footnoteEnd(_ text: Span<UInt8>, from start: Int) -> Int? {
    var index = start
    while index < text.count, index - start < footnoteNameLimit {
      if text[index] <= 0x20 || text.has("［", at: index) || text.has("【", at: index) { return nil }
      for bracket in ["]", "］", "】"] where text.has(text: bracket, at: index) {
        return index > start ? index + bracket.utf8.count : nil
      }
      index += 1
    }
    return nil
  }

  /// Bytes of a footnote's name in full-width brackets.
  private static let footnoteNameLimit = 60

  /// Whether a name and `｝` or `}` stand behind `｛｛`.
  private static func isFigure(_ text: Span<UInt8>, from start: Int) -> Bool {
    var hasLetter = false
    var index = start
    while index < text.count, index - start < lengthLimit {
      if text[index] == UInt8(ascii: "}") || text.has("｝", at: index) { return hasLetter }
      hasLetter = hasLetter || TagScanner.isLetter(text[index])
      index += 1
    }
    return false
  }
}
