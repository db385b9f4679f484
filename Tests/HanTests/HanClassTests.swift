import Han
import Testing

@Suite struct HanClassTests {
  @Test func `the punctuation of ASCII is the 32 of CommonMark`() {
    let marks = (0..<128).filter { HanClass.isPunctuation(UInt32($0)) }.map { Character(Unicode.Scalar(UInt8($0))) }
    #expect(String(marks) == "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
  }

  @Test func `punctuation outside ASCII has the category P`() {
    for value in UInt32(0x80)...0x1FFFF where HanClass.isPunctuation(value) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let isPunctuation =
        switch scalar.properties.generalCategory {
        case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
          .finalPunctuation, .otherPunctuation:
          true
        default: false
        }
      // U+166D and U+180E changed their category after libcmark's table was made.
      #expect(isPunctuation || value == 0x166D || value == 0x180E, "U+\(String(value, radix: 16))")
    }
  }

  @Test(arguments: ["中", "。", "：", "（", "あ", "ㄅ", "한", "￥", "𠮷", "〇"])
  func `Chinese, Japanese and Korean characters are CJK and wide`(text: Character) {
    let scalar = text.unicodeScalars[text.unicodeScalars.startIndex].value
    #expect(HanClass.isCJK(scalar))
    #expect(HanClass.isWide(scalar))
  }

  @Test(arguments: ["a", "…", "—", "“", "·", "é", "∇", "😀"])
  func `ambiguous and Western characters are not CJK`(text: Character) {
    #expect(!HanClass.isCJK(text.unicodeScalars[text.unicodeScalars.startIndex].value))
  }

  @Test(arguments: [
    ("中", "文", true), ("，", "中", true), ("“", "中", true), ("中", "—", true), ("“", "”", false), ("a", "中", false),
    ("한", "中", false), ("a", "b", false), ("\u{200B}", "a", true), ("①", "第", false),
  ])
  func `a line break is dropped between wide characters`(before: String, after: String, joins: Bool) throws {
    let left = try #require(before.unicodeScalars.first).value
    let right = try #require(after.unicodeScalars.first).value
    #expect(LineBreakJoining.joins(left, right) == joins)
  }
}
