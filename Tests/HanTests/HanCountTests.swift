import Han
import Testing

@Suite struct HanCountTests {
  @Test(arguments: [
    ("", 0), ("班级研修", 4), ("你好，世界。", 6), ("使用 Python 编程", 5), ("共 12 学时", 4), ("3.5分", 2), ("it's 2026-09-01", 2),
    ("a.", 2), ("a..b", 4), ("（一）", 3), ("\u{200B}中\u{FE00}", 1), ("𠮷野家", 3), ("a, b", 3),
    ("naïve café", 2), ("e\u{301}a", 1), ("甲\u{FE0F}乙", 2), ("\u{1F600}", 1),
  ])
  func `字数 counts ideographs, full-width marks, words and half-width marks`(text: String, count: Int) {
    #expect(HanCount(text).count == count)
  }

  @Test func `the parts of a count are kept apart`() {
    let count = HanCount("本班 30 人，共 Python 课 2 门。")
    #expect(count.ideographs == 6)
    #expect(count.words == 3)
    #expect(count.otherWide == 2)
    #expect(count.otherNarrow == 0)
  }

  @Test func `reading time is rounded up and never nothing`() {
    #expect(HanCount("").readingMinutes == 1)
    #expect(HanCount(String(repeating: "字", count: 401)).readingMinutes == 2)
  }
}
