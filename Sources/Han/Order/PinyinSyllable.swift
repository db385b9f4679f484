/// A syllable of standard Chinese with its tone; ordered as in dictionaries: by letters, ü behind u, then by tone.
package struct PinyinSyllable: Comparable, Hashable, Sendable {
  /// Place among the syllables of `PinyinTable.syllables`, 0-based.
  let rank: Int

  /// Letters without the tone, `v` for ü: `chong`, `lv`.
  package var letters: String { PinyinReadings.standard.syllables[rank].letters }
  /// 1 to 4, or 0 for the neutral tone.
  package var tone: Int { PinyinReadings.standard.syllables[rank].tone }

  /// As it is written: `chóng`, `lǜ`, `ma`.
  package var marked: String {
    let letters = Array(letters.unicodeScalars)
    // The mark stands on a or e, on the o of ou, otherwise on the last vowel.
    let marked =
      letters.firstIndex { $0 == "a" || $0 == "e" }
      ?? (letters.last == "u" && letters.dropLast().last == "o" ? letters.count - 2 : nil)
      ?? letters.lastIndex { "iouv".unicodeScalars.contains($0) }
    var text = ""
    for (index, letter) in letters.enumerated() {
      if index == marked, tone > 0, let vowel = Self.vowels.first(where: { $0[0] == letter }) {
        text.unicodeScalars.append(vowel[tone])
      } else {
        text.unicodeScalars.append(letter == "v" ? "ü" : letter)
      }
    }
    return text
  }

  package static func < (left: PinyinSyllable, right: PinyinSyllable) -> Bool { left.rank < right.rank }

  /// The syllables of a reading: `Shàn`, `shan4`, `Yù chí`, `yu4chi2`; a syllable ends at its digit or at a blank, a hyphen or
  /// an apostrophe. Without mark and digit the tone is neutral.
  ///
  /// - Returns: `nil` when a part is no syllable that any character has.
  package static func parse(_ reading: String) -> [PinyinSyllable]? {
    var syllables: [PinyinSyllable] = []
    var (letters, tone) = ("", 0)
    func end() -> Bool {
      defer { (letters, tone) = ("", 0) }
      guard !letters.isEmpty else { return true }
      guard let rank = PinyinReadings.standard.ranks[letters + String(tone)] else { return false }
      syllables.append(PinyinSyllable(rank: rank))
      return true
    }
    for scalar in reading.unicodeScalars {
      switch scalar {
      case "A"..."Z", "a"..."z": letters.append(Character(scalar.properties.lowercaseMapping))
      case "0"..."5":
        tone = Int(scalar.value - 0x30) % 5
        guard !letters.isEmpty, end() else { return nil }
      case " ", "-", "'", "’": guard end() else { return nil }
      default:
        let lower = Unicode.Scalar(scalar.properties.lowercaseMapping) ?? scalar
        if let vowel = vowels.first(where: { $0.contains(lower) }), let mark = vowel.lastIndex(of: lower) {
          guard tone == 0 || mark % 5 == 0 else { return nil }
          letters.unicodeScalars.append(vowel[0])
          tone = max(tone, mark % 5)
        } else if let mark = combining.firstIndex(of: scalar), !letters.isEmpty, tone == 0 {
          tone = mark + 1
        } else if scalar == "\u{308}", letters.last == "u" {
          letters = letters.dropLast() + "v"
        } else {
          return nil
        }
      }
    }
    return end() && !syllables.isEmpty ? syllables : nil
  }

  /// Each vowel without mark and with the four; `ü` stands last, as it is written for `v`.
  private static let vowels: [[Unicode.Scalar]] = [
    ["a", "ā", "á", "ǎ", "à"], ["e", "ē", "é", "ě", "è"], ["i", "ī", "í", "ǐ", "ì"], ["o", "ō", "ó", "ǒ", "ò"],
    ["u", "ū", "ú", "ǔ", "ù"], ["v", "ǖ", "ǘ", "ǚ", "ǜ", "ü"],
  ]

  /// The marks of decomposed text, of the first to the fourth tone.
  private static let combining: [Unicode.Scalar] = ["\u{304}", "\u{301}", "\u{30C}", "\u{300}"]
}

extension [PinyinSyllable] {
  /// Written together without marks, `v` for ü, as in addresses: `chongqing`.
  package var plain: String { map(\.letters).joined() }
}
