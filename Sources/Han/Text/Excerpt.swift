extension String {
  /// The first sentences of the text, as many as fit into `limit` full-width squares; a half-width character counts half.
  ///
  /// A sentence ends with 。！？… and what closes behind it (”’）」』》). Line feeds are left out.
  ///
  /// - Parameter limit: squares, at least 1.
  /// - Returns: the sentences; a text that fits as it is; when not even the first sentence fits, its beginning as
  ///   `truncated(to:)` cuts it.
  /// - Complexity: O(`limit`) while the text is longer.
  package func excerpt(to limit: Int) -> String {
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
