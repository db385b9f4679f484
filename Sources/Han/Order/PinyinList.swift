/// Words with their readings.
struct PinyinList: Sendable {
  /// A word and its reading, empty where the ordinary one holds.
  struct Entry: Sendable {
    let word: [UInt32]
    let reading: [PinyinSyllable]
  }

  /// By the first character of the word, the longest first.
  private var entries: [UInt32: [Entry]] = [:]

  /// No words.
  init() {}

  /// The words of a list that stands in the sources: `尉迟yu4chi2 司马`, parted by blanks.
  init(_ list: String) {
    for entry in list.unicodeScalars.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
      let word = entry.prefix { $0.value >= 0x80 }.map(\.value)
      set(word, PinyinSyllable.parse(String(Substring(entry.dropFirst(word.count)))) ?? [])
    }
  }

  /// Characters of the longest word.
  var longest: Int { entries.values.lazy.compactMap { $0.first?.word.count }.max() ?? 0 }

  /// Adds `word`, or gives it another reading.
  mutating func set(_ word: [UInt32], _ reading: [PinyinSyllable]) {
    guard let first = word.first else { return }
    var same = entries[first] ?? []
    same.removeAll { $0.word == word }
    same.insert(
      Entry(word: word, reading: reading), at: same.firstIndex { $0.word.count <= word.count } ?? same.endIndex)
    entries[first] = same
  }

  /// The longest word of `shortest` characters or more that stands at `index`.
  ///
  /// - Complexity: O(words with this first character).
  func entry(at index: Int, of text: [UInt32], shortest: Int = 1) -> Entry? {
    guard let same = entries[text[index]] else { return nil }
    return same.first { entry in
      entry.word.count >= shortest && entry.word.count <= text.count - index
        && entry.word.indices.allSatisfy { text[index + $0] == entry.word[$0] }
    }
  }
}
