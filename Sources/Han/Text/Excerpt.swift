extension String {
  /// The first sentences of the text, as many as fit into `limit` full-width squares; a half-width character counts half.
  ///
  /// A sentence ends with 。！？… and what closes behind it (”’）」』》). Line feeds are left out.
  ///
  /// - Parameter limit: squares, at least 1.
  /// - Returns: the sentences; a text that fits as it is; when not even the first sentence fits, its beginning as
  ///   `truncated(to:)` cuts it.
  /// - Complexity: O(`limit`) while the text is longer.
  package func excerpt(to limit: Int) -> String { simpleExcerpt(to: limit) ?? excerptByCharacters(to: limit) }

  /// The same for a beginning of Han, ASCII and Chinese punctuation, each scalar of which is a character; `nil` where another
  /// scalar comes, or no sentence fits: finding where characters end takes long.
  private func simpleExcerpt(to limit: Int) -> String? {
    let half = Swift.max(1, limit) * 2
    var used = 0
    var result: [UInt8] = []
    // Behind the last sentence that ended, in `result`.
    var end: Int?
    var mayClose = false
    for scalar in unicodeScalars {
      switch scalar {
      case "\n": continue
      case "。", "！", "？", "…", "!", "?":
        if mayClose { end = result.count }
        mayClose = true
        used += scalar.value < 0x80 ? 1 : 2
      case "”", "’", "）", "」", "』", "》", ")", "\"":
        used += scalar.value < 0x80 ? 1 : 2
      case " "..."~":
        if mayClose { end = result.count }
        mayClose = false
        used += 1
      case "\u{4E00}"..."\u{9FFF}", "\u{3000}"..."\u{3029}", "\u{FF01}"..."\u{FF5E}", "—", "“", "‘":
        if mayClose { end = result.count }
        mayClose = false
        used += 2
      default: return nil
      }
      if used > half { return end.map { String(decoding: result[..<$0], as: UTF8.self) } }
      result.append(contentsOf: scalar.utf8)
    }
    return String(decoding: result, as: UTF8.self)
  }

  private func excerptByCharacters(to limit: Int) -> String {
    let half = Swift.max(1, limit) * 2
    var used = 0
    var result = ""
    // Behind the last sentence that ended, in `result`.
    var end: Index?
    var mayClose = false
    for character in self {
      if character.isNewline { continue }
      if Self.closings.contains(character), mayClose {
        // Belongs to the sentence before.
      } else {
        if mayClose { end = result.endIndex }
        mayClose = Self.ends.contains(character)
      }
      used += Self.halfWidths(of: character)
      if used > half {
        if let end { return String(result[..<end]) }
        return truncated(to: limit)
      }
      result.append(character)
    }
    return result
  }

  private static let ends: Set<Character> = ["。", "！", "？", "…", "!", "?"]
  private static let closings: Set<Character> = ["”", "’", "）", "」", "』", "》", ")", "\""]
}
