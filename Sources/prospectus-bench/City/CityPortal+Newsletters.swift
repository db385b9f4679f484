extension CityPortal {
  private static let phrases = [
    "多数学员完成了本周的课程", "讨论区里关于单元目标的提问最多", "作业里最常见的问题是活动与目标脱节", "下周请先看完案例再写点评",
    "小组之间交换了学情前测", "有三份设计写清了学生会在哪里卡住", "答疑时大家追问怎样分层布置作业", "还没有登录的学员已由组长联系",
  ]

  /// The text of an issue, the same for the same class and number.
  static func newsletter(_ record: CityClass, issue: Int) -> String {
    var state = UInt64(record.number * 31 + issue) &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    func phrase() -> String {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return phrases[Int(state >> 33) % phrases.count]
    }
    let paragraphs = (0..<4).map { _ in "\(phrase())，\(phrase())。**重点：**\(phrase())。" }
    return """
      ---
      title: \(record.name)第\(issue)期
      date: 2026-08-\(14 + issue * 3)
      ---

      ## 学情

      本班{{ class.size }}人，学习率{{ class.learning_rate }}。\(paragraphs[0])

      ## 共性问题

      \(paragraphs[1])

      - \(phrase())
      - \(phrase())

      ## 下阶段安排

      \(paragraphs[2])请看[案例观摩](course:s\(record.stream)-4)。

      \(paragraphs[3])

      """
  }
}
