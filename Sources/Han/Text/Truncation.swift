extension String {
  /// The text cut to at most `limit` full-width squares, a half-width character counting half.
  ///
  /// A text that fits is returned as it is. Otherwise the cut never falls inside a character as the reader sees it nor
  /// inside a Latin word or a number (unless the text begins with it), blanks and pause marks before the cut are
  /// dropped, and `…` is added, which counts one square.
  ///
  /// - Parameter limit: squares, at least 1.
  /// - Returns: the text itself or its beginning with `…`.
  /// - Complexity: O(`limit`) while the text is longer.
  package func truncated(to limit: Int) -> String {
    let half = Swift.max(1, limit) * 2
    var used = 0
    var cut = startIndex
    var index = startIndex
    while index < endIndex {
      used += Self.halfWidths(of: self[index])
      guard used <= half else { return String(self[..<outsideWord(cut)].trimmedForEllipsis()) + "…" }
      index = self.index(after: index)
      // The sign of the cut needs two halves itself.
      if used <= half - 2 { cut = index }
    }
    return self
  }

  /// Width of a character in half squares: 2 for a full-width one, 0 for one that shows nothing, else 1.
  package static func halfWidths(of character: Character) -> Int {
    guard let scalar = character.unicodeScalars.first?.value else { return 0 }
    if scalar < 0x80 { return 1 }
    if scalar == 0x200B || LineBreakJoining.isIgnorable(scalar) { return 0 }
    // “ ” … — are drawn full-width in Chinese type.
    if HanClass.isWide(scalar) || HanClass.isAmbiguousQuote(scalar) { return 2 }
    return scalar == 0x2026 || scalar == 0x2014 ? 2 : 1
  }

  /// `cut`, or the start of the word that it falls into when the text has something before that word.
  private func outsideWord(_ cut: Index) -> Index {
    guard cut < endIndex, Self.isWordCharacter(self[cut]) else { return cut }
    var start = cut
    while start > startIndex, Self.isWordCharacter(self[index(before: start)]) { start = index(before: start) }
    return start > startIndex ? start : cut
  }

  private static func isWordCharacter(_ character: Character) -> Bool {
    guard let scalar = character.unicodeScalars.first else { return false }
    return !HanClass.isWide(scalar.value) && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
  }
}

extension Substring {
  /// Without blanks and pause marks at the end.
  fileprivate func trimmedForEllipsis() -> Substring {
    let dropped = "，、；：,;:（(“‘《—…".unicodeScalars
    var rest = self
    while let last = rest.unicodeScalars.last, HanClass.isSpace(last.value) || dropped.contains(last) {
      rest.unicodeScalars.removeLast()
    }
    return rest
  }
}
