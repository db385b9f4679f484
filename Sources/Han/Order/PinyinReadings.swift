/// Readings of characters, made of `PinyinTable` at the first use (about 100 KB).
package struct PinyinReadings: Sendable {
  /// The readings of the dictionaries.
  package static let standard = PinyinReadings()

  /// All syllables, in order.
  let syllables: [(letters: String, tone: Int)]
  /// Places in `syllables` by letters and tone: `shan4`.
  let ranks: [String: Int]
  /// For each letter a–z the number of syllables before its first one.
  let firstRanks: [Int]

  /// Places of the main readings of U+4E00–9FFF, counted from 1; 0 for none.
  private let main: [UInt16]
  private let outside: [UInt32: UInt16]
  private let further: [UInt32: [UInt16]]

  private init() {
    var syllables: [(letters: String, tone: Int)] = []
    for group in PinyinTable.syllables.utf8.split(whereSeparator: { $0 <= 0x20 }) {
      let letters = String(Substring(group.prefix { $0 >= 0x61 }))
      for tone in group.drop(while: { $0 >= 0x61 }) { syllables.append((letters, Int(tone - 0x30))) }
    }
    var ranks: [String: Int] = [:]
    for (rank, syllable) in syllables.enumerated() { ranks[syllable.letters + String(syllable.tone)] = rank }
    firstRanks = (UInt8(ascii: "a")...UInt8(ascii: "z")).map { letter in
      syllables.firstIndex { ($0.letters.utf8.first ?? 0) >= letter } ?? syllables.count
    }

    let codes = PinyinTable.main.utf8.filter { $0 >= 0x30 }
    main = stride(from: 0, to: codes.count - 1, by: 2).map { index in
      UInt16(codes[index] - 0x30) * 44 + UInt16(codes[index + 1] - 0x30)
    }
    /// `行hang2,heng2`: the character, then places counted from 1.
    func entries(_ table: String) -> [(UInt32, [UInt16])] {
      table.split(whereSeparator: { $0 == " " || $0 == "\n" }).map { entry in
        let readings = String(entry.unicodeScalars.dropFirst()).split(separator: ",")
        return (entry.unicodeScalars.first?.value ?? 0, readings.map { UInt16((ranks[String($0)] ?? -1) + 1) })
      }
    }
    outside = Dictionary(
      entries(PinyinTable.outside).map { ($0, $1.first ?? 0) }, uniquingKeysWith: { first, _ in first })
    further = Dictionary(entries(PinyinTable.further), uniquingKeysWith: { first, _ in first })
    self.syllables = syllables
    self.ranks = ranks
  }

  /// The readings of the first character of `text`, the main one first; none for what is no Chinese character or has no
  /// known one.
  package func readings(of character: Unicode.Scalar) -> [PinyinSyllable] {
    let scalar = CompatibilityIdeographs.unified(character.value)
    guard let first = mainReading(of: scalar) else { return [] }
    return [first] + (further[scalar] ?? []).map { PinyinSyllable(rank: Int($0) - 1) }
  }

  /// - Complexity: O(1).
  func mainReading(of scalar: UInt32) -> PinyinSyllable? {
    let place = 0x4E00..<0xA000 ~= scalar ? main[Int(scalar - 0x4E00)] : outside[scalar] ?? 0
    return place == 0 ? nil : PinyinSyllable(rank: Int(place) - 1)
  }
}
