/// Numbers and bullets that editors type, or that Word leaves behind, at the start of a line.
enum TypedMarker {
  enum Kind {
    /// It is none of Chinese documents: `●`, `１．`.
    case foreign
    /// Chinese documents number paragraphs so; only lines that run together are wrong: `（一）`, `1、`.
    case ordinary
  }

  /// The last three are what Word makes of the bullets of its symbol fonts.
  private static let bullets = ["●", "•", "■", "◆", "▪", "◇", "➢", "➤", "\u{F06C}", "\u{F0B7}", "\u{F0D8}"]
  /// A sentence may begin with one of these.
  private static let ordinarySigns = ["★", "☆", "○", "※", "□", "√", "✓", "✔", "－ ", "· ", "– "]
  private static let numerals = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"]

  /// The marker at `start` and its end.
  ///
  /// - Complexity: O(1).
  static func read(_ text: Span<UInt8>, at start: Int) -> (kind: Kind, end: Int)? {
    guard start + 1 < text.count, mayBegin(text, start) else { return nil }
    for bullet in bullets where text.has(bullet, at: start) { return (.foreign, start + bullet.utf8.count) }
    for sign in ordinarySigns where text.has(sign, at: start) { return (.ordinary, start + sign.utf8.count) }
    // ①–⑳
    if start + 2 < text.count, text[start] == 0xE2, text[start + 1] == 0x91, 0xA0...0xB3 ~= text[start + 2] {
      return (.ordinary, start + 3)
    }
    if start < text.count, text[start] == UInt8(ascii: "-") || text[start] == UInt8(ascii: "+") {
      return LookalikeMarkup.isHan(text, at: start + 1) ? (.foreign, start + 1) : nil
    }
    let isOpened = text.has("（", at: start) || text.has("(", at: start)
    let first = isOpened ? start + (text[start] == UInt8(ascii: "(") ? 1 : 3) : start
    let wide = skipping(first, text, upTo: 3) { text, index in isWideDigit(text, index) ? 3 : 0 }
    let narrow = skipping(first, text, upTo: 3) { text, index in TagScanner.isDigit(text[index]) ? 1 : 0 }
    let chinese = skipping(first, text, upTo: 3) { text, index in
      numerals.contains { text.has($0, at: index) } ? 3 : 0
    }
    let end = max(wide, narrow, chinese)
    guard end > first else { return nil }
    if isOpened {
      for closing in ["）", ")"] where text.has(closing, at: end) { return (.ordinary, end + closing.utf8.count) }
      return nil
    }
    if end == narrow, end < text.count, text[end] == UInt8(ascii: ".") || text[end] == UInt8(ascii: ")"),
      LookalikeMarkup.isHan(text, at: end + 1)
    {
      return (.ordinary, end + 1)
    }
    for period in ["．", "、", "）"] where text.has(period, at: end) {
      return (end == wide ? .foreign : .ordinary, end + 3)
    }
    return nil
  }

  /// Whether a marker may begin with the bytes at `start`: nearly every line begins with Han that are no numerals.
  private static func mayBegin(_ text: Span<UInt8>, _ start: Int) -> Bool {
    switch text[start] {
    // 一七三九二八五 and 四六八十, by two bytes.
    case 0xE4: 0xB8...0xBA ~= text[start + 1]
    case 0xE5: text[start + 1] == 0x9B || text[start + 1] == 0x85 || text[start + 1] == 0x8D
    case 0xE6...0xE9, UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"): false
    default: true
    }
  }

  /// Offset behind at most `limit` pieces.
  private static func skipping(
    _ start: Int, _ text: Span<UInt8>, upTo limit: Int, _ length: (Span<UInt8>, Int) -> Int
  ) -> Int {
    var index = start
    for _ in 0..<limit where index < text.count { index += length(text, index) }
    return index
  }

  /// U+FF10–U+FF19.
  private static func isWideDigit(_ text: Span<UInt8>, _ index: Int) -> Bool {
    text.has("\u{FF10}", at: index)
      || index + 2 < text.count && text[index] == 0xEF && text[index + 1] == 0xBC && 0x90...0x99 ~= text[index + 2]
  }
}
