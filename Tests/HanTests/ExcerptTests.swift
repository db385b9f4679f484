import Han
import Testing

@Suite struct ExcerptTests {
  @Test(arguments: [
    ("先说课。再上课。", 20, "先说课。再上课。"), ("先说课。再上课。", 7, "先说课。"), ("先说课。再上课。", 4, "先说课。"), ("先说课。再上课。", 3, "先说…"),
    ("他问：“行吗？”我说行。", 9, "他问：“行吗？”"), ("他问：“行吗？”我说行。", 7, "他问：“行吗…"), ("好！真好？是……完。", 4, "好！"),
    ("好！真好？是……完。", 5, "好！真好？"),
    ("甲\n乙。\n丙", 10, "甲乙。丙"), ("没有句号的一段话", 5, "没有句号…"), ("", 5, ""), ("Read it. 读完。再读。", 8, "Read it. 读完。"),
    ("。。。", 1, "。"),
  ])
  func `an excerpt ends with a sentence that fits`(text: String, limit: Int, expected: String) {
    #expect(text.excerpt(to: limit) == expected)
  }
}
