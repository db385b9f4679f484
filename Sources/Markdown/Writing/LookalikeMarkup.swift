/// What an input method or a missing blank makes of Markdown's characters: it looks like markup and is text.
enum LookalikeMarkup: Hashable, Sendable {
  /// `#标题` without a blank or with a full-width one, `＃ 标题`.
  case heading
  /// `＞ 引文`.
  case quote
  /// `＊＊重点＊＊`.
  case emphasis
  /// `**重要： **`, `** 重要**`.
  case spacedEmphasis
  /// `[文字]（地址）`, `[文字](地址）`.
  case link
  /// `[附件](附件 1.doc)`.
  case spacedLink
  /// `[文字](地址 “说明”)`, `[文字](地址 "说明)`.
  case linkTitle
  /// `[文字] (地址)`, `【文字】(地址)`, `［文字］(地址)`.
  case partedLink
  /// `[文字](地址` at the end of a line.
  case unclosedLink
  /// `[文字][名称]` where no such name is defined.
  case unknownLabel
  /// `- [ ]甲`.
  case task
  /// `# 标题 {#中 文}`.
  case headingID
  /// `｛｛ class.size ｝｝`.
  case figure
  /// `［^1］`, `【^1】`.
  case footnote
  /// `！[说明](图片)` at the start of a line.
  case image
  /// `|---|---|` below a line with another number of cells, `｜` not counted.
  case table
  /// `|—|—|` below another line: not the dashes or bars of a table.
  case dashes
  /// Lines that begin with a bar, and no row of dashes below the first.
  case rows
  /// `| 甲 | 乙 |` behind an empty line and another row.
  case partedRows
  /// `　| 甲 | 乙 |`.
  case indentedRows
  /// Lines with tabs in them, as sheets are pasted.
  case tabbedRows
  /// `**重要：请注意` without its second `**`.
  case unpairedEmphasis
  /// `**重要****通知**`.
  case adjacentEmphasis
  /// `见 :contact{of=office}`.
  case directive

  /// What stands at `start`, where a line begins, and how long it is; `isFirst` in the first line of a paragraph.
  ///
  /// - Complexity: O(length), for most lines O(1).
  static func atLineStart(_ text: Span<UInt8>, _ start: Int, isFirst: Bool) -> (kind: LookalikeMarkup, length: Int)? {
    guard start < text.count else { return nil }
    switch text[start] {
    case UInt8(ascii: "#"):
      var end = start
      while end < text.count, text[end] == UInt8(ascii: "#") { end += 1 }
      guard end - start <= 6, end < text.count, beginsHeading(text, at: end, signs: end - start) else { return nil }
      // `#研修#` is a topic.
      for index in end..<text.count where text[index] == UInt8(ascii: "#") { return nil }
      return (.heading, end - start)
    case UInt8(ascii: "["):
      guard isFirst, start + 3 < text.count, isBox(text, at: start), text[start + 3] > 0x20 else { return nil }
      return (.task, 3)
    case UInt8(ascii: "|"), UInt8(ascii: "-"), UInt8(ascii: ":"):
      return isFirst ? nil : delimiterRow(text, from: start).map { ($0, text.count - start) }
    case 0xEF:
      if text.has("＃", at: start) { return (.heading, 3) }
      if text.has("＞", at: start) {
        // `＞60分` compares.
        let next = start + 3 < text.count ? text[start + 3] : 0
        return TagScanner.isDigit(next) || next == UInt8(ascii: "=") || text.has("＝", at: start + 3) ? nil : (.quote, 3)
      }
      if text.has("｜", at: start) {
        return isFirst ? nil : delimiterRow(text, from: start).map { ($0, text.count - start) }
      }
      return text.has("！", at: start) && start + 3 == text.count ? (.image, 3) : nil
    default: return nil
    }
  }

  /// Whether the words of a heading stand at `index`, straight behind so many `#`: behind one of them `#1 班` is a number.
  private static func beginsHeading(_ text: Span<UInt8>, at index: Int, signs: Int) -> Bool {
    if isHan(text, at: index) || isWideBlank(text, at: index) { return true }
    if signs > 1 { return text[index] > 0x20 && text[index] != UInt8(ascii: "\\") }
    if ["（", "“", "‘", "《", "【", "「", "『", "〔"].contains(where: { text.has($0, at: index) }) { return true }
    var end = index
    while end < text.count, TagScanner.isDigit(text[end]) { end += 1 }
    return end > index && text.has("年", at: end)
  }

  /// What a row of bars and dashes from `start` to the end of `text` is: that of a table, or one of other dashes or bars.
  private static func delimiterRow(_ text: Span<UInt8>, from start: Int) -> LookalikeMarkup? {
    var (bars, dashes) = (0, 0)
    var isWide = false
    var index = start
    while index < text.count {
      switch text[index] {
      case UInt8(ascii: "|"): bars += 1
      case UInt8(ascii: "-"): dashes += 1
      case UInt8(ascii: ":"), UInt8(ascii: " "), UInt8(ascii: "\t"): break
      default:
        isWide = true
        if text.has("｜", at: index) {
          bars += 1
        } else if wideDashes.contains(where: { text.has(text: $0, at: index) }) {
          dashes += 1
        } else if !text.has("：", at: index), !text.has("　", at: index) {
          return nil
        }
        index += 2
      }
      index += 1
    }
    return bars > 0 && dashes > 0 ? (isWide ? .dashes : .table) : nil
  }

  /// What the keyboards of Chinese have where `-` should be, three bytes each.
  private static let wideDashes = ["—", "–", "－", "―", "─", "━", "﹣", "−"]

  /// Whether all lines of the paragraph `block` of `file` begin with a bar, as the rows of a table do, and none of them is a
  /// row of dashes.
  ///
  /// - Complexity: O(length).
  static func areRows(_ file: Span<UInt8>, _ block: Range<Int>) -> Bool {
    var start = block.lowerBound
    while start < block.upperBound {
      var end = start
      while end < block.upperBound, file[end] != UInt8(ascii: "\n"), file[end] != UInt8(ascii: "\r") { end += 1 }
      var first = file.skippingBlanks(from: start, to: end)
      while first < end, file[first] == UInt8(ascii: ">") { first = file.skippingBlanks(from: first + 1, to: end) }
      if first < end, start == block.lowerBound { first = Marker.skippingListMarkers(file, from: first, to: end) }
      guard isRow(file.extracting(first..<end)) else { return false }
      start = end + (file.has("\r\n", at: end) ? 2 : 1)
    }
    return true
  }

  /// Whether the line `text` is a row of a table or the one of dashes.
  static func isAnyRow(_ text: Span<UInt8>) -> Bool { isRow(text) || delimiterRow(text, from: 0) != nil }

  /// Whether the box of a task stands at `index`.
  static func isBox(_ text: Span<UInt8>, at index: Int) -> Bool {
    ["[ ]", "[x]", "[X]"].contains { text.has($0, at: index) }
  }

  /// Whether `line` begins with a bar and ends with one or has two more, and is no row of dashes.
  private static func isRow(_ line: Span<UInt8>) -> Bool {
    guard line.has("|", at: 0) || line.has("｜", at: 0), delimiterRow(line, from: 0) == nil else { return false }
    var end = line.count
    while end > 0, line[end - 1] == UInt8(ascii: " ") || line[end - 1] == UInt8(ascii: "\t") { end -= 1 }
    if end > 1, line[end - 1] == UInt8(ascii: "|") || line.has("｜", at: end - 3) { return true }
    return line.indices.count { line[$0] == UInt8(ascii: "|") || line.has("｜", at: $0) } > 2
  }

  /// Whether nothing but a number and its unit stands in `line`: `60 分钟`, `90%`.
  ///
  /// - Complexity: O(length).
  static func isQuantity(_ file: Span<UInt8>, _ line: Range<Int>) -> Bool {
    var index = line.lowerBound
    while index < line.upperBound, TagScanner.isDigit(file[index]) || file[index] == UInt8(ascii: ".") { index += 1 }
    index = file.skippingBlanks(from: index, to: line.upperBound)
    if index < line.upperBound, file[index] == UInt8(ascii: "%") { index += 1 }
    var count = 0
    while index < line.upperBound, isHan(file, at: index), count < 3 {
      index += 3
      count += 1
    }
    return file.skippingBlanks(from: index, to: line.upperBound) == line.upperBound
  }

  /// Whether `line`, which begins with a digit, numbers an item: `1. 甲`, `2）乙`, `3、丙`.
  static func numbersItem(_ file: Span<UInt8>, _ line: Range<Int>) -> Bool {
    var index = line.lowerBound
    while index < line.upperBound, TagScanner.isDigit(file[index]) { index += 1 }
    if ["、", "．", "）", ")"].contains(where: { file.has($0, at: index) }) { return true }
    return file.has(".", at: index) && !(index + 1 < line.upperBound && TagScanner.isDigit(file[index + 1]))
  }

  /// Whether a blank stands at `index` that looks like one and is none to Markdown: full-width or not to be broken at.
  static func isWideBlank(_ text: Span<UInt8>, at index: Int) -> Bool {
    text.has("\u{3000}", at: index) || text.has("\u{A0}", at: index)
  }

  /// Whether a character of the basic block of Han, which is nearly all of Chinese prose, stands at `index`.
  static func isHan(_ text: Span<UInt8>, at index: Int) -> Bool {
    index + 2 < text.count && 0xE4...0xE9 ~= text[index] && text[index + 1] & 0xC0 == 0x80
  }
}
