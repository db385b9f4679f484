internal import Bytes

/// Numbers and bullets that editors type, or that Word leaves behind, at the start of a line.
enum TypedMarker {
  enum Kind {
    /// It is none of Chinese documents: `●`, `１．`.
    case foreign
    /// Chinese documents number paragraphs so; only lines that run together are wrong: `（一）`, `1、`.
    case ordinary
  }

  /// The marker at `start` and its end.
  ///
  /// - Complexity: O(1); one look at lines that begin with other Han or with letters, as nearly all do.
  static func read(_ text: Span<UInt8>, at start: Int) -> (kind: Kind, end: Int)? {
    guard start + 1 < text.count else { return nil }
    switch text[start] {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "("): return number(text, start)
    case UInt8(ascii: "-"), UInt8(ascii: "+"):
      return isItem(text, at: start + 1) || LookalikeMarkup.isBox(text, at: start + 1) ? (.foreign, start + 1) : nil
    case UInt8(ascii: "A")...UInt8(ascii: "H"), UInt8(ascii: "a")...UInt8(ascii: "h"): return letter(text, start)
    case UInt8(ascii: "*"): return LookalikeMarkup.isWideBlank(text, at: start + 1) ? (.foreign, start + 1) : nil
    // 一二三四五六七八九十
    case 0xE4, 0xE5: return isNumeral(text, start) ? number(text, start) : nil
    // Bullets and signs; （ and full-width digits.
    case 0xC2, 0xE2, 0xE3: return sign(text, start)
    case 0xEF: return sign(text, start) ?? (text[start + 1] == 0xBC ? number(text, start) : nil)
    default: return nil
    }
  }

  /// Whether what a marker is to begin stands at `index` without a blank, or behind one that is none to Markdown.
  private static func isItem(_ text: Span<UInt8>, at index: Int) -> Bool {
    LookalikeMarkup.isHan(text, at: index) || LookalikeMarkup.isWideBlank(text, at: index)
  }

  /// `A.甲`, `A. 甲`, `b、乙`.
  private static func letter(_ text: Span<UInt8>, _ start: Int) -> (kind: Kind, end: Int)? {
    for period in [".", "．", "、"] where text.has(text: period, at: start + 1) {
      let end = start + 1 + period.utf8.count
      return isItem(text, at: text.skippingBlanks(from: end, to: text.count)) ? (.ordinary, end) : nil
    }
    return nil
  }

  private static func sign(_ text: Span<UInt8>, _ start: Int) -> (kind: Kind, end: Int)? {
    let (value, length) = text.scalar(at: start)
    guard let scalar = Unicode.Scalar(value) else { return nil }
    let end = start + length
    switch scalar {
    // The last ones are what Word makes of the bullets of its symbol fonts.
    case "●", "•", "■", "◆", "▪", "◇", "➢", "➤", "❖", "\u{F020}"..."\u{F0FF}": return (.foreign, end)
    // A sentence may begin with one of these.
    case "★", "☆", "○", "※", "□", "√", "✓", "✔", "▲", "△", "▶", "►", "◎", "①"..."⒛", "❶"..."❿", "㈠"..."㈩":
      return (.ordinary, end)
    case "·" where LookalikeMarkup.isHan(text, at: end): return (.ordinary, end)
    case "－", "·", "–": return end < text.count && text[end] == UInt8(ascii: " ") ? (.ordinary, end + 1) : nil
    default: return nil
    }
  }

  private static func number(_ text: Span<UInt8>, _ start: Int) -> (kind: Kind, end: Int)? {
    let isOpened = text.has("（", at: start) || text.has("(", at: start)
    let first = isOpened ? start + (text[start] == UInt8(ascii: "(") ? 1 : 3) : start
    let wide = skipping(first, text, upTo: 3) { text, index in isWideDigit(text, index) ? 3 : 0 }
    let narrow = skipping(first, text, upTo: 3) { text, index in TagScanner.isDigit(text[index]) ? 1 : 0 }
    let chinese = skipping(first, text, upTo: 3) { text, index in isNumeral(text, index) ? 3 : 0 }
    let end = max(wide, narrow, chinese)
    guard end > first else { return nil }
    if isOpened {
      for closing in ["）", ")"] where text.has(text: closing, at: end) { return (.ordinary, end + closing.utf8.count) }
      return nil
    }
    if end == narrow || end == chinese, end < text.count,
      text[end] == UInt8(ascii: ".") || text[end] == UInt8(ascii: ")")
    {
      // Behind a number of ASCII a blank makes an item.
      let item = end == chinese ? text.skippingBlanks(from: end + 1, to: text.count) : end + 1
      if isItem(text, at: item) { return (.ordinary, end + 1) }
    }
    for period in ["．", "、", "）"] where text.has(text: period, at: end) {
      if period == "、", isShortNumber(text, at: end + 3) { return nil }
      return (end == wide ? .foreign : .ordinary, end + 3)
    }
    return nil
  }

  /// Whether a number of one or two digits stands at `start`: `1、2班` and `三、四年级` are no items; `1、2026年` is one.
  private static func isShortNumber(_ text: Span<UInt8>, at start: Int) -> Bool {
    if isNumeral(text, start) { return true }
    return [
      skipping(start, text, upTo: 3, { text, index in TagScanner.isDigit(text[index]) ? 1 : 0 }) - start,
      (skipping(start, text, upTo: 3, { text, index in isWideDigit(text, index) ? 3 : 0 }) - start) / 3,
    ].contains { 1...2 ~= $0 }
  }

  /// Offset behind at most `limit` pieces.
  private static func skipping(
    _ start: Int, _ text: Span<UInt8>, upTo limit: Int, _ length: (Span<UInt8>, Int) -> Int
  ) -> Int {
    var index = start
    for _ in 0..<limit where index < text.count { index += length(text, index) }
    return index
  }

  /// Whether one of 一二三四五六七八九十 stands at `index`.
  private static func isNumeral(_ text: Span<UInt8>, _ index: Int) -> Bool {
    guard index + 2 < text.count else { return false }
    switch (text[index], text[index + 1], text[index + 2]) {
    case (0xE4, 0xB8, 0x80), (0xE4, 0xBA, 0x8C), (0xE4, 0xB8, 0x89), (0xE5, 0x9B, 0x9B), (0xE4, 0xBA, 0x94),
      (0xE5, 0x85, 0xAD), (0xE4, 0xB8, 0x83), (0xE5, 0x85, 0xAB), (0xE4, 0xB9, 0x9D), (0xE5, 0x8D, 0x81):
      return true
    default: return false
    }
  }

  /// U+FF10–U+FF19.
  private static func isWideDigit(_ text: Span<UInt8>, _ index: Int) -> Bool {
    index + 2 < text.count && text[index] == 0xEF && text[index + 1] == 0xBC && 0x90...0x99 ~= text[index + 2]
  }
}
