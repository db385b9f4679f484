/// Readings that a portal states because the ordinary ones are wrong for it: `单: Shàn`, `六安: Lù ān`.
package struct PinyinOverrides: Sendable {
  private(set) var words = PinyinList()

  /// No overrides.
  package init() {}

  /// States the reading of `word`: of one character as a family name, of two or more wherever they stand together in a title,
  /// and as the beginning of a name.
  ///
  /// - Returns: whether `reading` has a syllable for each character; otherwise nothing changes.
  package mutating func state(_ word: String, _ reading: String) -> Bool {
    let scalars = OrderedText(word).scalars
    guard !scalars.isEmpty, let syllables = PinyinSyllable.parse(reading), syllables.count == scalars.count
    else { return false }
    words.set(scalars, syllables)
    return true
  }
}
