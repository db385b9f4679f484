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
  /// `｛｛ class.size ｝｝`.
  case figure
  /// `！[说明](图片)` at the start of a line.
  case image
  /// `|---|---|` below a line with another number of cells, `｜` not counted.
  case table

  /// What stands at `start`, where a line begins, and how long it is; `isFirst` in the first line of a paragraph.
  ///
  /// - Complexity: O(length), for most lines O(1).
  static func atLineStart(_ text: Span<UInt8>, _ start: Int, isFirst: Bool) -> (kind: LookalikeMarkup, length: Int)? {
    guard start < text.count else { return nil }
    switch text[start] {
    case UInt8(ascii: "#"):
      var end = start
      while end < text.count, text[end] == UInt8(ascii: "#") { end += 1 }
      guard end - start <= 6, isHan(text, at: end) || isWideBlank(text, at: end) else { return nil }
      // `#研修#` is a topic.
      for index in end..<text.count where text[index] == UInt8(ascii: "#") { return nil }
      return (.heading, end - start)
    case UInt8(ascii: "|"), UInt8(ascii: "-"), UInt8(ascii: ":"):
      return !isFirst && isDelimiterRow(text, from: start) ? (.table, text.count - start) : nil
    case 0xEF:
      if text.has("＃", at: start) { return (.heading, 3) }
      if text.has("＞", at: start) { return (.quote, 3) }
      return text.has("！", at: start) && start + 3 == text.count ? (.image, 3) : nil
    default: return nil
    }
  }

  private static func isDelimiterRow(_ text: Span<UInt8>, from start: Int) -> Bool {
    var (bars, dashes) = (0, 0)
    for index in start..<text.count {
      switch text[index] {
      case UInt8(ascii: "|"): bars += 1
      case UInt8(ascii: "-"): dashes += 1
      case UInt8(ascii: ":"), UInt8(ascii: " "), UInt8(ascii: "\t"): break
      default: return false
      }
    }
    return bars > 0 && dashes > 0
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
