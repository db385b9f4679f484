/// The order by pinyin, and the readings it takes.
///
/// Character by character: letters, then tone, then strokes among characters that sound alike. Latin letters stand before
/// the syllables that begin with them, numbers before everything, characters without a known reading behind.
///
/// Names of persons are read with the readings of family names (单 Shàn, 尉迟 Yùchí), titles and places with those of
/// words (重庆 Chóngqìng, 校长 xiàozhǎng); both with what the portal states.
package struct PinyinOrder: Sendable {
  private let overrides: PinyinOverrides

  /// The order with the readings that a portal states itself.
  package init(_ overrides: PinyinOverrides = PinyinOverrides()) { self.overrides = overrides }

  /// What the name of a person is compared by.
  ///
  /// - Complexity: O(length).
  package func key(ofName name: String) -> CollationKey { key(OrderedText(name), readingName) }

  /// What a title, a place or an institution is compared by.
  ///
  /// - Complexity: O(length), for each character times the few words that begin with it.
  package func key(ofTitle title: String) -> CollationKey { key(OrderedText(title), readingTitle) }

  /// The readings of the characters of a name; `nil` for one without, and for letters and digits.
  package func syllables(ofName name: String) -> [PinyinSyllable?] { readingName(OrderedText(name).scalars) }

  /// The readings of the characters of a title; `nil` for one without, and for letters and digits.
  package func syllables(ofTitle title: String) -> [PinyinSyllable?] { readingTitle(OrderedText(title).scalars) }

  /// The letter A–Z under which an index puts a name, or `#`.
  package func initial(ofName name: String) -> Unicode.Scalar { initial(OrderedText(name), readingName) }

  /// The letter A–Z under which an index puts a title, or `#`.
  package func initial(ofTitle title: String) -> Unicode.Scalar { initial(OrderedText(title), readingTitle) }

  // MARK: readings

  private func readingName(_ name: [UInt32]) -> [PinyinSyllable?] {
    var syllables = reading(name)
    guard !name.isEmpty else { return syllables }
    let stated = overrides.words.entry(at: 0, of: name)?.reading
    for (index, syllable) in (stated ?? FamilyNames.standard.reading(in: name)).enumerated() {
      syllables[index] = syllable
    }
    return syllables
  }

  private func readingTitle(_ title: [UInt32]) -> [PinyinSyllable?] {
    var syllables = reading(title)
    let words = PinyinWords.standard.list
    var index = 0
    while index < title.count {
      let found =
        title[index] < 0x80
        ? nil
        : overrides.words.entry(at: index, of: title, shortest: 2) ?? words.entry(at: index, of: title)
      for (offset, syllable) in (found?.reading ?? []).enumerated() { syllables[index + offset] = syllable }
      index += found?.word.count ?? 1
    }
    return syllables
  }

  /// The main readings.
  private func reading(_ scalars: [UInt32]) -> [PinyinSyllable?] {
    scalars.map { $0 < 0x80 ? nil : PinyinReadings.standard.mainReading(of: $0) }
  }

  // MARK: keys

  private func key(_ text: OrderedText, _ read: ([UInt32]) -> [PinyinSyllable?]) -> CollationKey {
    let syllables = read(text.scalars)
    let strokes = StrokeWeights.standard
    let firstRanks = PinyinReadings.standard.firstRanks
    var weights = Weight.all(of: text.scalars) { letter in
      Weight.letter(letter, before: firstRanks[Int(letter - 0x61)])
    } character: { index in
      let weight = strokes.weight(of: text.scalars[index])
      return syllables[index].map { Weight.syllable($0.rank, weight) } ?? Weight.unread(weight)
    }
    if !text.rest.isEmpty { weights.append(Weight.other) }
    return CollationKey(weights: weights, rest: text.rest)
  }

  private func initial(_ text: OrderedText, _ read: ([UInt32]) -> [PinyinSyllable?]) -> Unicode.Scalar {
    guard let first = text.scalars.first else { return "#" }
    if 0x61...0x7A ~= first { return Unicode.Scalar(UInt8(first - 0x20)) }
    // Words are short: what follows them does not change how the first character is read.
    let beginning = Array(text.scalars.prefix(max(overrides.words.longest, PinyinWords.standard.longest, 3)))
    guard let letter = read(beginning).first??.letters.utf8.first else { return "#" }
    return Unicode.Scalar(letter - 0x20)
  }
}
