import Han
import Testing

@Suite struct TruncationTests {
  @Test(arguments: [
    ("班级研修", 4, "班级研修"), ("班级研修简报", 4, "班级研…"), ("班级，研修", 4, "班级…"), ("abcdefgh", 4, "abcdefgh"),
    ("abcdefghi", 4, "abcdef…"), ("使用 Python 编程", 5, "使用…"), ("使用 Python 编程", 6, "使用…"),
    ("使用 Python 编程入门", 7, "使用 Python…"), ("字", 1, "字"), ("字字", 1, "…"), ("", 3, ""),
    ("👩‍🏫👩‍🏫👩‍🏫", 2, "👩‍🏫…"),
  ])
  func `a text is cut at squares, never inside a character or a word`(text: String, limit: Int, expected: String) {
    #expect(text.truncated(to: limit) == expected)
  }

  @Test func `a cut text is never wider than its limit`() {
    let text = "第１期《课堂观察》研修简报：Python 3.14 与 AI，共 128 人 “参与”——完"
    for limit in 1...40 {
      let width = text.truncated(to: limit).reduce(0) { $0 + String.halfWidths(of: $1) }
      #expect(width <= limit * 2)
    }
  }
}
